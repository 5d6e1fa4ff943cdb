using System.Globalization;

namespace Granary.Kernel;

/// <summary>The bank's time and days: China has one zone, and no summer time since 1991.</summary>
public static class BankTime
{
    public const string Zone = "Asia/Shanghai";

    public static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    private const string Form = "yyyy-MM-dd";

    /// <param name="ms">Milliseconds since 1970 UTC.</param>
    public static DateTimeOffset At(long ms) => DateTimeOffset.FromUnixTimeMilliseconds(ms).ToOffset(Offset);

    public static DateTime Local(long ms) => At(ms).DateTime;

    public static long Ms(DateTime local) => new DateTimeOffset(DateTime.SpecifyKind(local, DateTimeKind.Unspecified), Offset).ToUnixTimeMilliseconds();

    /// <summary>When the day begins, in milliseconds since 1970 UTC.</summary>
    public static long Ms(DateOnly day) => Ms(day.ToDateTime(TimeOnly.MinValue));

    public static bool IsMidnight(long ms) => Local(ms).TimeOfDay == TimeSpan.Zero;

    public static DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(at.ToOffset(Offset).DateTime);

    public static DateOnly Day(long ms) => Day(DateTimeOffset.FromUnixTimeMilliseconds(ms));

    public static DateOnly Today(TimeProvider clock) => Day(clock.GetUtcNow());

    /// <summary>YYYY-MM-DD, as tables and the API have a day.</summary>
    public static string Text(DateOnly day) => day.ToString(Form, CultureInfo.InvariantCulture);

    /// <summary>As a sentence has it, in every language: 2026-10-05 09:00.</summary>
    public static string Text(long ms) => Local(ms).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <returns>Null where the text is no day in the form YYYY-MM-DD.</returns>
    public static DateOnly? Parse(string? text) => DateOnly.TryParseExact(text, Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>YYYYMMDD as a whole number, as compact columns have a day; 0 for none.</summary>
    public static int Number(DateOnly? date) => date is { } day ? (day.Year * 10_000) + (day.Month * 100) + day.Day : 0;

    public static DateOnly? OfNumber(int number) => number == 0 ? null : new DateOnly(number / 10_000, number / 100 % 100, number % 100);
}
