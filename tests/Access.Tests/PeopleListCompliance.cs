using Granary.Access.Contracts;
using Granary.Access.Storage;
using Granary.Kernel.Auditing;
using Granary.Tests;

namespace Granary.Access.Tests;

/// <summary>The lists of users and of what they did, over their routes, on each engine.</summary>
public abstract class PeopleListCompliance(Engine engine)
{
    private const string County = "230183";

    [Fact, Trait("Case", "LIST-50")]
    public async Task The_list_of_users_has_those_whose_pages_one_may_open()
    {
        await using var server = await StartAsync();
        string[] all = ["admin", "wide", "head", "clerk", "abroad", "idle"];
        foreach (var sight in new[]
        {
            Sight.Everything, Sight.Nothing, new Sight { Entities = [County] }, new Sight { Units = ["2301830101"] }, new Sight { Units = ["23018302", "230521"] }, new Sight { Managers = ["head"] },
        })
        {
            server.As = Caller(sight);
            var opened = new List<string>();
            foreach (var name in all)
            {
                if ((await server.SendAsync(HttpMethod.Get, $"/users/{name}")).Status == 200)
                {
                    opened.Add(name);
                }
            }

            Assert.Equal(opened.Order(StringComparer.Ordinal), await TextsAsync(server, "users", "userName"));
            var (_, count) = await server.SendAsync(HttpMethod.Post, "/lists/users/count", new { });
            Assert.Equal(opened.Count, count.GetProperty("count").GetInt32());
        }
    }

    [Fact, Trait("Case", "LIST-51")]
    public async Task A_user_with_several_posts_is_one_row_with_all_roles_and_units_named_in_rows_and_files()
    {
        await using var server = await StartAsync();
        server.As = Caller(Sight.Everything);
        var filter = new { column = "role", op = "eq", value = "outlet-head" };
        var (_, page) = await server.SendAsync(HttpMethod.Post, "/lists/users/rows", new { filter, columns = new[] { "userName", "role", "unit" } });
        var row = Assert.Single(page.GetProperty("rows").EnumerateArray()).GetProperty("cells");
        Assert.Equal(["customer-manager", "outlet-head"], row.GetProperty("role").EnumerateArray().Select(r => r.GetString()));
        Assert.Equal(["2301830101", "23018302"], row.GetProperty("unit").EnumerateArray().Select(r => r.GetString()));
        Assert.Equal("网点负责人", page.GetProperty("names").GetProperty("role").GetProperty("outlet-head").GetString());
        var (status, started) = await server.SendAsync(HttpMethod.Post, "/lists/users/export", new { filter, columns = new[] { "userName", "role" }, format = "csv", reason = "点名" });
        Assert.Equal(202, status);
        var job = await server.EndOfAsync(started.GetProperty("job").GetString()!);
        var file = await server.Client.GetStringAsync($"/api/jobs/{job.GetProperty("id").GetString()}/file");
        Assert.Equal(["用户名,角色", "head,客户经理 网点负责人"], file.Split("\r\n", StringSplitOptions.RemoveEmptyEntries)[1..]);
    }

    [Fact, Trait("Case", "LIST-52")]
    public async Task Who_reads_the_audit_of_a_unit_reads_the_acts_of_its_people_newest_first()
    {
        await using var server = await StartAsync();
        foreach (var (who, i) in new[] { "head", "abroad", "clerk", "granary", "wide" }.Select((w, i) => (w, i)))
        {
            await server.Database.WriteAsync(session => AuditTrail.AppendAsync(session, "access", 4_000_000_000_000 + i, new AuditEntry(who, "10.1.2.3", "test.act", $"S{i}")), CancellationToken.None);
        }

        server.As = Caller(new Sight { Entities = [County] });
        Assert.Equal(["clerk", "head"], await TextsAsync(server, "audit", "who"));
        server.As = Caller(Sight.Nothing);
        Assert.Empty(await TextsAsync(server, "audit", "who"));
        server.As = Caller(Sight.Everything);
        Assert.Equal(["wide", "granary", "clerk", "abroad", "head"], (await TextsAsync(server, "audit", "who")).Take(5));
        Assert.Equal(["S2"], await TextsAsync(server, "audit", "subject", new { column = "who", op = "eq", value = "clerk" }));
    }

    [Fact, Trait("Case", "LIST-53")]
    public async Task A_file_of_the_audit_takes_a_permission_of_its_own_and_stands_in_the_audit_itself()
    {
        await using var server = await StartAsync();
        server.As = Caller(Sight.Everything);
        var (_, started) = await server.SendAsync(HttpMethod.Post, "/lists/audit/export", new { columns = new[] { "who", "act" }, format = "xlsx", reason = "专项审计" });
        Assert.Equal("done", (await server.EndOfAsync(started.GetProperty("job").GetString()!)).GetProperty("state").GetString());
        Assert.Equal(["专项审计"], await TextsAsync(server, "audit", "reason", new { column = "act", op = "eq", value = Permission.AuditExport }));
        server.As = Caller(Sight.Everything, export: Sight.Nothing);
        Assert.False((await server.SendAsync(HttpMethod.Get, "/lists/audit")).Body.GetProperty("export").GetBoolean());
    }

    private async Task<ListServer> StartAsync()
    {
        var server = await ListServer.StartAsync(engine, []);
        await server.HireAsync("wide", "wide", "auditor");
        await server.HireAsync("head", "head", "outlet-head", "2301830101");
        await server.HireAsync("clerk", "clerk", "customer-manager", "23018302");
        await server.HireAsync("abroad", "abroad", "customer-manager", "2305210101");
        await server.HireAsync("idle", "idle", "marketing");
        await server.DismissAsync("idle");
        await server.Database.WriteAsync(async session =>
        {
            await session.ExecuteAsync("INSERT INTO access.post (person, role, unit, from_day, to_day) VALUES ('head', 'customer-manager', '23018302', '2000-01-01', '')");
            await AccessState.RaiseAsync(session);
        }, CancellationToken.None);
        return server;
    }

    private static Caller Caller(Sight sight, Sight? export = null) => new(
        "p1", "wangfang", "王芳", "s1", "127.0.0.1",
        new EffectiveRights(
            new Dictionary<string, Sight>
            {
                [Permission.UsersRead] = sight, [Permission.UsersExport] = export ?? sight, [Permission.AuditRead] = sight, [Permission.AuditExport] = export ?? sight,
            },
            new Dictionary<DataClass, FieldSight>(), []),
        DateTimeOffset.UnixEpoch);

    private static async Task<IReadOnlyList<string?>> TextsAsync(ListServer server, string list, string column, object? filter = null)
    {
        var (status, page) = await server.SendAsync(HttpMethod.Post, $"/lists/{list}/rows", new { filter, columns = new[] { column } });
        Assert.True(status == 200, page.ToString());
        return [.. page.GetProperty("rows").EnumerateArray().Select(r => r.GetProperty("cells").GetProperty(column).GetString())];
    }

    public sealed class OnSqlite() : PeopleListCompliance(new Engine.Sqlite());

    public sealed class OnPostgres() : PeopleListCompliance(new Engine.Postgres());
}
