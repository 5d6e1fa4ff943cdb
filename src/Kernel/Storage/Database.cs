using System.Data.Common;

namespace Granary.Kernel.Storage;

/// <summary>
/// The thin seam between a module and its two engines. SQL is written once, in the words that both speak, with the module's schema
/// before every table ("ecif.party"; on SQLite the dot becomes an underscore); what differs (sets of rows as parameters, bulk writes,
/// locks, the dialect's few types and functions) lives in one class per engine. Each module has its own, so that nothing can join across.
/// </summary>
public abstract class Database : IAsyncDisposable
{
    private readonly Engine _engine;

    /// <param name="connectionString">PostgreSQL where the string names a host; otherwise the path of a SQLite file.</param>
    /// <param name="schema">The module's schema; on SQLite the prefix of its tables.</param>
    protected Database(string connectionString, string schema)
    {
        Schema = schema;
        _engine = IsPostgres(connectionString) ? new PostgresEngine(connectionString, schema) : new SqliteEngine(connectionString, schema);
    }

    public string Schema { get; }

    public string EngineName => _engine.Name;

    /// <summary>Whether other processes may write the same database, so that leases and locks are needed.</summary>
    public bool IsShared => _engine.IsShared;

    public static bool IsPostgres(string connectionString) =>
        connectionString.Contains("Host=", StringComparison.OrdinalIgnoreCase) || connectionString.Contains("Server=", StringComparison.OrdinalIgnoreCase);

    /// <summary>Runs one transaction; a deadlock is rolled back and tried again, so the work must have no effects of its own.</summary>
    public Task<T> WriteAsync<T>(Func<Session, Task<T>> work, CancellationToken cancellation) => _engine.WriteAsync(work, cancellation);

    public Task WriteAsync(Func<Session, Task> work, CancellationToken cancellation) =>
        WriteAsync(async session =>
        {
            await work(session);
            return true;
        }, cancellation);

    /// <summary>Runs reads that see committed data only, beside the writer.</summary>
    public Task<T> ReadAsync<T>(Func<Session, Task<T>> work, CancellationToken cancellation) => _engine.ReadAsync(work, cancellation);

    /// <summary>
    /// For an initial load into empty tables: takes their indexes and keys away where the engine builds them faster afterwards, runs the work,
    /// builds them and has the planner look at what came. A load that dies leaves tables without keys; the next one goes on and builds them.
    /// </summary>
    public Task LoadAsync(IReadOnlyList<string> tables, Func<Task> work, CancellationToken cancellation) => _engine.LoadAsync(tables, work, cancellation);

    /// <summary>Brings the schema up to date from the SQL files that the module carries as resources under "Migrations.".</summary>
    /// <returns>How many were applied.</returns>
    public Task<int> MigrateAsync(TimeProvider clock, CancellationToken cancellation) => Migrations.RunAsync(this, _engine, clock, cancellation);

    public async ValueTask DisposeAsync()
    {
        await _engine.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}

/// <summary>One kind of database server or file.</summary>
internal abstract class Engine : IAsyncDisposable
{
    public abstract string Name { get; }

    public abstract bool IsShared { get; }

    public abstract Task<T> WriteAsync<T>(Func<Session, Task<T>> work, CancellationToken cancellation);

    public abstract Task<T> ReadAsync<T>(Func<Session, Task<T>> work, CancellationToken cancellation);

    public abstract Task LoadAsync(IReadOnlyList<string> tables, Func<Task> work, CancellationToken cancellation);

    /// <summary>Runs the migration's statements in one transaction under the cluster-wide migration lock.</summary>
    public abstract Task<T> MigrateAsync<T>(Func<Session, Task<T>> work, CancellationToken cancellation);

    public abstract ValueTask DisposeAsync();
}

/// <summary>One transaction on one engine.</summary>
public abstract class Session(DbConnection connection, DbTransaction? transaction, bool writes)
{
    /// <summary>Whether what is read here may include what this transaction itself wrote and may yet take back.</summary>
    public bool Writes { get; } = writes;

    protected DbConnection Connection { get; } = connection;

    protected DbTransaction? Transaction { get; } = transaction;

    /// <summary>What every list of the engine's change log is ordered by (xid, id); what is not below it may still be overtaken.</summary>
    public abstract string OldestRunningTransaction { get; }

    /// <summary>The text that this engine understands of a statement written for both.</summary>
    public abstract string Translate(string sql);

    /// <summary>Takes exclusive locks on the stripes until the transaction ends, in sorted order. Nothing to do where there is one writer.</summary>
    public abstract Task LockAsync(IEnumerable<ulong> hashes);

    /// <summary>"FOR UPDATE …" where rows can be locked; empty where there is one writer, and where nothing is written.</summary>
    /// <param name="skipLocked">Leaves out rows that another transaction has locked, in place of waiting for it.</param>
    public abstract string ForUpdateOf(string alias, bool skipLocked = false);

