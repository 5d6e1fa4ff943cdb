using Granary.Kernel.Storage;
using Granary.Ocrm.Storage;

namespace Granary.Ocrm.Campaigns;

/// <summary>What became of the messages and tasks of campaigns, for their progress and for branches that ask it.</summary>
internal sealed class CollectOutcomes(OcrmDatabase database, OcrmLimits limits)
{
    private sealed record Settled(long Id, long Target, string State);

    /// <summary>All that is known by now, a batch a transaction.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        var most = limits.CampaignBatch;
        // What was in doubt may have been decided in the list of messages: sent again, or let be.
        await WriteAsync(await database.ReadAsync(session => session.QueryAsync(
            $"""
            SELECT h.id, h.target, CASE o.state WHEN 'in-doubt' THEN 'settled' WHEN 'sent' THEN 'sent' WHEN 'cancelled' THEN 'cancelled' WHEN 'refused' THEN 'failed' ELSE 'made' END
            FROM ocrm.campaign_contact h JOIN ocrm.outgoing o ON o.key = h.key WHERE h.state = 'doubt' AND (o.state <> 'in-doubt' OR o.decided_by <> '') LIMIT {most}
            """, Read), cancellation), cancellation);
        // Along the index of what is open, so that it costs as much as is open, however much was ever sent.
        for (var (campaign, after, looked) = (0L, 0L, most); looked == most;)
        {
            var open = await database.ReadAsync(session => session.QueryAsync(
                $"""
                SELECT h.id, h.target,
                    CASE COALESCE(o.state, '') WHEN 'sent' THEN 'sent' WHEN 'in-doubt' THEN 'doubt' WHEN 'cancelled' THEN 'cancelled' WHEN 'refused' THEN 'failed'
                        ELSE CASE COALESCE(k.state, '') WHEN 'done' THEN 'sent' WHEN 'open' THEN 'made' WHEN '' THEN 'made' ELSE 'cancelled' END END, h.campaign
                FROM (SELECT c.id, c.target, c.key, c.task, c.campaign FROM ocrm.campaign_contact c WHERE c.state = 'made' AND (c.campaign, c.id) > (@campaign, @after) ORDER BY c.campaign, c.id LIMIT {most}) AS h
                LEFT JOIN ocrm.outgoing o ON o.key = h.key LEFT JOIN ocrm.task k ON k.id = h.task ORDER BY h.campaign, h.id
                """, r => (Contact: Read(r), Campaign: r.GetInt64(3)), ("campaign", campaign), ("after", after)), cancellation);
            if ((looked = open.Count) > 0)
            {
                (campaign, after) = (open[^1].Campaign, open[^1].Contact.Id);
                await WriteAsync([.. open.Select(o => o.Contact).Where(c => c.State != CampaignContact.Made)], cancellation);
            }
        }
    }

    private static Settled Read(System.Data.Common.DbDataReader r) => new(r.GetInt64(0), r.GetInt64(1), r.GetString(2));

    private Task WriteAsync(IReadOnlyList<Settled> found, CancellationToken cancellation) => found.Count == 0 ? Task.CompletedTask : database.WriteAsync(session => WriteAsync(session, found), cancellation);

    private static async Task WriteAsync(Session session, IReadOnlyList<Settled> found)
    {
        // The targets are locked first and in order, as whoever leads them does.
        await session.QueryAsync($"SELECT t.id FROM {"{rows}"} CROSS JOIN ocrm.campaign_target t WHERE t.id = k.id ORDER BY t.id {session.ForUpdateOf("t")}",
            RowSet.Of("id", [.. found.Select(f => f.Target).Distinct()]), r => r.GetInt64(0));
        foreach (var group in found.GroupBy(f => f.State, StringComparer.Ordinal))
        {
            await session.ExecuteAsync("UPDATE ocrm.campaign_contact SET state = @state WHERE state IN ('made', 'doubt') AND id IN (SELECT k.id FROM {rows})", RowSet.Of("id", [.. group.Select(f => f.Id)]), ("state", group.Key));
        }

        await CountAsync(session, [.. found.Select(f => f.Target).Distinct()]);
    }

    /// <summary>What the rows of targets say of their contacts.</summary>
    public static Task CountAsync(Session session, IReadOnlyCollection<long> targets) => session.ExecuteAsync(
        """
        UPDATE ocrm.campaign_target SET version = version + 1,
            contacted_at = CASE WHEN contacted_at > 0 THEN contacted_at ELSE COALESCE((SELECT min(h.at) FROM ocrm.campaign_contact h WHERE h.target = ocrm.campaign_target.id AND h.state = 'sent' AND h.class <> ''), 0) END,
            failed = CASE WHEN EXISTS (SELECT 1 FROM ocrm.campaign_contact h WHERE h.target = ocrm.campaign_target.id AND h.state = 'failed') THEN 1 ELSE 0 END,
            in_doubt = CASE WHEN EXISTS (SELECT 1 FROM ocrm.campaign_contact h WHERE h.target = ocrm.campaign_target.id AND h.state = 'doubt') THEN 1 ELSE 0 END
        WHERE id IN (SELECT k.id FROM {rows})
        """, RowSet.Of("id", targets));
}
