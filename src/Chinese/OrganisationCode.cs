namespace Granary.Chinese;

/// <summary>Organisation code, GB 11714-1997: eight characters and a check character (MOD 11).</summary>
/// <param name="Canonical">Nine characters without the dash, or what was given, folded.</param>
public readonly record struct OrganisationCode(string Canonical, NumberDefect Defect)
{
    private static ReadOnlySpan<byte> Weights => [3, 7, 9, 10, 5, 8, 4, 2];

    public bool Valid => Defect == NumberDefect.None;

    /// <summary>Reads a code as typed, with or without the dash before the check character. Never throws.</summary>
    public static OrganisationCode Parse(string? text)
    {
        var code = DocumentText.Fold(text);
        return new(code, DefectOf(code));
    }

    private static NumberDefect DefectOf(ReadOnlySpan<char> code)
    {
        if (code.Length != 9)
        {
            return code.Length == 0 ? NumberDefect.Empty : NumberDefect.Length;
        }

        for (var i = 0; i < 9; i++)
        {
            if (code[i] is not ((>= '0' and <= '9') or (>= 'A' and <= 'Z')))
            {
                return NumberDefect.Characters;
            }
        }

        return CheckCharacter(code) == code[8] ? NumberDefect.None : NumberDefect.CheckDigit;
    }

    /// <summary>The check character for the first eight: 11 - Σ value·weight mod 11; 10 is X, 11 is 0 (clause 3.2).</summary>
    public static char CheckCharacter(ReadOnlySpan<char> eight)
    {
        var sum = 0;
        for (var i = 0; i < 8; i++)
        {
            sum += (eight[i] <= '9' ? eight[i] - '0' : eight[i] - 'A' + 10) * Weights[i];
        }

        return (11 - (sum % 11)) switch
        {
            10 => 'X',
            11 => '0',
            var digit => (char)('0' + digit),
        };
    }

    public override string ToString() => Valid ? "organisation code, valid" : $"organisation code, defect: {Defect}";
}
