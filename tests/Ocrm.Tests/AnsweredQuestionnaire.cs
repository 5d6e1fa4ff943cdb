using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Granary.Kernel.Storage;
using Granary.Ocrm.Analysis;
using Microsoft.Extensions.DependencyInjection;

namespace Granary.Ocrm.Tests;

/// <summary>A published questionnaire of every kind of question with made-up responses, and a recount of them that knows nothing of blocks.</summary>
internal sealed class AnsweredQuestionnaire(Desk desk, long id, Random random)
{
    /// <summary>Keys of what is counted, and of how a response came.</summary>
    public static readonly string[] Keys = ["one", "many", "rate", "grid[r1]", "grid[r2]", "rank[a]", "yes", "income", "since", "home", "words"];

    private static readonly string[] Units = ["2305210101", "2305210102", "2301830201"];

    public sealed record Response(long Id, long Number, string Entity, string Unit, string Person, string Via, string Band, string Month, double Score, JsonObject Answers);

    public long Id => id;

    public string Path => string.Create(CultureInfo.InvariantCulture, $"/questionnaires/{id}/analysis");

    /// <param name="more">What the second version asks besides in its first question.</param>
    private static string Document(bool more) => JsonSerializer.Serialize(new
    {
        title = "满意度",
        pages = new[]
        {
            new
            {
                name = "p1",
                elements = new object[]
                {
                    new { type = "radiogroup", name = "one", choices = more ? new[] { "a", "b", "c", "d" } : ["a", "b", "c"], showOtherItem = true },
                    new { type = "checkbox", name = "many", choices = new[] { "a", "b", "c" }, showNoneItem = true },
                    new { type = "rating", name = "rate", rateMin = 0, rateMax = 10 },
                    new { type = "matrix", name = "grid", rows = new[] { "r1", "r2" }, columns = new[] { "bad", "good" } },
                    new { type = "ranking", name = "rank", choices = new[] { "a", "b", "c" } },
                    new { type = "boolean", name = "yes" },
                    new { type = "text", name = "income", inputType = "number" },
                    new { type = "text", name = "since", inputType = "date" },
                    new { type = "paneldynamic", name = "home", maxPanelCount = 5, templateElements = new[] { new { type = "text", name = "who" } } },
                    new { type = "comment", name = "words" },
                },
            },
        },
        scoring = new { bands = new[] { new { name = "low", from = 0 }, new { name = "high", from = 50 } } },
    });

    public static async Task<AnsweredQuestionnaire> PublishAsync(Desk desk, Random random, bool anonymous = false, string entity = "")
    {
        var id = await desk.Database.WriteAsync(async session =>
        {
            var made = (await session.QueryAsync(
                "INSERT INTO ocrm.questionnaire (entity, unit, owner, title, kind, anonymous, state, current, draft, changed_by, changed_at, created_at, version) VALUES (@entity, '00', '', '满意度', 'satisfaction', @anonymous, 'published', 2, '{}', '', 0, 0, 1) RETURNING id",
                r => r.GetInt64(0), ("anonymous", (short)(anonymous ? 1 : 0)), ("entity", entity)))[0];
            foreach (var number in new[] { 1L, 2L })
            {
                await session.ExecuteAsync("INSERT INTO ocrm.questionnaire_version (questionnaire, number, document, note, published_by, published_at) VALUES (@id, @number, @document, '', '', 0)",
                    ("id", made), ("number", number), ("document", Document(more: number == 2)));
            }

            return made;
        }, CancellationToken.None);
        return new AnsweredQuestionnaire(desk, id, random);
    }

    /// <summary>Responses of all states and both versions.</summary>
    public Task AnswerAsync(int count) => desk.Database.WriteAsync(async session =>
    {
        for (var i = 0; i < count; i++)
        {
            var unit = Pick(Units);
            var score = random.Next(100);
            var number = random.Next(1, 3);
            await session.ExecuteAsync(
                """
                INSERT INTO ocrm.response (questionnaire, number, invitation, campaign, party_id, recorded_for, prospect, entity, unit, person, via, language, state, page, answers, score, band, started_at, changed_at, at, version)
                VALUES (@id, @number, 0, 0, @party, 0, 0, @entity, @unit, @person, @via, 'zh-cn', @state, '', @answers, @score, @band, 0, 0, @at, 1)
                """,
                ("id", id), ("number", (long)number), ("party", (long)random.Next(5)), ("entity", unit[..6]), ("unit", unit), ("person", Pick("manager", "other")), ("via", Pick("qr", "link", "manager")),
                ("state", Pick("complete", "complete", "complete", "complete", "open", "screened", "discarded")), ("answers", Answers(number).ToJsonString()), ("score", (double)score), ("band", score < 50 ? "low" : "high"),
                ("at", SetClock.At("2026-04-20 09:00").AddDays(random.Next(60)).ToUnixTimeMilliseconds()));
        }
    }, CancellationToken.None);

