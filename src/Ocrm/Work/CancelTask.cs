using Granary.Access;
using Granary.Access.Contracts;
using Granary.Ocrm.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Granary.Ocrm.Work;

public sealed record WorkCancelled(string? Reason);

/// <summary>POST /api/tasks/{id}/cancel: it is not to be done any more; the reason is kept.</summary>
internal static class CancelTask
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/tasks/{id:long}/cancel", (long id, WorkCancelled cancelled, Caller caller, OcrmDatabase database, TimeProvider clock, CancellationToken cancellation) =>
                TaskGate.ChangeAsync(database, caller, clock, id, cancelled.Reason, async (session, _, at) =>
                {
                    if (!AuditReason.IsGiven(cancelled.Reason))
                    {
                        return (null, Problems.BadRequest(AuditReason.Missing, AuditReason.MissingDetail));
                    }

                    await session.ExecuteAsync("UPDATE ocrm.task SET state = @state, done_at = @at, version = version + 1 WHERE id = @id", ("state", TaskRow.Cancelled), ("at", at), ("id", id));
                    return ("cancelled", null);
                }, cancellation))
            .Requires(Permission.WorkEdit).WithName("CancelTask").WithSummary("A task is not to be done any more");
}
