using System.Diagnostics;
using Granary.Sim.Formats;
using Granary.Sim.Store;

namespace Granary.Sim.Running;

/// <summary>
/// What a system has to send, in order. Two messages of one customer are never on their way at once (unless the system sends out of order),
/// so the hub cannot get the second before the first.
/// </summary>
internal sealed class Outbox(IEnumerable<Outgoing> unanswered, Book book, Counters counters, TimeProvider clock, Func<Switches> switches, Func<int, int> pick)
{
    private static readonly TimeSpan Retry = TimeSpan.FromMilliseconds(500);

    /// <summary>Out of order chooses among so many of the oldest.</summary>
    private const int Shuffled = 16;

    private readonly Lock _lock = new();
    private readonly LinkedList<Outgoing> _waiting = new(unanswered);
    private readonly Dictionary<string, Outgoing> _byId = new(StringComparer.Ordinal);
    private readonly HashSet<string> _keysInFlight = new(StringComparer.Ordinal);
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public int Pending
    {
        get
        {
            lock (_lock)
            {
                return _waiting.Count + _byId.Count;
            }
        }
    }

    public void Add(params IReadOnlyList<Outgoing> more)
    {
        lock (_lock)
        {
            foreach (var outgoing in more)
            {
                _waiting.AddLast(outgoing);
            }
        }

        Pulse();
    }

    /// <summary>Waits for the next message that may be sent now, and gives it to the caller until it is settled or put back.</summary>
    public async Task<Outgoing> TakeAsync(CancellationToken cancellation)
    {
        while (true)
        {
            Task changed;
            TimeSpan wait;
            lock (_lock)
            {
                changed = _changed.Task;
                if (Next(out wait) is { } outgoing)
                {
                    return outgoing;
                }
            }

            if (wait == Timeout.InfiniteTimeSpan)
            {
                await changed.WaitAsync(cancellation);
            }
            else
            {
                await Task.WhenAny(changed, Task.Delay(wait, cancellation));
                cancellation.ThrowIfCancellationRequested();
            }
        }
    }

    /// <summary>The bytes are about to leave; the clock of the reply runs from here.</summary>
    public void Sending(Outgoing outgoing)
    {
        bool first;
        lock (_lock)
        {
            // A line that breaks puts back what it holds: another may be sending it at the same moment.
            first = outgoing.Tries++ == 0;
        }

        if (outgoing.Inquiry is null)
        {
            counters.AddSent(first);
            outgoing.SendAgain = first && switches().SendTwice;
        }

        outgoing.SentAt = Stopwatch.GetTimestamp();
    }

    /// <summary>A message that has its verdict leaves once more.</summary>
    public void SendingAgain() => counters.AddSent(first: false);

    /// <summary>No verdict (time-out, broken connection): it waits again, before everything that came after it.</summary>
    public void PutBack(Outgoing outgoing, bool later = false)
    {
        lock (_lock)
        {
            if (!_byId.Remove(outgoing.Id))
            {
                return;
            }

            outgoing.InFlight = false;
            outgoing.DueAt = later ? clock.GetUtcNow() + Retry : default;
            _keysInFlight.Remove(outgoing.Key);
            _waiting.AddFirst(outgoing);
        }

        Pulse();
    }

    /// <summary>A reply, to whatever message it names and however late.</summary>
    public void Settle(Telegram reply)
    {
        Outgoing? outgoing;
        lock (_lock)
        {
            _byId.TryGetValue(reply.Id, out outgoing);
            if (outgoing is null && _waiting.FirstOrDefault(one => one.Id == reply.Id && one.Tries > 0) is { } late)
            {
                // The reply came after the time-out, before the repeat.
                outgoing = late;
                _waiting.Remove(late);
                _byId[late.Id] = late;
            }
        }

        if (outgoing is null)
        {
            counters.AddDuplicate();
            return;
        }

        if (reply.Answer?.Verdict == Verdict.TryAgain)
        {
            PutBack(outgoing, later: true);
            return;
        }

        var elapsed = Stopwatch.GetElapsedTime(outgoing.SentAt).TotalMilliseconds;
        lock (_lock)
        {
            if (!_byId.Remove(outgoing.Id))
            {
                counters.AddDuplicate();
                return;
            }

            _keysInFlight.Remove(outgoing.Key);
        }

        if (outgoing.Inquiry is { } inquiry)
        {
            inquiry.TrySetResult(reply);
        }
        else
        {
            book.Answered(outgoing.Id);
            counters.AddAnswered(elapsed, reply.Answer?.Verdict is Verdict.Done or Verdict.Repeated ? null : reply.Answer?.Code);
            outgoing.OnAnswered?.Invoke();
        }

        Pulse();
    }

    /// <summary>Nobody waits for the answer any more (an inquiry).</summary>
    public void Forget(string id)
    {
        lock (_lock)
        {
            if (_byId.Remove(id, out var outgoing))
            {
                _keysInFlight.Remove(outgoing.Key);
            }
            else if (_waiting.FirstOrDefault(one => one.Id == id) is { } waiting)
            {
                _waiting.Remove(waiting);
            }
        }
    }

    /// <summary>Looks again: a clock or a switch has moved.</summary>
    public void Pulse()
    {
        TaskCompletionSource changed;
        lock (_lock)
        {
            changed = _changed;
            _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        changed.TrySetResult();
    }

    private Outgoing? Next(out TimeSpan wait)
    {
        wait = Timeout.InfiniteTimeSpan;
        var now = clock.GetUtcNow();
        var shuffle = switches().OutOfOrder;
        var blocked = new HashSet<string>(StringComparer.Ordinal);
        var ready = new List<LinkedListNode<Outgoing>>();
        for (var node = _waiting.First; node is not null; node = node.Next)
        {
            var outgoing = node.Value;
            if (outgoing.MayStart?.Invoke() == false)
            {
                // Recorded messages are in the order of their times: none after this one may start either. Who moves the clock pulses.
                break;
            }

            if (outgoing.DueAt > now)
            {
                wait = wait == Timeout.InfiniteTimeSpan || outgoing.DueAt - now < wait ? outgoing.DueAt - now : wait;
                blocked.Add(outgoing.Key);
            }
            else if (shuffle || (!_keysInFlight.Contains(outgoing.Key) && !blocked.Contains(outgoing.Key)))
            {
                ready.Add(node);
                if (!shuffle || ready.Count == Shuffled)
                {
                    break;
                }
            }
            else
            {
                blocked.Add(outgoing.Key);
            }
        }

        if (ready.Count == 0)
        {
            return null;
        }

        var chosen = ready[shuffle ? pick(ready.Count) : 0];
        _waiting.Remove(chosen);
        Begin(chosen.Value);
        return chosen.Value;
    }

    private void Begin(Outgoing outgoing)
    {
        outgoing.OnFirstSend?.Invoke();
        outgoing.OnFirstSend = null;
        outgoing.InFlight = true;
        _byId[outgoing.Id] = outgoing;
        _keysInFlight.Add(outgoing.Key);
    }
}
