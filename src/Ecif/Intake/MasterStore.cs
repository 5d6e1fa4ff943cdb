using System.Data.Common;
using Granary.Ecif.Contracts;
using Granary.Ecif.GoldenRecords;
using Granary.Ecif.Resolution;
using Granary.Ecif.SourceRecords;
using Granary.Kernel.Storage;

namespace Granary.Ecif.Intake;

/// <summary>The customer master's rows: read as sets, written as sets, the same statements on both engines.</summary>
internal static class MasterStore
{
    private const string RecordColumns = "r.system, r.key, r.id, r.party_id, r.kind, r.is_open, r.link, r.rule, r.branch, r.last_at, r.opened_at, r.attributes, "
        + "r.evidence_record, r.evidence_levels, r.evidence_weight, r.evidence_rarity, r.evidence_model";

    public static Task<List<MessageRow>> MessagesAsync(Session session, IReadOnlyCollection<(string System, string Id)> ids) =>
        session.QueryAsync(
            """
            SELECT m.system, m.id, m.body_hash, m.received_at, m.decided_at, m.key, m.outcome, m.reason, m.field, m.text, m.party_number
            FROM {rows} CROSS JOIN ecif.message m WHERE m.system = k.system AND m.id = k.id
            """,
            RowSet.Of("system", "id", ids),
            r => new MessageRow(r.GetString(0), r.GetString(1), (byte[])r[2], r.GetInt64(3), r.GetInt64(4), r.GetString(5),
                (Outcome)r.GetInt16(6), (Reason)r.GetInt16(7), r.GetString(8), r.GetString(9), r.TextOrNull(10), null));

    public static Task<List<long>> PartiesOfKeysAsync(Session session, IReadOnlyCollection<(string System, string Key)> keys) =>
        session.QueryAsync(
            "SELECT r.party_id FROM {rows} CROSS JOIN ecif.source_record r WHERE r.system = k.system AND r.key = k.key",
            RowSet.Of("system", "key", keys), r => r.GetInt64(0));

    public static Task<List<SourceRecord>> RecordsAsync(Session session, IReadOnlyCollection<(string System, string Key)> keys) =>
        session.QueryAsync(
            $"SELECT {RecordColumns} FROM {{rows}} CROSS JOIN ecif.source_record r WHERE r.system = k.system AND r.key = k.key",
            RowSet.Of("system", "key", keys), ReadRecord);

    public static Task WriteRecordsAsync(Session session, IReadOnlyList<SourceRecord> records) => session.InsertAsync(RecordInsert, records);

    public static Task<List<SourceRecord>> RecordsOfPartiesAsync(Session session, IReadOnlyCollection<long> parties) =>
        session.QueryAsync(
            $"SELECT {RecordColumns} FROM {{rows}} CROSS JOIN ecif.source_record r WHERE r.party_id = k.id",
            RowSet.Of("id", parties), ReadRecord);

    public static Task<List<SourceRecord>> RecordsByIdAsync(Session session, IReadOnlyCollection<long> records) =>
        session.QueryAsync(
            $"SELECT {RecordColumns} FROM {{rows}} CROSS JOIN ecif.source_record r WHERE r.id = k.id",
            RowSet.Of("id", records), ReadRecord);

    public static Task<List<long>> PartiesOfRecordsAsync(Session session, IReadOnlyCollection<long> records) =>
        session.QueryAsync(
            "SELECT DISTINCT r.party_id FROM {rows} CROSS JOIN ecif.source_record r WHERE r.id = k.id",
            RowSet.Of("id", records), r => r.GetInt64(0));

    /// <summary>Reads parties and, where rows can be locked, locks them in id order: the party's row is the lock of all that is inside it.</summary>
    public static async Task<List<Party>> LockPartiesAsync(Session session, IReadOnlyCollection<long> ids, bool skipLocked = false) =>
        await session.QueryAsync(
            $"""
            SELECT p.id, p.kind, p.status, p.merged_into, p.version, p.golden, p.created_at, p.changed_at
            FROM ecif.party p WHERE p.id IN (SELECT k.id FROM {"{rows}"}) ORDER BY p.id {session.ForUpdateOf("p", skipLocked)}
            """,
            RowSet.Of("id", ids), ReadParty);

