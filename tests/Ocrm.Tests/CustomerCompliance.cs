using Granary.Access.Contracts;
using Granary.Ecif.Contracts;
using Granary.Tests;

namespace Granary.Ocrm.Tests;

/// <summary>What the table of customers promises, on each engine (docs/cases.md, OCRM).</summary>
public abstract class CustomerCompliance(Engine engine)
{
    private const string Wang = "230183197703035738";
    private const string Zhang = "230521198506211246";
    private const string Outlet = "2305210102";
    private const string Other = "2301830201";

    [Fact, Trait("Case", "OCRM-01")]
    public async Task A_customer_that_a_system_speaks_of_is_in_the_list_of_its_legal_entity()
    {
        await using var desk = await Desk.StartAsync(engine);
        var number = await desk.HearAsync("CBS", "C1", Outlet, "王芳", Wang, "13800005678", household: "230521001003\u001F是");
        await desk.FollowedAsync();
        Assert.Equal([$"{number}|1|person|active|王芳|230521|{Outlet}||230521001003|CBS"], await desk.TableAsync());
        desk.As = Desk.Caller(new Sight { Entities = ["230183"] });
        Assert.Empty(await desk.NamesAsync());
        desk.As = Desk.Caller(new Sight { Entities = ["230521"] });
        Assert.Equal(["王芳"], await desk.NamesAsync());
    }

    [Fact, Trait("Case", "OCRM-02")]
    public async Task A_second_system_that_says_the_same_adds_its_code_and_its_legal_entity()
    {
        await using var desk = await Desk.StartAsync(engine);
        var number = await desk.HearAsync("CBS", "C1", Outlet, "王芳", Wang);
        await desk.HearAsync("CLMS", "L1", Other, "王芳", Wang);
        await desk.FollowedAsync();
        Assert.Equal([$"{number}|0|person|active|王芳|230183|{Other}|||CBS,CLMS", $"{number}|1|person|active|王芳|230521|{Outlet}|||CBS,CLMS"], await desk.TableAsync());
    }

    [Fact, Trait("Case", "OCRM-03")]
    public async Task A_customer_who_leaves_one_system_and_then_the_last_is_closed()
    {
        await using var desk = await Desk.StartAsync(engine);
        var number = await desk.HearAsync("CBS", "C1", Outlet, "王芳", Wang);
        await desk.HearAsync("CLMS", "L1", Outlet, "王芳", Wang);
        await desk.FollowedAsync(); // else the row of before would look like the one of afterwards
        await desk.HearAsync("CLMS", "L1", Outlet, "王芳", Wang, close: true);
        await desk.FollowedAsync();
        Assert.Equal([$"{number}|1|person|active|王芳|230521|{Outlet}|||CBS"], await desk.TableAsync());
        await desk.HearAsync("CBS", "C1", Outlet, "王芳", Wang, close: true);
        await desk.FollowedAsync();
        Assert.Equal([$"{number}|1|person|closed|王芳|230521|{Outlet}|||"], await desk.TableAsync());
    }

    [Fact, Trait("Case", "OCRM-04")]
    public async Task After_a_merge_one_row_is_left_and_keeps_the_manager_of_the_one_that_went()
    {
        await using var desk = await Desk.StartAsync(engine);
        var first = await desk.HearAsync("CBS", "C1", Outlet, "王芳", Wang);
        var second = await desk.HearAsync("CLMS", "L1", Outlet, "王芳", Zhang);
        await desk.FollowedAsync();
        await AllocateAsync(desk, second, "manager");
        await desk.HearAsync("CLMS", "L1", Outlet, "王芳", Wang);
        await desk.FollowedAsync();
        Assert.NotEqual(first, second);
        Assert.Equal([$"{first}|1|person|active|王芳|230521|{Outlet}|manager||CBS,CLMS"], await desk.TableAsync());
        Assert.DoesNotContain(await desk.TokensAsync(), t => t.StartsWith("k:" + second, StringComparison.Ordinal));
    }

