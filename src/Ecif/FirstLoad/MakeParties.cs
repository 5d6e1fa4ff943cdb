using Granary.Ecif.Contracts;
using Granary.Ecif.Distribution;
using Granary.Ecif.GoldenRecords;
using Granary.Ecif.Intake;
using Granary.Ecif.Resolution;
using Granary.Ecif.SourceRecords;
using Granary.Matching;

namespace Granary.Ecif.FirstLoad;

/// <summary>Some parties, ready to be written.</summary>
/// <param name="Due">The keys that do not hold what their golden record says.</param>
/// <param name="Through">The number behind the last cluster's.</param>
internal sealed record MadeParties(LoadRows Rows, IReadOnlyList<(string System, string Key)> Due, int Parties, int Through);

/// <summary>From clusters of source records to parties, by the rules by which messages make them. Pure; for several threads at once.</summary>
internal sealed class MakeParties(IntakeRules rules, RecordFile records, Resolved resolved, Numbering numbering, long now)
{
    /// <param name="from">The first party, from 0; its id is one more.</param>
    public MadeParties Make(int from, int count)
    {
        var (rows, due) = (new LoadRows(), new List<(string, string)>());
        for (var party = from; party < from + count; party++)
        {
            Add(rows, due, party + 1, numbering.Members(party));
        }

        return new MadeParties(rows, due, count, from + count);
    }

    private void Add(LoadRows rows, List<(string, string)> due, long id, ArraySegment<int> numbers)
    {
        // Numbers are in the order of system and key within a part only.
        var mine = numbers.Select(number => (Record: records[number], Match: records.Match(number)))
            .OrderBy(r => r.Record.System, StringComparer.Ordinal).ThenBy(r => r.Record.Key, StringComparer.Ordinal).ToList();
        var (own, matches) = (mine.ConvertAll(r => r.Record), mine.ConvertAll(r => r.Match));
        var party = new Party
        {
            Id = id, Kind = own[0].Kind, CreatedAt = now, ChangedAt = now, Version = 1,
            Status = own.Exists(r => r.IsOpen) ? PartyStatus.Active : PartyStatus.Closed,
            Golden = Survivorship.Survive(own, rules.Survivorship),
        };
        var first = own.MinBy(r => r.OpenedAt)!;
        for (var i = 0; i < own.Count; i++)
        {
            (own[i].PartyId, own[i].Rule) = (id, own[i] == first ? "new" : RuleOf(matches, i));
            own[i].Evidence = own[i] == first ? null : LinkEvidence.Of(own[i], own, record => matches[own.IndexOf(record)], rules.Resolver.Matcher);
        }

        rows.Add(party, own, matches, first.System, Relationships(id, own, first), identity => resolved.Holds(numbers[0], identity));
        due.AddRange(own.Where(r => r.IsOpen && IsDue(party, r)).Select(r => r.Address));
    }

    private string RuleOf(List<MatchRecord> matches, int one) =>
        matches.Where((_, i) => i != one).Any(other => rules.Resolver.Matcher.Score(matches[one], other).SameIdentity) ? "identity" : "score";

    private List<Relationship> Relationships(long id, List<SourceRecord> own, SourceRecord first)
    {
        var found = own.OrderBy(r => r.OpenedAt).Select(r => Relationship.Of(id, r, r.OpenedAt)).OfType<Relationship>().DistinctBy(r => r.Unit).ToList();
        return found.Count > 0 ? found : [Relationship.ByDefault(id, rules.DefaultUnit, first, first.OpenedAt)];
    }

    private bool IsDue(Party party, SourceRecord record) => rules.Subscriptions.TryGetValue(record.System, out var subscription)
        && Projecting.Project(party, record, subscription) is var projection && (projection.Fault is not null || !Projecting.Holds(record, projection));
}
