using System.Numerics;
using System.Runtime.Intrinsics;

namespace Granary.Matching.Linkage;

/// <summary>Weighs pairs of rows under a model. Nothing is allocated.</summary>
internal sealed class Scorer
{
    /// <summary>log2 of how many rows say a value, where they are not very many.</summary>
    private static readonly float[] Logs = [0, .. Enumerable.Range(1, (1 << 16) - 1).Select(count => MathF.Log2(count))];

    private readonly Comparator[] _comparators;
    private readonly int _width;

    /// <summary>What the rows say, row by row, in the order of the comparators: a pair costs two places of memory and not two a column.</summary>
    private readonly int[] _codes;

    private readonly double _prior;

    /// <summary>By comparison and level; minus infinity where the level forbids.</summary>
    private readonly double[][] _weights;

    /// <summary>log2 of how often a value is said on average, by comparison: what rarity is measured by.</summary>
    private readonly double[] _common;

    private readonly Bounds _best;
    private readonly Bounds _most;
    private readonly double[][]? _relatives;
    private readonly double _relativesPrior;

    public Scorer(IReadOnlyList<Comparator> comparators, Model model)
    {
        // What is quick to ask and may cost a pair the most comes first, so that one that cannot be any more is soon given up.
        var order = Enumerable.Range(0, comparators.Count)
            .OrderByDescending(c => (BestOfDifferent(comparators[c], model.Weights[c]) - model.Weights[c][comparators[c].Different]) / comparators[c].Cost).ToArray();
        _prior = model.PriorWeight;
        _comparators = [.. order.Select(c => comparators[c])];
        _width = order.Length;
        _codes = RowByRow(_comparators);
        _weights = [.. order.Select(c => model.Weights[c].Select((weight, level) => comparators[c].Forbids(level) ? double.NegativeInfinity : weight).ToArray())];
        _common = [.. order.Select(c => Math.Log2(model.U(c, Comparator.Exact) * comparators[c].Column.Filled))];
        _relatives = model.Relatives is { } relatives ? [.. order.Select(c => relatives.Weights[c])] : null;
        _relativesPrior = model.Relatives?.PriorWeight ?? 0;
        _best = new([.. order.Select(c => BestOfDifferent(comparators[c], model.Weights[c]))]);
        _most = new([.. order.Select((c, i) => model.Weights[c][Comparator.Exact] + _common[i] - 1)]); // two rows at least say what two rows say
    }

    /// <summary>log2 of the odds that two rows are one customer's, the prior's among them; minus infinity where they cannot be.</summary>
    /// <param name="least">Where the sum cannot reach this any more, comparing ends, and what comes back is somewhere below it.</param>
    public double Weigh(int a, int b, double least = double.NegativeInfinity)
    {
        var (same, differing) = Agreement(a, b);

        // The best that can be: what differs counts as if it were but a typing error, and what is the same as if nobody else said it.
        var weight = _prior + _best.Of(differing);
        if (weight + _most.Of(same) < least)
        {
            return weight + _most.Of(same);
        }

        var related = _relativesPrior;
        for (; same != 0; same &= same - 1)
        {
            var c = BitOperations.TrailingZeroCount(same);
            var rarity = _common[c] - Log(_comparators[c].Column.Values.CountOf(_codes[(a * _width) + c]));
            weight += _weights[c][Comparator.Exact] + rarity;
            related += _relatives is null ? 0 : _relatives[c][Comparator.Exact] + rarity;
        }

        for (; differing != 0 && weight >= least; differing &= differing - 1)
        {
            var c = BitOperations.TrailingZeroCount(differing);
            var level = _comparators[c].LevelOfDifferent(a, b, _codes[(a * _width) + c], _codes[(b * _width) + c]);
            weight += _weights[c][level] - _best[c];
            related += _relatives?[c][level] ?? 0;
        }

        // The doubt takes from the odds and never adds.
        return _relatives is null || weight < least ? weight : weight - Model.Doubt(related);
    }

    /// <summary>In which comparisons two rows say exactly the same, and in which they say different things; each a bit.</summary>
    private (uint Same, uint Differing) Agreement(int a, int b)
    {
        var (same, silent) = (0u, 0u);
        for (var c = 0; c < _width; c += Vector256<int>.Count)
        {
            var one = Vector256.LoadUnsafe(ref _codes[(a * _width) + c]);
            var other = Vector256.LoadUnsafe(ref _codes[(b * _width) + c]);
            same |= Vector256.Equals(one, other).ExtractMostSignificantBits() << c;
            silent |= (Vector256.Equals(one, default) | Vector256.Equals(other, default)).ExtractMostSignificantBits() << c;
        }

        var said = ~silent & ((1u << _width) - 1); // what stands behind is of the next row
        return (same & said, said & ~same);
    }

    private static int[] RowByRow(Comparator[] comparators)
    {
        var rows = comparators[0].Column.Codes.Length;
        var codes = new int[(rows * comparators.Length) + Vector256<int>.Count];
        Parallel.For(0, comparators.Length, c =>
        {
            var column = comparators[c].Column.Codes;
            for (var (row, at) = (0, c); row < rows; row++, at += comparators.Length)
            {
                codes[at] = column[row];
            }
        });
        return codes;
    }

    /// <summary>Of more than 65,535 by their first 16 bits.</summary>
    private static double Log(int count)
    {
        var shift = Math.Max(0, 16 - BitOperations.LeadingZeroCount((uint)count));
        return Logs[count >> shift] + shift;
    }

    private static double BestOfDifferent(Comparator comparator, double[] weights) =>
        Enumerable.Range(0, comparator.Levels.Count).Where(level => level != Comparator.Exact && !comparator.Forbids(level)).Max(level => weights[level]);

    /// <summary>A number for each comparison, and the sum over any set of them looked up in two steps.</summary>
    private sealed class Bounds(double[] each)
    {
        private readonly double[] _low = Sums(each.Take(8).ToArray()), _high = Sums(each.Skip(8).ToArray());

        public double this[int comparison] => each[comparison];

        public double Of(uint set) => _low[set & 0xFF] + _high[set >> 8];

        private static double[] Sums(double[] each) =>
            [.. Enumerable.Range(0, 1 << each.Length).Select(set => each.Where((_, bit) => (set >> bit & 1) != 0).Sum())];
    }
}
