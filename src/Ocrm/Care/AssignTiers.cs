using Granary.Access.Lists;
using Granary.Kernel;
using Granary.Kernel.Storage;
using Granary.Ocrm.Activities;
using Granary.Ocrm.Answers;
using Granary.Ocrm.Storage;

namespace Granary.Ocrm.Care;

/// <summary>Gives customers the tier that their legal entity's policy gives them; a change of tier stands in their timeline, the first one does not.</summary>
internal static class AssignTiers
{
    private sealed record Change(long Id, long Party, string Before, string After);

    /// <summary>
    /// One transaction's worth. All customers of a legal entity are gone through once a day and after a change of its policy; who has no tier yet gets one
    /// at every look.
    /// </summary>
    /// <returns>False where there was nothing to do.</returns>
    public static async Task<bool> StepAsync(OcrmDatabase database, OcrmLimits limits, TimeProvider clock, CancellationToken cancellation)
    {
        var day = BankTime.Today(clock);
        var today = BankTime.Number(day);
        var (entities, policies, done) = await database.ReadAsync(async session => (await LegalEntities.OfAsync(session, "ocrm.customer"), await Policy.OwnAsync(session), await DoneAsync(session, today)), cancellation);
        foreach (var entity in entities)
        {
            var policy = policies.GetValueOrDefault(entity, Policy.Shipped);
            var (job, fresh) = (JobOf(entity, policy), done.Contains(JobOf(entity, policy)));
            var changed = await database.ReadAsync(session => ChangesAsync(session, entity, policy, fresh, day, 1, ""), cancellation);
            if (changed.Count > 0)
            {
                await database.WriteAsync(session => WriteAsync(session, entity, policy, fresh, limits.TierBatch, clock), cancellation);
                return true;
            }

            if (!fresh)
            {
                await database.WriteAsync(session => session.ExecuteAsync(
                    "INSERT INTO ocrm.daily (job, day) VALUES (@job, @day) ON CONFLICT (job) DO UPDATE SET day = excluded.day", ("job", job), ("day", today)), cancellation);
            }
        }

        return false;
    }

    private static string JobOf(string entity, Policy policy) => $"tiers/{entity}/{policy.Version}";

    private static async Task<IReadOnlySet<string>> DoneAsync(Session session, int today) =>
        (await session.QueryAsync("SELECT d.job FROM ocrm.daily d WHERE d.day = @today", r => r.GetString(0), ("today", today))).ToHashSet(StringComparer.Ordinal);

    /// <summary>Those of a legal entity whose tier is not what the policy says.</summary>
    /// <param name="fresh">Only of those who have none yet.</param>
    private static Task<List<Change>> ChangesAsync(Session session, string entity, Policy policy, bool fresh, DateOnly today, int most, string locking)
    {
        var sql = new SqlText();
        var tier = policy.TierSql(sql);
        return session.QueryAsync($"SELECT c.id, c.party_id, c.tier, {tier} FROM ocrm.customer c {TierFloor.OfCustomer(sql, today)} WHERE c.entity = {sql.Bind(entity)} AND {(fresh ? "c.tier = ''" : $"c.tier <> {tier}")} LIMIT {most} {locking}",
            r => new Change(r.GetInt64(0), r.GetInt64(1), r.GetString(2), r.GetString(3)), sql.Parameters);
    }

    private static async Task<int> WriteAsync(Session session, string entity, Policy policy, bool fresh, int most, TimeProvider clock)
    {
        var changes = await ChangesAsync(session, entity, policy, fresh, BankTime.Today(clock), most, session.ForUpdateOf("c", skipLocked: true));
        foreach (var tier in changes.GroupBy(c => c.After))
        {
            await session.ExecuteAsync("UPDATE ocrm.customer SET tier = @tier WHERE id IN (SELECT k.id FROM {rows})", RowSet.Of("id", [.. tier.Select(c => c.Id)]), ("tier", tier.Key));
        }

        var at = clock.GetUtcNow().ToUnixTimeMilliseconds();
        await Activity.RecordAsync(session, [.. changes.Where(c => c.Before.Length > 0).Select(c => new Activity(
            c.Party, entity, "", "", at, ActivityKind.Tier, c.After, $"{{\"before\":\"{c.Before}\"}}"))]);
        return changes.Count;
    }
}
