using Granary.Access.Contracts;
using Granary.Kernel.Storage;

namespace Granary.Ocrm.Tests;

/// <summary>Somebody's one post, and the village that they look after.</summary>
internal sealed record Worker(string Id, string Role, string Unit, string Village);

/// <summary>The organisation as a decision would leave it, without the decision.</summary>
internal sealed class AccessTables(string connection) : Database(connection, "access")
{
    public Task SettleAsync(IReadOnlyList<Worker> workers) => WriteAsync(async session =>
    {
        await session.ExecuteAsync("DELETE FROM access.post");
        foreach (var worker in workers)
        {
            await session.ExecuteAsync("INSERT INTO access.post (person, role, unit, from_day, to_day) VALUES (@id, @role, @unit, '2020-01-01', '')", ("id", worker.Id), ("role", worker.Role), ("unit", worker.Unit));
            if (worker.Village.Length > 0)
            {
                await session.ExecuteAsync("INSERT INTO access.place (code, name, kind, unit, manager) VALUES (@village, @village, 'village', @unit, @id) ON CONFLICT (code) DO NOTHING",
                    ("village", worker.Village), ("unit", worker.Unit), ("id", worker.Id));
            }
        }

        await RaiseAsync(session);
    }, CancellationToken.None);

    public Task MoveAsync(string outlet, string parent) => WriteAsync(async session =>
    {
        await session.ExecuteAsync(
            "INSERT INTO access.unit (code, from_day, name, kind, parent, state, merged_into) VALUES (@code, '2020-01-01', @code, 'outlet', @parent, 'open', '') "
            + "ON CONFLICT (code, from_day) DO UPDATE SET parent = excluded.parent", ("code", outlet), ("parent", parent));
        await RaiseAsync(session);
    }, CancellationToken.None);

    /// <summary>To whom new customers go, everywhere.</summary>
    public Task GiveNewCustomersAsync(string to) => WriteAsync(session => session.ExecuteAsync(
        "INSERT INTO access.parameter (unit, name, value) VALUES (@unit, @name, @value) ON CONFLICT (unit, name) DO UPDATE SET value = excluded.value",
        ("unit", UnitCode.Province), ("name", ParameterName.NewCustomers), ("value", to)), CancellationToken.None);

    private static Task RaiseAsync(Session session) => session.ExecuteAsync("UPDATE access.rights_version SET version = version + 1 WHERE one = 1");
}
