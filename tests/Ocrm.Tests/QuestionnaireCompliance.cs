using System.Text.Json;
using Granary.Access.Contracts;
using Granary.Tests;

namespace Granary.Ocrm.Tests;

/// <summary>What the library of questionnaires promises, on each engine (docs/cases.md, QUES).</summary>
public abstract class QuestionnaireCompliance(Engine engine)
{
    internal const string Outlet = "2305210102";
    internal const string Entity = "230521";

    [Fact, Trait("Case", "QUES-01")]
    public async Task A_published_version_never_changes_and_a_new_one_is_released_beside_it()
    {
        await using var desk = await Desk.StartAsync(engine, follow: false);
        var id = await AddAsync(desk, new { unit = Outlet, template = "risk", title = "评估" });
        Assert.Equal(1, await PublishAsync(desk, id));
        var first = (await desk.SendAsync(HttpMethod.Get, $"/questionnaires/{id}/versions/1")).Body.GetRawText();
        var (_, shown) = await desk.SendAsync(HttpMethod.Get, $"/questionnaires/{id}");
        Assert.Equal(200, (await SaveAsync(desk, id, Asking("多大年纪"), shown.GetProperty("version").GetInt64())).Status);
        Assert.Equal(first, (await desk.SendAsync(HttpMethod.Get, $"/questionnaires/{id}/versions/1")).Body.GetRawText());
        Assert.Equal(2, await PublishAsync(desk, id));
        Assert.Equal(first, (await desk.SendAsync(HttpMethod.Get, $"/questionnaires/{id}/versions/1")).Body.GetRawText());
        (_, shown) = await desk.SendAsync(HttpMethod.Get, $"/questionnaires/{id}");
        Assert.Equal(("published", 2), (shown.GetProperty("state").GetString(), shown.GetProperty("current").GetInt32()));
        Assert.Equal([2, 1], shown.GetProperty("versions").EnumerateArray().Select(v => v.GetProperty("number").GetInt32()));
    }

    [Fact, Trait("Case", "QUES-02")]
    public async Task Of_two_who_save_one_hears_whose_change_is_there_and_what_cannot_be_asked_is_not_published()
    {
        await using var desk = await Desk.StartAsync(engine, follow: false);
        var id = await AddAsync(desk, new { unit = Outlet, title = "空的" });
        Assert.Equal(200, (await SaveAsync(desk, id, Asking("多大年纪"), 1)).Status);
        var (status, conflict) = await SaveAsync(desk, id, Asking("几岁"), 1);
        Assert.Equal((409, "questionnaire.changed", 2), (status, conflict.GetProperty("code").GetString(), conflict.GetProperty("version").GetInt32()));
        Assert.NotEqual("", conflict.GetProperty("changedBy").GetString());

        // A condition on a question that is not there: it is kept as a draft, and not published.
        Assert.Equal(200, (await SaveAsync(desk, id, Asking("多大年纪", "{income} > 3"), 2)).Status);
        var (refused, why) = await desk.SendAsync(HttpMethod.Post, $"/questionnaires/{id}/publish", new { note = "", version = 3 });
        Assert.Equal((400, "questionnaire-errors"), (refused, why.GetProperty("code").GetString()));
        Assert.Contains(why.GetProperty("findings").EnumerateArray(), f => f.GetProperty("code").GetString() == "unknown-name" && f.GetProperty("path").GetString()!.StartsWith("pages[0].elements[0]", StringComparison.Ordinal));
        Assert.Equal(409, (await desk.SendAsync(HttpMethod.Post, $"/questionnaires/{id}/publish", new { note = "", version = 2 })).Status);
        Assert.Equal("draft", (await desk.SendAsync(HttpMethod.Get, $"/questionnaires/{id}")).Body.GetProperty("state").GetString());
    }

    [Fact, Trait("Case", "QUES-03")]
    public async Task One_s_own_legal_entity_s_and_the_province_s_are_read_and_others_are_unknown()
    {
        await using var desk = await Desk.StartAsync(engine, follow: false);
        var own = await AddAsync(desk, new { unit = Outlet, title = "本社" });
        var province = await AddAsync(desk, new { province = true, title = "全省" });
        var elsewhere = await AddAsync(desk, new { unit = "2301830201", title = "别处" });
        desk.As = Desk.Caller(new Sight { Entities = [Entity] });
        Assert.Equal(["全省", "本社"], await TitlesAsync(desk));
        Assert.Equal(404, (await desk.SendAsync(HttpMethod.Get, $"/questionnaires/{elsewhere}")).Status);
        Assert.Equal((true, false), (await MineAsync(desk, own), await MineAsync(desk, province)));
        foreach (var path in new[] { "publish", "close", "reopen" })
        {
            Assert.Equal(404, (await desk.SendAsync(HttpMethod.Post, $"/questionnaires/{province}/{path}", new { version = 1 })).Status);
        }

        Assert.Equal(404, (await SaveAsync(desk, province, Asking("几岁"), 1)).Status);
        Assert.Equal("questionnaire-unit", (await desk.SendAsync(HttpMethod.Post, "/questionnaires", new { province = true, title = "全省二" })).Body.GetProperty("code").GetString());
        Assert.Equal("本社", await TitleAsync(desk, await AddAsync(desk, new { unit = Outlet, copyOf = own })));
        Assert.Equal(400, (await desk.SendAsync(HttpMethod.Post, "/questionnaires", new { unit = Outlet, copyOf = elsewhere })).Status);
    }

