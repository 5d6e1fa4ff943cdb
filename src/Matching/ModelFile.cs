using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Granary.Matching.Linkage;

namespace Granary.Matching;

/// <summary>A model as it is written: JSON that people can read, compare line by line and keep in versions.</summary>
internal sealed record ModelFile(
    double Population,
    double Automatic,
    double Review,
    double Margin,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, LevelFile>>? Person,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, LevelFile>>? Organisation)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        ReadCommentHandling = JsonCommentHandling.Skip,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>Thresholds of records of two systems, by their codes: "ONE|OTHER".</summary>
    public IReadOnlyDictionary<string, ThresholdsFile>? Pairs { get; init; }

    public NameFrequencies? Names { get; init; }

    public LearntFrom? Learnt { get; init; }

    /// <exception cref="FormatException">It is no JSON, or says something that is not known.</exception>
    public static ModelFile Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<ModelFile>(json, Json) ?? throw new FormatException("The model is empty");
        }
        catch (JsonException e)
        {
            throw new FormatException($"The model is not read: {e.Message}", e);
        }
    }

    public string Write() => JsonSerializer.Serialize(this, Json) + "\n";

    /// <summary>As many digits as people compare.</summary>
    public static double Rounded(double number) => double.Parse(number.ToString("G4", System.Globalization.CultureInfo.InvariantCulture), System.Globalization.CultureInfo.InvariantCulture);
}

internal sealed record LevelFile(double M, double U);

/// <param name="Automatic">The probability from which a pair is linked unasked.</param>
/// <param name="Review">The probability from which a steward is shown it.</param>
internal sealed record ThresholdsFile(double Automatic, double Review);

/// <summary>What a model was learnt from, and where it is weak.</summary>
/// <param name="Records">Of the sample in which chance was seen.</param>
/// <param name="Pairs">Candidates that were compared.</param>
/// <param name="Matches">Pairs of these that are one customer's, as the model has it.</param>
/// <param name="Labels">Pairs that stewards decided.</param>
/// <param name="Errors">What the thresholds were set for.</param>
public sealed record LearntFrom(int Seed, int Records, int Pairs, int Matches, int Labels, ErrorRates Errors, IReadOnlyList<Weakness> Weak);

/// <summary>How often a threshold may be wrong, as the model itself has it.</summary>
/// <param name="WrongLinks">Of the links that are made unasked by their score, the share that joins two customers.</param>
/// <param name="MissedMatches">Of the pairs that are one customer's, the share that is neither linked nor shown to a steward.</param>
public sealed record ErrorRates(double WrongLinks, double MissedMatches)
{
    /// <summary>One wrong link in 2,000; one match in 1,000 unseen.</summary>
    public static ErrorRates Usual { get; } = new(0.0005, 0.001);

    /// <summary>Whether they are rates, and the pairs pairs.</summary>
    [JsonIgnore]
    public bool IsValid => WrongLinks is > 0 and <= 0.1 && MissedMatches is > 0 and <= 0.1
        && (Pairs is null || Pairs.All(p => p.Key.Split('|') is [{ Length: > 0 }, { Length: > 0 }] && p.Value is { Pairs: null, IsValid: true }));

    /// <summary>Stricter or looser between two systems: "ONE|OTHER".</summary>
    public IReadOnlyDictionary<string, ErrorRates>? Pairs { get; init; }
}
