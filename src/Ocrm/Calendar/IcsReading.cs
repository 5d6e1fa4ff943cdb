using System.Text;
using Granary.Kernel;
using Ical.Net.DataTypes;
using IcalEvent = Ical.Net.CalendarComponents.CalendarEvent;

namespace Granary.Ocrm.Calendar;

/// <summary>An event of an .ics file in our terms.</summary>
/// <param name="Original">When the occurrence of its series was to begin that it stands for; 0: none.</param>
internal sealed record IcsEvent(string Uid, long Original, EventDraft Draft, IReadOnlyList<long> Except);

/// <summary>What an .ics file (RFC 5545) says. Pure; the file is anybody's, so whatever is wrong with it is an answer and not a failure.</summary>
internal static class IcsReading
{
    /// <returns>Null where the text is no calendar.</returns>
    public static IReadOnlyList<(IcsEvent? Event, string Title, string? Fault)>? Read(string text)
    {
        try
        {
            return Ical.Net.Calendar.Load(text) is { } calendar && text.Contains("BEGIN:VCALENDAR", StringComparison.OrdinalIgnoreCase)
                ? [.. calendar.Events.Where(e => e is not null).Select(e => Of(e!))]
                : null;
        }
        catch (Exception e) when (e is System.Runtime.Serialization.SerializationException or ArgumentException or FormatException or InvalidOperationException or OverflowException or InvalidCastException)
        {
            return null; // what Ical.Net throws at a text that is no calendar
        }
    }

    private static (IcsEvent?, string, string?) Of(IcalEvent e)
    {
        var title = string.IsNullOrWhiteSpace(e.Summary) ? "…" : e.Summary.Trim();
        if (e.Uid is not { Length: > 0 } uid || e.DtStart is not { } start)
        {
            return (null, title, "event-times");
        }

        // A rule is kept in the bank's time. One of a zone with summer time would be an hour off for half of the year.
        if (e.RecurrenceRule is not null && start is { HasTime: true, IsFloating: false, TzId: not BankTime.Zone } && !IsBankTime(start))
        {
            return (null, title, "event-zone");
        }

        var allDay = !start.HasTime;
        var from = Recurrence.Ms(start);
        var to = e.DtEnd is { } end ? Recurrence.Ms(end) : from + (allDay ? TimeSpan.FromDays(1) : TimeSpan.FromTicks(Math.Max(e.EffectiveDuration.ToTimeSpanUnspecified().Ticks, TimeSpan.TicksPerMinute))).Milliseconds();
        int? remind = e.Alarms.Select(a => a.Trigger?.Duration).FirstOrDefault(d => d is not null) is { } before && before.ToTimeSpanUnspecified() is { Ticks: <= 0 } span ? (int)-span.TotalMinutes : null;
        var draft = new EventDraft(title, e.Location, e.Description, BankTime.At(from), BankTime.At(to), allDay, e.RecurrenceRule?.ToString(), remind, null, null);
        return (new IcsEvent(uid, e.RecurrenceIdentifier is { } id ? Recurrence.Ms(id.StartTime) : 0, draft, [.. e.ExceptionDates.GetAllDates().Select(Recurrence.Ms)]), title, null);
    }

    /// <summary>Whether a zone is the bank's by another name, as far as one moment of each half of the year tells.</summary>
    private static bool IsBankTime(CalDateTime start) => new[] { start, start.AddMonths(6) }.All(t => t.Value - t.AsUtc == BankTime.Local(0).TimeOfDay);

    private static long Milliseconds(this TimeSpan span) => (long)span.TotalMilliseconds;
}
