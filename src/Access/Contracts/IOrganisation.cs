namespace Granary.Access.Contracts;

/// <summary>What other modules may ask about the organisation of today.</summary>
public interface IOrganisation
{
    /// <summary>Codes → names, for those that exist.</summary>
    Task<IReadOnlyDictionary<string, string>> UnitNamesAsync(IReadOnlyCollection<string> codes, CancellationToken cancellation);

    /// <summary>Codes of villages and grids → names, for those that exist.</summary>
    Task<IReadOnlyDictionary<string, string>> PlaceNamesAsync(IReadOnlyCollection<string> codes, CancellationToken cancellation);

    /// <summary>Ids of people → names, for those that exist.</summary>
    Task<IReadOnlyDictionary<string, string>> PeopleNamesAsync(IReadOnlyCollection<string> ids, CancellationToken cancellation);

    /// <summary>The value of a parameter for a unit: its own, or of the nearest unit above it that has one, or the default.</summary>
    /// <exception cref="ArgumentException">There is no such parameter.</exception>
    Task<string> ParameterAsync(string name, string unit, CancellationToken cancellation);

    /// <summary>The legal entities in which somebody has a post today; null where there is no such person, or they may not sign in any more.</summary>
    Task<IReadOnlySet<string>?> EntitiesOfAsync(string person, CancellationToken cancellation);

    /// <summary>
    /// Who may be given new customers of an outlet who live in a place: whoever looks after the place, where that is somebody of the outlet's
    /// legal entity; else those who have a post in the outlet that sees its holder's own customers. Nobody where the outlet's parameter says so.
    /// </summary>
    /// <returns>Ids of people who may sign in, for each outlet and place that was asked for.</returns>
    Task<ILookup<(string Outlet, string Place), string>> TakersAsync(IReadOnlyCollection<(string Outlet, string Place)> at, CancellationToken cancellation);
}
