using System.Reflection;
using Granary.Kernel.Auditing;

namespace Granary.Kernel.Storage;

/// <summary>
/// Ordered, forward only, run at start under a lock. Each is one transaction on both engines (their DDL is transactional),
/// so a process killed at any statement leaves the schema before it or after it.
/// </summary>
internal static class Migrations
{
    private const string Folder = "Migrations.";

    public static async Task<int> RunAsync(Database database, Engine engine, TimeProvider clock, CancellationToken cancellation)
    {
        var done = 0;
        var assembly = database.GetType().Assembly;
        foreach (var name in Names(assembly).Where(n => !Others(engine.Name).Any(other => n.EndsWith(other, StringComparison.Ordinal))))
        {
            done += await engine.MigrateAsync(async session => await ApplyAsync(session, assembly, database.Schema, name, clock) ? 1 : 0, cancellation);
        }

        return done;
    }

    private static IReadOnlyList<string> Names(Assembly assembly) =>
        [.. assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith(Folder, StringComparison.Ordinal))
            .Select(n => n[Folder.Length..])
            .Order(StringComparer.Ordinal)];

    /// <summary>How files end that are for one engine alone: triggers, for which there are no common words.</summary>
    private static IEnumerable<string> Others(string engine) => new[] { "sqlite", "postgresql" }.Where(e => e != engine).Select(e => $".{e}.sql");

    private static async Task<bool> ApplyAsync(Session session, Assembly assembly, string schema, string name, TimeProvider clock)
    {
        await session.ExecuteAsync($"CREATE TABLE IF NOT EXISTS {schema}.migration (name text PRIMARY KEY, at bigint NOT NULL)");
        var known = await session.QueryAsync($"SELECT 1 FROM {schema}.migration WHERE name = @name", r => r.GetInt32(0), ("name", name));
        if (known.Count > 0)
        {
            return false;
        }

        foreach (var statement in Statements(assembly, schema, name))
        {
            await session.ExecuteAsync(statement);
            Crash.At("mid-migration");
        }

        await session.ExecuteAsync($"INSERT INTO {schema}.migration (name, at) VALUES (@name, @at)",
            ("name", name), ("at", clock.GetUtcNow().ToUnixTimeMilliseconds()));
        return true;
    }

    private static IEnumerable<string> Statements(Assembly assembly, string schema, string name)
    {
        using var stream = assembly.GetManifestResourceStream(Folder + name)
            ?? throw new InvalidOperationException($"The migration {name} is not in the assembly.");
        using var reader = new StreamReader(stream);
        var lines = reader.ReadToEnd().Split('\n').Where(line => !line.TrimStart().StartsWith("--", StringComparison.Ordinal));
        var text = string.Join('\n', lines).Replace("{audit}", AuditTrail.Tables(schema), StringComparison.Ordinal);
        // {;} stands between the statements of a trigger, which is one statement itself.
        return [.. text.Replace("{;}", "\u001F", StringComparison.Ordinal).Split(';').Select(s => s.Trim().Replace('\u001F', ';')).Where(s => s.Length > 0)];
    }
}
