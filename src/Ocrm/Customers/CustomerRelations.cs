using Granary.Ecif.Contracts;
using Granary.Kernel.Storage;

namespace Granary.Ocrm.Customers;

/// <summary>Keeps whom customers' systems name as related, and finds a customer's circle from every side of it.</summary>
internal static class CustomerRelations
{
    /// <summary>What the relative is to whoever names them makes these two live in one household.</summary>
    public static bool IsFamily(string relation) => relation is "spouse" or "parent" or "child";

    /// <summary>These make a group of companies and the people behind them.</summary>
    public static bool IsGroup(string relation) => relation is "legalrep" or "shareholder";

    public static async Task WriteAsync(Session session, IReadOnlyCollection<long> parties, IReadOnlyList<PartyRelation> relations)
    {
        await session.ExecuteAsync("DELETE FROM ocrm.relation WHERE party_id IN (SELECT k.id FROM {rows})", RowSet.Of("id", parties));
        await session.InsertAsync(Insert, relations);
    }

    /// <summary>The heir is now whom others named.</summary>
    public static async Task MergeAsync(Session session, long merged, long heir)
    {
        await session.ExecuteAsync(
            "DELETE FROM ocrm.relation WHERE relative_id = @merged AND (party_id = @heir OR EXISTS (SELECT 1 FROM ocrm.relation h WHERE h.party_id = ocrm.relation.party_id AND h.relation = ocrm.relation.relation AND h.relative_id = @heir))",
            ("merged", merged), ("heir", heir));
        await session.ExecuteAsync("UPDATE ocrm.relation SET relative_id = @heir WHERE relative_id = @merged", ("merged", merged), ("heir", heir));
    }

    /// <summary>All ties that begin or end at one of the parties.</summary>
    public static Task<List<PartyRelation>> OfAsync(Session session, IReadOnlyCollection<long> parties) => session.QueryAsync(
        """
        SELECT r.party_id, r.relation, r.relative_id FROM {rows} CROSS JOIN ocrm.relation r WHERE r.party_id = k.id
        UNION SELECT r.party_id, r.relation, r.relative_id FROM {rows} CROSS JOIN ocrm.relation r WHERE r.relative_id = k.id
        """, RowSet.Of("id", parties), r => new PartyRelation(r.GetInt64(0), r.GetString(1), r.GetInt64(2)));

    private static readonly Insert<PartyRelation> Insert = new("ocrm.relation", "ON CONFLICT (party_id, relation, relative_id) DO NOTHING",
        new("party_id", ColumnType.Long, r => r.Party),
        new("relation", ColumnType.Text, r => r.Relation),
        new("relative_id", ColumnType.Long, r => r.Relative));
}
