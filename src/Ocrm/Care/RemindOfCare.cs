using Granary.Kernel;
using Granary.Kernel.Storage;
using Granary.Ocrm.Ownership;
using Granary.Ocrm.Pool;
using Granary.Ocrm.Storage;
using Microsoft.Extensions.Logging;

namespace Granary.Ocrm.Care;

/// <summary>
/// Every day of the bank, once: what is owed to customers becomes reminders of their managers, and customers get the tier that their legal
/// entity's policy gives them. A day is one transaction that also notes the day, so a restart does nothing twice; after a stop every day that
/// was missed is made up for, each with its own date.
/// </summary>
internal sealed class RemindOfCare(OcrmDatabase database, OcrmLimits limits, TimeProvider clock, ILogger<RemindOfCare> logger)
    : Worker(limits, clock, logger)
{
    private const string Job = "care";

    private sealed record Leaving(long Party, string Entity, string Unit, string Manager, long Left, long Assets);

    protected override async Task TurnAsync(CancellationToken cancellation)
    {
        if (!await StepAsync(cancellation) && !await AssignTiers.StepAsync(database, Limits, Clock, cancellation))
        {
            await RestAsync(Limits.JobPoll, cancellation);
        }
    }

    /// <summary>One day.</summary>
    /// <returns>False where all days are done.</returns>
    public async Task<bool> StepAsync(CancellationToken cancellation)
    {
        var today = BankTime.Day(Clock.GetUtcNow() - Limits.CareAt);
        // Looked at first without a transaction of our own: all day long there is nothing.
        return await database.ReadAsync(LastAsync, cancellation) < BankTime.Number(today) && await database.WriteAsync(session => DayAsync(session, today), cancellation);
    }

    private static async Task<int> LastAsync(Session session) =>
        (await session.QueryAsync("SELECT d.day FROM ocrm.daily d WHERE d.job = @job", r => r.GetInt32(0), ("job", Job))).FirstOrDefault();

    private async Task<bool> DayAsync(Session session, DateOnly today)
    {
        await session.ExecuteAsync("INSERT INTO ocrm.daily (job, day) VALUES (@job, 0) ON CONFLICT (job) DO NOTHING", ("job", Job));
        var last = BankTime.OfNumber((await session.QueryAsync($"SELECT d.day FROM ocrm.daily d WHERE d.job = @job {session.ForUpdateOf("d")}", r => r.GetInt32(0), ("job", Job)))[0]);
        if (last >= today)
        {
            return false; // another node was first
        }

        var day = last is { } done && done.AddDays(Limits.CareBacklog) >= today ? done.AddDays(1) : today;
        var policies = await Policy.OwnAsync(session);
        foreach (var rule in CareRule.On(day))
        {
            await WriteAsync(session, rule, day, [.. policies.Where(p => p.Value.Silent.Contains(rule.Kind)).Select(p => p.Key)]);
        }

        foreach (var entity in await LegalEntities.OfAsync(session, "ocrm.customer"))
        {
            var policy = policies.GetValueOrDefault(entity, Policy.Shipped);
            if (!policy.Silent.Contains(CareRule.Dormant))
            {
                await WriteAsync(session, CareRule.DormantOn(day, entity, policy), day, []);
            }

            await ReturnCustomers.ExpireAsync(session, entity, policy.Pool, day, Clock.GetUtcNow().ToUnixTimeMilliseconds());
            if (policy.Pool.ReturnDays > 0 && !policy.Silent.Contains(CareRule.PoolReturn))
            {
                await WriteAsync(session, CareRule.PoolReturnOn(day, entity, policy.Pool), day, []);
            }
        }

        await OutflowsAsync(session, day, policies);
        await session.ExecuteAsync("DELETE FROM ocrm.flow WHERE day < @day", ("day", BankTime.Number(day.AddDays(-Limits.OutflowDays))));
        await session.ExecuteAsync("UPDATE ocrm.daily SET day = @day WHERE job = @job", ("day", BankTime.Number(day)), ("job", Job));
        return true;
    }

    private Task<int> WriteAsync(Session session, CareRule rule, DateOnly day, IReadOnlyList<string> silent)
    {
        var loud = silent.Count == 0 ? "" : $"AND c.entity NOT IN ({string.Join(", ", silent.Select(rule.Sql.Bind))})";
        var wished = rule.Wished ? "AND COALESCE(w.quiet_until, 0) < @due" : "";
        return session.ExecuteAsync(
            $"""
            INSERT INTO ocrm.reminder (party_id, recorded_for, entity, unit, manager, kind, due_on, ref, title, args, state, reason, created_at)
            SELECT c.party_id, c.party_id, c.entity, c.unit, o.manager, @kind, @due, {rule.Ref}, '', @args, 'open', '', @now
            FROM {OwnerRow.Customers} {rule.From} LEFT JOIN ocrm.wish w ON w.party_id = c.party_id AND w.entity = c.entity
            WHERE o.manager <> '' AND c.status = 'active' AND {rule.Where} {loud} {wished}
            ON CONFLICT (party_id, entity, kind, ref, due_on) DO NOTHING
            """,
            [.. rule.Sql.Parameters, ("kind", rule.Kind), ("due", BankTime.Number(day)), ("args", rule.Json), ("now", Clock.GetUtcNow().ToUnixTimeMilliseconds())]);
    }

    /// <summary>Of whom much of what they had left within the last days, in all their accounts together; once in that time.</summary>
    private async Task OutflowsAsync(Session session, DateOnly day, IReadOnlyDictionary<string, Policy> policies)
    {
        var least = policies.Values.Append(Policy.Shipped).Min(p => p.OutflowFrom);
        var leaving = await session.QueryAsync(
            $"""
            SELECT c.party_id, c.entity, c.unit, o.manager, f.moved, c.deposits + c.wealth FROM (
                SELECT h.party_id, h.entity, CAST(SUM(m.delta) AS bigint) AS moved FROM ocrm.flow m JOIN ocrm.holding h ON h.system = m.system AND h.account = m.account
                WHERE m.day >= @since AND m.day < @day GROUP BY h.party_id, h.entity HAVING SUM(m.delta) <= @least) f
            JOIN ocrm.customer c ON c.party_id = f.party_id AND c.entity = f.entity {OwnerRow.OfCustomer} LEFT JOIN ocrm.wish w ON w.party_id = c.party_id AND w.entity = c.entity
            WHERE o.manager <> '' AND c.status = 'active' AND COALESCE(w.quiet_until, 0) < @day
              AND NOT EXISTS (SELECT 1 FROM ocrm.reminder r WHERE r.party_id = c.party_id AND r.entity = c.entity AND r.kind = 'outflow' AND r.due_on > @since)
            """,
            r => new Leaving(r.GetInt64(0), r.GetString(1), r.GetString(2), r.GetString(3), -r.GetInt64(4), r.GetInt64(5)),
            ("since", BankTime.Number(day.AddDays(-Limits.OutflowDays))), ("day", BankTime.Number(day)), ("least", -least));
        var warned = leaving.Where(l => policies.GetValueOrDefault(l.Entity, Policy.Shipped) is var policy && !policy.Silent.Contains(CareRule.Outflow)
            && l.Left >= policy.OutflowFrom && l.Left * 100 >= (l.Left + l.Assets) * policy.OutflowShare).ToList();
        var now = Clock.GetUtcNow().ToUnixTimeMilliseconds();
        await session.InsertAsync(new Insert<Leaving>("ocrm.reminder", "ON CONFLICT (party_id, entity, kind, ref, due_on) DO NOTHING",
            new("party_id", ColumnType.Long, l => l.Party), new("recorded_for", ColumnType.Long, l => l.Party), new("entity", ColumnType.Text, l => l.Entity), new("unit", ColumnType.Text, l => l.Unit),
            new("manager", ColumnType.Text, l => l.Manager), new("kind", ColumnType.Text, _ => CareRule.Outflow), new("due_on", ColumnType.Int, _ => BankTime.Number(day)),
            new("ref", ColumnType.Text, _ => "outflow"), new("title", ColumnType.Text, _ => ""),
            new("args", ColumnType.Text, l => $"{{\"percent\":{l.Left * 100 / (l.Left + l.Assets)}}}"), new("state", ColumnType.Text, _ => "open"), new("reason", ColumnType.Text, _ => ""), new("created_at", ColumnType.Long, _ => now)), warned);
    }
}
