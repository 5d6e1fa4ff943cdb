using System.Data;
using System.Data.Common;
using Npgsql;
using NpgsqlTypes;

namespace Granary.Kernel.Storage;

/// <summary>PostgreSQL 15 and later; any number of Granary processes on one database.</summary>
internal sealed class PostgresEngine : Engine
{
    /// <summary>One lock for all migrations of the cluster's database; the number means nothing.</summary>
    private const long MigrationLock = 0x4752_414E_4152_59;

    private const int DeadlockRetries = 8;

    private readonly NpgsqlDataSource _source;
    private readonly string _schema;

    public PostgresEngine(string connectionString, string schema)
    {
        _schema = schema;
        var builder = new NpgsqlConnectionStringBuilder(connectionString)
        {
            // The hot path is a few dozen statements, sent for ever: planned once a connection.
            MaxAutoPrepare = 200,
            AutoPrepareMinUsages = 2,
            // Nothing that we do outlives its transaction, so a connection has nothing to forget: seven statements fewer a transaction.
            NoResetOnClose = true,
            ApplicationName = "granary",
        };
        _source = NpgsqlDataSource.Create(builder);
    }

    public override string Name => "postgresql";

    public override bool IsShared => true;

    public override async Task<T> WriteAsync<T>(Func<Session, Task<T>> work, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            await using var connection = await _source.OpenConnectionAsync(cancellation);
            await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellation);
            try
            {
                var result = await work(new PostgresSession(connection, transaction, writes: true));
                await transaction.CommitAsync(CancellationToken.None);
                return result;
            }
            catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure && attempt < DeadlockRetries)
            {
                // The whole transaction is rolled back and runs again; by then the other side has gone on.
            }
        }
    }

    public override async Task<T> ReadAsync<T>(Func<Session, Task<T>> work, CancellationToken cancellation)
    {
        await using var connection = await _source.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);
        return await work(new PostgresSession(connection, transaction, writes: false));
    }

    public override async Task<T> MigrateAsync<T>(Func<Session, Task<T>> work, CancellationToken cancellation) =>
        await WriteAsync(async session =>
        {
            await session.ExecuteAsync("SELECT pg_advisory_xact_lock(@lock)", ("lock", MigrationLock));
            await session.ExecuteAsync($"CREATE SCHEMA IF NOT EXISTS {_schema}");
            return await work(session);
        }, cancellation);

    public override Task LoadAsync(IReadOnlyList<string> tables, Func<Task> work, CancellationToken cancellation) => PostgresLoad.RunAsync(_source, _schema, tables, work, cancellation);

    public override ValueTask DisposeAsync() => _source.DisposeAsync();
}

internal sealed class PostgresSession(NpgsqlConnection connection, NpgsqlTransaction transaction, bool writes) : Session(connection, transaction, writes)
{
    /// <summary>Stripes of the identity locks, and the most that one transaction takes: 12,000 at once exhaust the default lock table.</summary>
    private const int Stripes = 4096;
    private const int MostStripes = 1000;

    /// <summary>Keeps our stripes apart from other users of advisory locks in the same database ("GRNY").</summary>
    private const int LockClass = 0x4752_4E59;

    public override string OldestRunningTransaction => "pg_snapshot_xmin(pg_current_snapshot())";

    public override string Translate(string sql) => sql
        .Replace("{identity}", "bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY", StringComparison.Ordinal)
        .Replace("{xid}", "xid8 NOT NULL DEFAULT pg_current_xact_id()", StringComparison.Ordinal)
        .Replace("{json}", "::json", StringComparison.Ordinal)
        .Replace("{ordinal}", "COLLATE \"C\"", StringComparison.Ordinal); // by code point, as SQLite orders, whatever the database's locale

    public override string ForUpdateOf(string alias, bool skipLocked = false) => Writes ? $"FOR UPDATE OF {alias}{(skipLocked ? " SKIP LOCKED" : "")}" : "";

    public override async Task LockAsync(IEnumerable<ulong> hashes)
    {
        var stripes = new SortedSet<int>(hashes.Select(h => (int)(h % Stripes))).ToArray();
        if (stripes.Length > MostStripes)
        {
            throw new InvalidOperationException($"A batch would lock {stripes.Length} stripes; the bound is {MostStripes}.");
        }

        // unnest keeps the array's order, so every transaction takes its stripes in the same order.
        await ExecuteAsync(
            $"SELECT pg_advisory_xact_lock({LockClass}, stripe) FROM unnest(@stripes) AS stripe",
            ("stripes", stripes));
    }

