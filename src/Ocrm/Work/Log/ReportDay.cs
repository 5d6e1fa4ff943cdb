using Granary.Kernel;
using Granary.Ocrm.Calendar;

namespace Granary.Ocrm.Work.Log;

/// <summary>On which days a report is owed, and until when. Pure.</summary>
internal static class ReportDay
{
    public const string Away = "away";

    public static bool IsOwed(DateOnly day) => Holidays.IsWorkingDay(day);

    /// <summary>Milliseconds since 1970 UTC after which the day's report is late, and missing as long as there is none.</summary>
    public static long DueAt(DateOnly day, TimeSpan time)
    {
        var next = day.AddDays(1);
        while (!Holidays.IsWorkingDay(next))
        {
            next = next.AddDays(1);
        }

        return BankTime.Ms(next) + (long)time.TotalMilliseconds;
    }

    /// <summary>The last working days up to a day, the newest first.</summary>
    public static IEnumerable<DateOnly> Last(DateOnly day)
    {
        for (; ; day = day.AddDays(-1))
        {
            if (IsOwed(day))
            {
                yield return day;
            }
        }
    }

    /// <summary>The days of a span on which reports are owed and due by now.</summary>
    public static IReadOnlyList<DateOnly> Due(DateOnly from, DateOnly to, long now, TimeSpan time) =>
        [.. Enumerable.Range(0, to.DayNumber - from.DayNumber + 1).Select(from.AddDays).Where(d => IsOwed(d) && DueAt(d, time) <= now)];

    /// <summary>open: not due yet, or not owed; away: not owed by who is away; missing: due.</summary>
    /// <param name="away">Why the person is away on that day; null where they are there.</param>
    public static string StateWithout(DateOnly day, bool owed, string? away, long now, TimeSpan time) =>
        !owed || !IsOwed(day) ? "open" : away is not null ? Away : DueAt(day, time) <= now ? "missing" : "open";
}
