using Granary.Access;
using Granary.Access.Contracts;
using Granary.Kernel.Auditing;
using Granary.Kernel.Storage;
using Granary.Ocrm.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Granary.Ocrm.Work;

/// <summary>A task as a change finds it.</summary>
internal sealed record OpenTask(long Id, long Party, string Entity, string Unit, string Assignee, string Title, string DueOn, string State, bool Evidence, string Checklist);

/// <summary>The way from an id in an address to a task that may be changed: out of sight is unknown, closed is closed.</summary>
internal static class TaskGate
{
    private static ProblemHttpResult Unknown => Problems.NotFound("task-unknown", "No task that you may see has this number.");

    /// <summary>Changes one open task in a transaction with its audit.</summary>
    /// <param name="change">Gives what the audit says after it, or what is wrong.</param>
    public static async Task<Results<NoContent, ProblemHttpResult>> ChangeAsync(
        OcrmDatabase database, Caller caller, TimeProvider clock, long id, string? reason, Func<Session, OpenTask, long, Task<(string? After, ProblemHttpResult? Problem)>> change, CancellationToken cancellation)
    {
        var at = clock.GetUtcNow().ToUnixTimeMilliseconds();
        var problem = await database.WriteAsync(async session =>
        {
            if (await FindAsync(session, caller.SightOf(Permission.WorkEdit), id) is not { } task)
            {
                return Unknown;
            }

            if (task.State != TaskRow.Open)
            {
                return Problems.Conflict("task-closed", "The task is done or cancelled already.");
            }

            var (after, wrong) = await change(session, task, at);
            if (wrong is null)
            {
                await AuditTrail.AppendAsync(session, "ocrm", at, new AuditEntry(caller.UserName, caller.From, Permission.WorkEdit, TaskRow.RefOf(id), reason ?? "", After: after ?? ""));
            }

            return wrong;
        }, cancellation);
        return problem is null ? TypedResults.NoContent() : problem;
    }

    private static async Task<OpenTask?> FindAsync(Session session, Sight sight, long id)
    {
        var seen = sight.In(TaskList.Sight);
        return (await session.QueryAsync(
            $"SELECT t.id, t.party_id, t.entity, t.unit, t.assignee, t.title, t.due_on, t.state, t.evidence, t.checklist FROM ocrm.task t WHERE t.id = @id AND {seen.Sql} {session.ForUpdateOf("t")}",
            r => new OpenTask(r.GetInt64(0), r.GetInt64(1), r.GetString(2), r.GetString(3), r.GetString(4), r.GetString(5), r.GetString(6), r.GetString(7), r.GetInt16(8) != 0, r.GetString(9)),
            [.. seen.Parameters, ("id", id)])).FirstOrDefault();
    }
}
