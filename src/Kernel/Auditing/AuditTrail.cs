using System.Buffers.Binary;
using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using Granary.Kernel.Storage;

namespace Granary.Kernel.Auditing;

/// <summary>
/// The audit trail of one module: a chain of rows in the module's own schema, so that an act and its entry are one transaction.
/// Each row's hash covers the row before it; consecutive numbers and the heads that are kept outside the database show
/// an edited, a deleted and a cut-off row.
/// </summary>
public static class AuditTrail
{
    /// <summary>The hash before the first row.</summary>
    private static readonly string Genesis = new('0', 64);

    private const int Page = 5000;

    /// <summary>The tables of a module's trail, which its migration names with the word {audit}.</summary>
    internal static string Tables(string schema) =>
        $"""
        CREATE TABLE {schema}.audit (
            id      bigint PRIMARY KEY,
            at      bigint NOT NULL,
            who     text   NOT NULL,
            origin  text   NOT NULL,
            act     text   NOT NULL,
            subject text   NOT NULL,
            reason  text   NOT NULL,
            before  text   NOT NULL,
            after   text   NOT NULL,
            hash    text   NOT NULL
        );
        CREATE INDEX {schema}_audit_at ON {schema}.audit (at);
        CREATE INDEX {schema}_audit_who ON {schema}.audit (who, at);
        CREATE INDEX {schema}_audit_subject ON {schema}.audit (subject, at);
        CREATE TABLE {schema}.audit_head (
            one  integer PRIMARY KEY,
            id   bigint NOT NULL,
            hash text   NOT NULL
        );
        INSERT INTO {schema}.audit_head (one, id, hash) VALUES (1, 0, '{Genesis}')
        """;

    /// <summary>Adds one row to the chain, in the transaction of the act itself.</summary>
    public static Task AppendAsync(Session session, string schema, long at, AuditEntry entry) => AppendAsync(session, schema, at, [entry]);

    /// <summary>Adds rows to the chain. The head's one row is also the lock that puts the writers of several processes in order.</summary>
    public static async Task AppendAsync(Session session, string schema, long at, IReadOnlyList<AuditEntry> entries)
    {
        if (entries.Count == 0)
        {
            return;
        }

        var heads = await session.QueryAsync(
            $"SELECT h.id, h.hash FROM {schema}.audit_head h WHERE h.one = 1 {session.ForUpdateOf("h")}", r => (Id: r.GetInt64(0), Hash: r.GetString(1)));
        if (heads.Count == 0)
        {
            throw new InvalidOperationException($"The audit trail of {schema} has lost its head.");
        }

        var (id, hash) = heads[0];
        var rows = new List<AuditRow>(entries.Count);
        foreach (var entry in entries)
        {
            id++;
            hash = HashOf(hash, id, at, entry);
            rows.Add(new AuditRow(id, at, entry, hash));
        }

        await session.InsertAsync(InsertInto(schema), rows);
        await session.ExecuteAsync($"UPDATE {schema}.audit_head SET id = @id, hash = @hash WHERE one = 1", ("id", id), ("hash", hash));
    }

    public static Task<AuditHead> HeadAsync(Database database, CancellationToken cancellation) => database.ReadAsync(async session =>
        (await session.QueryAsync($"SELECT id, hash FROM {database.Schema}.audit_head WHERE one = 1", r => new AuditHead(database.Schema, r.GetInt64(0), r.GetString(1))))[0], cancellation);

    /// <summary>Reads the whole chain and names every row that does not follow from the one before it.</summary>
    /// <param name="known">Heads of this trail that were written down elsewhere.</param>
    public static async Task<IReadOnlyList<AuditFault>> VerifyAsync(Database database, IReadOnlyCollection<AuditHead> known, Action<long>? progress, CancellationToken cancellation)
    {
        var trail = database.Schema;
        var faults = new List<AuditFault>();
        var expected = known.Where(h => h.Trail == trail && h.Id > 0).GroupBy(h => h.Id).ToDictionary(g => g.Key, g => g.Select(h => h.Hash).Distinct().ToArray());
        var (last, hash) = (0L, Genesis);
        while (true)
        {
            var rows = await database.ReadAsync(session => session.QueryAsync(
                $"SELECT {Columns} FROM {trail}.audit WHERE id > @last ORDER BY id LIMIT {Page}", Read, ("last", last)), cancellation);
            foreach (var row in rows)
            {
                if (row.Id != last + 1)
                {
                    faults.Add(new AuditFault(trail, last + 1, row.Id == last + 2 ? "is missing" : $"to {row.Id - 1} are missing"));
                }
                else if (HashOf(hash, row.Id, row.At, row.Entry) != row.Hash)
                {
                    faults.Add(new AuditFault(trail, row.Id, "was edited"));
                }

                if (expected.Remove(row.Id, out var hashes) && !hashes.All(h => h == row.Hash))
                {
                    faults.Add(new AuditFault(trail, row.Id, "is not the row that was written down outside the database"));
                }

                (last, hash) = (row.Id, row.Hash);
            }

            progress?.Invoke(last);
            if (rows.Count < Page)
            {
                break;
            }
        }

        var head = await HeadAsync(database, cancellation);
        var furthest = Math.Max(head.Id, expected.Count == 0 ? 0 : expected.Keys.Max());
        if (furthest > last)
        {
            faults.Add(new AuditFault(trail, last + 1, $"to {furthest} were cut off"));
        }
        else if (head.Hash != hash)
        {
            faults.Add(new AuditFault(trail, last, "is not what the trail's head says"));
        }

        return faults;
    }

    public const string Columns = "id, at, who, origin, act, subject, reason, before, after, hash";

    public static AuditRow Read(DbDataReader r) => new(
        r.GetInt64(0), r.GetInt64(1),
        new AuditEntry(r.GetString(2), r.GetString(3), r.GetString(4), r.GetString(5), r.GetString(6), r.GetString(7), r.GetString(8)),
        r.GetString(9));

    // Every field with its length before it, so that no two rows have the same bytes.
    private static string HashOf(string previous, long id, long at, AuditEntry entry)
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> number = stackalloc byte[8];
        foreach (var whole in (ReadOnlySpan<long>)[id, at])
        {
            BinaryPrimitives.WriteInt64BigEndian(number, whole);
            sha.AppendData(number);
        }

        foreach (var text in (ReadOnlySpan<string>)[previous, entry.Who, entry.From, entry.Act, entry.Subject, entry.Reason, entry.Before, entry.After])
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            BinaryPrimitives.WriteInt64BigEndian(number, bytes.Length);
            sha.AppendData(number);
            sha.AppendData(bytes);
        }

        return Convert.ToHexStringLower(sha.GetHashAndReset());
    }

    private static Insert<AuditRow> InsertInto(string schema) => new(
        $"{schema}.audit", "",
        new("id", ColumnType.Long, r => r.Id),
        new("at", ColumnType.Long, r => r.At),
        new("who", ColumnType.Text, r => r.Entry.Who),
        new("origin", ColumnType.Text, r => r.Entry.From),
        new("act", ColumnType.Text, r => r.Entry.Act),
        new("subject", ColumnType.Text, r => r.Entry.Subject),
        new("reason", ColumnType.Text, r => r.Entry.Reason),
        new("before", ColumnType.Text, r => r.Entry.Before),
        new("after", ColumnType.Text, r => r.Entry.After),
        new("hash", ColumnType.Text, r => r.Hash));
}
