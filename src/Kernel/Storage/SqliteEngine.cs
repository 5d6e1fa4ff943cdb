using System.Data.Common;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace Granary.Kernel.Storage;

/// <summary>
/// Embedded SQLite. One connection owns all writes and all checkpoints (before SQLite 3.51.3 two connections that write and
/// checkpoint a WAL at once can corrupt it); readers are read-only connections.
/// </summary>
internal sealed class SqliteEngine : Engine
{
    private readonly string _readString;
    private readonly string _schema;
    private readonly SqliteConnection _writer;
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly Dictionary<string, SqliteCommand> _prepared = new(StringComparer.Ordinal);

    public SqliteEngine(string connectionString, string schema)
    {
        _schema = schema;
        var path = new SqliteConnectionStringBuilder(connectionString.Contains('=', StringComparison.Ordinal) ? connectionString : $"Data Source={connectionString}").DataSource;
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder)
        {
            Directory.CreateDirectory(folder);
        }

        _readString = new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, DefaultTimeout = 5 }.ToString();
        _writer = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadWriteCreate, Pooling = false, DefaultTimeout = 5 }.ToString());
        _writer.Open();
        Pragma("PRAGMA journal_mode=WAL");
        Pragma("PRAGMA synchronous=FULL");
        Pragma("PRAGMA cache_size=-65536");
        if (Pragma("SELECT sqlite_compileoption_used('ENABLE_FTS5')") is not 1L)
        {
            throw new NotSupportedException("This build of SQLite has no FTS5; Granary's search needs it.");
        }
    }

    public override string Name => "sqlite";

    public override bool IsShared => false;

    public override async Task<T> WriteAsync<T>(Func<Session, Task<T>> work, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            Execute("BEGIN IMMEDIATE");
            try
            {
                var result = await work(new SqliteSession(_writer, _schema, _prepared));
                Execute("COMMIT");
                return result;
            }
            catch
            {
                Execute("ROLLBACK");
                throw;
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    public override async Task<T> ReadAsync<T>(Func<Session, Task<T>> work, CancellationToken cancellation)
    {
        await using var connection = new SqliteConnection(_readString);
        await connection.OpenAsync(cancellation);
        await using var transaction = connection.BeginTransaction(deferred: true);
        return await work(new SqliteSession(connection, _schema, null, transaction));
    }

    public override Task<T> MigrateAsync<T>(Func<Session, Task<T>> work, CancellationToken cancellation) => WriteAsync(work, cancellation);

    public override async Task LoadAsync(IReadOnlyList<string> tables, Func<Task> work, CancellationToken cancellation)
    {
        await work();
        await WriteAsync(session => session.ExecuteAsync("ANALYZE"), cancellation);
    }

    public override async ValueTask DisposeAsync()
    {
        await _turn.WaitAsync();
        foreach (var command in _prepared.Values)
        {
            await command.DisposeAsync();
        }

        await _writer.DisposeAsync();
        SqliteConnection.ClearPool(new SqliteConnection(_readString));
        _turn.Dispose();
    }

    private void Execute(string sql)
    {
        if (!_prepared.TryGetValue(sql, out var command))
        {
            command = _writer.CreateCommand();
            command.CommandText = sql;
            _prepared.Add(sql, command);
        }

        command.ExecuteNonQuery();
    }

    private object? Pragma(string sql)
    {
        using var command = _writer.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}

internal sealed class SqliteSession(SqliteConnection connection, string schema, Dictionary<string, SqliteCommand>? prepared, SqliteTransaction? transaction = null)
    : Session(connection, transaction, writes: prepared is not null)
{
    /// <summary>One writer: what is committed is in order.</summary>
    public override string OldestRunningTransaction => "9223372036854775807";

    public override string Translate(string sql) => sql
        .Replace(schema + ".", schema + "_", StringComparison.Ordinal)
        .Replace("{identity}", "INTEGER PRIMARY KEY AUTOINCREMENT", StringComparison.Ordinal)
        .Replace("{xid}", "bigint NOT NULL DEFAULT 0", StringComparison.Ordinal)
        .Replace("{json}", "", StringComparison.Ordinal)
        .Replace("{ordinal}", "COLLATE BINARY", StringComparison.Ordinal)
        .Replace("strpos(", "instr(", StringComparison.Ordinal);

    public override string ForUpdateOf(string alias, bool skipLocked = false) => "";

    public override Task LockAsync(IEnumerable<ulong> hashes) => Task.CompletedTask;

    public override async Task<List<(long Key, long Value)>> LowestAsync(string table, string key, string value, IReadOnlyCollection<long> keys, int bound)
    {
        var found = new List<(long, long)>();
        var command = Command($"SELECT {value} FROM {table} WHERE {key} = @key ORDER BY {value} LIMIT @bound");
        foreach (var one in keys)
        {
            BindOne(command, "key", one);
            BindOne(command, "bound", bound);
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                found.Add((one, reader.GetInt64(0)));
            }
        }

        return found;
    }

    public override async Task InsertAsync<T>(Insert<T> insert, IReadOnlyList<T> rows)
    {
        if (rows.Count == 0)
        {
            return;
        }

        // SQLite's parser wants a WHERE between a SELECT and ON CONFLICT, but VALUES needs none.
        var command = Command($"INSERT INTO {insert.Table} ({insert.ColumnList}) VALUES ({string.Join(", ", insert.Columns.Select((_, i) => $"@c{i}"))}) {insert.OnConflict}");
        foreach (var row in rows)
        {
            for (var i = 0; i < insert.Columns.Length; i++)
            {
                BindOne(command, insert.Columns.Length <= Names.Length ? Names[i] : $"c{i}", insert.Columns[i].Value(row));
            }

            await command.ExecuteNonQueryAsync();
        }
    }

    protected override DbCommand Command(string sql)
    {
        if (prepared is not null && prepared.TryGetValue(sql, out var known))
        {
            return known;
        }

        var command = ((SqliteConnection)Connection).CreateCommand();
        command.CommandText = Translate(sql);
        command.Transaction = (SqliteTransaction?)Transaction;
        prepared?.Add(sql, command);
        return command;
    }

    protected override string RowsAs(RowSet rows) => rows.Columns.Length == 1
        ? $"(SELECT value AS {rows.Columns[0].Name} FROM json_each(@rows)) AS k"
        : $"(SELECT {string.Join(", ", rows.Columns.Select((c, i) => $"value->>{i} AS {c.Name}"))} FROM json_each(@rows)) AS k";

    protected override void BindRows(DbCommand command, RowSet rows) => BindOne(command, "rows", rows.Columns.Length == 1
        ? JsonSerializer.Serialize(rows.Columns[0].Values, rows.Columns[0].Values.GetType())
        : JsonSerializer.Serialize(Enumerable.Range(0, rows.Count).Select(i => rows.Columns.Select(c => c.Values.GetValue(i)).ToArray())));

    protected override void BindOne(DbCommand command, string name, object? value)
    {
        var parameters = ((SqliteCommand)command).Parameters;
        var index = parameters.IndexOf("@" + name);
        if (index < 0)
        {
            parameters.AddWithValue("@" + name, value ?? DBNull.Value);
        }
        else
        {
            parameters[index].Value = value ?? DBNull.Value;
        }
    }

    private static readonly string[] Names = [.. Enumerable.Range(0, 24).Select(i => $"c{i}")];
}
