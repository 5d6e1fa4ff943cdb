using Granary.Kernel.Storage;

namespace Granary.Ocrm.Holdings;

/// <summary>What each customer has in each legal entity, beside the customer, so that lists filter and sort by it.</summary>
internal static class HoldingSums
{
    /// <summary>Sums of the parties' rows anew; to be called in the transaction that changed their holdings, links or rows.</summary>
    public static async Task WriteAsync(Session session, IReadOnlyCollection<long> parties)
    {
        var summed = RowSet.Of("id", [.. parties.Where(p => p != 0)]);
        // The rows are locked by a statement of its own: who waited for them sums what the other transaction wrote, too.
        await session.QueryAsync(
            $"SELECT c.party_id FROM {"{rows}"} CROSS JOIN ocrm.customer c WHERE c.party_id = k.id ORDER BY c.party_id, c.entity {session.ForUpdateOf("c")}", summed, r => r.GetInt64(0));
        await session.ExecuteAsync(
            $"""
            UPDATE ocrm.customer AS c SET deposits = {SumOf("deposit")}, loans = {SumOf("loan")}, wealth = {SumOf("wealth")}
            WHERE c.party_id IN (SELECT k.id FROM {"{rows}"})
            """, summed);
    }

    /// <summary>Gives the accounts of source records to the party that the records belong to now, and a place where they had none: a report without a branch, of nobody known.</summary>
    public static async Task RelinkAsync(Session session, IReadOnlyCollection<(string System, string Key)> keys)
    {
        var moved = RowSet.Of("system", "key", keys);
        const string Of = "h.system = k.system AND h.key = k.key AND s.system = k.system AND s.key = k.key AND s.until = 0";
        await session.ExecuteAsync($"UPDATE ocrm.holding AS h SET party_id = s.party_id FROM {"{rows}"} CROSS JOIN ocrm.source_key s WHERE {Of} AND h.party_id <> s.party_id", moved);
        await session.ExecuteAsync(
            $"UPDATE ocrm.holding AS h SET unit = c.unit, entity = c.entity FROM {"{rows}"} CROSS JOIN ocrm.source_key s JOIN ocrm.customer c ON c.party_id = s.party_id AND c.main = 1 WHERE {Of} AND h.unit = ''", moved);
    }

    private static string SumOf(string kind) =>
        $"(SELECT COALESCE(SUM(h.balance), 0) FROM ocrm.holding h WHERE h.party_id = c.party_id AND h.entity = c.entity AND h.kind = '{kind}' AND {Holding.Counts})";
}
