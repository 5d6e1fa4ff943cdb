using System.Globalization;

namespace Granary.Access.Contracts;

/// <summary>
/// Which rows somebody sees under one permission: whole legal entities, single units, what is managed by certain people, what lies in certain places.
/// The one rule behind list, count, search, chart, export, file and API: as SQL by <see cref="In"/>, for one row by <see cref="Sees"/>.
/// The tree is resolved here, in memory, so no row is joined to it and a unit that moves changes no row.
/// </summary>
public sealed record Sight
{
    public static Sight Nothing { get; } = new();

    public static Sight Everything { get; } = new() { All = true };

    public bool All { get; init; }

    /// <summary>Codes of legal entities.</summary>
    public IReadOnlyList<string> Entities { get; init; } = [];

    /// <summary>Codes of units that are not in one of <see cref="Entities"/>.</summary>
    public IReadOnlyList<string> Units { get; init; } = [];

    /// <summary>People (ids) whose customers are seen: oneself, and those for whom one stands in.</summary>
    public IReadOnlyList<string> Managers { get; init; } = [];

    /// <summary>Codes of villages and grids.</summary>
    public IReadOnlyList<string> Places { get; init; } = [];

    public bool IsNothing => !All && Entities.Count == 0 && Units.Count == 0 && Managers.Count == 0 && Places.Count == 0;

    public bool Sees(string? entity, string? unit, string? manager = null, string? place = null) =>
        All
        || (entity is not null && Entities.Contains(entity))
        || (unit is not null && Units.Contains(unit))
        || (manager is not null && Managers.Contains(manager))
        || (place is not null && Places.Contains(place));

    /// <summary>Both sights together.</summary>
    public Sight Or(Sight other) => All || other.All
        ? Everything
        : new Sight
        {
            Entities = Union(Entities, other.Entities),
            Units = Union(Units, other.Units),
            Managers = Union(Managers, other.Managers),
            Places = Union(Places, other.Places),
        };

    /// <summary>The condition that a row is seen, for the columns that the table has. A part for which there is no column sees nothing.</summary>
    public SqlCondition In(SightColumns columns)
    {
        if (All)
        {
            return SqlCondition.True;
        }

        // Plain parameters and not one array: both engines plan "IN (a, b)" as an index condition.
        var parameters = new List<(string Name, object? Value)>();
        var alternatives = Alternatives(columns, Bind);
        return parameters.Count == 0 ? SqlCondition.False : new SqlCondition($"({string.Join(" OR ", alternatives)})", parameters);

        string Bind(string value)
        {
            parameters.Add((string.Create(CultureInfo.InvariantCulture, $"sight{parameters.Count}"), value));
            return "@" + parameters[^1].Name;
        }
    }

    /// <summary>The same as conditions of which any one is enough: where they speak of two tables, no index serves them together.</summary>
    /// <param name="bind">Makes a parameter of a value.</param>
    public IReadOnlyList<string> Alternatives(SightColumns columns, Func<string, string> bind) =>
        All ? ["1 = 1"] : Parts(columns) is { Count: > 0 } parts ? [.. parts.Select(part => part.Condition(bind))] : ["1 = 0"];

    /// <summary>The alternatives of a sight that is not everything: a row is seen where one of the columns has one of its values.</summary>
    public IReadOnlyList<SightPart> Parts(SightColumns columns) =>
        [.. new[] { (columns.Entity, Entities, false), (columns.Unit, Units, false), (columns.Manager, Managers, columns.FewOfManager), (columns.Place, Places, true) }
            .Where(part => part.Item1 is not null)
            .Select(part => new SightPart(part.Item1!, part.Item2) { Few = part.Item3 })
            .Concat(columns.Besides.Select(column => new SightPart(column, Managers) { Few = true, Sparse = true }))
            .Where(part => part.Values.Count > 0)];

    private static IReadOnlyList<string> Union(IReadOnlyList<string> first, IReadOnlyList<string> second) =>
        second.Count == 0 ? first : first.Count == 0 ? second : [.. first.Union(second).Order(StringComparer.Ordinal)];
}

/// <summary>The columns of a table by which a row is seen, as SQL.</summary>
public sealed record SightColumns(string? Entity, string? Unit, string? Manager = null, string? Place = null)
{
    /// <summary>A manager has few rows, and no index has them in every order.</summary>
    public bool FewOfManager { get; init; }

    /// <summary>Of whom the row is besides its manager: whoever assists, whoever may read on. Mostly empty, so their indexes leave out what is.</summary>
    public IReadOnlyList<string> Besides { get; init; } = [];
}

/// <summary>One alternative of a sight: a column has one of the values.</summary>
public sealed record SightPart(string Column, IReadOnlyList<string> Values)
{
    /// <summary>Each value has few rows, those of a village or an assistant, and no index has them in every order.</summary>
    public bool Few { get; init; }

    /// <summary>The column is mostly empty.</summary>
    public bool Sparse { get; init; }

    /// <param name="bind">Makes a parameter of a value.</param>
    public string Condition(Func<string, string> bind)
    {
        var among = $"{Column} IN ({string.Join(", ", Values.Select(bind))})";
        return Sparse ? $"({Column} <> '' AND {among})" : among; // an index without the empty ones is only used where it is said that none is meant
    }
}

/// <summary>A condition with its parameters.</summary>
public sealed record SqlCondition(string Sql, IReadOnlyList<(string Name, object? Value)> Parameters)
{
    public static SqlCondition True { get; } = new("1 = 1", []);

    public static SqlCondition False { get; } = new("1 = 0", []);
}
