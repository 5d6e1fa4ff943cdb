using Npgsql;

namespace Granary.Kernel.Storage;

/// <summary>
/// An initial load: into tables without indexes, which are built afterwards from sorted rows, several at once. What was dropped is kept in a
/// table of its own by the transaction that drops it, so a load that dies is taken up by the next.
/// </summary>
internal static class PostgresLoad
{
    /// <summary>Indexes that are built at once: each sorts its rows by itself, and two keep a disk busy.</summary>
    private const int AtOnce = 2;

    private sealed record Dropped(string Drop, string Create, bool IsKey);

    public static async Task RunAsync(NpgsqlDataSource source, string schema, IReadOnlyList<string> tables, Func<Task> work, CancellationToken cancellation)
    {
        var kept = $"{schema}.dropped_index";
        await ExecuteAsync(source, [$"CREATE TABLE IF NOT EXISTS {kept} (create_sql text PRIMARY KEY, is_key boolean NOT NULL)"], cancellation);
        foreach (var table in tables)
        {
            foreach (var one in (await KeysAsync(source, table, cancellation)).Concat(await IndexesAsync(source, table, cancellation)))
            {
                await ExecuteAsync(source, [one.Drop, $"INSERT INTO {kept} VALUES ('{one.Create.Replace("'", "''", StringComparison.Ordinal)}', {one.IsKey})"], cancellation);
            }
        }

        await work();
        // Keys lock their table against each other, so they come one by one; plain indexes of one table do not.
        foreach (var key in await KeptAsync(source, kept, isKey: true, cancellation))
        {
            await BuildAsync(source, kept, key, cancellation);
        }

        await Parallel.ForEachAsync(await KeptAsync(source, kept, isKey: false, cancellation), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation },
            async (index, stop) => await BuildAsync(source, kept, index, stop));
        await ExecuteAsync(source, [$"DROP TABLE {kept}"], cancellation);
        foreach (var table in tables)
        {
            // VACUUM too, so that counting reads the index alone from the start; it wants no transaction around it.
            await using var vacuum = source.CreateCommand($"VACUUM ANALYZE {table}");
            vacuum.CommandTimeout = 0;
            await vacuum.ExecuteNonQueryAsync(cancellation);
        }
    }

    private static Task BuildAsync(NpgsqlDataSource source, string kept, string create, CancellationToken cancellation) => ExecuteAsync(source,
        ["SET LOCAL maintenance_work_mem = '256MB'", create, $"DELETE FROM {kept} WHERE create_sql = '{create.Replace("'", "''", StringComparison.Ordinal)}'"], cancellation);

    private static async Task<List<string>> KeptAsync(NpgsqlDataSource source, string kept, bool isKey, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand($"SELECT create_sql FROM {kept} WHERE is_key = {isKey} ORDER BY 1");
        var list = new List<string>();
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            list.Add(reader.GetString(0));
        }

        return list;
    }

    private static Task<List<Dropped>> KeysAsync(NpgsqlDataSource source, string table, CancellationToken cancellation) => ReadAsync(source,
        "SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint WHERE conrelid = $1::regclass AND contype IN ('p', 'u')", table,
        r => new Dropped($"ALTER TABLE {table} DROP CONSTRAINT {r.GetString(0)}", $"ALTER TABLE {table} ADD CONSTRAINT {r.GetString(0)} {r.GetString(1)}", IsKey: true), cancellation);

    private static Task<List<Dropped>> IndexesAsync(NpgsqlDataSource source, string table, CancellationToken cancellation) => ReadAsync(source,
        """
        SELECT i.indexrelid::regclass::text, pg_get_indexdef(i.indexrelid) FROM pg_index i
        WHERE i.indrelid = $1::regclass AND NOT EXISTS (SELECT 1 FROM pg_constraint c WHERE c.conindid = i.indexrelid)
        """, table, r => new Dropped($"DROP INDEX {r.GetString(0)}", r.GetString(1), IsKey: false), cancellation);

    private static async Task<List<Dropped>> ReadAsync(NpgsqlDataSource source, string sql, string table, Func<NpgsqlDataReader, Dropped> read, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand(sql);
        command.Parameters.AddWithValue(table);
        var list = new List<Dropped>();
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            list.Add(read(reader));
        }

        return list;
    }

    /// <summary>Statements as one transaction.</summary>
    private static async Task ExecuteAsync(NpgsqlDataSource source, IReadOnlyList<string> statements, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        foreach (var sql in statements)
        {
            await using var command = new NpgsqlCommand(sql, connection, transaction) { CommandTimeout = 0 };
            await command.ExecuteNonQueryAsync(cancellation);
        }

        await transaction.CommitAsync(cancellation);
    }
}
