using Granary.Ecif.SourceRecords;
using Granary.Matching;

namespace Granary.Ecif.Resolution;

/// <summary>Why a record is linked to its party, as it was decided. Holds no value of any record.</summary>
/// <param name="Record">Id of the party's record that speaks for it strongest.</param>
/// <param name="Levels">How the two compare: four bits a comparison.</param>
/// <param name="Weight">log2 of the Bayes factor, the rarity of names among it.</param>
/// <param name="Model">The model's version; 0 is the one that comes with Granary.</param>
internal sealed record LinkEvidence(long Record, ulong Levels, double Weight, double Rarity, long Model)
{
    /// <summary>The strongest pair of a record with another of its party that links unasked; null where there is none.</summary>
    public static LinkEvidence? Of(SourceRecord record, IEnumerable<SourceRecord> members, Func<SourceRecord, MatchRecord> matchOf, Matcher matcher)
    {
        (SourceRecord Record, PairScore Score)? best = null;
        foreach (var other in members)
        {
            if (other != record && !other.IsRemark && matcher.Score(matchOf(record), matchOf(other)) is { Verdict: Verdict.Automatic } score
                && (best is not { } b || (score.SameIdentity, score.Weight, -other.Id).CompareTo((b.Score.SameIdentity, b.Score.Weight, -b.Record.Id)) > 0))
            {
                best = (other, score);
            }
        }

        return best is { } found ? new(found.Record.Id, found.Score.Levels, found.Score.Weight, found.Score.Rarity, matcher.Model.Version) : null;
    }
}
