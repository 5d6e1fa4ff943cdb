using System.Security.Cryptography;
using Granary.Ecif.Contracts;
using Granary.Gateway.Calling;
using Granary.Gateway.Mapping;
using Granary.Gateway.Status;
using Granary.Wire;
using Microsoft.Extensions.Logging;

namespace Granary.Gateway;

/// <summary>Frames that are no message: each gets one log line, a counter, and a row in the message log by which an operator finds it.</summary>
internal sealed class Recorder(IIntake intake, GatewayMetrics metrics, GatewayLimits limits, TimeProvider time, ILogger<Recorder> logger)
{
    /// <summary>Hands the frame to intake once; Busy where it is full, and then the peer is told to come again.</summary>
    public async Task<Verdict> RefuseAsync(BankSystem system, string? id, Fault fault, byte[] raw, DateTimeOffset receivedAt, CancellationToken cancellation)
    {
        var reason = Verdicts.Of(fault.Kind);
        metrics.Refused(system.Code, reason.ToString());
        logger.Refused(system.Code, reason.ToString(), id ?? "-", fault.Field);
        var kept = raw.Length <= limits.RefusedBytesKept ? raw : raw[..limits.RefusedBytesKept];
        var frame = new RefusedFrame(system.Code, id, SHA256.HashData(raw), reason, fault.Field, fault.Text, receivedAt, kept);
        return await intake.SubmitAsync(frame, cancellation).ConfigureAwait(false);
    }

    /// <summary>Records a frame that nobody waits for an answer to; never throws.</summary>
    public async Task RecordAsync(BankSystem system, Fault fault, byte[] raw, CancellationToken cancellation, string? id = null)
    {
        var pauses = new BackOff(limits.BusyPause, limits.BackOffMost, Random.Shared);
        try
        {
            for (var attempt = 1; attempt <= limits.RecordTries; attempt++)
            {
                var verdict = await RefuseAsync(system, id, fault, raw, time.GetUtcNow(), cancellation).ConfigureAwait(false);
                if (verdict.Outcome != Outcome.Busy)
                {
                    return;
                }

                await Task.Delay(pauses.Next(), time, cancellation).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException)
        {
            // Shutting down: the log line above is what remains of it.
        }
        catch (Exception broken)
        {
            logger.RecordFailed(broken, system.Code);
        }
    }
}
