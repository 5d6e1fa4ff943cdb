namespace Granary.Matching.Bulk;

/// <summary>How records are resolved together. Nothing here but the bound on blocks has a say in the outcome.</summary>
public sealed record BulkSettings
{
    /// <summary>
    /// Of a key that more records share, every one is compared with this many lowest numbers: as a message is that looks for its candidates.
    /// </summary>
    public int LargestBlock { get; init; } = BlockingKeys.LargestBlock;

    /// <summary>Bytes of keys in memory, and of pairs; what is more lies in files.</summary>
    public long Memory { get; init; } = 512L << 20;

    /// <summary>Where those files lie; null: the system's folder for temporary files.</summary>
    public string? Folder { get; init; }

    public int Cores { get; init; } = Environment.ProcessorCount;
}

/// <summary>What came of it.</summary>
/// <param name="Clusters">For each record the lowest number among those of its customer.</param>
/// <param name="Suspects">The strongest for each two clusters that a steward is to look at, in the order of their numbers.</param>
/// <param name="Contested">Trusted identities that records of several clusters claim.</param>
/// <param name="Pairs">Pairs that share a key, each counted once: those that were scored.</param>
/// <param name="Spilled">Bytes that went to files.</param>
public sealed record BulkOutcome(int[] Clusters, IReadOnlyList<BulkSuspect> Suspects, IReadOnlyList<ContestedIdentity> Contested, long Pairs, long Spilled);

/// <summary>Two records of different clusters, the lower cluster's first, and their score.</summary>
public readonly record struct BulkSuspect(int A, int B, PairScore Score);

/// <param name="Hash"><see cref="Identity.Hash"/>.</param>
/// <param name="Records">All that claim it, ascending.</param>
public sealed record ContestedIdentity(long Hash, IReadOnlyList<int> Records);
