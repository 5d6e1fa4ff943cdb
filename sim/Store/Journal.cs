using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Granary.Sim.Store;

/// <summary>
/// Lines of JSON, appended before what they say is done. Written through to the operating system, so that a killed process loses nothing
/// (a power cut may; the simulated bank does not pretend to be one). A torn last line is dropped when the file is read.
/// </summary>
internal sealed class Journal<TEntry> : IDisposable
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly string? _path;
    private FileStream? _file;

    /// <param name="path">Null keeps nothing: for a recording made in memory.</param>
    public Journal(string? path) => _path = path;

    public IEnumerable<TEntry> Read()
    {
        if (_path is null || !File.Exists(_path))
        {
            yield break;
        }

        foreach (var line in File.ReadLines(_path))
        {
            TEntry? entry;
            try
            {
                entry = JsonSerializer.Deserialize<TEntry>(line, Options);
            }
            catch (JsonException)
            {
                yield break; // The process was killed inside this line: nobody was told of what it says.
            }

            if (entry is not null)
            {
                yield return entry;
            }
        }
    }

    /// <summary>Starts a new file with a snapshot; the old one is there until the new one is whole.</summary>
    public void Restart(IEnumerable<TEntry> snapshot)
    {
        if (_path is null)
        {
            return;
        }

        _file?.Dispose();
        Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
        var next = _path + ".next";
        using (var file = File.Create(next))
        {
            foreach (var entry in snapshot)
            {
                JsonSerializer.Serialize(file, entry, Options);
                file.WriteByte((byte)'\n');
            }

            file.Flush(flushToDisk: true);
        }

        File.Move(next, _path, overwrite: true);
        // One write per line reaches the operating system at once (no buffer of our own).
        _file = new FileStream(_path, FileMode.Append, FileAccess.Write, FileShare.Read, bufferSize: 0);
    }

    public void Append(TEntry entry)
    {
        if (_path is null)
        {
            return;
        }

        var line = JsonSerializer.SerializeToUtf8Bytes(entry, Options);
        _file!.Write([.. line, (byte)'\n']);
    }

    public void Dispose() => _file?.Dispose();
}
