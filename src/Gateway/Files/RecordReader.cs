using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;

namespace Granary.Gateway.Files;

/// <summary>One record of a file: its bytes without LF.</summary>
/// <param name="Line">From 1.</param>
/// <param name="TooLong">The line is over the bound; the bytes are its beginning.</param>
internal readonly record struct FileRecord(int Line, byte[] Bytes, bool TooLong);

/// <summary>Reads a file of records, LF each, in constant memory.</summary>
internal static class RecordReader
{
    private const byte LineFeed = (byte)'\n';

    /// <summary>The hash of a file and the number of its records.</summary>
    public static async Task<(string Sha256, int Count)> MeasureAsync(string path, CancellationToken cancellation)
    {
        await using var file = Open(path);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[65_536];
        var count = 0;
        byte last = LineFeed;
        while (await file.ReadAsync(buffer, cancellation).ConfigureAwait(false) is var read and > 0)
        {
            hash.AppendData(buffer, 0, read);
            count += buffer.AsSpan(0, read).Count(LineFeed);
            last = buffer[read - 1];
        }

        return (Convert.ToHexStringLower(hash.GetHashAndReset()), last == LineFeed ? count : count + 1);
    }

    public static async IAsyncEnumerable<FileRecord> ReadAsync(string path, int longest, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var file = Open(path);
        var reader = PipeReader.Create(file, new StreamPipeReaderOptions(bufferSize: 65_536));
        var line = 0;
        byte[]? tooLong = null;
        while (true)
        {
            var read = await reader.ReadAsync(cancellation).ConfigureAwait(false);
            var buffer = read.Buffer;
            while (buffer.PositionOf(LineFeed) is { } end)
            {
                yield return Cut(++line, buffer.Slice(0, end), longest, ref tooLong);
                buffer = buffer.Slice(buffer.GetPosition(1, end));
            }

            if (buffer.Length > longest)
            {
                // Of a line without an end only the beginning is kept; the rest is read past.
                tooLong ??= buffer.Slice(0, longest).ToArray();
                buffer = buffer.Slice(buffer.End);
            }

            if (read.IsCompleted)
            {
                if (!buffer.IsEmpty || tooLong is not null)
                {
                    yield return Cut(++line, buffer, longest, ref tooLong);
                }

                await reader.CompleteAsync().ConfigureAwait(false);
                yield break;
            }

            reader.AdvanceTo(buffer.Start, buffer.End);
        }
    }

    private static FileRecord Cut(int line, ReadOnlySequence<byte> bytes, int longest, ref byte[]? tooLong)
    {
        if (tooLong is { } beginning)
        {
            tooLong = null;
            return new FileRecord(line, beginning, TooLong: true);
        }

        return bytes.Length > longest
            ? new FileRecord(line, bytes.Slice(0, longest).ToArray(), TooLong: true)
            : new FileRecord(line, bytes.ToArray(), TooLong: false);
    }

    private static FileStream Open(string path) =>
        new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1, FileOptions.Asynchronous | FileOptions.SequentialScan);
}
