using System.Runtime.InteropServices;

namespace Granary.Matching.Bulk;

/// <summary>
/// Rows of fixed size in partitions, each small enough to be sorted by itself: in memory up to a bound, beyond it in a file each.
/// Rows are added by several threads; their order within a partition is whatever came first, so readers sort.
/// </summary>
internal sealed class Partitions<T> : IDisposable
    where T : unmanaged
{
    /// <summary>Of the rows of 20 million records each holds a few megabytes, and so many files may be open at once.</summary>
    public const int Count = 256;

    private readonly List<T>[] _rows = new List<T>[Count];
    private readonly Lock[] _gates = new Lock[Count];
    private readonly Lock _spilling = new();
    private readonly FileStream?[] _files = new FileStream?[Count];
    private readonly string _folder;
    private readonly string _name;
    private readonly long _bound;
    private long _inMemory;

    /// <param name="bound">Bytes of rows in memory.</param>
    public Partitions(string folder, string name, long bound)
    {
        (_folder, _name, _bound) = (folder, name, bound);
        for (var i = 0; i < Count; i++)
        {
            (_rows[i], _gates[i]) = ([], new Lock());
        }
    }

    /// <summary>Bytes that went to files.</summary>
    public long Spilled { get; private set; }

    private static int Size => Marshal.SizeOf<T>();

    public void Add(int partition, ReadOnlySpan<T> rows)
    {
        lock (_gates[partition])
        {
            _rows[partition].AddRange(rows);
        }

        if (Interlocked.Add(ref _inMemory, (long)rows.Length * Size) > _bound)
        {
            lock (_spilling)
            {
                if (Interlocked.Read(ref _inMemory) > _bound)
                {
                    Spill();
                }
            }
        }
    }

    /// <summary>All rows of a partition, in no order.</summary>
    public T[] Read(int partition)
    {
        var inFile = _files[partition] is { } written ? (int)(written.Length / Size) : 0;
        var all = new T[inFile + _rows[partition].Count];
        if (_files[partition] is { } file)
        {
            file.Position = 0;
            file.ReadExactly(MemoryMarshal.AsBytes(all.AsSpan(0, inFile)));
        }

        _rows[partition].CopyTo(all, inFile);
        return all;
    }

    /// <summary>Forgets a partition's rows.</summary>
    public void Clear(int partition)
    {
        lock (_gates[partition])
        {
            Interlocked.Add(ref _inMemory, -(long)_rows[partition].Count * Size);
            _rows[partition] = [];
            _files[partition]?.Dispose();
            _files[partition] = null;
        }
    }

    public void Dispose()
    {
        foreach (var file in _files)
        {
            file?.Dispose();
        }
    }

    private void Spill()
    {
        for (var i = 0; i < Count; i++)
        {
            lock (_gates[i])
            {
                var bytes = MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(_rows[i]));
                var file = _files[i] ??= new FileStream(Path.Combine(_folder, $"{_name}-{i:X2}"), FileMode.Create, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
                file.Position = file.Length;
                file.Write(bytes);
                Spilled += bytes.Length;
                Interlocked.Add(ref _inMemory, -bytes.Length);
                _rows[i] = []; // the memory goes, too
            }
        }
    }
}

/// <summary>Rows on their way to partitions, one thread's: handed over by the thousand.</summary>
internal sealed class PartitionWriter<T>(Partitions<T> into) : IDisposable
    where T : unmanaged
{
    private const int Chunk = 1024;

    private readonly List<T>?[] _waiting = new List<T>?[Partitions<T>.Count];

    public void Add(int partition, T row)
    {
        var rows = _waiting[partition] ??= new List<T>(Chunk);
        rows.Add(row);
        if (rows.Count == Chunk)
        {
            into.Add(partition, CollectionsMarshal.AsSpan(rows));
            rows.Clear();
        }
    }

    public void Dispose()
    {
        for (var i = 0; i < _waiting.Length; i++)
        {
            if (_waiting[i] is { Count: > 0 } rows)
            {
                into.Add(i, CollectionsMarshal.AsSpan(rows));
                rows.Clear();
            }
        }
    }
}
