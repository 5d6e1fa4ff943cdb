using System.Diagnostics;
using System.Globalization;
using Granary.Ecif.Storage;
using Granary.Kernel.Storage;

namespace Granary.Bench;

/// <summary>
/// The intake-shaped transaction with nothing around it: the same database and durability, the same batch size, one writer. Reads known
/// ids, source records and candidates by eight match keys, all as sets; writes message, source record, party, change and eight match
/// keys: twelve rows a message. No sockets, no decoding, no resolution, no survivorship.
/// </summary>
internal static class BareBench
{
    private const int MatchKeys = 8;

    /// <summary>Above the ids of any base that is measured.</summary>
    private const int First = 1_500_000_000;

    private static readonly string Text = new('x', 400);

    public static async Task<double> RunAsync(BenchEngine engine, int messages, double perBatch)
    {
        var (connection, drop) = await engine.CreateAsync();
        try
        {
            return await RunAsync(connection, messages, perBatch);
        }
        finally
        {
            await drop();
        }
    }

    public static async Task<double> RunAsync(string connection, int messages, double perBatch)
    {
        await using var database = new EcifDatabase(connection);
        await database.MigrateAsync(TimeProvider.System, CancellationToken.None);
        var size = Math.Max(1, (int)perBatch);
        await WriteAsync(database, First, IntakeBench.Warming, size);
        var started = Stopwatch.GetTimestamp();
        await WriteAsync(database, First + IntakeBench.Warming, messages, size);
        return messages / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private static async Task WriteAsync(Database database, int first, int count, int size)
    {
        for (var done = 0; done < count; done += size)
        {
            var batch = Enumerable.Range(first + done, Math.Min(size, count - done)).ToList();
            await database.WriteAsync(session => BatchAsync(session, batch), CancellationToken.None);
        }
    }

    private static async Task BatchAsync(Session session, List<int> batch)
    {
        var hashes = batch.SelectMany(Hashes).ToList();
        await session.QueryAsync("SELECT m.id FROM {rows} CROSS JOIN ecif.message m WHERE m.system = k.system AND m.id = k.id",
            RowSet.Of("system", "id", [.. batch.Select(i => ("B", Name(i)))]), r => r.GetString(0));
        await session.QueryAsync("SELECT r.attributes FROM {rows} CROSS JOIN ecif.source_record r WHERE r.system = k.system AND r.key = k.key",
            RowSet.Of("system", "key", [.. batch.Select(i => ("B", Name(i)))]), r => r.GetString(0));
        await session.LowestAsync("ecif.match_key", "hash", "record_id", [.. hashes.Select(h => h.Hash)], 50);
        await session.InsertAsync(Message, batch);
        await session.InsertAsync(Party, batch);
        await session.InsertAsync(Record, batch);
        await session.InsertAsync(Change, batch);
        await session.InsertAsync(MatchKey, hashes);
    }

    private static IEnumerable<(long Hash, long Record)> Hashes(int i) =>
        Enumerable.Range(0, MatchKeys).Select(k => ((long)((((ulong)i * MatchKeys) + (ulong)k + 1) * 0x9E37_79B9_7F4A_7C15UL), (long)i));

    private static string Name(int i) => i.ToString("D12", CultureInfo.InvariantCulture);

    private static readonly Insert<int> Message = new("ecif.message", "",
        new("system", ColumnType.Text, _ => "B"), new("id", ColumnType.Text, i => Name(i)), new("body_hash", ColumnType.Bytes, _ => new byte[32]),
        new("received_at", ColumnType.Long, i => (long)i), new("decided_at", ColumnType.Long, i => (long)i), new("key", ColumnType.Text, i => Name(i)),
        new("outcome", ColumnType.Small, _ => (short)0), new("reason", ColumnType.Small, _ => (short)0), new("field", ColumnType.Text, _ => ""),
        new("text", ColumnType.Text, _ => ""), new("party_number", ColumnType.Text, i => Name(i)), new("content", ColumnType.Text, _ => Text));

    private static readonly Insert<int> Party = new("ecif.party", "",
        new("id", ColumnType.Long, i => (long)i), new("number", ColumnType.Text, i => Name(i)), new("kind", ColumnType.Small, _ => (short)0),
        new("status", ColumnType.Small, _ => (short)0), new("version", ColumnType.Int, _ => 1), new("golden", ColumnType.Text, _ => Text),
        new("created_at", ColumnType.Long, i => (long)i), new("changed_at", ColumnType.Long, i => (long)i));

    private static readonly Insert<int> Record = new("ecif.source_record", "",
        new("system", ColumnType.Text, _ => "B"), new("key", ColumnType.Text, i => Name(i)), new("id", ColumnType.Long, i => (long)i),
        new("party_id", ColumnType.Long, i => (long)i), new("kind", ColumnType.Small, _ => (short)0), new("is_open", ColumnType.Small, _ => (short)1),
        new("link", ColumnType.Small, _ => (short)0), new("rule", ColumnType.Text, _ => "new"), new("branch", ColumnType.Text, _ => ""),
        new("last_at", ColumnType.Long, i => (long)i), new("opened_at", ColumnType.Long, i => (long)i), new("attributes", ColumnType.Text, _ => Text));

    private static readonly Insert<int> Change = new("ecif.change", "",
        new("party_id", ColumnType.Long, i => (long)i), new("version", ColumnType.Int, _ => 1), new("at", ColumnType.Long, i => (long)i),
        new("action", ColumnType.Small, _ => (short)0), new("system", ColumnType.Text, _ => "B"), new("message_id", ColumnType.Text, i => Name(i)),
        new("changed", ColumnType.Text, _ => Text));

    private static readonly Insert<(long Hash, long Record)> MatchKey = new("ecif.match_key", "ON CONFLICT (hash, record_id) DO NOTHING",
        new("hash", ColumnType.Long, m => m.Hash), new("record_id", ColumnType.Long, m => m.Record));
}
