using Granary.Access.Contracts;
using Granary.Kernel;
using Granary.Kernel.Storage;
using Granary.Ocrm.Storage;
using Microsoft.Extensions.Logging;

namespace Granary.Ocrm.Calendar;

/// <summary>
/// Tells people of their events when they asked to be told. What is due is taken by moving its next time on, in one transaction under the rows'
/// locks, so of several nodes one tells; a process that dies before it has told leaves one notification out, and the event is in the calendar still.
/// </summary>
internal sealed class RemindOfEvents(OcrmDatabase database, INotices notices, OcrmLimits limits, TimeProvider clock, ILogger<RemindOfEvents> logger)
    : Worker(limits, clock, logger)
{
    protected override async Task TurnAsync(CancellationToken cancellation)
    {
        if (!await StepAsync(cancellation))
        {
            await RestAsync(Limits.RemindPoll, cancellation);
        }
    }

    /// <returns>False where nothing was due.</returns>
    public async Task<bool> StepAsync(CancellationToken cancellation)
    {
        var now = Clock.GetUtcNow().ToUnixTimeMilliseconds();
        // Looked at first without a transaction of our own: nearly always there is nothing.
        if ((await database.ReadAsync(session => session.QueryAsync("SELECT e.id FROM ocrm.event e WHERE e.remind_at > 0 AND e.remind_at <= @now LIMIT 1", r => r.GetInt64(0), ("now", now)), cancellation)).Count == 0)
        {
            return false;
        }

        var due = await database.WriteAsync(async session =>
        {
            var rows = await session.QueryAsync(
                $"SELECT {EventRow.Columns} FROM ocrm.event e WHERE e.remind_at > 0 AND e.remind_at <= @now ORDER BY e.remind_at, e.id LIMIT {Limits.RemindBatch} {session.ForUpdateOf("e", skipLocked: true)}",
                EventRow.Read, ("now", now));
            var replaced = await CalendarWindow.ReplacedAsync(session, [.. rows.Select(r => r.Id)]);
            foreach (var row in rows)
            {
                await session.ExecuteAsync("UPDATE ocrm.event SET remind_at = @next WHERE id = @id", ("next", Recurrence.NextReminder(row, [.. replaced[row.Id]], now)), ("id", row.Id));
            }

            return rows;
        }, cancellation);
        foreach (var row in due)
        {
            var starts = row.RemindAt + (long)TimeSpan.FromMinutes(row.Remind).TotalMilliseconds;
            await notices.TellAsync([row.Person], "event", new { title = row.Title, when = BankTime.Text(starts), place = row.Place }, $"/calendar?day={BankTime.Day(starts):yyyy-MM-dd}", cancellation);
        }

        return due.Count > 0;
    }
}
