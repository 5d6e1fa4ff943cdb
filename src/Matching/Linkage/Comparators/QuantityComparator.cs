using System.Globalization;

namespace Granary.Matching.Linkage;

/// <summary>Something measured or counted: how far apart two are, as a share of the larger.</summary>
internal sealed class QuantityComparator : Comparator
{
    private static readonly double[] Within = [0.01, 0.05, 0.2];

    private readonly double[] _numbers;

    public QuantityComparator(Column column)
        : base(column, "within1%", "within5%", "within20%")
    {
        _numbers = new double[column.Values.Count + 1];
        for (var code = 1; code < _numbers.Length; code++)
        {
            _numbers[code] = Read(column.Values[code]) ?? 0;
        }
    }

    /// <summary>12.5, 1,250.00, ¥12.50, 1 250; null for what is no number.</summary>
    public static double? Read(ReadOnlySpan<char> text)
    {
        Span<char> plain = stackalloc char[Math.Min(text.Length, 32)];
        var length = 0;
        foreach (var unit in text)
        {
            if (unit is ',' or ' ' or '¥' or '￥' or '$' or '€' or '£')
            {
                continue;
            }

            if (length == plain.Length)
            {
                return null;
            }

            plain[length++] = unit;
        }

        return double.TryParse(plain[..length], NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    protected override int Compare(int a, int b, int x, int y)
    {
        var (left, right) = (_numbers[x], _numbers[y]);
        var apart = Math.Abs(left - right);
        var larger = Math.Max(Math.Abs(left), Math.Abs(right));
        for (var level = 0; level < Within.Length; level++)
        {
            if (apart <= Within[level] * larger)
            {
                return level + 2;
            }
        }

        return Different;
    }
}

/// <summary>A year: one apart, as of someone whose age was asked for; two digits swapped or one mistyped; a few years apart.</summary>
internal sealed class YearComparator(Column column) : Comparator(column, "oneApart", "mistyped", "near")
{
    private const int Near = 3;

    private readonly int[] _years = [.. Enumerable.Range(0, column.Values.Count + 1).Select(code => int.TryParse(column.Values[code], out var year) ? year : 0)];

    protected override int Compare(int a, int b, int x, int y)
    {
        var apart = Math.Abs(_years[x] - _years[y]);
        return apart == 1 ? 2
            : Similarity.Edits(Column.Values[x], Column.Values[y], 1) == 1 ? 3
            : apart <= Near ? 4
            : Different;
    }
}
