using Granary.Access.Contracts;
using Granary.Kernel;
using Granary.Kernel.Storage;

namespace Granary.Ocrm.Campaigns;

/// <summary>What became of some targets since the campaign started, as far as the bank's systems have reported. Money in fen.</summary>
/// <param name="Won">Who has reached the goal.</param>
/// <param name="Gained">By how much their deposits and wealth together grew since the selection; below 0 where they shrank.</param>
public sealed record ResultGroup(long Customers, long Contacted, long Responded, long Won, long Gained)
{
    internal ResultGroup Plus(ResultGroup other) =>
        new(Customers + other.Customers, Contacted + other.Contacted, Responded + other.Responded, Won + other.Won, Gained + other.Gained);

    internal static ResultGroup None { get; } = new(0, 0, 0, 0, 0);
}

/// <param name="Key">A unit or a person.</param>
public sealed record ResultRow(string Key, string Name, ResultGroup Targets, ResultGroup HeldOut);

/// <summary>Customers who opened something of a kind since the campaign started and still have it.</summary>
/// <param name="Since">YYYYMMDD: with the kind what the list of targets is asked for.</param>
public sealed record OpenedProducts(string Kind, int Since, long Targets, long HeldOut);

/// <param name="Spent">What it cost so far, in fen.</param>
public sealed record CampaignResultsView(
    string Id, string Name, string State, CampaignGoal Goal, long Spent, DateTimeOffset? StartedAt, ResultGroup Targets, ResultGroup HeldOut, IReadOnlyList<ResultRow> Rows, IReadOnlyList<OpenedProducts> Products);

/// <summary>What a campaign brought, targets beside those held out. What it is worth beyond chance is not judged here.</summary>
internal static class CampaignResults
{
    private const string Sums =
        """
        count(*), sum(CASE WHEN t.contacted_at > 0 THEN 1 ELSE 0 END), sum(CASE WHEN t.response <> '' THEN 1 ELSE 0 END), sum(CASE WHEN t.won_at > 0 THEN 1 ELSE 0 END),
        CAST(sum(COALESCE(c.deposits + c.wealth, t.assets) - t.assets) AS bigint)
        """;

    /// <param name="by">t.unit or t.manager.</param>
    /// <param name="seen">Of the targets (t).</param>
    public static async Task<CampaignResultsView> ReadAsync(Session session, Campaign campaign, string by, SqlCondition seen, OcrmLimits limits)
    {
        (string, object?)[] parameters = [.. seen.Parameters, ("campaign", campaign.Id), ("day", BankTime.Number(BankTime.Day(campaign.StartedAt)))];
        var found = await session.QueryAsync(
            $"""
            SELECT {by}, t.held, {Sums} FROM ocrm.campaign_target t LEFT JOIN ocrm.customer c ON c.party_id = t.party_id AND c.entity = t.entity
            WHERE t.campaign = @campaign AND t.outcome = 'in' AND {seen.Sql} GROUP BY {by}, t.held
            """,
            r => (Key: r.GetString(0), Held: r.GetInt16(1) == 1, Group: new ResultGroup(r.GetInt64(2), r.GetInt64(3), r.GetInt64(4), r.GetInt64(5), r.GetInt64(6))), parameters);
        var rows = found.GroupBy(f => f.Key, StringComparer.Ordinal)
            .Select(g => new ResultRow(g.Key, "", Sum(g.Where(f => !f.Held).Select(f => f.Group)), Sum(g.Where(f => f.Held).Select(f => f.Group))))
            .OrderByDescending(r => r.Targets.Customers).ThenBy(r => r.Key, StringComparer.Ordinal).ToList();
        var opened = campaign.StartedAt == 0 ? [] : await session.QueryAsync(
            $"""
            SELECT h.kind, t.held, count(DISTINCT t.id) FROM ocrm.campaign_target t JOIN ocrm.holding h ON h.party_id = t.party_id AND h.entity = t.entity AND h.opened >= @day AND h.state <> 'closed'
            WHERE t.campaign = @campaign AND t.outcome = 'in' AND {seen.Sql} GROUP BY h.kind, t.held
            """,
            r => (Kind: r.GetString(0), Held: r.GetInt16(1) == 1, Count: r.GetInt64(2)), parameters);
        return new CampaignResultsView(campaign.Id.ToString(System.Globalization.CultureInfo.InvariantCulture), campaign.Name, campaign.State, campaign.Plan.Goal, campaign.Costs.Sum(c => c.Spent),
            campaign.StartedAt == 0 ? null : DateTimeOffset.FromUnixTimeMilliseconds(campaign.StartedAt), Sum(rows.Select(r => r.Targets)), Sum(rows.Select(r => r.HeldOut)), [.. rows.Take(limits.CampaignRows)],
            [.. Holdings.Holding.Kinds.Where(kind => opened.Any(o => o.Kind == kind)).Select(kind => new OpenedProducts(kind, BankTime.Number(BankTime.Day(campaign.StartedAt)), Of(kind, false), Of(kind, true)))]);

        long Of(string kind, bool held) => opened.Where(o => o.Kind == kind && o.Held == held).Sum(o => o.Count);
    }

    private static ResultGroup Sum(IEnumerable<ResultGroup> groups) => groups.Aggregate(ResultGroup.None, (sum, group) => sum.Plus(group));
}
