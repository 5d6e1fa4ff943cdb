using Granary.Kernel.Storage;
using Granary.Ocrm.Ownership;

namespace Granary.Ocrm.Campaigns;

/// <summary>The customer of a target as they are now.</summary>
/// <param name="Manager">Whose customer they are; '' nobody's.</param>
/// <param name="Assets">Deposits and wealth, in fen.</param>
/// <param name="QuietUntil">yyyymmdd; 0 for no such wish.</param>
internal sealed record TargetCustomer(long Customer, string Name, string Kind, string Document, string Mobile, bool Active, string Unit, string Manager, long Assets, int QuietUntil)
{
    public static async Task<IReadOnlyDictionary<(long Party, string Entity), TargetCustomer>> OfAsync(Session session, IEnumerable<Target> targets) => (await session.QueryAsync(
        $"""
        SELECT c.party_id, c.entity, c.id, c.name, c.kind, c.document, c.mobile, c.status, c.unit, o.manager, c.deposits + c.wealth, COALESCE(w.quiet_until, 0)
        FROM {"{rows}"} CROSS JOIN {OwnerRow.Customers} LEFT JOIN ocrm.wish w ON w.party_id = c.party_id AND w.entity = c.entity WHERE c.party_id = k.party AND c.entity = k.entity
        """,
        RowSet.Of("party", "entity", [.. targets.Select(t => (t.Party, t.Entity)).Distinct()]),
        r => (Of: (r.GetInt64(0), r.GetString(1)), Is: new TargetCustomer(r.GetInt64(2), r.GetString(3), r.GetString(4), r.GetString(5), r.GetString(6), r.GetString(7) == "active", r.GetString(8), r.GetString(9), r.GetInt64(10), r.GetInt32(11)))))
        .ToDictionary(c => c.Of, c => c.Is);
}
