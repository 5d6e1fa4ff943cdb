using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;
using Granary.Ecif.Contracts;
using Granary.Ecif.Resolution;
using Granary.Ecif.SourceRecords;
using Granary.Matching;
using Microsoft.Win32.SafeHandles;

namespace Granary.Ecif.FirstLoad;

/// <summary>
/// Source records by number, in a file: of each only its place (8 bytes) is in memory, and what resolution made of it as long as there is room.
/// Reading is thread-safe.
/// </summary>
internal sealed class RecordFile : IDisposable
{
    /// <summary>Bytes of a record as resolution sees it, its name and addresses taken apart.</summary>
    private const int BytesOfMatch = 2500;

    private readonly SafeFileHandle _file;
    private readonly long[] _places;
    private readonly Seen?[] _seen;

    /// <param name="memory">Bytes for records as resolution sees them.</param>
    public RecordFile(string path, long memory)
    {
        _file = File.OpenHandle(path);
        _places = MemoryMarshal.Cast<byte, long>(File.ReadAllBytes(path + ".places")).ToArray();
        _seen = new Seen?[Math.Clamp(memory / BytesOfMatch, 1, Math.Max(1, Count))];
    }

    public int Count => _places.Length - 1;

    public SourceRecord this[int number]
    {
        get
        {
            var length = (int)(_places[number + 1] - _places[number]);
            var bytes = ArrayPool<byte>.Shared.Rent(length);
            RandomAccess.Read(_file, bytes.AsSpan(0, length), _places[number]);
            using var reader = new BinaryReader(new MemoryStream(bytes, 0, length, writable: false), Encoding.UTF8);
            var record = Read(reader, number + 1);
            ArrayPool<byte>.Shared.Return(bytes);
            return record;
        }
    }

    public MatchRecord Match(int number)
    {
        ref var place = ref _seen[number % _seen.Length];
        if (place is not { } seen || seen.Number != number)
        {
            place = seen = new Seen(number, MatchFacts.Of(this[number]));
        }

        return seen.Record;
    }

    public void Dispose() => _file.Dispose();

    /// <summary>Ids begin with 1, in the order of the numbers.</summary>
    private static SourceRecord Read(BinaryReader reader, long id)
    {
        var (system, key, kind) = (string.Intern(reader.ReadString()), reader.ReadString(), (PartyKind)reader.ReadByte());
        var (open, branch, openedAt, lastAt) = (reader.ReadBoolean(), reader.ReadString(), reader.ReadInt64(), reader.ReadInt64());
        return new SourceRecord
        {
            Id = id, System = system, Key = key, Kind = kind, OpenedAt = openedAt, IsOpen = open, Branch = branch, LastAt = lastAt, Attributes = StatementJson.Read(reader.ReadString()),
        };
    }

    private sealed record Seen(int Number, MatchRecord Record);
}
