using System.Collections.Concurrent;
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

        protected override async Task<TemporaryDatabase> CopyAsync(TemporaryDatabase template)
        {
            var copy = await CreateAsync();
            Copy(Path.GetDirectoryName(template.ConnectionString)!, Path.GetDirectoryName(copy.ConnectionString)!);
            return copy;
        }
    }

    public sealed class Postgres : Engine
    {
        public override Task<TemporaryDatabase> CreateAsync() => CreateAsync("");

        protected override Task<TemporaryDatabase> CopyAsync(TemporaryDatabase template) => CreateAsync($"TEMPLATE {new NpgsqlConnectionStringBuilder(template.ConnectionString).Database}");

        private static async Task<TemporaryDatabase> CreateAsync(string like)
        {
            var server = Environment.GetEnvironmentVariable("GRANARY_TEST_POSTGRES");
            Assert.SkipWhen(string.IsNullOrEmpty(server), "GRANARY_TEST_POSTGRES names no server; ./test starts one");
            var name = $"test_{Guid.NewGuid():N}";
            await RunAsync(server!, $"CREATE DATABASE {name} {like}");
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

    /// <summary>A fresh database and data folder as something prepared them: that is done once a process, and copied.</summary>
    /// <param name="key">What is prepared. The test's assembly names <see cref="Templates"/> as its fixture.</param>
    /// <param name="prepareAsync">Must have closed all connections when it ends.</param>
    public async Task<Place> CopyAsync(string key, Func<Place, Task> prepareAsync)
    {
        var template = await Templates.OfAsync((GetType(), key), async () =>
        {
            var made = new Place(await CreateAsync(), Directory.CreateTempSubdirectory("granary-test-"));
            await prepareAsync(made);
            return made;
        });
        var data = Directory.CreateTempSubdirectory("granary-test-");
        Copy(template.Data.FullName, data.FullName);
        return new Place(await CopyAsync(template.Database), data);
    }

    protected abstract Task<TemporaryDatabase> CopyAsync(TemporaryDatabase template);

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var there = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(there)!);
            File.Copy(file, there);
        }
    }
}

/// <summary>What tests copy, once a process; gone when the assembly's tests have ended.</summary>
public sealed class Templates : IAsyncDisposable
{
    private static readonly ConcurrentDictionary<(Type Engine, string Key), Lazy<Task<Place>>> Made = new();

    internal static Task<Place> OfAsync((Type Engine, string Key) key, Func<Task<Place>> makeAsync) => Made.GetOrAdd(key, _ => new(makeAsync)).Value;

    public async ValueTask DisposeAsync()
    {
        foreach (var made in Made.Values.Where(m => m.Value.IsCompletedSuccessfully))
        {
            await (await made.Value).DisposeAsync();
        }
    }
}

/// <summary>Where a hub of a test keeps what it has.</summary>
public sealed record Place(TemporaryDatabase Database, DirectoryInfo Data) : IAsyncDisposable
{
    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        Data.Delete(recursive: true);
    }
}

public sealed class TemporaryDatabase(string connectionString, Func<Task> drop) : IAsyncDisposable
{
    public string ConnectionString { get; } = connectionString;

    public async ValueTask DisposeAsync() => await drop();
}
