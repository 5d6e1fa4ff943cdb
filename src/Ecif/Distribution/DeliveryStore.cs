using Granary.Ecif.Contracts;
using Granary.Ecif.GoldenRecords;
using Granary.Ecif.Intake;
using Granary.Ecif.SourceRecords;
using Granary.Kernel.Storage;

namespace Granary.Ecif.Distribution;

internal enum DeliveryState : short
{
    Due = 0,

    /// <summary>It has its number and may have been sent: until an answer it is the same state under the same number.</summary>
    Sent = 1,

    /// <summary>Given up, with a code and a text that say why; a newer state, or a person, wakes it.</summary>
    Dead = 2,

    /// <summary>A person decided that it need not arrive; a newer state wakes it.</summary>
    Skipped = 3,
}

internal sealed class DeliveryRow
{
    public required string System { get; init; }

    public required string Key { get; init; }

    /// <summary>Raised by every newer state; what was told belongs to <see cref="ToldSequence"/>.</summary>
    public required long Sequence { get; init; }

    public DeliveryState State { get; set; }

    /// <summary>When the (system, key) fell behind its projection.</summary>
    public required long Since { get; init; }

    public long DueAt { get; set; }

    public int Tries { get; set; }

    public string? MessageId { get; set; }

    public long? Ordinal { get; set; }

    public long? NumberedAt { get; set; }

    public string? Told { get; set; }

    public long? ToldSequence { get; set; }

    /// <summary>What the last try brought; of a dead letter the reason.</summary>
    public string Code { get; set; } = "";

    /// <summary>It got its number, but there was no connection: a newer state may take its place.</summary>
    public const string Unsent = "unsent";

    public string Text { get; set; } = "";

    /// <summary>What was told is settled, one way or the other; whatever comes next gets a number of its own.</summary>
    public void Settle(DeliveryState state, long dueAt, string code, string text)
    {
        (State, DueAt, Tries, MessageId, Ordinal, NumberedAt, Told, ToldSequence, Code, Text) = (state, dueAt, 0, null, null, null, null, null, code, text);
    }
}

/// <summary>One try of one delivery, as the message log keeps it.</summary>
internal sealed record TryRow(string System, string MessageId, int Try, string Key, string PartyNumber, long At, long DurationMs, DeliveryOutcome Outcome, string Code, string Text, string Content);

/// <summary>Delivery rows with their records and parties, locked the way intake locks them: parties first, in id order.</summary>
internal sealed class DeliveryStore(Session session)
{
    private const string Columns =
        "d.system, d.key, d.sequence, d.state, d.since, d.due_at, d.tries, d.message_id, d.ordinal, d.numbered_at, d.told, d.told_sequence, d.code, d.text";

    public Dictionary<long, Party> Parties { get; } = [];

    public Dictionary<(string System, string Key), SourceRecord> Records { get; } = [];

    public Dictionary<(string System, string Key), DeliveryRow> Deliveries { get; } = [];

    /// <summary>The keys of a system that are due, the longest waiting first.</summary>
    public Task<List<(string System, string Key)>> DueAsync(string system, long now, int limit) =>
        session.QueryAsync(
            """
            SELECT system, key FROM ecif.delivery
            WHERE system = @system AND state IN (0, 1) AND due_at <= @now ORDER BY state DESC, due_at LIMIT @limit
            """,
            r => (r.GetString(0), r.GetString(1)), ("system", system), ("now", now), ("limit", limit));

    /// <summary>Locks the parties of these keys and reads parties, records and deliveries as they are under the lock.</summary>
    /// <param name="skipLocked">Keys whose party somebody is changing right now are left out: what will be due then is not known yet.</param>
    public async Task LockAsync(IReadOnlyCollection<(string System, string Key)> keys, bool skipLocked = false)
    {
        var missing = keys;
        while (missing.Count > 0)
        {
            var ids = await MasterStore.PartiesOfKeysAsync(session, missing);
            foreach (var party in await MasterStore.LockPartiesAsync(session, [.. ids.Distinct()], skipLocked))
            {
                Parties[party.Id] = party;
            }

            foreach (var record in await MasterStore.RecordsAsync(session, missing))
            {
                Records[record.Address] = record;
            }

            // A merge may have moved a record between the look-up and the lock.
            missing = skipLocked ? [] : [.. missing.Where(k => Records.TryGetValue(k, out var r) && !Parties.ContainsKey(r.PartyId))];
        }

        await ReadDeliveriesAsync(keys);
    }

