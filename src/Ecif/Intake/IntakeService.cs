using System.Data.Common;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Threading.Channels;
using Granary.Ecif.Contracts;
using Granary.Kernel;
using Granary.Kernel.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Granary.Ecif.Intake;

/// <summary>
/// The queues before the transaction: one bounded queue per system, drained in turns so that a flood from one never starves another,
/// one batch at a time. A reply is completed only after its batch's commit (invariant A).
/// </summary>
internal sealed partial class IntakeService : BackgroundService, IIntake
{
    private readonly IntakeBatch _batch;
    private readonly EcifLimits _limits;
    private readonly TimeProvider _clock;
    private readonly Wakeups _wakeups;
    private readonly ILogger<IntakeService> _logger;
    private readonly Dictionary<string, Channel<Waiting>> _queues = new(StringComparer.Ordinal);
    private readonly Lock _queuesLock = new();
    private readonly SemaphoreSlim _arrived = new(0);
    private readonly string _process = Guid.NewGuid().ToString("N")[..8];
    private Channel<Waiting>[] _turns = [];
    private int _turn;
    private long _frames;

    public IntakeService(IntakeBatch batch, EcifLimits limits, TimeProvider clock, Wakeups wakeups, EcifMetrics metrics, ILogger<IntakeService> logger)
    {
        (_batch, _limits, _clock, _wakeups, _logger, Metrics) = (batch, limits, clock, wakeups, logger, metrics);
    }

    private EcifMetrics Metrics { get; }

    public ValueTask<Verdict> SubmitAsync(SourceMessage message, CancellationToken cancellation) =>
        EnqueueAsync(new Arrival(message, null, message.MessageId), cancellation);

    public ValueTask<Verdict> SubmitAsync(RefusedFrame frame, CancellationToken cancellation) =>
        EnqueueAsync(new Arrival(null, frame, frame.MessageId ?? MadeUpId(frame)), cancellation);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await _arrived.WaitAsync(stoppingToken);
            }
            catch (OperationCanceledException)
            {
                break;
            }

            var waiting = Take();
            if (waiting.Count > 0)
            {
                await CommitAsync(waiting, stoppingToken);
            }
        }

        foreach (var queue in _turns)
        {
            while (queue.Reader.TryRead(out var left))
            {
                left.Done.TrySetResult(TryAgain);
            }
        }
    }

    private static Verdict TryAgain { get; } = new(Outcome.Busy, Reason.TryAgain, null, "", "请稍后重发");

    private ValueTask<Verdict> EnqueueAsync(Arrival arrival, CancellationToken cancellation)
    {
        var waiting = new Waiting(arrival, new TaskCompletionSource<Verdict>(TaskCreationOptions.RunContinuationsAsynchronously));
        if (!QueueOf(arrival.System).Writer.TryWrite(waiting))
        {
            Metrics.Busy(arrival.System);
            return ValueTask.FromResult(TryAgain);
        }

        _arrived.Release();
        return new ValueTask<Verdict>(waiting.Done.Task.WaitAsync(cancellation));
    }

    private Channel<Waiting> QueueOf(string system)
    {
        lock (_queuesLock)
        {
            if (!_queues.TryGetValue(system, out var queue))
            {
                _queues.Add(system, queue = Channel.CreateBounded<Waiting>(_limits.QueuePerSystem));
                _turns = [.. _queues.Values];
            }

            return queue;
        }
    }

    private List<Waiting> Take()
    {
        var turns = _turns;
        var taken = new List<Waiting>();
        var idle = 0;
        while (taken.Count < _limits.BatchMessages && idle < turns.Length)
        {
            if (turns[_turn++ % turns.Length].Reader.TryRead(out var waiting))
            {
                taken.Add(waiting);
                idle = 0;
            }
            else
            {
                idle++;
            }
        }

        // One permit a message: those taken beyond the one that woke us are not to wake us again.
        for (var i = 1; i < taken.Count; i++)
        {
            _arrived.Wait(0);
        }

        return taken;
    }

    private async Task CommitAsync(IReadOnlyList<Waiting> waiting, CancellationToken cancellation)
    {
        try
        {
            var started = Stopwatch.GetTimestamp();
            var verdicts = await _batch.RunAsync([.. waiting.Select(w => w.Arrival)], CancellationToken.None);
            Metrics.Batch(waiting.Count, Stopwatch.GetElapsedTime(started));
            for (var i = 0; i < waiting.Count; i++)
            {
                Metrics.Decided(waiting[i].Arrival.System, verdicts[i].Outcome);
                waiting[i].Done.TrySetResult(verdicts[i]);
            }

            _wakeups.Committed();
        }
        catch (Exception e) when (Outage.Is(e))
        {
            // Nothing was decided, and nothing may be remembered.
            LogAway(e.GetType().Name);
            foreach (var one in waiting)
            {
                one.Done.TrySetResult(TryAgain);
            }
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            // A poison message never fails its neighbours: halve down to it.
            if (waiting.Count > 1)
            {
                LogBisect(waiting.Count, e.GetType().Name);
                var half = waiting.Count / 2;
                await CommitAsync([.. waiting.Take(half)], cancellation);
                await CommitAsync([.. waiting.Skip(half)], cancellation);
            }
            else
            {
                await RecordPoisonAsync(waiting[0], e);
            }
        }
    }

    private async Task RecordPoisonAsync(Waiting waiting, Exception why)
    {
        var arrival = waiting.Arrival;
        var code = why is DbException { SqlState: { Length: > 0 } state } ? $"{why.GetType().Name} {state}" : why.GetType().Name;
        LogPoison(arrival.System, arrival.Id, code, Place(why));
        var frame = new RefusedFrame(arrival.System, arrival.Id, arrival.BodyHash, Reason.Refused, "", $"内部错误 {code}", _clock.GetUtcNow(), ReadOnlyMemory<byte>.Empty);
        try
        {
            var verdict = (await _batch.RunAsync([new Arrival(null, frame, arrival.Id)], CancellationToken.None))[0];
            Metrics.Decided(arrival.System, Outcome.Refused);
            waiting.Done.TrySetResult(verdict);
        }
        catch (Exception e) when (e is DbException || Outage.Is(e))
        {
            LogAway(e.GetType().Name);
            waiting.Done.TrySetResult(TryAgain);
        }
    }

    /// <summary>Where it was thrown, without the exception's text, which may hold what a customer said.</summary>
    private static string Place(Exception e) => new StackTrace(e).GetFrame(0)?.GetMethod() is { } method ? $"{method.DeclaringType?.Name}.{method.Name}" : "";

    private string MadeUpId(RefusedFrame frame) =>
        string.Create(CultureInfo.InvariantCulture, $"?{frame.ReceivedAt.UtcDateTime:yyyyMMddHHmmss}-{_process}-{Interlocked.Increment(ref _frames)}");

    [LoggerMessage(Level = LogLevel.Warning, Message = "A batch of {Count} failed with {Error}; halving it")]
    private partial void LogBisect(int count, string error);

    [LoggerMessage(Level = LogLevel.Error, Message = "Message {System} {Id} cannot be applied: {Error} in {Place}")]
    private partial void LogPoison(string system, string id, string error, string place);

    [LoggerMessage(Level = LogLevel.Error, Message = "The database does not answer ({Error}); callers are told to try again later")]
    private partial void LogAway(string error);

    private sealed record Waiting(Arrival Arrival, TaskCompletionSource<Verdict> Done);
}