    /// <summary>Packs whatever changed.</summary>
    public async Task PackedAsync()
    {
        while (await desk.Services.GetRequiredService<PackAnswers>().StepAsync(CancellationToken.None))
        {
        }
    }

    public Task<List<Response>> CompleteAsync() => desk.Database.ReadAsync(session => session.QueryAsync(
        "SELECT r.id, r.number, r.entity, r.unit, r.person, r.via, r.band, r.at, r.score, r.answers FROM ocrm.response r WHERE r.questionnaire = @id AND r.state = 'complete' ORDER BY r.id",
        r => new Response(r.GetInt64(0), r.GetInt64(1), r.GetString(2), r.GetString(3), r.GetString(4), r.GetString(5), r.GetString(6),
            DateTimeOffset.FromUnixTimeMilliseconds(r.GetInt64(7)).ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM", CultureInfo.InvariantCulture), r.GetDouble(8), (JsonObject)JsonNode.Parse(r.GetString(9))!), ("id", id)), CancellationToken.None);

    /// <summary>Whether a response has a value, as conditions and cells name it.</summary>
    public static bool Has(Response response, string key, string value)
    {
        var values = ValuesOf(response, key);
        return value switch
        {
            "@none" => values.Count == 0,
            "@else" => key == "one" && response.Answers["one"]?.GetValue<string>() == "gone",
            _ when key is "income" => values.Count > 0 && value.Split('~') is [var from, var to] && Number(values[0]) >= Number(from) && Number(values[0]) < Number(to),
            _ when key is "since" => values.Count > 0 && values[0].StartsWith(value, StringComparison.Ordinal),
            "answered" => values.Count > 0,
            _ => values.Contains(value),
        };
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static List<string> ValuesOf(Response response, string key) => key switch
    {
        "@unit" => [response.Unit],
        "@via" => [response.Via],
        "@band" => [response.Band],
        "@month" => [response.Month],
        "@version" => [response.Number.ToString(CultureInfo.InvariantCulture)],
        "many" => [.. response.Answers["many"]?.AsArray().Select(v => v!.GetValue<string>()) ?? []],
        "grid[r1]" or "grid[r2]" => response.Answers["grid"]?[key[5..7]] is { } cell ? [cell.GetValue<string>()] : [],
        "rank[a]" => response.Answers["rank"] is JsonArray order ? [(order.Select(v => v!.GetValue<string>()).ToList().IndexOf("a") + 1).ToString(CultureInfo.InvariantCulture)] : [],
        "home" => response.Answers["home"] is JsonArray { Count: > 0 } groups ? [groups.Count.ToString(CultureInfo.InvariantCulture)] : [],
        _ => response.Answers[key] is { } answer ? [answer.GetValueKind() == JsonValueKind.String ? answer.GetValue<string>() : answer.ToJsonString()] : [],
    };

    private JsonObject Answers(int number)
    {
        var answers = new JsonObject();
        void Maybe(string name, Func<JsonNode> answer)
        {
            if (random.Next(5) > 0)
            {
                answers[name] = answer();
            }
        }

        Maybe("one", () => Pick("a", "b", "c", number == 2 ? "d" : "a", "other", "gone"));
        Maybe("many", () => new JsonArray([.. new[] { "a", "b", "c", "none" }.Where(_ => random.Next(2) == 0).DefaultIfEmpty("b").Select(v => (JsonNode)v)]));
        Maybe("rate", () => random.Next(11));
        Maybe("grid", () => new JsonObject { ["r1"] = Pick("bad", "good"), ["r2"] = Pick("bad", "good") });
        Maybe("rank", () => new JsonArray([.. new[] { "a", "b", "c" }.OrderBy(_ => random.Next()).Select(v => (JsonNode)v)]));
        Maybe("yes", () => random.Next(2) == 0);
        Maybe("income", () => random.Next(3_000, 90_000));
        Maybe("since", () => $"20{random.Next(10, 27):D2}-0{random.Next(1, 10)}-15");
        Maybe("home", () => new JsonArray([.. Enumerable.Range(0, random.Next(1, 5)).Select(i => (JsonNode)new JsonObject { ["who"] = $"x{i}" })]));
        Maybe("words", () => Pick("排队时间太长", "客户经理很耐心", "手机银行不好用"));
        return answers;
    }

    public T Pick<T>(params T[] among) => among[random.Next(among.Length)];
}
