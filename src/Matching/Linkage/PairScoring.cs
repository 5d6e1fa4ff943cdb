namespace Granary.Matching.Linkage;

/// <summary>Two rows and the log2 of the odds that they are one customer's; A is the lower row.</summary>
public readonly record struct ScoredPair(int A, int B, float Weight)
{
    public double Probability => Model.Probability(Weight);
}

/// <summary>Weighs all pairs that the rules give, on all cores, and keeps those that may matter, in an order that does not depend on how many cores there are.</summary>
internal sealed class PairScoring(Table table, IReadOnlyList<Blocks> rules, Scorer scorer, LinkOptions options)
{
    private const int BlocksAtOnce = 4_096;

    private readonly double _least = Model.WeightOf(options.KeepFrom);
    private readonly BlockedPairs _pairs = new(table.Rows, rules.Count);
    private long _scored;

    public (ScoredPair[] Pairs, long Scored) Run()
    {
        foreach (var rule in rules)
        {
            _pairs.Add(rule);
        }

        var work = Enumerable.Range(0, rules.Count).SelectMany(rule => Chunks(rules[rule].Count).Select(from => (Rule: rule, From: from))).ToArray();
        var kept = new ScoredPair[work.Length][];
        Parallel.For(0, work.Length, i => kept[i] = Score(work[i].Rule, work[i].From));
        return (kept.SelectMany(found => found).ToArray(), _scored);
    }

    private ScoredPair[] Score(int rule, int from)
    {
        var kept = new List<ScoredPair>();
        var scored = 0L;
        Span<int> room = stackalloc int[Blocks.Largest];
        for (var block = from; block < Math.Min(from + BlocksAtOnce, rules[rule].Count); block++)
        {
            var rows = rules[rule][block];
            for (var i = 0; i < rows.Length; i++)
            {
                var a = rows[i];
                foreach (var b in _pairs.With(rule, rows, i, room))
                {
                    if (options.Mode != LinkMode.Link || table.Sources[a] != table.Sources[b])
                    {
                        scored++;
                        var weight = scorer.Weigh(a, b, _least);
                        if (weight >= _least)
                        {
                            kept.Add(new(a, b, (float)weight));
                        }
                    }
                }
            }
        }

        Interlocked.Add(ref _scored, scored);
        return [.. kept];
    }

    private static IEnumerable<int> Chunks(int blocks)
    {
        for (var from = 0; from < blocks; from += BlocksAtOnce)
        {
            yield return from;
        }
    }
}
