using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Granary.Ecif.Contracts;

namespace Granary.Ecif;

/// <summary>The meter "Granary.Ecif", and the same figures for the page and the command line.</summary>
public sealed class EcifMetrics : IDisposable
{
    private readonly Meter _meter = new("Granary.Ecif");
    private readonly Counter<long> _messages;
    private readonly Histogram<double> _batchDuration;
    private readonly Histogram<long> _batchMessages;
    private readonly Histogram<double> _sync;
    private readonly Counter<long> _deliveries;
    private readonly Lock _lock = new();
    private readonly List<double> _syncMs = [];
    private readonly ConcurrentDictionary<string, long> _delivered = new(StringComparer.Ordinal);
    private long _applied;
    private long _duplicates;
    private long _refused;

    public EcifMetrics()
    {
        _messages = _meter.CreateCounter<long>("granary.intake.messages", description: "Messages by system and outcome");
        _batchDuration = _meter.CreateHistogram<double>("granary.intake.batch.duration", "ms");
        _batchMessages = _meter.CreateHistogram<long>("granary.intake.batch.messages");
        _sync = _meter.CreateHistogram<double>("granary.distribution.sync", "ms", "From the commit of a change to the acknowledgement of an online subscriber");
        _deliveries = _meter.CreateCounter<long>("granary.distribution.deliveries", description: "Deliveries by system and outcome");
    }

    internal void Batch(int messages, TimeSpan duration)
    {
        _batchDuration.Record(duration.TotalMilliseconds);
        _batchMessages.Record(messages);
    }

    internal void Decided(string system, Outcome outcome)
    {
        _messages.Add(1, new("system", system), new("outcome", outcome.ToString()));
        switch (outcome)
        {
            case Outcome.Applied:
                Interlocked.Increment(ref _applied);
                break;
            case Outcome.Duplicate:
                Interlocked.Increment(ref _duplicates);
                break;
            case Outcome.Refused:
                Interlocked.Increment(ref _refused);
                break;
        }
    }

    internal void Busy(string system) => _messages.Add(1, new("system", system), new("outcome", nameof(Outcome.Busy)));

    internal void Delivered(string system, DeliveryOutcome outcome, double? syncMs)
    {
        _deliveries.Add(1, new("system", system), new("outcome", outcome.ToString()));
        if (outcome == DeliveryOutcome.Done)
        {
            _delivered.AddOrUpdate(system, 1, (_, n) => n + 1);
        }

        if (syncMs is { } ms)
        {
            _sync.Record(ms, new KeyValuePair<string, object?>("system", system));
            lock (_lock)
            {
                // A sample of bounded size: every value until it is full, then each new one in place of a random old one.
                if (_syncMs.Count < SampleSize)
                {
                    _syncMs.Add(ms);
                }
                else
                {
                    _syncMs[Random.Shared.Next(SampleSize)] = ms;
                }
            }
        }
    }

    internal long DeliveredTo(string system) => _delivered.GetValueOrDefault(system);

    /// <summary>Counts since the start of this process.</summary>
    public Figures Read()
    {
        double[] sample;
        lock (_lock)
        {
            sample = [.. _syncMs];
        }

        Array.Sort(sample);
        return new Figures(Interlocked.Read(ref _applied), Interlocked.Read(ref _duplicates), Interlocked.Read(ref _refused), Quantiles.Of(sample));
    }

    public void Dispose() => _meter.Dispose();

    private const int SampleSize = 100_000;
}

/// <param name="SyncMs">Milliseconds from the commit of a change to an online subscriber's acknowledgement.</param>
public sealed record Figures(long Applied, long Duplicates, long Refused, Quantiles SyncMs);

public sealed record Quantiles(double P50, double P99, double Max, int Count)
{
    /// <param name="sorted">Ascending.</param>
    public static Quantiles Of(double[] sorted) => sorted.Length == 0
        ? new(0, 0, 0, 0)
        : new(At(sorted, 0.5), At(sorted, 0.99), sorted[^1], sorted.Length);

    private static double At(double[] sorted, double share) => sorted[Math.Min(sorted.Length - 1, (int)(share * sorted.Length))];
}
