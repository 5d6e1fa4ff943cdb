namespace Granary.Matching.Linkage;

/// <summary>Rows are compared where they have all of these keys in common.</summary>
public sealed class BlockingRule(params BlockingKey[] keys)
{
    public IReadOnlyList<BlockingKey> Keys => keys;

    public string Name => string.Join(" + ", keys.Select(key => key.Name));

    /// <summary>0 where the row has no key: an empty field joins nobody.</summary>
    public ulong KeyOf(int row)
    {
        var hash = 0UL;
        foreach (var key in keys)
        {
            var part = key[row];
            if (part == 0)
            {
                return 0;
            }

            hash = ((hash * 0x9E3779B97F4A7C15UL) ^ (ulong)part) * 0xff51afd7ed558ccdUL;
            hash ^= hash >> 29;
        }

        return hash == 0 ? 1 : hash;
    }
}

/// <summary>The rows of a table, or of a sample, in the blocks of one rule.</summary>
internal sealed class Blocks
{
    /// <summary>A block of more rows than this is passed over: it is a placeholder that nobody knew of, and would give millions of pairs.</summary>
    public const int Largest = 400;

    private readonly int[] _rows;
    private readonly int[] _starts;

    private Blocks(int[] rows, int[] starts, long pairs, long passedOver) => (_rows, _starts, Pairs, PassedOver) = (rows, starts, pairs, passedOver);

    public int Count => _starts.Length - 1;

    /// <summary>Pairs within the blocks.</summary>
    public long Pairs { get; }

    /// <summary>Rows whose block was too large.</summary>
    public long PassedOver { get; }

    /// <summary>A block's rows, lowest first; of a sample their places in it.</summary>
    public ReadOnlySpan<int> this[int block] => _rows.AsSpan(_starts[block], _starts[block + 1] - _starts[block]);

    /// <param name="sample">The rows to be looked at; null: all. Blocks of a sample are as much smaller, and so is the largest that is not passed over.</param>
    public static Blocks Of(BlockingRule rule, int tableRows, int[]? sample = null)
    {
        var count = sample?.Length ?? tableRows;
        var largest = Math.Max(2, (int)((long)Largest * count / Math.Max(1, tableRows)));
        var keys = new ulong[count];
        var sorted = new int[count];
        var used = 0;
        for (var i = 0; i < count; i++)
        {
            var key = rule.KeyOf(sample?[i] ?? i);
            if (key != 0)
            {
                (keys[used], sorted[used++]) = (key, i);
            }
        }

        Array.Sort(keys, sorted, 0, used);
        List<int> kept = [], starts = [0];
        long pairs = 0, passedOver = 0;
        for (int start = 0, end; start < used; start = end)
        {
            for (end = start + 1; end < used && keys[end] == keys[start]; end++)
            {
            }

            var size = end - start;
            if (size > largest)
            {
                passedOver += size;
            }
            else if (size > 1)
            {
                Array.Sort(sorted, start, size);
                kept.AddRange(sorted.AsSpan(start, size));
                starts.Add(kept.Count);
                pairs += (long)size * (size - 1) / 2;
            }
        }

        return new([.. kept], [.. starts], pairs, passedOver);
    }
}
