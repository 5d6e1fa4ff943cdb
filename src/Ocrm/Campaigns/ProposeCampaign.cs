using Granary.Access.Contracts;
using Granary.Kernel.Auditing;
using Granary.Ocrm.Storage;

namespace Granary.Ocrm.Campaigns;

/// <summary>Once the whole audience is selected: proposes the campaign to a second person. Rights have a database of their own, so who dies between the two proposes again; only one of the proposals can be carried out.</summary>
internal sealed class ProposeCampaign(OcrmDatabase database, IProposals proposals, TimeProvider clock)
{
    public async Task RunAsync(Campaign seen, Caller maker, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        var ready = await database.WriteAsync(async session =>
        {
            if (await Campaign.LockAsync(session, seen.Id, Campaign.Freezing) is not { } campaign || campaign.Cursor != seen.Cursor)
            {
                return default;
            }

            if (campaign.FrozenAt == 0)
            {
                await session.ExecuteAsync("UPDATE ocrm.campaign SET frozen_at = @now WHERE id = @id", ("now", now), ("id", campaign.Id));
                campaign = campaign with { FrozenAt = now };
            }

            return (Campaign: campaign, Counts: await ShowSelection.CountAsync(session, campaign.Id, SqlCondition.True));
        }, cancellation);
        if (ready.Campaign is not { } frozen)
        {
            return;
        }

        await proposals.ProposeAsync(CampaignApproval.Of(frozen, ready.Counts, maker.UserName), maker, cancellation);
        await database.WriteAsync(async session =>
        {
            // Where nobody else could decide it is approved already.
            if (await Campaign.LockAsync(session, frozen.Id, Campaign.Freezing) is { } still)
            {
                await still.SetAsync(session, Campaign.Submitted, now);
            }

            await AuditTrail.AppendAsync(session, "ocrm", now, new AuditEntry("granary", "", Permission.CampaignsEdit, frozen.Ref,
                Before: Campaign.Freezing, After: string.Join(' ', ready.Counts.Select(c => $"{(c.Held ? "held" : c.Outcome)}={c.Count}"))));
        }, cancellation);
    }
}
