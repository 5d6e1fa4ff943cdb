using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Granary.Ecif.Contracts;
using Granary.Kernel;
using Granary.Kernel.Storage;
using Granary.Ocrm.Storage;
using Microsoft.Extensions.Logging;

namespace Granary.Ocrm.Customers;

/// <summary>
/// Tells the customer master what people corrected, as a system of the bank does: a message each, in order, with a number of its own, sent
/// again until there is a verdict. It may die at any moment, and several nodes may tell the same: a message counts once.
/// </summary>
internal sealed class TellEcif(OcrmDatabase database, IIntake intake, OcrmLimits limits, TimeProvider clock, ILogger<TellEcif> logger)
    : Worker(limits, clock, logger)
{
    /// <summary>The code of this system among the source systems.</summary>
    private const string SystemCode = "OCRM";

    private readonly Wakeups _wakeups = new();

    /// <summary>There is something to be told.</summary>
    public void Wake() => _wakeups.Committed();

    protected override async Task TurnAsync(CancellationToken cancellation)
    {
        var next = _wakeups.Next;
        if (!await StepAsync(cancellation))
        {
            await Wakeups.WaitAsync(next, Limits.TellPoll, Clock, cancellation);
        }
    }

    /// <summary>Tells what waits.</summary>
    /// <returns>False where there was nothing, or the customer master is full.</returns>
    public async Task<bool> StepAsync(CancellationToken cancellation)
    {
        var waiting = await database.ReadAsync(session => session.QueryAsync(
            $"SELECT {Edit.Columns} FROM ocrm.edit e WHERE e.state = {(int)EditState.Waiting} ORDER BY e.id LIMIT {Limits.TellBatch}", Edit.Read), cancellation);
        foreach (var edit in waiting)
        {
            var verdict = await intake.SubmitAsync(MessageOf(edit), cancellation);
            if (verdict.Outcome == Outcome.Busy)
            {
                return false;
            }

            Crash.At("mid-tell");
            await database.WriteAsync(session => session.ExecuteAsync("UPDATE ocrm.edit SET state = @state WHERE id = @id",
                ("state", (short)(verdict.Done ? EditState.Taken : EditState.Refused)), ("id", edit.Id)), cancellation);
        }

        return waiting.Count > 0;
    }

    private SourceMessage MessageOf(Edit edit)
    {
        var body = Encoding.UTF8.GetBytes(JsonSerializer.Serialize(edit.Attributes));
        return new SourceMessage(SystemCode, $"{SystemCode}-{edit.Id}", SHA256.HashData(body), Operation.Upsert, edit.Kind, edit.Number, DateTimeOffset.FromUnixTimeMilliseconds(edit.At),
            null, edit.Attributes, Clock.GetUtcNow(), body, edit.Number);
    }
}
