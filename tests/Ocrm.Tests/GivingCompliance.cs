using Granary.Tests;

namespace Granary.Ocrm.Tests;

/// <summary>To whom new customers go by the rule (docs/cases.md, OCRM).</summary>
public abstract class GivingCompliance(Engine engine)
{
    private const string Outlet = "2305210102";
    private const string Other = "2305210201";
    private const string Village = "230521001001";

    private static readonly string[] Documents = ["230183197703035738", "230521198506211246", "230183198603094823", "230102198207095151"];

    [Fact, Trait("Case", "OCRM-25")]
    public async Task A_new_customer_goes_to_the_village_s_manager_else_to_the_least_busy_of_the_outlet_else_to_nobody()
    {
        await using var desk = await Desk.StartAsync(engine);
        await using var access = new AccessTables(desk.PlaceOf("access"));
        await access.SettleAsync(
        [
            new("manager", "customer-manager", Outlet, ""), new("operator", "customer-manager", Outlet, ""), new("head", "outlet-head", Outlet, ""),
            new("auditor", "customer-manager", "2305210301", Village),
        ]);
        await access.GiveNewCustomersAsync("least-busy");
        foreach (var (key, unit, household) in new[] { ("C0", Outlet, ""), ("C1", Outlet, ""), ("C2", Outlet, Village), ("C3", Other, "") })
        {
            await desk.HearAsync("CBS", key, unit, "王芳", Documents[key[1] - '0'], household: household.Length == 0 ? "" : $"{household}\u001F是");
            await desk.FollowedAsync();
        }

        Assert.Equal(["", "auditor", "manager", "operator"], (await desk.TableAsync()).Select(r => r.Split('|')[7]).Order(StringComparer.Ordinal));
        var audited = await desk.Database.ReadAsync(s => s.QueryAsync("SELECT who || ' ' || act || ' ' || reason || ' ' || after FROM ocrm.audit ORDER BY id", r => r.GetString(0)), CancellationToken.None);
        Assert.Equal(["manager", "operator", "auditor"], audited.Select(a => a["granary customers.allocate new-customers ".Length..]));
    }

    [Fact, Trait("Case", "OCRM-26")]
    public async Task Whom_people_gave_to_nobody_stays_nobody_s_and_without_the_rule_a_new_customer_is_too()
    {
        await using var desk = await Desk.StartAsync(engine);
        await using var access = new AccessTables(desk.PlaceOf("access"));
        await desk.HearAsync("CBS", "C0", Outlet, "王芳", Documents[0]);
        await desk.FollowedAsync();
        await access.GiveNewCustomersAsync("least-busy");
        await desk.HearAsync("CBS", "C0", Outlet, "王芳", Documents[0], "13904510001");
        await desk.FollowedAsync();
        Assert.Equal([""], (await desk.TableAsync()).Select(r => r.Split('|')[7]));
    }
}

public sealed class SqliteGiving() : GivingCompliance(new Engine.Sqlite());

public sealed class PostgresGiving() : GivingCompliance(new Engine.Postgres());
