using System.Data.Common;
using Granary.Access.Contracts;
using Granary.Access.Storage;
using Granary.Kernel.Storage;

namespace Granary.Access.Lists.Jobs;

/// <param name="State">waiting, running, done, failed or cancelled.</param>
/// <param name="File">The file's name, where there is one to fetch.</param>
/// <param name="Problem">A code, where it failed.</param>
public sealed record JobView(string Id, string Kind, string State, long Done, long Total, string? File, string? Problem, DateTimeOffset CreatedAt);

/// <summary>
/// Jobs as the database knows them: proposed → agreed → waiting → running → done, failed or cancelled. A state only ever goes forward,
/// so a cancelled job cannot become done. Outside, what is proposed is no job yet, and agreed is waiting.
/// </summary>
internal sealed class JobStore(AccessDatabase database, TimeProvider clock, ListLimits limits)
{
    private const string Columns = "id, kind, state, done, total, file, problem, created_at, changed_at";

    /// <summary>Whose job it is: a person's, or that of a program with a key.</summary>
    public static string OwnerOf(Caller caller) => caller.PersonId.Length > 0 ? caller.PersonId : caller.SessionId;

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

        await InsertAsync(session, id, person, kind, "waiting", "");
        return true;
    }, cancellation);

    /// <summary>Keeps what somebody else has to agree to.</summary>
    public Task ProposeAsync(string id, string person, string kind, string content, CancellationToken cancellation) =>
        database.WriteAsync(session => InsertAsync(session, id, person, kind, "proposed", content), cancellation);

    public static async Task<string?> ProposedAsync(Session session, string id) =>
        (await session.QueryAsync("SELECT content FROM access.job WHERE id = @id AND state = 'proposed'", r => r.GetString(0), ("id", id))).SingleOrDefault();

    /// <summary>In the transaction of the decision.</summary>
    public static Task AgreeAsync(Session session, string id, long now) =>
        session.ExecuteAsync("UPDATE access.job SET state = 'agreed', created_at = @now, changed_at = @now WHERE id = @id AND state = 'proposed'", ("id", id), ("now", now));

    /// <summary>A job that was agreed to; whoever takes it runs it.</summary>
    public async Task<(string Id, string Person, string Content)?> TakeAgreedAsync(CancellationToken cancellation)
    {
        var agreed = await database.ReadAsync(session => session.QueryAsync(
            "SELECT id, person, content FROM access.job WHERE state = 'agreed' ORDER BY created_at LIMIT 1", r => (Id: r.GetString(0), Person: r.GetString(1), Content: r.GetString(2))), cancellation);
        if (agreed.Count == 0)
        {
            return null;
        }

        var taken = await database.WriteAsync(session => session.ExecuteAsync(
            "UPDATE access.job SET state = 'waiting', content = '', changed_at = @now WHERE id = @id AND state = 'agreed'", ("id", agreed[0].Id), ("now", Now)), cancellation);
        return taken == 1 ? agreed[0] : null;
    }

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
        $"SELECT {Columns} FROM access.job WHERE person = @person AND state <> 'proposed' AND created_at > @since ORDER BY created_at DESC, id LIMIT {limits.PageRows}",
        View, ("person", person), ("since", Now - (long)limits.FileKept.TotalMilliseconds)), cancellation);

    public async Task<JobView?> FindAsync(string id, string person, CancellationToken cancellation) =>
        (await database.ReadAsync(session => session.QueryAsync(
            $"SELECT {Columns} FROM access.job WHERE id = @id AND person = @person AND state <> 'proposed' AND created_at > @since",
            View, ("id", id), ("person", person), ("since", Now - (long)limits.FileKept.TotalMilliseconds)), cancellation)).SingleOrDefault();

    public Task<int> ForgetOldAsync(CancellationToken cancellation) => database.WriteAsync(session => session.ExecuteAsync(
        "DELETE FROM access.job WHERE created_at <= @until AND (state <> 'proposed' OR created_at <= @long)",
        ("until", Now - (long)limits.FileKept.TotalMilliseconds), ("long", Now - (long)limits.ProposedKept.TotalMilliseconds)), cancellation);

    private Task InsertAsync(Session session, string id, string person, string kind, string state, string content) => session.ExecuteAsync(
        "INSERT INTO access.job (id, person, kind, state, done, total, file, problem, content, created_at, changed_at) VALUES (@id, @person, @kind, @state, 0, 0, '', '', @content, @now, @now)",
        ("id", id), ("person", person), ("kind", kind), ("state", state), ("content", content), ("now", Now));

    private JobView View(DbDataReader r)
    {
        var (state, problem) = (r.GetString(2), r.GetString(6));
        state = state == "agreed" ? "waiting" : state;
        if (r.GetString(2) is "waiting" or "running" && r.GetInt64(8) <= Now - (long)limits.JobSilence.TotalMilliseconds)
        {
            (state, problem) = ("failed", "interrupted"); // its process is gone, or it would have been heard of
        }

        return new JobView(r.GetString(0), r.GetString(1), state, r.GetInt64(3), r.GetInt64(4), Filled(r.GetString(5)), Filled(problem), DateTimeOffset.FromUnixTimeMilliseconds(r.GetInt64(7)));
    }

    private static string? Filled(string text) => text.Length == 0 ? null : text;
}
