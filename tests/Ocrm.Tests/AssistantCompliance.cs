using Granary.Access.Contracts;
using Granary.Tests;

namespace Granary.Ocrm.Tests;

/// <summary>Managers who assist, with shares (docs/cases.md, OWN).</summary>
public abstract class AssistantCompliance(Engine engine)
{
    private const string Outlet = "2305210102";
    private const string Entity = "230521";
    private const string ZhaoYue = "230183198603094823";
    private const string WangFang = "230521198506211246";

    [Fact, Trait("Case", "OWN-20")]
    public async Task Whoever_assists_has_the_customer_in_every_list_and_count_and_acts_for_them_until_they_assist_no_more()
    {
        await using var desk = await Desk.StartAsync(engine);
        var (number, _) = await TwoAsync(desk);
        Assert.Equal(204, await SetAsync(desk, number, ("head", 30)));

        desk.As = Desk.Caller(new Sight { Managers = ["head"] });
        Assert.Equal(["赵玥"], await desk.NamesAsync());
        Assert.Equal(200, (await desk.SendAsync(HttpMethod.Get, $"/customers/{number}")).Status);
        Assert.False((await desk.SendAsync(HttpMethod.Get, $"/parties/{number}")).Body.GetProperty("beyond").GetBoolean());
        Assert.Equal(1, (await desk.SendAsync(HttpMethod.Get, "/dashboard")).Body.GetProperty("base").GetProperty("customers").GetInt32());
        Assert.Equal(["赵玥"], await desk.SearchAsync("赵玥"));
        Assert.Equal(202, (await desk.SendAsync(HttpMethod.Post, $"/customers/{number}/edits", new { attributes = new { mobile = "13900001111" } })).Status);

        desk.As = Desk.Caller(Sight.Everything);
        Assert.Equal(204, await SetAsync(desk, number));
        desk.As = Desk.Caller(new Sight { Managers = ["head"] });
        Assert.Empty(await desk.NamesAsync());
        Assert.Equal(404, (await desk.SendAsync(HttpMethod.Get, $"/customers/{number}")).Status);
    }

    [Fact, Trait("Case", "OWN-21")]
    public async Task The_customer_says_who_assists_with_which_share_and_the_manager_has_the_rest()
    {
        await using var desk = await Desk.StartAsync(engine);
        var (number, _) = await TwoAsync(desk);
        Assert.Equal(204, await SetAsync(desk, number, ("head", 30), ("marketing", 20)));
        var seen = (await desk.SendAsync(HttpMethod.Get, $"/customers/{number}")).Body.GetProperty("in")[0];
        Assert.Equal(50, seen.GetProperty("share").GetInt32());
        Assert.Equal([("head", 30), ("marketing", 20)], seen.GetProperty("assistants").EnumerateArray().Select(a => (a.GetProperty("person").GetString(), a.GetProperty("share").GetInt32())));
        Assert.Equal(["赵玥"], await desk.NamesAsync(new { column = "assistants", op = "eq", value = "marketing" }));
        Assert.Equal(["王芳"], await desk.NamesAsync(new { column = "assistants", op = "empty" }));
    }

    [Theory, Trait("Case", "OWN-22")]
    [InlineData("head", 0, "share-wrong")]
    [InlineData("head", 100, "share-wrong")]
    [InlineData("manager", 10, "assistant-twice")]
    [InlineData("nobody-at-all", 10, "manager-unknown")]
    public async Task Who_cannot_assist_is_refused_by_name_and_nothing_changes(string person, int share, string code)
    {
        await using var desk = await Desk.StartAsync(engine);
        var (number, without) = await TwoAsync(desk);
        Assert.Equal(code, await RefusedAsync(desk, number, (person, share)));
        Assert.Equal("manager-missing", await RefusedAsync(desk, without, ("head", 10)));
        Assert.Equal("assistants-many", await RefusedAsync(desk, number, ("head", 10), ("demo", 10), ("marketing", 10)));
        Assert.Equal("share-wrong", await RefusedAsync(desk, number, ("head", 60), ("demo", 40)));
        Assert.Equal("assistant-twice", await RefusedAsync(desk, number, ("head", 10), ("head", 10)));
        Assert.Empty(await KeptAsync(desk));
        desk.As = Desk.Caller(new Sight { Entities = ["230183"] });
        Assert.Equal(404, await SetAsync(desk, number, ("head", 10)));
    }