    public static Task<List<Party>> ReadPartiesAsync(Session session, IReadOnlyCollection<long> ids) =>
        session.QueryAsync(
            """
            SELECT p.id, p.kind, p.status, p.merged_into, p.version, p.golden, p.created_at, p.changed_at
            FROM {rows} CROSS JOIN ecif.party p WHERE p.id = k.id
            """,
            RowSet.Of("id", ids), ReadParty);

    public static Task<List<(string Identity, long Party)>> IdentitiesAsync(Session session, IReadOnlyCollection<string> identities) =>
        session.QueryAsync(
            "SELECT i.identity, i.party_id FROM {rows} CROSS JOIN ecif.identity i WHERE i.identity = k.identity",
            RowSet.Of("identity", identities), r => (r.GetString(0), r.GetInt64(1)));

    public static Task<List<(string System, string Key, string Told, long At)>> InFlightAsync(Session session, IReadOnlyCollection<(string System, string Key)> keys) =>
        session.QueryAsync(
            "SELECT d.system, d.key, d.told, d.numbered_at FROM {rows} CROSS JOIN ecif.delivery d WHERE d.system = k.system AND d.key = k.key AND d.told IS NOT NULL",
            RowSet.Of("system", "key", keys), r => (r.GetString(0), r.GetString(1), r.GetString(2), r.GetInt64(3)));

    public static Task<List<(long A, long B)>> ExclusionsAsync(Session session, IReadOnlyCollection<long> records) =>
        session.QueryAsync(
            """
            SELECT e.record_a, e.record_b FROM {rows} CROSS JOIN ecif.exclusion e WHERE e.record_a = k.id
            UNION SELECT e.record_a, e.record_b FROM {rows} CROSS JOIN ecif.exclusion e WHERE e.record_b = k.id
            """,
            RowSet.Of("id", records), r => (r.GetInt64(0), r.GetInt64(1)));

    /// <summary>Writes the whole working set in the caller's transaction.</summary>
    public static async Task WriteAsync(Session session, WorkingSet set, long now)
    {
        foreach (var (from, into) in set.Merges)
        {
            await Merging.RepointAsync(session, from, into);
        }

        await session.InsertAsync(PartyInsert, [.. set.ChangedParties]);
        await session.InsertAsync(RecordInsert, [.. set.ChangedRecords]);
        await session.InsertAsync(IdentityInsert, [.. set.ChangedIdentities.Where(i => i.Value is not null)]);
        await session.ExecuteAsync("DELETE FROM ecif.identity WHERE identity IN (SELECT k.identity FROM {rows})",
            RowSet.Of("identity", [.. set.ChangedIdentities.Where(i => i.Value is null).Select(i => i.Key)]));
        await session.InsertAsync(MatchKeyInsert, [.. set.NewMatchKeys]);
        await session.InsertAsync(ChangeInsert, set.Changes);
        await Merging.LeaveAsync(session, set.LeftBranches);
        await session.InsertAsync(RelationshipInsert, [.. set.Relationships.Values]);
        await Merging.DropDefaultsAsync(session, [.. set.Relationships.Values.Where(r => r.Source != Relationship.Default).Select(r => r.PartyId).Distinct()]);
        await session.InsertAsync(SuspectInsert, [.. set.Suspects.Values]);
        await session.InsertAsync(DueInsert, [.. set.Due.Select(address => (address.System, address.Key, now))]);
        await SearchTokens.WriteAsync(session, set);
    }

    public static Task WriteMessagesAsync(Session session, IReadOnlyList<MessageRow> rows) => session.InsertAsync(MessageInsert, rows);

    public static Task CountRepeatsAsync(Session session, IReadOnlyCollection<(string System, string Id)> repeats) =>
        session.ExecuteAsync(
            "UPDATE ecif.message SET repeats = repeats + 1 WHERE (system, id) IN (SELECT k.system, k.id FROM {rows})",
            RowSet.Of("system", "id", repeats));

    /// <summary>Marks (system, key)s as due: a newer state raises the sequence, and wakes a dead letter.</summary>
    public static Task MarkDueAsync(Session session, IEnumerable<(string System, string Key)> keys, long now) =>
        session.InsertAsync(DueInsert, [.. keys.Select(k => (k.System, k.Key, now))]);

