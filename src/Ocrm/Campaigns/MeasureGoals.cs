using Granary.Kernel;
using Granary.Kernel.Storage;
using Granary.Ocrm.Storage;

namespace Granary.Ocrm.Campaigns;

/// <summary>Who has reached a campaign's goal, targets and those held out alike, from what the bank's systems reported since it started.</summary>
internal sealed class MeasureGoals(OcrmDatabase database, OcrmLimits limits, TimeProvider clock)
{
    /// <summary>All targets of a campaign, a batch a transaction. Who has reached the goal once has reached it.</summary>
    public async Task RunAsync(Campaign campaign, CancellationToken cancellation)
    {
        if (Reached(campaign.Plan.Goal) is not { } reached)
        {
            return; // responses are counted as they come
        }

        (string, object?)[] parameters =
        [
            ("value", campaign.Plan.Goal.Value), ("amount", campaign.Plan.Goal.Amount), ("day", BankTime.Number(BankTime.Day(campaign.StartedAt))), ("origin", campaign.Ref),
            ("campaign", campaign.Id), ("now", clock.GetUtcNow().ToUnixTimeMilliseconds()),
        ];
        for (var after = 0L; ;)
        {
            var batch = await database.ReadAsync(session => session.QueryAsync(
                $"SELECT t.id, CASE WHEN {reached} THEN 1 ELSE 0 END FROM ocrm.campaign_target t WHERE t.campaign = @campaign AND t.id > @after AND t.outcome = 'in' AND t.won_at = 0 ORDER BY t.id LIMIT {limits.CampaignBatch}",
                r => (Id: r.GetInt64(0), Reached: r.GetInt32(1) == 1), [.. parameters, ("after", after)]), cancellation);
            if (batch.Count == 0)
            {
                return;
            }

            after = batch[^1].Id;
            if (batch.FindAll(b => b.Reached) is { Count: > 0 } won)
            {
                await database.WriteAsync(session => session.ExecuteAsync("UPDATE ocrm.campaign_target SET won_at = @now, version = version + 1 WHERE won_at = 0 AND id IN (SELECT k.id FROM {rows})",
                    RowSet.Of("id", [.. won.Select(w => w.Id)]), ("now", clock.GetUtcNow().ToUnixTimeMilliseconds())), cancellation);
            }
        }
    }

    /// <summary>The condition of a target (t), as SQL; null for a goal that is none of holdings.</summary>
    private static string? Reached(CampaignGoal goal) => goal.Kind switch
    {
        CampaignGoal.Holding => "EXISTS (SELECT 1 FROM ocrm.holding h WHERE h.party_id = t.party_id AND h.entity = t.entity AND h.kind = @value AND h.opened >= @day AND h.state <> 'closed')",
        CampaignGoal.Balance => "EXISTS (SELECT 1 FROM ocrm.customer c WHERE c.party_id = t.party_id AND c.entity = t.entity AND c.deposits + c.wealth - t.assets >= @amount)",
        CampaignGoal.Opportunity => "EXISTS (SELECT 1 FROM ocrm.opportunity p WHERE p.party_id = t.party_id AND p.entity = t.entity AND p.origin = @origin AND p.state = 'won')",
        _ => null,
    };
}
