namespace Granary.Matching.Linkage;

/// <summary>What learning has to know of a comparison: its levels, best first, and what kind of evidence it is.</summary>
internal interface IComparison
{
    /// <summary>From 0, "missing"; 1 is "the same", the last "different".</summary>
    IReadOnlyList<string> Levels { get; }

    int Different => Levels.Count - 1;

    bool IsForLife { get; }

    bool IsName { get; }
}
