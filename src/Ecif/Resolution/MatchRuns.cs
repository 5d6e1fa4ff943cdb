using System.Data.Common;
using System.Text.Json;
using Granary.Kernel.Storage;

namespace Granary.Ecif.Resolution;

internal enum RunState : short
{
    Running = 0,
    Done = 1,

    /// <summary>It cannot be done, or another one took its place.</summary>
    Ended = 2,
}

/// <summary>Work on the whole base for a model. Times are milliseconds since 1970 UTC.</summary>
/// <param name="Kind">learn, compare or rematch.</param>
/// <param name="Against">The version that was active when it began.</param>
/// <param name="Position">All parties up to this id are done.</param>
/// <param name="Until">The last party id that it is about; 0: not begun.</param>
internal sealed record MatchRun(
    long Id, string Kind, long Model, long Against, RunState State, long Position, long Until, string Figures, string StartedBy, long StartedAt, long ChangedAt)
{
    public const string Learn = "learn";
    public const string Compare = "compare";
    public const string Rematch = "rematch";

    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web);
}

internal static class MatchRuns
{
    private const string Columns = "id, kind, model_id, against, state, position, until, figures, started_by, started_at, changed_at";

    /// <summary>Begins a run; one of the same kind that is not done ends: for learning never, for the others there is one base.</summary>
    public static async Task<long> StartAsync(Session session, string kind, long model, long against, string figures, string who, long now)
    {
        await session.ExecuteAsync("UPDATE ecif.match_run SET state = 2, changed_at = @now WHERE kind = @kind AND state = 0", ("kind", kind), ("now", now));
        return (await session.QueryAsync(
            """
            INSERT INTO ecif.match_run (kind, model_id, against, state, position, until, figures, started_by, started_at, changed_at)
            VALUES (@kind, @model, @against, 0, 0, 0, @figures, @who, @now, @now) RETURNING id
            """, r => r.GetInt64(0), ("kind", kind), ("model", model), ("against", against), ("figures", figures), ("who", who), ("now", now)))[0];
    }

    /// <summary>The oldest that is not done.</summary>
    public static async Task<MatchRun?> NextAsync(Session session) =>
        (await session.QueryAsync($"SELECT {Columns} FROM ecif.match_run WHERE state = 0 ORDER BY id LIMIT 1", Read)).FirstOrDefault();

    public static async Task<MatchRun?> FindAsync(Session session, long id) =>
        (await session.QueryAsync($"SELECT {Columns} FROM ecif.match_run WHERE id = @id", Read, ("id", id))).FirstOrDefault();

    /// <summary>The newest of a kind for a model.</summary>
    public static async Task<MatchRun?> LatestAsync(Session session, long model, string kind) =>
        (await session.QueryAsync($"SELECT {Columns} FROM ecif.match_run WHERE model_id = @model AND kind = @kind ORDER BY id DESC LIMIT 1", Read, ("model", model), ("kind", kind))).FirstOrDefault();

    /// <returns>False where another took its place meanwhile.</returns>
    public static async Task<bool> AdvanceAsync(Session session, MatchRun run, long now) => await session.ExecuteAsync(
        "UPDATE ecif.match_run SET state = @state, position = @position, until = @until, figures = @figures, model_id = @model, changed_at = @now WHERE id = @id AND state = 0",
        ("state", (short)run.State), ("position", run.Position), ("until", run.Until), ("figures", run.Figures), ("model", run.Model), ("now", now), ("id", run.Id)) == 1;

    private static MatchRun Read(DbDataReader r) => new(
        r.GetInt64(0), r.GetString(1), r.GetInt64(2), r.GetInt64(3), (RunState)r.GetInt16(4), r.GetInt64(5), r.GetInt64(6), r.GetString(7), r.GetString(8), r.GetInt64(9), r.GetInt64(10));
}
