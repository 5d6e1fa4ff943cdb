namespace Granary.Ecif.Contracts;

/// <summary>Who looks after a customer is not for the customer master to know: whoever keeps that answers here.</summary>
public interface IOwnership
{
    /// <summary>Who looks after the parties, and in which villages they are: a row for each legal entity that knows.</summary>
    Task<IReadOnlyList<Tended>> OfAsync(IReadOnlyCollection<long> parties, CancellationToken cancellation);
}

/// <param name="Manager">A person's id; empty where there is none.</param>
/// <param name="Place">A village's or grid's code; empty where there is none.</param>
public sealed record Tended(long Party, string Manager, string Place);
