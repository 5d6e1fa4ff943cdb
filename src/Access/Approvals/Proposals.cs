using Granary.Access.Contracts;
using Granary.Access.Organisation;
using Granary.Access.People;
using Granary.Access.Storage;
using Granary.Kernel.Auditing;
using Granary.Kernel.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Granary.Access.Approvals;

/// <param name="Before">What is, as JSON; empty where nothing is.</param>
/// <param name="After">What would be, as JSON.</param>
/// <param name="Mine">Made by the caller, who may withdraw it and never decide it.</param>
public sealed record ProposalView(
    long Id, string Kind, string Subject, string Unit, string Maker, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt, string State,
    bool Mine, bool MayDecide, string Before, string After, string Reason, string? Checker, DateTimeOffset? DecidedAt, string Note);

public sealed record Decision(IReadOnlyList<long>? Ids, bool Approve, string? Note);

/// <param name="Outcome">approved, rejected, void, expired, own, unknown or altered.</param>
public sealed record Decided(long Id, string Outcome, string? Why);

/// <summary>GET /api/approvals, POST /api/approvals/decide, DELETE /api/approvals/{id}: maker is never checker, which the database holds too.</summary>
internal static class Proposals
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/approvals", ListAsync).ForPeople().WithName("ListApprovals").WithSummary("Proposals: one's own, and those that one may decide");
        routes.MapPost("/approvals/decide", DecideAsync).Requires(Permission.ApprovalsDecide).WithName("DecideApprovals").WithSummary("Approves or rejects proposals of others");
        routes.MapDelete("/approvals/{id:long}", WithdrawAsync).ForPeople().WithName("WithdrawApproval").WithSummary("Takes an own proposal back");
    }

    private static async Task<Ok<IReadOnlyList<ProposalView>>> ListAsync(string? state, Caller caller, AccessDatabase database, AccessLimits limits, TimeProvider clock, CancellationToken cancellation)
    {
        var open = state != "done";
        var now = clock.GetUtcNow();
        var sight = caller.SightOf(Permission.ApprovalsDecide);
        var all = await database.ReadAsync(session => session.QueryAsync(
            $"SELECT {Proposal.Columns} FROM access.proposal WHERE state {(open ? "=" : "<>")} 'open' ORDER BY id DESC LIMIT @most", Proposal.Read, ("most", limits.PageRows * 5)), cancellation);
        return TypedResults.Ok<IReadOnlyList<ProposalView>>([.. all
            .Select(p => (Proposal: p, Mine: p.What.Maker == caller.UserName, MayCheck: OrganisationScope.Covers(sight, p.What.Unit)))
            .Where(p => p.Mine || p.MayCheck)
            .Take(limits.PageRows)
            .Select(p => new ProposalView(
                p.Proposal.Id, p.Proposal.What.Kind, p.Proposal.What.Subject, p.Proposal.What.Unit, p.Proposal.What.Maker, p.Proposal.CreatedAt, p.Proposal.ExpiresAt,
                p.Proposal.State == "open" && p.Proposal.ExpiresAt < now ? "expired" : p.Proposal.State,
                p.Mine, open && !p.Mine && p.MayCheck && p.Proposal.ExpiresAt >= now, p.Proposal.What.Before, p.Proposal.What.Content, p.Proposal.What.Reason,
                p.Proposal.Checker, p.Proposal.DecidedAt, p.Proposal.Note))]);
    }

    private static async Task<Results<Ok<IReadOnlyList<Decided>>, ProblemHttpResult>> DecideAsync(
        Decision decision, Caller caller, AccessDatabase database, IEnumerable<IProposalKind> kinds, AccessLimits limits, TimeProvider clock, CancellationToken cancellation)
    {
        if (decision.Ids is not { Count: > 0 } ids || ids.Count > limits.DecisionBatch || (!decision.Approve && string.IsNullOrWhiteSpace(decision.Note)))
        {
            return Problems.BadRequest("decision-incomplete", $"A decision names 1 to {limits.DecisionBatch} proposals; a rejection says why.");
        }

        var done = new List<Decided>();
        foreach (var id in ids.Distinct())
        {
            // One transaction each: one that cannot be carried out does not hold up the others.
            done.Add(await database.WriteAsync(session => DecideOneAsync(session, id, decision, caller, kinds, clock, cancellation), cancellation));
        }

        return TypedResults.Ok<IReadOnlyList<Decided>>(done);
    }

    private static async Task<Decided> DecideOneAsync(
        Session session, long id, Decision decision, Caller caller, IEnumerable<IProposalKind> kinds, TimeProvider clock, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var found = await session.QueryAsync($"SELECT {Proposal.Columns} FROM access.proposal p WHERE id = @id AND state = 'open' {session.ForUpdateOf("p")}", Proposal.Read, ("id", id));
        if (found.Count == 0 || !OrganisationScope.Covers(caller.SightOf(Permission.ApprovalsDecide), found[0].What.Unit))
        {
            return new Decided(id, "unknown", null);
        }

        var proposal = found[0];
        if (proposal.What.Maker == caller.UserName)
        {
            return new Decided(id, "own", null);
        }

        if (!proposal.IsIntact)
        {
            return new Decided(id, "altered", "What it says is not what was proposed.");
        }

        string state;
        string? why = null;
        if (proposal.ExpiresAt < now)
        {
            state = "expired";
        }
        else if (!decision.Approve)
        {
            state = "rejected";
        }
        else
        {
            why = await kinds.First(k => k.Name == proposal.What.Kind).ApplyAsync(session, proposal.What, cancellation);
            state = why is null ? "approved" : "void";
        }

        if (state is "rejected" or "expired")
        {
            await kinds.First(k => k.Name == proposal.What.Kind).ClosedAsync(proposal.What, state, cancellation);
        }

        await session.ExecuteAsync("UPDATE access.proposal SET state = @state, checker = @checker, decided_at = @now, note = @note WHERE id = @id",
            ("state", state), ("checker", caller.UserName), ("now", now.ToUnixTimeMilliseconds()), ("note", why ?? decision.Note ?? ""), ("id", id));
        await AuditTrail.AppendAsync(session, "access", now.ToUnixTimeMilliseconds(), new AuditEntry(
            caller.UserName, caller.From, state == "approved" ? proposal.What.Kind : $"{proposal.What.Kind}.{state}", proposal.What.Subject, why ?? decision.Note ?? "", proposal.What.Before, proposal.What.Content));
        if (await PersonStore.FindByUserNameAsync(session, proposal.What.Maker) is { } maker)
        {
            await Notifications.TellAsync(session, [maker.Id], now.ToUnixTimeMilliseconds(), "decided", new { kind = proposal.What.Kind, subject = proposal.What.Subject, state, checker = caller.Name }, "/admin/approvals?state=done");
        }

        return new Decided(id, state, why);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> WithdrawAsync(
        long id, Caller caller, AccessDatabase database, IEnumerable<IProposalKind> kinds, TimeProvider clock, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        var done = await database.WriteAsync(async session =>
        {
            var count = await session.ExecuteAsync(
                "UPDATE access.proposal SET state = 'withdrawn', decided_at = @now WHERE id = @id AND maker = @maker AND state = 'open'", ("now", now), ("id", id), ("maker", caller.UserName));
            if (count > 0)
            {
                var proposal = (await session.QueryAsync($"SELECT {Proposal.Columns} FROM access.proposal WHERE id = @id", Proposal.Read, ("id", id)))[0];
                await kinds.First(k => k.Name == proposal.What.Kind).ClosedAsync(proposal.What, "withdrawn", cancellation);
                await AuditTrail.AppendAsync(session, "access", now, new AuditEntry(caller.UserName, caller.From, "proposal.withdraw", id.ToString(System.Globalization.CultureInfo.InvariantCulture)));
            }

            return count > 0;
        }, cancellation);
        return done ? TypedResults.NoContent() : Problems.NotFound("proposal.unknown", "There is no such open proposal of yours.");
    }
}
