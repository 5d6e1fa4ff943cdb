namespace Granary.Access.Contracts;

/// <summary>A post of somebody who may sign in, today.</summary>
/// <param name="Person">The person's id.</param>
/// <param name="Entity">The legal entity that the unit belongs to; for a post in the province, the province.</param>
public sealed record Workplace(string Person, string Unit, string Entity)
{
    /// <summary>The first day of the post.</summary>
    public DateOnly Since { get; init; }
}

/// <summary>Who works where today, and who stands above whom.</summary>
public interface IStaff
{
    /// <summary>The posts of people whose role has a permission; none of who may not sign in any more.</summary>
    Task<IReadOnlyList<Workplace>> WorkplacesAsync(IReadOnlyCollection<string> people, string permission, CancellationToken cancellation);

    /// <summary>The posts within a sight whose role reaches, under a permission, no further than its holder's own rows: customer managers, as a rule.</summary>
    Task<IReadOnlyList<Workplace>> OfficersAsync(Sight sight, string permission, CancellationToken cancellation);

    /// <summary>Somebody other than a person with a post in the unit, or else in the nearest unit above, whose role reaches the unit under a permission; null where there is nobody.</summary>
    Task<string?> HeadOfAsync(string unit, string permission, string except, CancellationToken cancellation);
}
