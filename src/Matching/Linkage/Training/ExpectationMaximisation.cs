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

    /// <param name="all">All pairs that there are, blocked or not.</param>
    public static (Model Model, double[][] Support) Learn(LevelCounts seen, IReadOnlyList<Comparator> comparators, double[][] u, double all, double prior)
    {
        var first = comparators.Select(FirstGuess).ToArray();
        var model = new Model(prior, first, u);
        var patterns = seen.Patterns.OrderBy(p => p.Key).ToArray(); // sums come out the same whatever order they were met in
        var sums = first;
        for (var round = 0; round < MostRounds; round++)
        {
            sums = first.Select(levels => levels.Select(m => m * Guessed).ToArray()).ToArray();
            var matches = 0.0;
            foreach (var (pattern, times) in patterns)
            {
                var expected = times * Model.Probability(model.Weigh(pattern));
                matches += expected;
                for (var c = 0; c < comparators.Count; c++)
                {
                    sums[c][LevelCounts.LevelOf(pattern, c)] += expected;
                }
            }

            var next = new Model(Math.Clamp(matches / all, 1e-12, 0.5), [.. sums.Select(Shares)], u);
            var change = Enumerable.Range(0, comparators.Count).Max(c => Enumerable.Range(1, comparators[c].Different).Max(l => Math.Abs(next.M(c, l) - model.M(c, l))));
            model = next;
            if (change < Enough)
            {
                break;
            }
        }

        return (model, sums);
    }

    /// <summary>Most records of one customer say the same; the rest is spread over the levels, the better ones first.</summary>
    private static double[] FirstGuess(Comparator comparator)
    {
        var levels = new double[comparator.Levels.Count];
        levels[Comparator.Exact] = 0.8;
        var shares = Enumerable.Range(2, comparator.Different - 1).ToDictionary(level => level, level => 1.0 / level);
        foreach (var (level, share) in shares)
        {
            levels[level] = 0.2 * share / shares.Values.Sum();
        }

        return levels;
    }

    private static double[] Shares(double[] sums)
    {
        var whole = sums.Skip(1).Sum();
        return [0, .. sums.Skip(1).Select(sum => Math.Max(sum / whole, 1e-7))];
    }
}
