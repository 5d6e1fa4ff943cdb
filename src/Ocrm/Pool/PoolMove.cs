using Granary.Access.Contracts;
using Granary.Kernel.Auditing;
using Granary.Kernel.Storage;
using Granary.Ocrm.Activities;
using Granary.Ocrm.Customers;
using Granary.Ocrm.Ownership;

namespace Granary.Ocrm.Pool;

/// <summary>A customer who leaves the pool or comes back to it.</summary>
/// <param name="Id">Of the customer's row in the legal entity.</param>
/// <param name="Person">Whose the customer is from now on, or was.</param>
internal sealed record PoolMove(long Id, long Party, string Number, string Entity, string Unit, string Person)
{
    public const string Claimed = "claimed";
    public const string Returned = "returned";
    public const string Expired = "expired";

    public const string Columns = "c.id, c.party_id, c.number, c.entity, c.unit, o.manager";

    public static PartyRows Rows { get; } = new("ocrm.pool_move", "pool_move") { Asked = "1 = 0" };

    public static PoolMove Read(System.Data.Common.DbDataReader r) => new(r.GetInt64(0), r.GetInt64(1), r.GetString(2), r.GetString(3), r.GetString(4), r.GetString(5));

    /// <summary>Changes whose they are, and writes down what happened: for the timeline, the audit, and the rule that nobody takes back at once whom they gave away.</summary>
    /// <param name="who">As the audit names who did it, and from where.</param>
    public static async Task WriteAsync(Session session, IReadOnlyList<PoolMove> moves, string kind, string reason, (string Name, string From) who, long at)
    {
        if (moves.Count == 0)
        {
            return;
        }

        var (ids, leaves) = (RowSet.Of("id", [.. moves.Select(m => m.Id)]), kind == Claimed);
        await session.ExecuteAsync(
            $"""
            UPDATE ocrm.owner AS o SET manager = {(leaves ? "@person" : "''")}, claimed_at = @at, version = o.version + 1
            FROM {"{rows}"} CROSS JOIN ocrm.customer c WHERE c.id = k.id AND o.party_id = c.party_id AND o.entity = c.entity
            """,
            ids, ("person", moves[0].Person), ("at", leaves ? at : 0L));
        if (!leaves)
        {
            // What was asked of who had them is asked of nobody any more; the next one is asked anew.
            await session.ExecuteAsync(
                """
                UPDATE ocrm.reminder SET state = 'void' WHERE state = 'open' AND EXISTS (
                    SELECT 1 FROM {rows} CROSS JOIN ocrm.customer c WHERE c.id = k.id AND c.party_id = ocrm.reminder.party_id AND c.entity = ocrm.reminder.entity)
                """, ids);
        }

        await Assistants.SettleAsync(session, [.. moves.Select(m => m.Id)]);
        await session.InsertAsync(new Insert<PoolMove>("ocrm.pool_move", "",
            new("party_id", ColumnType.Long, m => m.Party), new("recorded_for", ColumnType.Long, m => m.Party), new("entity", ColumnType.Text, m => m.Entity), new("unit", ColumnType.Text, m => m.Unit),
            new("person", ColumnType.Text, m => m.Person), new("kind", ColumnType.Text, _ => kind), new("reason", ColumnType.Text, _ => reason), new("at", ColumnType.Long, _ => at)), moves);
        await Activity.RecordAsync(session, [.. moves.Select(m => new Activity(m.Party, m.Entity, m.Unit, m.Person, at, kind switch { Claimed => ActivityKind.PoolClaimed, Returned => ActivityKind.PoolReturned, _ => ActivityKind.PoolExpired }, reason))]);
        await AuditTrail.AppendAsync(session, "ocrm", at, [.. moves.Select(m => new AuditEntry(
            who.Name, who.From, Permission.CustomersClaim, $"{m.Number}/{m.Entity}", reason, leaves ? "" : m.Person, leaves ? m.Person : ""))]);
    }
}
