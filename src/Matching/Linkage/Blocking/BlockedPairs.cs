namespace Granary.Matching.Linkage;

/// <summary>The pairs of several rules, each pair once: from the first rule that gives it.</summary>
internal static class BlockedPairs
{
    /// <summary>The pairs of one rule's blocks from <paramref name="from"/> up to but not with <paramref name="to"/>, but those of the rules before it.</summary>
    public static void ForEach(IReadOnlyList<Blocks> rules, int rule, int from, int to, Action<int, int> pair)
    {
        for (var block = from; block < to; block++)
        {
            var rows = rules[rule][block];
            for (var i = 0; i < rows.Length; i++)
            {
                for (var j = i + 1; j < rows.Length; j++)
                {
                    if (!IsOfEarlier(rules, rule, rows[i], rows[j]))
                    {
                        pair(rows[i], rows[j]);
                    }
                }
            }
        }
    }

    private static bool IsOfEarlier(IReadOnlyList<Blocks> rules, int rule, int a, int b)
    {
        for (var earlier = 0; earlier < rule; earlier++)
        {
            var blocks = rules[earlier].BlockOf;
            if (blocks[a] != 0 && blocks[a] == blocks[b])
            {
                return true;
            }
        }

        return false;
    }
}
