using Granary.Kernel.Storage;

namespace Granary.Ocrm.Sending;

/// <summary>What a line says of the message that it had.</summary>
internal sealed record Told(string Line, DueMessage Message, Outcome Outcome);

/// <summary>
/// The writes of sending, each within a transaction of the book. A row is "sending" under the name of a line from before its first byte leaves
/// until the peer's word is committed. The process's own row in ocrm.sender is locked first, so whoever takes it for dead waits for this, or this
/// finds that it was taken for dead.
/// </summary>
/// <param name="name">Of this process on this channel; its lines are "name/1", "name/2" …</param>
internal sealed class SendingLedger(ChannelPlan plan, string name, OcrmLimits limits)
{
    public async Task HoldAsync(Session session, DateTimeOffset now)
    {
        (string, object?)[] values = [("name", name), ("channel", plan.Channel), ("until", (now + limits.SendingLease).ToUnixTimeMilliseconds())];
        await session.ExecuteAsync(
            "INSERT INTO ocrm.sender (name, channel, expires_at) VALUES (@name, @channel, @until) ON CONFLICT (name) DO UPDATE SET expires_at = excluded.expires_at", values);
    }

    /// <summary>Gives up the name; to be called when no line has anything.</summary>
    public Task ReleaseAsync(Session session) => session.ExecuteAsync("DELETE FROM ocrm.sender WHERE name = @name", ("name", name));

    /// <summary>
    /// Where a commit's outcome was lost, it may have marked messages that no line was ever given: these have not left.
    /// </summary>
    /// <param name="held">The messages that lines have.</param>
    public Task RequeueAsync(Session session, IReadOnlyCollection<long> held) => session.ExecuteAsync(
        $"UPDATE ocrm.outgoing SET state = CASE wish WHEN '' THEN 'queued' ELSE wish END, line = '', wish = '' WHERE channel = @channel AND state = 'sending' AND line >= @from AND line < @to{(held.Count == 0 ? "" : $" AND id NOT IN ({string.Join(", ", held)})")}",
        ("channel", plan.Channel), ("from", name + "/"), ("to", name + "0"));

    /// <summary>
    /// Writes the peers' words. A word that comes after the process was taken for dead still ends the doubt, unless somebody decided meanwhile.
    /// </summary>
    public async Task TellAsync(Session session, IReadOnlyList<Told> told, DateTimeOffset now)
    {
        foreach (var same in told.GroupBy(t => Final(t, now)))
        {
            var (outcome, at) = same.Key;
            var again = outcome.State == OutgoingState.Queued;
            await session.ExecuteAsync(
                $"""
                UPDATE ocrm.outgoing SET state = {(again ? "CASE wish WHEN '' THEN 'queued' ELSE wish END" : "@state")}, outcome = @code, at = @at, tries = tries + @tries, wish = ''
                FROM {"{rows}"} WHERE id = k.number AND line = k.taker AND state IN ('sending', 'in-doubt') AND decided_by = ''
                """,
                RowSet.Of("number", "taker", [.. same.Select(t => (t.Message.Id, t.Line))]),
                [("code", outcome.Code), ("at", at), ("tries", again ? 1L : 0L), .. again ? Array.Empty<(string, object?)>() : [("state", outcome.State)]]);
        }
    }

    /// <summary>Marks the oldest that are due as being sent, one for each of the lines at most; those that another process has at this moment are left to it.</summary>
    public async Task<IReadOnlyDictionary<string, DueMessage>> TakeAsync(Session session, IReadOnlyList<string> lines, DateTimeOffset now)
    {
        var at = now.ToUnixTimeMilliseconds();
        var due = await session.QueryAsync(
            $"SELECT o.id FROM ocrm.outgoing o WHERE o.channel = @channel AND o.state = 'queued' AND o.at <= @now ORDER BY o.at, o.id LIMIT @room {session.ForUpdateOf("o", skipLocked: true)}",
            r => r.GetInt64(0), ("channel", plan.Channel), ("now", at), ("room", (long)lines.Count));
        var taken = await session.QueryAsync(
            """
            UPDATE ocrm.outgoing SET state = 'sending', line = k.taker, outcome = '', at = @now,
                message_id = CASE WHEN message_id = '' THEN id || '.' || created_at || '.' || attempt || @suffix ELSE message_id END
            FROM {rows} WHERE id = k.number
            RETURNING line, id, message_id, address, subject, body, tries, party_id, created_at
            """,
            RowSet.Of("number", "taker", [.. due.Zip(lines)]),
            r => (Line: r.GetString(0), Message: new DueMessage(r.GetInt64(1), r.GetString(2), r.GetString(3), r.GetString(4), r.GetString(5), r.GetInt64(6), now + limits.SendingLease, r.GetInt64(7), r.GetInt64(8))),
            ("now", at), ("suffix", plan.Suffix));
        return taken.ToDictionary(t => t.Line, t => t.Message, StringComparer.Ordinal);
    }

    /// <summary>How many are due, as far as one cares.</summary>
    public async Task<int> DueAsync(Session session, int most, DateTimeOffset now) => (await session.QueryAsync(
        "SELECT o.id FROM ocrm.outgoing o WHERE o.channel = @channel AND o.state = 'queued' AND o.at <= @now ORDER BY o.at, o.id LIMIT @most",
        r => r.GetInt64(0), ("channel", plan.Channel), ("now", now.ToUnixTimeMilliseconds()), ("most", (long)most))).Count;

    /// <summary>When a message that came back is tried again; one that came back too often is refused.</summary>
    private (Outcome Outcome, long At) Final(Told told, DateTimeOffset now)
    {
        if (told.Outcome.State != OutgoingState.Queued)
        {
            return (told.Outcome with { Pause = false }, now.ToUnixTimeMilliseconds());
        }

        if (told.Message.Tries + 1 >= limits.SendingTries)
        {
            return (new Outcome(OutgoingState.Refused, told.Outcome.Code), now.ToUnixTimeMilliseconds());
        }

        var wait = Math.Min(limits.SendingRetryMost.TotalMilliseconds, limits.SendingRetry.TotalMilliseconds * Math.Pow(2, Math.Min(told.Message.Tries, 30)));
        return (told.Outcome with { Pause = false }, now.ToUnixTimeMilliseconds() + (long)wait);
    }
}
