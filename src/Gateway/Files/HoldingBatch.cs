using System.Globalization;
using Granary.Ecif.Contracts;
using Granary.Gateway.Mapping;
using Granary.Gateway.Status;
using Granary.Wire;

namespace Granary.Gateway.Files;

/// <summary>
/// Takes the reports of one file, many in a transaction. A crash in the middle is taken up from the beginning: to take a report again
/// changes nothing. Refused lines stand in the message log by file and line, as those of customers do.
/// </summary>
internal sealed class HoldingBatch(BankSystem system, FileServices services, Pair pair, IReadOnlyDictionary<string, Verdict> known, RefusedLines refused)
{
    public async Task SubmitAsync(CancellationToken cancellation)
    {
        var reports = new List<HoldingReport>();
        await foreach (var record in RecordReader.ReadAsync(pair.Data, system.Limits.FileRecordBytes, cancellation).ConfigureAwait(false))
        {
            var (receivedAt, begun) = (services.Time.GetUtcNow(), services.Time.GetTimestamp());
            system.Activity.Received();
            services.Metrics.Received(system.Code);
            var (report, fault) = Read(record, receivedAt);
            if (report is null)
            {
                refused.Note(record.Line, known.GetValueOrDefault(pair.IdOf(record.Line))
                    ?? await services.Recorder.RefuseAsync(system, pair.IdOf(record.Line), fault!, record.Bytes, receivedAt, cancellation).ConfigureAwait(false));
            }
            else
            {
                reports.Add(report);
            }

            if (reports.Count == system.Limits.HoldingBatch)
            {
                await TakeAsync(reports, cancellation).ConfigureAwait(false);
            }

            system.Activity.Replied();
            services.Metrics.Replied(system.Code, services.Time.GetElapsedTime(begun));
        }

        await TakeAsync(reports, cancellation).ConfigureAwait(false);
    }

    private async Task TakeAsync(List<HoldingReport> reports, CancellationToken cancellation)
    {
        if (reports.Count > 0)
        {
            await services.Holdings.TakeAsync(reports, cancellation).ConfigureAwait(false);
            reports.Clear();
        }
    }

    private (HoldingReport? Report, Fault? Fault) Read(FileRecord record, DateTimeOffset receivedAt)
    {
        if (record.TooLong)
        {
            return (null, new Fault(FaultKind.BadLength, "", "记录过长", null));
        }

        var decoded = system.Format.Decode(record.Bytes);
        return decoded.Message is { } message ? Holdings.Read(system.Format, message, receivedAt, pair.Day) : (null, decoded.Fault);
    }
}
