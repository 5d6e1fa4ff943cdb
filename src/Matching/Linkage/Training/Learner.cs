namespace Granary.Matching.Linkage;

/// <summary>What was learnt of a table.</summary>
/// <param name="Support">By comparison and level: how many of the sample's matches stand behind m.</param>
/// <param name="Matches">Pairs of the sample that are more likely one customer's than not.</param>
internal sealed record Learnt(Model Model, double[][] Support, IReadOnlyList<(int A, int B)> Matches);

/// <summary>Learns the model of a table from a sample of its rows: u from random pairs, m and the prior from the pairs of blocking rules.</summary>
internal sealed class Learner(Table table, IReadOnlyList<Comparator> comparators, RuleFinder finder, LinkOptions options)
{
    /// <summary>Rows that are learnt from, for tables of up to a million; the square root of how much larger a table is as many more, for the sample to hold as many matches.</summary>
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
        var rules = finder.ToLearn(PairsPerRow).ToList();
        var pairs = new BlockedPairs(sample.Length, rules.Count);
        foreach (var blocks in rules.Select(rule => Blocks.Of(rule, table.Rows, sample)))
        {
            Compare(blocks, pairs, sample, compared);
            if (compared.Count > EnoughPairs)
            {
                break;
            }
        }

        // What somebody said needs no guess.
        var labelled = options.Labels.Select(label => Sorted(label.A, label.B)).ToHashSet();
        foreach (var (a, b, pattern) in compared)
        {
            if (labelled.Count == 0 || !labelled.Contains(Sorted(a, b)))
            {
                seen.Add(pattern);
            }
        }

        var known = new LevelCounts();
        foreach (var (a, b, _) in options.Labels.Where(label => label.Same))
        {
            known.Add(LevelCounts.PatternOf(comparators, a, b));
        }

        var all = AllPairs(sample);
        var u = RandomPairs.Learn(table, comparators, options.Seed);
        var (model, support) = ExpectationMaximisation.Learn(seen, comparators, u, all, prior: Math.Min(0.1, sample.Length / 2 / all), known);
        var likely = seen.Patterns.Keys.Where(pattern => model.Weigh(pattern) > Likely).ToHashSet();
        return new(model, support, [.. compared.Where(c => likely.Contains(c.Pattern)).Select(c => (c.A, c.B))]);
    }

    private void Compare(Blocks blocks, BlockedPairs pairs, int[] sample, List<(int A, int B, ulong Pattern)> compared)
    {
        var rule = pairs.Add(blocks);
        var others = new int[Blocks.Largest];
        for (var block = 0; block < blocks.Count; block++)
        {
            var rows = blocks[block];
            for (var i = 0; i < rows.Length; i++)
            {
                var a = sample[rows[i]];
                foreach (var other in pairs.With(rule, rows, i, others))
                {
                    var b = sample[other];
                    if (options.Mode != LinkMode.Link || table.Sources[a] != table.Sources[b])
                    {
                        compared.Add((a, b, LevelCounts.PatternOf(comparators, a, b)));
                    }
                }
            }
        }
    }

    private static (int, int) Sorted(int a, int b) => (Math.Min(a, b), Math.Max(a, b));

    private int[] Sample()
    {
        var random = new Random(options.Seed);
        var rows = SampleRows * Math.Sqrt(Math.Max(1, table.Rows / 1e6));
        return [.. Enumerable.Range(0, table.Rows).Where(_ => table.Rows <= rows || random.NextDouble() * table.Rows < rows)];
    }

    /// <summary>Pairs that there are, compared or not.</summary>
    private double AllPairs(int[] sample)
    {
        var all = sample.Length * (sample.Length - 1.0) / 2;
        return options.Mode == LinkMode.Link ? all - sample.GroupBy(row => table.Sources[row]).Sum(g => g.Count() * (g.Count() - 1.0) / 2) : all;
    }
}
