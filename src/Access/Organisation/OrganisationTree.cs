namespace Granary.Access.Organisation;

internal enum UnitKind
{
    Province,
    Entity,
    Branch,
    Outlet,
}

internal enum UnitState
{
    Open,
    Closed,

    /// <summary>Its customers and people went over to another unit.</summary>
    Merged,
}

/// <summary>A unit as it is from a day on.</summary>
/// <param name="Parent">Empty for the root.</param>
/// <param name="MergedInto">Empty unless <see cref="UnitState.Merged"/>.</param>
internal sealed record UnitVersion(string Code, DateOnly From, string Name, UnitKind Kind, string Parent, UnitState State, string MergedInto = "");

/// <summary>The organisation on one day. Some five thousand units for a province, so it is kept in memory and every question about it is answered there.</summary>
internal sealed class OrganisationTree
{
    private readonly Dictionary<string, UnitVersion> _units;
    private readonly ILookup<string, UnitVersion> _children;

    private OrganisationTree(Dictionary<string, UnitVersion> units, DateOnly day)
    {
        _units = units;
        Day = day;
        _children = units.Values.Where(u => u.Parent.Length > 0).ToLookup(u => u.Parent, StringComparer.Ordinal);
    }

    public DateOnly Day { get; }

    public IReadOnlyCollection<UnitVersion> Units => _units.Values;

    public static OrganisationTree On(DateOnly day, IEnumerable<UnitVersion> versions) => new(
        versions.Where(v => v.From <= day)
            .GroupBy(v => v.Code, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.MaxBy(v => v.From)!, StringComparer.Ordinal),
        day);

    public UnitVersion? Find(string code) => _units.GetValueOrDefault(code);

    public string NameOf(string code) => Find(code)?.Name ?? code;

    /// <summary>The unit and all below it; a unit that merged into one of them belongs to it, so that what still carries its code is seen.</summary>
    public IReadOnlyList<UnitVersion> Below(string code)
    {
        var found = new List<UnitVersion>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Queue<string>([code]);
        while (waiting.TryDequeue(out var next))
        {
            if (!seen.Add(next) || Find(next) is not { } unit)
            {
                continue;
            }

            found.Add(unit);
            foreach (var child in _children[next])
            {
                waiting.Enqueue(child.Code);
            }

            foreach (var merged in _units.Values.Where(u => u.State == UnitState.Merged && u.MergedInto == next))
            {
                waiting.Enqueue(merged.Code);
            }
        }

        return found;
    }

    /// <summary>The legal entity that a unit belongs to; null for the province itself and for what is not in the tree.</summary>
    public UnitVersion? EntityOf(string code)
    {
        for (var unit = Find(code); unit is not null; unit = Find(unit.State == UnitState.Merged ? unit.MergedInto : unit.Parent))
        {
            if (unit.Kind == UnitKind.Entity && unit.State != UnitState.Merged)
            {
                return unit;
            }
        }

        return null;
    }

    /// <summary>From the root down to the unit.</summary>
    public IReadOnlyList<UnitVersion> PathOf(string code)
    {
        var path = new List<UnitVersion>();
        for (var unit = Find(code); unit is not null && !path.Contains(unit); unit = Find(unit.Parent))
        {
            path.Insert(0, unit);
        }

        return path;
    }

    public bool IsBelow(string code, string ancestor) => PathOf(code).Any(u => u.Code == ancestor);
}
