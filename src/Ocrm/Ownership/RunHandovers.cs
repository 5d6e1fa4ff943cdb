using Granary.Kernel;
using Granary.Kernel.Auditing;
using Granary.Kernel.Storage;
using Granary.Ocrm.Holdings;
using Granary.Ocrm.Storage;
using Microsoft.Extensions.Logging;

namespace Granary.Ocrm.Ownership;

/// <summary>
/// Carries out approved handovers on their day and takes undone ones back, some thousand customers a transaction, so that nobody who writes
/// beside it waits long; it may die at any moment, and the next look goes on. Also ends what old managers may read on.
/// </summary>
internal sealed class RunHandovers(OcrmDatabase database, IEnumerable<HandoverRows> tables, OcrmLimits limits, TimeProvider clock, ILogger<RunHandovers> logger)
    : Worker(limits, clock, logger)
{
    /// <summary>Who does it, in the audit.</summary>
    private const string Who = "granary";

    protected override async Task TurnAsync(CancellationToken cancellation)
    {
        if (!await StepAsync(cancellation))
        {
            await RestAsync(Limits.HandoverPoll, cancellation);
        }
    }

    /// <summary>One transaction's worth. The handover's row is its lock: of several nodes one carries it out at a time.</summary>
    /// <returns>False where there was nothing to do.</returns>
    public async Task<bool> StepAsync(CancellationToken cancellation)
    {
        var today = BankTime.Number(BankTime.Today(Clock));
        var due = await database.ReadAsync(session => session.QueryAsync(
            $"SELECT {Handover.Columns} FROM ocrm.handover h WHERE h.state IN ('running', 'undoing') OR (h.state = 'approved' AND h.effective_on <= @today) ORDER BY h.id LIMIT 1",
            Handover.Read, ("today", today)), cancellation);
        return due is [var handover]
            ? await database.WriteAsync(session => MoveAsync(session, handover.Id), cancellation)
            : await EndReadingAsync(today, cancellation);
    }

    private async Task<bool> EndReadingAsync(int today, CancellationToken cancellation)
    {
        const string Ended = "SELECT o.party_id, o.entity FROM ocrm.owner o WHERE o.former_until > 0 AND o.former_until <= @yesterday ORDER BY o.former_until LIMIT";
        // Looked at first without a transaction of our own: nearly always there is nothing.
        return (await database.ReadAsync(session => session.QueryAsync($"{Ended} 1", r => r.GetInt64(0), ("yesterday", today - 1)), cancellation)).Count > 0
            && await database.WriteAsync(session => session.ExecuteAsync(
                // The date is asked of the row as well: who got another reader while this waited for the row keeps them.
                $"UPDATE ocrm.owner SET former = '', former_until = 0 WHERE former_until > 0 AND former_until <= @yesterday AND (party_id, entity) IN ({Ended} {Limits.HandoverBatch})",
                ("yesterday", today - 1)), cancellation) > 0;
    }

    private async Task<bool> MoveAsync(Session session, long id)
    {
        if (await Handover.FindAsync(session, id, "approved", "running", "undoing") is not { } handover)
        {
            return true;
        }

        var back = handover.State == "undoing";
        var batch = await session.QueryAsync(
            $"SELECT m.customer_id, m.previous FROM ocrm.handover_customer m WHERE m.handover_id = @id AND m.moved = @moved ORDER BY m.customer_id LIMIT {Limits.HandoverBatch}",
            r => (Customer: r.GetInt64(0), Previous: r.GetString(1)), ("id", id), ("moved", back ? (short)1 : (short)0));
        var now = Clock.GetUtcNow().ToUnixTimeMilliseconds();
        if (batch.Count == 0)
        {
            await Handover.SetAsync(session, id, back ? "undone" : "done", now);
            await AuditTrail.AppendAsync(session, "ocrm", now, new AuditEntry(Who, "", back ? "handover.undone" : "handover.done", $"handover/{id}", handover.Note, handover.From, handover.To));
            return true;
        }

        if (handover.State == "approved")
        {
            await Handover.SetAsync(session, id, "running");
        }

        // The batch brings whose they were: a hundred thousand rows just written are unknown to the planner, so nothing is joined to them.
        var rows = RowSet.Of("id", "previous", batch);
        // The owners are locked by a statement of its own: who gets another manager meanwhile is left alone by each of the statements below.
        await session.QueryAsync($"SELECT c.id FROM {"{rows}"} CROSS JOIN {OwnerRow.ToLock} WHERE c.id = k.id ORDER BY c.id {session.ForUpdateOf("o")}", rows, r => r.GetInt64(0));
        await OpenRowsAsync(session, handover, rows, back);
        await (back ? TakeBackAsync(session, handover, rows) : GiveAsync(session, handover, rows, now));
        await Assistants.SettleAsync(session, [.. batch.Select(b => b.Customer)]);
        Crash.At("mid-handover");
        await session.ExecuteAsync("UPDATE ocrm.handover_customer SET moved = moved + 1 WHERE handover_id = @id AND moved = @moved AND customer_id <= @last",
            ("moved", back ? (short)1 : (short)0), ("id", id), ("last", batch[^1].Customer));
        return true;
    }

    /// <summary>Whose the customer was when it was proposed, or still is nobody's: who got another manager meanwhile keeps them.</summary>
    private static async Task GiveAsync(Session session, Handover handover, RowSet rows, long now)
    {
        (string, object?)[] parameters = [("to", handover.To), ("reads", handover.ReadsUntil), ("at", now), ("ref", $"handover/{handover.Id}")];
        await session.ExecuteAsync(
            $"""
            INSERT INTO ocrm.activity (party_id, recorded_for, entity, unit, person, at, kind, subject, detail, ref)
            SELECT c.party_id, c.party_id, c.entity, c.unit, @to, @at, 'handover', '', '{"{}"}', @ref FROM {"{rows}"} CROSS JOIN ocrm.customer c {OwnerRow.OfCustomer} WHERE c.id = k.id AND o.manager = k.previous
            """, rows, parameters);
        await session.ExecuteAsync(
            """
            UPDATE ocrm.owner AS o SET manager = @to, claimed_at = 0, version = o.version + 1,
                former = CASE WHEN @reads = 0 THEN '' ELSE manager END, former_until = CASE WHEN @reads = 0 OR manager = '' THEN 0 ELSE @reads END
            FROM {rows} CROSS JOIN ocrm.customer c WHERE c.id = k.id AND o.party_id = c.party_id AND o.entity = c.entity AND o.manager = k.previous
            """, rows, parameters);
    }

    /// <summary>Who still is with the one who got them goes back.</summary>
    private static Task TakeBackAsync(Session session, Handover handover, RowSet rows) => session.ExecuteAsync(
        """
        UPDATE ocrm.owner AS o SET manager = k.previous, former = '', former_until = 0, version = o.version + 1
        FROM {rows} CROSS JOIN ocrm.customer c WHERE c.id = k.id AND o.party_id = c.party_id AND o.entity = c.entity AND o.manager = @to
        """, rows, ("to", handover.To));

    /// <summary>What is still to be done goes with the customers: before they go, so that what is whose can be told.</summary>
    private async Task OpenRowsAsync(Session session, Handover handover, RowSet rows, bool back)
    {
        foreach (var table in tables)
        {
            var (from, to) = back ? ("@to", "k.previous") : ("k.previous", "@to");
            await session.ExecuteAsync(
                $"""
                UPDATE {table.Table} AS t SET {table.PersonColumn} = {to} FROM {"{rows}"} CROSS JOIN ocrm.customer c {OwnerRow.OfCustomer}
                WHERE c.id = k.id AND o.manager = {from} AND t.party_id = c.party_id AND t.entity = c.entity AND t.entity = @entity AND {table.Open} AND t.{table.PersonColumn} = {from}
                """, rows, ("to", handover.To), ("entity", handover.Entity));
        }
    }
}
