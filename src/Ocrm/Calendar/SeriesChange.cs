using Granary.Kernel.Storage;

namespace Granary.Ocrm.Calendar;

/// <summary>What a change does to the rows of a series: its own, and those that stand in place of single occurrences.</summary>
internal static class SeriesChange
{
    /// <summary>Puts a row in place of one occurrence.</summary>
    /// <returns>The row that has the guests: the series.</returns>
    public static async Task<long> OneAsync(Session session, EventRow series, EventRow changed, long at, long now)
    {
        var there = await ReplacementsAsync(session, series.Id);
        var row = (changed with { Rule = "", Except = [], Series = series.Id, Original = at }).Settled(now, []);
        if (there.Find(r => r.Original == at) is { } known)
        {
            await (row with { Id = known.Id }).UpdateAsync(session);
        }
        else
        {
            await (row with { Created = now }).InsertAsync(session);
        }

        await series.Settled(now, [.. there.Select(r => r.Original), at]).UpdateAsync(session);
        return series.Id;
    }

    /// <summary>Ends the series before an occurrence and begins another there.</summary>
    /// <returns>The new series.</returns>
    public static async Task<long> FollowingAsync(Session session, EventRow series, EventRow changed, long at, long now)
    {
        var rest = changed.Rule == series.Rule ? Recurrence.From(series.Rule, series.Starts, series.AllDay, at) : changed.Rule;
        var next = Realigned(changed with { Rule = rest, Except = [.. series.Except.Where(e => e >= at)], Uid = $"{Guid.CreateVersion7():N}@granary", Created = now }, at);
        var there = (await ReplacementsAsync(session, series.Id)).FindAll(r => r.Original >= at);
        var id = await next.InsertAsync(session);
        await session.ExecuteAsync("INSERT INTO ocrm.event_guest (event_id, person, answer) SELECT @next, g.person, g.answer FROM ocrm.event_guest g WHERE g.event_id = @series", ("next", id), ("series", series.Id));
        await session.ExecuteAsync("UPDATE ocrm.event SET series_id = @next, uid = @uid WHERE series_id = @series AND original_at >= @at", ("next", id), ("uid", next.Uid), ("series", series.Id), ("at", at));
        await MoveAsync(session, there, next, at, now);
        await (next with { Id = id }).Settled(now, [.. (await ReplacementsAsync(session, id)).Select(r => r.Original)]).UpdateAsync(session);
        await EndAsync(session, series, at, now);
        return id;
    }

    /// <summary>Changes the whole series by what was done to one of its occurrences: it moves as far as that one was moved.</summary>
    public static async Task<long> AllAsync(Session session, EventRow series, EventRow changed, long at, long now)
    {
        var moved = series.Recurs ? changed.Starts - at : 0;
        var whole = series.Recurs ? changed with { Starts = series.Starts + moved, Ends = series.Starts + moved + changed.Length } : changed;
        // A series that begins elsewhere may fall elsewhere too: of "every Monday" moved to a Tuesday the rule must say Tuesday, and the caller says it.
        if (whole.Recurs && Recurrence.Starts(whole.Starts, whole.AllDay, whole.Rule, whole.Starts).FirstOrDefault(whole.Starts) is var first && first != whole.Starts)
        {
            whole = whole with { Starts = first, Ends = first + whole.Length };
        }

        whole = Realigned(whole, series.Starts);
        await MoveAsync(session, await ReplacementsAsync(session, series.Id), whole, series.Starts, now);
        await whole.Settled(now, [.. (await ReplacementsAsync(session, series.Id)).Select(r => r.Original)]).UpdateAsync(session);
        return series.Id;
    }

    /// <summary>Ends the series before an occurrence.</summary>
    public static async Task EndAsync(Session session, EventRow series, long at, long now)
    {
        await session.ExecuteAsync("DELETE FROM ocrm.event WHERE series_id = @series AND original_at >= @at", ("series", series.Id), ("at", at));
        var ended = series with { Rule = Recurrence.Before(series.Rule, at, series.AllDay), Except = [.. series.Except.Where(e => e < at)] };
        await ended.Settled(now, [.. (await ReplacementsAsync(session, series.Id)).Select(r => r.Original)]).UpdateAsync(session);
    }

    public static async Task TakeOutAsync(Session session, EventRow series, long at, long now)
    {
        await session.ExecuteAsync("DELETE FROM ocrm.event WHERE series_id = @series AND original_at = @at", ("series", series.Id), ("at", at));
        await (series with { Except = [.. series.Except.Append(at).Distinct().Order()] }).Settled(now, [.. (await ReplacementsAsync(session, series.Id)).Select(r => r.Original)]).UpdateAsync(session);
    }

    public static async Task RemoveAsync(Session session, EventRow row)
    {
        await session.ExecuteAsync("DELETE FROM ocrm.event_guest WHERE event_id = @id", ("id", row.Id));
        await session.ExecuteAsync("DELETE FROM ocrm.event WHERE id = @id OR series_id = @id", ("id", row.Id));
    }

    /// <summary>A series with what was taken out of it moved as far as its start was; what no longer falls anywhere is forgotten.</summary>
    private static EventRow Realigned(EventRow row, long before) => row with
    {
        Except = row.Recurs ? [.. row.Except.Select(e => e + row.Starts - before).Where(e => Falls(row, e))] : [],
    };

    private static async Task MoveAsync(Session session, List<EventRow> replacements, EventRow series, long before, long now)
    {
        var moved = series.Starts - before;
        // The last first where they move on, so that none takes a place that another still has.
        foreach (var row in moved > 0 ? replacements.OrderByDescending(r => r.Original) : replacements.OrderBy(r => r.Original))
        {
            var original = row.Original + moved;
            if (series.Recurs && Falls(series, original))
            {
                // What stands apart moves along, or "all, an hour later" would leave it behind.
                await (row with { Original = original, Starts = row.Starts + moved, Ends = row.Ends + moved }).Settled(now, []).UpdateAsync(session);
            }
            else
            {
                await session.ExecuteAsync("DELETE FROM ocrm.event WHERE id = @id", ("id", row.Id));
            }
        }
    }

    private static bool Falls(EventRow series, long at) => Recurrence.Starts(series.Starts, series.AllDay, series.Rule, at).FirstOrDefault() == at;

    private static Task<List<EventRow>> ReplacementsAsync(Session session, long series) =>
        session.QueryAsync($"SELECT {EventRow.Columns} FROM ocrm.event e WHERE e.series_id = @series ORDER BY e.original_at", EventRow.Read, ("series", series));
}
