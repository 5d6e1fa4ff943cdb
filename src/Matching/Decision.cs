namespace Granary.Matching;

/// <summary>A party that might be the record's: all its records as they are now. The decided record itself may be among them or not.</summary>
public sealed record Candidate(long PartyId, IReadOnlyList<MatchRecord> Members);

/// <summary>What stewards have settled, and the machine never undoes.</summary>
/// <param name="Exclusions">Pairs of record ids that are different customers.</param>
/// <param name="Verified">Records whose link is verified: they stay with their party.</param>
public sealed record Settled(IReadOnlyCollection<(string, string)> Exclusions, IReadOnlyCollection<string> Verified)
{
    public static Settled Nothing { get; } = new([], []);
}

public enum LinkRule
{
    /// <summary>No party fits: a new one.</summary>
    NewParty,

    /// <summary>Same (system, key): it stays where it is; no new evidence speaks.</summary>
    SameRecord,

    /// <summary>The same trusted document under a compatible name.</summary>
    TrustedIdentity,

    /// <summary>The score is over the automatic threshold.</summary>
    Score,
}

/// <summary>What to do about one record. Party ids are those of the candidates.</summary>
/// <param name="Party">The party it belongs to; null: a new one.</param>
/// <param name="Evidence">The strongest pair behind the link; null where there is none.</param>
/// <param name="Merges">Further parties that the evidence shows to be the same: all their records go to <paramref name="Party"/> (which is the lowest id of all).</param>
/// <param name="Moves">Records that fit another party better now that this record is known. Rare: only where numbers conflict.</param>
/// <param name="Suspects">Parties to be looked at by a steward, best first.</param>
/// <param name="Disputed">Trusted identities of the record that another party holds under an incompatible name.</param>
public sealed record Decision(
    long? Party,
    LinkRule Rule,
    PairScore? Evidence,
    IReadOnlyList<long> Merges,
    IReadOnlyList<Move> Moves,
    IReadOnlyList<Suspect> Suspects,
    IReadOnlyList<Identity> Disputed);

/// <summary>A record to be routed from its party to another.</summary>
/// <param name="To">The party; null: a new one.</param>
/// <param name="NewGroup">Where <paramref name="To"/> is null: which new party. 0 is the decided record's own; moves with the same number go together.</param>
public readonly record struct Move(string RecordId, long From, long? To, int NewGroup);

/// <summary>A party that may be the same customer as the record, and why the machine does not decide.</summary>
/// <param name="RecordId">The member that gave the score.</param>
public readonly record struct Suspect(long PartyId, string RecordId, PairScore Score);
