using Granary.Matching.Linkage;

namespace Granary.Matching.Learning;

/// <summary>The bank's comparisons as learning sees them.</summary>
internal sealed class Evidence(Comparison comparison) : IComparison
{
    public static IReadOnlyList<Evidence> All { get; } = [.. Enum.GetValues<Comparison>().Select(c => new Evidence(c))];

    public Comparison Comparison => comparison;

    public string Name => Matching.Levels.NameOf(comparison);

    public IReadOnlyList<string> Levels => Matching.Levels.Names[(int)comparison];

    public bool IsForLife => comparison is Comparison.Birth or Comparison.Document;

    public bool IsName => comparison == Comparison.Name;

    /// <summary>A pattern as it is learnt from: a house counts where the phone is not the same, since a family has both (<see cref="Compare.Addresses"/>).</summary>
    public static ulong Of(ulong levels) =>
        LevelCounts.LevelOf(levels, (int)Comparison.Phone) == 1 ? levels & ~(0xFUL << (4 * (int)Comparison.Address)) : levels;
}
