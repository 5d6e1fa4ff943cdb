using Granary.Access.Contracts;
using Granary.Ecif.Contracts;
using Granary.Tests;
using Microsoft.Extensions.DependencyInjection;

namespace Granary.Ocrm.Tests;

/// <summary>What customers hold, on each engine (docs/cases.md, HOLD).</summary>
public abstract class HoldingCompliance(Engine engine)
{
    private const string Wang = "230183197703035738";
    private const string Zhang = "230521198506211246";
    private const string Outlet = "2305210102";
    private const string Other = "2301830201";

    [Fact, Trait("Case", "HOLD-10")]
    public async Task A_customer_has_in_each_legal_entity_the_sum_of_what_is_open_there_in_the_banks_own_currency()
    {
        await using var desk = await Desk.StartAsync(engine);
        await desk.HearAsync("CBS", "C1", Outlet, "王芳", Wang);
        await desk.HearAsync("CBS", "C1b", Other, "王芳", Wang);
        await desk.FollowedAsync();
        await TakeAsync(desk,
            Report("C1", "A1", 100_00), Report("C1", "A2", 50_00), Report("C1", "A3", 7_00) with { Currency = "USD" }, Report("C1", "A4", 9_00) with { State = "closed" },
            Report("C1", "A5", 30_00) with { Kind = HoldingKind.Loan }, Report("C1b", "A6", 5_00) with { Branch = Other }, Report("C1b", "A7", 1_00) with { Branch = null });
        Assert.Equal(["230183 500/0/0", "230521 15100/3000/0"], await SumsAsync(desk));
    }

    [Fact, Trait("Case", "HOLD-11")]
    public async Task A_report_again_changes_nothing_and_an_older_one_changes_no_balance_of_today()
    {
        await using var desk = await Desk.StartAsync(engine);
        await desk.HearAsync("CBS", "C1", Outlet, "王芳", Wang);
        await desk.FollowedAsync();
        await TakeAsync(desk, Report("C1", "A1", 100_00));
        await TakeAsync(desk, Report("C1", "A1", 100_00), Report("C1", "A1", 20_00, ago: 3) with { State = "closed" });
        Assert.Equal(["230521 10000/0/0"], await SumsAsync(desk));
    }

    [Fact, Trait("Case", "HOLD-12")]
    public async Task An_account_of_a_customer_of_whom_nothing_was_heard_yet_waits_for_them()
    {
        await using var desk = await Desk.StartAsync(engine);
        await TakeAsync(desk, Report("C1", "A1", 100_00), Report("C1", "A2", 1_00) with { Branch = null });
        await desk.HearAsync("CBS", "C1", Outlet, "王芳", Wang);
        await desk.FollowedAsync();
        Assert.Equal(["230521 10100/0/0"], await SumsAsync(desk));
    }

    [Fact, Trait("Case", "HOLD-13")]
    public async Task Accounts_follow_their_customer_through_a_merge_and_back_through_a_split()
    {
        await using var desk = await Desk.StartAsync(engine);
        var first = await desk.HearAsync("CBS", "C1", Outlet, "王芳", Wang);
        await desk.HearAsync("CLMS", "L1", Outlet, "王芳", Zhang);
        await desk.FollowedAsync();
        await TakeAsync(desk, Report("C1", "A1", 100_00), Report("L1", "H1", 30_00) with { System = "CLMS", Kind = HoldingKind.Loan });
        await desk.HearAsync("CLMS", "L1", Outlet, "王芳", Wang);
        await desk.FollowedAsync();
        Assert.Equal(["230521 10000/3000/0"], await SumsAsync(desk));
        await desk.SendAsync(HttpMethod.Post, $"/parties/{first}/split", new { system = "CLMS", key = "L1", reason = "two people, one document lent to the other" });
        await desk.FollowedAsync();
        Assert.Equal(["230521 0/3000/0", "230521 10000/0/0"], await SumsAsync(desk));
    }