    private static readonly Insert<MessageRow> MessageInsert = new("ecif.message", "",
        new("system", ColumnType.Text, m => m.System),
        new("id", ColumnType.Text, m => m.Id),
        new("body_hash", ColumnType.Bytes, m => m.BodyHash),
        new("received_at", ColumnType.Long, m => m.ReceivedAt),
        new("decided_at", ColumnType.Long, m => m.DecidedAt),
        new("key", ColumnType.Text, m => m.Key),
        new("outcome", ColumnType.Small, m => (short)m.Outcome),
        new("reason", ColumnType.Small, m => (short)m.Reason),
        new("field", ColumnType.Text, m => m.Field),
        new("text", ColumnType.Text, m => m.Text),
        new("party_number", ColumnType.Text, m => m.PartyNumber),
        new("content", ColumnType.Text, m => m.Content));

    internal static readonly Insert<Party> PartyInsert = new("ecif.party",
        """
        ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, status = excluded.status, merged_into = excluded.merged_into,
        version = excluded.version, golden = excluded.golden, changed_at = excluded.changed_at
        """,
        new("id", ColumnType.Long, p => p.Id),
        new("number", ColumnType.Text, p => p.Number),
        new("kind", ColumnType.Small, p => (short)p.Kind),
        new("status", ColumnType.Small, p => (short)p.Status),
        new("merged_into", ColumnType.Long, p => p.MergedInto),
        new("version", ColumnType.Int, p => p.Version),
        new("golden", ColumnType.Text, p => GoldenJson.Write(p.Golden)),
        new("created_at", ColumnType.Long, p => p.CreatedAt),
        new("changed_at", ColumnType.Long, p => p.ChangedAt));

    internal static readonly Insert<SourceRecord> RecordInsert = new("ecif.source_record",
        """
        ON CONFLICT (system, key) DO UPDATE SET party_id = excluded.party_id, kind = excluded.kind, is_open = excluded.is_open,
        link = excluded.link, rule = excluded.rule, branch = excluded.branch, last_at = excluded.last_at, attributes = excluded.attributes,
        evidence_record = excluded.evidence_record, evidence_levels = excluded.evidence_levels, evidence_weight = excluded.evidence_weight,
        evidence_rarity = excluded.evidence_rarity, evidence_model = excluded.evidence_model
        """,
        new("system", ColumnType.Text, r => r.System),
        new("key", ColumnType.Text, r => r.Key),
        new("id", ColumnType.Long, r => r.Id),
        new("party_id", ColumnType.Long, r => r.PartyId),
        new("kind", ColumnType.Small, r => (short)r.Kind),
        new("is_open", ColumnType.Small, r => r.IsOpen ? (short)1 : (short)0),
        new("link", ColumnType.Small, r => (short)r.Link),
        new("rule", ColumnType.Text, r => r.Rule),
        new("branch", ColumnType.Text, r => r.Branch),
        new("last_at", ColumnType.Long, r => r.LastAt),
        new("opened_at", ColumnType.Long, r => r.OpenedAt),
        new("attributes", ColumnType.Text, r => StatementJson.Write(r.Attributes)),
        new("evidence_record", ColumnType.Long, r => r.Evidence?.Record),
        new("evidence_levels", ColumnType.Long, r => (long?)r.Evidence?.Levels),
        new("evidence_weight", ColumnType.Double, r => r.Evidence?.Weight),
        new("evidence_rarity", ColumnType.Double, r => r.Evidence?.Rarity),
        new("evidence_model", ColumnType.Long, r => r.Evidence?.Model));

    internal static readonly Insert<KeyValuePair<string, long?>> IdentityInsert = new("ecif.identity", "ON CONFLICT (identity) DO UPDATE SET party_id = excluded.party_id",
        new("identity", ColumnType.Text, i => i.Key),
        new("party_id", ColumnType.Long, i => i.Value));

    internal static readonly Insert<(long Hash, long Record)> MatchKeyInsert = new("ecif.match_key", "ON CONFLICT (hash, record_id) DO NOTHING",
        new("hash", ColumnType.Long, m => m.Hash),
        new("record_id", ColumnType.Long, m => m.Record));

