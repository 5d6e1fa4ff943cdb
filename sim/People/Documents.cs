using System.Globalization;

namespace Granary.Sim.People;

/// <summary>Document numbers with their check characters.</summary>
internal static class Documents
{
    private const string UsccAlphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY"; // GB 32100: no I, O, S, V, Z
    private static readonly int[] IdWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]; // GB 11643
    private static readonly int[] OrganisationWeights = [3, 7, 9, 10, 5, 8, 4, 2]; // GB 11714

    /// <summary>A resident ID number: region, birth date, a sequence that is odd for men, check character.</summary>
    public static string Resident(string region, DateOnly birth, int sequence)
    {
        var body = string.Create(CultureInfo.InvariantCulture, $"{region}{birth:yyyyMMdd}{sequence:000}");
        var sum = body.Select((c, i) => (c - '0') * IdWeights[i]).Sum();
        return body + "10X98765432"[sum % 11];
    }

    /// <summary>The 15-digit form that cards had before 1999: no century, no check character.</summary>
    public static string Fifteen(string resident) => resident[..6] + resident[8..17];

    /// <summary>A unified social credit code with a valid organisation code inside.</summary>
    public static string Uscc(Random random, string region)
    {
        var organisation = string.Concat(Enumerable.Range(0, 8).Select(_ => UsccAlphabet[random.Next(UsccAlphabet.Length)]));
        var sum = organisation.Select((c, i) => (char.IsAsciiDigit(c) ? c - '0' : c - 'A' + 10) * OrganisationWeights[i]).Sum();
        var check = (11 - (sum % 11)) % 11;
        var body = $"9{random.Next(1, 4)}{region}{organisation}{(check == 10 ? "X" : check.ToString(CultureInfo.InvariantCulture))}";
        var weight = 1;
        var total = 0;
        foreach (var c in body)
        {
            total += UsccAlphabet.IndexOf(c, StringComparison.Ordinal) * weight;
            weight = weight * 3 % 31;
        }

        return body + UsccAlphabet[(31 - (total % 31)) % 31];
    }

    /// <summary>A business licence number of 15 digits (GS 15, ISO 7064 MOD 11,10).</summary>
    public static string Licence(Random random, string region)
    {
        var body = region + random.Next(100_000_000).ToString("00000000", CultureInfo.InvariantCulture);
        var p = 10;
        foreach (var c in body)
        {
            var s = (p + (c - '0')) % 10;
            p = (s == 0 ? 10 : s) * 2 % 11;
        }

        return body + ((11 - p) % 10).ToString(CultureInfo.InvariantCulture);
    }

    public static string Passport(Random random) => "E" + random.Next(100_000_000).ToString("00000000", CultureInfo.InvariantCulture);

    /// <summary>A card number of 19 digits with its Luhn digit.</summary>
    public static string CardNumber(Random random)
    {
        var body = "6228480" + random.NextInt64(100_000_000_000).ToString("00000000000", CultureInfo.InvariantCulture);
        var sum = 0;
        for (var i = 0; i < body.Length; i++)
        {
            // Doubled from the right, the place before the check digit first.
            var digit = body[body.Length - 1 - i] - '0';
            sum += i % 2 == 0 ? (digit * 2 / 10) + (digit * 2 % 10) : digit;
        }

        return body + ((10 - (sum % 10)) % 10).ToString(CultureInfo.InvariantCulture);
    }
}
