using System.Text.Json;
using Granary.Access.Contracts;
using Granary.Tests;

namespace Granary.Ocrm.Tests;

/// <summary>What analysis promises, on each engine (docs/cases.md, ANLZ).</summary>
public abstract class AnalysisCompliance(Engine engine, ITestOutputHelper output)
{
    private static readonly string[] Crossed = [.. AnsweredQuestionnaire.Keys, "@unit", "@via", "@month", "@version", "@band"];

    [Fact, Trait("Case", "ANLZ-01"), Trait("Case", "ANLZ-02")]
    public async Task What_is_counted_is_a_recount_of_the_responses_whatever_is_filtered_and_crossed_also_after_they_change()
    {
        var seed = Environment.TickCount;
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        await using var desk = await Desk.StartAsync(engine);
        var asked = await AnsweredQuestionnaire.PublishAsync(desk, random);
        await asked.AnswerAsync(250);
        for (var round = 0; round < 3; round++)
        {
            await asked.PackedAsync();
            var complete = await asked.CompleteAsync();
            for (var i = 0; i < 12; i++)
            {
                var (sight, sees) = Sight(random);
                desk.As = Desk.Caller(sight) with { Rights = Reading(sight) };
                await CompareAsync(desk, asked, complete.Where(sees).ToList(), Conditions(asked, random), asked.Pick(Crossed), asked.Pick(Crossed));
            }

            // Some are discarded, some come, one goes altogether.
            await desk.Database.WriteAsync(async session =>
            {
                await session.ExecuteAsync("UPDATE ocrm.response SET state = 'discarded' WHERE questionnaire = @id AND id % 7 = @rest", ("id", asked.Id), ("rest", (long)round));
                await session.ExecuteAsync("UPDATE ocrm.response SET state = 'complete' WHERE questionnaire = @id AND state = 'open' AND id % 3 = 0", ("id", asked.Id));
                await session.ExecuteAsync("DELETE FROM ocrm.response WHERE questionnaire = @id AND id % 11 = @rest", ("id", asked.Id), ("rest", (long)round));
            }, CancellationToken.None);
            await asked.AnswerAsync(20);
        }
    }

    private static async Task CompareAsync(
        Desk desk, AnsweredQuestionnaire asked, List<AnsweredQuestionnaire.Response> seen, (string On, string[] Values)[] conditions, string row, string column)
    {
        var filter = new { conditions = conditions.Select(c => new { on = c.On, values = c.Values }) };
        var left = seen.Where(r => conditions.All(c => c.Values.Any(v => c.On == "@unit" ? r.Unit.StartsWith(v, StringComparison.Ordinal) : AnsweredQuestionnaire.Has(r, c.On, v)))).ToList();
        var (status, view) = await desk.SendAsync(HttpMethod.Post, asked.Path, new { filter, language = "zh-CN" });
        Assert.Equal(200, status);
        Assert.Equal(left.Count, view.GetProperty("count").GetInt32());
        var parts = view.GetProperty("questions").EnumerateArray().SelectMany(q => q.GetProperty("parts").EnumerateArray()).ToDictionary(p => p.GetProperty("key").GetString()!);
        if (left.Count > 0)
        {
            Assert.Superset(AnsweredQuestionnaire.Keys.ToHashSet(), parts.Keys.ToHashSet());
            Assert.Equal(left.Average(r => r.Score), view.GetProperty("score").GetDouble(), 6);
        }

        foreach (var key in AnsweredQuestionnaire.Keys.Where(_ => left.Count > 0))
        {
            Assert.Equal(left.Count(r => !AnsweredQuestionnaire.Has(r, key, "@none")), parts[key].GetProperty("answered").GetInt32());
            foreach (var cell in parts[key].GetProperty("cells").EnumerateArray().Where(c => c.GetProperty("value").GetString() != "@else"))
            {
                Assert.Equal(left.Count(r => AnsweredQuestionnaire.Has(r, key, cell.GetProperty("value").GetString()!)), cell.GetProperty("count").GetInt32());
            }
        }

        if (row == column || column == "@month")
        {
            return;
        }

        var (crossed, cross) = await desk.SendAsync(HttpMethod.Post, asked.Path + "/cross", new { filter, row, column });
        Assert.Equal(200, crossed);
        var columns = cross.GetProperty("columns").EnumerateArray().Select(c => c.GetProperty("value").GetString()!).ToList();
        foreach (var line in cross.GetProperty("rows").EnumerateArray().Where(l => l.GetProperty("value").GetString() != "@else"))
        {
            var mine = left.Where(r => AnsweredQuestionnaire.Has(r, row, line.GetProperty("value").GetString()!)).ToList();
            Assert.Equal(mine.Count(r => !AnsweredQuestionnaire.Has(r, column, "@none")), line.GetProperty("count").GetInt32());
            foreach (var (value, i) in columns.Select((v, i) => (v, i)).Where(c => c.v != "@else"))
            {
                Assert.Equal(mine.Count(r => AnsweredQuestionnaire.Has(r, column, value)), line.GetProperty("cells")[i].GetInt32());
            }
        }
    }

