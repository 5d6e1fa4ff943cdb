namespace Granary.Matching;

public enum Verdict
{
    NoMatch,

    /// <summary>Between the thresholds: a suspect, for a data steward.</summary>
    Review,
    Automatic,
}

/// <summary>Why two records must not be one party, whatever else agrees.</summary>
public enum CannotLink
{
    None,

    /// <summary>A person and an organisation.</summary>
    Kinds,

    /// <summary>Two different numbers of one class, both with a right check digit.</summary>
    Numbers,

    /// <summary>The same trusted number under names that are not compatible: the second holds it as disputed.</summary>
    DisputedIdentity,

    /// <summary>One names the other as somebody else: its spouse, its guarantor.</summary>
    Relation,

    /// <summary>A steward said so.</summary>
    Exclusion,
}

/// <summary>How two records compare. Holds no value of either.</summary>
/// <param name="Weight">Sum of the comparisons' weights, log2 of the Bayes factor.</param>
/// <param name="Probability">Of being one customer, given the model's prior.</param>
/// <param name="SameIdentity">A trusted identity in common, under compatible names.</param>
/// <param name="Levels">Four bits a comparison, in the order of <see cref="Comparison"/>; <see cref="Matcher.Explain"/> reads them.</param>
/// <param name="Rarity">The part of the weight that is due to how rare the names are, log2; 0 where the model does not know.</param>
public readonly record struct PairScore(
    double Weight, double Probability, Verdict Verdict, CannotLink CannotLink, bool SameIdentity, RecordKind Kind, ulong Levels, double Rarity = 0);

/// <summary>One line of an explanation.</summary>
/// <param name="Level">Name of the level in the model, e.g. "soundAlike".</param>
/// <param name="Weight">log2 of the Bayes factor, that of rarity among it.</param>
/// <param name="Rarity">What of it is due to how rare the names are.</param>
public sealed record Explanation(Comparison Comparison, string Level, double Weight, double Rarity = 0);
