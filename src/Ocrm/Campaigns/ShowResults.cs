using Granary.Access;
using Granary.Access.Contracts;
using Granary.Ocrm.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Granary.Ocrm.Campaigns;

/// <summary>GET /api/campaigns/{id}/results says what a campaign brought, by unit or by manager; GET /api/campaign-results puts some of them side by side. Each within the caller's sight.</summary>
internal static class ShowResults
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/campaigns/{id:long}/results", async Task<Results<Ok<CampaignResultsView>, ProblemHttpResult>> (
                long id, string? by, Caller caller, OcrmDatabase database, IOrganisation organisation, OcrmLimits limits, CancellationToken cancellation) =>
            {
                if (await ReadAsync(id, by == "manager" ? "t.manager" : "t.unit", caller, database, limits, cancellation) is not { } results)
                {
                    return Campaign.Unknown;
                }

                string[] keys = [.. results.Rows.Select(r => r.Key)];
                var names = by == "manager" ? await organisation.PeopleNamesAsync(keys, cancellation) : await organisation.UnitNamesAsync(keys, cancellation);
                return TypedResults.Ok(results with { Rows = [.. results.Rows.Select(r => r with { Name = names.GetValueOrDefault(r.Key, r.Key) })] });
            })
            .Requires(Permission.CampaignsRead).WithName("ShowCampaignResults").WithSummary("What a campaign brought, targets beside those held out, by unit (or by=manager)");
        routes.MapGet("/campaign-results", async Task<Results<Ok<IReadOnlyList<CampaignResultsView>>, ProblemHttpResult>> (
                long[] campaign, Caller caller, OcrmDatabase database, OcrmLimits limits, CancellationToken cancellation) =>
            {
                if (campaign.Length is 0 || campaign.Length > limits.CampaignsCompared)
                {
                    return Problems.BadRequest("campaigns-compared", $"Name 1 to {limits.CampaignsCompared} campaigns.");
                }

                var found = new List<CampaignResultsView>();
                foreach (var id in campaign.Distinct())
                {
                    if (await ReadAsync(id, "t.unit", caller, database, limits, cancellation) is { } results)
                    {
                        found.Add(results with { Rows = [] });
                    }
                }

                return TypedResults.Ok<IReadOnlyList<CampaignResultsView>>(found);
            })
            .Requires(Permission.CampaignsRead).WithName("CompareCampaigns").WithSummary("What some campaigns brought, side by side; those out of sight are left out");
    }

    private static Task<CampaignResultsView?> ReadAsync(long id, string by, Caller caller, OcrmDatabase database, OcrmLimits limits, CancellationToken cancellation) =>
        database.ReadAsync(async session => await Campaign.ReadableAsync(session, caller, id) is { } campaign
            ? await CampaignResults.ReadAsync(session, campaign, by, caller.SightOf(Permission.CampaignsRead).In(Target.Sight), limits)
            : null, cancellation);
}
