using System.Data.Common;
using Granary.Kernel.Storage;

namespace Granary.Ocrm.Ownership;

/// <summary>A table whose open rows go to the customer's new manager with the customer; it has party_id and entity.</summary>
/// <param name="PersonColumn">Who has to do it.</param>
/// <param name="Open">Which rows (t) are still to be done, as SQL.</param>
internal sealed record HandoverRows(string Table, string PersonColumn, string Open);

/// <summary>Customers that go from one manager to another. Dates are yyyymmdd in the bank's time, times milliseconds since 1970 UTC.</summary>
/// <param name="From">A person's id; empty where the customers were several people's.</param>
/// <param name="State">proposed, approved, running, done, undoing, undone, rejected or withdrawn.</param>
/// <param name="ReadsUntil">Until when the old manager may read on; 0 for not at all.</param>
internal sealed record Handover(
    long Id, string Entity, string From, string To, string State, long Customers, string Note, int EffectiveOn, int ReadsUntil, string MadeBy, long MadeAt, long DoneAt)
{
    public const string Columns = "h.id, h.entity, h.from_person, h.to_person, h.state, h.customers, h.note, h.effective_on, h.reads_until, h.made_by, h.made_at, h.done_at";

    public static Handover Read(DbDataReader r) => new(
        r.GetInt64(0), r.GetString(1), r.GetString(2), r.GetString(3), r.GetString(4), r.GetInt64(5), r.GetString(6), r.GetInt32(7), r.GetInt32(8), r.GetString(9), r.GetInt64(10), r.GetInt64(11));

    /// <returns>Null where it is not in one of the states.</returns>
    public static async Task<Handover?> FindAsync(Session session, long id, params string[] states)
    {
        var found = await session.QueryAsync($"SELECT {Columns} FROM ocrm.handover h WHERE h.id = @id {session.ForUpdateOf("h")}", Read, ("id", id));
        return found is [var one] && states.Contains(one.State) ? one : null;
    }

    public static Task SetAsync(Session session, long id, string state, long doneAt = 0) => session.ExecuteAsync(
        "UPDATE ocrm.handover SET state = @state, done_at = CASE WHEN @done = 0 THEN done_at ELSE @done END WHERE id = @id", ("state", state), ("done", doneAt), ("id", id));
}
