using Granary.Matching.Linkage;

namespace Granary.Host.Commands.Match;

/// <summary>How well clusters agree with the truth, by pairs: of the pairs that were put together how many belong together, and the other way round.</summary>
internal sealed record Agreement(double Precision, double Recall, double F1)
{
    /// <summary>Thresholds at which the clusters are made anew to find the best.</summary>
    public static readonly double[] Thresholds = [0.01, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 0.995, 0.999];

    /// <param name="truth">0: nobody knows; such a record is nobody else's.</param>
    /// <param name="sources">Where pairs across files alone count, for each row its file; null: all pairs count.</param>
    public static Agreement Of(int[] clusters, int[] truth, byte[]? sources)
    {
        double found = 0, right = 0, there = 0;
        var rows = Enumerable.Range(0, clusters.Length).ToList();
        foreach (var source in new[] { -1 }.Concat(sources is null ? [] : sources.Distinct().Select(s => (int)s)))
        {
            // All pairs, less those within a file where they do not count.
            var (sign, counted) = source < 0 ? (1.0, rows) : (-1.0, rows.Where(row => sources![row] == source).ToList());
            found += sign * Pairs(counted.GroupBy(row => clusters[row]));
            right += sign * Pairs(counted.Where(row => truth[row] != 0).GroupBy(row => (clusters[row], truth[row])));
            there += sign * Pairs(counted.Where(row => truth[row] != 0).GroupBy(row => truth[row]));
        }

        return new(found == 0 ? 1 : right / found, there == 0 ? 1 : right / there, found + there == 0 ? 1 : 2 * right / (found + there));
    }

    private static double Pairs<TKey>(IEnumerable<IGrouping<TKey, int>> groups) => groups.Sum(g => g.Count() * (g.Count() - 1.0) / 2);
}
