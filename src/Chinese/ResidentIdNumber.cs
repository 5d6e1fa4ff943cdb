using System.Globalization;

namespace Granary.Chinese;

public enum Gender
{
    Unknown,
    Male,
    Female,
}

/// <summary>What is wrong with a document number. It lowers trust in the number; it is no reason to refuse the customer.</summary>
public enum NumberDefect
{
    None,
    Empty,
    Length,
    Characters,

    /// <summary>The region is of no province.</summary>
    Region,

    /// <summary>No such day, or before 1850.</summary>
    BirthDate,
    CheckDigit,
}

/// <summary>
/// Number of a resident identity card, GB 11643-1999: region (6, GB/T 2260), birth date (8), sequence (3, odd for men), check character
/// (ISO 7064 MOD 11-2). Cards of the first generation have 15 digits: a year of two digits, no check character.
/// </summary>
/// <param name="Canonical">18 characters with a capital X, raised from 15 where need be; what was given, folded, where that cannot be.</param>
/// <param name="Defect">The first defect found, in the order of the enumeration.</param>
/// <param name="Raised">Given with 15 digits: nothing has checked them.</param>
/// <param name="BirthDate">Where the digits make a date, also when the check digit is wrong.</param>
public readonly record struct ResidentIdNumber(string Canonical, NumberDefect Defect, bool Raised, string Region, DateOnly? BirthDate, Gender Gender)
{
    private const string CheckCharacters = "10X98765432";

    /// <summary>Earliest birth that is believed: the oldest person on record was born in 1875.</summary>
    private static readonly DateOnly Earliest = new(1850, 1, 1);

    // ISO 7064 MOD 11-2: 2^(17-i) mod 11.
    private static ReadOnlySpan<byte> Weights => [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    public bool Valid => Defect == NumberDefect.None;

    /// <summary>Reads a number as typed: full width, spaces, dashes and a small x are taken. Never throws.</summary>
    public static ResidentIdNumber Parse(string? text)
    {
        var number = DocumentText.Fold(text).Replace('×', 'X');
        if (number.Length == 0)
        {
            return new("", NumberDefect.Empty, false, "", null, Gender.Unknown);
        }

        if (number.Length is not (15 or 18))
        {
            return new(number, NumberDefect.Length, false, "", null, Gender.Unknown);
        }

        var digits = number.Length == 15 ? 15 : 17;
        if (number.AsSpan(0, digits).ContainsAnyExceptInRange('0', '9') || (digits == 17 && number[17] is not ((>= '0' and <= '9') or 'X')))
        {
            return new(number, NumberDefect.Characters, false, "", null, Gender.Unknown);
        }

        return digits == 15 ? Read(Raise(number), raised: true) : Read(number, raised: false);
    }

    /// <summary>The check character for the first 17 digits.</summary>
    public static char CheckCharacter(ReadOnlySpan<char> seventeen)
    {
        var sum = 0;
        for (var i = 0; i < 17; i++)
        {
            sum += (seventeen[i] - '0') * Weights[i];
        }

        return CheckCharacters[sum % 11];
    }

    /// <summary>15 digits were given until 1999, to people born in the 1900s; sequences 996 to 999 meant centenarians born in the 1800s.</summary>
    private static string Raise(string fifteen)
    {
        var century = fifteen[12] == '9' && fifteen[13] == '9' && fifteen[14] >= '6' ? "18" : "19";
        var seventeen = string.Concat(fifteen.AsSpan(0, 6), century, fifteen.AsSpan(6));
        return seventeen + CheckCharacter(seventeen);
    }

    private static ResidentIdNumber Read(string number, bool raised)
    {
        var region = number[..6];
        DateOnly? birth = DateOnly.TryParseExact(number.AsSpan(6, 8), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date >= Earliest
            ? date
            : null;
        var gender = (number[16] - '0') % 2 == 1 ? Gender.Male : Gender.Female;
        var defect = !Provinces.IsCode(region.AsSpan(0, 2)) ? NumberDefect.Region
            : birth is null ? NumberDefect.BirthDate
            : CheckCharacter(number) != number[17] ? NumberDefect.CheckDigit
            : NumberDefect.None;
        return new(number, defect, raised, region, birth, gender);
    }

    /// <summary>Says what is wrong and never the number: this text reaches logs.</summary>
    public override string ToString() => Valid ? "resident ID number, valid" : $"resident ID number, defect: {Defect}";
}
