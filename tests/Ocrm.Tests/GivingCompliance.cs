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

    [Fact, Trait("Case", "OCRM-27")]
    public async Task Whom_a_filter_finds_and_who_is_nobody_s_is_distributed_by_the_rule_after_a_preview()
    {
        await using var desk = await Desk.StartAsync(engine);
        await using var access = new AccessTables(desk.PlaceOf("access"));
        await access.SettleAsync([new("manager", "customer-manager", Outlet, ""), new("operator", "customer-manager", Outlet, ""), new("auditor", "customer-manager", "2305210301", Village)]);
        await FourAsync(desk);
        Assert.Equal((0, "distribute-nobody"), await DistributeAsync(desk));
        await access.GiveNewCustomersAsync("least-busy");

        Assert.Equal((4, ""), await DistributeAsync(desk, preview: true));
        Assert.All(await ManagersAsync(desk), Assert.Empty);
        Assert.Equal((4, ""), await DistributeAsync(desk));
        Assert.Equal(["auditor", "manager", "manager", "operator"], await ManagersAsync(desk));
        Assert.Equal((0, ""), await DistributeAsync(desk));
    }

    [Fact, Trait("Case", "OCRM-28")]
    public async Task Who_has_a_product_is_distributed_among_people_who_are_named_evenly_and_only_where_they_work()
    {
        await using var desk = await Desk.StartAsync(engine);
        await using var access = new AccessTables(desk.PlaceOf("access"));
        await access.SettleAsync([new("manager", "customer-manager", Outlet, ""), new("operator", "customer-manager", Outlet, ""), new("auditor", "customer-manager", "2301830201", "")]);
        await FourAsync(desk);
        await desk.Database.WriteAsync(s => s.ExecuteAsync("UPDATE ocrm.customer SET loans = 100 WHERE name <> '王芳3'"), CancellationToken.None);
        var loans = new { column = "loans", op = "gt", value = 0 };

        Assert.Equal((0, "manager-elsewhere"), await DistributeAsync(desk, "auditor", loans));
        Assert.Equal((0, "manager-unknown"), await DistributeAsync(desk, "manager,nobody-at-all", loans));
        Assert.Equal((3, ""), await DistributeAsync(desk, "manager, operator", loans));
        Assert.Equal(["", "manager", "manager", "operator"], await ManagersAsync(desk));
        Assert.Equal((1, ""), await DistributeAsync(desk, "manager,operator"));
        Assert.Equal(["manager", "manager", "operator", "operator"], await ManagersAsync(desk));
        var audited = await desk.Database.ReadAsync(s => s.QueryAsync("SELECT who || ' ' || act || ' ' || reason FROM ocrm.audit", r => r.GetString(0)), CancellationToken.None);
        Assert.Equal(Enumerable.Repeat("head customers.allocate distribute", 4), audited);
    }

    private static async Task FourAsync(Desk desk)
    {
        for (var i = 0; i < 4; i++)
        {
            await desk.HearAsync("CBS", $"C{i}", Outlet, $"王芳{i}", Documents[i], household: i == 0 ? $"{Village}\u001F是" : "");
        }

        await desk.FollowedAsync();
    }

    private static async Task<(int Affected, string Problem)> DistributeAsync(Desk desk, string managers = "", object? filter = null, bool preview = false)
    {
        var (status, result) = await desk.SendAsync(HttpMethod.Post, "/lists/customers/actions/distribute", new { preview, filter, arguments = new { managers } });
        Assert.Equal(200, status);
        return (result.GetProperty("affected").GetInt32(), string.Join(',', result.GetProperty("problems").EnumerateArray().Select(p => p.GetString())));
    }

    private static async Task<IEnumerable<string>> ManagersAsync(Desk desk) => (await desk.TableAsync()).Select(r => r.Split('|')[7]).Order(StringComparer.Ordinal);
}

public sealed class SqliteGiving() : GivingCompliance(new Engine.Sqlite());

public sealed class PostgresGiving() : GivingCompliance(new Engine.Postgres());
