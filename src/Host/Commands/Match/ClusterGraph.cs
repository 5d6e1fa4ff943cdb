using Granary.Matching.Linkage;

namespace Granary.Host.Commands.Match;

/// <summary>A cluster as a graph: its records, and the pairs of them that may be one customer's.</summary>
/// <param name="Records">For each its name and what it says in the columns that are compared.</param>
/// <param name="Pairs">Places of two records and their match weight.</param>
internal sealed record ClusterGraph(IReadOnlyList<ClusterGraph.Record> Records, IReadOnlyList<ClusterGraph.Pair> Pairs)
{
    /// <summary>Clusters shown, and the records of one that can still be told apart.</summary>
    private const int Shown = 8, Largest = 40;

    public sealed record Record(string Name, IReadOnlyList<string> Said);

    public sealed record Pair(int A, int B, double Weight);

    /// <summary>Those to look at: the loosest, whose records have the fewest pairs for their number or the weakest one, and the largest.</summary>
    public static IReadOnlyList<ClusterGraph> Sample(MatchRun run)
    {
        var (linked, clusters) = (run.Linked, run.Linked.Clusters);
        var members = Enumerable.Range(0, clusters.Length).GroupBy(row => clusters[row]).Where(g => g.Skip(2).Any() && !g.Skip(Largest).Any()).ToDictionary(g => g.Key, g => g.ToArray());
        var pairs = linked.Pairs.Where(pair => clusters[pair.A] == clusters[pair.B] && members.ContainsKey(clusters[pair.A])).ToLookup(pair => clusters[pair.A]);
        var loosest = members.Keys.OrderBy(c => 2.0 * pairs[c].Count() / (members[c].Length * (members[c].Length - 1.0))).ThenBy(c => pairs[c].Min(pair => (float?)pair.Weight) ?? 0).ThenBy(c => c).Take(Shown / 2);
        var largest = members.Keys.OrderByDescending(c => members[c].Length).ThenBy(c => c).Take(Shown / 2);
        return [.. loosest.Concat(largest).Distinct().Select(c => Of(run, members[c], pairs[c]))];
    }

    private static ClusterGraph Of(MatchRun run, int[] rows, IEnumerable<ScoredPair> pairs) => new(
        [.. rows.Select(row => new Record(run.Places.Name(row), [.. run.Linked.Comparators.Select(c => c.Said(row)).Where(said => said.Length > 0)]))],
        [.. pairs.Select(pair => new Pair(Array.IndexOf(rows, pair.A), Array.IndexOf(rows, pair.B), Math.Round(pair.Weight, 2)))]);
}
