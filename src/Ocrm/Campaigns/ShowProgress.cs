using Granary.Access.Contracts;
using Granary.Kernel.Storage;
using Granary.Ocrm.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Granary.Ocrm.Campaigns;

/// <summary>Counts of targets, without those who are held out. Each is the count of the list "campaign-targets" under the same conditions.</summary>
/// <param name="Key">A unit, a person or '' for all.</param>
/// <param name="Won">Who has reached the goal.</param>
/// <param name="HeldOut">Who is set aside, and of those who has reached the goal.</param>
public sealed record ProgressRow(
    string Key, string Name, long Targets, long Waiting, long Contacted, long Failed, long InDoubt, long Responded, long Won, long HeldOut, long HeldOutWon);

/// <param name="Waiting">Targets that stand at the step.</param>
/// <param name="Done">Contacts that arrived, tasks that are done.</param>
public sealed record StepProgress(int Step, string Kind, long Waiting, long Made, long Done, long Failed, long InDoubt, long Cancelled, long Skipped, long Unsuitable);

/// <param name="Responses">Kind → targets whose response it is.</param>
public sealed record CampaignProgress(ProgressRow Total, IReadOnlyList<ProgressRow> Rows, IReadOnlyList<StepProgress> Steps, IReadOnlyDictionary<string, long> Responses);

/// <summary>GET /api/campaigns/{id}/progress: how far a campaign is, by unit or by manager and by step, within the caller's sight.</summary>
internal static class ShowProgress
{
    private const string Sums =
        """
        sum(CASE WHEN t.held = 0 THEN 1 ELSE 0 END), sum(CASE WHEN t.state = 'waiting' THEN 1 ELSE 0 END), sum(CASE WHEN t.held = 0 AND t.contacted_at > 0 THEN 1 ELSE 0 END),
        sum(CASE WHEN t.held = 0 AND t.failed = 1 THEN 1 ELSE 0 END), sum(CASE WHEN t.held = 0 AND t.in_doubt = 1 THEN 1 ELSE 0 END), sum(CASE WHEN t.held = 0 AND t.response <> '' THEN 1 ELSE 0 END),
        sum(CASE WHEN t.held = 0 AND t.won_at > 0 THEN 1 ELSE 0 END), sum(CASE WHEN t.held = 1 THEN 1 ELSE 0 END), sum(CASE WHEN t.held = 1 AND t.won_at > 0 THEN 1 ELSE 0 END)
        """;

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/campaigns/{id:long}/progress", async Task<Results<Ok<CampaignProgress>, ProblemHttpResult>> (
                long id, string? by, Caller caller, OcrmDatabase database, IOrganisation organisation, OcrmLimits limits, CancellationToken cancellation) =>
            {
                var progress = await database.ReadAsync(async session => await Campaign.ReadableAsync(session, caller, id) is { } campaign
                    ? await ReadAsync(session, campaign, by == "manager" ? "t.manager" : "t.unit", caller.SightOf(Permission.CampaignsRead).In(Target.Sight), limits)
                    : null, cancellation);
                if (progress is null)
                {
                    return Campaign.Unknown;
                }

                string[] keys = [.. progress.Rows.Select(r => r.Key)];
                var names = by == "manager" ? await organisation.PeopleNamesAsync(keys, cancellation) : await organisation.UnitNamesAsync(keys, cancellation);
                return TypedResults.Ok(progress with { Rows = [.. progress.Rows.Select(r => r with { Name = names.GetValueOrDefault(r.Key, r.Key) })] });
            })
            .Requires(Permission.CampaignsRead).WithName("ShowCampaignProgress").WithSummary("How far a campaign is, by unit (or by=manager) and by step");

    private static async Task<CampaignProgress> ReadAsync(Session session, Campaign campaign, string by, SqlCondition seen, OcrmLimits limits)
    {
        (string, object?)[] parameters = [.. seen.Parameters, ("campaign", campaign.Id)];
        var rows = await session.QueryAsync($"SELECT {by}, {Sums} FROM ocrm.campaign_target t WHERE t.campaign = @campaign AND t.outcome = 'in' AND {seen.Sql} GROUP BY {by} ORDER BY count(*) DESC, {by}",
            r => new ProgressRow(r.GetString(0), "", r.GetInt64(1), r.GetInt64(2), r.GetInt64(3), r.GetInt64(4), r.GetInt64(5), r.GetInt64(6), r.GetInt64(7), r.GetInt64(8), r.GetInt64(9)), parameters);
        var standing = (await session.QueryAsync($"SELECT t.step, count(*) FROM ocrm.campaign_target t WHERE t.campaign = @campaign AND t.state = 'waiting' AND {seen.Sql} GROUP BY t.step",
            r => (Step: r.GetInt64(0), Count: r.GetInt64(1)), parameters)).ToDictionary(s => s.Step, s => s.Count);
        var all = seen == SqlCondition.True ? "" : $"AND h.target IN (SELECT t.id FROM ocrm.campaign_target t WHERE t.campaign = @campaign AND {seen.Sql})";
        var contacts = (await session.QueryAsync($"SELECT h.step, h.state, count(*) FROM ocrm.campaign_contact h WHERE h.campaign = @campaign {all} GROUP BY h.step, h.state",
            r => (Step: r.GetInt64(0), State: r.GetString(1), Count: r.GetInt64(2)), parameters)).ToLookup(c => c.Step);
        var responses = await session.QueryAsync($"SELECT t.response, count(*) FROM ocrm.campaign_target t WHERE t.campaign = @campaign AND t.outcome = 'in' AND t.held = 0 AND t.response <> '' AND {seen.Sql} GROUP BY t.response",
            r => (Kind: r.GetString(0), Count: r.GetInt64(1)), parameters);
        return new CampaignProgress(Sum(rows), [.. rows.Take(limits.CampaignRows)], [.. campaign.Plan.Steps.Select(Step)], responses.ToDictionary(r => r.Kind, r => r.Count));

        StepProgress Step(CampaignStep step)
        {
            long In(string state) => contacts[step.Id].Where(c => c.State == state).Sum(c => c.Count);
            return new StepProgress(step.Id, step.Kind, standing.GetValueOrDefault(step.Id), In(CampaignContact.Made), In(CampaignContact.Sent), In(CampaignContact.Failed), In(CampaignContact.InDoubt),
                In(CampaignContact.Cancelled), In(CampaignContact.Skipped), In(CampaignContact.Unsuitable));
        }
    }

    private static ProgressRow Sum(IReadOnlyList<ProgressRow> rows) => new(
        "", "", rows.Sum(r => r.Targets), rows.Sum(r => r.Waiting), rows.Sum(r => r.Contacted), rows.Sum(r => r.Failed), rows.Sum(r => r.InDoubt), rows.Sum(r => r.Responded), rows.Sum(r => r.Won),
        rows.Sum(r => r.HeldOut), rows.Sum(r => r.HeldOutWon));
}
