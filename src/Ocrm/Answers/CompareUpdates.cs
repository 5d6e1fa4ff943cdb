using Granary.Ecif.Contracts;
using Granary.Kernel.Storage;
using Granary.Ocrm.Storage;
using Microsoft.Extensions.Logging;

namespace Granary.Ocrm.Answers;

/// <summary>Asks the customer master whether what answers say is known already, so that people decide on news alone. Several nodes may ask the same.</summary>
internal sealed class CompareUpdates(OcrmDatabase database, IGoldenRecords records, OcrmLimits limits, TimeProvider clock, ILogger<CompareUpdates> logger)
    : Worker(limits, clock, logger)
{
    protected override async Task TurnAsync(CancellationToken cancellation)
    {
        if (!await StepAsync(cancellation))
        {
            await RestAsync(Limits.ComparePoll, cancellation);
        }
    }

    /// <returns>False where nothing was new.</returns>
    public async Task<bool> StepAsync(CancellationToken cancellation)
    {
        var updates = await database.ReadAsync(session => session.QueryAsync(
            $"SELECT {AnswerUpdate.Columns} FROM ocrm.answer_update u WHERE u.state = '{AnswerUpdate.New}' ORDER BY u.at, u.id LIMIT {Limits.CompareBatch}", AnswerUpdate.Read), cancellation);
        var golden = (await records.ReadAsync([.. updates.Select(u => u.Party).Distinct()], cancellation)).ToDictionary(p => p.Id);
        var known = updates.ToLookup(u => IsKnown(u, golden.GetValueOrDefault(u.Party)));
        if (updates.Count > 0)
        {
            await database.WriteAsync(async session =>
            {
                await BecomeAsync(session, AnswerUpdate.Same, known[true]);
                await BecomeAsync(session, AnswerUpdate.Proposed, known[false]);
            }, cancellation);
        }

        return updates.Count > 0;
    }

    private static Task<int> BecomeAsync(Session session, string state, IEnumerable<AnswerUpdate> updates) => session.ExecuteAsync(
        $"UPDATE ocrm.answer_update SET state = @state WHERE state = '{AnswerUpdate.New}' AND id IN (SELECT k.id FROM {"{rows}"})", RowSet.Of("id", [.. updates.Select(u => u.Id)]), ("state", state));

    /// <summary>Whether it is among the values that survive, in the form in which values are compared.</summary>
    internal static bool IsKnown(AnswerUpdate update, PartySnapshot? golden)
    {
        var said = Canonical.Form(update.Attribute, Normalised.Form(update.Attribute, update.Value));
        return golden is not null && PartyAttribute.Values(golden.Attributes.GetValueOrDefault(update.Attribute, "")).Any(v => Canonical.Form(update.Attribute, v) == said);
    }
}
