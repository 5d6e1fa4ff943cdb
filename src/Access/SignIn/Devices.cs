using Granary.Access.Contracts;
using Granary.Access.People;
using Granary.Access.Storage;
using Granary.Kernel.Auditing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Granary.Access.SignIn;

/// <param name="Current">The one that asks.</param>
/// <param name="Device">What the browser says of itself.</param>
public sealed record DeviceView(string Id, bool Current, DateTimeOffset CreatedAt, DateTimeOffset SeenAt, string Address, string Device);

/// <param name="Outcome">done, or why not.</param>
public sealed record SignInView(DateTimeOffset At, string Address, string Outcome);

/// <summary>Where one is signed in, ending it, and the tries of late.</summary>
internal static class Devices
{
    private const int Most = 50;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/me/sessions", ListAsync).ForPeople().WithName("ListSessions").WithSummary("The browsers where one is signed in");
        routes.MapDelete("/me/sessions/{id}", EndAsync).ForPeople().WithName("EndSession").WithSummary("Signs one of them out, at once");
        routes.MapGet("/me/sign-ins", HistoryAsync).ForPeople().WithName("ListSignIns").WithSummary("The last tries to sign in under one's name");
    }

    private static async Task<Ok<IReadOnlyList<DeviceView>>> ListAsync(Caller caller, AccessDatabase database, AccessLimits limits, TimeProvider clock, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var sessions = await database.ReadAsync(s => SignInSession.OfPersonAsync(s, caller.PersonId, Most), cancellation);
        return TypedResults.Ok<IReadOnlyList<DeviceView>>([.. sessions.Where(s => s.IsOpen(now, limits))
            .Select(s => new DeviceView(s.Id, s.Id == caller.SessionId, DateTimeOffset.FromUnixTimeMilliseconds(s.CreatedAt), DateTimeOffset.FromUnixTimeMilliseconds(s.SeenAt), s.Address, s.Device))]);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> EndAsync(string id, Caller caller, AccessDatabase database, TimeProvider clock, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        var ended = await database.WriteAsync(async session =>
        {
            var count = await SignInSession.EndAsync(session, caller.PersonId, id, now);
            if (count > 0)
            {
                await AuditTrail.AppendAsync(session, "access", now, new AuditEntry(caller.UserName, caller.From, "session.end", caller.UserName));
            }

            return count > 0;
        }, cancellation);
        return ended ? TypedResults.NoContent() : Problems.NotFound("session.unknown", "There is no such session of yours, or it has ended.");
    }

    private static async Task<Ok<IReadOnlyList<SignInView>>> HistoryAsync(Caller caller, AccessDatabase database, CancellationToken cancellation) =>
        TypedResults.Ok<IReadOnlyList<SignInView>>(await database.ReadAsync(session => session.QueryAsync(
            "SELECT at, origin, act, after FROM access.audit WHERE who = @who AND act IN ('sign-in', 'sign-in.failed') ORDER BY id DESC LIMIT @most",
            r => new SignInView(DateTimeOffset.FromUnixTimeMilliseconds(r.GetInt64(0)), r.GetString(1), r.GetString(2) == "sign-in" ? "done" : r.GetString(3)),
            ("who", caller.UserName), ("most", Most)), cancellation));
}
