using System.Text.Json;
using Granary.Access.Contracts;
using Granary.Ocrm.Questionnaires.Bank;
using Granary.Ocrm.Products;
using Granary.Tests;

namespace Granary.Ocrm.Tests;

/// <summary>What the question bank promises, on each engine (docs/cases.md, QUES).</summary>
public abstract class QuestionBankCompliance(Engine engine)
{
    private static readonly string[] Colours = ["red", "green"];

    [Fact, Trait("Case", "QUES-31")]
    public async Task What_ships_is_there_once_though_several_hubs_start_at_once_on_an_empty_database()
    {
        await using var desk = await Desk.StartAsync(engine);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => desk.Services.EnsureQuestionBankAsync(CancellationToken.None)));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => desk.Database.WriteAsync(session => DemoCatalogue.EnsureAsync(session, new DateOnly(2026, 6, 1)), CancellationToken.None)));
        Assert.Empty(await desk.RowsAsync("SELECT b.title || '' FROM ocrm.bank_item b GROUP BY b.title, b.type HAVING count(*) > 1"));
        Assert.Empty(await desk.RowsAsync("SELECT a.title || '' FROM ocrm.article a GROUP BY a.title HAVING count(*) > 1"));
        Assert.NotEmpty(await desk.RowsAsync("SELECT b.title || '' FROM ocrm.bank_item b"));
        Assert.NotEmpty(await desk.RowsAsync("SELECT a.title || '' FROM ocrm.article a"));
    }

    [Fact, Trait("Case", "QUES-10")]
    public async Task A_changed_question_is_a_new_version_and_who_took_the_old_one_keeps_it()
    {
        await using var desk = await Desk.StartAsync(engine, follow: false);
        var id = await AddAsync(desk, Colour("颜色"), "basic");
        var taken = (await ShowAsync(desk, id)).GetProperty("fragment");
        Assert.Equal($"{id}@1", taken.GetProperty("bank").GetString());
        var questionnaire = await QuestionnaireCompliance.AddAsync(desk, new { unit = QuestionnaireCompliance.Outlet, title = "一", document = new { elements = new[] { taken } } });
        var (status, saved) = await desk.SendAsync(HttpMethod.Put, $"/bank/{id}", new { fragment = Colour("喜欢的颜色"), tags = new[] { "basic" }, version = 1 });
        Assert.Equal((200, 2), (status, saved.GetProperty("current").GetInt32()));
        Assert.Equal(409, (await desk.SendAsync(HttpMethod.Put, $"/bank/{id}", new { fragment = Colour("旧的"), version = 1 })).Status);

        // Tags alone make no version of the question.
        var (_, tagged) = await desk.SendAsync(HttpMethod.Put, $"/bank/{id}", new { fragment = Colour("喜欢的颜色"), tags = new[] { "basic", "taste" }, version = 2 });
        Assert.Equal((2, 3), (tagged.GetProperty("current").GetInt32(), tagged.GetProperty("version").GetInt32()));
        var shown = await ShowAsync(desk, id);
        Assert.Equal(["喜欢的颜色", "颜色"], shown.GetProperty("versions").EnumerateArray().Select(v => v.GetProperty("fragment").GetProperty("title").GetString()));
        Assert.Equal($"{id}@2", shown.GetProperty("fragment").GetProperty("bank").GetString());
        Assert.Equal([$"{questionnaire} 0 colour 1"], Uses(shown));
        Assert.Contains("颜色", (await desk.SendAsync(HttpMethod.Get, $"/questionnaires/{questionnaire}")).Body.GetProperty("draft").ToString(), StringComparison.Ordinal);
    }

    [Fact, Trait("Case", "QUES-11")]
    public async Task Where_a_question_is_used_is_known_of_drafts_and_versions_and_of_others_only_how_many()
    {
        await using var desk = await Desk.StartAsync(engine, follow: false);
        var id = await AddAsync(desk, Colour("颜色"), province: true);
        var one = await AskingAsync(desk, id, QuestionnaireCompliance.Outlet);
        var other = await AskingAsync(desk, id, "2301830201");
        await QuestionnaireCompliance.PublishAsync(desk, one);
        Assert.Equal(200, (await QuestionnaireCompliance.SaveAsync(desk, one, QuestionnaireCompliance.Asking("几岁"), 1)).Status);
        Assert.Equal([$"{other} 0 colour 1", $"{one} 1 colour 1"], Uses(await ShowAsync(desk, id)));
        desk.As = Desk.Caller(new Sight { Entities = [QuestionnaireCompliance.Entity] });
        var shown = await ShowAsync(desk, id);
        Assert.Equal([$"{one} 1 colour 1"], Uses(shown));
        Assert.Equal((1, false), (shown.GetProperty("elsewhere").GetInt32(), shown.GetProperty("mine").GetBoolean()));
        Assert.Equal(404, (await desk.SendAsync(HttpMethod.Delete, $"/bank/{id}")).Status);
        var (found, rows) = await desk.SendAsync(HttpMethod.Post, "/lists/bank/rows", new { columns = new[] { "title", "used" }, filter = new { column = "labels", op = "eq", value = "basic" } });
        Assert.True(found == 200, rows.ToString());
        Assert.Equal(2, Assert.Single(rows.GetProperty("rows").EnumerateArray()).GetProperty("cells").GetProperty("used").GetInt32());
    }

    [Fact, Trait("Case", "QUES-12")]
    public async Task How_a_question_is_answered_is_counted_over_all_that_ask_it_and_small_numbers_stay_unsaid_where_anonymity_was_promised()
    {
        await using var desk = await Desk.StartAsync(engine, follow: false);
        var id = await AddAsync(desk, Colour("颜色"));
        var (named, other) = (await AskingAsync(desk, id, QuestionnaireCompliance.Outlet), await AskingAsync(desk, id, QuestionnaireCompliance.Outlet));
        foreach (var questionnaire in new[] { named, other })
        {
            await QuestionnaireCompliance.PublishAsync(desk, questionnaire);
            await AnswerAsync(desk, questionnaire, "red", 3);
        }

        await AnswerAsync(desk, named, "green", 1);
        await AnswerAsync(desk, named, "green", 5, entity: "230183");
        desk.As = Desk.Caller(new Sight { Entities = [QuestionnaireCompliance.Entity] });
        Assert.Equal(["red 6", "green 1"], await CountsAsync(desk, id));
        await desk.Database.WriteAsync(s => s.ExecuteAsync("UPDATE ocrm.questionnaire SET anonymous = 1 WHERE id = @id", ("id", long.Parse(other, System.Globalization.CultureInfo.InvariantCulture))), CancellationToken.None);
        Assert.Equal(["red 6", "green "], await CountsAsync(desk, id));
    }

    [Fact, Trait("Case", "QUES-13")]
    public async Task What_cannot_be_asked_does_not_come_into_the_bank_and_a_block_is_one_question_of_several()
    {
        await using var desk = await Desk.StartAsync(engine, follow: false);
        Assert.Equal("bank-incomplete", (await SendAsync(desk, new { type = "radiogroup", name = "q", visibleIf = "{" }, [])).Body.GetProperty("code").GetString());
        Assert.Equal("bank-incomplete", (await SendAsync(desk, Colour("颜色"), ["a,b"])).Body.GetProperty("code").GetString());
        var block = await AddAsync(desk, new { type = "panel", name = "home", title = "家庭", elements = new object[] { new { type = "text", name = "street" }, Colour("房子颜色") } });
        Assert.Equal("panel", (await ShowAsync(desk, block)).GetProperty("type").GetString());
        Assert.Equal(204, (await desk.SendAsync(HttpMethod.Delete, $"/bank/{block}")).Status);
        Assert.Equal("retired", (await ShowAsync(desk, block)).GetProperty("state").GetString());
    }

    [Fact, Trait("Case", "QUES-14")]
    public async Task The_bank_begins_with_questions_and_blocks_that_the_check_has_nothing_to_say_of_and_they_come_only_once()
    {
        await using var desk = await Desk.StartAsync(engine, follow: false);
        Task ShipAsync() => desk.Database.WriteAsync(async session =>
        {
            await ShippedQuestions.EnsureAsync(session, new OcrmLimits(), 1);
            return true;
        }, CancellationToken.None);
        await ShipAsync();
        var ids = await OfferedAsync(desk);
        foreach (var id in ids)
        {
            var shown = await ShowAsync(desk, id);
            var (_, findings) = await desk.SendAsync(HttpMethod.Post, "/questionnaires/check", new { document = new { pages = new[] { new { name = "p", elements = new[] { shown.GetProperty("fragment") } } } } });
            Assert.True(findings.GetArrayLength() == 0, $"{shown.GetProperty("title")}: {findings}");
        }

        Assert.Equal(4, (await Task.WhenAll(ids.Select(id => ShowAsync(desk, id)))).Count(shown => shown.GetProperty("type").GetString() == "panel"));
        Assert.Equal(204, (await desk.SendAsync(HttpMethod.Delete, $"/bank/{ids[0]}")).Status);
        await ShipAsync();
        Assert.Equal(ids.Skip(1), await OfferedAsync(desk));
    }

    private static async Task<IReadOnlyList<string>> OfferedAsync(Desk desk)
    {
        var (status, page) = await desk.SendAsync(HttpMethod.Post, "/lists/bank/rows", new { columns = new[] { "title" }, filter = new { column = "state", op = "eq", value = "offered" }, limit = 100 });
        Assert.True(status == 200, page.ToString());
        return [.. page.GetProperty("rows").EnumerateArray().Select(row => row.GetProperty("id").GetString()!)];
    }

    private static object Colour(string title) => new { type = "radiogroup", name = "colour", title, choices = Colours };

    private static Task<(int Status, JsonElement Body)> SendAsync(Desk desk, object fragment, string[] tags, bool province = false) =>
        desk.SendAsync(HttpMethod.Post, "/bank", new { fragment, tags, unit = QuestionnaireCompliance.Outlet, province });

    private static async Task<string> AddAsync(Desk desk, object fragment, string tag = "basic", bool province = false)
    {
        var (status, added) = await SendAsync(desk, fragment, [tag], province);
        Assert.True(status == 200, added.ToString());
        return added.GetProperty("id").GetString()!;
    }

    private static async Task<JsonElement> ShowAsync(Desk desk, string id) => (await desk.SendAsync(HttpMethod.Get, $"/bank/{id}")).Body;

    private static async Task<string> AskingAsync(Desk desk, string item, string unit) => await QuestionnaireCompliance.AddAsync(
        desk, new { unit, title = "问", document = new { pages = new[] { new { name = "p", elements = new[] { (await ShowAsync(desk, item)).GetProperty("fragment") } } } } });

    private static IEnumerable<string> Uses(JsonElement shown) =>
        shown.GetProperty("uses").EnumerateArray().Select(u => $"{u.GetProperty("questionnaire").GetString()} {u.GetProperty("number")} {u.GetProperty("name").GetString()} {u.GetProperty("taken")}");

    private static async Task<IEnumerable<string>> CountsAsync(Desk desk, string id) =>
        (await desk.SendAsync(HttpMethod.Get, $"/bank/{id}/answers")).Body.GetProperty("counts").EnumerateArray().Select(c => $"{c.GetProperty("value").GetString()} {c.GetProperty("count")}");

    private static Task<int> AnswerAsync(Desk desk, string questionnaire, string colour, int times, string entity = QuestionnaireCompliance.Entity) => desk.Database.WriteAsync(async session =>
    {
        for (var i = 0; i < times; i++)
        {
            await session.ExecuteAsync(
                """
                INSERT INTO ocrm.response (questionnaire, number, invitation, campaign, party_id, recorded_for, prospect, entity, unit, person, via, language, state, page, answers, score, band, started_at, changed_at, at, version)
                VALUES (@questionnaire, 1, 0, 0, 0, 0, 0, @entity, '', '', 'link', 'zh-cn', 'complete', '', @answers, 0, '', 1, 1, 1, 1)
                """,
                ("questionnaire", long.Parse(questionnaire, System.Globalization.CultureInfo.InvariantCulture)), ("entity", entity), ("answers", $$"""{"colour":"{{colour}}"}"""));
        }

        return times;
    }, CancellationToken.None);
}

public sealed class SqliteQuestionBank() : QuestionBankCompliance(new Engine.Sqlite());

public sealed class PostgresQuestionBank() : QuestionBankCompliance(new Engine.Postgres());