    [Fact, Trait("Case", "OCRM-05")]
    public async Task A_change_of_the_customer_leaves_the_manager_as_it_is()
    {
        await using var desk = await Desk.StartAsync(engine);
        var number = await desk.HearAsync("CBS", "C1", Outlet, "王芳", Wang);
        await desk.FollowedAsync();
        await AllocateAsync(desk, number, "manager");
        await desk.HearAsync("CBS", "C1", Outlet, "王方", Wang);
        await desk.FollowedAsync();
        Assert.Equal([$"{number}|1|person|active|王方|230521|{Outlet}|manager||CBS"], await desk.TableAsync());
        Assert.Empty(await desk.SearchAsync("王芳"));
        Assert.Equal(["王方"], await desk.SearchAsync("王方"));
    }

    [Fact, Trait("Case", "OCRM-06")]
    public async Task Beginning_with_nothing_ends_with_the_rows_of_having_followed_all_along()
    {
        await using var desk = await Desk.StartAsync(engine, follow: false);
        await desk.FollowedAsync(step: true);
        for (var i = 0; i < 12; i++)
        {
            await desk.HearAsync(i % 2 == 0 ? "CBS" : "CLMS", $"K{i / 3}", i % 4 == 0 ? Outlet : Other, $"王芳{"一二三四"[i / 3]}", Wang);
            await desk.FollowedAsync(step: true);
        }

        var (rows, tokens) = (await desk.TableAsync(), await desk.TokensAsync());
        await desk.Database.WriteAsync(async session =>
        {
            foreach (var table in new[] { "customer", "search_token", "follower" })
            {
                await session.ExecuteAsync($"DELETE FROM ocrm.{table}");
            }
        }, CancellationToken.None);
        await desk.FollowedAsync(step: true);
        Assert.NotEmpty(rows);
        Assert.Equal(rows, await desk.TableAsync());
        Assert.Equal(tokens, await desk.TokensAsync());
    }

    [Fact, Trait("Case", "OCRM-07")]
    public async Task To_hear_of_a_change_again_changes_nothing()
    {
        await using var desk = await Desk.StartAsync(engine, follow: false);
        await desk.FollowedAsync(step: true);
        await desk.HearAsync("CBS", "C1", Outlet, "王芳", Wang);
        await desk.HearAsync("CLMS", "L1", Other, "王芳", Zhang);
        await desk.HearAsync("CLMS", "L1", Other, "王芳", Wang);
        await desk.FollowedAsync(step: true);
        var (rows, tokens) = (await desk.TableAsync(), await desk.TokensAsync());
        await desk.Database.WriteAsync(s => s.ExecuteAsync("UPDATE ocrm.follower SET xid = '0', change_id = 0"), CancellationToken.None);
        await desk.FollowedAsync(step: true);
        Assert.Equal(rows, await desk.TableAsync());
        Assert.Equal(tokens, await desk.TokensAsync());
    }

    [Theory, Trait("Case", "OCRM-08")]
    [InlineData(Outlet)]
    [InlineData(Other)]
    public async Task After_a_split_there_are_two_rows_the_manager_keeps_the_one_that_stayed_and_the_other_is_nobody_s(string unit)
    {
        await using var desk = await Desk.StartAsync(engine);
        var first = await desk.HearAsync("CBS", "C1", Outlet, "王芳", Wang);
        await desk.HearAsync("CLMS", "L1", unit, "王芳", Wang);
        await desk.FollowedAsync();
        desk.As = Desk.Caller(new Sight { Entities = [Outlet[..6]] });
        await AllocateAsync(desk, first, "manager");
        desk.As = Desk.Caller(Sight.Everything);
        var second = await desk.SplitAsync(first);
        await desk.FollowedAsync();

        Assert.Equal([$"{first}|1|person|active|王芳|230521|{Outlet}|manager||CBS", $"{second}|1|person|active|王芳|{unit[..6]}|{unit}|||CLMS"], await desk.TableAsync());
        Assert.Equal(["王芳"], await desk.SearchAsync("C1"));
        Assert.Equal(["王芳"], await desk.SearchAsync("L1"));
        Assert.Equal(["王芳", "王芳"], await desk.SearchAsync("王芳"));

        // The manager sees what was given, the other legal entity its own customer and no more.
        desk.As = Desk.Caller(new Sight { Managers = ["manager"] });
        Assert.Equal([first], await NumbersAsync(desk));
        desk.As = Desk.Caller(new Sight { Entities = [Other[..6]] });
        Assert.Equal(unit == Other ? [second] : [], await NumbersAsync(desk));
    }

