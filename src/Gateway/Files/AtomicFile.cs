namespace Granary.Gateway.Files;

/// <summary>
/// Writes a file that appears whole or not at all: temporary name, fsync, rename.
/// A rename that a power cut undoes is done again, for its cause (a file not completed, a day not delivered) is still on record.
/// </summary>
internal static class AtomicFile
{
    public static async Task WriteAsync(string path, Func<Stream, Task> content, CancellationToken cancellation)
    {
        var temporary = path + ".part";
        await using (var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None, 65_536, FileOptions.Asynchronous))
        {
            await content(stream).ConfigureAwait(false);
            await stream.FlushAsync(cancellation).ConfigureAwait(false);
            stream.Flush(flushToDisk: true);
        }

        File.Move(temporary, path, overwrite: true);
    }

    public static Task WriteAsync(string path, ReadOnlyMemory<byte> content, CancellationToken cancellation) =>
        WriteAsync(path, stream => stream.WriteAsync(content, cancellation).AsTask(), cancellation);
}
