namespace Granary.Matching.Linkage;

/// <summary>Weighs pairs of rows under a model. Nothing is allocated.</summary>
internal sealed class Scorer
{
    private readonly Comparator[] _comparators;
    private readonly double _prior;
    private readonly double[][] _weights;
    private readonly float[][] _rarity;
    private readonly double[] _best;
    private readonly double[][]? _relatives;
    private readonly double _relativesPrior;

    public Scorer(IReadOnlyList<Comparator> comparators, Model model)
    {
        // What is quick to ask and may cost a pair the most comes first, so that one that cannot be any more is soon given up.
        var order = Enumerable.Range(0, comparators.Count)
            .OrderByDescending(c => (BestOfDifferent(comparators[c], model.Weights[c]) - model.Weights[c][comparators[c].Different]) / comparators[c].Cost).ToArray();
        _prior = model.PriorWeight;
        _comparators = [.. order.Select(c => comparators[c])];
        _weights = [.. order.Select(c => model.Weights[c])];
        _rarity = [.. order.Select(c => Rarities(comparators[c], model.U(c, Comparator.Exact)))];
        _relatives = model.Relatives is { } relatives ? [.. order.Select(c => relatives.Weights[c])] : null;
        _relativesPrior = model.Relatives?.PriorWeight ?? 0;
        _best = [.. order.Select(c => BestOfDifferent(comparators[c], model.Weights[c]))];
    }

    /// <summary>log2 of the odds that two rows are one customer's, the prior's among them; minus infinity where they cannot be.</summary>
    /// <param name="least">Where the sum cannot reach this any more, comparing ends, and what comes back is somewhere below it.</param>
    public double Weigh(int a, int b, double least = double.NegativeInfinity)
    {
        // The best that can be: what is the same counts as it is, what differs as if it were but a typing error.
        var (weight, related, differing) = (_prior, _relativesPrior, 0);
        for (var c = 0; c < _comparators.Length; c++)
        {
            var codes = _comparators[c].Column.Codes;
            var (x, y) = (codes[a], codes[b]);
            if (x == y)
            {
                weight += x == 0 ? 0 : _weights[c][Comparator.Exact] + _rarity[c][x];
                related += x == 0 || _relatives is null ? 0 : _relatives[c][Comparator.Exact] + _rarity[c][x];
            }
            else if (x != 0 && y != 0)
            {
                weight += _best[c];
                differing |= 1 << c;
            }
        }

        for (; differing != 0 && weight >= least; differing &= differing - 1)
        {
            var c = System.Numerics.BitOperations.TrailingZeroCount(differing);
            var level = _comparators[c].LevelOfDifferent(a, b);
            weight += _comparators[c].Forbids(level) ? double.NegativeInfinity : _weights[c][level] - _best[c];
            related += _relatives?[c][level] ?? 0;
        }

        // Where comparing ended early it does not matter: the doubt takes from the odds and never adds.
        return _relatives is null ? weight : weight - Model.Doubt(related);
    }

    private static float[] Rarities(Comparator comparator, double coincidence) =>
        [0, .. Enumerable.Range(1, comparator.Column.Values.Count).Select(value => (float)comparator.RarityOf(value, coincidence))];

    private static double BestOfDifferent(Comparator comparator, double[] weights) =>
        Enumerable.Range(0, comparator.Levels.Count).Where(level => level != Comparator.Exact && !comparator.Forbids(level)).Max(level => weights[level]);
}
