using Granary.Access.Contracts;
using Granary.Kernel.Storage;

namespace Granary.Ocrm.Holdings;

/// <summary>What each customer has in each legal entity, beside the customer, so that lists filter and sort by it.</summary>
internal static class HoldingSums
{
    /// <summary>Sums of the parties' rows anew; to be called in the transaction that changed their holdings, links or rows.</summary>
    public static Task WriteAsync(Session session, IReadOnlyCollection<long> parties) => session.ExecuteAsync(
        $"""
        UPDATE ocrm.customer AS c SET deposits = {SumOf("deposit")}, loans = {SumOf("loan")}, wealth = {SumOf("wealth")}
        WHERE c.party_id IN (SELECT k.id FROM {"{rows}"}) AND c.party_id <> 0
        """, RowSet.Of("id", [.. parties.Where(p => p != 0)]));

    /// <summary>Gives the accounts of source records to the party that the records belong to now.</summary>
    public static async Task RelinkAsync(Session session, IReadOnlyList<(string System, string Key, long Party)> keys)
    {
        foreach (var key in keys)
        {
            await session.ExecuteAsync("UPDATE ocrm.holding SET party_id = @party WHERE system = @system AND key = @key AND party_id <> @party",
                ("party", key.Party), ("system", key.System), ("key", key.Key));
            await PlaceAsync(session, key);
        }
    }

    /// <summary>A report without a branch had no place while nothing was known of its customer.</summary>
    private static async Task PlaceAsync(Session session, (string System, string Key, long Party) key)
    {
        var homes = await session.QueryAsync("SELECT c.unit FROM ocrm.customer c WHERE c.party_id = @party AND c.main = 1", r => r.GetString(0), ("party", key.Party));
        if (homes is [var unit])
        {
            await session.ExecuteAsync("UPDATE ocrm.holding SET unit = @unit, entity = @entity WHERE system = @system AND key = @key AND unit = ''",
                ("unit", unit), ("entity", UnitCode.EntityOf(unit)), ("system", key.System), ("key", key.Key));
        }
    }

    private static string SumOf(string kind) =>
        $"(SELECT COALESCE(SUM(h.balance), 0) FROM ocrm.holding h WHERE h.party_id = c.party_id AND h.entity = c.entity AND h.kind = '{kind}' AND {Holding.Counts})";
}
