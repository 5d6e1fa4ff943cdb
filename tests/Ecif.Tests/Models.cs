using Granary.Matching;

namespace Granary.Ecif.Tests;

/// <summary>Models for tests: the default one with other thresholds.</summary>
internal static class Models
{
    /// <summary>No score is enough to link unasked.</summary>
    public static MatchModel Strict { get; } = With(automatic: "0.999999999999");

    private static MatchModel With(string automatic) => MatchModel.Parse(MatchModel.Default.Write().Replace("\"automatic\": 0.999,", $"\"automatic\": {automatic},", StringComparison.Ordinal));
}
