using System.Text.Json;
using Granary.Access.Contracts;
using Granary.Kernel;
using Granary.Tests;

namespace Granary.Ocrm.Tests;

/// <summary>The public pool, on each engine (docs/cases.md, POOL). The clock is a test's own, in a year of its own.</summary>
public abstract class PoolCompliance(Engine engine)
{
    private const string Outlet = "2305210102";
    private const string Entity = "230521";
    private static readonly string[] Documents = ["230183197703035738", "230521198506211246", "230183198603094823"];

    [Fact, Trait("Case", "POOL-01")]
    public async Task Who_is_nobody_s_is_in_the_pool_without_a_number_or_a_whole_name_and_claimed_is_the_claimer_s()
    {
        await using var desk = await Desk.StartAsync(engine, clock: new SetClock("2041-03-01 10:00"));
        await ThreeAsync(desk);
        desk.As = Head();
        var rows = await PoolAsync(desk);
        Assert.Equal(["客**", "客**", "客**"], rows.Select(r => r.GetProperty("cells").GetProperty("name").GetString()));
        Assert.DoesNotContain(Documents, d => rows.Exists(r => r.GetRawText().Contains(d, StringComparison.Ordinal)));
        Assert.Equal(1, (await ClaimAsync(desk, rows[0])).Affected);

        Assert.Equal(2, (await PoolAsync(desk)).Count);
        Assert.Equal(["", "", "head"], await ManagersAsync(desk));
        Assert.Equal(1, (await AllowanceAsync(desk)).GetProperty("claims").GetInt32());
        Assert.Equal(0, (await ClaimAsync(desk, rows[0])).Affected); // taken meanwhile
    }

