using System.Text.Json;
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
        await desk.SplitAsync(first);
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

    [Fact, Trait("Case", "HOLD-16")]
    public async Task An_online_report_of_a_customer_of_whom_nothing_was_heard_yet_waits_for_them_and_its_repeat_names_them()
    {
        await using var desk = await Desk.StartAsync(engine);
        var holdings = desk.Services.GetRequiredService<IHoldings>();
        var first = await holdings.TakeAsync("CLMS1", [1], Loan("H1", 30_00, "10:00"), CancellationToken.None);
        Assert.Equal((Outcome.Applied, null), (first.Outcome, first.PartyNumber));
        var number = await desk.FollowedAsync(desk.HearAsync("CLMS", "L1", Outlet, "王芳", Wang));
        Assert.Equal(["230521 0/3000/0"], await SumsAsync(desk));
        var again = await holdings.TakeAsync("CLMS1", [1], Loan("H1", 30_00, "10:00"), CancellationToken.None);
        Assert.Equal((Outcome.Duplicate, number), (again.Outcome, again.PartyNumber));
    }

    [Fact, Trait("Case", "HOLD-17")]
    public async Task Online_reports_that_overtake_each_other_leave_what_was_so_last_and_a_late_file_says_how_its_day_ended()
    {
        await using var desk = await Desk.StartAsync(engine);
        var number = await desk.FollowedAsync(desk.HearAsync("CLMS", "L1", Outlet, "王芳", Wang));
        var holdings = desk.Services.GetRequiredService<IHoldings>();
        var n = 0;
        Task TellAsync(HoldingReport report) => holdings.TakeAsync($"CLMS{++n}", [(byte)n], report, CancellationToken.None);
        await TellAsync(Loan("H1", 40_00, "12:00") with { State = "overdue", Overdue = 5_00 });
        await TellAsync(Loan("H1", 50_00, "10:00"));
        await TellAsync(Loan("H1", 35_00, "17:00", day: 8));
        await TellAsync(Loan("H1", 45_00, "09:00", day: 8));
        Assert.Equal("overdue 4000 500 [8: 3500, 10: 4000]", await PastAsync(desk, number));

        await TakeAsync(desk, Loan("H1", 44_00, "00:00") with { At = Report("L1", "H1", 0, ago: 2).At });
        Assert.Equal("overdue 4000 500 [8: 4400, 10: 4000]", await PastAsync(desk, number));
        await TellAsync(Loan("H1", 39_00, "18:00"));
        Assert.Equal("open 3900 0 [8: 4400, 10: 3900]", await PastAsync(desk, number));
        Assert.Equal(["230521 0/3900/0"], await SumsAsync(desk));
    }

    [Fact, Trait("Case", "HOLD-18")]
    public async Task A_contract_for_a_channel_is_shown_last_with_its_state_and_limit_and_counts_in_no_sum()
    {
        await using var desk = await Desk.StartAsync(engine);
        var number = await desk.FollowedAsync(desk.HearAsync("CBS", "C1", Outlet, "王芳", Wang));
        await TakeAsync(desk, Channel("C1", ago: 1), Channel("C1") with { State = "frozen" }, Report("C1", "AG1", 86_40) with { Kind = HoldingKind.Agency });
        Assert.Equal(["230521 0/0/0"], await SumsAsync(desk));
        var (_, holdings) = await desk.SendAsync(HttpMethod.Get, $"/customers/{number}/holdings");
        Assert.Equal(["agency", "channel"], holdings.EnumerateArray().Select(h => h.GetProperty("kind").GetString()));
        var channel = holdings[1];
        Assert.Equal(
            ("MOBILE", "frozen", 5_000_000L, "2024-03-01"),
            (channel.GetProperty("product").GetString(), channel.GetProperty("state").GetString(), channel.GetProperty("amount").GetInt64(), channel.GetProperty("opened").GetString()));
        Assert.Equal((JsonValueKind.Null, 0, 0), (channel.GetProperty("balance").ValueKind, channel.GetProperty("days").GetArrayLength(), channel.GetProperty("months").GetArrayLength()));
    }

    [Fact, Trait("Case", "HOLD-19")]
    public async Task Accounts_of_one_customer_that_are_reported_at_once_from_several_systems_are_all_in_the_sum()
    {
        await using var desk = await Desk.StartAsync(engine);
        await desk.HearAsync("CBS", "C1", Outlet, "王芳", Wang);
        await desk.FollowedAsync();
        var holdings = desk.Services.GetRequiredService<IHoldings>();
        await Task.WhenAll(Enumerable.Range(1, 60).Select(i => holdings.TakeAsync($"CBS{i}", [(byte)i], Report("C1", $"A{i}", i * 100), CancellationToken.None)));
        Assert.Equal([$"230521 {60 * 61 / 2 * 100}/0/0"], await SumsAsync(desk));
    }

    [Fact, Trait("Case", "HOLD-22")]
    public async Task Customers_are_found_by_the_kinds_of_what_they_have_open_also_in_a_segment()
    {
        await using var desk = await Desk.StartAsync(engine);
        await desk.HearAsync("CBS", "C1", Outlet, "王芳", Wang);
        await desk.HearAsync("CBS", "C2", Outlet, "张伟", Zhang);
        await desk.FollowedAsync();
        await TakeAsync(desk, Channel("C1"), Report("C1", "A1", 100_00), Report("C2", "A2", 100_00), Channel("C2") with { Account = "EC2", State = "closed" });
        Assert.Equal(["王芳"], await desk.NamesAsync(new { column = "holds", op = "eq", value = "channel" }));
        Assert.Equal(["张伟"], await desk.NamesAsync(new { column = "holds", op = "ne", value = "channel" }));
        Assert.Equal(["张伟", "王芳"], (await desk.NamesAsync(new { column = "holds", op = "in", value = new[] { "deposit", "loan" } })).Order(StringComparer.Ordinal));
        var both = new { and = new object[] { new { column = "holds", op = "eq", value = "deposit" }, new { column = "holds", op = "ne", value = "channel" } } };
        var (status, segment) = await desk.SendAsync(HttpMethod.Post, "/segments", new { name = "有存款无手机银行", kind = "dynamic", shared = false, filter = both });
        Assert.Equal(200, status);
        Assert.Equal(["张伟"], await desk.NamesAsync(new { column = "segment", op = "eq", value = segment.GetProperty("id").GetString() }));
    }

    /// <summary>Mobile banking with a limit of 50,000 yuan a day, of a system that keys customers as CBS does here.</summary>
    internal static HoldingReport Channel(string key, int ago = 0) =>
        Report(key, "EC1", 0, ago) with { Kind = HoldingKind.Channel, Product = "MOBILE", Title = "手机银行", Amount = 5_000_000, Rate = null, Opened = new(2024, 3, 1) };

    private static HoldingReport Loan(string account, long balance, string time, int day = 10) => Report("L1", account, balance) with
    {
        System = "CLMS", Kind = HoldingKind.Loan, At = new DateTimeOffset(new DateOnly(2026, 6, day).ToDateTime(TimeOnly.Parse(time)), TimeSpan.FromHours(8)),
    };

    private static async Task<string> PastAsync(Desk desk, string number)
    {
        var (_, holdings) = await desk.SendAsync(HttpMethod.Get, $"/customers/{number}/holdings");
        var loan = Assert.Single(holdings.EnumerateArray());
        var days = loan.GetProperty("days").EnumerateArray().Select(d => $"{DateOnly.Parse(d.GetProperty("day").GetString()!).Day}: {d.GetProperty("balance").GetInt64()}");
        return $"{loan.GetProperty("state").GetString()} {loan.GetProperty("balance").GetInt64()} {loan.GetProperty("overdue").GetInt64()} [{string.Join(", ", days)}]";
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
