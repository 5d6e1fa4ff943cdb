namespace Granary.Matching;

/// <summary>What another model would take apart. Pure.</summary>
public static class PartyParts
{
    /// <summary>
    /// The groups of a party's records that nothing holds to the rest any more under one model, where something does under another. The largest part stays,
    /// the one with most verified records first. What neither model holds together stays: a correction took its evidence, and no model.
    /// </summary>
    public static IReadOnlyList<IReadOnlyList<MatchRecord>> Leaving(IReadOnlyList<MatchRecord> members, Matcher before, Matcher after, Settled settled)
    {
        if (members.Count is 1 or > Resolver.LargestCluster)
        {
            return [];
        }

        var parts = Components(members, after, settled);
        if (Array.TrueForAll(parts, part => part == parts[0]))
        {
            return [];
        }

        var whole = Components(members, before, settled);
        var staying = Enumerable.Range(0, members.Count).GroupBy(i => whole[i]).Select(held => held.GroupBy(i => parts[i])
            .OrderByDescending(part => part.Count(i => settled.Verified.Contains(members[i].Id))).ThenByDescending(part => part.Count())
            .ThenBy(part => part.Select(i => members[i].Id).Min(StringComparer.Ordinal), StringComparer.Ordinal).First().Key).ToHashSet();
        return [.. Enumerable.Range(0, members.Count).Where(i => !staying.Contains(parts[i])).GroupBy(i => parts[i]).Select(part => part.Select(i => members[i]).ToList())];
    }

    /// <summary>For each record, the number of the part that it is in.</summary>
    private static int[] Components(IReadOnlyList<MatchRecord> members, Matcher matcher, Settled settled)
    {
        var part = Enumerable.Range(0, members.Count).ToArray();
        for (var a = 0; a < members.Count; a++)
        {
            for (var b = a + 1; b < members.Count; b++)
            {
                if (part[a] != part[b] && Holds(members[a], members[b], matcher, settled))
                {
                    var (joined, into) = (part[b], part[a]);
                    for (var i = 0; i < part.Length; i++)
                    {
                        part[i] = part[i] == joined ? into : part[i];
                    }
                }
            }
        }

        return part;
    }

    /// <summary>Within a party, the same trusted number under another name is a customer who changed the name.</summary>
    private static bool Holds(MatchRecord a, MatchRecord b, Matcher matcher, Settled settled) =>
        (settled.Verified.Contains(a.Id) && settled.Verified.Contains(b.Id))
        || Constraints.Score(a, b, matcher, settled) is { Verdict: Verdict.Automatic } or { CannotLink: CannotLink.DisputedIdentity };
}
