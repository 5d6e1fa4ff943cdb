using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using Granary.Ecif.Contracts;
using Granary.Gateway.Mapping;
using Granary.Wire;

namespace Granary.Gateway.Files;

/// <summary>One message of a file: what it says, or why it cannot be taken.</summary>
/// <param name="Line">Which one of the file, from 1.</param>
/// <param name="Code">The system's own code for what is wrong.</param>
/// <param name="Field">The field in the system's own terms, or empty.</param>
/// <param name="Text">What is wrong, without the value.</param>
public sealed record CustomerRow(int Line, SourceMessage? Message, string Code = "", string Field = "", string Text = "");

/// <summary>
/// Reads customers from a file in a system's own format: the records of its file pair, or what it sends over its connection, one message after another.
/// Decoded and checked as messages are. What is no change (a heartbeat, an inquiry) is passed over.
/// </summary>
public static class CustomerFile
{
    /// <param name="receivedAt">Dates what has no time of its own, and gives the year where the wire has none.</param>
    public static IEnumerable<CustomerRow> Read(Interface format, string path, DateTimeOffset receivedAt, GatewayLimits limits, CancellationToken cancellation) =>
        (format.Connection.Kind == ConnectionKind.Files ? RecordReader.ReadAsync(path, limits.FileRecordBytes, cancellation) : FramesAsync(format, path, cancellation))
        .ToBlockingEnumerable(cancellation).AsParallel().AsOrdered().WithCancellation(cancellation)
        .Select(record => Read(format, record, receivedAt)).Where(row => row is not null).Select(row => row!);

    private static CustomerRow? Read(Interface format, FileRecord record, DateTimeOffset receivedAt)
    {
        if (record.TooLong)
        {
            return Refused(format, record.Line, new Fault(FaultKind.BadLength, "", "记录过长", null));
        }

        var decoded = format.Decode(record.Bytes);
        if (decoded.Message is not { } message)
        {
            return Refused(format, record.Line, decoded.Fault!);
        }

        if (message.Role != MessageRole.Change)
        {
            return null;
        }

        var (change, fault) = Changes.Read(format, message, [], receivedAt, record.Line.ToString(CultureInfo.InvariantCulture));
        return change is null ? Refused(format, record.Line, fault!) : new CustomerRow(record.Line, change);
    }

    private static CustomerRow Refused(Interface format, int line, Fault fault) =>
        new(line, null, format.CodeOf(Verdicts.Reply(new Verdict(Outcome.Refused, Verdicts.Of(fault.Kind), null, "", ""))), fault.Field, fault.Text);

    /// <summary>A frame that cannot be cut off, or is not whole at the file's end, is the last.</summary>
    private static async IAsyncEnumerable<FileRecord> FramesAsync(Interface format, string path, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var file = File.OpenRead(path);
        var reader = PipeReader.Create(file, new StreamPipeReaderOptions(bufferSize: 1 << 16));
        for (var line = 1; ;)
        {
            var read = await reader.ReadAsync(cancellation).ConfigureAwait(false);
            var buffer = read.Buffer;
            Fault? fault;
            while (format.TryReadFrame(ref buffer, out var frame, out fault))
            {
                yield return new FileRecord(line++, frame.ToArray(), TooLong: false);
            }

            if (fault is not null || read.IsCompleted)
            {
                if (!buffer.IsEmpty)
                {
                    yield return new FileRecord(line, [], TooLong: true);
                }

                await reader.CompleteAsync().ConfigureAwait(false);
                yield break;
            }

            reader.AdvanceTo(buffer.Start, buffer.End);
        }
    }
}
