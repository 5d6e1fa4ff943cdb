namespace Granary.Matching.Linkage;

/// <summary>
/// m and the prior by expectation-maximisation (Winkler 1988) over the pairs that the blocking rules give, u held fixed. The pairs are picked by what is
/// compared, so what the odds say of each is right whatever was left out; and what was left out holds next to no match, or the rules are bad.
/// </summary>
internal static class ExpectationMaximisation
{
    private const int MostRounds = 60;

    /// <summary>Ends where no m changes by more.</summary>
    private const double Enough = 1e-4;

    /// <summary>Matches that the first guess counts for: a level without data keeps a little of it.</summary>
    private const double Guessed = 4;

    /// <summary>
    /// Relatives are taken for a group of their own where they are seen to be one: in some name they agree no more often than this, as two people of one house do
    /// and two records of one customer never, however badly they were typed.
    /// </summary>
    private const double StrangersName = 0.25;

    /// <param name="all">All pairs that there are, blocked or not.</param>
    /// <param name="known">Pairs that somebody said are one customer's, which are not among the seen ones.</param>
    public static (Model Model, double[][] Support) Learn(LevelCounts seen, IReadOnlyList<IComparison> comparators, double[][] u, double all, double prior, LevelCounts? known = null)
    {
        var first = new Model(prior, [.. comparators.Select(c => Guess(c, exact: 0.8))], u);
        if (comparators.Any(c => c.IsForLife) && comparators.Any(c => c.IsName))
        {
            var relatives = new Model(prior, [.. comparators.Select((c, i) => c.IsForLife ? u[i] : Guess(c, exact: 0.5))], u);
            var learnt = Learn(seen, known, comparators, u, all, new Model(prior, first.AllM, u) { Relatives = relatives });
            if (AreTwoPeople(learnt.Model, comparators))
            {
                return learnt;
            }
        }

        return Learn(seen, known, comparators, u, all, first);
    }

    private static (Model Model, double[][] Support) Learn(LevelCounts seen, LevelCounts? known, IReadOnlyList<IComparison> comparators, double[][] u, double all, Model first)
    {
        var model = first;
        var patterns = seen.Patterns.OrderBy(p => p.Key).ToArray(); // sums come out the same whatever order they were met in
        var labelled = known?.Patterns.OrderBy(p => p.Key).ToArray() ?? [];
        var sums = first.AllM;
        for (var round = 0; round < MostRounds; round++)
        {
            var (same, related) = (new Sums(first), first.Relatives is { } guessed ? new Sums(guessed) : null);
            foreach (var (pattern, times) in patterns)
            {
                var alone = model.WeighAlone(pattern);
                same.Add(pattern, times * Model.Probability(model.Weigh(pattern)));
                related?.Add(pattern, times * Model.Probability(model.Relatives!.WeighAlone(pattern) - Model.Doubt(alone)));
            }

            foreach (var (pattern, times) in labelled)
            {
                same.Add(pattern, times);
            }

            var next = new Model(same.PriorOf(all), same.Shares(), u)
            {
                Relatives = related is null ? null : new Model(related.PriorOf(all), [.. related.Shares().Select((r, c) => comparators[c].IsForLife ? u[c] : r)], u),
            };
            var change = Enumerable.Range(0, comparators.Count).Max(c => Enumerable.Range(1, comparators[c].Different).Max(l => Math.Abs(next.M(c, l) - model.M(c, l))));
            (model, sums) = (next, same.Levels);
            if (change < Enough)
            {
                break;
            }
        }

        return (model, sums);
    }

    private static bool AreTwoPeople(Model model, IReadOnlyList<IComparison> comparators) =>
        Enumerable.Range(0, comparators.Count).Any(c => comparators[c].IsName
            && Enumerable.Range(1, comparators[c].Different).Where(level => model.Weights[c][level] > 1).Sum(level => model.Relatives!.M(c, level)) < StrangersName);

    /// <summary>Expected counts of a group's levels; begun with the first guess.</summary>
    private sealed class Sums(Model first)
    {
        private double _pairs;

        public double[][] Levels { get; } = [.. first.AllM.Select(levels => levels.Select(m => m * Guessed).ToArray())];

        public void Add(ulong pattern, double expected)
        {
            _pairs += expected;
            for (var c = 0; c < Levels.Length; c++)
            {
                Levels[c][LevelCounts.LevelOf(pattern, c)] += expected;
            }
        }

        public double PriorOf(double all) => Math.Clamp(_pairs / all, 1e-12, 0.5);

        public double[][] Shares() => [.. Levels.Select(sums =>
        {
            var whole = sums.Skip(1).Sum();
            return (double[])[0, .. sums.Skip(1).Select(sum => Math.Max(sum / whole, 1e-7))];
        })];
    }

    /// <summary>Most say the same; the rest is spread over the levels, the better ones first.</summary>
    private static double[] Guess(IComparison comparator, double exact)
    {
        var levels = new double[comparator.Levels.Count];
        levels[Comparator.Exact] = exact;
        var shares = Enumerable.Range(2, comparator.Different - 1).ToDictionary(level => level, level => 1.0 / level);
        foreach (var (level, share) in shares)
        {
            levels[level] = (1 - exact) * share / shares.Values.Sum();
        }

        return levels;
    }
}
