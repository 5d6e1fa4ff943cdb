namespace Granary.Matching.Linkage;

/// <summary>One step of a pair's way from the prior to its odds.</summary>
/// <param name="Level">Name of the level, e.g. "near"; "missing" where one record says nothing.</param>
/// <param name="A">What the first record says, in the spelling that was compared; so <paramref name="B"/>.</param>
/// <param name="Weight">log2(m/u) of the level.</param>
/// <param name="Rarity">What the value's rarity adds where both say exactly the same, log2.</param>
public sealed record ExplanationStep(string Comparison, string Level, string A, string B, double Weight, double Rarity);

/// <summary>Why two records are one customer's, or not: the waterfall of match weights.</summary>
/// <param name="Prior">log2 of the prior's odds, where the way begins.</param>
/// <param name="Weight">Where it ends.</param>
/// <param name="Forbidden">The comparison that makes it impossible, whatever the sum; null where none does.</param>
public sealed record PairExplanation(int A, int B, double Prior, IReadOnlyList<ExplanationStep> Steps, double Weight, string? Forbidden)
{
    public double Probability => Forbidden is null ? Model.Probability(Weight) : 0;

    internal static PairExplanation Of(IReadOnlyList<Comparator> comparators, Model model, int a, int b)
    {
        var steps = comparators.Select((comparator, c) =>
        {
            var level = comparator.Level(a, b);
            var value = comparator.Value(a);
            var rarity = level == Comparator.Exact ? comparator.RarityOf(value, model.U(c, Comparator.Exact)) : 0;
            return new ExplanationStep(comparator.Name, comparator.Levels[level], comparator.Said(a), comparator.Said(b), model.Weights[c][level], rarity);
        }).ToList();
        if (model.Relatives is { } relatives)
        {
            // They share what is rare as one customer's records do.
            var odds = relatives.WeighAlone(LevelCounts.PatternOf(comparators, a, b)) + steps.Sum(s => s.Rarity);
            steps.Add(new("relatives", "possible", "", "", -Model.Doubt(odds), 0));
        }

        var forbidden = comparators.FirstOrDefault(comparator => comparator.Forbids(comparator.Level(a, b)))?.Name;
        return new(a, b, model.PriorWeight, steps, model.PriorWeight + steps.Sum(s => s.Weight + s.Rarity), forbidden);
    }
}
