using System.Text.Json;

namespace Granary.Ocrm.Products;

/// <summary>What is paid, or asked for, from an amount and a term on.</summary>
/// <param name="AmountFrom">Yuan.</param>
/// <param name="TermMonths">0: of any term.</param>
/// <param name="Percent">A year, with at most four decimals.</param>
/// <param name="ValidFrom">Null: from the version's day.</param>
public sealed record RateTier(decimal AmountFrom, int TermMonths, decimal Percent, DateOnly? ValidFrom);

/// <summary>What one version of a product says.</summary>
/// <param name="ValidFrom">The first day on which it counts.</param>
/// <param name="TermMonths">0: without a term.</param>
/// <param name="MinAmount">Yuan; null: no bound.</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="Eligibility">Who may have it, in the filter language of the list of customers; null: everybody.</param>
/// <param name="Risk">R1 to R5, or empty where no risk is taken: a deposit, a loan.</param>
/// <param name="TalkZh">How it is spoken of with customers.</param>
public sealed record ProductTerms(
    DateOnly? ValidFrom, int TermMonths, decimal? MinAmount, decimal? MaxAmount, string? Currency, IReadOnlyList<RateTier>? Rates, JsonElement? Eligibility, string? Risk, string? TalkZh, string? TalkEn)
{
    public const string OwnCurrency = "CNY";

    private const decimal MostPercent = 100;
    private const decimal Decimals = 10_000;

    /// <summary>R1 to R5, the least risk first.</summary>
    internal static IReadOnlyList<string> Risks { get; } = ["R1", "R2", "R3", "R4", "R5"];

    internal static ProductTerms Empty { get; } = new(null, 0, null, null, OwnCurrency, [], null, "", "", "");

    /// <summary>What is wrong with it whoever wrote it, as the code of a problem; null where nothing is. A draft may lack its day.</summary>
    internal string? Wrong(OcrmLimits limits) =>
        TermMonths < 0 || TermMonths > limits.ProductTermMonths || MinAmount < 0 || MaxAmount < 0 || MinAmount > MaxAmount || MaxAmount > limits.ProductAmount || MinAmount > limits.ProductAmount
            || Currency is not { Length: 3 } || !Currency.All(char.IsAsciiLetterUpper) ? "product-terms"
        : Rates is { } rates && (rates.Count > limits.ProductRates || rates.Any(WrongRate) || rates.DistinctBy(r => (r.AmountFrom, r.TermMonths, r.ValidFrom)).Count() < rates.Count) ? "product-rates"
        : Risk is { Length: > 0 } && !Risks.Contains(Risk) ? "product-risk"
        : new[] { TalkZh, TalkEn }.Any(t => t?.Length > limits.ProductTalk || t?.Contains('\0', StringComparison.Ordinal) == true) ? "product-talk"
        : null;

    /// <summary>With nothing left unsaid, and rates in the order in which they are read.</summary>
    internal ProductTerms Canonical() => this with
    {
        Rates = [.. (Rates ?? []).OrderBy(r => r.ValidFrom ?? DateOnly.MinValue).ThenBy(r => r.TermMonths).ThenBy(r => r.AmountFrom)],
        Eligibility = Eligibility is { ValueKind: JsonValueKind.Object } ? Eligibility : null,
        Risk = Risk ?? "", TalkZh = TalkZh?.Trim() ?? "", TalkEn = TalkEn?.Trim() ?? "",
    };

    /// <summary>The parts of the eligibility of which every one must be fulfilled, each by itself, so that it can be said which is not.</summary>
    internal IReadOnlyList<JsonElement> Conditions =>
        Eligibility is not { } rule ? []
        : rule.TryGetProperty("and", out var all) && all.ValueKind == JsonValueKind.Array ? [.. all.EnumerateArray()]
        : [rule];

    internal string Write() => JsonSerializer.Serialize(this, JsonSerializerOptions.Web);

    internal static ProductTerms Read(string json) => JsonSerializer.Deserialize<ProductTerms>(json, JsonSerializerOptions.Web)!;

    private static bool WrongRate(RateTier r) =>
        r.AmountFrom < 0 || r.TermMonths < 0 || r.Percent < 0 || r.Percent > MostPercent || decimal.Truncate(r.Percent * Decimals) != r.Percent * Decimals;
}
