using Granary.Access.Contracts;
using Granary.Kernel.Storage;

namespace Granary.Ocrm.Calendar;

/// <summary>One event on one day.</summary>
/// <param name="At">By which an occurrence of a series is named: when it was to begin, before anybody moved it.</param>
internal sealed record Occurrence(EventRow Event, bool Recurs, long At, long Starts, long Ends);

/// <summary>What is in calendars between two moments.</summary>
internal static class CalendarWindow
{
    /// <summary>What somebody has or is invited to and has not declined.</summary>
    public static IReadOnlyList<SqlCondition> Of(string person)
    {
        (string, object?)[] who = [("who", person)];
        const string Asked = "(SELECT g.event_id FROM ocrm.event_guest g WHERE g.person = @who AND g.answer <> 'declined')";
        return [new("e.person = @who", who), new($"e.id IN {Asked}", who), new($"e.series_id IN {Asked}", who)];
    }

    /// <summary>The occurrences that lie in a window, at least in part, by their start.</summary>
    /// <param name="any">An event is meant where one of these holds.</param>
    public static async Task<List<Occurrence>> ReadAsync(Session session, IReadOnlyList<SqlCondition> any, long from, long to, OcrmLimits limits)
    {
        var rows = new Dictionary<long, EventRow>();
        foreach (var condition in any)
        {
            (string, object?)[] parameters = [.. condition.Parameters, ("since", from - (long)limits.EventLength.TotalMilliseconds), ("from", from), ("to", to)];
            foreach (var part in new[] { "e.recurs = 0 AND e.starts_at >= @since AND e.starts_at < @to AND e.ends_at > @from", "e.recurs = 1 AND e.starts_at < @to AND e.until_at > @from" })
            {
                foreach (var row in await session.QueryAsync($"SELECT {EventRow.Columns} FROM ocrm.event e WHERE {condition.Sql} AND {part} ORDER BY e.starts_at LIMIT {limits.CalendarEvents}", EventRow.Read, parameters))
                {
                    rows[row.Id] = row;
                }
            }
        }

        var replaced = await ReplacedAsync(session, [.. rows.Values.Where(r => r.Recurs).Select(r => r.Id)]);
        return [.. rows.Values
            .SelectMany(row => row.Recurs
                ? Recurrence.Starts(row, [.. replaced[row.Id]], from - row.Length + 1).TakeWhile(start => start < to).Select(start => new Occurrence(row, true, start, start, start + row.Length))
                : [new Occurrence(row, row.Series > 0, row.Series > 0 ? row.Original : row.Starts, row.Starts, row.Ends)])
            .OrderBy(o => o.Starts).ThenBy(o => o.Event.Id)
            .Take(limits.CalendarEvents)];
    }

    /// <summary>Series → the starts of occurrences that another row stands for.</summary>
    public static async Task<ILookup<long, long>> ReplacedAsync(Session session, IReadOnlyCollection<long> series) => (await session.QueryAsync(
        "SELECT e.series_id, e.original_at FROM {rows} CROSS JOIN ocrm.event e WHERE e.series_id = k.id", RowSet.Of("id", series), r => (Series: r.GetInt64(0), At: r.GetInt64(1)))).ToLookup(r => r.Series, r => r.At);
}
