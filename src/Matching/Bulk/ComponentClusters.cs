namespace Granary.Matching.Bulk;

/// <summary>Components into clusters: whole where nothing in it must stay apart, by the rules for conflicts otherwise.</summary>
internal sealed class ComponentClusters(Matcher matcher, Func<int, MatchRecord> record, int largestBlock)
{
    /// <param name="members">Ascending.</param>
    /// <param name="clusters">For each record the lowest number of its cluster; set for these.</param>
    /// <param name="apart">Told the pairs, lower number first, that were separated and may be suspects.</param>
    public void Split(ReadOnlySpan<int> members, int[] clusters, Action<int, int> apart)
    {
        var records = new MatchRecord[members.Length];
        for (var i = 0; i < members.Length; i++)
        {
            clusters[members[i]] = members[0];
            records[i] = members.Length > 2 ? record(members[i]) : null!;
        }

        // Two are together because nothing stands between them.
        if (members.Length <= 2 || (members.Length <= Resolver.LargestCluster && Agree(records)))
        {
            return;
        }

        var ofRecords = members.Length <= Resolver.LargestCluster ? Rearranged(records) : new OneByOne(matcher, records, largestBlock).Clusters();
        for (var i = 0; i < members.Length; i++)
        {
            clusters[members[i]] = members[ofRecords[i]];
            for (var j = 0; j < i; j++)
            {
                if (ofRecords[i] != ofRecords[j])
                {
                    apart(members[j], members[i]);
                }
            }
        }
    }

    private bool Agree(MatchRecord[] records)
    {
        for (var a = 0; a < records.Length; a++)
        {
            for (var b = a + 1; b < records.Length; b++)
            {
                if (matcher.Constraint(records[a], records[b]) != CannotLink.None)
                {
                    return false;
                }
            }
        }

        return true;
    }

    private int[] Rearranged(MatchRecord[] records)
    {
        var arrangement = Clustering.Of([.. records.Select(r => new Clustering.Node(r, null))], matcher, Settled.Nothing);
        var places = records.Select((r, i) => (r.Id, i)).ToDictionary(x => x.Id, x => x.i, StringComparer.Ordinal);
        var clusters = new int[records.Length];
        foreach (var cluster in arrangement.All)
        {
            var members = cluster.Nodes.Select(n => places[n.Record.Id]).Order().ToList();
            members.ForEach(member => clusters[member] = members[0]);
        }

        return clusters;
    }
}