    [Fact, Trait("Case", "ANLZ-03")]
    public async Task Who_does_not_read_a_questionnaire_finds_none_and_who_sees_nobody_s_answers_counts_none()
    {
        await using var desk = await Desk.StartAsync(engine);
        var asked = await AnsweredQuestionnaire.PublishAsync(desk, new Random(1), entity: "230521");
        await asked.AnswerAsync(30);
        await asked.PackedAsync();
        desk.As = Desk.Caller(new Sight { Entities = ["230183"] });
        Assert.Equal(404, (await desk.SendAsync(HttpMethod.Post, asked.Path, new { })).Status);
        Assert.Equal(404, (await desk.SendAsync(HttpMethod.Post, asked.Path + "/cross", new { row = "one" })).Status);
        var nobody = new Sight { Managers = ["nobody"] };
        desk.As = Desk.Caller(nobody) with { Rights = Reading(nobody) };
        Assert.Equal(0, (await desk.SendAsync(HttpMethod.Post, asked.Path, new { })).Body.GetProperty("count").GetInt32());
        desk.As = Desk.Caller(Granary.Access.Contracts.Sight.Everything);
        foreach (var (body, code) in new (object, string)[]
        {
            (new { filter = new { conditions = new[] { new { on = "nothing", values = new[] { "a" } } } } }, "analysis-filter"),
            (new { filter = new { conditions = new[] { new { on = "one", values = Array.Empty<string>() } } } }, "analysis-filter"),
            (new { filter = new { from = "1 June" } }, "analysis-filter"),
            (new { filter = new { conditions = new[] { new { on = "@segment", values = new[] { "999" } } } } }, "segment.unknown"),
        })
        {
            Assert.Equal(code, (await desk.SendAsync(HttpMethod.Post, asked.Path, body)).Body.GetProperty("code").GetString());
        }

        Assert.Equal("analysis-axis", (await desk.SendAsync(HttpMethod.Post, asked.Path + "/cross", new { row = "one", column = "one" })).Body.GetProperty("code").GetString());
    }

    [Fact, Trait("Case", "ANLZ-22")]
    public async Task Anonymous_answers_are_told_of_five_at_least_under_one_condition_and_their_texts_without_any()
    {
        var seed = Environment.TickCount;
        output.WriteLine($"seed {seed}");
        await using var desk = await Desk.StartAsync(engine);
        desk.As = Desk.Caller(Granary.Access.Contracts.Sight.Everything);
        var asked = await AnsweredQuestionnaire.PublishAsync(desk, new Random(seed), anonymous: true);
        await asked.AnswerAsync(120);
        await asked.PackedAsync();
        foreach (var condition in new object?[] { null, Is("@unit", "2305210102"), Is("one", "a"), Is("many", "b"), Is("rate", "3"), Is("@month", "2026-05"), Is("@unit", "nowhere") })
        {
            var (status, view) = await desk.SendAsync(HttpMethod.Post, asked.Path, new { filter = new { conditions = condition is null ? [] : new[] { condition } } });
            Assert.Equal(200, status);
            Assert.All(Counts(view), count => Assert.True(count is 0 or >= 5));
        }

        Assert.All(Counts((await desk.SendAsync(HttpMethod.Post, asked.Path + "/cross", new { row = "@unit", column = "rate" })).Body), count => Assert.True(count is 0 or >= 5));
        foreach (var refused in new object[]
        {
            new { filter = new { conditions = new[] { Is("one", "a"), Is("rate", "3") } } }, new { filter = new { conditions = new[] { Is("one", "a", "b") } } },
            new { filter = new { from = "2026-05-01" } }, new { filter = new { conditions = new[] { Is("@day", "2026-05-01") } } }, new { filter = new { conditions = new[] { Is("@segment", "1") } } },
        })
        {
            Assert.Equal("analysis-anonymous", (await desk.SendAsync(HttpMethod.Post, asked.Path, refused)).Body.GetProperty("code").GetString());
        }

        var texts = (await desk.SendAsync(HttpMethod.Post, asked.Path + "/texts", new { question = "words" })).Body;
        Assert.All(texts.GetProperty("texts").EnumerateArray(), t => Assert.Equal((JsonValueKind.Null, JsonValueKind.Null, JsonValueKind.Null),
            (t.GetProperty("unit").ValueKind, t.GetProperty("at").ValueKind, t.GetProperty("customer").ValueKind)));
        Assert.Equal("analysis-anonymous", (await desk.SendAsync(HttpMethod.Post, asked.Path + "/texts", new { question = "words", filter = new { conditions = new[] { Is("one", "a") } } })).Body.GetProperty("code").GetString());
        Assert.Equal("analysis-anonymous", (await desk.SendAsync(HttpMethod.Post, asked.Path + "/texts", new { })).Body.GetProperty("code").GetString());
    }