    private static async Task<List<string?>> NumbersAsync(Desk desk)
    {
        var (_, body) = await desk.SendAsync(HttpMethod.Post, "/lists/customers/rows", new { columns = new[] { "number" } });
        return [.. body.GetProperty("rows").EnumerateArray().Select(r => r.GetProperty("cells").GetProperty("number").GetString())];
    }

    [Fact, Trait("Case", "OCRM-10")]
    public async Task A_customer_is_found_by_every_key()
    {
        await using var desk = await Desk.StartAsync(engine);
        await PeopleAsync(desk);
        (string Typed, string? Name)[] questions =
        [
            ("王芳", "王芳"), ("芳", null), ("小芳", "王小芳"), ("wf", "王芳"), ("WANGX", "王小芳"), ("13800005678", "王芳"), ("138 0000 5678", "王芳"),
            (Wang, "王芳"), ("c1", "王芳"), ("亚布力", "尚志亚布力木业有限公司"), ("业亚", null), ("王小芳芳", null),
        ];
        foreach (var (typed, name) in questions)
        {
            Assert.Equal((typed, name), (typed, (await desk.SearchAsync(typed)).SingleOrDefault()));
        }
    }

    [Fact, Trait("Case", "OCRM-10")]
    public async Task A_customer_is_found_by_the_party_number()
    {
        await using var desk = await Desk.StartAsync(engine);
        var number = await desk.HearAsync("CBS", "C1", Outlet, "王芳", Wang);
        await desk.FollowedAsync();
        Assert.Equal(["王芳"], await desk.SearchAsync(number));
    }

    [Fact, Trait("Case", "OCRM-11")]
    public async Task Nobody_is_found_out_of_sight_or_by_what_is_hidden_and_masks_hold()
    {
        await using var desk = await Desk.StartAsync(engine);
        await PeopleAsync(desk);
        desk.As = Desk.Caller(new Sight { Entities = ["230183"] });
        Assert.Empty(await desk.SearchAsync("王芳"));
        desk.As = Desk.Caller(Sight.Everything, c2: FieldSight.Hidden, c3: FieldSight.Hidden);
        Assert.Empty(await desk.SearchAsync(Wang));
        Assert.Empty(await desk.SearchAsync("13800005678"));
        desk.As = Desk.Caller(Sight.Everything, c2: FieldSight.Masked, c3: FieldSight.Hidden);
        var (_, body) = await desk.SendAsync(HttpMethod.Get, "/search?q=13800005678");
        Assert.Contains("138****5678", body.ToString());
        Assert.DoesNotContain("13800005678", body.ToString());
        Assert.DoesNotContain("2301831977", body.ToString());
    }

    [Fact, Trait("Case", "OCRM-12")]
    public async Task A_filter_that_an_index_serves_finds_what_reading_every_row_finds()
    {
        await using var desk = await Desk.StartAsync(engine);
        await PeopleAsync(desk);
        Assert.Equal(["尚志亚布力木业有限公司", "王芳", "王小芳"], await desk.NamesAsync());
        Assert.Equal(["王芳", "王小芳"], await desk.NamesAsync(new { column = "name", op = "contains", value = "芳" }));
        Assert.Equal(["王小芳"], await desk.NamesAsync(new { column = "name", op = "contains", value = "小芳" }));
        Assert.Equal(["王小芳"], await desk.NamesAsync(new { column = "name", op = "starts", value = "王小" }));
        Assert.Equal(["王芳", "王小芳"], await desk.NamesAsync(new { column = "name", op = "starts", value = "王" }));
        Assert.Equal(["王芳"], await desk.NamesAsync(new { column = "name", op = "eq", value = "王芳" }));
        Assert.Equal(["王芳"], await desk.NamesAsync(new { column = "document", op = "eq", value = Wang }));
        Assert.Equal(["王芳"], await desk.NamesAsync(new { column = "mobile", op = "eq", value = "13800005678" }));
        Assert.Equal(["尚志亚布力木业有限公司"], await desk.NamesAsync(new { column = "systems", op = "eq", value = "CLMS" }));
        Assert.Equal(["尚志亚布力木业有限公司"], await desk.NamesAsync(new { column = "kind", op = "ne", value = "person" }));
    }

