using Granary.Access.Contracts;
using Granary.Access.Storage;
using Granary.Kernel.Auditing;
using Granary.Kernel.Storage;

namespace Granary.Access.Rights;

/// <summary>
/// The roles that come with Granary, at a start: those that are not there yet, and in those that are there the permissions that came with a
/// later version. Each permission is offered once, so what an administrator changes stays as it was changed.
/// </summary>
internal static class ShippedRoles
{
    /// <summary>Who does it, in the audit.</summary>
    private const string Who = "granary";

    public static async Task EnsureAsync(Session session, IReadOnlyList<Role> shipped, long now)
    {
        var stored = (await AccessState.RolesAsync(session)).ToDictionary(r => r.Id);
        var offered = (await session.QueryAsync("SELECT p.name FROM access.offered_permission p", r => r.GetString(0))).ToHashSet(StringComparer.Ordinal);
        if (offered.Count == 0)
        {
            // Before this was kept: what some role has, was offered.
            offered = [.. stored.Values.SelectMany(r => r.Grants.Keys)];
        }

        foreach (var role in shipped)
        {
            if (!stored.TryGetValue(role.Id, out var known))
            {
                await session.ExecuteAsync(
                    "INSERT INTO access.role (id, name_zh, name_en, shipped, grants, fields) VALUES (@id, @zh, @en, 1, @grants, @fields) ON CONFLICT (id) DO NOTHING",
                    ("id", role.Id), ("zh", role.NameZh), ("en", role.NameEn), ("grants", AccessJson.Write(role.Grants)), ("fields", AccessJson.Write(role.Fields)));
            }
            else if (role.Grants.Where(g => !offered.Contains(g.Key) && !known.Grants.ContainsKey(g.Key)).ToList() is { Count: > 0 } later)
            {
                var grants = AccessJson.Write(known.Grants.Concat(later).ToDictionary(StringComparer.Ordinal));
                await session.ExecuteAsync("UPDATE access.role SET grants = @grants WHERE id = @id", ("grants", grants), ("id", role.Id));
                await AuditTrail.AppendAsync(session, "access", now, new AuditEntry(Who, "", "role.extend", role.Id, Before: AccessJson.Write(known.Grants), After: grants));
                await AccessState.RaiseAsync(session);
            }
        }

        await session.InsertAsync(new Insert<string>("access.offered_permission", "ON CONFLICT (name) DO NOTHING", new Column<string>("name", ColumnType.Text, p => p)),
            [.. Permission.All.Select(p => p.Name).Where(p => !offered.Contains(p))]);
    }
}
