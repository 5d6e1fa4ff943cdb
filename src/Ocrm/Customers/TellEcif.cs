using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using Granary.Ecif.Contracts;
using Granary.Kernel;
using Granary.Kernel.Storage;
using Granary.Ocrm.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Granary.Ocrm.Customers;

/// <summary>
/// Tells the customer master what people corrected, as a system of the bank does: a message each, in order, with a number of its own, sent
/// again until there is a verdict. It may die at any moment, and several nodes may tell the same: a message counts once.
/// </summary>
internal sealed partial class TellEcif(OcrmDatabase database, IIntake intake, OcrmLimits limits, TimeProvider clock, ILogger<TellEcif> logger) : BackgroundService
{
    /// <summary>The code of this system among the source systems.</summary>
    private const string SystemCode = "OCRM";

    private readonly Channel<bool> _wake = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>There is something to be told.</summary>
    public void Wake() => _wake.Writer.TryWrite(true);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (!await StepAsync(stoppingToken))
                {
                    await _wake.Reader.ReadAsync(stoppingToken).AsTask().WaitAsync(limits.TellPoll, clock, stoppingToken);
                }
            }
            catch (TimeoutException)
            {
                // Nobody woke us: another node may have died with something untold.
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e) when (Outage.Is(e) || e is System.Data.Common.DbException)
            {
                LogPause(e.GetType().Name);
                await Task.Delay(limits.FollowBackOff, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>Tells what waits.</summary>
    /// <returns>False where there was nothing, or the customer master is full.</returns>
    public async Task<bool> StepAsync(CancellationToken cancellation)
    {
        var waiting = await database.ReadAsync(session => session.QueryAsync(
            $"SELECT {Edit.Columns} FROM ocrm.edit e WHERE e.state = {(int)EditState.Waiting} ORDER BY e.id LIMIT {limits.TellBatch}", Edit.Read), cancellation);
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
            null, edit.Attributes, clock.GetUtcNow(), body, edit.Number);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Corrections are told later: {Error}")]
    private partial void LogPause(string error);
}
