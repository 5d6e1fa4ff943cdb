using Granary.Kernel.Storage;

namespace Granary.Ecif.Intake;

/// <summary>What else follows a party that was merged into another; its source records and golden record are written with the working set.</summary>
internal static class Merging
{
    public static async Task RepointAsync(Session session, long from, long into)
    {
        (string, object?)[] ids = [("from", from), ("into", into)];
        await session.ExecuteAsync("UPDATE ecif.identity SET party_id = @into WHERE party_id = @from", ids);
        await session.ExecuteAsync(
            """
            INSERT INTO ecif.relationship (party_id, unit, kind, since, system, source)
            SELECT @into, unit, kind, since, system, source FROM ecif.relationship WHERE party_id = @from
            ON CONFLICT (party_id, unit, kind) DO NOTHING
            """, ids);
        await session.ExecuteAsync("DELETE FROM ecif.relationship WHERE party_id = @from", ("from", from));

        // A suspicion between the two is settled; one against a third goes on, unless the surviving party has it already.
        await session.ExecuteAsync(
            """
            INSERT INTO ecif.suspect (party_a, party_b, score, reason, state, created_at)
            SELECT CASE WHEN other < @into THEN other ELSE @into END, CASE WHEN other < @into THEN @into ELSE other END, score, reason, state, created_at
            FROM (SELECT CASE WHEN party_a = @from THEN party_b ELSE party_a END AS other, score, reason, state, created_at
                  FROM ecif.suspect WHERE party_a = @from OR party_b = @from) AS s
            WHERE other <> @into
            ON CONFLICT (party_a, party_b) DO NOTHING
            """, ids);
        await session.ExecuteAsync("DELETE FROM ecif.suspect WHERE party_a = @from OR party_b = @from", ("from", from));
    }
}
