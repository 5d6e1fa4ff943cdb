using System.Numerics;

namespace Granary.Matching.Linkage;

/// <summary>
/// What can be said of how alike two texts are at most without reading them: which characters they have, how long they are, and the first four characters
/// or the last. Most pairs are strangers', and their texts lie anywhere in memory.
/// </summary>
/// <param name="Characters">How often each occurs, counted in ones: two texts that are k edits apart differ in at most 2k bits.</param>
/// <param name="Edge">Four characters, the outermost in the lowest bits; 0 for those that are not there.</param>
internal readonly record struct Sketch(ulong Characters, ulong Edge, int Length)
{
    private const int InEdge = 4;

    /// <summary>Of longer texts nothing is said: <see cref="Similarity"/> looks at so many characters.</summary>
    private const int Longest = Similarity.Longest;

    public delegate Sketch Maker(ReadOnlySpan<char> text);

    /// <summary>Letters count up to two times, digits once; whatever else takes the place of a letter. With the first characters.</summary>
    public static Sketch OfText(ReadOnlySpan<char> text) => new(Letters(text), Start(text), text.Length);

    /// <summary>Digits count up to four times, whatever else once. With the last characters.</summary>
    public static Sketch OfNumber(ReadOnlySpan<char> text) => new(Digits(text), End(text), text.Length);

    /// <summary>Of each value of a column.</summary>
    public static Sketch[] Of(Column column, Maker make)
    {
        var sketches = new Sketch[column.Values.Count + 1];
        for (var code = 1; code < sketches.Length; code++)
        {
            sketches[code] = make(column.Values[code]);
        }

        return sketches;
    }

    /// <summary>How many of the first characters are the same, of four.</summary>
    public static int CommonStart(in Sketch a, in Sketch b) =>
        Math.Min(BitOperations.TrailingZeroCount(a.Edge ^ b.Edge) / 16, Math.Min(Math.Min(a.Length, b.Length), InEdge));

    /// <summary>Whether two texts may be so many edits apart.</summary>
    public static bool MayBeWithin(int edits, in Sketch a, in Sketch b) =>
        Math.Abs(a.Length - b.Length) <= edits && (Math.Max(a.Length, b.Length) > Longest || BitOperations.PopCount(a.Characters ^ b.Characters) <= 2 * edits);

    /// <summary>The most that <see cref="Similarity.JaroWinkler"/> can give.</summary>
    public static double MostJaroWinkler(in Sketch a, in Sketch b)
    {
        double common = Math.Min(a.Length - BitOperations.PopCount(a.Characters & ~b.Characters), b.Length - BitOperations.PopCount(b.Characters & ~a.Characters));
        if (Math.Max(a.Length, b.Length) > Longest)
        {
            return 1;
        }

        if (common <= 0)
        {
            return 0;
        }

        var jaro = ((common / a.Length) + (common / b.Length) + 1) / 3;
        return jaro + (0.1 * CommonStart(a, b) * (1 - jaro));
    }

    private static ulong Letters(ReadOnlySpan<char> text)
    {
        var bits = 0UL;
        foreach (var unit in text)
        {
            bits |= unit is >= '0' and <= '9' ? 1UL << (52 + unit - '0') : Next(bits, 2 * (unit is >= 'a' and <= 'z' ? unit - 'a' : unit % 26), 2);
        }

        return bits;
    }

    private static ulong Digits(ReadOnlySpan<char> text)
    {
        var bits = 0UL;
        foreach (var unit in text)
        {
            bits |= unit is >= '0' and <= '9' ? Next(bits, 4 * (unit - '0'), 4) : 1UL << (40 + (unit % 24));
        }

        return bits;
    }

    /// <summary>The lowest of so many bits that is not set; the last where all are.</summary>
    private static ulong Next(ulong bits, int from, int count)
    {
        var at = from;
        while (at < from + count - 1 && (bits >> at & 1) != 0)
        {
            at++;
        }

        return 1UL << at;
    }

    private static ulong Start(ReadOnlySpan<char> text)
    {
        var start = 0UL;
        for (var i = 0; i < Math.Min(InEdge, text.Length); i++)
        {
            start |= (ulong)text[i] << (16 * i);
        }

        return start;
    }

    private static ulong End(ReadOnlySpan<char> text)
    {
        var end = 0UL;
        for (var i = 0; i < Math.Min(InEdge, text.Length); i++)
        {
            end |= (ulong)text[^(i + 1)] << (16 * i);
        }

        return end;
    }
}
