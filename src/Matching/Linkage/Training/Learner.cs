namespace Granary.Matching.Linkage;

/// <summary>What was learnt of a table.</summary>
/// <param name="Support">By comparison and level: how many of the sample's matches stand behind m.</param>
/// <param name="Matches">Pairs of the sample that are more likely one customer's than not.</param>
internal sealed record Learnt(Model Model, double[][] Support, IReadOnlyList<(int A, int B)> Matches);

/// <summary>Learns the model of a table from a sample of its rows: u from random pairs, m and the prior from the pairs of blocking rules.</summary>
internal sealed class Learner(Table table, IReadOnlyList<Comparator> comparators, RuleFinder finder, LinkOptions options)
{
    private const int SampleRows = 100_000;

    /// <summary>Pairs that are compared in every respect.</summary>
    private const int EnoughPairs = 1_500_000;

    /// <summary>Pairs a row of a rule that is learnt from.</summary>
    private const double PairsPerRow = 5;

    /// <summary>From these odds on (log2) a pair counts as a match when rules are chosen.</summary>
    private const double Likely = 1;

    public Learnt Learn()
    {
        var sample = Sample();
        var seen = new LevelCounts();
        var compared = new List<(int A, int B, ulong Pattern)>();
        var rules = new List<Blocks>();
        foreach (var rule in finder.ToLearn(PairsPerRow))
        {
            rules.Add(Blocks.Of(rule, table.Rows, sample));
            BlockedPairs.ForEach(rules, rules.Count - 1, 0, rules[^1].Count, (a, b) =>
            {
                if (options.Mode != LinkMode.Link || table.Sources[a] != table.Sources[b])
                {
                    var pattern = LevelCounts.PatternOf(comparators, a, b);
                    seen.Add(pattern);
                    compared.Add((a, b, pattern));
                }
            });
            if (compared.Count > EnoughPairs)
            {
                break;
            }
        }

        var all = AllPairs(sample);
        var u = RandomPairs.Learn(table, comparators, options.Seed);
        var (model, support) = ExpectationMaximisation.Learn(seen, comparators, u, all, prior: Math.Min(0.1, sample.Length / 2 / all));
        var likely = seen.Patterns.Keys.Where(pattern => model.Weigh(pattern) > Likely).ToHashSet();
        return new(model, support, [.. compared.Where(c => likely.Contains(c.Pattern)).Select(c => (c.A, c.B))]);
    }

    private int[] Sample()
    {
        var random = new Random(options.Seed);
        return [.. Enumerable.Range(0, table.Rows).Where(_ => table.Rows <= SampleRows || random.NextDouble() * table.Rows < SampleRows)];
    }

    /// <summary>Pairs that there are, compared or not.</summary>
    private double AllPairs(int[] sample)
    {
        var all = sample.Length * (sample.Length - 1.0) / 2;
        return options.Mode == LinkMode.Link ? all - sample.GroupBy(row => table.Sources[row]).Sum(g => g.Count() * (g.Count() - 1.0) / 2) : all;
    }
}
