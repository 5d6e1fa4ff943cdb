using System.Text.Json;
using Granary.Access.Contracts;
using Granary.Tests;

namespace Granary.Ocrm.Tests;

/// <summary>What prospects promise, on each engine (docs/cases.md, PROS).</summary>
public abstract class ProspectCompliance(Engine engine)
{
    private const string Outlet = "2305210102";
    private const string Wang = "230183197703035738";
    private const string Zhang = "230521198506211242";

    [Fact, Trait("Case", "PROS-01")]
    public async Task A_prospect_becomes_a_customer_through_the_customer_master_and_belongs_to_who_brought_them()
    {
        await using var desk = await Desk.StartAsync(engine);
        var prospect = await AddAsync(desk, "王芳", Wang, "13900000001");
        Assert.Equal(200, (await desk.SendAsync(HttpMethod.Post, $"/prospects/{prospect}/convert")).Status);
        var became = await BecomesAsync(desk, prospect, "converted");
        await desk.FollowedAsync();
        Assert.Equal([$"{became.GetProperty("number").GetString()}|1|person|active|王芳|230521|{Outlet}|head||OCRM"], await desk.TableAsync());
        Assert.Equal(["王芳"], await desk.SearchAsync("13900000001"));
        Assert.Equal(409, (await desk.SendAsync(HttpMethod.Post, $"/prospects/{prospect}/convert")).Status);
    }

    [Fact, Trait("Case", "PROS-02")]
    public async Task Who_is_a_customer_already_is_joined_and_keeps_the_manager_they_have()
    {
        await using var desk = await Desk.StartAsync(engine);
        var number = await desk.FollowedAsync(desk.HearAsync("CBS", "C1", Outlet, "王芳", Wang));
        var prospect = await AddAsync(desk, "王芳", Wang);
        await desk.SendAsync(HttpMethod.Post, $"/prospects/{prospect}/convert");
        Assert.Equal(number, (await BecomesAsync(desk, prospect, "joined")).GetProperty("number").GetString());
        await desk.FollowedAsync();
        Assert.Equal([$"{number}|1|person|active|王芳|230521|{Outlet}|||CBS,OCRM"], await desk.TableAsync());
    }

    [Fact, Trait("Case", "PROS-03")]
    public async Task While_somebody_types_they_learn_of_customers_in_sight_and_of_their_legal_entity_only_by_a_whole_document()
    {
        await using var desk = await Desk.StartAsync(engine);
        var number = await desk.FollowedAsync(desk.HearAsync("CBS", "C1", Outlet, "王芳", Wang, "13900000001"));
        foreach (var (typed, why) in new[] { (new { name = "", document = Wang, mobile = "" }, "document"), (new { name = "", document = "", mobile = "13900000001" }, "mobile"), (new { name = "王芳", document = "", mobile = "" }, "name") })
        {
            var known = Assert.Single((await CheckAsync(desk, typed)).GetProperty("customers").EnumerateArray());
            Assert.Equal((number, why), (known.GetProperty("number").GetString(), known.GetProperty("why").GetString()));
        }

        // A colleague of the same legal entity has them: that there is one, not who; by name or phone not even that.
        var source = new RightSource(Permission.ProspectsEdit, Reach.Own, "customer-manager", "2305210201", null, null, Sight.Nothing);
        desk.As = Desk.Caller(new Sight { Managers = ["another"] });
        desk.As = desk.As with { Rights = desk.As.Rights with { Sources = [source] } };
        var elsewhere = await CheckAsync(desk, new { name = "王芳", document = Wang, mobile = "13900000001" });
        Assert.True(elsewhere.GetProperty("elsewhere").GetBoolean());
        Assert.Empty(elsewhere.GetProperty("customers").EnumerateArray());
        Assert.False((await CheckAsync(desk, new { name = "王芳", document = Wang[..17], mobile = "13900000001" })).GetProperty("elsewhere").GetBoolean());
        desk.As = desk.As with { Rights = desk.As.Rights with { Sources = [source with { Unit = "2301830201" }] } };
        Assert.False((await CheckAsync(desk, new { name = "", document = Wang, mobile = "" })).GetProperty("elsewhere").GetBoolean());
    }

