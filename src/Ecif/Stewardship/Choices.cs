using Granary.Ecif.Contracts;
using Granary.Ecif.Distribution;
using Granary.Ecif.GoldenRecords;
using Granary.Ecif.Intake;
using Granary.Ecif.SourceRecords;
using Granary.Matching;

namespace Granary.Ecif.Stewardship;

/// <summary>What each choice comes to. Pure over parties that were loaded; what a choice would change is found by making it, and throwing the result away.</summary>
internal static class Choices
{
    /// <summary>A party's source records; remarks are about it and go wherever it goes.</summary>
    public static IReadOnlyList<SourceRecord> Records(WorkingSet set, long party) =>
        [.. set.MembersOf(party).Where(r => !r.IsRemark).OrderBy(r => r.System, StringComparer.Ordinal).ThenBy(r => r.Key, StringComparer.Ordinal)];

    /// <summary>Whose number stays: that with more verified links; of equals the older.</summary>
    public static (Party Winner, Party Loser) Survivor(WorkingSet set, Party a, Party b)
    {
        int Verified(Party party) => Records(set, party.Id).Count(r => r.Link == LinkKind.Verified);
        var order = Verified(b).CompareTo(Verified(a));
        order = order != 0 ? order : a.CreatedAt.CompareTo(b.CreatedAt);
        return (order != 0 ? order : a.Id.CompareTo(b.Id)) <= 0 ? (a, b) : (b, a);
    }

    public static IReadOnlyList<SourceRecord> Leaving(WorkingSet set, long party, string records)
    {
        var named = records.Split('\n').ToHashSet(StringComparer.Ordinal);
        return [.. Records(set, party).Where(r => named.Contains($"{r.System}/{r.Key}"))];
    }

    /// <summary>Documents that both parties claim and only one can hold.</summary>
    public static IReadOnlyList<Identity> Disputed(WorkingSet set, long a, long b)
    {
        IEnumerable<Identity> Claims(long party) => set.MembersOf(party).SelectMany(r => set.MatchOf(r).TrustedIdentities);
        return [.. Claims(a).Intersect(Claims(b))];
    }

    /// <summary>Which open keys of subscribed systems would be told another value, and which attributes of the golden records would change.</summary>
    /// <param name="records">All records of the parties that the choice is about.</param>
    public static Effect EffectOf(WorkingSet set, IReadOnlyList<SourceRecord> records, IReadOnlyDictionary<string, ISubscription> subscriptions) => new(
        [.. records.Where(r => r.IsOpen && subscriptions.TryGetValue(r.System, out var subscription)
                && Projecting.Project(set.Resolve(r.PartyId), r, subscription) is { Fault: null } projection && !Projecting.Holds(r, projection))
            .GroupBy(r => r.System).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => new SystemKeys(g.Key, g.Count()))],
        [.. set.Changes.Where(c => c.Version > 1).SelectMany(c => c.Changed).Select(c => c.Attribute).Distinct().Intersect(PartyAttribute.All)]);
}
