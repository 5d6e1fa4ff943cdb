namespace Granary.Chinese;

/// <summary>
/// Unified social credit code, GB 32100-2015: registering department (1), kind (1), region (6, GB/T 2260),
/// organisation code (9, GB 11714), check character (ISO 7064-like MOD 31 over 0-9A-Z without I, O, S, V, Z).
/// </summary>
/// <param name="Canonical">18 characters, or what was given, folded.</param>
/// <param name="OrganisationCode">The organisation code inside; "" where there are no 18 characters.</param>
public readonly record struct UnifiedSocialCreditCode(string Canonical, NumberDefect Defect, string Region, string OrganisationCode)
{
    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    // 3^(i-1) mod 31, clause 5.3.
    private static ReadOnlySpan<byte> Weights => [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

    public bool Valid => Defect == NumberDefect.None;

    /// <summary>Reads a code as typed. Never throws.</summary>
    public static UnifiedSocialCreditCode Parse(string? text)
    {
        var code = DocumentText.Fold(text);
        if (code.Length != 18)
        {
            return new(code, code.Length == 0 ? NumberDefect.Empty : NumberDefect.Length, "", "");
        }

        // I, O, S, V and Z are not in the alphabet because they read as 1, 0, 5, U and 2: what looks so is an error of the typist.
        var defect = code.AsSpan().ContainsAnyExcept(Alphabet) ? NumberDefect.Characters
            : code.AsSpan(2, 6).ContainsAnyExceptInRange('0', '9') || !(Provinces.IsCode(code.AsSpan(2, 2)) || code.AsSpan(2, 6).SequenceEqual("100000"))
                ? NumberDefect.Region
            : CheckCharacter(code) != code[17] ? NumberDefect.CheckDigit
            : NumberDefect.None;
        return new(code, defect, code.Substring(2, 6), code.Substring(8, 9));
    }

    /// <summary>The check character for the first 17.</summary>
    public static char CheckCharacter(ReadOnlySpan<char> seventeen)
    {
        var sum = 0;
        for (var i = 0; i < 17; i++)
        {
            sum += Alphabet.IndexOf(seventeen[i], StringComparison.Ordinal) * Weights[i];
        }

        return Alphabet[(31 - (sum % 31)) % 31];
    }

    public override string ToString() => Valid ? "unified social credit code, valid" : $"unified social credit code, defect: {Defect}";
}
