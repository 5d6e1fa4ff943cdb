using Granary.Access.Contracts;
using Granary.Kernel.Auditing;
using Granary.Kernel.Storage;
using Granary.Ocrm.Storage;
using Granary.Ocrm.Work;

namespace Granary.Ocrm.Campaigns;

/// <summary>Open tasks of campaigns that were stopped are cancelled, a batch a transaction.</summary>
internal sealed class EndTasks(OcrmDatabase database, OcrmLimits limits, TimeProvider clock)
{
    public async Task RunAsync(CancellationToken cancellation)
    {
        while (await StepAsync(cancellation))
        {
        }
    }

    /// <returns>Whether there may be more.</returns>
    private async Task<bool> StepAsync(CancellationToken cancellation)
    {
        var open = await database.ReadAsync(session => session.QueryAsync(
            $"""
            SELECT h.task, h.campaign FROM ocrm.campaign g JOIN ocrm.campaign_contact h ON h.campaign = g.id JOIN ocrm.task k ON k.id = h.task
            WHERE g.state = 'stopped' AND h.state = 'made' AND h.task > 0 AND k.state = 'open' LIMIT {limits.CampaignBatch}
            """, r => (Task: r.GetInt64(0), Campaign: r.GetInt64(1))), cancellation);
        if (open.Count > 0)
        {
            var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
            await database.WriteAsync(async session =>
            {
                var ended = await session.ExecuteAsync("UPDATE ocrm.task SET state = @state, done_at = @now, version = version + 1 WHERE state = 'open' AND id IN (SELECT k.id FROM {rows})",
                    RowSet.Of("id", [.. open.Select(o => o.Task)]), ("state", TaskRow.Cancelled), ("now", now));
                await AuditTrail.AppendAsync(session, "ocrm", now, new AuditEntry("granary", "", Permission.WorkEdit, Campaign.RefOf(open[0].Campaign), "campaign stopped", After: $"cancelled {ended} tasks"));
            }, cancellation);
        }

        return open.Count == limits.CampaignBatch;
    }
}
