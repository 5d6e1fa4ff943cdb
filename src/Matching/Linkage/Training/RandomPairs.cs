namespace Granary.Matching.Linkage;

/// <summary>
/// u by random sampling: two records picked at random are hardly ever one customer's. How often two say exactly the same is counted and not sampled;
/// the other levels share what is left as the sampled pairs do.
/// </summary>
internal static class RandomPairs
{
    private const int Pairs = 400_000;

    /// <summary>Counted to each level before anything is seen: a level that no random pair met has still some chance.</summary>
    private const double Seen = 0.5;

    public static double[][] Learn(Table table, IReadOnlyList<Comparator> comparators, int seed)
    {
        var counts = comparators.Select(c => new double[c.Levels.Count]).ToArray();
        var random = new Random(seed);
        for (var i = 0; i < Pairs; i++)
        {
            var (a, b) = (random.Next(table.Rows), random.Next(table.Rows));
            if (a == b)
            {
                continue;
            }

            for (var c = 0; c < comparators.Count; c++)
            {
                counts[c][comparators[c].Level(a, b)]++;
            }
        }

        return [.. comparators.Select((comparator, c) => Shares(comparator, counts[c]))];
    }

    private static double[] Shares(Comparator comparator, double[] counts)
    {
        var shares = new double[counts.Length];
        var exact = comparator.Column.Coincidence;
        var others = counts.Skip(Comparator.Exact + 1).Sum(count => count + Seen);
        shares[Comparator.Exact] = exact;
        for (var level = Comparator.Exact + 1; level < counts.Length; level++)
        {
            shares[level] = (1 - exact) * (counts[level] + Seen) / others;
        }

        return shares;
    }
}