    [Fact, Trait("Case", "ANLZ-11"), Trait("Case", "ANLZ-12"), Trait("Case", "ANLZ-13")]
    public async Task Texts_their_words_rates_and_files_tell_the_same_as_the_responses()
    {
        await using var desk = await Desk.StartAsync(engine);
        desk.As = Desk.Caller(Granary.Access.Contracts.Sight.Everything);
        var asked = await AnsweredQuestionnaire.PublishAsync(desk, new Random(7));
        await asked.AnswerAsync(80);
        await asked.PackedAsync();
        var complete = await asked.CompleteAsync();
        var written = complete.Where(r => AnsweredQuestionnaire.Has(r, "words", "answered") && r.Via == "qr").ToList();
        var filter = new { conditions = new[] { Is("@via", "qr") } };
        var texts = (await desk.SendAsync(HttpMethod.Post, asked.Path + "/texts", new { filter, question = "words" })).Body;
        Assert.Equal(written.Count, texts.GetProperty("count").GetInt32());
        Assert.Equal(written.OrderByDescending(r => r.Id).Take(30).Select(r => r.Answers["words"]!.GetValue<string>()), texts.GetProperty("texts").EnumerateArray().Select(t => t.GetProperty("text").GetString()!));
        var words = (await desk.SendAsync(HttpMethod.Post, asked.Path + "/words", new { filter, question = "words" })).Body.GetProperty("words").EnumerateArray().ToDictionary(w => w.GetProperty("word").GetString()!, w => w.GetProperty("count").GetInt32());
        Assert.Equal(written.Count(r => r.Answers["words"]!.GetValue<string>().Contains("排队", StringComparison.Ordinal)), words["排队"]);
        Assert.Equal(words["排队"], (await desk.SendAsync(HttpMethod.Post, asked.Path + "/texts", new { filter, question = "words", word = "排队" })).Body.GetProperty("count").GetInt32());
        Assert.Equal("analysis-text", (await desk.SendAsync(HttpMethod.Post, asked.Path + "/texts", new { question = "one" })).Body.GetProperty("code").GetString());

        var states = await desk.Database.ReadAsync(s => s.QueryAsync("SELECT r.via, r.state, count(*) FROM ocrm.response r WHERE r.state <> 'discarded' GROUP BY r.via, r.state", r => (Via: r.GetString(0), State: r.GetString(1), Count: r.GetInt64(2))), CancellationToken.None);
        foreach (var row in (await desk.SendAsync(HttpMethod.Get, asked.Path + "/rates")).Body.GetProperty("byVia").EnumerateArray())
        {
            var mine = states.Where(s => s.Via == row.GetProperty("value").GetString()).ToList();
            Assert.Equal((mine.Sum(s => s.Count), mine.Where(s => s.State == "complete").Sum(s => s.Count), mine.Where(s => s.State == "screened").Sum(s => s.Count)),
                (row.GetProperty("opened").GetInt64(), row.GetProperty("completed").GetInt64(), row.GetProperty("screened").GetInt64()));
        }

        await desk.Database.WriteAsync(s => s.ExecuteAsync("UPDATE ocrm.questionnaire SET title = '=HYPERLINK(1)' WHERE id = @id", ("id", asked.Id)), CancellationToken.None);
        using var file = await desk.Client.GetAsync(new Uri($"/api{asked.Path}/export?format=csv&language=zh-CN&filter={Uri.EscapeDataString(JsonSerializer.Serialize(filter))}", UriKind.Relative));
        Assert.Equal(System.Net.HttpStatusCode.OK, file.StatusCode);
        var lines = (await file.Content.ReadAsStringAsync()).Split("\r\n");
        Assert.StartsWith("\"'=HYPERLINK(1)\"", lines[0].TrimStart('\uFEFF'), StringComparison.Ordinal);
        Assert.Contains($"有效答卷,,,{complete.Count(r => r.Via == "qr")},", lines);

        // The trail has who, how many lines and by what it was filtered, and no answer that was filtered for.
        using var second = await desk.Client.GetAsync(new Uri($"/api{asked.Path}/export?format=csv&filter={Uri.EscapeDataString(JsonSerializer.Serialize(new { conditions = new[] { Is("income", "10000~30000"), Is("@via", "qr") }, from = "2026-01-01" }))}", UriKind.Relative));
        Assert.Equal(
            [$"head answers.read {lines.Length - 4} lines as csv, filtered by @via", $"head answers.read {(await second.Content.ReadAsStringAsync()).Split("\r\n").Length - 4} lines as csv, filtered by income, @via, days"],
            (await desk.RowsAsync($"SELECT who || ' ' || act || ' ' || after FROM ocrm.audit WHERE subject = 'questionnaire/{asked.Id}' AND act = '{Permission.AnswersRead}' ORDER BY id")).Select(row => row.Replace("exported ", "", StringComparison.Ordinal)));
    }

