using Granary.Access;
using Granary.Access.Contracts;
using Granary.Kernel.Auditing;
using Granary.Ocrm.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Granary.Ocrm.Work;

/// <param name="At">The new time; null: it is not to be any more.</param>
public sealed record VisitMoved(DateTimeOffset? At, string? Reason);

/// <summary>POST /api/visits/{id}/move: another time for a planned visit or call, or none; the reason is kept.</summary>
internal static class MoveVisit
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/visits/{id:long}/move", async Task<Results<NoContent, ProblemHttpResult>> (
                long id, VisitMoved moved, Caller caller, OcrmDatabase database, TimeProvider clock, CancellationToken cancellation) =>
            {
                if (!AuditReason.IsGiven(moved.Reason))
                {
                    return Problems.BadRequest(AuditReason.Missing, AuditReason.MissingDetail);
                }

                return await VisitGate.ChangeAsync(database, caller, id, async (session, visit) =>
                {
                    await session.ExecuteAsync("UPDATE ocrm.visit SET state = @state, at = @at, version = version + 1 WHERE id = @id",
                        ("state", moved.At is null ? VisitRow.Cancelled : VisitRow.Planned), ("at", moved.At?.ToUnixTimeMilliseconds() ?? visit.At), ("id", id));
                    await AuditTrail.AppendAsync(session, "ocrm", clock.GetUtcNow().ToUnixTimeMilliseconds(),
                        new AuditEntry(caller.UserName, caller.From, Permission.WorkEdit, VisitRow.RefOf(id), moved.Reason, After: moved.At is null ? "cancelled" : "postponed"));
                    return null;
                }, cancellation);
            })
            .Requires(Permission.WorkEdit).WithName("MoveVisit").WithSummary("Another time for a planned visit or call, or none");
}