    [Fact, Trait("Case", "HOLD-14")]
    public async Task A_message_counts_once_its_repeat_gets_the_same_verdict_and_its_number_with_another_body_is_refused()
    {
        await using var desk = await Desk.StartAsync(engine);
        var number = await desk.FollowedAsync(desk.HearAsync("CBS", "C1", Outlet, "王芳", Wang));
        var holdings = desk.Services.GetRequiredService<IHoldings>();
        var first = await holdings.TakeAsync("CBS1", [1], Report("C1", "A1", 100_00), CancellationToken.None);
        var second = await holdings.TakeAsync("CBS2", [2], Report("C1", "A1", 60_00), CancellationToken.None);
        var again = await holdings.TakeAsync("CBS1", [1], Report("C1", "A1", 100_00), CancellationToken.None);
        var forged = await holdings.TakeAsync("CBS1", [3], Report("C1", "A1", 1_00), CancellationToken.None);
        Assert.Equal([Outcome.Applied, Outcome.Applied, Outcome.Duplicate, Outcome.Refused], new[] { first, second, again, forged }.Select(v => v.Outcome));
        Assert.Equal((number, number), (first.PartyNumber, again.PartyNumber));
        Assert.Equal(["230521 6000/0/0"], await SumsAsync(desk));
    }

    [Fact, Trait("Case", "HOLD-15")]
    public async Task The_list_shows_what_customers_have_in_yuan_and_is_filtered_and_sorted_by_it()
    {
        await using var desk = await Desk.StartAsync(engine);
        await desk.HearAsync("CBS", "C1", Outlet, "王芳", Wang);
        await desk.HearAsync("CBS", "C2", Outlet, "张伟", Zhang);
        await desk.FollowedAsync();
        await TakeAsync(desk, Report("C1", "A1", 100_50), Report("C2", "A2", 300_00));
        var (_, body) = await desk.SendAsync(HttpMethod.Post, "/lists/customers/rows", new { sort = new[] { new { column = "deposits", descending = true } }, columns = new[] { "name", "deposits" } });
        Assert.Equal([("张伟", 300m), ("王芳", 100.5m)], body.GetProperty("rows").EnumerateArray().Select(r => (r.GetProperty("cells").GetProperty("name").GetString()!, r.GetProperty("cells").GetProperty("deposits").GetDecimal())));
        Assert.Equal(["王芳"], await desk.NamesAsync(new { column = "deposits", op = "lte", value = 100.5m }));
        Assert.Equal(400, (await desk.SendAsync(HttpMethod.Post, "/lists/customers/rows", new { filter = new { column = "deposits", op = "lte", value = 100.005m } })).Status);
    }

    internal static HoldingReport Report(string key, string account, long balance, int ago = 0) => new(
        "CBS", account, key, Outlet, HoldingKind.Deposit, "DP0101", "活期储蓄", "CNY", "open", balance, null, null, 0.2m, new DateOnly(2020, 1, 5), null, "",
        new DateTimeOffset(new DateOnly(2026, 6, 10).AddDays(-ago).ToDateTime(TimeOnly.MaxValue), TimeSpan.FromHours(8)));

    internal static Task TakeAsync(Desk desk, params IReadOnlyList<HoldingReport> reports) => desk.Services.GetRequiredService<IHoldings>().TakeAsync(reports, CancellationToken.None);

    private static Task<List<string>> SumsAsync(Desk desk) => desk.Database.ReadAsync(s => s.QueryAsync(
        "SELECT c.entity || ' ' || c.deposits || '/' || c.loans || '/' || c.wealth FROM ocrm.customer c ORDER BY 1", r => r.GetString(0)), CancellationToken.None);
}

public sealed class SqliteHolding() : HoldingCompliance(new Engine.Sqlite());

public sealed class PostgresHolding() : HoldingCompliance(new Engine.Postgres());
