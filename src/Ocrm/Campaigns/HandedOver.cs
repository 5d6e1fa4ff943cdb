using Granary.Kernel.Storage;
using Granary.Ocrm.Sending;

namespace Granary.Ocrm.Campaigns;

/// <summary>What a campaign has handed over to sending and has not left yet.</summary>
internal static class HandedOver
{
    /// <summary>Waits, goes on, or never leaves, as the campaign does.</summary>
    public static Task MoveAsync(Session session, Campaign campaign, string state) => state switch
    {
        Campaign.Paused => Outgoing.HoldAsync(session, campaign.Ref + "/"),
        Campaign.Running => Outgoing.ReleaseAsync(session, campaign.Ref + "/"),
        _ => Outgoing.CancelAsync(session, campaign.Ref + "/"),
    };

    /// <summary>Nothing more of it goes to the target: what waits never leaves, and its open tasks are cancelled.</summary>
    public static async Task CancelAsync(Session session, Target target, long now)
    {
        await Outgoing.CancelAsync(session, target.Ref + "/");
        await session.ExecuteAsync(
            "UPDATE ocrm.task SET state = 'cancelled', done_at = @now, version = version + 1 WHERE state = 'open' AND id IN (SELECT h.task FROM ocrm.campaign_contact h WHERE h.target = @target AND h.task > 0)",
            ("now", now), ("target", target.Id));
    }
}
