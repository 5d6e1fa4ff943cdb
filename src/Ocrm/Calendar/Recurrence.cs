using System.Globalization;
using Granary.Kernel;
using Ical.Net;
using Ical.Net.DataTypes;
using Ical.Net.Evaluation;
using IcalEvent = Ical.Net.CalendarComponents.CalendarEvent;

namespace Granary.Ocrm.Calendar;

/// <summary>When a series falls (RFC 5545, 3.8.5.3), in the bank's time. Pure: what is now comes in.</summary>
internal static class Recurrence
{
    /// <summary>Steps without an occurrence after which a rule is taken to have no more: 29 February on a Monday comes once in 28 years.</summary>
    private const int StepsWithout = 1000;

    private static readonly EvaluationOptions Options = new() { MaxUnmatchedIncrementsLimit = StepsWithout };

    /// <summary>The starts from a moment on, those among them that were taken out too, without end where the rule has none.</summary>
    public static IEnumerable<long> Starts(long first, bool allDay, string rule, long from)
    {
        var falls = new IcalEvent { DtStart = At(first, allDay), RecurrenceRule = new RecurrenceRule(rule) }.GetOccurrences(At(Math.Max(from, first), allDay), Options);
        using var each = falls.GetEnumerator();
        while (Next(each) is { } start)
        {
            if (start >= from)
            {
                yield return start;
            }
        }
    }

    /// <summary>The starts of an event's occurrences from a moment on, without those that were taken out or replaced.</summary>
    public static IEnumerable<long> Starts(EventRow row, IReadOnlyCollection<long> replaced, long from) => row.Recurs
        ? Starts(row.Starts, row.AllDay, row.Rule, from).Where(start => !row.Except.Contains(start) && !replaced.Contains(start))
        : row.Starts >= from ? [row.Starts] : [];

    /// <summary>Whether a rule can be kept: it is one, of a frequency of days or more, ends where it counts, and falls on its own first start.</summary>
    /// <returns>The code of what is wrong; null where nothing is.</returns>
    public static string? Fault(string rule, long first, bool allDay, int most)
    {
        try
        {
            var parsed = new RecurrenceRule(rule);
            return parsed.Frequency is not (FrequencyType.Daily or FrequencyType.Weekly or FrequencyType.Monthly or FrequencyType.Yearly) || parsed.Count > most || parsed.Interval > most ? "event-rule"
                : Starts(first, allDay, rule, first).FirstOrDefault() != first ? "event-rule-start"
                : null;
        }
        catch (Exception e) when (e is ArgumentException or FormatException or OverflowException or InvalidOperationException or System.Runtime.Serialization.SerializationException)
        {
            return "event-rule"; // what Ical.Net throws at a text that is no rule
        }
    }

    /// <summary>The same rule, ending before a start.</summary>
    public static string Before(string rule, long start, bool allDay)
    {
        var last = allDay ? BankTime.Day(start - 1).ToString("yyyyMMdd", CultureInfo.InvariantCulture) : BankTime.At(start - 1000).UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        return $"{Endless(rule)};UNTIL={last}";
    }

    /// <summary>The same rule for what follows from a start on: of a number of times what is left of it.</summary>
    public static string From(string rule, long first, bool allDay, long start) => new RecurrenceRule(rule).Count is { } count
        ? string.Create(CultureInfo.InvariantCulture, $"{Endless(rule)};COUNT={count - Starts(first, allDay, rule, first).TakeWhile(s => s < start).Count()}")
        : rule;

    private static string Endless(string rule) =>
        string.Join(';', rule.Split(';').Where(part => !part.StartsWith("COUNT=", StringComparison.OrdinalIgnoreCase) && !part.StartsWith("UNTIL=", StringComparison.OrdinalIgnoreCase)));

    /// <summary>When the last occurrence ends.</summary>
    public static long Until(EventRow row)
    {
        if (!row.Recurs)
        {
            return row.Ends;
        }

        var rule = new RecurrenceRule(row.Rule);
        return rule.Until is null && rule.Count is null ? long.MaxValue : Starts(row.Starts, row.AllDay, row.Rule, row.Starts).LastOrDefault(row.Starts) + row.Length;
    }

    /// <summary>When the person is to be told next, after now; 0: no more.</summary>
    public static long NextReminder(EventRow row, IReadOnlyCollection<long> replaced, long now)
    {
        if (row.Remind < 0)
        {
            return 0;
        }

        var before = (long)TimeSpan.FromMinutes(row.Remind).TotalMilliseconds;
        return Starts(row, replaced, now + before + 1).Select(start => start - before).FirstOrDefault();
    }

    public static CalDateTime At(long ms, bool allDay)
    {
        var local = BankTime.Local(ms);
        return allDay ? new CalDateTime(DateOnly.FromDateTime(local)) : new CalDateTime(local, BankTime.Zone);
    }

    public static long Ms(CalDateTime time) => time.HasTime && !time.IsFloating ? new DateTimeOffset(time.AsUtc, TimeSpan.Zero).ToUnixTimeMilliseconds() : BankTime.Ms(time.Value);

    /// <summary>A rule that has found nothing for long ends there.</summary>
    private static long? Next(IEnumerator<Ical.Net.DataTypes.Occurrence> each)
    {
        try
        {
            return each.MoveNext() ? Ms(each.Current.Period.StartTime) : null;
        }
        catch (EvaluationLimitExceededException)
        {
            return null;
        }
    }
}
