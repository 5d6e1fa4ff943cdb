using System.Text.Json;
using Granary.Access.Contracts;
using Granary.Ocrm.Opportunities;
using Granary.Ocrm.Work;
using Granary.Tests;

namespace Granary.Ocrm.Tests;

/// <summary>Suspects over their routes, with what customer management keeps of both, on each engine (docs/cases.md, ECIF-65 to 69).</summary>
public abstract class SuspectCompliance(Engine engine)
{
    private const string Outlet = "2305210102";
    private const string Other = "2301830201";

    [Fact, Trait("Case", "ECIF-65")]
    public async Task Suspects_are_a_list_with_both_customers_masked_as_the_role_has_it_and_those_of_whom_nobody_could_tell_come_last()
    {
        await using var desk = await Desk.StartAsync(engine);
        var (a, b) = await TwoAsync(desk);
        var c = await desk.HearAsync("EBANK", "E1", Outlet, "王秀兰", "", "13904510001");
        Assert.Equal([(b, c), (a, c), (a, b)], await PairsAsync(desk));
        var row = (await RowsAsync(desk))[0];
        Assert.Equal(("open", "王秀兰", "person", 3L, "score"), (row.GetProperty("state").GetString(), row.GetProperty("nameA").GetString(), row.GetProperty("kind").GetString(), row.GetProperty("group").GetInt64(), row.GetProperty("reason").GetString()));
        Assert.Equal(["CLMS", "EBANK"], row.GetProperty("systems").EnumerateArray().Select(s => s.GetString()));
        Assert.InRange(row.GetProperty("score").GetInt64(), 1000, 9990);

        desk.As = Desk.Caller(Sight.Everything, c1: FieldSight.Masked);
        Assert.Equal("王**", (await RowsAsync(desk))[0].GetProperty("nameA").GetString());
        desk.As = Desk.Caller(Sight.Everything);
        await DecideAsync(desk, b, c, "unsure");
        Assert.Equal([(a, c), (a, b), (b, c)], await PairsAsync(desk));
        Assert.Equal([(b, c)], await PairsAsync(desk, new { column = "state", op = "eq", value = "unsure" }));
        Assert.Equal([(a, c), (b, c)], await PairsAsync(desk, new { column = "party", op = "eq", value = c }));
        Assert.Equal([(a, c), (b, c)], await PairsAsync(desk, new { column = "systems", op = "eq", value = "EBANK" }));
    }

    [Fact, Trait("Case", "ECIF-66")]
    public async Task Who_sees_one_of_the_two_finds_no_suspect_by_any_route()
    {
        await using var desk = await Desk.StartAsync(engine);
        var (a, b) = await TwoAsync(desk, Other);
        foreach (var entity in new[] { Outlet[..6], Other[..6] })
        {
            desk.As = Desk.Caller(new Sight { Entities = [entity] });
            Assert.Empty(await PairsAsync(desk));
            Assert.Equal(404, (await desk.SendAsync(HttpMethod.Get, $"/suspects/{a}/{b}")).Status);
            Assert.Equal(404, (await desk.SendAsync(HttpMethod.Post, $"/suspects/{a}/{b}/decision", new { decision = "same", basis = "", reason = "the same" })).Status);
            Assert.Equal(404, (await desk.SendAsync(HttpMethod.Post, $"/suspects/{a}/{b}/reveal", new { attributes = new[] { "mobile" }, reason = "to compare" })).Status);
        }

        desk.As = Desk.Caller(new Sight { Entities = [Outlet[..6], Other[..6]] });
        Assert.Equal([(a, b)], await PairsAsync(desk));
    }

    [Fact, Trait("Case", "ECIF-67")]
    public async Task A_value_that_is_masked_is_marked_as_agreeing_and_shown_in_clear_for_a_reason()
    {
        await using var desk = await Desk.StartAsync(engine);
        var (a, b) = await TwoAsync(desk);
        desk.As = Desk.Caller(Sight.Everything, c2: FieldSight.Masked);
        var (_, seen) = await desk.SendAsync(HttpMethod.Get, $"/suspects/{a}/{b}");
        var mobile = seen.GetProperty("attributes").EnumerateArray().Single(x => x.GetProperty("attribute").GetString() == "mobile");
        Assert.Equal(("same", "139****0001"), (mobile.GetProperty("mark").GetString(), mobile.GetProperty("a")[0].GetProperty("value")[0].GetString()));
        Assert.Equal("reason-missing", (await desk.SendAsync(HttpMethod.Post, $"/suspects/{a}/{b}/reveal", new { attributes = new[] { "mobile" } })).Body.GetProperty("code").GetString());
        var (status, clear) = await desk.SendAsync(HttpMethod.Post, $"/suspects/{a}/{b}/reveal", new { attributes = new[] { "mobile" }, reason = "to compare with the files" });
        Assert.Equal((200, "13904510001"), (status, Assert.Single(clear.GetProperty("attributes").EnumerateArray()).GetProperty("b")[0].GetProperty("value")[0].GetString()));
        Assert.Equal(2, clear.GetProperty("quota").GetProperty("used").GetInt32());
    }

    [Fact, Trait("Case", "ECIF-68")]
    public async Task Nothing_of_customer_management_is_orphaned_by_a_merge_and_a_split_gives_each_their_own_back()
    {
        await using var desk = await Desk.StartAsync(engine);
        var (a, b) = await TwoAsync(desk);
        await desk.FollowedAsync();
        await KeepAsync(desk, b);
        Assert.Equal(["opportunity 1", "task 1"], Kept(await ShowAsync(desk, a, b), "b").Intersect(["task 1", "opportunity 1"]).Order());
        await desk.AgreeAsync(await DecideAsync(desk, a, b, "same"));
        await desk.FollowedAsync();
        Assert.Equal([$"定期 {a}", $"回访 {a}"], await KeptByAsync(desk));

        var split = await desk.SplitAsync(a);
        await desk.FollowedAsync();
        Assert.Equal([$"定期 {split}", $"回访 {split}"], await KeptByAsync(desk));
    }

