using Granary.Access.Contracts;
using Granary.Access.Rights;
using Granary.Access.Storage;
using Granary.Kernel.Storage;
using Granary.Tests;

namespace Granary.Access.Tests;

public sealed class SqliteShippedRoleTests() : ShippedRoleCompliance(new Engine.Sqlite());

public sealed class PostgresShippedRoleTests() : ShippedRoleCompliance(new Engine.Postgres());

/// <summary>The shipped roles of an installation that has been there for a while, on each engine.</summary>
public abstract class ShippedRoleCompliance(Engine engine)
{
    private const string Manager = "customer-manager";

    [Fact, Trait("Case", "ACC-20")]
    public async Task A_permission_of_aLater_version_comes_to_the_shipped_roles_once_and_what_was_taken_away_stays_away()
    {
        await using var temporary = await engine.CreateAsync();
        await using var database = new AccessDatabase(temporary.ConnectionString);
        await database.MigrateAsync(TimeProvider.System, CancellationToken.None);
        // As the version before calendars left it, where an administrator had taken the revealing from managers.
        var older = Role.Defaults.Select(r => r with { Grants = r.Grants.Where(g => !g.Key.StartsWith("calendar.", StringComparison.Ordinal)).ToDictionary() }).ToList();
        await database.WriteAsync(async session =>
        {
            await ShippedRoles.EnsureAsync(session, older, 1);
            await session.ExecuteAsync("DELETE FROM access.offered_permission WHERE name LIKE 'calendar.%'");
        }, CancellationToken.None);
        await TakeAwayAsync(database, Permission.CustomersReveal);

        await database.WriteAsync(session => ShippedRoles.EnsureAsync(session, Role.Defaults, 2), CancellationToken.None);
        var grants = await GrantsAsync(database);
        Assert.Equal(Reach.Own, grants[Permission.CalendarEdit]);
        Assert.DoesNotContain(Permission.CustomersReveal, grants.Keys);

        await TakeAwayAsync(database, Permission.CalendarEdit);
        await database.WriteAsync(session => ShippedRoles.EnsureAsync(session, Role.Defaults, 3), CancellationToken.None);
        Assert.DoesNotContain(Permission.CalendarEdit, (await GrantsAsync(database)).Keys);
    }

    [Fact, Trait("Case", "ACC-21")]
    public async Task A_database_from_before_permissions_were_noted_counts_as_offered_what_some_role_has()
    {
        await using var temporary = await engine.CreateAsync();
        await using var database = new AccessDatabase(temporary.ConnectionString);
        await database.MigrateAsync(TimeProvider.System, CancellationToken.None);
        await database.WriteAsync(async session =>
        {
            await ShippedRoles.EnsureAsync(session, Role.Defaults, 1);
            await session.ExecuteAsync("DELETE FROM access.offered_permission");
        }, CancellationToken.None);
        await TakeAwayAsync(database, Permission.CustomersEdit);

        await database.WriteAsync(session => ShippedRoles.EnsureAsync(session, Role.Defaults, 2), CancellationToken.None);
        Assert.DoesNotContain(Permission.CustomersEdit, (await GrantsAsync(database)).Keys);
    }

    private static async Task<IReadOnlyDictionary<string, Reach>> GrantsAsync(AccessDatabase database) =>
        (await database.ReadAsync(AccessState.RolesAsync, CancellationToken.None)).Single(r => r.Id == Manager).Grants;

    private static async Task TakeAwayAsync(AccessDatabase database, string permission)
    {
        var left = (await GrantsAsync(database)).Where(g => g.Key != permission).ToDictionary();
        await database.WriteAsync(session => session.ExecuteAsync("UPDATE access.role SET grants = @grants WHERE id = @id", ("grants", AccessJson.Write(left)), ("id", Manager)), CancellationToken.None);
    }
}
