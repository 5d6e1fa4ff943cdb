using Granary.Kernel;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using IcalEvent = Ical.Net.CalendarComponents.CalendarEvent;

namespace Granary.Ocrm.Calendar;

/// <summary>Events as an iCalendar text (RFC 5545): what other calendars read.</summary>
internal static class IcsText
{
    /// <param name="stamp">When the text was written.</param>
    public static string Of(IEnumerable<EventRow> rows, DateTimeOffset stamp)
    {
        var calendar = new Ical.Net.Calendar { ProductId = "-//Granary//Calendar//EN", Method = "PUBLISH" };
        // No summer time since 1991, so one observance says the zone whole, also to a program that has no zone of that name.
        calendar.TimeZones.Add(new VTimeZone(BankTime.Zone)
        {
            TimeZoneInfos =
            {
                new VTimeZoneInfo { Name = "STANDARD", OffsetFrom = new UtcOffset("+0800"), OffsetTo = new UtcOffset("+0800"), TimeZoneName = "CST", Start = new CalDateTime(new DateOnly(1992, 1, 1), TimeOnly.MinValue) },
            },
        });
        foreach (var row in rows)
        {
            calendar.Events.Add(Event(row, stamp));
        }

        return new CalendarSerializer().SerializeToString(calendar) ?? "";
    }

    private static IcalEvent Event(EventRow row, DateTimeOffset stamp)
    {
        var e = new IcalEvent
        {
            Uid = row.Uid, Summary = row.Title, Location = row.Place.Length == 0 ? null : row.Place, Description = row.Note.Length == 0 ? null : row.Note,
            DtStamp = new CalDateTime(stamp.UtcDateTime), DtStart = Recurrence.At(row.Starts, row.AllDay), DtEnd = Recurrence.At(row.Ends, row.AllDay), Sequence = (int)Math.Min(row.Version, int.MaxValue),
        };
        if (row.Recurs)
        {
            e.RecurrenceRule = new RecurrenceRule(row.Rule);
            foreach (var at in row.Except)
            {
                e.ExceptionDates.Add(Recurrence.At(at, row.AllDay));
            }
        }

        if (row.Series > 0)
        {
            e.RecurrenceIdentifier = new RecurrenceIdentifier(Recurrence.At(row.Original, row.AllDay));
        }

        if (row.Remind >= 0)
        {
            e.Alarms.Add(new Alarm { Action = "DISPLAY", Description = row.Title, Trigger = new Trigger(Duration.FromMinutes(-row.Remind)) });
        }

        return e;
    }
}