    private static object Is(string on, params string[] values) => new { on, values };

    private static IEnumerable<long> Counts(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().SelectMany(p => p.Name is "count" or "answered" && p.Value.ValueKind == JsonValueKind.Number ? [p.Value.GetInt64()]
            : p.Name == "cells" && p.Value.GetArrayLength() > 0 && p.Value[0].ValueKind != JsonValueKind.Object ? p.Value.EnumerateArray().Where(c => c.ValueKind == JsonValueKind.Number).Select(c => c.GetInt64()) : Counts(p.Value)),
        JsonValueKind.Array => json.EnumerateArray().SelectMany(Counts),
        _ => [],
    };

    private static (string On, string[] Values)[] Conditions(AnsweredQuestionnaire asked, Random random) => [.. Enumerable.Range(0, random.Next(4)).Select(_ => asked.Pick<(string, string[])>(
        ("one", ["a", "c"]), ("one", ["@none"]), ("one", ["@else", "other"]), ("many", ["a"]), ("many", ["b", "none"]), ("rate", ["9", "10"]), ("grid[r1]", ["good"]), ("rank[a]", ["1"]), ("yes", ["true"]),
        ("income", ["10000~30000"]), ("since", ["2015", "2016-05"]), ("home", ["2", "3"]), ("words", ["answered"]), ("@unit", ["230521"]), ("@unit", ["2305210102"]), ("@via", ["qr", "link"]), ("@band", ["high"]),
        ("@month", ["2026-05"]), ("@version", ["2"])))];

    private static (Sight, Func<AnsweredQuestionnaire.Response, bool>) Sight(Random random) => random.Next(4) switch
    {
        0 => (new Sight { Entities = ["230521"] }, r => r.Entity == "230521"),
        1 => (new Sight { Units = ["2305210102"], Managers = ["manager"] }, r => r.Unit == "2305210102" || r.Person == "manager"),
        2 => (new Sight { Managers = ["manager"] }, r => r.Person == "manager"),
        _ => (Granary.Access.Contracts.Sight.Everything, _ => true),
    };

    private static EffectiveRights Reading(Sight answers)
    {
        var rights = Desk.Caller(Granary.Access.Contracts.Sight.Everything).Rights;
        return rights with { Sights = new Dictionary<string, Sight>(rights.Sights) { [Permission.AnswersRead] = answers } };
    }
}

public sealed class SqliteAnalysis(ITestOutputHelper output) : AnalysisCompliance(new Engine.Sqlite(), output);

public sealed class PostgresAnalysis(ITestOutputHelper output) : AnalysisCompliance(new Engine.Postgres(), output);