    [Fact, Trait("Case", "OWN-23")]
    public async Task Many_customers_get_an_assistant_at_once_and_whoever_becomes_their_manager_assists_no_more()
    {
        await using var desk = await Desk.StartAsync(engine);
        var (number, other) = await TwoAsync(desk);
        await desk.OwnAsync(other, "head");
        Assert.Equal(1, await ActAsync(desk, "assist", new { assistants = "head", share = "25" }));
        Assert.Equal(["head 25 head"], await KeptAsync(desk));
        Assert.Equal(1, await ActAsync(desk, "assist", new { assistants = "head", share = "40" }));
        Assert.Equal(["head 40 head"], await KeptAsync(desk));

        await ActAsync(desk, "allocate", new { manager = "head" });
        Assert.Empty(await KeptAsync(desk));
        Assert.Equal(2, await ActAsync(desk, "assist", new { assistants = "manager", share = "10" }));
        Assert.Equal(2, await ActAsync(desk, "unassist", new { assistants = "manager" }));
        Assert.Empty(await KeptAsync(desk));
        Assert.Equal(number, (await desk.SendAsync(HttpMethod.Get, $"/customers/{number}")).Body.GetProperty("number").GetString());
    }

    [Fact, Trait("Case", "OWN-24")]
    public async Task Assistants_stay_with_the_right_customer_through_a_merge_and_a_split()
    {
        await using var desk = await Desk.StartAsync(engine);
        var (first, second) = await IdentityCompliance.TwoAsync(desk);
        await desk.OwnAsync(first, "manager");
        await desk.OwnAsync(second, "manager");
        Assert.Equal(204, await SetAsync(desk, first, ("head", 30)));
        Assert.Equal(204, await SetAsync(desk, second, ("marketing", 20)));
        await IdentityCompliance.MergeAsync(desk);
        Assert.Equal(["head 30 head"], await KeptAsync(desk)); // of two in the same place the heir's own stays
        await IdentityCompliance.SplitAsync(desk, first);
        Assert.Equal(["head 30 head"], await KeptAsync(desk));
    }

    [Fact, Trait("Case", "OWN-25")]
    public async Task An_assistant_of_the_merged_one_alone_assists_the_survivor_and_goes_back_with_the_split()
    {
        await using var desk = await Desk.StartAsync(engine);
        var (first, second) = await IdentityCompliance.TwoAsync(desk);
        await desk.OwnAsync(first, "manager");
        await desk.OwnAsync(second, "manager");
        Assert.Equal(204, await SetAsync(desk, second, ("marketing", 20)));
        await IdentityCompliance.MergeAsync(desk);
        Assert.Equal(["marketing 20 marketing"], await KeptAsync(desk));
        var split = await IdentityCompliance.SplitAsync(desk, first);
        Assert.Equal(["marketing 20 marketing"], await KeptAsync(desk));
        desk.As = Desk.Caller(new Sight { Managers = ["marketing"] });
        Assert.Equal(200, (await desk.SendAsync(HttpMethod.Get, $"/customers/{split}")).Status);
        Assert.Equal(404, (await desk.SendAsync(HttpMethod.Get, $"/customers/{first}")).Status);
    }

