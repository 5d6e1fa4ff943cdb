using Granary.Kernel.Storage;

namespace Granary.Ecif.Stewardship;

/// <summary>A pair of parties that may be one, with what people said of it. Times are milliseconds since 1970 UTC; 0: never.</summary>
/// <param name="Decided">A decision about it was carried out.</param>
/// <param name="Decision">The one that was proposed last.</param>
internal sealed record StoredSuspect(
    long A, long B, double Score, string Reason, bool Decided, long CreatedAt, long UnsureAt, string UnsureBy, string Note, StewardDecision? Decision)
{
    /// <summary>open, unsure, proposed, same or different.</summary>
    public string State => Decided ? Decision?.Kind ?? StewardDecision.Same : IsProposed ? StewardDecision.Proposed : UnsureAt > 0 ? "unsure" : "open";

    public bool IsProposed => Decision is { State: StewardDecision.Proposed };

    /// <summary>The same as <see cref="State"/>, of a row s with its decision d.</summary>
    public const string StateSql =
        $"CASE WHEN s.state <> 0 THEN COALESCE(d.kind, '{StewardDecision.Same}') WHEN d.state = '{StewardDecision.Proposed}' THEN '{StewardDecision.Proposed}' WHEN s.unsure_at > 0 THEN 'unsure' ELSE 'open' END";

    public static async Task<StoredSuspect?> FindAsync(Session session, long a, long b) => (await session.QueryAsync(
        $"""
        SELECT s.party_a, s.party_b, s.score, s.reason, s.state, s.created_at, s.unsure_at, s.unsure_by, s.note, {StewardDecision.Columns}
        FROM ecif.suspect s LEFT JOIN ecif.decision d ON d.id = s.decision_id WHERE s.party_a = @a AND s.party_b = @b
        """,
        r => new StoredSuspect(r.GetInt64(0), r.GetInt64(1), r.GetDouble(2), r.GetString(3), r.GetInt16(4) != 0, r.GetInt64(5), r.GetInt64(6), r.GetString(7), r.GetString(8),
            r.IsDBNull(9) ? null : StewardDecision.Read(r, 9)),
        ("a", Math.Min(a, b)), ("b", Math.Max(a, b)))).FirstOrDefault();

    /// <summary>Ties a decision to it; carried out, the pair is never asked about again.</summary>
    public static Task DecideAsync(Session session, StewardDecision decision, bool done) => session.ExecuteAsync(
        $"UPDATE ecif.suspect SET decision_id = @decision{(done ? ", state = 1" : "")} WHERE party_a = @a AND party_b = @b AND state = 0",
        ("decision", decision.Id), ("a", decision.PartyA), ("b", decision.PartyB));

    public static Task UnsureAsync(Session session, long a, long b, string who, string note, long now) => session.ExecuteAsync(
        "UPDATE ecif.suspect SET unsure_at = @now, unsure_by = @who, note = @note WHERE party_a = @a AND party_b = @b AND state = 0",
        ("now", now), ("who", who), ("note", note), ("a", Math.Min(a, b)), ("b", Math.Max(a, b)));
}
