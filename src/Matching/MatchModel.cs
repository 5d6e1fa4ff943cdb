using System.Text.Json;

namespace Granary.Matching;

/// <summary>
/// The numbers of Fellegi and Sunter (JASA 64, 1969): for each level of each comparison, m, how often records of one customer compare so,
/// and u, how often records of two customers do. A level weighs log2(m/u). Immutable.
/// </summary>
public sealed class MatchModel
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        ReadCommentHandling = JsonCommentHandling.Skip,
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
    };

    private static readonly Lazy<MatchModel> Built = new(LoadDefault);

    private readonly double[][][] weights;

    private MatchModel(ModelFile file)
    {
        if (file.Population < 2 || file.Review <= 0 || file.Review >= file.Automatic || file.Automatic >= 1 || file.Margin < 0)
        {
            throw new FormatException("A model needs a population of at least 2 and 0 < review < automatic < 1 and a margin");
        }

        PriorWeight = -Math.Log2(file.Population);
        AutomaticWeight = ToWeight(file.Automatic);
        ReviewWeight = ToWeight(file.Review);
        Margin = file.Margin;
        weights = [Weigh("person", file.Person), Weigh("organisation", file.Organisation)];
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

    /// <summary>Reads a model.</summary>
    /// <exception cref="FormatException">A level is missing, unknown, or has no m or u between 0 and 1.</exception>
    public static MatchModel Parse(string json)
    {
        try
        {
            return new(JsonSerializer.Deserialize<ModelFile>(json, Json) ?? throw new FormatException("The model is empty"));
        }
        catch (JsonException e)
        {
            throw new FormatException($"The model is not read: {e.Message}", e);
        }
    }

    internal double Weight(RecordKind kind, Comparison comparison, int level) => weights[(int)kind][(int)comparison][level];

    /// <summary>The probability that a sum of weights stands for, under the prior.</summary>
    internal double Probability(double weight) => 1 / (1 + Math.Pow(2, -(weight + PriorWeight)));

    private double ToWeight(double probability) => Math.Log2(probability / (1 - probability)) - PriorWeight;

    private static MatchModel LoadDefault()
    {
        using var stream = typeof(MatchModel).Assembly.GetManifestResourceStream("default-model.json")
            ?? throw new InvalidOperationException("default-model.json is not embedded");
        using var reader = new StreamReader(stream);
        return Parse(reader.ReadToEnd());
    }

    private static double[][] Weigh(string kind, Dictionary<string, Dictionary<string, LevelFile>>? comparisons)
    {
        var names = Enum.GetNames<Comparison>();
        var table = new double[names.Length][];
        for (var c = 0; c < names.Length; c++)
        {
            var name = char.ToLowerInvariant(names[c][0]) + names[c][1..];
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

    private sealed record ModelFile(
        double Population,
        double Automatic,
        double Review,
        double Margin,
        Dictionary<string, Dictionary<string, LevelFile>>? Person,
        Dictionary<string, Dictionary<string, LevelFile>>? Organisation);

    private sealed record LevelFile(double M, double U);
}
