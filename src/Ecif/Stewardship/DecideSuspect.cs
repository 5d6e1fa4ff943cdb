using Granary.Access;
using Granary.Access.Contracts;
using Granary.Ecif.Contracts;
using Granary.Ecif.GoldenRecords;
using Granary.Ecif.Storage;
using Granary.Kernel.Auditing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Granary.Ecif.Stewardship;

/// <param name="Decision">same, different or unsure.</param>
/// <param name="Basis">As it was read with the pair: what has changed since is to be looked at again.</param>
public sealed record DecideRequest(string? Decision, string? Basis, string? Reason);

/// <param name="State">proposed, or unsure; same or different where nobody else could agree.</param>
/// <param name="Approval">The proposal's number on the page of approvals; null where nothing is to be agreed to.</param>
public sealed record DecideReply(string State, long? Approval);

/// <summary>
/// POST /api/suspects/{a}/{b}/decision: the same person, different people, or not sure. The first two wait for a second person; not sure is
/// noted at once and moves the pair to the end of the list.
/// </summary>
internal sealed class DecideSuspect(EcifDatabase database, ShowSuspect show, ProposeDecision propose, TimeProvider clock)
{
    private const string Unsure = "unsure";

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/suspects/{a}/{b}/decision", (string a, string b, DecideRequest request, Caller caller, DecideSuspect decide, CancellationToken cancellation) =>
                decide.RunAsync(a, b, request, caller, cancellation))
            .Requires(Permission.RecordsSplit).WithName("DecideSuspect").WithSummary("Proposes that two customers are one, or are not; or notes that nobody can tell yet");

    public async Task<Results<Ok<DecideReply>, ProblemHttpResult>> RunAsync(string a, string b, DecideRequest request, Caller caller, CancellationToken cancellation)
    {
        if (request.Decision is not (StewardDecision.Same or StewardDecision.Different or Unsure))
        {
            return Problems.BadRequest("suspect.decision", "A decision is same, different or unsure.");
        }

        if (!AuditReason.IsGiven(request.Reason))
        {
            return Problems.BadRequest(AuditReason.Missing, AuditReason.MissingDetail);
        }

        if (!PartyNumber.TryParse(a, out var first) || !PartyNumber.TryParse(b, out var second) || await show.FindAsync(caller, first, second, cancellation) is not { } seen)
        {
            return ShowSuspect.Unknown;
        }

        if (Obstacle(seen, request) is { } obstacle)
        {
            return obstacle;
        }

        if (request.Decision == Unsure)
        {
            await NoteAsync(first, second, request.Reason, caller, cancellation);
            return TypedResults.Ok(new DecideReply(Unsure, null));
        }

        var (kind, subject, figures) = request.Decision == StewardDecision.Same
            ? (IdentityApproval.Merge, $"{seen.Same!.Redirects} {seen.Same.Stays}", (object)new { stays = seen.Same.Stays, redirects = seen.Same.Redirects, records = seen.Same.Moves, told = seen.Same.Effect.Told.Sum(t => t.Keys) })
            : (IdentityApproval.Exclude, $"{seen.A.Number} {seen.B.Number}", new { pairs = seen.Different!.Exclusions, disputed = seen.Different.Disputed.Count });
        var decision = new StewardDecision(0, request.Decision, Math.Min(first, second), Math.Max(first, second), "", seen.Basis, request.Reason, "", "", 0, 0);
        var made = await propose.RunAsync(decision, kind, subject, figures, caller, cancellation);
        return TypedResults.Ok(new DecideReply(made.Applied ? request.Decision : StewardDecision.Proposed, made.Applied ? null : made.Proposal));
    }

    private static ProblemHttpResult? Obstacle(SuspectDetail seen, DecideRequest request) => seen switch
    {
        { State: StewardDecision.Same or StewardDecision.Different } => Problems.Conflict("suspect.decided", "Somebody has decided this already."),
        { Decision: { State: StewardDecision.Proposed, Stale: false } } => Problems.Conflict("suspect.proposed", "A decision is proposed already and waits for a second person."),
        { Same: null } => Problems.Conflict("suspect.empty", "One of the customers has no source record."),
        { A.Kind: var a, B.Kind: var b } when request.Decision == StewardDecision.Same && a != b => Problems.Conflict("suspect.kinds", "A person and an organisation are never one customer."),
        _ when request.Basis != seen.Basis => Problems.Conflict("suspect.changed", "The customers have changed since you looked at them."),
        _ => null,
    };

    private Task NoteAsync(long a, long b, string reason, Caller caller, CancellationToken cancellation) => database.WriteAsync(async session =>
    {
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        await StoredSuspect.UnsureAsync(session, a, b, caller.UserName, reason, now);
        await AuditTrail.AppendAsync(session, database.Schema, now, new AuditEntry(caller.UserName, caller.From, "records.unsure", $"{PartyNumber.Of(a)} {PartyNumber.Of(b)}", reason));
    }, cancellation);
}
