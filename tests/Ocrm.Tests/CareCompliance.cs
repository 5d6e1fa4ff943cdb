using Granary.Access.Contracts;
using Granary.Ecif.Contracts;
using Granary.Kernel;
using Granary.Kernel.Storage;
using Granary.Ocrm.Calendar;
using Granary.Ocrm.Care;
using Granary.Tests;
using Microsoft.Extensions.Logging.Abstractions;

namespace Granary.Ocrm.Tests;

/// <summary>What is owed to customers on a day, and their tiers, on each engine (docs/cases.md, CARE and TIER). All days lie in a year of their own, far from the clock of the machine.</summary>
public abstract class CareCompliance(Engine engine)
{
    private const string Outlet = "2305210102";
    private const string Entity = "230521";
    private const string Wang = "230183197703035738";

    [Fact, Trait("Case", "CARE-01")]
    public async Task A_manager_is_reminded_of_aBirthday_on_its_day_once_whatever_is_restarted()
    {
        await using var desk = await Desk.StartAsync(engine);
        await CustomerAsync(desk, born: "1986-03-09");
        await RunAsync(desk, new(2041, 3, 8));
        Assert.Empty(await RemindersAsync(desk));
        await RunAsync(desk, new(2041, 3, 9));
        await RunAsync(desk, new(2041, 3, 9));
        await RunAsync(desk, new(2041, 3, 10));
        Assert.Equal(["birthday 20410309 birthday p1"], await RemindersAsync(desk));
    }

    [Fact, Trait("Case", "CARE-02")]
    public async Task Who_keeps_the_birthday_by_the_lunar_calendar_is_congratulated_on_that_day_and_not_on_the_other()
    {
        await using var desk = await Desk.StartAsync(engine);
        var number = await CustomerAsync(desk, born: "1986-03-09");
        Assert.Equal(204, (await desk.SendAsync(HttpMethod.Put, $"/customers/{number}/wishes", new { entity = Entity, calendar = "lunar" })).Status);
        var day = LunarDay.Of(new(1986, 3, 9))!.Value.BirthdayIn(2041)!.Value;
        Assert.NotEqual(new DateOnly(2041, 3, 9), day);
        foreach (var one in Days(new(2041, 2, 20), new(2041, 3, 20)))
        {
            await RunAsync(desk, one);
        }

        Assert.Equal([$"birthday {BankTime.Number(day)} birthday p1"], await RemindersAsync(desk));
    }

    [Theory, Trait("Case", "CARE-03")]
    [InlineData("1988-02-29", 2041, 2, 28)]
    [InlineData("1988-02-29", 2044, 2, 29)]
    public async Task Who_was_born_on_the_29th_of_February_has_a_birthday_every_year(string born, int year, int month, int on)
    {
        await using var desk = await Desk.StartAsync(engine);
        await CustomerAsync(desk, born: born);
        foreach (var day in Days(new(year, 2, 27), new(year, 3, 2)))
        {
            await RunAsync(desk, day);
        }

        Assert.Equal([$"birthday {BankTime.Number(new DateOnly(year, month, on))} birthday p1"], await RemindersAsync(desk));
    }

    [Fact, Trait("Case", "CARE-04")]
    public async Task A_loan_is_reminded_of_30_15_7_and_1_days_before_and_what_fell_into_three_days_of_standstill_comes_with_its_own_dates()
    {
        await using var desk = await Desk.StartAsync(engine);
        await CustomerAsync(desk);
        await HoldingCompliance.TakeAsync(desk,
            HoldingCompliance.Report("C1", "H1", 30_00) with { Kind = HoldingKind.Loan, Matures = new(2041, 4, 30) },
            HoldingCompliance.Report("C1", "A1", 9_00) with { Matures = new(2041, 4, 30) });
        foreach (var day in Days(new(2041, 3, 20), new(2041, 4, 20)))
        {
            await RunAsync(desk, day);
        }

        await RunAsync(desk, new(2041, 4, 24)); // nobody was there on the 21st, 22nd and 23rd
        foreach (var day in Days(new(2041, 4, 25), new(2041, 5, 2)))
        {
            await RunAsync(desk, day);
        }

        Assert.Equal(
            ["deposit-due 20410423 holding p1", "deposit-due 20410429 holding p1", "loan-due 20410331 holding p1", "loan-due 20410415 holding p1", "loan-due 20410423 holding p1", "loan-due 20410429 holding p1"],
            await RemindersAsync(desk));
    }