    public override Task<List<(long Key, long Value)>> LowestAsync(string table, string key, string value, IReadOnlyCollection<long> keys, int bound) =>
        QueryAsync(
            $"SELECT k.key, m.{value} FROM {{rows}} CROSS JOIN LATERAL (SELECT {value} FROM {table} WHERE {key} = k.key ORDER BY {value} LIMIT @bound) AS m",
            RowSet.Of("key", keys),
            r => (r.GetInt64(0), r.GetInt64(1)),
            ("bound", bound));

    public override async Task InsertAsync<T>(Insert<T> insert, IReadOnlyList<T> rows)
    {
        if (rows.Count == 0)
        {
            return;
        }

        var casts = string.Join(", ", insert.Columns.Select((c, i) => $"@c{i}::{TypeOf(c.Type)}[]"));
        var command = (NpgsqlCommand)Command($"INSERT INTO {insert.Table} ({insert.ColumnList}) SELECT * FROM unnest({casts}) {insert.OnConflict}");
        for (var i = 0; i < insert.Columns.Length; i++)
        {
            command.Parameters.Add(new NpgsqlParameter($"c{i}", NpgsqlDbType.Array | DbTypeOf(insert.Columns[i].Type)) { Value = ColumnOf(insert.Columns[i], rows) });
        }

        await command.ExecuteNonQueryAsync();
    }

    public override async Task CopyAsync<T>(Insert<T> insert, IReadOnlyList<T> rows)
    {
        await using var copy = await connection.BeginBinaryImportAsync($"COPY {insert.Table.Split(' ')[0]} ({insert.ColumnList}) FROM STDIN (FORMAT BINARY)");
        foreach (var row in rows)
        {
            await copy.StartRowAsync();
            foreach (var column in insert.Columns)
            {
                switch (column.Value(row))
                {
                    case null:
                        await copy.WriteNullAsync();
                        break;
                    case string text:
                        await copy.WriteAsync(text, NpgsqlDbType.Text);
                        break;
                    case var value:
                        await copy.WriteAsync(value, DbTypeOf(column.Type));
                        break;
                }
            }
        }

        await copy.CompleteAsync();
    }

    protected override DbCommand Command(string sql) => new NpgsqlCommand(Translate(sql), (NpgsqlConnection)Connection, (NpgsqlTransaction?)Transaction);

    protected override string RowsAs(RowSet rows) =>
        $"unnest({string.Join(", ", rows.Columns.Select(c => $"@rows_{c.Name}"))}) AS k({string.Join(", ", rows.Columns.Select(c => c.Name))})";

    protected override void BindRows(DbCommand command, RowSet rows)
    {
        foreach (var (name, values) in rows.Columns)
        {
            ((NpgsqlCommand)command).Parameters.AddWithValue($"rows_{name}", values);
        }
    }

    protected override void BindOne(DbCommand command, string name, object? value) =>
        ((NpgsqlCommand)command).Parameters.AddWithValue(name, value ?? DBNull.Value);

    private static string TypeOf(ColumnType type) => type switch
    {
        ColumnType.Text => "text",
        ColumnType.Long => "bigint",
        ColumnType.Int => "integer",
        ColumnType.Small => "smallint",
        ColumnType.Double => "double precision",
        _ => "bytea",
    };

    private static NpgsqlDbType DbTypeOf(ColumnType type) => type switch
    {
        ColumnType.Text => NpgsqlDbType.Text,
        ColumnType.Long => NpgsqlDbType.Bigint,
        ColumnType.Int => NpgsqlDbType.Integer,
        ColumnType.Small => NpgsqlDbType.Smallint,
        ColumnType.Double => NpgsqlDbType.Double,
        _ => NpgsqlDbType.Bytea,
    };

    private static Array ColumnOf<T>(Column<T> column, IReadOnlyList<T> rows)
    {
        Array values = column.Type switch
        {
            ColumnType.Text => new string?[rows.Count],
            ColumnType.Long => new long?[rows.Count],
            ColumnType.Int => new int?[rows.Count],
            ColumnType.Small => new short?[rows.Count],
            ColumnType.Double => new double?[rows.Count],
            _ => new byte[]?[rows.Count],
        };
        for (var i = 0; i < rows.Count; i++)
        {
            values.SetValue(column.Value(rows[i]), i);
        }

        return values;
    }
}
