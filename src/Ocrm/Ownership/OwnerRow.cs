using Granary.Kernel.Storage;

namespace Granary.Ocrm.Ownership;

/// <summary>Whose a customer is in a legal entity: what customer management alone knows, beside what ECIF says (docs/decisions/0018).</summary>
internal sealed record OwnerRow(long Party, string Entity, string Manager)
{
    /// <summary>
    /// Puts the owner (o) beside a customer (c), as SQL. Every customer has one: the join is an outer one so that PostgreSQL leaves it out
    /// where nothing is asked of the owner.
    /// </summary>
    public const string OfCustomer = $"LEFT {Join}";

    /// <summary>Customers (c) with their owners (o), as SQL.</summary>
    public const string Customers = $"ocrm.customer c {OfCustomer}";

    /// <summary>The same where owners are locked until the transaction ends: of what an outer join brings, PostgreSQL locks nothing.</summary>
    public const string ToLock = $"ocrm.customer c {Join}";

    private const string Join = "JOIN ocrm.owner o ON o.party_id = c.party_id AND o.entity = c.entity";

    /// <summary>The version of a customer with their owner: it grows with every change of either.</summary>
    public const string Version = "(c.version + o.version)";

    public static readonly Insert<OwnerRow> Insert = new("ocrm.owner", "",
        new("party_id", ColumnType.Long, o => o.Party), new("entity", ColumnType.Text, o => o.Entity), new("manager", ColumnType.Text, o => o.Manager));

    /// <summary>Makes owners of customers that are new, nobody's, and takes away those of customers that are gone.</summary>
    /// <param name="parties">Column id: those whose customers were written.</param>
    public static async Task FollowAsync(Session session, RowSet parties)
    {
        await session.ExecuteAsync(
            "INSERT INTO ocrm.owner (party_id, entity) SELECT c.party_id, c.entity FROM {rows} CROSS JOIN ocrm.customer c WHERE c.party_id = k.id ON CONFLICT (party_id, entity) DO NOTHING", parties);
        await session.ExecuteAsync(
            """
            DELETE FROM ocrm.owner WHERE party_id IN (SELECT k.id FROM {rows})
                AND NOT EXISTS (SELECT 1 FROM ocrm.customer c WHERE c.party_id = ocrm.owner.party_id AND c.entity = ocrm.owner.entity)
            """, parties);
    }

    /// <returns>False where the customer is somebody's already.</returns>
    public static async Task<bool> GiveAsync(Session session, long party, string entity, string manager) => await session.ExecuteAsync(
        "UPDATE ocrm.owner SET manager = @manager, version = version + 1 WHERE party_id = @party AND entity = @entity AND manager = ''",
        ("manager", manager), ("party", party), ("entity", entity)) > 0;
}
