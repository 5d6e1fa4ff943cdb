namespace Granary.Matching.Linkage;

/// <summary>How often each combination of levels was seen: all that learning needs of millions of pairs. Four bits a comparison.</summary>
internal sealed class LevelCounts
{
    public const int MostComparisons = 16;

    public Dictionary<ulong, long> Patterns { get; } = [];

    public static ulong PatternOf(IReadOnlyList<Comparator> comparators, int a, int b)
    {
        var pattern = 0UL;
        for (var c = 0; c < comparators.Count; c++)
        {
            pattern |= (ulong)comparators[c].Level(a, b) << (4 * c);
        }

        return pattern;
    }

    public static int LevelOf(ulong pattern, int comparison) => (int)(pattern >> (4 * comparison)) & 0xF;

    public void Add(ulong pattern, long times = 1) =>
        System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(Patterns, pattern, out _) += times;
}
