using Granary.Kernel.Storage;

namespace Granary.Ocrm.Campaigns;

/// <summary>
/// Two customers of one campaign became one: the target that was contacted more often stays, or else the heir's; the other is marked as merged,
/// and what waits for it is not sent. So nobody is contacted twice, and the counts still add up.
/// </summary>
internal static class MeetingTargets
{
    public static async Task RunAsync(Session session, long merged, long heir, long now)
    {
        var targets = await session.QueryAsync(
            $"SELECT {Target.Columns}, t.contacts FROM ocrm.campaign_target t WHERE t.party_id IN (@merged, @heir) AND t.outcome = 'in' ORDER BY t.id {session.ForUpdateOf("t")}",
            r => (Target: Target.Read(r), Contacts: r.GetInt64(13)), ("merged", merged), ("heir", heir));
        foreach (var pair in targets.GroupBy(t => t.Target.Campaign).Where(g => g.Count() > 1))
        {
            var gone = pair.OrderByDescending(t => t.Contacts).ThenByDescending(t => t.Target.Party == heir).Last().Target;
            await session.ExecuteAsync("UPDATE ocrm.campaign_target SET outcome = @merged, state = '', step = 0, due_at = 0, version = version + 1 WHERE id = @id", ("merged", SelectionReason.Merged), ("id", gone.Id));
            await HandedOver.CancelAsync(session, gone, now);
        }
    }
}