    /// <summary>The lowest values beside each of the keys in a table of (key, value), at most <paramref name="bound"/> a key.</summary>
    public abstract Task<List<(long Key, long Value)>> LowestAsync(string table, string key, string value, IReadOnlyCollection<long> keys, int bound);

    public async Task<List<T>> QueryAsync<T>(string sql, Func<DbDataReader, T> read, params (string Name, object? Value)[] parameters)
    {
        var command = Command(sql);
        Bind(command, parameters);
        return await ReadAllAsync(command, read);
    }

    /// <summary>A query over a set of rows, which the statement names as {rows}.</summary>
    public async Task<List<T>> QueryAsync<T>(string sql, RowSet rows, Func<DbDataReader, T> read, params (string Name, object? Value)[] parameters)
    {
        if (rows.Count == 0)
        {
            return [];
        }

        var command = Command(sql.Replace("{rows}", RowsAs(rows), StringComparison.Ordinal));
        Bind(command, parameters);
        BindRows(command, rows);
        return await ReadAllAsync(command, read);
    }

    public async Task<int> ExecuteAsync(string sql, params (string Name, object? Value)[] parameters)
    {
        var command = Command(sql);
        Bind(command, parameters);
        return await command.ExecuteNonQueryAsync();
    }

    public async Task<int> ExecuteAsync(string sql, RowSet rows, params (string Name, object? Value)[] parameters)
    {
        if (rows.Count == 0)
        {
            return 0;
        }

        var command = Command(sql.Replace("{rows}", RowsAs(rows), StringComparison.Ordinal));
        Bind(command, parameters);
        BindRows(command, rows);
        return await command.ExecuteNonQueryAsync();
    }

    /// <summary>Writes many rows of one table in as few round trips as the engine allows.</summary>
    public abstract Task InsertAsync<T>(Insert<T> insert, IReadOnlyList<T> rows);

    /// <summary>Writes very many new rows by the engine's bulk path. <see cref="Insert{T}.OnConflict"/> does not hold here: a conflict is an error.</summary>
    public virtual Task CopyAsync<T>(Insert<T> insert, IReadOnlyList<T> rows) => InsertAsync(insert, rows);

    protected abstract DbCommand Command(string sql);

    protected abstract string RowsAs(RowSet rows);

    protected abstract void BindRows(DbCommand command, RowSet rows);

    protected abstract void BindOne(DbCommand command, string name, object? value);

    private void Bind(DbCommand command, (string Name, object? Value)[] parameters)
    {
        foreach (var (name, value) in parameters)
        {
            BindOne(command, name, value);
        }
    }

    private static async Task<List<T>> ReadAllAsync<T>(DbCommand command, Func<DbDataReader, T> read)
    {
        var list = new List<T>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            list.Add(read(reader));
        }

        return list;
    }
}

/// <summary>A set of rows as one parameter: up to three columns of text or whole numbers.</summary>
public sealed class RowSet
{
    private RowSet(int count, params (string Name, Array Values)[] columns)
    {
        Count = count;
        Columns = columns;
    }

    public int Count { get; }

    public (string Name, Array Values)[] Columns { get; }

    public static RowSet Of(string name, IReadOnlyCollection<long> values) => new(values.Count, (name, values.ToArray()));

    public static RowSet Of(string name, IReadOnlyCollection<string> values) => new(values.Count, (name, values.ToArray()));

    public static RowSet Of(string first, string second, IReadOnlyCollection<(long First, string Second)> values) =>
        new(values.Count, (first, values.Select(v => v.First).ToArray()), (second, values.Select(v => v.Second).ToArray()));

    public static RowSet Of(string first, string second, IReadOnlyCollection<(string First, string Second)> values) =>
        new(values.Count, (first, values.Select(v => v.First).ToArray()), (second, values.Select(v => v.Second).ToArray()));
}

public enum ColumnType
{
    Text,
    Long,
    Int,
    Small,
    Double,
    Bytes,
}

public sealed record Column<T>(string Name, ColumnType Type, Func<T, object?> Value);

/// <summary>A bulk write, declared once: the table, its columns, and what happens to a row that is there already.</summary>
/// <param name="OnConflict">For example "ON CONFLICT (id) DO UPDATE SET name = excluded.name"; empty where a conflict is an error.</param>
public sealed record Insert<T>(string Table, string OnConflict, params Column<T>[] Columns)
{
    private string? _columns;

    public string ColumnList => _columns ??= string.Join(", ", Columns.Select(c => c.Name));
}

public static class Reading
{
    public static string? TextOrNull(this DbDataReader reader, int index) => reader.IsDBNull(index) ? null : reader.GetString(index);

    public static long? LongOrNull(this DbDataReader reader, int index) => reader.IsDBNull(index) ? null : reader.GetInt64(index);
}
