using Granary.Access.Lists;
using Granary.Kernel;
using Granary.Kernel.Storage;
using Granary.Ocrm.Asking;
using Granary.Ocrm.Care;

namespace Granary.Ocrm.Answers;

/// <summary>The tier that answers give a customer at least, for a while; money may give them a higher one. The daily job ranks by both.</summary>
internal static class TierFloor
{
    /// <summary>Puts the floor (f) beside a customer (c), as SQL, where they have one.</summary>
    /// <param name="today">Floors of before count no more.</param>
    public static string OfCustomer(SqlText sql, DateOnly today) => $"LEFT JOIN ocrm.tier_floor f ON f.party_id = c.party_id AND f.entity = c.entity AND f.until >= {sql.Bind(BankTime.Number(today))}";

    /// <summary>A floor that is as high and holds longer stays.</summary>
    /// <param name="until">The last day on which it holds.</param>
    public static async Task RaiseAsync(Session session, TakenResponse response, string tier, DateOnly until)
    {
        var today = BankTime.Number(BankTime.Day(response.At));
        var kept = (await session.QueryAsync($"SELECT f.tier, f.until FROM ocrm.tier_floor f WHERE f.party_id = @party AND f.entity = @entity {session.ForUpdateOf("f")}",
            r => (Tier: r.GetString(0), Until: r.GetInt32(1)), ("party", response.Party), ("entity", response.Entity))).SingleOrDefault();
        if (kept.Tier is not null && kept.Until >= today && (Policy.Rank(kept.Tier), -kept.Until).CompareTo((Policy.Rank(tier), -BankTime.Number(until))) <= 0)
        {
            return;
        }

        await session.ExecuteAsync(
            """
            INSERT INTO ocrm.tier_floor (party_id, recorded_for, entity, tier, until, response, at) VALUES (@party, @party, @entity, @tier, @until, @response, @at)
            ON CONFLICT (party_id, entity) DO UPDATE SET tier = excluded.tier, until = excluded.until, response = excluded.response, at = excluded.at
            """,
            ("party", response.Party), ("entity", response.Entity), ("tier", tier), ("until", BankTime.Number(until)), ("response", response.Id), ("at", response.At));
        var lower = Policy.TierNames.Skip(Policy.Rank(tier) + 1).Append("");
        await session.ExecuteAsync($"UPDATE ocrm.customer SET tier = @tier WHERE party_id = @party AND entity = @entity AND tier IN ({string.Join(", ", lower.Select(t => $"'{t}'"))})",
            ("tier", tier), ("party", response.Party), ("entity", response.Entity));
    }
}