    [Fact, Trait("Case", "CARE-05")]
    public async Task Who_wishes_to_be_left_alone_is_not_congratulated_and_hears_of_the_loan_and_the_document_all_the_same()
    {
        await using var desk = await Desk.StartAsync(engine);
        var number = await CustomerAsync(desk, born: "1986-03-31", expires: "2041-04-30");
        await HoldingCompliance.TakeAsync(desk, HoldingCompliance.Report("C1", "H1", 30_00) with { Kind = HoldingKind.Loan, Matures = new(2041, 4, 30) });
        await desk.Database.WriteAsync(session => session.ExecuteAsync(
            "INSERT INTO ocrm.wish (party_id, recorded_for, entity, calendar, quiet_until, person, at) SELECT c.party_id, c.party_id, c.entity, 'solar', 20410401, 'p1', 1 FROM ocrm.customer c"), CancellationToken.None);
        await RunAsync(desk, new(2041, 3, 31));
        Assert.Equal(["document-expiry 20410331 document p1", "loan-due 20410331 holding p1"], await RemindersAsync(desk));
        var (_, wishes) = await desk.SendAsync(HttpMethod.Get, $"/customers/{number}/wishes");
        Assert.Equal("2041-04-01", Assert.Single(wishes.EnumerateArray()).GetProperty("quietUntil").GetString());
    }

    [Fact, Trait("Case", "CARE-06")]
    public async Task When_much_leaves_the_customer_s_accounts_together_the_manager_is_warned_once_a_week_and_not_when_it_only_moves()
    {
        await using var desk = await Desk.StartAsync(engine);
        await CustomerAsync(desk);
        await AtAsync(desk, new(2041, 3, 1), ("A1", 100_000_00), ("A2", 0));
        await RunAsync(desk, new(2041, 3, 2));
        await AtAsync(desk, new(2041, 3, 2), ("A1", 0), ("A2", 100_000_00)); // into a term deposit
        await RunAsync(desk, new(2041, 3, 3));
        Assert.Empty(await RemindersAsync(desk));
        await AtAsync(desk, new(2041, 3, 3), ("A2", 70_000_00));
        await RunAsync(desk, new(2041, 3, 4));
        Assert.Empty(await RemindersAsync(desk)); // 30 %, but less than the 50,000 from which it counts
        await AtAsync(desk, new(2041, 3, 4), ("A2", 40_000_00));
        foreach (var day in Days(new(2041, 3, 5), new(2041, 3, 20)))
        {
            await RunAsync(desk, day);
        }

        Assert.Equal(["outflow 20410305 outflow p1"], await RemindersAsync(desk));
    }

    [Fact, Trait("Case", "CARE-07")]
    public async Task A_customer_of_means_whom_nobody_has_met_for_half_a_year_is_named_once_and_not_where_the_policy_is_silent()
    {
        await using var desk = await Desk.StartAsync(engine);
        await CustomerAsync(desk);
        await HoldingCompliance.TakeAsync(desk, HoldingCompliance.Report("C1", "A1", 80_000_00));
        await desk.Database.WriteAsync(session => session.ExecuteAsync("UPDATE ocrm.customer SET last_contact = @at", ("at", BankTime.Ms(new DateTime(2040, 9, 10, 15, 0, 0)))), CancellationToken.None);
        foreach (var day in Days(new(2041, 3, 5), new(2041, 3, 12)))
        {
            await RunAsync(desk, day);
        }

        Assert.Equal(["dormant 20410309 dormant p1"], await RemindersAsync(desk)); // 180 days after

        await desk.Database.WriteAsync(session => session.ExecuteAsync("DELETE FROM ocrm.reminder"), CancellationToken.None);
        Assert.Equal(200, (await desk.SendAsync(HttpMethod.Post, "/policies", new { entity = Entity, rules = Rules(silent: ["dormant"]), preview = false })).Status);
        await desk.Database.WriteAsync(session => session.ExecuteAsync("UPDATE ocrm.customer SET last_contact = @at", ("at", BankTime.Ms(new DateTime(2040, 9, 20, 15, 0, 0)))), CancellationToken.None);
        foreach (var day in Days(new(2041, 3, 13), new(2041, 3, 22)))
        {
            await RunAsync(desk, day);
        }

        Assert.Empty(await RemindersAsync(desk));
    }

    [Fact, Trait("Case", "TIER-01")]
    public async Task A_policy_is_previewed_set_and_kept_customers_get_their_tier_and_a_change_of_it_stands_in_the_timeline()
    {
        await using var desk = await Desk.StartAsync(engine);
        var number = await CustomerAsync(desk);
        await HoldingCompliance.TakeAsync(desk, HoldingCompliance.Report("C1", "A1", 120_000_00));
        await TieredAsync(desk);
        Assert.Equal("gold", await TierAsync(desk));

        var lower = Rules(gold: 200_000_00);
        var (status, counts) = await desk.SendAsync(HttpMethod.Post, "/policies", new { entity = Entity, rules = lower, preview = true });
        Assert.Equal(200, status);
        Assert.Equal(["gold 1 0", "silver 0 1"], counts.EnumerateArray().Select(c => $"{c.GetProperty("tier").GetString()} {c.GetProperty("now").GetInt64()} {c.GetProperty("then").GetInt64()}").Where(c => !c.EndsWith(" 0 0", StringComparison.Ordinal)));
        await TieredAsync(desk);
        Assert.Equal("gold", await TierAsync(desk));

        Assert.Equal(200, (await desk.SendAsync(HttpMethod.Post, "/policies", new { entity = Entity, rules = lower, preview = false })).Status);
        await TieredAsync(desk);
        Assert.Equal("silver", await TierAsync(desk));
        var (_, timeline) = await desk.SendAsync(HttpMethod.Get, $"/customers/{number}/timeline");
        var change = Assert.Single(timeline.GetProperty("rows").EnumerateArray());
        Assert.Equal(("tier", "silver", "gold"), (change.GetProperty("kind").GetString(), change.GetProperty("subject").GetString(), change.GetProperty("detail").GetProperty("before").GetString()));
        var (_, policies) = await desk.SendAsync(HttpMethod.Get, "/policies");
        var own = Assert.Single(policies.EnumerateArray(), p => p.GetProperty("entity").GetString() == Entity);
        Assert.Single(own.GetProperty("history").EnumerateArray());
    }