    [Theory, Trait("Case", "ECIF-69")]
    [InlineData("same", "", "reason-missing", 400)]
    [InlineData("perhaps", "looked at both", "suspect.decision", 400)]
    [InlineData("same", "looked at both", "suspect.proposed", 409)]
    public async Task A_decision_that_cannot_be_is_refused_by_name_and_a_rejected_one_leaves_the_pair_open(string decision, string reason, string code, int status)
    {
        await using var desk = await Desk.StartAsync(engine);
        var (a, b) = await TwoAsync(desk);
        var proposal = await DecideAsync(desk, a, b, "different");
        var basis = (await ShowAsync(desk, a, b)).GetProperty("basis").GetString();
        var refused = await desk.SendAsync(HttpMethod.Post, $"/suspects/{a}/{b}/decision", new { decision, basis, reason });
        Assert.Equal((status, code), (refused.Status, refused.Body.GetProperty("code").GetString()));

        // Whoever proposed it does not agree to it.
        Assert.Equal("own", (await desk.SendAsync(HttpMethod.Post, "/approvals/decide", new { ids = new[] { proposal }, approve = true })).Body[0].GetProperty("outcome").GetString());
        desk.As = Desk.Caller(Sight.Everything) with { PersonId = "demo", UserName = "demo" };
        await desk.SendAsync(HttpMethod.Post, "/approvals/decide", new { ids = new[] { proposal }, approve = false, note = "look again" });
        Assert.Equal(("open", "rejected"), ((await ShowAsync(desk, a, b)).GetProperty("state").GetString(), (await ShowAsync(desk, a, b)).GetProperty("decision").GetProperty("state").GetString()));
    }

    private static async Task<(string A, string B)> TwoAsync(Desk desk, string second = Outlet) =>
        (await desk.HearAsync("CBS", "C1", Outlet, "王秀兰", "", "13904510001"), await desk.HearAsync("CLMS", "L1", second, "王秀兰", "", "13904510001"));

    private static async Task<List<JsonElement>> RowsAsync(Desk desk, object? filter = null)
    {
        var (status, body) = await desk.SendAsync(HttpMethod.Post, "/lists/suspects/rows", new { filter });
        Assert.Equal(200, status);
        return [.. body.GetProperty("rows").EnumerateArray().Select(r => r.GetProperty("cells"))];
    }

    private static async Task<List<(string?, string?)>> PairsAsync(Desk desk, object? filter = null) =>
        [.. (await RowsAsync(desk, filter)).Select(r => (r.GetProperty("numberA").GetString(), r.GetProperty("numberB").GetString()))];

    private static async Task<JsonElement> ShowAsync(Desk desk, string a, string b)
    {
        var (status, seen) = await desk.SendAsync(HttpMethod.Get, $"/suspects/{a}/{b}");
        Assert.Equal(200, status);
        return seen;
    }

    /// <summary>A task and an opportunity of a customer.</summary>
    private static Task KeepAsync(Desk desk, string number) => desk.Database.WriteAsync(async session =>
    {
        var party = (await session.QueryAsync("SELECT party_id FROM ocrm.customer WHERE number = @number", r => r.GetInt64(0), ("number", number)))[0];
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();
        await session.InsertAsync(TaskRow.Rows, [new TaskRow(party, Outlet[..6], Outlet, "p1", "p1", "回访", "", 0, "2030-01-01", [], false, now)]);
        await OpenOpportunity.AddAsync(session, null, new OpportunityDraft("deposit", party, 0, Outlet[..6], Outlet, "p1", "定期", "", 0, "campaign/1"), now);
    }, CancellationToken.None);

    /// <summary>Whose the task and the opportunity are.</summary>
    private static Task<List<string>> KeptByAsync(Desk desk) => desk.Database.ReadAsync(session => session.QueryAsync(
        """
        SELECT k.title || ' ' || c.number FROM (SELECT title, party_id, entity FROM ocrm.task UNION ALL SELECT title, party_id, entity FROM ocrm.opportunity) k
        JOIN ocrm.customer c ON c.party_id = k.party_id AND c.entity = k.entity ORDER BY k.title DESC
        """, r => r.GetString(0)), CancellationToken.None);

    private static List<string> Kept(JsonElement seen, string side) =>
        [.. seen.GetProperty(side).GetProperty("dependents").EnumerateArray().Select(d => $"{d.GetProperty("what").GetString()} {d.GetProperty("count").GetInt64()}")];

    /// <returns>The proposal's number; 0 where nobody is to agree.</returns>
    private static async Task<long> DecideAsync(Desk desk, string a, string b, string decision)
    {
        var basis = (await ShowAsync(desk, a, b)).GetProperty("basis").GetString();
        var (status, reply) = await desk.SendAsync(HttpMethod.Post, $"/suspects/{a}/{b}/decision", new { decision, basis, reason = "looked at both files" });
        Assert.Equal(200, status);
        return reply.GetProperty("approval") is { ValueKind: JsonValueKind.Number } proposal ? proposal.GetInt64() : 0;
    }
}

public sealed class SqliteSuspects() : SuspectCompliance(new Engine.Sqlite());

public sealed class PostgresSuspects() : SuspectCompliance(new Engine.Postgres());
