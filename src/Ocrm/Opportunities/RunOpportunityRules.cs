using Granary.Access.Lists;
using Granary.Kernel;
using Granary.Kernel.Storage;
using Granary.Ocrm.Storage;
using Microsoft.Extensions.Logging;

namespace Granary.Ocrm.Opportunities;

/// <summary>
/// Lets the rules of legal entities open opportunities, once a day after care has looked at the customers. Some hundred are opened in a
/// transaction, each once; the rule's day is noted when nothing new is found, so it may die at any moment.
/// </summary>
internal sealed class RunOpportunityRules(OcrmDatabase database, OcrmLimits limits, TimeProvider clock, ILogger<RunOpportunityRules> logger)
    : Worker(limits, clock, logger)
{
    private sealed record Finding(long Party, string Entity, string Unit, string Manager, string Cause, long Amount, int Expected);

    protected override async Task TurnAsync(CancellationToken cancellation)
    {
        if (!await StepAsync(cancellation))
        {
            await RestAsync(Limits.JobPoll, cancellation);
        }
    }

    /// <summary>One transaction's worth of one rule.</summary>
    /// <returns>False where all rules are done.</returns>
    public async Task<bool> StepAsync(CancellationToken cancellation)
    {
        var today = BankTime.Day(Clock.GetUtcNow() - Limits.CareAt);
        // Looked at first without a transaction of our own: all day long there is nothing. Warnings of the day are there once care has been.
        var due = await database.ReadAsync(session => session.QueryAsync(
            "SELECT u.id FROM ocrm.opportunity_rule u WHERE u.state = 'open' AND u.day < @today AND EXISTS (SELECT 1 FROM ocrm.daily d WHERE d.job = 'care' AND d.day >= @today) ORDER BY u.id LIMIT 1",
            r => r.GetInt64(0), ("today", BankTime.Number(today))), cancellation);
        return due is [var id] && await database.WriteAsync(session => RunAsync(session, id, today), cancellation);
    }

    private async Task<bool> RunAsync(Session session, long id, DateOnly today)
    {
        // The rule's row is its lock: of several nodes one lets it look at a time.
        var rule = (await session.QueryAsync($"SELECT {OpportunityRule.Columns} FROM ocrm.opportunity_rule u WHERE u.id = @id {session.ForUpdateOf("u")}", OpportunityRule.Read, ("id", id)))[0];
        if (rule.State != Stage.Open || rule.Day >= BankTime.Number(today))
        {
            return true;
        }

        var sql = new SqlText();
        var found = await session.QueryAsync($"{rule.NewlyFound(today, sql)} ORDER BY f.party_id, f.cause LIMIT {Limits.OpportunityBatch}",
            r => new Finding(r.GetInt64(0), r.GetString(1), r.GetString(2), r.GetString(3), r.GetString(4), r.GetInt64(5), r.GetInt32(6)), sql.Parameters);
        var (at, opened, open) = (Clock.GetUtcNow().ToUnixTimeMilliseconds(), 0, true);
        foreach (var finding in found)
        {
            var made = await OpenOpportunity.AddAsync(session, null, new OpportunityDraft(
                rule.Pipeline, finding.Party, 0, finding.Entity, finding.Unit, finding.Manager, rule.Title, rule.Product, Math.Min(finding.Amount, Limits.OpportunityAmount), rule.Origin)
            {
                Cause = finding.Cause, Stage = rule.Stage, Expected = BankTime.OfNumber(finding.Expected) is { } day ? BankTime.Text(day) : "",
            }, at);
            open = made is not null;
            opened += made is { New: true } ? 1 : 0;
        }

        // A pipeline that is closed takes nothing; the rule looks again tomorrow.
        var done = found.Count < Limits.OpportunityBatch || !open || opened == 0;
        await session.ExecuteAsync("UPDATE ocrm.opportunity_rule SET day = CASE WHEN @done = 1 THEN @today ELSE day END, opened = opened + @opened WHERE id = @id",
            ("done", done ? 1 : 0), ("today", BankTime.Number(today)), ("opened", (long)opened), ("id", id));
        return true;
    }
}
