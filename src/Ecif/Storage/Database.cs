using System.Data.Common;

namespace Granary.Ecif.Storage;

/// <summary>
/// The thin seam between the customer master and its two engines. SQL is written once, in the words that both speak;
/// what differs (sets of rows as parameters, bulk writes, locks, the dialect's few types) lives in one class per engine.
/// </summary>
internal abstract class Database : IAsyncDisposable
{
    /// <summary>PostgreSQL where the string names a host; otherwise the path of a SQLite file.</summary>
    public static Database Open(string connectionString) =>
        connectionString.Contains("Host=", StringComparison.OrdinalIgnoreCase)
        || connectionString.Contains("Server=", StringComparison.OrdinalIgnoreCase)
            ? new PostgresDatabase(connectionString)
            : new SqliteDatabase(connectionString);

    public abstract string Engine { get; }

    /// <summary>Whether other processes may write the same database, so that leases and locks are needed.</summary>
    public abstract bool IsShared { get; }

    /// <summary>Runs one transaction; a deadlock is rolled back and tried again, so the work must have no effects of its own.</summary>
    public abstract Task<T> WriteAsync<T>(Func<Session, Task<T>> work, CancellationToken cancellation);

    /// <summary>Runs reads that see committed data only, beside the writer.</summary>
    public abstract Task<T> ReadAsync<T>(Func<Session, Task<T>> work, CancellationToken cancellation);

    /// <summary>Runs the migration's statements in one transaction under the cluster-wide migration lock.</summary>
    public abstract Task<T> MigrateAsync<T>(Func<Session, Task<T>> work, CancellationToken cancellation);

    public Task WriteAsync(Func<Session, Task> work, CancellationToken cancellation) =>
        WriteAsync(async session =>
        {
            await work(session);
            return true;
        }, cancellation);

    public abstract ValueTask DisposeAsync();
}

/// <summary>One transaction on one engine.</summary>
internal abstract class Session(DbConnection connection, DbTransaction? transaction)
{
    protected DbConnection Connection { get; } = connection;

    protected DbTransaction? Transaction { get; } = transaction;

    /// <summary>What every list of the engine's change log is ordered by (see <see cref="Distribution.ChangeLog"/>).</summary>
    public abstract string OldestRunningTransaction { get; }

    /// <summary>The text that this engine understands of a statement written for both.</summary>
    public abstract string Translate(string sql);

    /// <summary>Takes exclusive locks on the stripes until the transaction ends, in sorted order. Nothing to do where there is one writer.</summary>
    public abstract Task LockAsync(IEnumerable<ulong> hashes);

    /// <summary>"FOR UPDATE …" where rows can be locked; empty where there is one writer.</summary>
    /// <param name="skipLocked">Leaves out rows that another transaction has locked, in place of waiting for it.</param>
    public abstract string ForUpdateOf(string alias, bool skipLocked = false);

    /// <summary>The records that share a match key with any of the hashes, at most <paramref name="bound"/> a hash: (hash, record id).</summary>
    public abstract Task<List<(long Hash, long Record)>> MatchKeysAsync(IReadOnlyCollection<long> hashes, int bound);

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
internal sealed class RowSet
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

    public static RowSet Of(string first, string second, IReadOnlyCollection<(string First, string Second)> values) =>
        new(values.Count, (first, values.Select(v => v.First).ToArray()), (second, values.Select(v => v.Second).ToArray()));
}

internal enum ColumnType
{
    Text,
    Long,
    Int,
    Small,
    Double,
    Bytes,
}

internal sealed record Column<T>(string Name, ColumnType Type, Func<T, object?> Value);

/// <summary>A bulk write, declared once: the table, its columns, and what happens to a row that is there already.</summary>
/// <param name="OnConflict">For example "ON CONFLICT (id) DO UPDATE SET name = excluded.name"; empty where a conflict is an error.</param>
internal sealed record Insert<T>(string Table, string OnConflict, params Column<T>[] Columns)
{
    private string? _columns;

    public string ColumnList => _columns ??= string.Join(", ", Columns.Select(c => c.Name));
}

internal static class Reading
{
    public static string? TextOrNull(this DbDataReader reader, int index) => reader.IsDBNull(index) ? null : reader.GetString(index);

    public static long? LongOrNull(this DbDataReader reader, int index) => reader.IsDBNull(index) ? null : reader.GetInt64(index);
}
