namespace Granary.Ecif.Contracts;

/// <summary>
/// The first load of an empty customer master: everything that systems say of their customers, resolved all together and written by bulk
/// copy, with the parties, links and suspects that the same messages one by one give. The message log has none of them.
/// </summary>
public interface IFirstLoad
{
    /// <param name="fingerprint">Null where any load that was begun counts.</param>
    Task<FirstLoadState> StateAsync(string? fingerprint, CancellationToken cancellation);

    /// <summary>Loads, or goes on with what was begun. To be called where <see cref="StateAsync"/> says Empty or Begun.</summary>
    Task<FirstLoadOutcome> RunAsync(FirstLoadPlan plan, CancellationToken cancellation);
}

public enum FirstLoadState
{
    Empty,

    /// <summary>A load of the same files was begun in this database and not ended.</summary>
    Begun,

    /// <summary>A load of other files was.</summary>
    BegunWithOthers,

    /// <summary>There are customers.</summary>
    Filled,
}

/// <param name="Folder">Where stages and what they found lie until the load has ended; a load that was killed goes on from there.</param>
/// <param name="Fingerprint">Of the files and how they are read, in hexadecimal digits: 16 at least.</param>
/// <param name="Read">Reads the messages from the beginning, each customer's in the order in which they were said.</param>
/// <param name="Memory">Bytes for keys, pairs and records in memory; what is more lies in files.</param>
public sealed record FirstLoadPlan(string Folder, string Fingerprint, Func<IEnumerable<SourceMessage>> Read, Action<FirstLoadProgress> Progress, long Memory = 1L << 30);

/// <param name="Step">read, records, keys, pairs, scores, bridges, clusters, suspects, identities, write or indexes.</param>
/// <param name="Of">0 where it is not known.</param>
public sealed record FirstLoadProgress(string Step, long Done, long Of);

/// <param name="Pairs">Pairs of records that were compared.</param>
public sealed record FirstLoadOutcome(long Messages, int Records, int Parties, int Suspects, long Pairs);
