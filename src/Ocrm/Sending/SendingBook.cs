using System.Data.Common;
using Granary.Kernel;
using Granary.Kernel.Storage;
using Granary.Ocrm.Storage;
using Microsoft.Extensions.Logging;

namespace Granary.Ocrm.Sending;

/// <summary>
/// What the lines of a channel say and ask for, written together: while one transaction commits, the others' words gather for the next. So a
/// message costs its line one commit, and all lines share it.
/// </summary>
internal sealed partial class SendingBook(OcrmDatabase database, ChannelPlan plan, string name, OcrmLimits limits, TimeProvider clock, ILogger logger)
{
    private readonly Lock _lock = new();
    private readonly List<Ask> _asks = [];
    private readonly Dictionary<string, long> _held = new(StringComparer.Ordinal);
    private readonly Wakeups _wakeups = new();
    private readonly SendingLedger _ledger = new(plan, name, limits);
    private readonly SendingRate _rate = new(plan.PerSecond, clock);
    private DateTimeOffset _until;
    private bool _uncertain;

    /// <summary>Waits until something is due, so that no line is opened for nothing.</summary>
    public Task WorkAsync(string line) => AskAsync(new Ask(line, null, Want.Work, 0));

    /// <summary>Says what became of a message and asks for the next one.</summary>
    /// <returns>Null where the line should close: nothing came for a while, or all ends.</returns>
    public Task<DueMessage?> NextAsync(string line, Told? told) => AskAsync(new Ask(line, told, Want.Message, clock.GetTimestamp()));

    /// <summary>Says what became of the last message; written even where all ends.</summary>
    public Task TellAsync(Told told) => AskAsync(new Ask(told.Line, told, Want.Nothing, 0));

    /// <summary>Until the lines have ended.</summary>
    public async Task RunAsync(Task lines, CancellationToken stopping)
    {
        using var stop = stopping.Register(_wakeups.Committed);
        _ = lines.ContinueWith(_ => _wakeups.Committed(), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        while (!lines.IsCompleted)
        {
            var next = _wakeups.Next;
            try
            {
                if (await StepAsync(stopping.IsCancellationRequested) is { } rest)
                {
                    await Wakeups.WaitAsync(next, rest, clock, CancellationToken.None);
                }
            }
            catch (Exception e) when (Outage.Is(e) || e is DbException)
            {
                _uncertain = true;
                LogPause(plan.Channel, e.GetType().Name);
                await Task.Delay(limits.BackOff, clock, CancellationToken.None);
            }
        }

        await lines;
        await database.WriteAsync(session => _ledger.ReleaseAsync(session), CancellationToken.None);
    }

    /// <returns>How long there is nothing to do; null where there may be more at once.</returns>
    private async Task<TimeSpan?> StepAsync(bool stopping)
    {
        var asks = Asks();
        var now = clock.GetUtcNow();
        var room = stopping || !plan.MaySendAt(now) ? 0 : _rate.Room();
        var told = asks.Where(a => a.Told is not null).ToList();
        var wanting = asks.Where(a => a.Want == Want.Message).Take(room).ToList();
        var opening = asks.Where(a => a.Want == Want.Work).ToList();
        if (told.Count == 0)
        {
            var due = room > 0 && wanting.Count + opening.Count > 0 ? await database.ReadAsync(session => _ledger.DueAsync(session, Math.Min(room, wanting.Count + opening.Count), now), CancellationToken.None) : 0;
            // Lines that are open go first; those that are not are opened for the rest.
            End(stopping ? opening : opening.Take(due - wanting.Count));
            wanting = [.. wanting.Take(due)];
            if (wanting.Count == 0 && (_held.Count == 0 || now < _until - (limits.SendingLease / 2)))
            {
                End(asks.Where(a => a.Want == Want.Message && (stopping || clock.GetElapsedTime(a.Since) > limits.SendingIdle)));
                return plan.MaySendAt(now) && room == 0 && !stopping ? _rate.Next : limits.SendingPoll;
            }
        }

        var taken = await database.WriteAsync(session => WriteAsync(session, [.. told.Select(a => a.Told!)], [.. wanting.Select(a => a.Line)], now), CancellationToken.None);
        _uncertain = false;
        _until = now + limits.SendingLease;
        _rate.Take(taken.Count);
        told.ForEach(a => Written(a));
        foreach (var (line, message) in taken)
        {
            _held[line] = message.Id;
            End(wanting.Where(a => a.Line == line), message);
        }

        return null;
    }

    private async Task<IReadOnlyDictionary<string, DueMessage>> WriteAsync(Session session, IReadOnlyList<Told> told, IReadOnlyList<string> lines, DateTimeOffset now)
    {
        await _ledger.HoldAsync(session, now);
        if (_uncertain)
        {
            await _ledger.RequeueAsync(session, _held.Values);
        }

        await _ledger.TellAsync(session, told, now);
        return await _ledger.TakeAsync(session, lines, now);
    }

    private void Written(Ask ask)
    {
        ask.Told = null;
        _held.Remove(ask.Line);
        if (ask.Want == Want.Nothing)
        {
            End([ask]);
        }
    }

    private List<Ask> Asks()
    {
        lock (_lock)
        {
            _asks.RemoveAll(a => a.Answer.Task.IsCompleted);
            return [.. _asks];
        }
    }

    private async Task<DueMessage?> AskAsync(Ask ask)
    {
        lock (_lock)
        {
            _asks.Add(ask);
        }

        _wakeups.Committed();
        return await ask.Answer.Task;
    }

    private static void End(IEnumerable<Ask> asks, DueMessage? message = null)
    {
        foreach (var ask in asks)
        {
            ask.Answer.TrySetResult(message);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Sending over {Channel} pauses: {Error}")]
    private partial void LogPause(string channel, string error);

    private enum Want
    {
        Message,
        Work,
        Nothing,
    }

    private sealed class Ask(string line, Told? told, Want want, long since)
    {
        public string Line => line;

        public Told? Told { get; set; } = told;

        public Want Want => want;

        public long Since => since;

        public TaskCompletionSource<DueMessage?> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
