namespace Granary.Matching.Linkage;

/// <summary>
/// The numbers of Fellegi and Sunter (JASA 64, 1969) for a table: for each level of each comparison, m, how often two records of one customer compare
/// so, and u, how often records of two do; and the prior, the probability that two records picked at random are one customer's.
/// </summary>
public sealed class Model
{
    private readonly double[][] _m;
    private readonly double[][] _u;

    /// <param name="m">By comparison and level; that of level 0, "missing", is not asked for. So with <paramref name="u"/>.</param>
    public Model(double prior, double[][] m, double[][] u)
    {
        (Prior, _m, _u) = (prior, m, u);
        Weights = [.. m.Select((levels, c) => levels.Select((value, l) => l == Comparator.Missing ? 0.0 : Math.Log2(value / u[c][l])).ToArray())];
    }

    /// <summary>
    /// Of pairs that are two people of one house, where the table has many: they share name, address and phone, and what they keep for life is as strangers'.
    /// Its m is how often such pairs compare so, its prior how many there are. Null: they are not told apart from strangers.
    /// </summary>
    public Model? Relatives { get; init; }

    public double Prior { get; }

    /// <summary>log2 of the prior's odds.</summary>
    public double PriorWeight => WeightOf(Prior);

    /// <summary>By comparison and level: log2(m/u), 0 for "missing".</summary>
    public double[][] Weights { get; }

    internal double[][] AllM => _m;

    public double M(int comparison, int level) => _m[comparison][level];

    public double U(int comparison, int level) => _u[comparison][level];

    /// <summary>log2 of the odds of a pair with these levels (<see cref="LevelCounts.PatternOf"/>), how rare its values are left aside.</summary>
    internal double Weigh(ulong pattern) => Relatives is { } relatives ? WeighAlone(pattern) - Doubt(relatives.WeighAlone(pattern)) : WeighAlone(pattern);

    /// <summary>What odds (log2) of being relatives and not strangers take from the odds of being one customer: log2(1 + 2^odds).</summary>
    internal static double Doubt(double odds) => odds < -12 ? 0 : odds > 40 ? odds : Math.Log2(1 + Math.Pow(2, odds));

    /// <summary>Against strangers alone.</summary>
    internal double WeighAlone(ulong pattern)
    {
        var weight = PriorWeight;
        for (var c = 0; c < Weights.Length; c++)
        {
            weight += Weights[c][LevelCounts.LevelOf(pattern, c)];
        }

        return weight;
    }

    /// <summary>The probability that a sum of weights, the prior's among them, stands for.</summary>
    public static double Probability(double weight) => 1 / (1 + Math.Pow(2, -weight));

    /// <summary>log2 of the odds of a probability.</summary>
    public static double WeightOf(double probability) => Math.Log2(probability / (1 - probability));
}
