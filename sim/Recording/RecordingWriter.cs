using System.Text;
using Granary.Sim.Formats;
using Granary.Sim.Running;
using Granary.Sim.Systems;

namespace Granary.Sim.Recording;

/// <summary>
/// Writes a recording: SYSTEM.bin and SYSTEM.jsonl, order.csv, truth.csv and the file pair, in the layout that `granary replay` reads.
/// </summary>
internal sealed class RecordingWriter : IDisposable
{
    private static readonly UTF8Encoding Utf8 = new(false);

    private readonly Lock _lock = new();
    private readonly string _folder;
    private readonly Func<string> _truth;
    private readonly StreamWriter _order;
    private readonly Dictionary<string, (FileStream? Bytes, StreamWriter Lines)> _files = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);
    private readonly MemoryStream _endOfDay = new();
    private DateOnly? _lastDay;

    public RecordingWriter(string folder, Func<string> truth)
    {
        Directory.CreateDirectory(folder);
        _folder = folder;
        _truth = truth;
        _order = new(Path.Combine(folder, "order.csv"), append: false, Utf8) { NewLine = "\r\n" };
        _order.WriteLine("system,index,at");
        foreach (var format in SystemFormats.All)
        {
            var bytes = format.System == SystemFormats.FileSystem ? null : File.Create(Path.Combine(folder, $"{format.System}.bin"));
            _files[format.System] = (bytes, new(Path.Combine(folder, $"{format.System}.jsonl"), append: false, Utf8) { NewLine = "\n" });
        }
    }

    public void Add(SystemFormat format, byte[] frame, DateTimeOffset at)
    {
        var message = format.Split(frame)[0];
        lock (_lock)
        {
            var (bytes, lines) = _files[format.System];
            (bytes ?? (Stream)_endOfDay).Write(frame);
            lines.WriteLine(Json.Line(format.System, format.Columns, format.Decode(message).Fields));
            var index = _counts.GetValueOrDefault(format.System);
            _counts[format.System] = index + 1;
            _order.WriteLine($"{format.System},{index},{at.Write(BeijingTime.Milliseconds)}");
            _lastDay = at.Day();
        }
    }

    /// <summary>Writes the pair of the records since the last one.</summary>
    public void CloseDay(DateOnly day)
    {
        lock (_lock)
        {
            var dat = _endOfDay.ToArray();
            _endOfDay.SetLength(0);
            File.WriteAllBytes(Path.Combine(_folder, EndOfDay.Name(SystemFormats.FileSystem, day, "dat")), dat);
            File.WriteAllBytes(Path.Combine(_folder, EndOfDay.Name(SystemFormats.FileSystem, day, "ctl")), EndOfDay.Control(dat));
        }
    }

    public void Dispose()
    {
        if (_lastDay is { } day && _endOfDay.Length > 0)
        {
            CloseDay(day);
        }

        File.WriteAllText(Path.Combine(_folder, "truth.csv"), _truth(), Utf8);
        _order.Dispose();
        foreach (var (bytes, lines) in _files.Values)
        {
            bytes?.Dispose();
            lines.Dispose();
        }

        _endOfDay.Dispose();
    }
}
