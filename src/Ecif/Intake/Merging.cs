using Granary.Kernel.Storage;

namespace Granary.Ecif.Intake;

/// <summary>What else follows a party that was merged into another; its source records and golden record are written with the working set.</summary>
internal static class Merging
{
    /// <summary>The default says where a customer belongs while nothing else does.</summary>
    /// <param name="placed">Parties of whom something now says where they belong.</param>
    public static Task DropDefaultsAsync(Session session, long[] placed) => session.ExecuteAsync(
        $"DELETE FROM ecif.relationship WHERE source = '{Relationship.Default}' AND party_id IN (SELECT k.id FROM {{rows}})", RowSet.Of("id", placed));

    /// <summary>A customer who moved to another branch is no customer of the one before.</summary>
    public static Task LeaveAsync(Session session, IReadOnlyCollection<(long Party, string Branch)> left) => session.ExecuteAsync(
        "DELETE FROM ecif.relationship WHERE source = 'branch' AND (party_id, unit) IN (SELECT k.party, k.unit FROM {rows})", RowSet.Of("party", "unit", left));

    public static async Task RepointAsync(Session session, long from, long into)
    {
        (string, object?)[] ids = [("from", from), ("into", into)];
        await session.ExecuteAsync("UPDATE ecif.identity SET party_id = @into WHERE party_id = @from", ids);
        await session.ExecuteAsync(
            """
            INSERT INTO ecif.relationship (party_id, unit, kind, since, system, source)
            SELECT @into, unit, kind, since, system, source FROM ecif.relationship WHERE party_id = @from AND source <> @default
            ON CONFLICT (party_id, unit, kind) DO NOTHING
            """, [.. ids, ("default", Relationship.Default)]);
        var placed = await session.ExecuteAsync("DELETE FROM ecif.relationship WHERE party_id = @from AND source <> @default", ("from", from), ("default", Relationship.Default));
        await session.ExecuteAsync("DELETE FROM ecif.relationship WHERE party_id = @from", ("from", from));
        await DropDefaultsAsync(session, placed > 0 ? [into] : []);

        // A suspicion between the two is settled; one against a third goes on, unless the surviving party has it already. What people decided stays as it was.
        await session.ExecuteAsync(
            """
            INSERT INTO ecif.suspect (party_a, party_b, score, reason, state, created_at, unsure_at, unsure_by, note)
            SELECT CASE WHEN other < @into THEN other ELSE @into END, CASE WHEN other < @into THEN @into ELSE other END, score, reason, 0, created_at, unsure_at, unsure_by, note
            FROM (SELECT CASE WHEN party_a = @from THEN party_b ELSE party_a END AS other, score, reason, created_at, unsure_at, unsure_by, note
                  FROM ecif.suspect WHERE (party_a = @from OR party_b = @from) AND state = 0) AS s
            WHERE other <> @into
            ON CONFLICT (party_a, party_b) DO NOTHING
            """, ids);
        await session.ExecuteAsync("DELETE FROM ecif.suspect WHERE (party_a = @from OR party_b = @from) AND state = 0", ("from", from));
    }
}
