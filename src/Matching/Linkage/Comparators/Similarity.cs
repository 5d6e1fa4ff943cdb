using System.Numerics;

namespace Granary.Matching.Linkage;

/// <summary>How alike two texts are. Symmetric; nothing is allocated.</summary>
internal static class Similarity
{
    /// <summary>Characters that are looked at.</summary>
    public const int Longest = 64;

    /// <summary>
    /// Edits between two texts, a swap of neighbours counting as one (optimal string alignment); gives up above <paramref name="most"/>
    /// (at most 3), and gives <paramref name="most"/> + 1 then. Texts over 64 characters count by their first 64.
    /// </summary>
    public static int Edits(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int most)
    {
        var start = a.CommonPrefixLength(b);
        a = a[start..];
        b = b[start..];
        while (a.Length > 0 && b.Length > 0 && a[^1] == b[^1])
        {
            a = a[..^1];
            b = b[..^1];
        }

        if (a.Length <= 1 && b.Length <= 1)
        {
            return Math.Max(a.Length, b.Length);
        }

        if (most == 1)
        {
            return a.Length == 2 && b.Length == 2 && a[0] == b[1] && a[1] == b[0] ? 1 : 2;
        }

        if (Math.Abs(a.Length - b.Length) > most)
        {
            return most + 1;
        }

        if (a.Length == 0 || b.Length == 0)
        {
            return Math.Max(a.Length, b.Length);
        }

        a = a[..Math.Min(a.Length, Longest)];
        b = b[..Math.Min(b.Length, Longest)];
        // Cells farther from the diagonal than most are never within it.
        Span<int> before = stackalloc int[b.Length + 2];
        Span<int> last = stackalloc int[b.Length + 2];
        Span<int> row = stackalloc int[b.Length + 2];
        for (var j = 0; j <= b.Length; j++)
        {
            last[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            var (from, to) = (Math.Max(1, i - most), Math.Min(b.Length, i + most));
            row[from - 1] = from == 1 ? i : most + 1;
            last[to] = to == i + most ? most + 1 : last[to];
            var least = row[from - 1];
            for (var j = from; j <= to; j++)
            {
                var cost = Math.Min(Math.Min(last[j], row[j - 1]) + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    cost = Math.Min(cost, before[j - 2] + 1);
                }

                row[j] = cost;
                least = Math.Min(least, cost);
            }

            if (least > most)
            {
                return most + 1;
            }

            var free = before;
            before = last;
            last = row;
            row = free;
        }

        return Math.Min(last[b.Length], most + 1);
    }

    /// <summary>Jaro's similarity with Winkler's bonus for a common beginning: 0 to 1.</summary>
    public static double JaroWinkler(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        a = a[..Math.Min(a.Length, Longest)];
        b = b[..Math.Min(b.Length, Longest)];
        if (a.Length == 0 || b.Length == 0)
        {
            return 0;
        }

        var reach = Math.Max(0, (Math.Max(a.Length, b.Length) / 2) - 1);
        ulong inA = 0, inB = 0;
        var common = 0;
        for (var i = 0; i < a.Length; i++)
        {
            var until = Math.Min(b.Length - 1, i + reach);
            for (var j = Math.Max(0, i - reach); j <= until; j++)
            {
                if (a[i] == b[j] && (inB >> j & 1) == 0)
                {
                    inA |= 1UL << i;
                    inB |= 1UL << j;
                    common++;
                    break;
                }
            }
        }

        if (common == 0)
        {
            return 0;
        }

        var swapped = 0;
        for (; inA != 0; inA &= inA - 1, inB &= inB - 1)
        {
            swapped += a[BitOperations.TrailingZeroCount(inA)] == b[BitOperations.TrailingZeroCount(inB)] ? 0 : 1;
        }

        double m = common;
        var jaro = ((m / a.Length) + (m / b.Length) + ((m - (swapped / 2)) / m)) / 3;
        var prefix = Math.Min(4, a.CommonPrefixLength(b));
        return jaro + (prefix * 0.1 * (1 - jaro));
    }

    /// <summary>The distinct pairs of neighbouring characters of a text, as numbers in ascending order; of a single character that character.</summary>
    public static int[] Pairs(ReadOnlySpan<char> text)
    {
        if (text.Length < 2)
        {
            return text.IsEmpty ? [] : [text[0]];
        }

        var pairs = new int[text.Length - 1];
        for (var i = 0; i < pairs.Length; i++)
        {
            pairs[i] = (text[i] << 16) | text[i + 1];
        }

        return [.. pairs.Distinct().Order()];
    }

    /// <summary>Jaccard's similarity of two sets of numbers in ascending order: what they share of what either has, 0 to 1.</summary>
    public static double Jaccard(ReadOnlySpan<int> a, ReadOnlySpan<int> b)
    {
        int i = 0, j = 0, shared = 0;
        while (i < a.Length && j < b.Length)
        {
            var (p, q) = (a[i], b[j]);
            shared += p == q ? 1 : 0;
            i += p <= q ? 1 : 0;
            j += q <= p ? 1 : 0;
        }

        return a.Length + b.Length == 0 ? 0 : (double)shared / (a.Length + b.Length - shared);
    }
}
