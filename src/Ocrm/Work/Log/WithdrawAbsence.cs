using Granary.Access;
using Granary.Access.Contracts;
using Granary.Kernel.Auditing;
using Granary.Kernel.Storage;
using Granary.Ocrm.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Granary.Ocrm.Work.Log;

/// <summary>POST /api/absences/mine/{id}/withdraw and /api/absences/of/{person}/{id}/withdraw: the days are owed again.</summary>
internal static class WithdrawAbsence
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/absences/mine/{id:long}/withdraw", (long id, Caller caller, OcrmDatabase database, Reporters reporters, TimeProvider clock, CancellationToken cancellation) =>
                WithdrawAsync(id, caller, Permission.WorkEdit, Sight.Everything, caller.PersonId, database, reporters, clock, cancellation))
            .Requires(Permission.WorkEdit).WithName("WithdrawOwnAbsence").WithSummary("Takes own days away back");
        routes.MapPost("/absences/of/{person}/{id:long}/withdraw", (string person, long id, Caller caller, OcrmDatabase database, Reporters reporters, TimeProvider clock, CancellationToken cancellation) =>
                WithdrawAsync(id, caller, Permission.WorkReview, caller.SightOf(Permission.WorkReview), person, database, reporters, clock, cancellation))
            .Requires(Permission.WorkReview).WithName("WithdrawAbsence").WithSummary("Takes days away back of somebody whose reports one reviews");
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> WithdrawAsync(
        long id, Caller caller, string permission, Sight sight, string person, OcrmDatabase database, Reporters reporters, TimeProvider clock, CancellationToken cancellation) =>
        await reporters.IsWithinAsync(sight, person, cancellation)
        && await database.WriteAsync(session => WriteAsync(session, caller, permission, person, id, clock.GetUtcNow().ToUnixTimeMilliseconds()), cancellation)
            ? TypedResults.NoContent()
            : Problems.NotFound("absence-unknown", "There is no such absence that you may withdraw; it may have been withdrawn already.");

    private static async Task<bool> WriteAsync(Session session, Caller caller, string permission, string person, long id, long at)
    {
        if (await session.ExecuteAsync("UPDATE ocrm.absence SET withdrawn_by = @by, withdrawn_at = @at WHERE id = @id AND person = @person AND withdrawn_at = 0",
            ("by", caller.PersonId), ("at", at), ("id", id), ("person", person)) == 0)
        {
            return false;
        }

        await AuditTrail.AppendAsync(session, "ocrm", at, new AuditEntry(caller.UserName, caller.From, permission, Absence.RefOf(id), After: $"withdrawn {person}"));
        return true;
    }
}