    [Fact, Trait("Case", "PROS-04")]
    public async Task Nobody_reads_changes_or_converts_a_prospect_out_of_sight_and_masks_hold()
    {
        await using var desk = await Desk.StartAsync(engine);
        var prospect = await AddAsync(desk, "王芳", Wang, "13900000001");
        desk.As = Desk.Caller(new Sight { Entities = ["230183"] });
        Assert.Equal(404, (await desk.SendAsync(HttpMethod.Get, $"/prospects/{prospect}")).Status);
        Assert.Equal(404, (await desk.SendAsync(HttpMethod.Put, $"/prospects/{prospect}", new { name = "王方" })).Status);
        Assert.Equal(404, (await desk.SendAsync(HttpMethod.Post, $"/prospects/{prospect}/convert")).Status);
        Assert.Equal(0, (await desk.SendAsync(HttpMethod.Post, "/lists/prospects/rows", new { })).Body.GetProperty("rows").GetArrayLength());
        desk.As = Desk.Caller(new Sight { Entities = ["230521"] }, c2: FieldSight.Masked, c3: FieldSight.Hidden);
        var (_, shown) = await desk.SendAsync(HttpMethod.Get, $"/prospects/{prospect}");
        Assert.Equal(("139****0001", JsonValueKind.Null), (shown.GetProperty("mobile").GetString(), shown.GetProperty("document").ValueKind));
        Assert.All(await desk.Database.ReadAsync(s => s.QueryAsync("SELECT after FROM ocrm.audit WHERE act = 'prospects.edit'", r => r.GetString(0)), CancellationToken.None),
            after => Assert.DoesNotContain("13900000001", after, StringComparison.Ordinal));
    }

    [Fact, Trait("Case", "PROS-05")]
    public async Task A_prospect_without_a_document_waits_for_one_and_one_with_a_wrong_one_is_refused_by_name()
    {
        await using var desk = await Desk.StartAsync(engine);
        var prospect = await AddAsync(desk, "张伟", "");
        Assert.Equal("prospect-no-document", (await desk.SendAsync(HttpMethod.Post, $"/prospects/{prospect}/convert")).Body.GetProperty("code").GetString());
        Assert.Equal("prospect-document", (await desk.SendAsync(HttpMethod.Put, $"/prospects/{prospect}", new { document = "230521198506211247" })).Body.GetProperty("code").GetString());
        Assert.Equal("prospect-mobile", (await desk.SendAsync(HttpMethod.Put, $"/prospects/{prospect}", new { mobile = "123" })).Body.GetProperty("code").GetString());
        Assert.Equal(200, (await desk.SendAsync(HttpMethod.Put, $"/prospects/{prospect}", new { document = Zhang })).Status);
        await desk.SendAsync(HttpMethod.Post, $"/prospects/{prospect}/convert");
        await BecomesAsync(desk, prospect, "converted");
    }

    [Fact, Trait("Case", "PROS-06")]
    public async Task A_person_joins_a_prospect_with_a_customer_in_sight_or_gives_them_up()
    {
        await using var desk = await Desk.StartAsync(engine);
        var number = await desk.FollowedAsync(desk.HearAsync("CBS", "C1", Outlet, "王芳", Wang));
        var prospect = await AddAsync(desk, "王芳芳", "");
        Assert.Equal(404, (await desk.SendAsync(HttpMethod.Post, $"/prospects/{prospect}/join", new { number = "8999999999999" })).Status);
        var (_, joined) = await desk.SendAsync(HttpMethod.Post, $"/prospects/{prospect}/join", new { number });
        Assert.Equal(("joined", number), (joined.GetProperty("state").GetString(), joined.GetProperty("number").GetString()));
        var other = await AddAsync(desk, "赵六", "");
        Assert.Equal("dropped", (await desk.SendAsync(HttpMethod.Delete, $"/prospects/{other}")).Body.GetProperty("state").GetString());
        Assert.Equal(409, (await desk.SendAsync(HttpMethod.Put, $"/prospects/{other}", new { name = "赵七" })).Status);
    }

    private static async Task<string> AddAsync(Desk desk, string name, string document, string mobile = "")
    {
        var (status, body) = await desk.SendAsync(HttpMethod.Post, "/prospects", new { name, document, mobile, unit = Outlet });
        Assert.Equal(200, status);
        return body.GetProperty("id").GetString()!;
    }

    private static async Task<JsonElement> CheckAsync(Desk desk, object typed) => (await desk.SendAsync(HttpMethod.Post, "/prospects/check", typed)).Body;

    private static async Task<JsonElement> BecomesAsync(Desk desk, string prospect, string state)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            var (_, shown) = await desk.SendAsync(HttpMethod.Get, $"/prospects/{prospect}");
            if (shown.GetProperty("state").GetString() == state)
            {
                return shown;
            }

            await Task.Delay(10, patience.Token);
        }
    }
}

public sealed class SqliteProspects() : ProspectCompliance(new Engine.Sqlite());

public sealed class PostgresProspects() : ProspectCompliance(new Engine.Postgres());
