using System.Globalization;
using System.Runtime.ExceptionServices;
using Granary.Ecif.Contracts;
using Granary.Gateway.Calling;
using Granary.Gateway.Mapping;
using Granary.Gateway.Status;
using Granary.Wire;

namespace Granary.Gateway.Files;

/// <summary>
/// Submits the records of one file: a bounded number at once, those of one customer strictly after each other.
/// A record that intake is too busy for is tried again, and holds only its own customer's later records.
/// </summary>
internal sealed class FileBatch(BankSystem system, FileServices services, Pair pair, IReadOnlyDictionary<string, Verdict> known, RefusedLines refused)
{
    private readonly Dictionary<string, Task> lastOfKey = new(StringComparer.Ordinal);
    private Exception? failure;

    public async Task SubmitAsync(CancellationToken cancellation)
    {
        using var room = new SemaphoreSlim(system.Limits.FileWindow);
        using var failed = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        try
        {
            await foreach (var record in RecordReader.ReadAsync(pair.Data, system.Limits.FileRecordBytes, failed.Token).ConfigureAwait(false))
            {
                if (known.TryGetValue(pair.IdOf(record.Line), out var verdict))
                {
                    refused.Note(record.Line, verdict);
                    continue;
                }

                await room.WaitAsync(failed.Token).ConfigureAwait(false);
                Begin(record, room, failed);
            }
        }
        finally
        {
            // Also after a failure nothing of this file may still be running when the next look begins.
            await Task.WhenAll(lastOfKey.Values).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (failure is not null)
            {
                // The cause, not the cancellations that followed from it.
                ExceptionDispatchInfo.Throw(failure);
            }
        }
    }

    private void Begin(FileRecord record, SemaphoreSlim room, CancellationTokenSource failed)
    {
        var receivedAt = services.Time.GetUtcNow();
        system.Activity.Received();
        services.Metrics.Received(system.Code);
        var (message, fault) = Read(record, receivedAt);
        if (lastOfKey.Count > 4 * system.Limits.FileWindow)
        {
            foreach (var done in lastOfKey.Where(entry => entry.Value.IsCompletedSuccessfully).Select(entry => entry.Key).ToList())
            {
                lastOfKey.Remove(done);
            }
        }

        // A record without a readable key is a customer of its own.
        var key = message?.Key ?? $"#{record.Line.ToString(CultureInfo.InvariantCulture)}";
        lastOfKey[key] = RunAsync(lastOfKey.GetValueOrDefault(key, Task.CompletedTask));

        async Task RunAsync(Task before)
        {
            try
            {
                await before.ConfigureAwait(false);
                var begun = services.Time.GetTimestamp();
                var verdict = await PersistAsync(
                    token => message is not null
                        ? services.Intake.SubmitAsync(message, token).AsTask()
                        : services.Recorder.RefuseAsync(system, pair.IdOf(record.Line), fault!, record.Bytes, receivedAt, token),
                    failed.Token).ConfigureAwait(false);
                if (message is not null && verdict.Outcome == Outcome.Refused)
                {
                    services.Metrics.Refused(system.Code, verdict.Reason.ToString());
                    services.Logger.Refused(system.Code, verdict.Reason.ToString(), message.MessageId, verdict.Field);
                }

                refused.Note(record.Line, verdict);
                system.Activity.Replied();
                services.Metrics.Replied(system.Code, services.Time.GetElapsedTime(begun));
            }
            catch (Exception broken)
            {
                Interlocked.CompareExchange(ref failure, broken, null);
                await failed.CancelAsync().ConfigureAwait(false);
                throw;
            }
            finally
            {
                room.Release();
            }
        }
    }

    private (SourceMessage? Message, Fault? Fault) Read(FileRecord record, DateTimeOffset receivedAt)
    {
        if (record.TooLong)
        {
            return (null, new Fault(FaultKind.BadLength, "", "记录过长", null));
        }

        var decoded = system.Format.Decode(record.Bytes);
        return decoded.Message is { } message
            ? Changes.Read(system.Format, message, record.Bytes, receivedAt, pair.IdOf(record.Line))
            : (null, decoded.Fault);
    }

    private async Task<Verdict> PersistAsync(Func<CancellationToken, Task<Verdict>> submit, CancellationToken cancellation)
    {
        var pauses = new BackOff(system.Limits.BusyPause, system.Limits.BackOffMost, Random.Shared);
        while (true)
        {
            var verdict = await submit(cancellation).ConfigureAwait(false);
            if (verdict.Outcome != Outcome.Busy)
            {
                return verdict;
            }

            services.Metrics.Busy(system.Code);
            await Task.Delay(pauses.Next(), services.Time, cancellation).ConfigureAwait(false);
        }
    }
}
