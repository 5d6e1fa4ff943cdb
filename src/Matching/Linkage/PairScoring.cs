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

    public (List<ScoredPair> Pairs, long Scored) Run()
    {
        var least = Model.WeightOf(options.KeepFrom);
        var work = Enumerable.Range(0, rules.Count).SelectMany(rule => Chunks(rules[rule].Count).Select(from => (Rule: rule, From: from))).ToArray();
        var kept = new List<ScoredPair>[work.Length];
        long scored = 0;
        Parallel.For(0, work.Length, i =>
        {
            var (rule, from) = work[i];
            var found = kept[i] = [];
            long count = 0;
            BlockedPairs.ForEach(rules, rule, from, Math.Min(from + BlocksAtOnce, rules[rule].Count), (a, b) =>
            {
                if (options.Mode != LinkMode.Link || table.Sources[a] != table.Sources[b])
                {
                    count++;
                    var weight = scorer.Weigh(a, b, least);
                    if (weight >= least)
                    {
                        found.Add(new(a, b, (float)weight));
                    }
                }
            });
            Interlocked.Add(ref scored, count);
        });
        return ([.. kept.SelectMany(found => found)], scored);
    }

    private static IEnumerable<int> Chunks(int blocks)
    {
        for (var from = 0; from < blocks; from += BlocksAtOnce)
        {
            yield return from;
        }
    }
}
