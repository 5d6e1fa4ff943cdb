namespace Granary.Matching.Linkage;

/// <summary>Two rows and the log2 of the odds that they are one customer's; A is the lower row.</summary>
public readonly record struct ScoredPair(int A, int B, float Weight)
{
    public double Probability => Model.Probability(Weight);
}

/// <summary>
/// Weighs all pairs that the rules give, on all cores, and keeps those that may matter, in an order that does not depend on how many cores there are. The blocks
/// of one rule at a time are in memory, and those of the next in the making.
/// </summary>
internal sealed class PairScoring(Table table, IReadOnlyList<ChosenRule> rules, Scorer scorer, LinkOptions options)
{
    private const int BlocksAtOnce = 4_096;

    private readonly double _least = Model.WeightOf(options.KeepFrom);
    private readonly BlockedPairs _pairs = new(table.Rows, rules.Count);
    private readonly List<ScoredPair[]> _kept = [];
    private long _scored;

    public (ScoredPair[] Pairs, long Scored, List<UsedRule> Used) Run()
    {
        var used = new List<UsedRule>();
        var next = Make(0);
        for (var rule = 0; rule < rules.Count; rule++)
        {
            var (blocks, number) = (next!, rule);
            Parallel.Invoke(() => next = Make(number + 1), () => Score(blocks, _pairs.Add(blocks)));
            used.Add(new(rules[rule].Rule.Name, rules[rule].Pairs, blocks.Pairs, rules[rule].Reaches, blocks.PassedOver));
        }

        return (Together(), _scored, used);
    }

    private Blocks? Make(int rule) => rule < rules.Count ? Blocks.Of(rules[rule].Rule, table.Rows) : null;

    private void Score(Blocks blocks, int rule)
    {
        var kept = new ScoredPair[(blocks.Count + BlocksAtOnce - 1) / BlocksAtOnce][];
        Parallel.For(0, kept.Length, i => kept[i] = Score(blocks, rule, i * BlocksAtOnce));
        _kept.AddRange(kept);
    }

    private ScoredPair[] Score(Blocks blocks, int rule, int from)
    {
        var kept = new List<ScoredPair>();
        var scored = 0L;
        Span<int> room = stackalloc int[Blocks.Largest];
        for (var block = from; block < Math.Min(from + BlocksAtOnce, blocks.Count); block++)
        {
            var rows = blocks[block];
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

    private ScoredPair[] Together()
    {
        var all = new ScoredPair[_kept.Sum(kept => kept.Length)];
        var used = 0;
        for (var i = 0; i < _kept.Count; i++)
        {
            _kept[i].CopyTo(all, used);
            used += _kept[i].Length;
            _kept[i] = [];
        }

        return all;
    }
}
