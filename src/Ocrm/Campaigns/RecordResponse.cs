using Granary.Access;
using Granary.Access.Contracts;
using Granary.Kernel.Storage;
using Granary.Ocrm.Opportunities;
using Granary.Ocrm.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Granary.Ocrm.Campaigns;

/// <summary>What may come of a response at once.</summary>
/// <param name="Pipeline">A pipeline's code.</param>
/// <param name="Amount">In fen; 0 where it is not known.</param>
public sealed record ResponseOpportunity(string? Pipeline, string? Title, long Amount);

/// <param name="Kind">interested, not-interested, wrong-contact or complaint.</param>
public sealed record CampaignResponse(string? Kind, string? Note, ResponseOpportunity? Opportunity);

/// <param name="Opportunity">The opportunity that was opened, or was there; null where none was asked for.</param>
public sealed record RecordedResponse(string? Opportunity);

/// <summary>POST /api/campaigns/{id}/targets/{target}/responses: what a customer said to the manager who called. After a complaint or a wrong contact the campaign leaves them alone.</summary>
internal static class RecordResponse
{
    private static readonly string[] Heard = [Campaign.Running, Campaign.Paused, Campaign.Stopped, Campaign.Ended];

    public static ProblemHttpResult UnknownTarget => Problems.NotFound("campaign-target-unknown", "No target of this campaign in your sight has this number.");

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/campaigns/{id:long}/targets/{target:long}/responses", async Task<Results<Ok<RecordedResponse>, ProblemHttpResult>> (
                long id, long target, CampaignResponse body, Caller caller, OcrmDatabase database, OcrmLimits limits, TimeProvider clock, CancellationToken cancellation) =>
            {
                if (body.Kind is not { } kind || !ResponseKind.ByHand.Contains(kind) || body.Note?.Length > limits.WorkText || body.Note?.Contains('\0', StringComparison.Ordinal) == true)
                {
                    return Problems.BadRequest("campaign-response", $"A response is of a known kind, and a note has at most {limits.WorkText} characters.");
                }

                var at = clock.GetUtcNow().ToUnixTimeMilliseconds();
                var (recorded, problem) = await database.WriteAsync(session => RunAsync(session, id, target, body, kind, caller, limits, at), cancellation);
                return problem is null ? TypedResults.Ok(recorded!) : problem;
            })
            .Requires(Permission.WorkEdit).WithName("RecordCampaignResponse").WithSummary("Writes down how a customer responded to a campaign");

    private static async Task<(RecordedResponse?, ProblemHttpResult?)> RunAsync(Session session, long id, long target, CampaignResponse body, string kind, Caller caller, OcrmLimits limits, long at)
    {
        if (await Target.FindAsync(session, caller, Permission.WorkEdit, id, target) is not { Outcome: SelectionReason.In, Held: false } known)
        {
            return (null, UnknownTarget);
        }

        var campaign = (await session.QueryAsync($"SELECT {Campaign.Columns} FROM ocrm.campaign g WHERE g.id = @id", Campaign.Read, ("id", id)))[0];
        if (!Heard.Contains(campaign.State))
        {
            return (null, EditCampaigns.NotNow);
        }

        OpenedOpportunity? opened = null;
        if (body.Opportunity is { } wanted && (!caller.SightOf(Permission.OpportunitiesEdit).Sees(known.Entity, known.Unit, known.Manager) || wanted.Title?.Length > limits.TaskTitle
            || (opened = await OpenOpportunity.AddAsync(session, caller, Draft(campaign, known, wanted), at)) is null))
        {
            return (null, Problems.BadRequest("campaign-opportunity", "There is no such pipeline in which you may open an opportunity for this customer."));
        }

        await TakeResponse.RunAsync(session, campaign, known, new TakenCampaignResponse(kind, body.Note?.Trim() ?? "", caller.PersonId, "", at));
        await EditCampaigns.AuditAsync(session, caller, known.Ref, at, known.Response, kind);
        return (new RecordedResponse(opened?.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)), null);
    }

    private static OpportunityDraft Draft(Campaign campaign, Target target, ResponseOpportunity wanted) => new(
        wanted.Pipeline ?? "", target.Party, 0, target.Entity, target.Unit, target.Manager, string.IsNullOrWhiteSpace(wanted.Title) ? campaign.Name : wanted.Title.Trim(), campaign.Product,
        Math.Max(0, wanted.Amount), campaign.Ref);
}
