using Granary.Kernel;
using Granary.Ocrm.Storage;
using Microsoft.Extensions.Logging;

namespace Granary.Ocrm.Asking;

/// <summary>
/// Parts complete anonymous answers from their links: a link stays used, and nothing leads from it to the answer any more. In turns of its
/// own and not with the answer, so that no transaction writes both (docs/decisions/0025).
/// </summary>
internal sealed class PartAnonymousAnswers(OcrmDatabase database, OcrmLimits limits, TimeProvider clock, ILogger<PartAnonymousAnswers> logger) : Worker(limits, clock, logger)
{
    protected override async Task TurnAsync(CancellationToken cancellation)
    {
        if (await StepAsync(cancellation) < Limits.InvitationBatch)
        {
            await RestAsync(Limits.InvitationPoll, cancellation);
        }
    }

    /// <returns>How many were parted.</returns>
    public Task<int> StepAsync(CancellationToken cancellation)
    {
        var today = BankTime.Ms(BankTime.Today(Clock));
        return database.WriteAsync(async session =>
        {
            var done = await session.QueryAsync(
                $"SELECT k.hash, k.invitation FROM ocrm.answer_key k JOIN ocrm.response r ON r.id = k.response WHERE k.anonymous = 1 AND k.response > 0 AND r.state <> 'open' ORDER BY k.hash LIMIT {Limits.InvitationBatch} {session.ForUpdateOf("k", skipLocked: true)}",
                r => (Hash: r.GetString(0), Invitation: r.GetInt64(1)));
            foreach (var (hash, invitation) in done)
            {
                await session.ExecuteAsync("UPDATE ocrm.answer_key SET response = 0 WHERE hash = @hash", ("hash", hash));
                await session.ExecuteAsync("UPDATE ocrm.invitation SET state = 'answered', used = 1, answered_at = @today, remind_at = 0 WHERE id = @id AND uses = 1", ("id", invitation), ("today", today));
            }

            return done.Count;
        }, cancellation);
    }
}
