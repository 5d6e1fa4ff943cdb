using System.Globalization;

namespace Granary.Surveys.Tests;

/// <summary>Random tests print what they were made of; GRANARY_SEED makes the same again.</summary>
internal static class Seeds
{
    public static Random New(ITestOutputHelper output)
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("GRANARY_SEED"), CultureInfo.InvariantCulture, out var given) ? given : Random.Shared.Next();
        output.WriteLine($"GRANARY_SEED={seed}");
        return new Random(seed);
    }

    public static T Pick<T>(this Random random, params ReadOnlySpan<T> items) => items[random.Next(items.Length)];

    public static bool Chance(this Random random, double chance) => random.NextDouble() < chance;
}
