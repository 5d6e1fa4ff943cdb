using Granary.Access.Contracts;
using Granary.Access.Lists;
using Granary.Ecif.Contracts;
using Granary.Kernel;
using Granary.Kernel.Storage;
using Granary.Ocrm.Customers;
using Granary.Ocrm.Ownership;
using Granary.Ocrm.Products;
using Granary.Ocrm.Storage;

namespace Granary.Ocrm.Campaigns;

/// <summary>
/// Selects the audience of a submitted campaign: each customer of its segments becomes a target, in or out with a reason, some hundred a
/// transaction, which also notes how far it came; so it may die anywhere and another node goes on.
/// </summary>
internal sealed class FreezeAudience(
    OcrmDatabase database, IEnumerable<ListSource> sources, ListLimits lists, IOrganisation organisation, IStaff staff, IGoldenRecords records, OcrmLimits limits, TimeProvider clock)
{
    /// <summary>The cursor while an earlier selection is being taken away.</summary>
    public const long Clearing = -1;

    private ListSource Customers => sources.Single(s => s.List.Name == "customers");

    /// <summary>One transaction's worth.</summary>
    /// <returns>Whether all are selected.</returns>
    public async Task<bool> StepAsync(Campaign campaign, Caller caller, CancellationToken cancellation)
    {
        if (campaign.Cursor == Clearing)
        {
            await database.WriteAsync(session => ClearAsync(session, campaign), cancellation);
            return false;
        }

        var found = await Customers.KeysAsync(campaign.Plan.Audience.Filter, caller, lists, campaign.Cursor, null, limits.CampaignBatch, cancellation);
        var excluded = campaign.Plan.Audience.Excluded.Count == 0 || found.Keys.Count == 0 ? default
            : await Customers.KeysAsync(campaign.Plan.Audience.ExcludedFilter, caller, lists, 0, found.Keys, limits.CampaignBatch, cancellation);
        if (found.Problem is not null || excluded.Problem is not null)
        {
            await GiveUpAsync(campaign, "segments", cancellation);
            return false;
        }

        if (found.Keys.Count == 0)
        {
            return true;
        }

        if (campaign.Looked + found.Keys.Count > limits.CampaignTargets)
        {
            await GiveUpAsync(campaign, "many", cancellation);
            return false;
        }

        var left = (excluded.Keys ?? []).ToHashSet();
        await database.WriteAsync(session => SelectAsync(session, campaign, found.Keys, left, cancellation), cancellation);
        return false;
    }

    /// <summary>It is a draft again, with why.</summary>
    public Task GiveUpAsync(Campaign campaign, string problem, CancellationToken cancellation) => database.WriteAsync(async session =>
    {
        if (await Campaign.LockAsync(session, campaign.Id, Campaign.Freezing) is { } still)
        {
            await still.SetAsync(session, Campaign.Draft, clock.GetUtcNow().ToUnixTimeMilliseconds(), problem);
        }
    }, cancellation);

    private async Task ClearAsync(Session session, Campaign campaign)
    {
        if (await Campaign.LockAsync(session, campaign.Id, Campaign.Freezing) is { Cursor: Clearing }
            && await session.ExecuteAsync($"DELETE FROM ocrm.campaign_target WHERE id IN (SELECT t.id FROM ocrm.campaign_target t WHERE t.campaign = @id ORDER BY t.id LIMIT {limits.CampaignBatch})", ("id", campaign.Id)) == 0)
        {
            await session.ExecuteAsync("UPDATE ocrm.campaign SET cursor = 0, looked = 0 WHERE id = @id", ("id", campaign.Id));
        }
    }

    private async Task SelectAsync(Session session, Campaign seen, IReadOnlyList<long> keys, IReadOnlySet<long> excluded, CancellationToken cancellation)
    {
        if (await Campaign.LockAsync(session, seen.Id, Campaign.Freezing) is not { } campaign || campaign.Cursor != seen.Cursor)
        {
            return; // somebody took it back, or another node was first
        }

        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        var rows = (await CandidatesAsync(session, campaign, keys, excluded, now, cancellation)).FindAll(c => campaign.IsForAll || c.Entity == campaign.Entity);
        var chosen = new HashSet<long>();
        var targets = new List<(Candidate Who, string Outcome, bool Held)>();
        foreach (var row in rows)
        {
            var outcome = Selection.Of(row with { Duplicate = row.Duplicate || chosen.Contains(row.Party) }, campaign.Plan);
            if (outcome == SelectionReason.In)
            {
                chosen.Add(row.Party);
            }

            targets.Add((row, outcome, outcome == SelectionReason.In && Selection.IsHeldOut(campaign.Seed, row.Party, campaign.Plan.HoldOut)));
        }

        await session.InsertAsync(Rows(campaign, now), targets);
        Crash.At("mid-freeze");
        await session.ExecuteAsync("UPDATE ocrm.campaign SET cursor = @cursor, looked = looked + @rows WHERE id = @id", ("cursor", keys[^1]), ("rows", (long)rows.Count), ("id", campaign.Id));
    }

    private async Task<List<Candidate>> CandidatesAsync(Session session, Campaign campaign, IReadOnlyList<long> keys, IReadOnlySet<long> excluded, long now, CancellationToken cancellation)
    {
        var today = BankTime.Number(BankTime.Day(now));
        var found = await session.QueryAsync(
            $"""
            SELECT c.id, c.party_id, c.entity, c.unit, c.place, c.kind, c.status, c.mobile, o.manager, c.deposits + c.wealth, COALESCE(w.quiet_until, 0),
                CASE WHEN EXISTS (SELECT 1 FROM ocrm.campaign_target t WHERE t.campaign = @campaign AND t.party_id = c.party_id AND t.outcome = 'in') THEN 1 ELSE 0 END
            FROM {"{rows}"} CROSS JOIN {OwnerRow.Customers} LEFT JOIN ocrm.wish w ON w.party_id = c.party_id AND w.entity = c.entity WHERE c.id = k.id ORDER BY c.id
            """,
            RowSet.Of("id", keys.ToArray()),
            r => new Candidate(r.GetInt64(0), r.GetInt64(1), r.GetString(2), r.GetString(3), r.GetString(4), r.GetString(5), r.GetString(6) == "active", r.GetString(7), "", r.GetString(8), r.GetInt64(9),
                r.GetInt32(11) == 1, false, r.GetInt32(10) >= today, Suits: false, new HashSet<string>(), new HashSet<string>()), ("campaign", campaign.Id));
        long[] parties = [.. found.Select(c => c.Party).Distinct()];
        var consents = (await session.QueryAsync(
            """
            SELECT e.party_id, e.entity, e.channel FROM {rows} CROSS JOIN ocrm.consent e WHERE e.party_id = k.id AND e.purpose = @purpose AND e.withdrawn_at = 0
              AND NOT EXISTS (SELECT 1 FROM ocrm.consent w WHERE w.party_id = e.party_id AND w.entity = e.entity AND w.purpose = e.purpose AND w.channel = e.channel AND w.withdrawn_at >= e.given_at)
            """, RowSet.Of("id", parties), r => (Of: (r.GetInt64(0), r.GetString(1)), Channel: r.GetString(2)), ("purpose", campaign.Plan.Purpose))).ToLookup(c => c.Of, c => c.Channel);
        var cap = await FrequencyCap.OfAsync(session, parties, now);
        // Proposed when it begins: a product that is on sale from then on is nothing that stands against it now.
        var suited = await Suitability.SuitedAsync(session, found.ConvertAll(c => (c.Party, c.Entity)), campaign.Product, BankTime.OfNumber(Math.Max(campaign.FromDay, today))!.Value);
        var emails = await Addresses.EmailsAsync(records, campaign.Plan, parties, cancellation);
        var managers = await GiveTargets.RunAsync(session, organisation, staff, found, cancellation);
        return found.ConvertAll(c => c with
        {
            Excluded = excluded.Contains(c.Customer), Suits = suited.Contains((c.Party, c.Entity)), Manager = managers.GetValueOrDefault(c.Customer, ""), Email = emails.GetValueOrDefault(c.Party, ""), Consents = consents[(c.Party, c.Entity)].ToHashSet(),
            Full = new[] { ContactRule.Message, ContactRule.Person }.Where(k => cap.FreeFrom(c.Party, c.Entity, k) > 0).ToHashSet(),
        });
    }

    private static Insert<(Candidate Who, string Outcome, bool Held)> Rows(Campaign campaign, long now)
    {
        var begins = BankTime.OfNumber(campaign.FromDay) is { } day ? BankTime.Ms(day) : 0;
        static bool Goes((Candidate Who, string Outcome, bool Held) t) => t is { Outcome: SelectionReason.In, Held: false };
        return new("ocrm.campaign_target", "",
            new("campaign", ColumnType.Long, _ => campaign.Id), new("party_id", ColumnType.Long, t => t.Who.Party), new("recorded_for", ColumnType.Long, t => t.Who.Party),
            new("entity", ColumnType.Text, t => t.Who.Entity), new("unit", ColumnType.Text, t => t.Who.Unit), new("manager", ColumnType.Text, t => t.Who.Manager),
            new("outcome", ColumnType.Text, t => t.Outcome), new("held", ColumnType.Small, t => (short)(t.Held ? 1 : 0)),
            new("state", ColumnType.Text, t => Goes(t) ? Target.Waiting : t.Held ? Target.HeldOut : ""), new("step", ColumnType.Long, t => Goes(t) ? campaign.Plan.Steps[0].Id : 0L),
            new("due_at", ColumnType.Long, t => Goes(t) ? begins : 0L), new("assets", ColumnType.Long, t => t.Who.Assets), new("contacts", ColumnType.Long, _ => 0L),
            new("contacted_at", ColumnType.Long, _ => 0L), new("failed", ColumnType.Small, _ => (short)0), new("in_doubt", ColumnType.Small, _ => (short)0), new("response", ColumnType.Text, _ => ""),
            new("responded_at", ColumnType.Long, _ => 0L), new("won_at", ColumnType.Long, _ => 0L), new("at", ColumnType.Long, _ => now), new("version", ColumnType.Long, _ => 1L));
    }
}