    /// <summary>The open deliveries of these keys, as they are.</summary>
    public async Task ReadDeliveriesAsync(IReadOnlyCollection<(string System, string Key)> keys)
    {
        foreach (var row in await session.QueryAsync(
            $"SELECT {Columns} FROM {{rows}} CROSS JOIN ecif.delivery d WHERE d.system = k.system AND d.key = k.key",
            RowSet.Of("system", "key", keys), Read))
        {
            Deliveries[(row.System, row.Key)] = row;
        }
    }

    public async Task WriteAsync(IReadOnlyList<DeliveryRow> changed, IReadOnlyCollection<(string System, string Key)> done, IReadOnlyList<TryRow> tries, IReadOnlyList<SourceRecord> records)
    {
        await session.InsertAsync(Update, changed);
        await session.ExecuteAsync("DELETE FROM ecif.delivery WHERE (system, key) IN (SELECT k.system, k.key FROM {rows})", RowSet.Of("system", "key", done));
        await session.InsertAsync(TryInsert, tries);
        await MasterStore.WriteRecordsAsync(session, records);
    }

    public static DeliveryRow Read(System.Data.Common.DbDataReader r) => new()
    {
        System = r.GetString(0),
        Key = r.GetString(1),
        Sequence = r.GetInt64(2),
        State = (DeliveryState)r.GetInt16(3),
        Since = r.GetInt64(4),
        DueAt = r.GetInt64(5),
        Tries = r.GetInt32(6),
        MessageId = r.TextOrNull(7),
        Ordinal = r.LongOrNull(8),
        NumberedAt = r.LongOrNull(9),
        Told = r.TextOrNull(10),
        ToldSequence = r.LongOrNull(11),
        Code = r.GetString(12),
        Text = r.GetString(13),
    };

    private static readonly Insert<DeliveryRow> Update = new("ecif.delivery AS existing",
        """
        ON CONFLICT (system, key) DO UPDATE SET state = excluded.state, due_at = excluded.due_at, tries = excluded.tries,
        message_id = excluded.message_id, ordinal = excluded.ordinal, numbered_at = excluded.numbered_at, told = excluded.told,
        told_sequence = excluded.told_sequence, code = excluded.code, text = excluded.text
        """,
        new("system", ColumnType.Text, d => d.System),
        new("key", ColumnType.Text, d => d.Key),
        new("sequence", ColumnType.Long, d => d.Sequence),
        new("state", ColumnType.Small, d => (short)d.State),
        new("since", ColumnType.Long, d => d.Since),
        new("due_at", ColumnType.Long, d => d.DueAt),
        new("tries", ColumnType.Int, d => d.Tries),
        new("message_id", ColumnType.Text, d => d.MessageId),
        new("ordinal", ColumnType.Long, d => d.Ordinal),
        new("numbered_at", ColumnType.Long, d => d.NumberedAt),
        new("told", ColumnType.Text, d => d.Told),
        new("told_sequence", ColumnType.Long, d => d.ToldSequence),
        new("code", ColumnType.Text, d => d.Code),
        new("text", ColumnType.Text, d => d.Text));

    private static readonly Insert<TryRow> TryInsert = new("ecif.delivery_try", "ON CONFLICT (system, message_id, try) DO NOTHING",
        new("system", ColumnType.Text, t => t.System),
        new("message_id", ColumnType.Text, t => t.MessageId),
        new("try", ColumnType.Int, t => t.Try),
        new("key", ColumnType.Text, t => t.Key),
        new("party_number", ColumnType.Text, t => t.PartyNumber),
        new("at", ColumnType.Long, t => t.At),
        new("duration_ms", ColumnType.Long, t => t.DurationMs),
        new("outcome", ColumnType.Small, t => (short)t.Outcome),
        new("code", ColumnType.Text, t => t.Code),
        new("text", ColumnType.Text, t => t.Text),
        new("content", ColumnType.Text, t => t.Content));
}
