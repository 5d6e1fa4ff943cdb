namespace Granary.Matching;

/// <summary>What a record and one party's members say of each other.</summary>
internal sealed class PartyEvidence(long id, IReadOnlyList<MatchRecord> members)
{
    public long Id => id;

    /// <summary>The party's records but for the one that is decided.</summary>
    public IReadOnlyList<MatchRecord> Members => members;

    /// <summary>The strongest pair over the automatic threshold.</summary>
    public PairScore? Automatic { get; private set; }

    /// <summary>Why the record cannot join, by the first member that forbids it.</summary>
    public CannotLink Conflict { get; private set; }

    public Suspect? Suspect { get; private set; }

    public static PartyEvidence Of(MatchRecord record, Candidate candidate, long? current, Matcher matcher, Settled known)
    {
        var members = candidate.Members.Any(m => m.Id == record.Id) ? [.. candidate.Members.Where(m => m.Id != record.Id)] : candidate.Members;
        var evidence = new PartyEvidence(candidate.PartyId, members);
        Suspect? suspect = null;
        bool proof = false, dispute = false;
        foreach (var member in members)
        {
            var score = Constraints.Score(record, member, matcher, known);
            if (score.Verdict == Verdict.Automatic && Stronger(score, evidence.Automatic))
            {
                evidence.Automatic = score;
            }

            dispute |= score.CannotLink == CannotLink.DisputedIdentity;
            if (Constraints.IsProof(score.CannotLink))
            {
                evidence.Conflict = evidence.Conflict == CannotLink.None ? score.CannotLink : evidence.Conflict;
                proof = true;
            }

            if (score.Verdict != Verdict.NoMatch
                && (suspect is not { } s || Stronger(score, s.Score) || (score == s.Score && string.CompareOrdinal(member.Id, s.RecordId) < 0)))
            {
                suspect = new(candidate.PartyId, member.Id, score);
            }
        }

        // A dispute is between parties. Within one it is a customer who changed the name, as is a newcomer whose name agrees with one of its names.
        if (dispute && !proof && candidate.PartyId != current && evidence.Automatic is not { SameIdentity: true })
        {
            evidence.Conflict = CannotLink.DisputedIdentity;
        }

        // A pair for review is none where another record of the party proves that the two are different;
        // a pair over the threshold is: then one of the records is wrong.
        evidence.Suspect = proof && evidence.Automatic is null && suspect?.Score.CannotLink != CannotLink.DisputedIdentity ? null : suspect;
        return evidence;
    }

    /// <summary>A pair that no steward need look at once two other records of the parties prove them different; one over the threshold says that a record is wrong.</summary>
    public static bool YieldsToProof(PairScore score) => score.Verdict == Verdict.Review && score.CannotLink != CannotLink.DisputedIdentity;

    public static PairScore? Best(IEnumerable<PartyEvidence> parties)
    {
        PairScore? best = null;
        foreach (var party in parties)
        {
            if (party.Automatic is { } score && Stronger(score, best))
            {
                best = score;
            }
        }

        return best;
    }

    /// <summary>A trusted identity counts for more than any score.</summary>
    public static bool Stronger(PairScore a, PairScore? b) =>
        b is not { } other || (a.SameIdentity != other.SameIdentity ? a.SameIdentity : a.Weight > other.Weight);
}

/// <summary>A matcher's word and a steward's together.</summary>
internal static class Constraints
{
    /// <summary>A cannot-link that no identity in common overrules.</summary>
    public static bool IsProof(CannotLink reason) => reason is not (CannotLink.None or CannotLink.DisputedIdentity);

    public static PairScore Score(MatchRecord a, MatchRecord b, Matcher matcher, Settled known)
    {
        var score = matcher.Score(a, b);
        return Excluded(a, b, known) ? score with { CannotLink = CannotLink.Exclusion, Verdict = Verdict.NoMatch, SameIdentity = false } : score;
    }

    /// <summary>Whether some record of one party and some of another prove that the two are different customers, whatever two others of them have in common.</summary>
    public static bool ProveDifferent(IReadOnlyList<MatchRecord> party, IReadOnlyList<MatchRecord> other, Matcher matcher, Settled known) =>
        party.Any(a => other.Any(b => IsProof(Between(a, b, matcher, known))));

    public static CannotLink Between(MatchRecord a, MatchRecord b, Matcher matcher, Settled known) =>
        Excluded(a, b, known) ? CannotLink.Exclusion : matcher.Constraint(a, b);

    private static bool Excluded(MatchRecord a, MatchRecord b, Settled known) =>
        known.Exclusions.Count > 0 && (known.Exclusions.Contains((a.Id, b.Id)) || known.Exclusions.Contains((b.Id, a.Id)));
}
