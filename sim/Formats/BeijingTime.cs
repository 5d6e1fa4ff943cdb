using System.Globalization;

namespace Granary.Sim.Formats;

/// <summary>All times on the wire are Beijing time; in neutral form they are ISO 8601 without offset.</summary>
internal static class BeijingTime
{
    public const string Seconds = "yyyy-MM-ddTHH:mm:ss";
    public const string Milliseconds = "yyyy-MM-ddTHH:mm:ss.fff";
    public static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    public static DateTimeOffset Now(this TimeProvider clock) => clock.GetUtcNow().ToOffset(Offset);

    public static DateOnly Day(this DateTimeOffset at) => DateOnly.FromDateTime(at.ToOffset(Offset).DateTime);

    public static string Write(this DateTimeOffset at, string format) => at.ToOffset(Offset).ToString(format, CultureInfo.InvariantCulture);

    public static DateTimeOffset Parse(string text) =>
        new(DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.None), Offset);

    /// <summary>Rewrites a time from one form to another; empty where it is blank or all zeros, which is how the systems write "unknown".</summary>
    public static string Convert(string text, string from, string to, string field)
    {
        if (text.Length == 0 || text.All(c => c == '0'))
        {
            return "";
        }

        return DateTime.TryParseExact(text, from, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time.ToString(to, CultureInfo.InvariantCulture)
            : throw new BadMessageException(field, "no date or time");
    }
}
