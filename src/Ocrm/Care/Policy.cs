using System.Text.Json;
using Granary.Access.Lists;
using Granary.Kernel.Storage;
using Granary.Ocrm.Campaigns;
using Granary.Ocrm.Pool;

namespace Granary.Ocrm.Care;

/// <param name="Tier">One of <see cref="Policy.TierNames"/>.</param>
/// <param name="From">Deposits and wealth in the legal entity from which a customer has it, in cents.</param>
public sealed record TierStep(string Tier, long From);

/// <summary>How a legal entity ranks its customers, and of what it wants to be warned. Money in cents.</summary>
/// <param name="Tiers">The highest first; the last one begins at 0.</param>
/// <param name="OutflowFrom">What has to leave in a week…</param>
/// <param name="OutflowShare">… and which percentage of what was there.</param>
/// <param name="DormantDays">After so many days without a visit or call.</param>
/// <param name="DormantFrom">Of customers who have as much.</param>
/// <param name="Silent">Kinds of reminder that are not made; see <see cref="CareRule"/>.</param>
public sealed record Policy(IReadOnlyList<TierStep> Tiers, long OutflowFrom, int OutflowShare, int DormantDays, long DormantFrom, IReadOnlyList<string> Silent)
{
    /// <summary>Who may take customers who are nobody's; where a policy of before says nothing, the shipped rule.</summary>
    public PoolRule Pool { get; init; } = PoolRule.Shipped;

    /// <summary>How often campaigns contact one customer; where a policy of before says nothing, the shipped rule.</summary>
    public ContactRule Contacts { get; init; } = ContactRule.Shipped;

    /// <summary>The highest first.</summary>
    public static IReadOnlyList<string> TierNames { get; } = ["diamond", "platinum", "gold", "silver", "ordinary"];

    /// <summary>Where a legal entity has said nothing: steps as county unions draw them.</summary>
    public static Policy Shipped { get; } = new(
        [new("diamond", 300_000_000), new("platinum", 50_000_000), new("gold", 10_000_000), new("silver", 1_000_000), new("ordinary", 0)],
        OutflowFrom: 5_000_000, OutflowShare: 30, DormantDays: 180, DormantFrom: 5_000_000, Silent: []);

    /// <summary>The number of its row; 0 for the shipped one.</summary>
    internal long Version { get; init; }

    /// <summary>Whether it can be carried out.</summary>
    public bool IsSound =>
        Tiers is { Count: > 0 } && Tiers.Count <= TierNames.Count && Tiers[^1].From == 0
        && Tiers.Zip(Tiers.Skip(1)).All(t => t.First.From > t.Second.From && Rank(t.First.Tier) < Rank(t.Second.Tier)) && Tiers.All(t => Rank(t.Tier) >= 0)
        && OutflowFrom > 0 && OutflowShare is > 0 and <= 100 && DormantDays is > 0 and <= 3650 && DormantFrom >= 0
        && Silent is not null && Silent.All(CareRule.Kinds.Contains)
        && Pool is { IsSound: true } && Contacts is { IsSound: true };

    /// <summary>0 for the highest; -1 where there is no such tier.</summary>
    internal static int Rank(string tier) => TierNames.ToList().IndexOf(tier);

    /// <param name="assets">Deposits and wealth, in cents.</param>
    internal string TierOf(long assets) => Tiers.SkipLast(1).FirstOrDefault(t => assets >= t.From, Tiers[^1]).Tier;

    /// <summary>The same of a customer (c), as SQL; of one whom answers give a higher one (f, see <see cref="Answers.TierFloor"/>), that.</summary>
    internal string TierSql(SqlText sql)
    {
        var steps = Tiers.SkipLast(1).Select(t => $"WHEN c.deposits + c.wealth >= {sql.Bind(t.From)} OR f.tier IN ({string.Join(", ", TierNames.Take(Rank(t.Tier) + 1).Select(sql.Bind))}) THEN {sql.Bind(t.Tier)} ");
        return $"CASE {string.Concat(steps)}ELSE {sql.Bind(Tiers[^1].Tier)} END";
    }

    internal string Json => JsonSerializer.Serialize(this, JsonSerializerOptions.Web);

    internal static Policy Read(string json) => JsonSerializer.Deserialize<Policy>(json, JsonSerializerOptions.Web)!;

    /// <summary>The policy of each legal entity that has one of its own.</summary>
    internal static async Task<IReadOnlyDictionary<string, Policy>> OwnAsync(Session session) => (await session.QueryAsync(
        "SELECT p.entity, p.rules, p.id FROM ocrm.policy p WHERE p.id IN (SELECT max(n.id) FROM ocrm.policy n GROUP BY n.entity)",
        r => (Entity: r.GetString(0), Policy: Read(r.GetString(1)) with { Version = r.GetInt64(2) }))).ToDictionary(p => p.Entity, p => p.Policy, StringComparer.Ordinal);
}
