using System.Data.Common;
using Granary.Access.Storage;
using Granary.Kernel.Storage;

namespace Granary.Access.Lists.Jobs;

/// <param name="State">waiting, running, done, failed or cancelled.</param>
/// <param name="File">The file's name, where there is one to fetch.</param>
/// <param name="Problem">A code, where it failed.</param>
public sealed record JobView(string Id, string Kind, string State, long Done, long Total, string? File, string? Problem, DateTimeOffset CreatedAt);

/// <summary>Jobs as the database knows them. A state only ever goes forward, so a cancelled job cannot become done.</summary>
internal sealed class JobStore(AccessDatabase database, TimeProvider clock, ListLimits limits)
{
    private const string Columns = "id, kind, state, done, total, file, problem, created_at, changed_at";

    private long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();

    /// <returns>False where the person has too many that have not ended.</returns>
    public Task<bool> AddAsync(string id, string person, string kind, CancellationToken cancellation) => database.WriteAsync(async session =>
    {
        var open = (await session.QueryAsync(
            "SELECT count(*) FROM access.job WHERE person = @person AND state IN ('waiting', 'running') AND changed_at > @heard",
            r => r.GetInt64(0), ("person", person), ("heard", Now - (long)limits.JobSilence.TotalMilliseconds)))[0];
        if (open >= limits.JobsPerPerson)
        {
            return false;
        }

        await session.ExecuteAsync(
            "INSERT INTO access.job (id, person, kind, state, done, total, file, problem, created_at, changed_at) VALUES (@id, @person, @kind, 'waiting', 0, 0, '', '', @now, @now)",
            ("id", id), ("person", person), ("kind", kind), ("now", Now));
        return true;
    }, cancellation);

    /// <returns>False where it was cancelled meanwhile.</returns>
    public async Task<bool> AdvanceAsync(string id, long done, long total, CancellationToken cancellation) =>
        await database.WriteAsync(session => session.ExecuteAsync(
            "UPDATE access.job SET state = 'running', done = @done, total = @total, changed_at = @now WHERE id = @id AND state IN ('waiting', 'running')",
            ("id", id), ("done", done), ("total", total), ("now", Now)), cancellation) == 1;

    /// <returns>False where it was cancelled meanwhile.</returns>
    public async Task<bool> EndAsync(string id, string state, string file, string problem) =>
        await database.WriteAsync(session => session.ExecuteAsync(
            "UPDATE access.job SET state = @state, file = @file, problem = @problem, changed_at = @now WHERE id = @id AND state IN ('waiting', 'running')",
            ("id", id), ("state", state), ("file", file), ("problem", problem), ("now", Now)), CancellationToken.None) == 1;

    public async Task<bool> CancelAsync(string id, string person, CancellationToken cancellation) =>
        await database.WriteAsync(session => session.ExecuteAsync(
            "UPDATE access.job SET state = 'cancelled', changed_at = @now WHERE id = @id AND person = @person AND state IN ('waiting', 'running')",
            ("id", id), ("person", person), ("now", Now)), cancellation) == 1;

    public Task<List<JobView>> OfAsync(string person, CancellationToken cancellation) => database.ReadAsync(session => session.QueryAsync(
        $"SELECT {Columns} FROM access.job WHERE person = @person AND created_at > @since ORDER BY created_at DESC, id LIMIT {limits.PageRows}",
        View, ("person", person), ("since", Now - (long)limits.FileKept.TotalMilliseconds)), cancellation);

    public async Task<JobView?> FindAsync(string id, string person, CancellationToken cancellation) =>
        (await database.ReadAsync(session => session.QueryAsync(
            $"SELECT {Columns} FROM access.job WHERE id = @id AND person = @person AND created_at > @since",
            View, ("id", id), ("person", person), ("since", Now - (long)limits.FileKept.TotalMilliseconds)), cancellation)).SingleOrDefault();

    public Task<int> ForgetOldAsync(CancellationToken cancellation) => database.WriteAsync(session => session.ExecuteAsync(
        "DELETE FROM access.job WHERE created_at <= @until", ("until", Now - (long)limits.FileKept.TotalMilliseconds)), cancellation);

    private JobView View(DbDataReader r)
    {
        var (state, problem) = (r.GetString(2), r.GetString(6));
        if (state is "waiting" or "running" && r.GetInt64(8) <= Now - (long)limits.JobSilence.TotalMilliseconds)
        {
            (state, problem) = ("failed", "interrupted"); // its process is gone, or it would have been heard of
        }

        return new JobView(r.GetString(0), r.GetString(1), state, r.GetInt64(3), r.GetInt64(4), Filled(r.GetString(5)), Filled(problem), DateTimeOffset.FromUnixTimeMilliseconds(r.GetInt64(7)));
    }

    private static string? Filled(string text) => text.Length == 0 ? null : text;
}
