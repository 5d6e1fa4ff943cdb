using Npgsql;

namespace Granary.Tests;

/// <summary>An engine with a fresh database for one test; the database goes when the test ends.</summary>
public abstract class Engine
{
    public sealed class Sqlite : Engine
    {
        public override Task<TemporaryDatabase> CreateAsync()
        {
            var folder = Directory.CreateTempSubdirectory("granary-test-");
            return Task.FromResult(new TemporaryDatabase(Path.Combine(folder.FullName, "test.db"), () =>
            {
                folder.Delete(recursive: true);
                return Task.CompletedTask;
            }));
        }
    }

    public sealed class Postgres : Engine
    {
        public override async Task<TemporaryDatabase> CreateAsync()
        {
            var server = Environment.GetEnvironmentVariable("GRANARY_TEST_POSTGRES");
            Assert.SkipWhen(string.IsNullOrEmpty(server), "GRANARY_TEST_POSTGRES names no server; ./test starts one");
            var name = $"test_{Guid.NewGuid():N}";
            await RunAsync(server!, $"CREATE DATABASE {name}");
            return new TemporaryDatabase(new NpgsqlConnectionStringBuilder(server) { Database = name }.ToString(), async () =>
            {
                NpgsqlConnection.ClearAllPools();
                await RunAsync(server!, $"DROP DATABASE {name} WITH (FORCE)");
            });
        }

        private static async Task RunAsync(string server, string sql)
        {
            await using var connection = new NpgsqlConnection(server);
            await connection.OpenAsync();
            await using var command = new NpgsqlCommand(sql, connection);
            await command.ExecuteNonQueryAsync();
        }
    }

    public abstract Task<TemporaryDatabase> CreateAsync();
}

public sealed class TemporaryDatabase(string connectionString, Func<Task> drop) : IAsyncDisposable
{
    public string ConnectionString { get; } = connectionString;

    public async ValueTask DisposeAsync() => await drop();
}
