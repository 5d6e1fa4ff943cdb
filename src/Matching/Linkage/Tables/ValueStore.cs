using System.Numerics;

namespace Granary.Matching.Linkage;

/// <summary>
/// The distinct texts of a column, numbered from 1 in the order in which they came; 0 is "says nothing". Packed into pages of characters, since
/// twenty million strings would weigh as much again as what they say.
/// </summary>
public sealed class ValueStore
{
    private const int PageSize = 1 << 20;

    private readonly List<char[]> _pages = [new char[PageSize]];
    private (int Page, int Start, int Length)[] _at = new (int, int, int)[1024];
    private int[] _counts = new int[1024];
    private int[] _slots = new int[2048];
    private int _used;

    /// <summary>Distinct texts; the highest number given.</summary>
    public int Count { get; private set; }

    /// <summary>The text of a number; "" for 0.</summary>
    public ReadOnlySpan<char> this[int code]
    {
        get
        {
            var (page, start, length) = _at[code];
            return code == 0 ? default : _pages[page].AsSpan(start, length);
        }
    }

    /// <summary>Rows that say it.</summary>
    public int CountOf(int code) => _counts[code];

    /// <summary>The number of a text, new or known; so many rows more say it.</summary>
    public int Add(ReadOnlySpan<char> text, int rows = 1)
    {
        if (text.IsEmpty)
        {
            _counts[0] += rows;
            return 0;
        }

        Unpack();
        for (var slot = Hash(text) & (uint)(_slots.Length - 1); ; slot = (slot + 1) & (uint)(_slots.Length - 1))
        {
            var code = _slots[slot];
            if (code == 0)
            {
                return Keep(text, slot, rows);
            }

            if (this[code].SequenceEqual(text))
            {
                _counts[code] += rows;
                return code;
            }
        }
    }

    /// <summary>Gives back the room for more texts and for finding them; either makes it anew.</summary>
    public void Pack()
    {
        Array.Resize(ref _at, Count + 1);
        Array.Resize(ref _counts, Count + 1);
        _slots = [];
    }

    /// <summary>The number of a text; 0 where no row says it.</summary>
    public int Find(ReadOnlySpan<char> text)
    {
        Unpack();
        if (text.IsEmpty)
        {
            return 0;
        }

        for (var slot = Hash(text) & (uint)(_slots.Length - 1); ; slot = (slot + 1) & (uint)(_slots.Length - 1))
        {
            var code = _slots[slot];
            if (code == 0 || this[code].SequenceEqual(text))
            {
                return code;
            }
        }
    }

    private int Keep(ReadOnlySpan<char> text, uint slot, int rows)
    {
        if (_used + text.Length > PageSize)
        {
            _pages.Add(new char[Math.Max(PageSize, text.Length)]);
            _used = 0;
        }

        text.CopyTo(_pages[^1].AsSpan(_used));
        var code = ++Count;
        if (code == _at.Length)
        {
            Array.Resize(ref _at, code * 2);
            Array.Resize(ref _counts, code * 2);
        }

        _at[code] = (_pages.Count - 1, _used, text.Length);
        _counts[code] = rows;
        _used += text.Length;
        _slots[slot] = code;
        if (Count * 2 > _slots.Length)
        {
            Place(_slots.Length * 2);
        }

        return code;
    }

    private void Unpack()
    {
        if (_slots.Length == 0)
        {
            Place((int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(1_024, Count * 2)));
        }
    }

    /// <summary>Puts all texts into so many slots.</summary>
    private void Place(int count)
    {
        var slots = new int[count];
        for (var code = 1; code <= Count; code++)
        {
            var slot = Hash(this[code]) & (uint)(slots.Length - 1);
            while (slots[slot] != 0)
            {
                slot = (slot + 1) & (uint)(slots.Length - 1);
            }

            slots[slot] = code;
        }

        _slots = slots;
    }

    private static uint Hash(ReadOnlySpan<char> text)
    {
        var hash = 14695981039346656037UL;
        foreach (var unit in text)
        {
            hash = (hash ^ unit) * 0x9E3779B97F4A7C15UL;
            hash = BitOperations.RotateLeft(hash, 23);
        }

        return (uint)((hash ^ (hash >> 32)) * 0xff51afd7ed558ccdUL >> 32);
    }
}
