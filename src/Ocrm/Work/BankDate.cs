using System.Globalization;

namespace Granary.Ocrm.Work;

/// <summary>Days of the bank as tables and pages write them: YYYY-MM-DD in China's one time zone, which has had no summer time since 1991.</summary>
internal static class BankDate
{
    public static readonly TimeSpan Zone = TimeSpan.FromHours(8);

    private const string Form = "yyyy-MM-dd";

    public static DateOnly Today(TimeProvider clock) => Of(clock.GetUtcNow());

    public static DateOnly Of(DateTimeOffset at) => DateOnly.FromDateTime(at.ToOffset(Zone).DateTime);

    public static string Text(DateOnly day) => day.ToString(Form, CultureInfo.InvariantCulture);

    /// <summary>YYYYMMDD as a whole number.</summary>
    public static int Number(DateOnly day) => (day.Year * 10_000) + (day.Month * 100) + day.Day;

    public static DateOnly OfNumber(int number) => new(number / 10_000, number / 100 % 100, number % 100);

    public static DateOnly? Parse(string? text) => DateOnly.TryParseExact(text, Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>Milliseconds since 1970 UTC at which the day begins.</summary>
    public static long Start(DateOnly day) => new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), Zone).ToUnixTimeMilliseconds();
}
