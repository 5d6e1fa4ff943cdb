using Granary.Access.Contracts;
using Granary.Kernel.Storage;
using Granary.Ocrm.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Granary.Ocrm.Campaigns;

/// <summary>How many customers of the segments have an outcome.</summary>
/// <param name="Outcome">in, or why not: duplicate, closed, excluded, quiet, unsuitable, no-consent, no-address, cap, nobody or merged.</param>
/// <param name="Held">Of those who are in: set aside and never contacted.</param>
public sealed record SelectionCount(string Outcome, bool Held, long Count);

/// <summary>GET /api/campaigns/{id}/selection: what became of every customer of the segments. The counts add up to all who were looked at.</summary>
internal static class ShowSelection
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/campaigns/{id:long}/selection", async Task<Results<Ok<IReadOnlyList<SelectionCount>>, ProblemHttpResult>> (long id, Caller caller, OcrmDatabase database, CancellationToken cancellation) =>
                await database.ReadAsync(async session => await Campaign.ReadableAsync(session, caller, id) is null ? null : await CountAsync(session, id, caller.SightOf(Permission.CampaignsRead).In(Target.Sight)), cancellation) is { } counts
                    ? TypedResults.Ok(counts)
                    : Campaign.Unknown)
            .Requires(Permission.CampaignsRead).WithName("ShowSelection").WithSummary("How many customers are in the audience, are held out, or are out and why, within the caller's sight");

    /// <param name="seen">Of the targets (t).</param>
    public static async Task<IReadOnlyList<SelectionCount>> CountAsync(Session session, long campaign, SqlCondition seen) => await session.QueryAsync(
        $"SELECT t.outcome, t.held, count(*) FROM ocrm.campaign_target t WHERE t.campaign = @campaign AND {seen.Sql} GROUP BY t.outcome, t.held ORDER BY t.outcome, t.held",
        r => new SelectionCount(r.GetString(0), r.GetInt16(1) == 1, r.GetInt64(2)), [.. seen.Parameters, ("campaign", campaign)]);
}
