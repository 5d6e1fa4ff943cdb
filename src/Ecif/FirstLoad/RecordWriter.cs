using System.Runtime.InteropServices;
using System.Text;
using Granary.Ecif.SourceRecords;

namespace Granary.Ecif.FirstLoad;

/// <summary>Writes the file that <see cref="RecordFile"/> reads: records one after another, and beside it where each begins.</summary>
internal sealed class RecordWriter(string path) : IDisposable
{
    private readonly BinaryWriter _writer = new(new BufferedStream(File.Create(path), 1 << 20), Encoding.UTF8);
    private readonly List<long> _places = [0];

    public int Count => _places.Count - 1;

    public void Add(IReadOnlyList<SourceRecord> records)
    {
        foreach (var record in records)
        {
            _writer.Write(record.System);
            _writer.Write(record.Key);
            _writer.Write((byte)record.Kind);
            _writer.Write(record.IsOpen);
            _writer.Write(record.Branch);
            _writer.Write(record.OpenedAt);
            _writer.Write(record.LastAt);
            _writer.Write(StatementJson.Write(record.Attributes));
            _places.Add(_writer.BaseStream.Position);
        }
    }

    public void End()
    {
        _writer.Flush();
        File.WriteAllBytes(path + ".places", MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(_places)));
    }

    public void Dispose() => _writer.Dispose();
}
