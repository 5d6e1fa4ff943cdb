using Granary.Access;
using Granary.Access.Contracts;
using Granary.Ocrm.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Granary.Ocrm.Work;

/// <param name="Assignee">A person's id.</param>
public sealed record TaskTransfer(string? Assignee, string? Reason);

/// <summary>POST /api/tasks/{id}/transfer: somebody else does it, who works in the same legal entity.</summary>
internal static class TransferTask
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/tasks/{id:long}/transfer", async Task<Results<NoContent, ProblemHttpResult>> (
                long id, TaskTransfer transfer, Caller caller, OcrmDatabase database, Assignees assignees, TimeProvider clock, CancellationToken cancellation) =>
            {
                if (!AuditReason.IsGiven(transfer.Reason))
                {
                    return Problems.BadRequest(AuditReason.Missing, AuditReason.MissingDetail);
                }

                // Asked before the transaction: the organisation is another database, and a task never leaves its legal entity.
                var places = string.IsNullOrEmpty(transfer.Assignee) ? [] : await assignees.PlacesAsync(caller, transfer.Assignee, cancellation);
                return await TaskGate.ChangeAsync(database, caller, clock, id, transfer.Reason, async (session, task, _) =>
                {
                    if (places.FirstOrDefault(p => p.Entity == task.Entity) is not { } place)
                    {
                        return (null, CreateTask.WrongAssignee);
                    }

                    await session.ExecuteAsync("UPDATE ocrm.task SET assignee = @person, unit = @unit, version = version + 1 WHERE id = @id", ("person", place.Person), ("unit", place.Unit), ("id", id));
                    return ($"transferred {task.Assignee} {place.Person}", null);
                }, cancellation);
            })
            .Requires(Permission.WorkEdit).WithName("TransferTask").WithSummary("Somebody else does a task");
}
