using System.Globalization;

namespace Granary.Wire.Values;

/// <summary>Every date and time of the bank's systems is Beijing time, which has had no summer time since 1991.</summary>
internal static class BankTime
{
    public static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    public static string Neutral(DateTimeOffset time) =>
        time.ToOffset(Offset).ToString("yyyy-MM-ddTHH:mm:ss.fff", CultureInfo.InvariantCulture);

    /// <summary>A neutral time as an instant; a year that is not there is the one that brings it nearest to <paramref name="near"/>.</summary>
    public static DateTimeOffset? Instant(string neutral, DateTimeOffset near)
    {
        if (!NeutralTime.TryParse(neutral, out var time) || time.Month < 0)
        {
            return null;
        }

        if (time.Year >= 0)
        {
            return At(time.Year, time);
        }

        var around = near.ToOffset(Offset).Year;
        DateTimeOffset? best = null;
        for (var year = Math.Max(1, around - 1); year <= Math.Min(9999, around + 1); year++)
        {
            if (At(year, time) is { } candidate && (best is null || (candidate - near).Duration() < (best.Value - near).Duration()))
            {
                best = candidate;
            }
        }

        // 29 February, and none of the three years has one: the nearest that does.
        return best ?? Enumerable.Range(2, 6).SelectMany(away => new[] { around - away, around + away })
            .Select(year => At(year, time)).FirstOrDefault(candidate => candidate is not null);
    }

    private static DateTimeOffset? At(int year, NeutralTime time)
    {
        if (year is < 1 or > 9999 || time.Day > DateTime.DaysInMonth(year, time.Month))
        {
            return null;
        }

        var local = new DateTime(year, time.Month, time.Day, Math.Max(0, time.Hour), Math.Max(0, time.Minute), Math.Max(0, time.Second), time.Milliseconds);

        // The first eight hours of the year 1 are before the first instant.
        return local.Ticks < Offset.Ticks ? null : new DateTimeOffset(local, Offset);
    }
}
