namespace Granary.Ocrm.Calendar;

/// <summary>The bank's time: China has one zone, and no summer time since 1991.</summary>
internal static class BankTime
{
    public const string Zone = "Asia/Shanghai";

    private static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    /// <param name="ms">Milliseconds since 1970 UTC.</param>
    public static DateTime Local(long ms) => DateTimeOffset.FromUnixTimeMilliseconds(ms).ToOffset(Offset).DateTime;

    public static long Ms(DateTime local) => new DateTimeOffset(DateTime.SpecifyKind(local, DateTimeKind.Unspecified), Offset).ToUnixTimeMilliseconds();

    public static long Ms(DateOnly day) => Ms(day.ToDateTime(TimeOnly.MinValue));

    public static DateOnly Day(long ms) => DateOnly.FromDateTime(Local(ms));

    public static DateOnly Today(TimeProvider clock) => Day(clock.GetUtcNow().ToUnixTimeMilliseconds());

    public static DateTimeOffset At(long ms) => DateTimeOffset.FromUnixTimeMilliseconds(ms).ToOffset(Offset);

    /// <summary>As a sentence has it, in every language: 2026-10-05 09:00.</summary>
    public static string Text(long ms) => Local(ms).ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture);

    public static bool IsMidnight(long ms) => Local(ms).TimeOfDay == TimeSpan.Zero;

    /// <summary>A day as columns have it: yyyymmdd.</summary>
    public static int Number(DateOnly day) => (day.Year * 10_000) + (day.Month * 100) + day.Day;

    /// <returns>Null where the number is no day.</returns>
    public static DateOnly? Day(int number) =>
        number / 10_000 is >= 1 and <= 9999 && number / 100 % 100 is >= 1 and <= 12 && number % 100 >= 1 && number % 100 <= DateTime.DaysInMonth(number / 10_000, number / 100 % 100)
            ? new DateOnly(number / 10_000, number / 100 % 100, number % 100)
            : null;
}
