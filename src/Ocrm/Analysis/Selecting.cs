namespace Granary.Ocrm.Analysis;

/// <summary>Loops over the columns of a block that leave rows out of a bitmap.</summary>
internal static class Selecting
{
    /// <summary>Leaves the rows whose code is allowed.</summary>
    public static void Keep(Span<ulong> bitmap, ReadOnlySpan<ushort> codes, bool[] allowed)
    {
        for (var word = 0; word << 6 < codes.Length; word++)
        {
            var kept = 0UL;
            var part = codes[(word << 6)..Math.Min(codes.Length, (word + 1) << 6)];
            for (var bit = 0; bit < part.Length; bit++)
            {
                kept |= (allowed[part[bit]] ? 1UL : 0UL) << bit;
            }

            bitmap[word] &= kept;
        }
    }

    public static void Keep(Span<ulong> bitmap, ReadOnlySpan<byte> codes, bool[] allowed)
    {
        for (var word = 0; word << 6 < codes.Length; word++)
        {
            var kept = 0UL;
            var part = codes[(word << 6)..Math.Min(codes.Length, (word + 1) << 6)];
            for (var bit = 0; bit < part.Length; bit++)
            {
                kept |= (allowed[part[bit]] ? 1UL : 0UL) << bit;
            }

            bitmap[word] &= kept;
        }
    }

    /// <summary>The rows for which something holds that no table of codes says.</summary>
    public static void Keep<T>(Span<ulong> bitmap, ReadOnlySpan<T> values, Func<T, bool> holds)
    {
        for (var row = 0; row < values.Length; row++)
        {
            if ((bitmap[row >> 6] >> row & 1) != 0 && !holds(values[row]))
            {
                bitmap[row >> 6] &= ~(1UL << row);
            }
        }
    }
}
