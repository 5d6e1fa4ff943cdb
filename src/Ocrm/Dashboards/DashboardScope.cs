using Granary.Access.Contracts;
using Granary.Access.Lists;

namespace Granary.Ocrm.Dashboards;

/// <summary>What a row of a dashboard is; the finer one later.</summary>
internal enum DashboardLevel
{
    Entity,
    Unit,
    Manager,
    Place,
}

/// <summary>Whose figures somebody sees: the rows of the list, also under the permission of dashboards, and of these the unit or person that was asked for. Pure.</summary>
internal sealed record DashboardScope(Caller Caller, string? Entity, string? Unit, string? Manager)
{
    /// <summary>One step below what is looked at.</summary>
    public DashboardLevel Level => !string.IsNullOrEmpty(Manager) ? DashboardLevel.Place
        : !string.IsNullOrEmpty(Unit) ? DashboardLevel.Manager
        : !string.IsNullOrEmpty(Entity) ? DashboardLevel.Unit
        : (DashboardLevel)Math.Max((int)LevelOf(Caller.SightOf(Permission.CustomersRead)), (int)LevelOf(Caller.SightOf(Permission.DashboardsRead)));

    /// <summary>The condition on rows with these columns, whoever's list they are in.</summary>
    /// <param name="permission">That of the list.</param>
    public string Condition(string permission, SightColumns columns, SqlText sql) => $"({string.Join(" OR ", Alternatives(permission, columns, sql))})";

    /// <summary>The same as conditions of which any one is enough (<see cref="Sight.Alternatives"/>).</summary>
    public IReadOnlyList<string> Alternatives(string permission, SightColumns columns, SqlText sql)
    {
        var first = Caller.SightOf(permission).Alternatives(columns, sql.Bind);
        var all = new List<string> { $"({string.Join(" OR ", Caller.SightOf(Permission.DashboardsRead).Alternatives(columns, sql.Bind))})" };
        Narrow(columns.Entity, Entity);
        Narrow(columns.Unit, Unit);
        Narrow(columns.Manager, Manager);
        return [.. first.Select(part => string.Join(" AND ", all.Prepend(part)))];

        void Narrow(string? column, string? code)
        {
            if (!string.IsNullOrEmpty(code))
            {
                all.Add($"{column} = {sql.Bind(code)}");
            }
        }
    }

    private static DashboardLevel LevelOf(Sight sight) =>
        sight.All || sight.Entities.Count > 1 || (sight.Entities.Count == 1 && sight.Units.Count > 0) ? DashboardLevel.Entity
        : sight.Entities.Count == 1 || sight.Units.Count > 1 ? DashboardLevel.Unit
        : sight.Units.Count == 1 ? DashboardLevel.Manager
        : DashboardLevel.Place;
}
