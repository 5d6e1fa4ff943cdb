using System.Numerics;
using System.Runtime.Intrinsics;

namespace Granary.Ocrm.Analysis;

/// <summary>What responses are counted by: a question's dimension, or where, when and how they came.</summary>
/// <param name="key">A dimension's key, or one that begins with @.</param>
internal abstract class Axis(string key)
{
    public string Key { get; } = key;

    /// <summary>The texts of codes 1 to n; known when all blocks were looked at. Code 0 is no answer, n + 1 what is none of these.</summary>
    public IReadOnlyList<string> Values { get; protected set; } = [];

    public int Width => Values.Count + 2;

    /// <summary>A response may have several values.</summary>
    public virtual bool IsSeveral => false;

    /// <summary>Sees each block once before anything is counted.</summary>
    public virtual void Prepare(AnalysedVersion version, AnswerBlock block)
    {
    }

    /// <summary>All blocks were seen.</summary>
    public virtual void Ready()
    {
    }

    /// <summary>Each row's code, of those that have one value.</summary>
    public abstract void Codes(AnalysedVersion version, AnswerBlock block, Span<ushort> codes);

    /// <summary>The rows that have a code, of those that may have several; of code 0 those without an answer.</summary>
    public virtual void Members(AnalysedVersion version, AnswerBlock block, int code, Span<ulong> members) => throw new NotSupportedException(Key);

    /// <summary>Adds how often each code stands among the selected rows.</summary>
    public virtual void Count(Selected at, long[] counts)
    {
        if (IsSeveral)
        {
            Span<ulong> members = stackalloc ulong[AnswerBlock.Words];
            for (var code = 0; code < Width; code++)
            {
                Members(at.Version, at.Block, code, members);
                counts[code] += Bitmaps.CountOfBoth(members, at.Bitmap);
            }

            return;
        }

        Span<ushort> codes = stackalloc ushort[AnswerBlock.Rows];
        Codes(at.Version, at.Block, codes);
        foreach (var row in at.Rows)
        {
            counts[codes[row]]++;
        }
    }
}

internal static class Bitmaps
{
    /// <summary>Counts codes of the rows: where many are selected, 32 at a time for each code.</summary>
    /// <param name="width">Codes are below it.</param>
    public static void Count(byte[] codes, ReadOnlySpan<ulong> bitmap, ReadOnlySpan<ushort> rows, int width, Span<int> counts)
    {
        if (!Vector256.IsHardwareAccelerated || rows.Length < codes.Length / 32 * width)
        {
            foreach (var row in rows)
            {
                counts[codes[row]]++;
            }

            return;
        }

        var whole = codes.Length & ~63;
        for (var code = 0; code < width; code++)
        {
            var (wanted, count) = (Vector256.Create((byte)code), 0);
            for (var at = 0; at < whole; at += 64)
            {
                var low = Vector256.Equals(Vector256.LoadUnsafe(ref codes[at]), wanted).ExtractMostSignificantBits();
                var high = Vector256.Equals(Vector256.LoadUnsafe(ref codes[at + 32]), wanted).ExtractMostSignificantBits();
                count += BitOperations.PopCount((low | ((ulong)high << 32)) & bitmap[at >> 6]);
            }

            counts[code] = count;
        }

        for (var row = whole; row < codes.Length; row++)
        {
            counts[codes[row]] += (int)(bitmap[row >> 6] >> row & 1);
        }
    }

    public static double Sum(double[] numbers, ReadOnlySpan<ushort> rows)
    {
        var sum = 0d;
        foreach (var row in rows)
        {
            sum += numbers[row];
        }

        return sum;
    }

    public static int CountOfBoth(ReadOnlySpan<ulong> one, ReadOnlySpan<ulong> other)
    {
        var count = 0;
        for (var word = 0; word < one.Length; word++)
        {
            count += BitOperations.PopCount(one[word] & other[word]);
        }

        return count;
    }
}
