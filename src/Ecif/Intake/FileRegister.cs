using Granary.Ecif.Contracts;
using Granary.Ecif.Storage;
using Granary.Kernel.Storage;

namespace Granary.Ecif.Intake;

/// <summary>Which end-of-day files came in, and how far they were taken. The verdicts of their records are those of the message log.</summary>
internal sealed class FileRegister(EcifDatabase database, TimeProvider clock) : IFileRegister
{
    private const short Taking = 0;
    private const short Done = 1;

    public Task<FileState> OpenAsync(string system, string file, string sha256, CancellationToken cancellation) => database.WriteAsync(async session =>
    {
        await session.ExecuteAsync(
            "INSERT INTO ecif.file (system, name, sha256, state, opened_at) VALUES (@system, @name, @sha256, @state, @now) ON CONFLICT (system, name) DO NOTHING",
            ("system", system), ("name", "in-" + file), ("sha256", sha256), ("state", New), ("now", clock.GetUtcNow().ToUnixTimeMilliseconds()));
        var (hash, state) = (await session.QueryAsync("SELECT sha256, state FROM ecif.file WHERE system = @system AND name = @name",
            r => (r.GetString(0), r.GetInt16(1)), ("system", system), ("name", "in-" + file)))[0];
        if (hash != sha256)
        {
            return FileState.Conflict;
        }

        if (state == New)
        {
            await SetAsync(session, system, file, Taking);
        }

        return state switch { New => FileState.New, Taking => FileState.Resumed, _ => FileState.Completed };
    }, cancellation);

    public async Task<IReadOnlyDictionary<string, Verdict>> VerdictsAsync(string system, string messageIdPrefix, CancellationToken cancellation) =>
        (await database.ReadAsync(session => session.QueryAsync(
            """
            SELECT id, outcome, reason, party_number, field, text FROM ecif.message
            WHERE system = @system AND substr(id, 1, length(@prefix)) = @prefix
            """,
            r => (Id: r.GetString(0), Verdict: new Verdict((Outcome)r.GetInt16(1), (Reason)r.GetInt16(2), r.TextOrNull(3), r.GetString(4), r.GetString(5))),
            ("system", system), ("prefix", messageIdPrefix)), cancellation))
        .ToDictionary(m => m.Id, m => m.Verdict, StringComparer.Ordinal);

    public Task CompleteAsync(string system, string file, CancellationToken cancellation) =>
        database.WriteAsync(session => SetAsync(session, system, file, Done), cancellation);

    private const short New = -1;

    private static Task SetAsync(Session session, string system, string file, short state) => session.ExecuteAsync(
        "UPDATE ecif.file SET state = @state WHERE system = @system AND name = @name", ("state", state), ("system", system), ("name", "in-" + file));
}