    [Fact, Trait("Case", "OCRM-20")]
    public async Task Customers_are_given_to_a_manager_after_a_preview_and_each_is_audited()
    {
        await using var desk = await Desk.StartAsync(engine);
        var number = await desk.HearAsync("CBS", "C1", Outlet, "王芳", Wang);
        await desk.HearAsync("CBS", "C2", Other, "张三", Zhang);
        await desk.FollowedAsync();
        desk.As = Desk.Caller(new Sight { Entities = ["230521"] });
        var (_, preview) = await ActAsync(desk, "manager", preview: true);
        Assert.Equal((1, 0), (preview.GetProperty("affected").GetInt32(), preview.GetProperty("problems").GetArrayLength()));
        Assert.DoesNotContain(await desk.TableAsync(), r => r.Contains("|manager|", StringComparison.Ordinal));
        await ActAsync(desk, "manager", preview: false);
        Assert.Single(await desk.TableAsync(), r => r.Contains("|manager|", StringComparison.Ordinal));
        var audited = await desk.Database.ReadAsync(s => s.QueryAsync("SELECT who || ' ' || act || ' ' || subject || ' ' || before || '>' || after FROM ocrm.audit", r => r.GetString(0)), CancellationToken.None);
        Assert.Equal([$"head customers.allocate {number}/230521 >manager"], audited);
        var (_, rows) = await desk.SendAsync(HttpMethod.Post, "/lists/customers/rows", new { });
        Assert.Equal("王桂芳", rows.GetProperty("names").GetProperty("manager").GetProperty("manager").GetString());
    }

    [Theory, Trait("Case", "OCRM-21")]
    [InlineData("nobody", "manager-unknown")]
    [InlineData("operator", "manager-elsewhere")]
    public async Task Nobody_is_given_a_customer_of_a_legal_entity_where_they_do_not_work(string manager, string problem)
    {
        await using var desk = await Desk.StartAsync(engine);
        await desk.HearAsync("CBS", "C1", Outlet, "王芳", Wang);
        await desk.FollowedAsync();
        var (_, result) = await ActAsync(desk, manager, preview: false);
        Assert.Equal((0, problem), (result.GetProperty("affected").GetInt32(), result.GetProperty("problems")[0].GetString()));
    }

    [Fact, Trait("Case", "OCRM-22")]
    public async Task A_manager_typed_over_a_row_that_changed_meanwhile_is_a_conflict()
    {
        await using var desk = await Desk.StartAsync(engine);
        await desk.HearAsync("CBS", "C1", Outlet, "王芳", Wang);
        await desk.FollowedAsync();
        var (_, rows) = await desk.SendAsync(HttpMethod.Post, "/lists/customers/rows", new { });
        var row = rows.GetProperty("rows")[0];
        var (id, version) = (row.GetProperty("id").GetString(), row.GetProperty("version").GetInt64());
        Assert.Equal(200, (await desk.SendAsync(HttpMethod.Patch, $"/lists/customers/rows/{id}", new { version, cells = new { manager = "manager" } })).Status);
        Assert.Equal(409, (await desk.SendAsync(HttpMethod.Patch, $"/lists/customers/rows/{id}", new { version, cells = new { manager = "head" } })).Status);
    }

    private static Task<(int Status, System.Text.Json.JsonElement Body)> ActAsync(Desk desk, string manager, bool preview) =>
        desk.SendAsync(HttpMethod.Post, "/lists/customers/actions/allocate", new { preview, arguments = new { manager } });

    private static async Task AllocateAsync(Desk desk, string number, string manager)
    {
        var (_, result) = await desk.SendAsync(HttpMethod.Post, "/lists/customers/actions/allocate",
            new { filter = new { column = "number", op = "eq", value = number }, preview = false, arguments = new { manager } });
        Assert.Equal(1, result.GetProperty("affected").GetInt32());
    }

    private static async Task PeopleAsync(Desk desk)
    {
        await desk.HearAsync("CBS", "C1", Outlet, "王芳", Wang, "13800005678");
        await desk.HearAsync("CBS", "C2", Outlet, "王小芳", Zhang);
        await desk.HearAsync("CLMS", "L3", Outlet, "尚志亚布力木业有限公司", "91231121TA1LQTYJ1P", kind: PartyKind.Organisation);
        await desk.FollowedAsync();
    }

    public sealed class OnSqlite() : CustomerCompliance(new Engine.Sqlite());

    public sealed class OnPostgres() : CustomerCompliance(new Engine.Postgres());
}
