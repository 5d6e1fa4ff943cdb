namespace Granary.Matching;

/// <summary>
/// The numbers of Fellegi and Sunter (JASA 64, 1969): for each level of each comparison, m, how often records of one customer compare so,
/// and u, how often records of two customers do. A level weighs log2(m/u). Immutable.
/// </summary>
public sealed class MatchModel
{
    private static readonly Lazy<MatchModel> Built = new(LoadDefault);

    private readonly double[][][] weights;
    private readonly PairThresholds[] pairs;

    internal MatchModel(ModelFile file, long version = 0)
    {
        if (file.Population < 2 || !AreThresholds(file.Automatic, file.Review) || file.Margin < 0)
        {
            throw new FormatException("A model needs a population of at least 2 and 0 < review < automatic < 1 and a margin");
        }

        (File, Version) = (file, version);
        PriorWeight = -Math.Log2(file.Population);
        AutomaticWeight = ToWeight(file.Automatic);
        ReviewWeight = ToWeight(file.Review);
        Margin = file.Margin;
        weights = [Weigh("person", file.Person), Weigh("organisation", file.Organisation)];
        pairs = [.. (file.Pairs ?? new Dictionary<string, ThresholdsFile>()).Select(p => OfSystems(p.Key, p.Value))];
    }

    /// <summary>The model that comes with the library; its README gives the reason of every number.</summary>
    public static MatchModel Default => Built.Value;

    /// <summary>log2 of the odds that two customers picked at random are one: 1 in the population.</summary>
    public double PriorWeight { get; }

    /// <summary>From this sum of weights on a pair is linked without asking.</summary>
    public double AutomaticWeight { get; }

    /// <summary>From this sum of weights on a pair is shown to a steward.</summary>
    public double ReviewWeight { get; }

    /// <summary>By how much a record must score better against one of two parties that cannot be one, to be linked unasked.</summary>
    public double Margin { get; }

    /// <summary>How common names are, where the model has learnt it.</summary>
    public NameFrequencies? Names => File.Names;

    /// <summary>What it was learnt from; null where it was reasoned.</summary>
    public LearntFrom? Learnt => File.Learnt;

    /// <summary>Under which number whoever keeps models keeps this one; 0 where nobody said.</summary>
    public long Version { get; }

    internal ModelFile File { get; }

    /// <summary>Reads a model.</summary>
    /// <exception cref="FormatException">A level is missing, unknown, or has no m or u between 0 and 1.</exception>
    public static MatchModel Parse(string json, long version = 0) => new(ModelFile.Read(json), version);

    /// <summary>The model as JSON that <see cref="Parse"/> reads; the same model gives the same text.</summary>
    public string Write() => File.Write();

    internal double Weight(RecordKind kind, Comparison comparison, int level) => weights[(int)kind][(int)comparison][level];

    /// <summary>The sum of the weights of a pattern of levels, how rare names are left aside.</summary>
    internal double Weigh(RecordKind kind, ulong levels)
    {
        var sum = 0.0;
        for (var c = 0; c < weights[(int)kind].Length; c++)
        {
            sum += weights[(int)kind][c][(int)(levels >> (4 * c)) & 0xF];
        }

        return sum;
    }

    /// <summary>The weights from which on a pair is linked and shown: those of the two systems, where they have their own.</summary>
    public (double Automatic, double Review) ThresholdsOf(MatchRecord a, MatchRecord b)
    {
        foreach (var pair in pairs)
        {
            if ((a.System.SequenceEqual(pair.One) && b.System.SequenceEqual(pair.Other)) || (a.System.SequenceEqual(pair.Other) && b.System.SequenceEqual(pair.One)))
            {
                return (pair.Automatic, pair.Review);
            }
        }

        return (AutomaticWeight, ReviewWeight);
    }

    /// <summary>The probability that a sum of weights stands for, under the prior.</summary>
    internal double Probability(double weight) => 1 / (1 + Math.Pow(2, -(weight + PriorWeight)));

    private double ToWeight(double probability) => Math.Log2(probability / (1 - probability)) - PriorWeight;

    private static bool AreThresholds(double automatic, double review) => review > 0 && review < automatic && automatic < 1;

    private PairThresholds OfSystems(string systems, ThresholdsFile thresholds) =>
        systems.Split('|') is { Length: 2 } two && AreThresholds(thresholds.Automatic, thresholds.Review)
            ? new(two[0], two[1], ToWeight(thresholds.Automatic), ToWeight(thresholds.Review))
            : throw new FormatException($"The model's pairs.{systems} is not two systems, as in \"ONE|OTHER\", with 0 < review < automatic < 1");

    private static MatchModel LoadDefault()
    {
        using var stream = typeof(MatchModel).Assembly.GetManifestResourceStream("default-model.json")
            ?? throw new InvalidOperationException("default-model.json is not embedded");
        using var reader = new StreamReader(stream);
        return Parse(reader.ReadToEnd());
    }

    private static double[][] Weigh(string kind, IReadOnlyDictionary<string, IReadOnlyDictionary<string, LevelFile>>? comparisons)
    {
        var table = new double[Levels.Names.Length][];
        for (var c = 0; c < table.Length; c++)
        {
            var name = Levels.NameOf((Comparison)c);
            var levels = comparisons?.GetValueOrDefault(name) ?? throw new FormatException($"The model has no {kind}.{name}");
            table[c] = new double[Levels.Names[c].Length];
            for (var l = 1; l < table[c].Length; l++)
            {
                table[c][l] = levels.TryGetValue(Levels.Names[c][l], out var level) && level is { M: > 0 and <= 1, U: > 0 and <= 1 }
                    ? Math.Log2(level.M / level.U)
                    : throw new FormatException($"The model has no m and u between 0 and 1 for {kind}.{name}.{Levels.Names[c][l]}");
            }

            if (levels.Count != table[c].Length - 1)
            {
                throw new FormatException($"The model has a level of {kind}.{name} that is not known");
            }
        }

        return table;
    }

    private sealed record PairThresholds(string One, string Other, double Automatic, double Review);
}