    [Fact, Trait("Case", "POOL-02")]
    public async Task Of_two_who_claim_the_same_customer_at_once_one_has_them()
    {
        await using var desk = await Desk.StartAsync(engine, clock: new SetClock("2041-03-01 10:00"));
        await ThreeAsync(desk);
        desk.As = Head();
        var rows = await PoolAsync(desk);
        var results = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => ClaimAsync(desk, [.. rows])));
        Assert.Equal(3, results.Sum(r => r.Affected));
        Assert.Equal(3, (await AllowanceAsync(desk)).GetProperty("claims").GetInt32());
    }

    [Fact, Trait("Case", "POOL-03")]
    public async Task Whoever_claims_more_than_the_rule_allows_gets_nobody_and_hears_which_limit_it_is()
    {
        var clock = new SetClock("2041-03-01 10:00");
        await using var desk = await Desk.StartAsync(engine, clock: clock);
        await ThreeAsync(desk);
        await RuleAsync(desk, new { open = true, claimsPerDay = 2, mostCustomers = 2, returnDays = 0, restDays = 30 });
        desk.As = Head();
        var rows = await PoolAsync(desk);
        Assert.Equal(["pool-day", "pool-full"], (await ClaimAsync(desk, [.. rows])).Problems);
        Assert.Equal(2, (await ClaimAsync(desk, rows[0], rows[1])).Affected);
        Assert.Equal(["pool-day", "pool-full"], (await ClaimAsync(desk, rows[2])).Problems);
        clock.Now = SetClock.At("2041-03-02 10:00");
        Assert.Equal(["pool-full"], (await ClaimAsync(desk, rows[2])).Problems);
    }

    [Fact, Trait("Case", "POOL-04")]
    public async Task Whoever_gives_a_customer_back_says_why_and_does_not_take_them_again_at_once()
    {
        var clock = new SetClock("2041-03-01 10:00");
        await using var desk = await Desk.StartAsync(engine, clock: clock);
        await ThreeAsync(desk);
        desk.As = Head();
        var row = (await PoolAsync(desk))[0];
        await ClaimAsync(desk, row);
        Assert.Equal(["reason-missing"], (await ActAsync(desk, "customers", "return", new { }, row)).Problems);
        Assert.Equal(1, (await ActAsync(desk, "customers", "return", new { reason = "客户搬到外县" }, row)).Affected);
        Assert.Equal(["pool-rest"], (await ClaimAsync(desk, row)).Problems);
        Assert.Equal(["", "", ""], await ManagersAsync(desk));
        clock.Now = SetClock.At("2041-04-05 10:00");
        Assert.Equal(1, (await ClaimAsync(desk, row)).Affected);
    }

    [Fact, Trait("Case", "POOL-05")]
    public async Task Who_was_taken_and_never_called_goes_back_after_a_warning_and_who_was_visited_stays()
    {
        var clock = new SetClock("2041-03-01 10:00");
        await using var desk = await Desk.StartAsync(engine, clock: clock);
        await ThreeAsync(desk);
        await RuleAsync(desk, new { open = true, claimsPerDay = 9, mostCustomers = 99, returnDays = 30, restDays = 0 });
        desk.As = Head();
        var rows = await PoolAsync(desk);
        await ClaimAsync(desk, rows[0], rows[1]);
        await desk.Database.WriteAsync(s => s.ExecuteAsync("UPDATE ocrm.customer SET last_contact = @at WHERE id = @id",
            ("at", BankTime.Ms(new DateOnly(2041, 3, 20))), ("id", long.Parse(rows[1].GetProperty("id").GetString()!))), CancellationToken.None);

        await CareCompliance.RunAsync(desk, new(2041, 3, 24));
        Assert.Empty(await RemindedAsync(desk));
        await CareCompliance.RunAsync(desk, new(2041, 3, 25));
        Assert.Equal(["pool-return open"], await RemindedAsync(desk));
        for (var day = new DateOnly(2041, 3, 26); day < new DateOnly(2041, 4, 1); day = day.AddDays(1))
        {
            await CareCompliance.RunAsync(desk, day);
        }

        Assert.Equal(["", "head", "head"], await ManagersAsync(desk));
        await CareCompliance.RunAsync(desk, new(2041, 4, 1));
        Assert.Equal(["", "", "head"], await ManagersAsync(desk));
        Assert.Equal(["pool-return void"], await RemindedAsync(desk));
    }

    [Fact, Trait("Case", "POOL-06")]
    public async Task A_pool_that_is_shut_and_the_pool_of_another_legal_entity_show_nobody()
    {
        await using var desk = await Desk.StartAsync(engine, clock: new SetClock("2041-03-01 10:00"));
        await ThreeAsync(desk);
        desk.As = Desk.Caller(new Sight { Entities = ["230183"] });
        Assert.Empty(await PoolAsync(desk));
        desk.As = Head();
        var row = (await PoolAsync(desk))[0];
        await RuleAsync(desk, new { open = false, claimsPerDay = 9, mostCustomers = 99, returnDays = 0, restDays = 0 });
        desk.As = Head();
        Assert.Empty(await PoolAsync(desk));
        Assert.Equal(0, (await ClaimAsync(desk, row)).Affected);
    }

    [Fact, Trait("Case", "POOL-07")]
    public async Task Whoever_was_given_a_customer_by_hand_does_not_lose_them_to_the_pool()
    {
        await using var desk = await Desk.StartAsync(engine, clock: new SetClock("2041-03-01 10:00"));
        await ThreeAsync(desk);
        await RuleAsync(desk, new { open = true, claimsPerDay = 9, mostCustomers = 99, returnDays = 30, restDays = 0 });
        desk.As = Head();
        await ClaimAsync(desk, (await PoolAsync(desk))[0]);
        await ActAsync(desk, "customers", "allocate", new { manager = "manager" });
        await CareCompliance.RunAsync(desk, new(2041, 6, 1));
        Assert.Equal(["manager", "manager", "manager"], await ManagersAsync(desk));
    }

    private static Caller Head() => Desk.Caller(new Sight { Units = [Outlet] });

    private static async Task ThreeAsync(Desk desk)
    {
        for (var i = 0; i < Documents.Length; i++)
        {
            await desk.HearAsync("CBS", $"C{i}", Outlet, $"客户{i}", Documents[i]);
        }

        await desk.FollowedAsync();
    }

    private static async Task RuleAsync(Desk desk, object pool)
    {
        desk.As = Desk.Caller(Sight.Everything);
        var (_, policies) = await desk.SendAsync(HttpMethod.Get, "/policies");
        var rules = JsonSerializer.Deserialize<Dictionary<string, object>>(policies.EnumerateArray().Single(p => p.GetProperty("entity").GetString() == Entity).GetProperty("rules").GetRawText())!;
        rules["pool"] = pool;
        Assert.Equal(200, (await desk.SendAsync(HttpMethod.Post, "/policies", new { entity = Entity, rules, preview = false })).Status);
    }

    private static async Task<List<JsonElement>> PoolAsync(Desk desk)
    {
        var (status, body) = await desk.SendAsync(HttpMethod.Post, "/lists/pool/rows", new { });
        Assert.Equal(200, status);
        return [.. body.GetProperty("rows").EnumerateArray()];
    }

    private static async Task<JsonElement> AllowanceAsync(Desk desk) =>
        (await desk.SendAsync(HttpMethod.Get, "/pool")).Body.EnumerateArray().Single(a => a.GetProperty("entity").GetString() == Entity);

    private static Task<(int Affected, List<string?> Problems)> ClaimAsync(Desk desk, params JsonElement[] rows) => ActAsync(desk, "pool", "claim", new { }, rows);

    private static async Task<(int Affected, List<string?> Problems)> ActAsync(Desk desk, string list, string action, object arguments, params JsonElement[] rows)
    {
        var ids = rows.Length == 0 ? null : rows.Select(r => r.GetProperty("id").GetString()).ToArray();
        var (status, body) = await desk.SendAsync(HttpMethod.Post, $"/lists/{list}/actions/{action}", new { ids, preview = false, arguments });
        Assert.Equal(200, status);
        return (body.GetProperty("affected").GetInt32(), [.. body.GetProperty("problems").EnumerateArray().Select(p => p.GetString())]);
    }

    private static Task<List<string>> ManagersAsync(Desk desk) =>
        desk.Database.ReadAsync(s => s.QueryAsync("SELECT manager FROM ocrm.owner ORDER BY 1", r => r.GetString(0)), CancellationToken.None);

    private static Task<List<string>> RemindedAsync(Desk desk) =>
        desk.Database.ReadAsync(s => s.QueryAsync("SELECT kind || ' ' || state FROM ocrm.reminder ORDER BY 1", r => r.GetString(0)), CancellationToken.None);
}

public sealed class SqlitePool() : PoolCompliance(new Engine.Sqlite());

public sealed class PostgresPool() : PoolCompliance(new Engine.Postgres());
