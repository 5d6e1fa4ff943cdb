using Npgsql;

namespace Granary.Bench;

internal static class Repository
{
    public static string Root { get; } = Find();

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Granary.slnx")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException("Granary.slnx is not above the benchmark");
    }
}

/// <summary>An engine with a fresh database for each measurement.</summary>
internal sealed record BenchEngine(string Name, Func<Task<(string ConnectionString, Func<Task> Drop)>> CreateAsync)
{
    public static IEnumerable<BenchEngine> Available()
    {
        yield return new BenchEngine("sqlite", () =>
        {
            var folder = Directory.CreateTempSubdirectory("granary-bench-");
            return Task.FromResult<(string, Func<Task>)>((Path.Combine(folder.FullName, "bench.db"), () =>
            {
                folder.Delete(recursive: true);
                return Task.CompletedTask;
            }));
        });
        if (Environment.GetEnvironmentVariable("GRANARY_TEST_POSTGRES") is { Length: > 0 } server)
        {
            yield return new BenchEngine("postgresql", async () =>
            {
                var name = $"bench_{Guid.NewGuid():N}";
                await RunAsync(server, $"CREATE DATABASE {name}");
                return (new NpgsqlConnectionStringBuilder(server) { Database = name }.ToString(), () => DropAsync(server, name));
            });
        }
    }

    /// <summary>A copy of a PostgreSQL database that nobody else is connected to.</summary>
    public static async Task<(string ConnectionString, Func<Task> Drop)> CopyAsync(string connection)
    {
        var (name, server) = ($"bench_{Guid.NewGuid():N}", new NpgsqlConnectionStringBuilder(connection) { Database = "postgres" }.ToString());
        await RunAsync(server, $"CREATE DATABASE {name} TEMPLATE {new NpgsqlConnectionStringBuilder(connection).Database}");
        return (new NpgsqlConnectionStringBuilder(connection) { Database = name }.ToString(), () => DropAsync(server, name));
    }

    private static Task DropAsync(string server, string name)
    {
        NpgsqlConnection.ClearAllPools();
        return RunAsync(server, $"DROP DATABASE {name} WITH (FORCE)");
    }

    private static async Task RunAsync(string server, string sql)
    {
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 600 };
        await command.ExecuteNonQueryAsync();
    }
}
