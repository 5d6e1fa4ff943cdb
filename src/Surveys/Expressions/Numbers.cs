using System.Globalization;

namespace Granary.Surveys.Expressions;

/// <summary>Functions over numbers.</summary>
internal static class Numbers
{
    public static Function[] All { get; } =
    [
        new("sum", 0, 100, a => Total(a.Flat())),
        new("min", 0, 100, a => Best(a.Flat(), (x, y) => Loosely.Less(x, y))),
        new("max", 0, 100, a => Best(a.Flat(), (x, y) => Loosely.Less(y, x))),
        new("avg", 0, 100, a => Average(a.Flat())),
        new("count", 0, 100, a => Value.Of(a.Flat().Count(v => v.Kind != ValueKind.Empty))),
        new("round", 1, 2, a => Cut(a, MidpointRounding.AwayFromZero)),
        new("trunc", 1, 2, a => Cut(a, MidpointRounding.ToZero)),
    ];

    public static Value Total(IEnumerable<Value> values) => values.Where(v => !v.IsEmpty).Aggregate(Value.Of(0), Arithmetic.Add);

    public static Value Average(IReadOnlyCollection<Value> values)
    {
        var some = values.Where(v => !v.IsEmpty).ToList();
        return some.Count == 0 ? Value.Of(0) : Arithmetic.Divide(Total(some), Value.Of(some.Count));
    }

    /// <summary>Texts that are numbers count as those.</summary>
    private static Value Best(IEnumerable<Value> values, Func<Value, Value, bool> isBetter)
    {
        var best = Value.Empty;
        foreach (var value in values.Where(v => !v.IsEmpty).Select(v => v.Kind == ValueKind.Text && Loosely.AsNumber(v) is { } number ? Value.Of(number) : v))
        {
            best = best.Kind == ValueKind.Empty || isBetter(value, best) ? value : best;
        }

        return best;
    }

    /// <summary>Of nothing, nothing. Halves go away from 0, and by 15 digits, not by what a double makes of them: 1.005 becomes 1.01, and 8.1 / 12 is 0.675.</summary>
    private static Value Cut(Arguments given, MidpointRounding rounding)
    {
        var digits = (int)Math.Clamp(Loosely.AsNumber(given[1]) ?? 0, -15, 15);
        var value = given[0];
        if (value.IsEmpty || Loosely.AsNumber(value) is not { } number || !(Math.Abs(number) < 1e15))
        {
            return value.IsEmpty ? Value.Empty : Value.Of(Loosely.AsNumber(value) ?? double.NaN);
        }

        var exact = rounding == MidpointRounding.ToZero
            ? decimal.Parse(NumberText.Write(number), NumberStyles.Float, CultureInfo.InvariantCulture)
            : (decimal)number; // which keeps 15 digits
        var unit = (decimal)Math.Pow(10, -digits);
        return Value.Of((double)(digits >= 0 ? Math.Round(exact, digits, rounding) : Math.Round(exact / unit, 0, rounding) * unit));
    }
}
