using Granary.Access;
using Granary.Access.Contracts;
using Granary.Kernel.Storage;
using Granary.Ocrm.Products;
using Granary.Ocrm.Sending;
using Granary.Ocrm.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Granary.Ocrm.Campaigns;

/// <param name="Step">Whose message is in doubt.</param>
/// <param name="Again">Send it again, as a new message; otherwise it is let be.</param>
public sealed record DoubtDecision(int Step, bool Again, string? Reason);

/// <summary>POST /api/campaigns/{id}/targets/{target}/doubt: of a message that may or may not have arrived a person says that it is sent again, under a key of its own, or let be.</summary>
internal static class SettleDoubt
{
    private static ProblemHttpResult NotInDoubt => Problems.Conflict("campaign-no-doubt", "This message is not in doubt any more.");

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/campaigns/{id:long}/targets/{target:long}/doubt", async Task<Results<NoContent, ProblemHttpResult>> (
                long id, long target, DoubtDecision decision, Caller caller, OcrmDatabase database, Outgoing outgoing, TimeProvider clock, CancellationToken cancellation) =>
            {
                if (!AuditReason.IsGiven(decision.Reason))
                {
                    return Problems.BadRequest(AuditReason.Missing, AuditReason.MissingDetail);
                }

                var at = clock.GetUtcNow().ToUnixTimeMilliseconds();
                return await database.WriteAsync(session => RunAsync(session, id, target, decision, caller, outgoing, at), cancellation) is { } problem ? problem : TypedResults.NoContent();
            })
            .Requires(Permission.CampaignsEdit).WithName("SettleCampaignDoubt").WithSummary("Sends a message that is in doubt again, or lets it be");

    private static async Task<ProblemHttpResult?> RunAsync(Session session, long id, long target, DoubtDecision decision, Caller caller, Outgoing outgoing, long at)
    {
        if (await Campaign.FindAsync(session, caller, Permission.CampaignsEdit, id) is not { } campaign || await Target.FindAsync(session, caller, Permission.CampaignsEdit, id, target) is not { } known)
        {
            return RecordResponse.UnknownTarget;
        }

        var doubts = await session.QueryAsync(
            $"SELECT h.id, h.key, h.attempt FROM ocrm.campaign_contact h WHERE h.target = @target AND h.step = @step AND h.state = 'doubt' {session.ForUpdateOf("h")}",
            r => (Id: r.GetInt64(0), Key: r.GetString(1), Attempt: r.GetInt64(2)), ("target", target), ("step", (long)decision.Step));
        if (doubts is not [var doubt] || campaign.Plan.Step(decision.Step) is not { } step)
        {
            return NotInDoubt;
        }

        if (decision.Again && (campaign.State != Campaign.Running || known.State is Target.Stopped || known.Outcome != SelectionReason.In))
        {
            return EditCampaigns.NotNow;
        }

        if (decision.Again && await Suitability.CheckAsync(session, known.Party, known.Entity, campaign.Product, at) is { } unsuitable)
        {
            return unsuitable;
        }

        // The message's own row is the judge: somebody may have decided it in the list of messages.
        if (await session.ExecuteAsync("UPDATE ocrm.outgoing SET decided_by = @person WHERE key = @key AND state = 'in-doubt' AND decided_by = ''", ("person", caller.PersonId), ("key", doubt.Key)) == 0)
        {
            return NotInDoubt;
        }

        await session.ExecuteAsync("UPDATE ocrm.campaign_contact SET state = @state WHERE id = @id", ("state", CampaignContact.Settled), ("id", doubt.Id));
        if (decision.Again)
        {
            var again = new CampaignContact(known, step, CampaignContact.Made, at, Attempt: doubt.Attempt + 1);
            var message = (await session.QueryAsync("SELECT o.channel, o.address, o.subject, o.body FROM ocrm.outgoing o WHERE o.key = @key",
                r => new OutgoingMessage(known.KeyOf(step.Id, again.Attempt), known.Party, known.Entity, campaign.Plan.Purpose, r.GetString(0), r.GetString(1), r.GetString(2), r.GetString(3), caller.PersonId, at), ("key", doubt.Key)))[0];
            await outgoing.AddAsync(session, message with { NeedsNoConsent = step.Kind == StepKind.InApp });
            await session.InsertAsync(CampaignContact.Rows, [again]);
        }

        await CollectOutcomes.CountAsync(session, [known.Id]);
        await EditCampaigns.AuditAsync(session, caller, doubt.Key, at, "in doubt", decision.Again ? "sent again" : "let be", decision.Reason!);
        return null;
    }
}
