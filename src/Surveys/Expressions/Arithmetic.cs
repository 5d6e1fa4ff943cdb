using System.Globalization;

namespace Granary.Surveys.Expressions;

/// <summary>Nothing counts as 0, and a text of digits as its number. Sums and products are exact to the decimals of what went in: 0.1 + 0.2 is 0.3.</summary>
internal static class Arithmetic
{
    // Beyond this a decimal product may overflow; doubles go on from there.
    private const double ExactUpTo = 1e12;

    private const int ExactDecimals = 16;

    /// <summary>Adds numbers; puts texts behind each other where one of the two is no number.</summary>
    public static Value Add(Value one, Value other)
    {
        if (IsNoText(one) || IsNoText(other))
        {
            return IsNoText(one) ? other.Kind == ValueKind.Empty ? one : other : one.Kind == ValueKind.Empty ? other : one;
        }

        if (one.Kind == ValueKind.Empty || other.Kind == ValueKind.Empty)
        {
            var some = one.Kind == ValueKind.Empty ? other : one;
            return some.Kind == ValueKind.Empty ? Value.Of(0) : some;
        }

        return (Loosely.AsNumber(one), Loosely.AsNumber(other)) is ({ } a, { } b)
            ? Value.Of(Sum(a, b))
            : Value.Of(Loosely.AsText(one) + Loosely.AsText(other));
    }

    public static double Sum(double a, double b) => Exactly(a, b) is var (x, y) ? (double)(x + y) : a + b;

    public static Value Subtract(Value one, Value other) => Of(one, other, (a, b) => Exactly(a, b) is var (x, y) ? (double)(x - y) : a - b);

    public static Value Multiply(Value one, Value other) => Of(one, other, (a, b) => Exactly(a, b) is var (x, y) ? (double)(x * y) : a * b);

    /// <summary>Nothing where it is divided by nothing or by 0.</summary>
    public static Value Divide(Value one, Value other) => Quantity(other) == 0 ? Value.Empty : Of(one, other, (a, b) => a / b);

    public static Value Remainder(Value one, Value other) => Quantity(other) == 0 ? Value.Empty : Of(one, other, (a, b) => a % b);

    public static Value Power(Value one, Value other) => Of(one, other, Math.Pow);

    private static Value Of(Value one, Value other, Func<double, double, double> combine) => Value.Of(combine(Quantity(one), Quantity(other)));

    private static double Quantity(Value value) =>
        value.Kind == ValueKind.Empty || IsNoText(value) ? 0
        : value.Kind == ValueKind.List && value.List.Length == 1 ? Quantity(value.List[0])
        : Loosely.AsNumber(value) ?? double.NaN;

    private static bool IsNoText(Value value) => value.Kind == ValueKind.Text && value.Text.Length == 0;

    private static (decimal, decimal)? Exactly(double a, double b) => Exactly(a) is { } x && Exactly(b) is { } y ? (x, y) : null;

    private static decimal? Exactly(double number)
    {
        if (!(Math.Abs(number) < ExactUpTo))
        {
            return null;
        }

        var text = NumberText.Write(number);
        return text.Length - 1 - text.IndexOf('.') <= ExactDecimals && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var exact) ? exact : null;
    }
}
