using System.Collections.Concurrent;
using System.Numerics;

namespace Granary.Ocrm.Analysis;

/// <summary>Whose and which way a response is: what has few values in a block.</summary>
internal enum OriginField
{
    Entity,
    Unit,
    Person,
    Via,
    Language,
    State,
    Band,
}

/// <summary>A text of each row, by its place among the block's own.</summary>
/// <param name="Codes">Empty where there is one value alone.</param>
internal sealed record TextColumn(string[] Values, ushort[] Codes)
{
    public static TextColumn Of(IReadOnlyList<string> texts)
    {
        var places = new Dictionary<string, ushort>(StringComparer.Ordinal);
        var codes = texts.Select(t => places.TryAdd(t, (ushort)places.Count) ? (ushort)(places.Count - 1) : places[t]).ToArray();
        return new TextColumn([.. places.Keys], places.Count > 1 ? codes : []);
    }

    /// <summary>Leaves the rows whose value is allowed.</summary>
    public void Keep(Span<ulong> bitmap, Func<string, bool> allows)
    {
        var allowed = Array.ConvertAll(Values, v => allows(v));
        if (!allowed.Contains(true))
        {
            bitmap.Clear();
        }
        else if (allowed.Contains(false))
        {
            Selecting.Keep(bitmap, Codes, allowed);
        }
    }
}

/// <summary>Finished responses of one version as columns, at most <see cref="Rows"/>; all arrays have one entry a response, in the order of ids.</summary>
internal sealed class AnswerBlock
{
    /// <summary>Ids of one block share all but their last twelve bits.</summary>
    public const int Bits = 12;

    public const int Rows = 1 << Bits;

    /// <summary>Words of a bitmap over a block's rows.</summary>
    public const int Words = Rows / 64;

    private readonly ConcurrentDictionary<int, int[]> _counts = new();
    private readonly ConcurrentDictionary<int, (double, double)> _ranges = new();
    private readonly ConcurrentDictionary<int, (Bins Bins, long[] Counts)> _binned = new();
    private readonly ConcurrentDictionary<int, NumberSums> _sums = new();
    private ulong[]? _complete;

    /// <summary>What of the id is not the block's.</summary>
    public required ushort[] Ids { get; init; }

    /// <summary>0 for none; empty where no response has one.</summary>
    public required long[] Parties { get; init; }

    /// <summary>Days since 1970 in the bank's time.</summary>
    public required int[] Days { get; init; }

    public required double[] Scores { get; init; }

    /// <summary>By <see cref="OriginField"/>.</summary>
    public required TextColumn[] Origins { get; init; }

    /// <summary>Of each dimension by its packing: byte[] or, of more than 254 values, ushort[]; ulong[] of <see cref="Words"/> a bit; double[].</summary>
    public required Array[] Columns { get; init; }

    public int Count => Ids.Length;

    /// <summary>Complete ones, as a bitmap.</summary>
    public ulong[] Complete
    {
        get
        {
            if (_complete is null)
            {
                var complete = new ulong[Words];
                All(complete);
                Origins[(int)OriginField.State].Keep(complete, state => state == "complete");
                _complete = complete;
            }

            return _complete;
        }
    }

    /// <summary>How often each code of a narrow column stands among the complete ones; counted once.</summary>
    public int[] CountsOf(int column)
    {
        if (_counts.TryGetValue(column, out var known))
        {
            return known;
        }

        var counts = new int[byte.MaxValue + 1];
        var codes = (byte[])Columns[column];
        foreach (var row in CompleteRows())
        {
            counts[codes[row]]++;
        }

        _counts[column] = counts;
        return counts;
    }

    /// <summary>How many numbers of the complete ones lie in each bin, and in 0 those without one; counted again only when the bins have changed.</summary>
    public long[] CountsOf(int column, Bins bins)
    {
        if (_binned.TryGetValue(column, out var known) && known.Bins.AreThoseOf(bins))
        {
            return known.Counts;
        }

        var counts = new long[bins.Values.Length + 2];
        bins.Count((double[])Columns[column], CompleteRows(), counts);
        _binned[column] = (bins, counts);
        return counts;
    }

    /// <summary>What the numbers of the complete ones come to; added up once.</summary>
    public NumberSums SumsOf(int column)
    {
        if (!_sums.TryGetValue(column, out var sums))
        {
            sums = new NumberSums();
            sums.Add((double[])Columns[column], CompleteRows());
            _sums[column] = sums;
        }

        return sums;
    }

    private ReadOnlySpan<ushort> CompleteRows()
    {
        var rows = new ushort[Rows];
        return rows.AsSpan(0, Indices(Complete, rows));
    }

    /// <summary>The least and the largest number of a column; NaN where there is none. Looked for once.</summary>
    public (double Least, double Most) RangeOf(int column) => _ranges.GetOrAdd(column, static (at, columns) =>
    {
        var numbers = ((double[])columns[at]).Where(n => !double.IsNaN(n)).DefaultIfEmpty(double.NaN).ToList();
        return (numbers.Min(), numbers.Max());
    }, Columns);

    /// <summary>Bytes of memory, near enough.</summary>
    public long Size => (Count * 14L) + (Parties.Length * 8L) + Origins.Sum(o => o.Codes.Length * 2L) + Origins.Sum(o => o.Values.Length * 8L) + Columns.Sum(c => (long)Buffer.ByteLength(c));

    /// <summary>The bitmap of all rows.</summary>
    public void All(Span<ulong> bitmap)
    {
        bitmap.Clear();
        bitmap[..(Count / 64)].Fill(ulong.MaxValue);
        if (Count % 64 > 0)
        {
            bitmap[Count / 64] = (1UL << (Count % 64)) - 1;
        }
    }

    /// <summary>The numbers of the rows that are set.</summary>
    /// <returns>How many.</returns>
    public static int Indices(ReadOnlySpan<ulong> bitmap, Span<ushort> rows)
    {
        var count = 0;
        for (var word = 0; word < bitmap.Length; word++)
        {
            for (var rest = bitmap[word]; rest != 0; rest &= rest - 1)
            {
                rows[count++] = (ushort)((word << 6) + BitOperations.TrailingZeroCount(rest));
            }
        }

        return count;
    }
}
