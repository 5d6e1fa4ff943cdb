using Granary.Kernel.Storage;

namespace Granary.Ocrm.Consents;

/// <summary>
/// The one question before every send: may something be sent for a purpose, over a channel, to a party, in a legal entity, now? Asked in
/// the transaction that writes the send. The consent's row is locked until that transaction ends, so a withdrawal either comes before it,
/// and the answer is no, or waits for it, and holds for the next.
/// </summary>
internal static class MaySend
{
    /// <param name="session">A transaction that writes: the send's own.</param>
    /// <param name="party">The party as it is now, not one that was merged into another.</param>
    /// <returns>False where nothing was ever said: what is not on is off.</returns>
    public static async Task<bool> AskAsync(Session session, long party, string entity, string purpose, string channel) =>
        (await AskAsync(session, [(party, entity)], purpose, channel)).Count > 0;

    /// <summary>The same of many at once.</summary>
    /// <returns>Those to whom it may be sent.</returns>
    public static async Task<IReadOnlySet<(long Party, string Entity)>> AskAsync(Session session, IEnumerable<(long Party, string Entity)> parties, string purpose, string channel)
    {
        if (!session.Writes)
        {
            throw new ArgumentException("Whether something may be sent is asked in the transaction that sends it.", nameof(session));
        }

        // The last word counts: where two customers became one, what either withdrew later ends what the other had given before. Locked in
        // order, so that two who ask of the same do not wait for each other.
        return (await session.QueryAsync(
            $"""
            SELECT e.party_id, e.entity FROM {"{rows}"} CROSS JOIN ocrm.consent e
            WHERE e.party_id = k.party AND e.entity = k.entity AND e.purpose = @purpose AND e.channel = @channel AND e.withdrawn_at = 0
              AND NOT EXISTS (SELECT 1 FROM ocrm.consent w WHERE w.party_id = e.party_id AND w.entity = e.entity AND w.purpose = e.purpose AND w.channel = e.channel AND w.withdrawn_at >= e.given_at)
            ORDER BY e.id {session.ForUpdateOf("e")}
            """,
            RowSet.Of("party", "entity", [.. parties.Distinct()]), r => (r.GetInt64(0), r.GetString(1)), ("purpose", purpose), ("channel", channel))).ToHashSet();
    }
}
