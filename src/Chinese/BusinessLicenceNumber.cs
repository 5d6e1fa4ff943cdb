namespace Granary.Chinese;

/// <summary>
/// Registration number of a business licence before the unified code, GS 15-2006: region (6), sequence (8), check digit (ISO 7064 MOD 11,10).
/// </summary>
/// <param name="Canonical">15 digits, or what was given, folded.</param>
public readonly record struct BusinessLicenceNumber(string Canonical, NumberDefect Defect)
{
    public bool Valid => Defect == NumberDefect.None;

    /// <summary>Reads a number as typed. Never throws.</summary>
    public static BusinessLicenceNumber Parse(string? text)
    {
        var number = DocumentText.Fold(text);
        var defect = number.Length == 0 ? NumberDefect.Empty
            : number.Length != 15 ? NumberDefect.Length
            : number.AsSpan().ContainsAnyExceptInRange('0', '9') ? NumberDefect.Characters
            : CheckDigit(number) != number[14] ? NumberDefect.CheckDigit
            : NumberDefect.None;
        return new(number, defect);
    }

    /// <summary>The check digit for the first 14 digits.</summary>
    public static char CheckDigit(ReadOnlySpan<char> fourteen)
    {
        var product = 10;
        for (var i = 0; i < 14; i++)
        {
            var sum = (product + fourteen[i] - '0') % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }

        return (char)('0' + ((11 - product) % 10));
    }

    public override string ToString() => Valid ? "business licence number, valid" : $"business licence number, defect: {Defect}";
}
