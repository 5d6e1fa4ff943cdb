namespace Granary.Ecif.Contracts;

/// <summary>What other modules keep of customers is theirs: they say how much hangs on a party before somebody decides who it is.</summary>
public interface IDependents
{
    Task<IReadOnlyList<Dependent>> CountAsync(IReadOnlyCollection<long> parties, CancellationToken cancellation);
}

/// <param name="What">A task, a visit, an opportunity …, by the word of the module that keeps it.</param>
/// <param name="Count">More than none.</param>
public sealed record Dependent(long Party, string What, long Count);
