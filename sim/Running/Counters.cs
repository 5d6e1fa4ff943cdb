using System.Collections.Concurrent;

namespace Granary.Sim.Running;

/// <summary>What one system has done since it started.</summary>
internal sealed class Counters
{
    private readonly ConcurrentDictionary<string, int> _refusals = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();
    private readonly List<double> _replyMs = [];
    private long _sent;
    private long _answered;
    private long _duplicates;
    private long _received;
    private long _repeats;

    /// <summary>Messages of its own, each counted once.</summary>
    public long Sent => Interlocked.Read(ref _sent);

    /// <summary>Sendings beyond the first.</summary>
    public long Repeats => Interlocked.Read(ref _repeats);

    /// <summary>Messages of its own that have their verdict.</summary>
    public long Answered => Interlocked.Read(ref _answered);

    /// <summary>Replies to messages that had their verdict already.</summary>
    public long Duplicates => Interlocked.Read(ref _duplicates);

    /// <summary>Changes of the hub, repeats included.</summary>
    public long Received => Interlocked.Read(ref _received);

    public IReadOnlyDictionary<string, int> Refusals => _refusals;

    public IReadOnlyList<double> ReplyMs
    {
        get
        {
            lock (_lock)
            {
                return [.. _replyMs];
            }
        }
    }

    public void AddSent(bool first) => _ = first ? Interlocked.Increment(ref _sent) : Interlocked.Increment(ref _repeats);

    /// <param name="replyMs">Null for a record of a file, whose reply is a file.</param>
    public void AddAnswered(double? replyMs, string? refusal)
    {
        Interlocked.Increment(ref _answered);
        if (refusal is not null)
        {
            _refusals.AddOrUpdate(refusal, 1, (_, count) => count + 1);
        }

        if (replyMs is null)
        {
            return;
        }

        lock (_lock)
        {
            // The figures of a replay; everyday life keeps the newest of them.
            if (_replyMs.Count >= 1_000_000)
            {
                _replyMs.Clear();
            }

            _replyMs.Add(replyMs.Value);
        }
    }

    public void AddDuplicate() => Interlocked.Increment(ref _duplicates);

    public void AddReceived() => Interlocked.Increment(ref _received);

    /// <summary>A replay counts for itself.</summary>
    public void Clear()
    {
        Interlocked.Exchange(ref _sent, 0);
        Interlocked.Exchange(ref _answered, 0);
        Interlocked.Exchange(ref _duplicates, 0);
        Interlocked.Exchange(ref _repeats, 0);
        _refusals.Clear();
        lock (_lock)
        {
            _replyMs.Clear();
        }
    }
}