    internal static readonly Insert<ChangeRow> ChangeInsert = new("ecif.change", "",
        new("party_id", ColumnType.Long, c => c.PartyId),
        new("version", ColumnType.Int, c => c.Version),
        new("at", ColumnType.Long, c => c.At),
        new("action", ColumnType.Small, c => (short)c.Action),
        new("system", ColumnType.Text, c => c.System),
        new("message_id", ColumnType.Text, c => c.MessageId),
        new("changed", ColumnType.Text, c => GoldenJson.WriteChanges(c.Changed)));

    internal static readonly Insert<Relationship> RelationshipInsert = new("ecif.relationship", "ON CONFLICT (party_id, unit, kind) DO NOTHING",
        new("party_id", ColumnType.Long, r => r.PartyId),
        new("unit", ColumnType.Text, r => r.Unit),
        new("kind", ColumnType.Text, r => r.Kind),
        new("since", ColumnType.Long, r => r.Since),
        new("system", ColumnType.Text, r => r.System),
        new("source", ColumnType.Text, r => r.Source));

    internal static readonly Insert<SuspectRow> SuspectInsert = new("ecif.suspect", "ON CONFLICT (party_a, party_b) DO UPDATE SET score = excluded.score, reason = excluded.reason",
        new("party_a", ColumnType.Long, s => s.PartyA),
        new("party_b", ColumnType.Long, s => s.PartyB),
        new("score", ColumnType.Double, s => s.Score),
        new("reason", ColumnType.Text, s => s.Reason),
        new("state", ColumnType.Small, _ => (short)0),
        new("created_at", ColumnType.Long, s => s.CreatedAt));

    internal static readonly Insert<(string System, string Key, long Now)> DueInsert = new("ecif.delivery AS existing",
        """
        ON CONFLICT (system, key) DO UPDATE SET sequence = existing.sequence + 1,
        since = CASE WHEN existing.state = 0 THEN existing.since ELSE excluded.since END,
        due_at = CASE WHEN existing.state = 1 THEN existing.due_at ELSE excluded.due_at END,
        tries = CASE WHEN existing.state = 1 THEN existing.tries ELSE 0 END,
        state = CASE WHEN existing.state = 1 THEN 1 ELSE 0 END
        """,
        new("system", ColumnType.Text, d => d.System),
        new("key", ColumnType.Text, d => d.Key),
        new("sequence", ColumnType.Long, _ => 1L),
        new("state", ColumnType.Small, _ => (short)0),
        new("since", ColumnType.Long, d => d.Now),
        new("due_at", ColumnType.Long, d => d.Now),
        new("tries", ColumnType.Int, _ => 0),
        new("code", ColumnType.Text, _ => ""),
        new("text", ColumnType.Text, _ => ""));

    internal static SourceRecord ReadRecord(DbDataReader r) => new()
    {
        System = r.GetString(0),
        Key = r.GetString(1),
        Id = r.GetInt64(2),
        PartyId = r.GetInt64(3),
        Kind = (PartyKind)r.GetInt16(4),
        IsOpen = r.GetInt16(5) == 1,
        Link = (LinkKind)r.GetInt16(6),
        Rule = r.GetString(7),
        Branch = r.GetString(8),
        LastAt = r.GetInt64(9),
        OpenedAt = r.GetInt64(10),
        Attributes = StatementJson.Read(r.GetString(11)),
        Evidence = r.LongOrNull(12) is { } other ? new LinkEvidence(other, (ulong)r.GetInt64(13), r.GetDouble(14), r.GetDouble(15), r.GetInt64(16)) : null,
    };

    internal static Party ReadParty(DbDataReader r) => new()
    {
        Id = r.GetInt64(0),
        Kind = (PartyKind)r.GetInt16(1),
        Status = (PartyStatus)r.GetInt16(2),
        MergedInto = r.LongOrNull(3),
        Version = r.GetInt32(4),
        Golden = GoldenJson.Read(r.GetString(5)),
        CreatedAt = r.GetInt64(6),
        ChangedAt = r.GetInt64(7),
    };
}
