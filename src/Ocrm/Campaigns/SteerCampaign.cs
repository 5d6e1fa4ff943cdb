using Granary.Access;
using Granary.Access.Contracts;
using Granary.Kernel.Storage;
using Granary.Ocrm.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Granary.Ocrm.Campaigns;

/// <param name="Reason">Asked for where a campaign is stopped.</param>
public sealed record CampaignSteering(string? Reason);

/// <summary>POST /api/campaigns/{id}/start, /pause and /stop: start also goes on after a pause. Whoever answered knows that nothing happens after it: the worker holds the campaign's row while it leads a batch.</summary>
internal static class SteerCampaign
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        Map(routes, "start", Campaign.Running, [Campaign.Approved, Campaign.Paused], "StartCampaign", "Starts an approved campaign, or goes on after a pause");
        Map(routes, "pause", Campaign.Paused, [Campaign.Running], "PauseCampaign", "Nothing more happens until the campaign goes on; what waits to be sent is held");
        Map(routes, "stop", Campaign.Stopped, [Campaign.Submitted, Campaign.Approved, Campaign.Running, Campaign.Paused], "StopCampaign", "Ends a campaign for good; what is not sent yet never is, and its open tasks are cancelled");
    }

    private static void Map(IEndpointRouteBuilder routes, string act, string state, string[] from, string name, string summary) =>
        routes.MapPost($"/campaigns/{{id:long}}/{act}", async Task<Results<NoContent, ProblemHttpResult>> (
                long id, CampaignSteering steering, Caller caller, OcrmDatabase database, RunCampaigns run, TimeProvider clock, CancellationToken cancellation) =>
            {
                if (state == Campaign.Stopped && !AuditReason.IsGiven(steering.Reason))
                {
                    return Problems.BadRequest(AuditReason.Missing, AuditReason.MissingDetail);
                }

                var problem = await database.WriteAsync(async session =>
                {
                    if (await Campaign.FindAsync(session, caller, Permission.CampaignsEdit, id) is not { } campaign)
                    {
                        return Campaign.Unknown;
                    }

                    if (!from.Contains(campaign.State))
                    {
                        return EditCampaigns.NotNow;
                    }

                    var at = clock.GetUtcNow().ToUnixTimeMilliseconds();
                    await campaign.SetAsync(session, state, at);
                    await HandedOver.MoveAsync(session, campaign, state);
                    await EditCampaigns.AuditAsync(session, caller, campaign.Ref, at, campaign.State, state, steering.Reason ?? "");
                    return null;
                }, cancellation);
                if (problem is not null)
                {
                    return problem;
                }

                run.Wake();
                return TypedResults.NoContent();
            })
            .Requires(Permission.CampaignsEdit).WithName(name).WithSummary(summary);
}
