namespace Granary.Matching.Bulk;

/// <summary>A key of a record, as it is sorted.</summary>
internal readonly record struct KeyRow(long Hash, int Record) : IComparable<KeyRow>
{
    public int CompareTo(KeyRow other) => Hash.CompareTo(other.Hash) is var order && order != 0 ? order : Record.CompareTo(other.Record);
}

/// <summary>Two records that share a key, the lower number first.</summary>
internal readonly record struct PairRow(int A, int B) : IComparable<PairRow>
{
    public int CompareTo(PairRow other) => A.CompareTo(other.A) is var order && order != 0 ? order : B.CompareTo(other.B);
}

/// <summary>From records to the pairs that share a key: sorted by key, part by part, then by pair.</summary>
internal static class BlockedPairs
{
    /// <summary>The partition of a record: neighbours are together, so that few records are looked at again and again.</summary>
    public static int PartitionOf(int record, int records) => (int)((long)record * Partitions<PairRow>.Count / records);

    public static void AddKeys(MatchRecord record, int number, PartitionWriter<KeyRow> keys)
    {
        foreach (var hash in BlockingKeys.Of(record))
        {
            keys.Add((byte)(hash >> 56), new(hash, number));
        }
    }

    /// <summary>Trusted identities are looked up by themselves, too.</summary>
    public static void AddIdentities(MatchRecord record, int number, PartitionWriter<KeyRow> identities)
    {
        foreach (var claim in record.Claims)
        {
            if (claim.Trusted)
            {
                identities.Add((byte)(claim.Identity.Hash >> 56), new(claim.Identity.Hash, number));
            }
        }
    }

    /// <summary>The pairs of one partition of keys. A pair that shares several keys comes several times.</summary>
    public static void Of(KeyRow[] keys, int largestBlock, int records, PartitionWriter<PairRow> pairs)
    {
        foreach (var (start, end) in Blocks(keys))
        {
            for (var b = start + 1; b < end; b++)
            {
                for (var a = start; a < b && a - start < largestBlock; a++)
                {
                    pairs.Add(PartitionOf(keys[a].Record, records), new(keys[a].Record, keys[b].Record));
                }
            }
        }
    }

    /// <summary>Sorts keys by hash and record; where each hash begins and ends.</summary>
    public static IEnumerable<(int Start, int End)> Blocks(KeyRow[] keys)
    {
        Array.Sort(keys);
        for (var start = 0; start < keys.Length;)
        {
            var end = start + 1;
            while (end < keys.Length && keys[end].Hash == keys[start].Hash)
            {
                end++;
            }

            yield return (start, end);
            start = end;
        }
    }

    /// <summary>Sorted, each once.</summary>
    public static ArraySegment<PairRow> Distinct(PairRow[] pairs)
    {
        Array.Sort(pairs);
        var kept = 0;
        for (var i = 0; i < pairs.Length; i++)
        {
            if (i == 0 || pairs[i] != pairs[i - 1])
            {
                pairs[kept++] = pairs[i];
            }
        }

        return new(pairs, 0, kept);
    }
}
