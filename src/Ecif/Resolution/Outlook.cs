using Granary.Ecif.Contracts;
using Granary.Ecif.GoldenRecords;
using Granary.Ecif.Intake;
using Granary.Ecif.SourceRecords;
using Granary.Matching;

namespace Granary.Ecif.Resolution;

/// <summary>What a party has before it under a model; nothing of it is carried out.</summary>
/// <param name="Joins">Parties that it would be merged with.</param>
/// <param name="Leaves">Records that would go to another party, or to one of their own.</param>
/// <param name="Reviews">Parties that a steward would be shown beside it.</param>
internal sealed record Outlook(HashSet<long> Joins, HashSet<SourceRecord> Leaves, HashSet<long> Reviews)
{
    public static Outlook Of(Party party, WorkingSet set, Deciding deciding)
    {
        var outlook = new Outlook([], [], []);
        foreach (var record in set.MembersOf(party.Id).Where(m => !m.IsRemark))
        {
            var decision = deciding.Foresee(record);
            outlook.Reviews.UnionWith(decision.Suspects.Select(s => s.PartyId));
            if (decision.Party == party.Id)
            {
                outlook.Joins.UnionWith(decision.Merges);
            }
            else if (decision.Party is { } other && decision.Merges.Contains(party.Id))
            {
                outlook.Joins.UnionWith(decision.Merges.Append(other).Where(id => id != party.Id));
            }
            else if (set.MembersOf(party.Id).Count(m => !m.IsRemark) > 1)
            {
                outlook.Leaves.Add(record);
            }

            outlook.Leaves.UnionWith(decision.Moves.Where(m => m.From == party.Id).Select(m => set.MembersOf(party.Id).Find(r => MatchFacts.IdOf(r.System, r.Key) == m.RecordId)).OfType<SourceRecord>());
        }

        outlook.Reviews.ExceptWith(outlook.Joins);
        return outlook;
    }

    /// <summary>Groups of the party's records that the model does not hold together, and the one before did.</summary>
    public static List<List<SourceRecord>> Parts(Party party, WorkingSet set, Deciding deciding, Matcher before, Matcher after)
    {
        var members = set.MembersOf(party.Id).Where(m => !m.IsRemark).ToList();
        return [.. PartyParts.Leaving([.. members.Select(set.MatchOf)], before, after, deciding.Settled)
            .Select(part => part.Select(match => members.Find(m => set.MatchOf(m) == match)!).ToList())];
    }
}