    [Fact, Trait("Case", "OWN-26")]
    public async Task The_head_s_ranking_gives_each_person_deposits_by_their_share_and_the_sum_stays_what_it_is()
    {
        await using var desk = await Desk.StartAsync(engine);
        var (number, _) = await TwoAsync(desk);
        Assert.Equal(204, await SetAsync(desk, number, ("head", 30), ("marketing", 20)));
        await HoldingCompliance.TakeAsync(desk, HoldingCompliance.Report("C1", "A1", 1000_00));
        var (_, dashboard) = await desk.SendAsync(HttpMethod.Get, $"/dashboard?entity={Entity}&unit={Outlet}");
        Assert.Equal([("", 0), ("head", 300_00), ("manager", 500_00), ("marketing", 200_00)], dashboard.GetProperty("rows").EnumerateArray()
            .Select(r => (r.GetProperty("code").GetString()!, r.GetProperty("sharedDeposits").GetInt32())).OrderBy(r => r.Item1, StringComparer.Ordinal));
        Assert.Equal(1000_00, dashboard.GetProperty("base").GetProperty("deposits").GetInt32());
    }

    [Fact, Trait("Case", "OCRM-22")]
    public async Task The_manager_of_a_customer_whom_somebody_assists_is_typed_over_twice_without_a_conflict()
    {
        await using var desk = await Desk.StartAsync(engine);
        var (number, _) = await TwoAsync(desk);
        Assert.Equal(204, await SetAsync(desk, number, ("marketing", 20)));
        var (_, rows) = await desk.SendAsync(HttpMethod.Post, "/lists/customers/rows", new { filter = new { column = "number", op = "eq", value = number } });
        var row = Assert.Single(rows.GetProperty("rows").EnumerateArray());
        var version = row.GetProperty("version").GetInt64();
        foreach (var manager in new[] { "head", "manager" })
        {
            var (status, edited) = await desk.SendAsync(HttpMethod.Patch, $"/lists/customers/rows/{row.GetProperty("id").GetString()}", new { version, cells = new { manager } });
            Assert.Equal(200, status);
            version = edited.GetProperty("version").GetInt64();
        }
    }

    /// <summary>The first is the manager's, the second nobody's.</summary>
    private static async Task<(string First, string Second)> TwoAsync(Desk desk)
    {
        var first = await desk.HearAsync("CBS", "C1", Outlet, "赵玥", ZhaoYue, "13904510001");
        var second = await desk.HearAsync("CBS", "C2", Outlet, "王芳", WangFang, "13904510002");
        await desk.FollowedAsync();
        await desk.OwnAsync(first, "manager");
        return (first, second);
    }

    private static async Task<int> SetAsync(Desk desk, string number, params (string Person, int Share)[] assistants) =>
        (await desk.SendAsync(HttpMethod.Post, $"/customers/{number}/assistants", Body(assistants))).Status;

    private static async Task<string?> RefusedAsync(Desk desk, string number, params (string Person, int Share)[] assistants)
    {
        var (status, problem) = await desk.SendAsync(HttpMethod.Post, $"/customers/{number}/assistants", Body(assistants));
        Assert.Equal(400, status);
        return problem.GetProperty("code").GetString();
    }

    private static object Body((string Person, int Share)[] assistants) => new { entity = Entity, assistants = assistants.Select(a => new { person = a.Person, share = a.Share }) };

    private static async Task<int> ActAsync(Desk desk, string action, object arguments)
    {
        var (status, body) = await desk.SendAsync(HttpMethod.Post, $"/lists/customers/actions/{action}", new { preview = false, arguments });
        Assert.Equal(200, status);
        Assert.Equal(0, body.GetProperty("problems").GetArrayLength());
        return body.GetProperty("affected").GetInt32();
    }

    /// <summary>Who is kept, with the share, and who stands beside the customer.</summary>
    private static Task<List<string>> KeptAsync(Desk desk) => desk.Database.ReadAsync(s => s.QueryAsync(
        "SELECT a.person || ' ' || a.share || ' ' || o.assistant FROM ocrm.assistant a LEFT JOIN ocrm.owner o ON o.party_id = a.party_id AND o.entity = a.entity ORDER BY 1", r => r.GetString(0)), CancellationToken.None);
}

public sealed class SqliteAssistants() : AssistantCompliance(new Engine.Sqlite());

public sealed class PostgresAssistants() : AssistantCompliance(new Engine.Postgres());
