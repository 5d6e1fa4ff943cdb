using Granary.Access.Storage;
using Granary.Kernel.Auditing;
using Granary.Tests;

namespace Granary.Access.Tests;

public sealed class SqliteAuditTests : AuditCompliance<Engine.Sqlite>;

public sealed class PostgresAuditTests : AuditCompliance<Engine.Postgres>;

/// <summary>The chain of the audit trail, and whoever edits it behind our back.</summary>
public abstract class AuditCompliance<TEngine>
    where TEngine : Engine, new()
{
    private static async Task<(TemporaryDatabase Temporary, AccessDatabase Database)> TenRowsAsync()
    {
        var temporary = await new TEngine().CreateAsync();
        var database = new AccessDatabase(temporary.ConnectionString);
        await database.MigrateAsync(TimeProvider.System, CancellationToken.None);
        await Task.WhenAll(Enumerable.Range(0, 10).Select(i => database.WriteAsync(
            session => AuditTrail.AppendAsync(session, "access", 1000 + i, new AuditEntry("审计员", "127.0.0.1", "test.act", $"S{i}", "because", "", $"after {i}")), CancellationToken.None)));
        return (temporary, database);
    }

    private static async Task<IReadOnlyList<string>> FaultsAsync(AccessDatabase database, params AuditHead[] heads) =>
        [.. (await AuditTrail.VerifyAsync(database, heads, null, CancellationToken.None)).Select(f => $"{f.Id} {f.What}")];

    [Fact, Trait("Case", "ACC-10")]
    public async Task A_trail_that_nobody_touched_is_whole_also_when_many_wrote_at_once()
    {
        var (temporary, database) = await TenRowsAsync();
        await using var _ = temporary;
        await using var __ = database;
        Assert.Equal(10, (await AuditTrail.HeadAsync(database, CancellationToken.None)).Id);
        Assert.Empty(await FaultsAsync(database, await AuditTrail.HeadAsync(database, CancellationToken.None)));
    }

    [Theory, Trait("Case", "ACC-11")]
    [InlineData("UPDATE access.audit SET after = 'nothing' WHERE id = 4", "4 was edited")]
    [InlineData("UPDATE access.audit SET at = at + 1 WHERE id = 4", "4 was edited")]
    [InlineData("UPDATE access.audit SET who = 'somebody' WHERE id = 4", "4 was edited")]
    [InlineData("DELETE FROM access.audit WHERE id = 4", "4 is missing")]
    [InlineData("DELETE FROM access.audit WHERE id IN (4, 5)", "4 to 5 are missing")]
    [InlineData("DELETE FROM access.audit WHERE id > 7", "8 to 10 were cut off")]
    public async Task An_edited_a_deleted_and_a_cut_off_row_is_named(string edit, string fault)
    {
        var (temporary, database) = await TenRowsAsync();
        await using var _ = temporary;
        await using var __ = database;
        await database.WriteAsync(session => session.ExecuteAsync(edit), CancellationToken.None);
        Assert.Contains(fault, await FaultsAsync(database));
    }

    [Fact, Trait("Case", "ACC-12")]
    public async Task Who_cuts_rows_off_and_mends_the_head_too_is_found_by_the_head_that_was_written_down_outside()
    {
        var (temporary, database) = await TenRowsAsync();
        await using var _ = temporary;
        await using var __ = database;
        var outside = await AuditTrail.HeadAsync(database, CancellationToken.None);
        await database.WriteAsync(async session =>
        {
            await session.ExecuteAsync("DELETE FROM access.audit WHERE id > 7");
            await session.ExecuteAsync("UPDATE access.audit_head SET id = 7, hash = (SELECT hash FROM access.audit WHERE id = 7)");
        }, CancellationToken.None);
        Assert.Empty(await FaultsAsync(database));
        Assert.Equal(["8 to 10 were cut off"], await FaultsAsync(database, outside));
    }

    [Fact, Trait("Case", "ACC-12")]
    public async Task Who_writes_the_whole_trail_anew_is_found_too()
    {
        var (temporary, database) = await TenRowsAsync();
        await using var _ = temporary;
        await using var __ = database;
        var outside = await AuditTrail.HeadAsync(database, CancellationToken.None);
        await database.WriteAsync(async session =>
        {
            await session.ExecuteAsync("DELETE FROM access.audit");
            await session.ExecuteAsync($"UPDATE access.audit_head SET id = 0, hash = '{new string('0', 64)}'");
            await AuditTrail.AppendAsync(session, "access", 1, [.. Enumerable.Range(0, 10).Select(i => new AuditEntry("me", "", "test.act", $"S{i}"))]);
        }, CancellationToken.None);
        Assert.Equal(["10 is not the row that was written down outside the database"], await FaultsAsync(database, outside));
    }
}