    [Fact, Trait("Case", "QUES-04")]
    public async Task A_closed_questionnaire_is_reopened_and_one_that_was_never_published_is_not()
    {
        await using var desk = await Desk.StartAsync(engine, follow: false);
        var id = await AddAsync(desk, new { unit = Outlet, template = "risk" });
        Assert.Equal(409, (await desk.SendAsync(HttpMethod.Post, $"/questionnaires/{id}/close")).Status);
        await PublishAsync(desk, id);
        Assert.Equal(204, (await desk.SendAsync(HttpMethod.Post, $"/questionnaires/{id}/close")).Status);
        Assert.Equal(204, (await desk.SendAsync(HttpMethod.Post, $"/questionnaires/{id}/close")).Status);
        Assert.Equal("closed", (await desk.SendAsync(HttpMethod.Get, $"/questionnaires/{id}")).Body.GetProperty("state").GetString());
        Assert.Equal(204, (await desk.SendAsync(HttpMethod.Post, $"/questionnaires/{id}/reopen")).Status);
        Assert.Equal(["questionnaires.edit", "questionnaires.publish", "questionnaires.publish", "questionnaires.publish"], await desk.Database.ReadAsync(
            s => s.QueryAsync("SELECT act FROM ocrm.audit WHERE subject = @subject ORDER BY id", r => r.GetString(0), ("subject", $"questionnaire/{id}")), CancellationToken.None));
    }

    [Fact, Trait("Case", "QUES-05")]
    public async Task The_engine_says_for_a_preview_what_is_shown_wrong_and_scored()
    {
        await using var desk = await Desk.StartAsync(engine, follow: false);
        var document = Asking("几岁", "{ready} = 'yes'");
        var (_, hidden) = await EvaluateAsync(desk, document, new { });
        Assert.False(hidden.GetProperty("elements").EnumerateArray().Single(e => e.GetProperty("path").GetString() == "age").GetProperty("visible").GetBoolean());
        var (_, wrong) = await EvaluateAsync(desk, document, new { ready = "yes", age = "old" });
        Assert.Equal("not-a-number", wrong.GetProperty("elements").EnumerateArray().Single(e => e.GetProperty("path").GetString() == "age").GetProperty("errors")[0].GetProperty("code").GetString());
        Assert.Equal(400, (await EvaluateAsync(desk, document, new[] { 1 })).Status);
        Assert.Equal(400, (await EvaluateAsync(desk, new { pages = 1 }, new { })).Status);
        var (_, findings) = await desk.SendAsync(HttpMethod.Post, "/questionnaires/check", new { document = new { pages = 1 } });
        Assert.Equal("error", findings[0].GetProperty("severity").GetString());
    }

    /// <summary>A question that is a number, perhaps under a condition.</summary>
    internal static object Asking(string title, string? visibleIf = null) => new
    {
        title = "试卷",
        pages = new[] { new { name = "one", elements = new object[] { new { type = "text", name = "age", inputType = "number", title, visibleIf }, new { type = "radiogroup", name = "ready", choices = new[] { "yes", "no" } } } } },
    };

    internal static async Task<string> AddAsync(Desk desk, object body)
    {
        var (status, added) = await desk.SendAsync(HttpMethod.Post, "/questionnaires", body);
        Assert.True(status == 200, added.ToString());
        return added.GetProperty("id").GetString()!;
    }

    internal static Task<(int Status, JsonElement Body)> SaveAsync(Desk desk, string id, object document, long version) =>
        desk.SendAsync(HttpMethod.Put, $"/questionnaires/{id}/draft", new { document, version });

    internal static async Task<int> PublishAsync(Desk desk, string id)
    {
        var (_, shown) = await desk.SendAsync(HttpMethod.Get, $"/questionnaires/{id}");
        var (status, published) = await desk.SendAsync(HttpMethod.Post, $"/questionnaires/{id}/publish", new { note = "", version = shown.GetProperty("version").GetInt64() });
        Assert.True(status == 200, published.ToString());
        return published.GetProperty("number").GetInt32();
    }

    private static Task<(int Status, JsonElement Body)> EvaluateAsync(Desk desk, object document, object answers) =>
        desk.SendAsync(HttpMethod.Post, "/questionnaires/evaluate", new { document, answers, language = "en" });

    private static async Task<List<string?>> TitlesAsync(Desk desk) =>
        [.. (await desk.SendAsync(HttpMethod.Post, "/lists/questionnaires/rows", new { columns = new[] { "title" } })).Body.GetProperty("rows").EnumerateArray()
            .Select(r => r.GetProperty("cells").GetProperty("title").GetString()).Order(StringComparer.Ordinal)];

    private static async Task<bool> MineAsync(Desk desk, string id) => (await desk.SendAsync(HttpMethod.Get, $"/questionnaires/{id}")).Body.GetProperty("mine").GetBoolean();

    private static async Task<string?> TitleAsync(Desk desk, string id) => (await desk.SendAsync(HttpMethod.Get, $"/questionnaires/{id}")).Body.GetProperty("title").GetString();
}

public sealed class SqliteQuestionnaires() : QuestionnaireCompliance(new Engine.Sqlite());

public sealed class PostgresQuestionnaires() : QuestionnaireCompliance(new Engine.Postgres());
