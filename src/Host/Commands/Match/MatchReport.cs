using System.Text.Encodings.Web;
using System.Text.Json;
using Granary.Matching.Linkage;

namespace Granary.Host.Commands.Match;

/// <summary>What was learnt and found as one HTML file: the charts' library and the figures stand in it.</summary>
internal static class MatchReport
{
    private const int Bins = 60, Waterfalls = 12;

    // The default encoder leaves no "<" in the text, so nothing that a record says ends the script.
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Default };

    private static string Library => Path.Combine(Repository.Root, "web", "node_modules", "echarts", "dist", "echarts.min.js");

    public static string Of(MatchRun run)
    {
        var figures = MatchFigures.Of(run);
        var linked = run.Linked;
        var data = new
        {
            files = run.Request.Files.Select(f => f.Name),
            figures,
            columns = linked.Columns.Select(c => new { c.Column.Name, kind = c.Kind.ToString(), filled = (double)c.Column.Filled / linked.Table.Rows, distinct = c.Column.Values.Count }),
            comparisons = linked.Comparators.Select((c, i) => new
            {
                c.Name,
                levels = Enumerable.Range(1, c.Different).Select(l => new { name = c.Levels[l], m = linked.Model.M(i, l), u = linked.Model.U(i, l), weight = linked.Model.Weights[i][l] }),
            }),
            linked.Model.Prior,
            linked.Rules,
            histogram = Histogram(linked.Pairs),
            sizes = linked.Clusters.GroupBy(c => c).GroupBy(g => g.Count()).OrderBy(g => g.Key).Select(g => new[] { g.Key, g.Count() }),
            waterfalls = Sample(linked.Pairs).Select(p => (p.A, p.B)).Prepend(run.Asked ?? (-1, -1)).Where(p => p.A >= 0).Distinct().Select(p => PairInWords.Of(run, p.A, p.B)),
            words = linked.Comparators.SelectMany(c => c.Levels).Append("possible").Distinct().ToDictionary(level => level, level => new { en = LevelWords.Of(level, chinese: false), zh = LevelWords.Of(level, chinese: true) }),
            graphs = ClusterGraph.Sample(run),
        };
        using var stream = typeof(MatchReport).Assembly.GetManifestResourceStream("match-report.html") ?? throw new InvalidOperationException("match-report.html is not embedded");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd()
            .Replace("/*data*/", JsonSerializer.Serialize(data, Json), StringComparison.Ordinal)
            .Replace("/*echarts*/", File.Exists(Library) ? File.ReadAllText(Library) : "", StringComparison.Ordinal);
    }

    /// <summary>Kept pairs by match weight.</summary>
    private static IEnumerable<double[]> Histogram(IReadOnlyList<ScoredPair> pairs)
    {
        if (pairs.Count == 0)
        {
            return [];
        }

        double from = pairs.Min(p => p.Weight), width = Math.Max(0.1, (pairs.Max(p => p.Weight) - from) / Bins);
        return pairs.GroupBy(p => (int)((p.Weight - from) / width)).OrderBy(g => g.Key).Select(g => new[] { Math.Round(from + (g.Key * width), 2), g.Count() });
    }

    /// <summary>Pairs to look at: the closest to call first, then every so many of the others.</summary>
    private static IEnumerable<ScoredPair> Sample(IReadOnlyList<ScoredPair> pairs)
    {
        var sorted = pairs.OrderBy(p => p.Weight).ThenBy(p => p.A).ThenBy(p => p.B).ToList();
        var close = sorted.OrderBy(p => Math.Abs(p.Weight)).Take(Waterfalls / 2);
        var spread = Enumerable.Range(0, Math.Min(Waterfalls / 2, sorted.Count)).Select(i => sorted[(int)((long)i * sorted.Count / (Waterfalls / 2.0))]);
        return close.Concat(spread).Distinct();
    }
}
