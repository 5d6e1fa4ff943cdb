using System.Threading.Channels;
using Granary.Ecif.Contracts;
using Granary.Ecif.Storage;
using Granary.Kernel;
using Granary.Kernel.Storage;
using Microsoft.Extensions.Logging;

namespace Granary.Ecif.Distribution;

/// <summary>
/// Brings one online system into agreement, at that system's own pace. A row per (system, key) says what is due, so a system that was
/// away for a day gets one delivery a key, its latest state, the longest waiting first; and one that is slow delays nobody else.
/// </summary>
internal sealed partial class Distributor(
    EcifDatabase database, ISystemLink link, ISubscription subscription, EcifLimits limits, TimeProvider clock, Wakeups wakeups, EcifMetrics metrics, string holder, ILogger logger)
{
    /// <summary>How far a system that takes one message at a time is prepared ahead, so that a transaction is not paid for each.</summary>
    private const int Ahead = 16;

    private readonly Lease _lease = new(database, $"subscriber/{link.System}", holder, limits.Lease, clock);
    private readonly Channel<Answered> _answers = Channel.CreateUnbounded<Answered>(new UnboundedChannelOptions { SingleReader = true });
    private int _open;

    public async Task RunAsync(CancellationToken cancellation)
    {
        var preparing = new Preparing(database, subscription, _lease, limits, clock);
        var acknowledging = AcknowledgeAsync(new Acknowledging(database, subscription, _lease, limits, clock), cancellation);
        using var window = new SemaphoreSlim(link.Window, link.Window);
        while (!cancellation.IsCancellationRequested)
        {
            var next = wakeups.Next;
            try
            {
                if (!await WorkAsync(preparing, window, cancellation))
                {
                    await Wakeups.WaitAsync(next, limits.DistributionPoll, clock, cancellation);
                }
            }
            catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
            {
                break;
            }
            catch (Exception e) when (e is LeaseLostException || Outage.Is(e) || e is System.Data.Common.DbException)
            {
                LogPause(link.System, e.GetType().Name);
                await Wakeups.WaitAsync(Task.Delay(Timeout.Infinite, cancellation), limits.DeliveryBackOff, clock, cancellation);
            }
        }

        await acknowledging;
        await _lease.ReleaseAsync();
    }

    private async Task<bool> WorkAsync(Preparing preparing, SemaphoreSlim window, CancellationToken cancellation)
    {
        var room = Math.Max(link.Window, Ahead) - Volatile.Read(ref _open);
        if (room <= 0 || !link.Connected)
        {
            return false;
        }

        var (held, isNew) = await _lease.HoldAsync(cancellation);
        if (!held)
        {
            return false;
        }

        if (isNew)
        {
            await preparing.RecoverAsync(cancellation);
        }

        var prepared = await preparing.PrepareAsync(Math.Min(room, limits.DeliveryBatch), Preparing.MessageId, cancellation);
        foreach (var delivery in prepared)
        {
            Interlocked.Increment(ref _open);
            await window.WaitAsync(cancellation);
            _ = SendAsync(delivery, window, cancellation);
        }

        return prepared.Count > 0;
    }

    private async Task SendAsync(Prepared prepared, SemaphoreSlim window, CancellationToken cancellation)
    {
        var sentAt = clock.GetUtcNow();
        var started = clock.GetTimestamp();
        var reply = new DeliveryReply(DeliveryOutcome.Unknown, "", "");
        try
        {
            reply = await link.SendAsync(prepared.Delivery, cancellation);
        }
        catch (OperationCanceledException)
        {
            // We are stopping: it may have arrived or not, and goes again under its number.
        }
        catch (Exception e)
        {
            LogBroken(link.System, prepared.Delivery.MessageId, e.GetType().Name);
        }
        finally
        {
            window.Release();
        }

        var online = reply.Outcome == DeliveryOutcome.Done ? clock.GetUtcNow().ToUnixTimeMilliseconds() - prepared.Since : (double?)null;
        metrics.Delivered(link.System, reply.Outcome, online);
        await _answers.Writer.WriteAsync(new Answered(prepared, reply, sentAt, clock.GetElapsedTime(started)), CancellationToken.None);
    }

    private async Task AcknowledgeAsync(Acknowledging acknowledging, CancellationToken cancellation)
    {
        var answers = new List<Answered>();
        while (await MoreAsync(cancellation))
        {
            while (answers.Count < limits.DeliveryBatch && _answers.Reader.TryRead(out var answer))
            {
                answers.Add(answer);
            }

            try
            {
                await acknowledging.SettleAsync(answers, link.Connected, CancellationToken.None);
            }
            catch (Exception e) when (e is LeaseLostException || Outage.Is(e) || e is System.Data.Common.DbException)
            {
                // Unsettled rows keep their number and are sent again under it: the system answers "repeated".
                LogPause(link.System, e.GetType().Name);
            }

            Interlocked.Add(ref _open, -answers.Count);
            answers.Clear();
            wakeups.Committed();
        }
    }

    private async Task<bool> MoreAsync(CancellationToken cancellation)
    {
        try
        {
            return await _answers.Reader.WaitToReadAsync(cancellation);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Distribution to {System} pauses: {Error}")]
    private partial void LogPause(string system, string error);

    [LoggerMessage(Level = LogLevel.Error, Message = "Sending {MessageId} to {System} failed: {Error}")]
    private partial void LogBroken(string system, string messageId, string error);
}
