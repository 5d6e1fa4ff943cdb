using System.Globalization;

namespace Granary.Surveys;

/// <summary>Numbers as SurveyJS's expressions write and read them, which is as ECMAScript does.</summary>
internal static class NumberText
{
    // Whole numbers up to here have a double of their own; longer digits are an account or a document, not a quantity.
    private const double LargestWhole = 9_007_199_254_740_991;

    /// <summary>1.5, 1e+21, 1e-7: ECMA-262, Number::toString.</summary>
    public static string Write(double number)
    {
        if (double.IsNaN(number) || double.IsInfinity(number))
        {
            return double.IsNaN(number) ? "NaN" : number > 0 ? "Infinity" : "-Infinity";
        }

        if (number == 0)
        {
            return "0";
        }

        var size = Math.Abs(number);
        if (size is >= 1e-6 and < 1e21)
        {
            var plain = number.ToString("R", CultureInfo.InvariantCulture);
            return plain.Contains('E') ? decimal.Parse(plain, NumberStyles.Float, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture) : plain;
        }

        var text = number.ToString("R", CultureInfo.InvariantCulture);
        var e = text.IndexOf('E');
        return $"{text[..e]}e{text[e + 1]}{text[(e + 2)..].TrimStart('0')}";
    }

    /// <summary>Decimal, with an exponent or hexadecimal, blanks around it. Not the empty text, and not digits that a double cannot hold.</summary>
    public static bool TryRead(string text, out double number)
    {
        var trimmed = text.AsSpan().Trim();
        number = 0;
        if (trimmed.IsEmpty)
        {
            return false;
        }

        if (trimmed.StartsWith("0x", StringComparison.OrdinalIgnoreCase))
        {
            var whole = long.TryParse(trimmed[2..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var hexadecimal) && hexadecimal >= 0;
            number = hexadecimal;
            return whole;
        }

        const NumberStyles style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        return !trimmed.ContainsAnyExcept("0123456789+-.eE") && double.TryParse(trimmed, style, CultureInfo.InvariantCulture, out number) && Math.Abs(number) <= LargestWhole;
    }
}
