using Granary.Access;
using Granary.Access.Contracts;
using Granary.Ocrm.Activities;
using Granary.Ocrm.Documents;
using Granary.Ocrm.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Granary.Ocrm.Work;

/// <param name="Result">What came of it; may be empty.</param>
/// <param name="Reference">Where the proof is, if it is not here.</param>
/// <param name="Documents">The proof, uploaded for the task's customer, by id. This or a reference is needed where the task asks for evidence.</param>
public sealed record TaskDone(string? Result, string? Reference, IReadOnlyList<long>? Documents = null);

/// <summary>POST /api/tasks/{id}/done: it is done, and the customer's timeline and the doer's report say so.</summary>
internal static class FinishTask
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/tasks/{id:long}/done", (long id, TaskDone done, Caller caller, OcrmDatabase database, OcrmLimits limits, TimeProvider clock, CancellationToken cancellation) =>
                TaskGate.ChangeAsync(database, caller, clock, id, null, async (session, task, at) =>
                {
                    var (result, reference) = (done.Result?.Trim() ?? "", done.Reference?.Trim() ?? "");
                    if (result.Length > limits.WorkText || reference.Length > limits.TaskTitle)
                    {
                        return (null, Problems.BadRequest("work-text", $"A text has at most {limits.WorkText} characters."));
                    }

                    if (await AttachDocuments.FindAsync(session, caller, done.Documents, task.Entity, [task.Party], limits) is not { } documents)
                    {
                        return (null, AttachDocuments.Problem);
                    }

                    if (task.Evidence && reference.Length == 0 && documents.Count == 0)
                    {
                        return (null, Problems.BadRequest("task-evidence", "This task is done only with a proof: add it, or say where it is."));
                    }

                    if (WorkJson.Read<CheckItem[]>(task.Checklist).Any(c => !c.Done))
                    {
                        return (null, Problems.Conflict("task-unticked", "Lines of the checklist are still open."));
                    }

                    await session.ExecuteAsync("UPDATE ocrm.task SET state = @done, done_at = @at, result = @result, reference = @reference, version = version + 1 WHERE id = @id",
                        ("done", TaskRow.Done), ("at", at), ("result", result), ("reference", reference), ("id", id));
                    await documents.WriteAsync(session, TaskRow.RefOf(id));
                    await Activity.RecordAsync(session, new Activity(task.Party, task.Entity, task.Unit, caller.PersonId, at, ActivityKind.Task, task.Title,
                        WorkJson.Write(new { result, reference }), TaskRow.RefOf(id)));
                    return ("done", null);
                }, cancellation))
            .Requires(Permission.WorkEdit).WithName("FinishTask").WithSummary("A task is done");
}
