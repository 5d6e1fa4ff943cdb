using System.Globalization;

namespace Granary.Sim.Formats;

/// <summary>Money, rates and days as the systems print them.</summary>
internal static class Figures
{
    /// <summary>Two decimals that are not written.</summary>
    public static string Cents(decimal yuan) => Text(yuan * 100, "0");

    public static string Yuan(decimal yuan) => Text(yuan, "0.00");

    /// <summary>A percentage with four decimals that are not written.</summary>
    public static string Rate(decimal percent) => Text(percent * 10_000, "0");

    public static string Compact(DateOnly date) => date.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    public static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Text(decimal number, string form) => number.ToString(form, CultureInfo.InvariantCulture);
}
