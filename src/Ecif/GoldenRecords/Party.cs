using Granary.Ecif.Contracts;

namespace Granary.Ecif.GoldenRecords;

internal enum PartyStatus : short
{
    Active = 0,

    /// <summary>Every source record is closed.</summary>
    Closed = 1,

    /// <summary>Its number redirects to another party for ever.</summary>
    Merged = 2,
}

/// <summary>One real customer and the attributes that survive. Times are milliseconds since 1970 UTC.</summary>
internal sealed class Party
{
    public required long Id { get; init; }

    public required PartyKind Kind { get; set; }

    public required long CreatedAt { get; init; }

    public PartyStatus Status { get; set; }

    public long? MergedInto { get; set; }

    public int Version { get; set; }

    public Dictionary<string, GoldenAttribute> Golden { get; set; } = new(StringComparer.Ordinal);

    public long ChangedAt { get; set; }

    public string Number => PartyNumber.Of(Id);
}

/// <param name="Value">The normalised text (see <see cref="PartyAttribute"/>).</param>
/// <param name="System">Where it comes from, with <paramref name="Key"/> and the time <paramref name="At"/> it was said.</param>
/// <param name="Rule">The criterion that decided: only, valid, recent, trust, tie.</param>
internal sealed record GoldenAttribute(string Value, string System, string Key, string Rule, long At);

/// <summary>
/// A party number: "8", eleven digits, and a check digit by ISO 7064 MOD 11,10 (GB/T 17710), which finds every single wrong digit
/// and nearly every transposition. It means nothing and is never reused.
/// </summary>
internal static class PartyNumber
{
    private const int Length = 13;

    public static string Of(long id)
    {
        var body = $"8{id:D11}";
        return body + CheckDigit(body);
    }

    public static bool TryParse(string text, out long id)
    {
        id = 0;
        return text.Length == Length && text[0] == '8' && text.All(char.IsAsciiDigit)
            && text[^1] == CheckDigit(text[..^1]) && long.TryParse(text.AsSpan(1, 11), out id);
    }

    private static char CheckDigit(string body)
    {
        var product = 10;
        foreach (var digit in body)
        {
            var sum = (product + (digit - '0')) % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }

        return (char)('0' + ((11 - product) % 10));
    }
}
