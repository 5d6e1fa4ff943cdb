using System.Globalization;
using Granary.Access.Contracts;
using Granary.Ocrm.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Granary.Ocrm.Campaigns;

/// <param name="Targets">Those that are the caller's to work on, and of them those that wait, responded and reached the goal.</param>
public sealed record MyCampaign(string Id, string Name, string State, string Product, DateTimeOffset? StartedAt, long Targets, long Waiting, long Responded, long Won);

/// <summary>GET /api/campaigns/mine: for managers, who see no campaign as a whole: those in which they have targets.</summary>
internal static class MyCampaigns
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/campaigns/mine", async (Caller caller, OcrmDatabase database, OcrmLimits limits, CancellationToken cancellation) =>
                TypedResults.Ok<IReadOnlyList<MyCampaign>>(await database.ReadAsync(session => session.QueryAsync(
                    $"""
                    SELECT g.id, g.name, g.state, g.product, g.started_at, s.targets, s.waiting, s.responded, s.won FROM (
                        SELECT t.campaign, count(*) AS targets, sum(CASE WHEN t.state = 'waiting' THEN 1 ELSE 0 END) AS waiting, sum(CASE WHEN t.response <> '' THEN 1 ELSE 0 END) AS responded,
                            sum(CASE WHEN t.won_at > 0 THEN 1 ELSE 0 END) AS won
                        FROM ocrm.campaign_target t WHERE t.manager = @me AND t.outcome = 'in' AND t.held = 0 GROUP BY t.campaign) s
                    JOIN ocrm.campaign g ON g.id = s.campaign WHERE g.started_at > 0 ORDER BY g.started_at DESC, g.id DESC LIMIT {limits.CampaignRows}
                    """,
                    r => new MyCampaign(r.GetInt64(0).ToString(CultureInfo.InvariantCulture), r.GetString(1), r.GetString(2), r.GetString(3), DateTimeOffset.FromUnixTimeMilliseconds(r.GetInt64(4)),
                        r.GetInt64(5), r.GetInt64(6), r.GetInt64(7), r.GetInt64(8)), ("me", caller.PersonId)), cancellation)))
            .Requires(Permission.CampaignsRead).WithName("ListMyCampaigns").WithSummary("Campaigns in which the caller has targets of their own");
}
