using System.Diagnostics;
using Granary.Sim.Formats;
using Granary.Sim.Running;
using Granary.Sim.Store;

namespace Granary.Sim.Recording;

internal sealed record ReplayRefusal(string System, string Code, int Count);

internal sealed record ReplyTimes(double P50, double P99, double Max);

/// <param name="State">idle, running, closing (the file pair), settling, done or failed.</param>
/// <param name="Sent">Messages and file records, each counted once.</param>
/// <param name="Answered">Those with a verdict.</param>
/// <param name="Duplicates">Replies to messages that had their verdict.</param>
/// <param name="Repeats">Sendings beyond the first.</param>
internal sealed record ReplayProgress(
    string State, string? Error, int Total, long Sent, long Answered, IReadOnlyList<ReplayRefusal> Refused, long Duplicates, long Repeats, ReplyTimes ReplyMs, double ElapsedSeconds);

/// <summary>
/// Sends a recording over the systems' own connections. Each system sends in its own order; between systems a message may start only while the
/// oldest unanswered one is less than a window behind it, which keeps order.csv's order as far as replies allow.
/// </summary>
internal sealed class Replay(Bank bank, ILogger log)
{
    /// <summary>
    /// How far ahead of the oldest unanswered message the replay may be: more than all the systems' windows together (32 + 64 + 256 + 16 + 1).
    /// IBP sends one at a time and is a tenth of the traffic, so in the long run all systems go at its pace whatever the window is.
    /// </summary>
    private const int Window = 512;

    private readonly Lock _lock = new();
    private readonly Stopwatch _elapsed = new();
    private string _state = "idle";
    private string? _error;
    private int _total;
    private bool[] _answered = [];
    private int _oldest;
    private int _horizon;
    private TaskCompletionSource _all = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public bool Running => _state is "running" or "closing" or "settling";

    public ReplayProgress Progress()
    {
        var counters = bank.Systems.Select(system => (system.Format.System, system.Counters)).ToList();
        var times = counters.SelectMany(one => one.Counters.ReplyMs).Order().ToList();
        double At(double share) => times.Count == 0 ? 0 : Math.Round(times[Math.Min(times.Count - 1, (int)(times.Count * share))], 2);
        return new(
            _state,
            _error,
            _total,
            counters.Sum(one => one.Counters.Sent),
            counters.Sum(one => one.Counters.Answered),
            [.. counters.SelectMany(one => one.Counters.Refusals.Select(refusal => new ReplayRefusal(one.System, refusal.Key, refusal.Value)))],
            counters.Sum(one => one.Counters.Duplicates),
            counters.Sum(one => one.Counters.Repeats),
            new(At(0.5), At(0.99), times.Count == 0 ? 0 : Math.Round(times[^1], 2)),
            Math.Round(_elapsed.Elapsed.TotalSeconds, 3));
    }

    /// <returns>False where one is running.</returns>
    public bool Start(string directory, double? speed, bool waitForQuiet, CancellationToken cancellation)
    {
        var day = RecordedDay.Load(directory);
        lock (_lock)
        {
            if (Running)
            {
                return false;
            }

            _state = "running";
            _error = null;
        }

        foreach (var system in bank.Systems)
        {
            system.Counters.Clear();
        }

        _total = day.Online.Count + (bank.Files is null ? 0 : day.FileRecords);
        _elapsed.Restart();
        _ = RunAsync(day, directory, speed, waitForQuiet, cancellation);
        return true;
    }

    private async Task RunAsync(RecordedDay day, string directory, double? speed, bool waitForQuiet, CancellationToken cancellation)
    {
        try
        {
            await SendAsync(day, speed, cancellation);
            _state = "closing";
            foreach (var file in day.FileDays)
            {
                bank.Files?.Drop(directory, file);
            }

            await UntilAsync(() => bank.Files is null || bank.Systems.First(system => system.IsFiles).Book.OpenFiles.Count == 0, cancellation);
            _state = waitForQuiet ? "settling" : _state;
            await UntilAsync(() => !waitForQuiet || bank.Pending <= 1, cancellation); // the replay itself is the one
            _elapsed.Stop();
            _state = "done";
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            _error = error.Message;
            _state = "failed";
            log.ReplayFailed(error);
        }
    }

    private async Task SendAsync(RecordedDay day, double? speed, CancellationToken cancellation)
    {
        var systems = bank.Systems.ToDictionary(system => system.Format.System);
        var messages = day.Online.Where(message => systems.ContainsKey(message.System)).ToList();
        _answered = new bool[messages.Count];
        _oldest = 0;
        _horizon = 0; // nothing leaves before everything is read and decoded
        _all = new(TaskCreationOptions.RunContinuationsAsynchronously);
        var clock = new Stopwatch();
        var queues = systems.Values.ToDictionary(system => system, _ => new List<Outgoing>());
        for (var i = 0; i < messages.Count; i++)
        {
            var (place, message) = (i, messages[i]);
            var system = systems[message.System];
            var due = speed is > 0 ? (message.At - messages[0].At) / speed.Value : TimeSpan.Zero;
            var telegram = system.Format.Decode(message.Message);
            var outgoing = new Outgoing(telegram.Id, telegram.Fields.Text(Fields.Key), system.Format.Frame(message.Message))
            {
                MayStart = () => place < Volatile.Read(ref _horizon) && (due == TimeSpan.Zero || clock.Elapsed >= due),
                OnAnswered = () => Answered(place),
            };
            outgoing.OnFirstSend = () => system.Book.Recorded(outgoing, telegram.Fields);
            queues[system].Add(outgoing);
        }

        if (messages.Count == 0)
        {
            return;
        }

        foreach (var (system, queue) in queues)
        {
            system.Outbox.Add(queue);
        }

        _elapsed.Restart();
        clock.Start();
        Volatile.Write(ref _horizon, Math.Min(Window, messages.Count));
        Pulse();
        while (await Task.WhenAny(_all.Task, Task.Delay(speed is > 0 ? 20 : 1000, cancellation)) != _all.Task)
        {
            cancellation.ThrowIfCancellationRequested();
            Pulse();
        }
    }

    private void Answered(int place)
    {
        var pulse = false;
        lock (_lock)
        {
            _answered[place] = true;
            while (_oldest < _answered.Length && _answered[_oldest])
            {
                _oldest++;
            }

            if (_oldest == _answered.Length)
            {
                _all.TrySetResult();
            }

            var horizon = Math.Min(_oldest + Window, _answered.Length);
            if (horizon - _horizon >= Window / 32 || horizon == _answered.Length)
            {
                pulse = horizon != _horizon;
                Volatile.Write(ref _horizon, horizon);
            }
        }

        if (pulse)
        {
            Pulse();
        }
    }

    private void Pulse()
    {
        foreach (var system in bank.Systems)
        {
            system.Outbox.Pulse();
        }
    }

    private static async Task UntilAsync(Func<bool> condition, CancellationToken cancellation)
    {
        while (!condition())
        {
            await Task.Delay(50, cancellation);
        }
    }
}
