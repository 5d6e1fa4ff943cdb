namespace Granary.Ecif.Contracts;

/// <summary>
/// The first filling of an empty customer master with parties that are known to be different: written by bulk copy, without resolution,
/// and as if every system had been told already. Messages afterwards find these parties as they find all others.
/// </summary>
public interface IInitialLoad
{
    Task<bool> IsEmptyAsync(CancellationToken cancellation);

    /// <summary>Makes rows of parties, whose ids are consecutive from <paramref name="first"/>. Pure; for several threads at once.</summary>
    PreparedParties Prepare(long first, IReadOnlyList<InitialParty> parties);

    /// <summary>Runs the writes, each a transaction of its own, and builds the indexes behind them.</summary>
    Task RunAsync(Func<Func<PreparedParties, Task>, Task> writes, CancellationToken cancellation);
}

public sealed record InitialParty(PartyKind Kind, IReadOnlyList<InitialRecord> Records);

/// <param name="Branch">Branch code; see <see cref="SourceMessage.Branch"/>.</param>
public sealed record InitialRecord(string System, string Key, string Branch, DateTimeOffset At, IReadOnlyDictionary<string, string> Attributes);

/// <summary>Parties that are ready to be written.</summary>
/// <param name="Snapshots">As followers will read them.</param>
public sealed record PreparedParties(IReadOnlyList<PartySnapshot> Snapshots)
{
    internal object Rows { get; init; } = new();
}