    [Fact, Trait("Case", "TIER-02")]
    public async Task A_policy_that_cannot_be_carried_out_is_refused_and_nobody_sets_that_of_a_legal_entity_out_of_sight()
    {
        await using var desk = await Desk.StartAsync(engine);
        foreach (var wrong in new[] { Rules(gold: 600_000_00), Rules(silent: ["weather"]), Rules() with { OutflowShare = 0 }, Rules() with { Tiers = [new("gold", 1)] } })
        {
            Assert.Equal(400, (await desk.SendAsync(HttpMethod.Post, "/policies", new { entity = Entity, rules = wrong, preview = false })).Status);
        }

        desk.As = Desk.Caller(new Sight { Entities = ["230183"] });
        Assert.Equal(404, (await desk.SendAsync(HttpMethod.Post, "/policies", new { entity = Entity, rules = Rules(), preview = true })).Status);
        desk.As = Desk.Caller(new Sight { Units = [Outlet] });
        Assert.Equal(404, (await desk.SendAsync(HttpMethod.Post, "/policies", new { entity = Entity, rules = Rules(), preview = true })).Status);
    }

    private static Policy Rules(long gold = 100_000_00, IReadOnlyList<string>? silent = null) =>
        Policy.Shipped with { Tiers = [.. Policy.Shipped.Tiers.Select(t => t.Tier == "gold" ? t with { From = gold } : t)], Silent = silent ?? [] };

    private static async Task<string> CustomerAsync(Desk desk, string born = "", string expires = "")
    {
        var number = await desk.FollowedAsync(desk.HearAsync("CBS", "C1", Outlet, "王芳", Wang, also: born.Length > 0 ? (PartyAttribute.Birth, born) : null, expires: expires));
        await desk.Database.WriteAsync(session => session.ExecuteAsync("UPDATE ocrm.owner SET manager = 'p1'"), CancellationToken.None);
        return number;
    }

    private static IEnumerable<DateOnly> Days(DateOnly from, DateOnly to) => Enumerable.Range(0, to.DayNumber - from.DayNumber + 1).Select(from.AddDays);

    /// <summary>The end-of-day reports of a day.</summary>
    private static Task AtAsync(Desk desk, DateOnly day, params (string Account, long Cents)[] balances) => HoldingCompliance.TakeAsync(desk,
        [.. balances.Select(b => HoldingCompliance.Report("C1", b.Account, b.Cents) with { At = new DateTimeOffset(day.ToDateTime(TimeOnly.MaxValue), BankTime.Offset) })]);

    /// <summary>The hub is there on a day, at noon, until all is done.</summary>
    internal static async Task RunAsync(Desk desk, DateOnly day)
    {
        using var work = new RemindOfCare(desk.Database, new OcrmLimits(), new Noon(day), NullLogger<RemindOfCare>.Instance);
        while (await work.StepAsync(CancellationToken.None))
        {
        }
    }

    private static async Task TieredAsync(Desk desk)
    {
        while (await AssignTiers.StepAsync(desk.Database, new OcrmLimits(), new Noon(new(2041, 3, 1)), CancellationToken.None))
        {
        }
    }

    private static Task<List<string>> RemindersAsync(Desk desk) => desk.Database.ReadAsync(session => session.QueryAsync(
        "SELECT m.kind, m.due_on, m.ref, m.manager FROM ocrm.reminder m ORDER BY m.kind, m.due_on", r => $"{r.GetString(0)} {r.GetInt32(1)} {r.GetString(2).Split('/')[0]} {r.GetString(3)}"), CancellationToken.None);

    private static async Task<string> TierAsync(Desk desk) =>
        Assert.Single(await desk.Database.ReadAsync(session => session.QueryAsync("SELECT c.tier FROM ocrm.customer c", r => r.GetString(0)), CancellationToken.None));

    private sealed class Noon(DateOnly day) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(day.ToDateTime(new TimeOnly(12, 0)), BankTime.Offset);
    }
}

public sealed class SqliteCare() : CareCompliance(new Engine.Sqlite());

public sealed class PostgresCare() : CareCompliance(new Engine.Postgres());
