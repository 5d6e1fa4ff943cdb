using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Granary.Matching.Linkage;

/// <summary>
/// Everything that a run found out or was told, as a file that people read, change and keep. A run writes it; a run that is given one takes what it
/// says and finds out what it leaves out.
/// </summary>
public sealed record LinkSettings
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>What each column holds.</summary>
    public IReadOnlyDictionary<string, ColumnKind> Columns { get; init; } = new Dictionary<string, ColumnKind>();

    /// <summary>Blocking rules: the names of the keys that two records have in common. Null: found out.</summary>
    public IReadOnlyList<IReadOnlyList<string>>? Rules { get; init; }

    /// <summary>The probability that two records picked at random are one customer's. Null: found out.</summary>
    public double? Prior { get; init; }

    /// <summary>Clusters are joined while their records, taken together, are more likely one customer's than this.</summary>
    public double Threshold { get; init; } = 0.5;

    /// <summary>m and u of each level, by comparison and level.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, LevelSettings>> Comparisons { get; init; } = new Dictionary<string, IReadOnlyDictionary<string, LevelSettings>>();

    /// <summary>Pairs that are two people of one house: how many there are, and how often they compare so. Null: found out.</summary>
    public RelativesSettings? Relatives { get; init; }

    /// <summary>Reads a file.</summary>
    /// <exception cref="FormatException">It is not JSON, or says something that is not known.</exception>
    public static LinkSettings Parse(string json)
    {
        try
        {
            var settings = JsonSerializer.Deserialize<LinkSettings>(json, Json) ?? throw new FormatException("The settings are empty");
            return settings.Threshold is > 0 and < 1 && settings.Prior is null or > 0 and < 1 ? settings : throw new FormatException("threshold and prior are probabilities: between 0 and 1");
        }
        catch (JsonException e)
        {
            throw new FormatException($"The settings are not read: {e.Message}", e);
        }
    }

    public string Write() => JsonSerializer.Serialize(this, Json) + "\n";

    /// <summary>What is said here in place of what was learnt.</summary>
    /// <exception cref="FormatException">A comparison or level that is not there, or an m or u that is not between 0 and 1.</exception>
    internal Model Over(Model learnt, IReadOnlyList<Comparator> comparators)
    {
        foreach (var name in Comparisons.Keys.Where(name => comparators.All(c => c.Name != name)))
        {
            throw new FormatException($"The settings have a comparison \"{name}\", and the records have none of that name");
        }

        double[][] Take(Func<int, int, double> known, Func<LevelSettings, double> said) =>
            [.. comparators.Select((c, i) => c.Levels.Select((level, l) => l == Comparator.Missing ? 0 : Said(c, level) is { } told ? said(told) : known(i, l)).ToArray())];

        var u = Take(learnt.U, told => told.U);
        return new(Prior ?? learnt.Prior, Take(learnt.M, told => told.M), u) { Relatives = Relatives is null ? learnt.Relatives : Relatives.Over(learnt, comparators, u) };
    }

    private LevelSettings? Said(Comparator comparator, string level)
    {
        if (!Comparisons.TryGetValue(comparator.Name, out var levels))
        {
            return null;
        }

        foreach (var name in levels.Keys.Where(name => !comparator.Levels.Contains(name)))
        {
            throw new FormatException($"The settings have a level \"{name}\" of \"{comparator.Name}\"; its levels are {string.Join(", ", comparator.Levels.Skip(1))}");
        }

        return !levels.TryGetValue(level, out var said) ? null
            : said is { M: > 0 and <= 1, U: > 0 and <= 1 } ? said
            : throw new FormatException($"The settings give \"{comparator.Name}\", level \"{level}\", an m or u that is not between 0 and 1");
    }
}

/// <param name="Prior">The probability that two records picked at random are two people's of one house; 0: none are told apart from strangers.</param>
/// <param name="Comparisons">How often they compare so, by comparison and level.</param>
public sealed record RelativesSettings(double Prior, IReadOnlyDictionary<string, IReadOnlyDictionary<string, double>> Comparisons)
{
    internal static RelativesSettings Of(Model? relatives, IReadOnlyList<Comparator> comparators) => new(
        relatives?.Prior ?? 0,
        relatives is null ? new Dictionary<string, IReadOnlyDictionary<string, double>>()
            : comparators.Select((c, i) => (c.Name, Levels: Enumerable.Range(1, c.Different).ToDictionary(l => c.Levels[l], l => relatives.M(i, l)))).ToDictionary(c => c.Name, c => (IReadOnlyDictionary<string, double>)c.Levels));

    internal Model? Over(Model learnt, IReadOnlyList<Comparator> comparators, double[][] u) => Prior <= 0 ? null : new(
        Prior,
        [.. comparators.Select((c, i) => c.Levels.Select((level, l) => l == Comparator.Missing ? 0
            : Comparisons.GetValueOrDefault(c.Name)?.TryGetValue(level, out var said) == true && said is > 0 and <= 1 ? said : learnt.Relatives?.M(i, l) ?? u[i][l]).ToArray())],
        u);
}

/// <param name="M">How often two records of one customer compare so.</param>
/// <param name="U">How often records of two customers do.</param>
public sealed record LevelSettings(double M, double U);
