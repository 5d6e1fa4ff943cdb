using System.Globalization;
using Granary.Access;
using Granary.Access.Contracts;
using Granary.Kernel;
using Granary.Kernel.Storage;
using Granary.Ocrm.Segments;
using Granary.Ocrm.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Granary.Ocrm.Campaigns;

/// <summary>GET /api/campaigns/{id}/faults says what a plan still lacks; POST /api/campaigns/{id}/submit has its audience selected and then proposed to a second person.</summary>
internal static class SubmitCampaign
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/campaigns/{id:long}/faults", async Task<Results<Ok<IReadOnlyList<PlanFault>>, ProblemHttpResult>> (
                long id, Caller caller, OcrmDatabase database, OcrmLimits limits, TimeProvider clock, CancellationToken cancellation) =>
                await database.ReadAsync(async session => await Campaign.FindAsync(session, caller, Permission.CampaignsEdit, id) is { } campaign ? await FaultsAsync(session, campaign, caller, limits, clock) : null, cancellation) is { } faults
                    ? TypedResults.Ok(faults)
                    : Campaign.Unknown)
            .Requires(Permission.CampaignsEdit).WithName("CheckCampaign").WithSummary("What a campaign's plan still lacks before it can be submitted");
        routes.MapPost("/campaigns/{id:long}/submit", async Task<Results<NoContent, ProblemHttpResult>> (
                long id, Caller caller, OcrmDatabase database, RunCampaigns run, OcrmLimits limits, TimeProvider clock, CancellationToken cancellation) =>
            {
                var problem = await database.WriteAsync(session => SubmitAsync(session, id, caller, limits, clock), cancellation);
                if (problem is not null)
                {
                    return problem;
                }

                run.Wake();
                return TypedResults.NoContent();
            })
            .Requires(Permission.CampaignsEdit).WithName("SubmitCampaign").WithSummary("Has a draft's audience selected and proposed to a second person");
    }

    private static async Task<ProblemHttpResult?> SubmitAsync(Session session, long id, Caller caller, OcrmLimits limits, TimeProvider clock)
    {
        if (await Campaign.FindAsync(session, caller, Permission.CampaignsEdit, id) is not { } campaign)
        {
            return Campaign.Unknown;
        }

        if (campaign.State != Campaign.Draft)
        {
            return EditCampaigns.NotNow;
        }

        if (await FaultsAsync(session, campaign, caller, limits, clock) is { Count: > 0 })
        {
            return Problems.BadRequest("campaign-faults", "The plan cannot be carried out yet: see what it lacks.");
        }

        var at = clock.GetUtcNow().ToUnixTimeMilliseconds();
        await session.ExecuteAsync("UPDATE ocrm.campaign SET acting = @who, cursor = @cursor, frozen_at = 0 WHERE id = @id", ("who", caller.PersonId), ("cursor", FreezeAudience.Clearing), ("id", id));
        await campaign.SetAsync(session, Campaign.Freezing, at);
        await EditCampaigns.AuditAsync(session, caller, campaign.Ref, at, Campaign.Draft, Campaign.Freezing);
        return null;
    }

    private static async Task<IReadOnlyList<PlanFault>> FaultsAsync(Session session, Campaign campaign, Caller caller, OcrmLimits limits, TimeProvider clock)
    {
        var faults = CheckPlan.Faults(campaign, BankTime.Today(clock), limits).ToList();
        foreach (var segment in campaign.Plan.Audience.Segments.Concat(campaign.Plan.Audience.Excluded))
        {
            if (await Segment.FindAsync(session, caller, segment) is null)
            {
                faults.Add(new PlanFault(0, "segment"));
            }
        }

        foreach (var step in campaign.Plan.Steps.Where(s => s is { Kind: StepKind.Branch, If.On: "segment" }))
        {
            if (await Segment.FindAsync(session, caller, step.If!.Value) is null)
            {
                faults.Add(new PlanFault(step.Id, "segment"));
            }
        }

        foreach (var step in campaign.Plan.Steps.Where(s => s.Questionnaire > 0))
        {
            if ((await session.QueryAsync("SELECT q.current FROM ocrm.questionnaire q WHERE q.id = @id AND q.state = 'published'", r => r.GetInt64(0), ("id", step.Questionnaire))).Count == 0)
            {
                faults.Add(new PlanFault(step.Id, "questionnaire"));
            }
        }

        return faults;
    }
}
