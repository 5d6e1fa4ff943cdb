using Npgsql;

namespace Granary.Kernel.Storage;

/// <summary>An initial load: into tables without indexes, which are built afterwards from sorted rows, several at once.</summary>
internal static class PostgresLoad
{
    /// <summary>Indexes that are built at once: each sorts its rows by itself, and two keep a disk busy.</summary>
    private const int AtOnce = 2;

    private sealed record Dropped(string Drop, string Create, bool IsKey);

    public static async Task RunAsync(NpgsqlDataSource source, IReadOnlyList<string> tables, Func<Task> work, CancellationToken cancellation)
    {
        var dropped = new List<Dropped>();
        foreach (var table in tables)
        {
            dropped.AddRange(await KeysAsync(source, table, cancellation));
            dropped.AddRange(await IndexesAsync(source, table, cancellation));
        }

        foreach (var one in dropped)
        {
            await ExecuteAsync(source, one.Drop, cancellation);
        }

        await work();
        // Keys lock their table against each other, so they come one by one; plain indexes of one table do not.
        foreach (var key in dropped.Where(d => d.IsKey))
        {
            await ExecuteAsync(source, key.Create, cancellation);
        }

        await Parallel.ForEachAsync(dropped.Where(d => !d.IsKey), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation },
            async (index, stop) => await ExecuteAsync(source, index.Create, stop));
        foreach (var table in tables)
        {
            // VACUUM too, so that counting reads the index alone from the start.
            await ExecuteAsync(source, $"VACUUM ANALYZE {table}", cancellation);
        }
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

    private static async Task ExecuteAsync(NpgsqlDataSource source, string sql, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await using (var memory = new NpgsqlCommand("SET maintenance_work_mem = '256MB'", connection))
        {
            await memory.ExecuteNonQueryAsync(cancellation);
        }

        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
