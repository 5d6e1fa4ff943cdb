using System.Data.Common;
using Granary.Kernel.Storage;

namespace Granary.Ecif.Stewardship;

/// <summary>What somebody decided about who is who, as it is kept.</summary>
/// <param name="Kind">same, different or split.</param>
/// <param name="PartyB">0 for a split.</param>
/// <param name="Records">Of a split: "system/key" of the records that leave, one a line.</param>
/// <param name="Basis">What the parties were (<see cref="WholeParties.Basis"/>).</param>
/// <param name="State">proposed, done, stale, rejected, withdrawn or expired.</param>
internal sealed record StewardDecision(long Id, string Kind, long PartyA, long PartyB, string Records, string Basis, string Reason, string State, string MadeBy, long MadeAt, long ClosedAt)
{
    public const string Same = "same";
    public const string Different = "different";
    public const string Split = "split";
    public const string Proposed = "proposed";
    public const string Done = "done";
    public const string Stale = "stale";

    public const string Columns = "d.id, d.kind, d.party_a, d.party_b, d.records, d.basis, d.reason, d.state, d.made_by, d.made_at, d.closed_at";

    public static StewardDecision Read(DbDataReader r) => Read(r, 0);

    /// <param name="at">The index of the first of the columns.</param>
    public static StewardDecision Read(DbDataReader r, int at) => new(
        r.GetInt64(at), r.GetString(at + 1), r.GetInt64(at + 2), r.GetInt64(at + 3), r.GetString(at + 4), r.GetString(at + 5), r.GetString(at + 6), r.GetString(at + 7), r.GetString(at + 8),
        r.GetInt64(at + 9), r.GetInt64(at + 10));

    /// <returns>The row's id.</returns>
    public async Task<long> AddAsync(Session session) => (await session.QueryAsync(
        """
        INSERT INTO ecif.decision (kind, party_a, party_b, records, basis, reason, state, made_by, made_at, closed_at)
        VALUES (@kind, @a, @b, @records, @basis, @reason, @state, @by, @at, 0) RETURNING id
        """, r => r.GetInt64(0),
        ("kind", Kind), ("a", PartyA), ("b", PartyB), ("records", Records), ("basis", Basis), ("reason", Reason), ("state", State), ("by", MadeBy), ("at", MadeAt)))[0];

    public static async Task<StewardDecision?> LockAsync(Session session, long id) =>
        (await session.QueryAsync($"SELECT {Columns} FROM ecif.decision d WHERE d.id = @id {session.ForUpdateOf("d")}", Read, ("id", id))).FirstOrDefault();

    public Task CloseAsync(Session session, string state, long now) =>
        session.ExecuteAsync("UPDATE ecif.decision SET state = @state, closed_at = @now WHERE id = @id", ("state", state), ("now", now), ("id", Id));
}
