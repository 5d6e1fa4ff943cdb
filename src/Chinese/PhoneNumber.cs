namespace Granary.Chinese;

public enum PhoneKind
{
    /// <summary>Too short, too long, or of no known plan: kept, not compared.</summary>
    Unknown,
    Mobile,
    Landline,
}

/// <summary>A phone number as it would be dialled inside China.</summary>
/// <param name="Canonical">Digits only: mobile 11, landline with its area code (0451…) where that was given. "" for nothing.</param>
public readonly record struct PhoneNumber(string Canonical, PhoneKind Kind)
{
    /// <summary>
    /// A number that many customers "have": 13800000000, 12345678, one digit over and over. Clerks type it where a number is required.
    /// It says nothing about who anyone is.
    /// </summary>
    public bool IsPlaceholder => Canonical.Length > 0 && LooksMadeUp(Canonical.AsSpan(Kind == PhoneKind.Mobile ? 3 : Math.Min(3, Canonical.Length - 1)));

    /// <summary>Takes +86, 0086, 86, spaces, dashes, brackets, full width. Never throws.</summary>
    public static PhoneNumber Parse(string? text)
    {
        var folded = TextFolding.FoldAndClose(text);
        Span<char> buffer = stackalloc char[Math.Min(folded.Length, 32)];
        var length = 0;
        for (var at = 0; at < folded.Length; at++)
        {
            var c = folded[at];
            if (char.IsAsciiDigit(c) && length < buffer.Length)
            {
                buffer[length++] = c;
            }
            else if (char.IsAsciiLetter(c) || c is '#' or '*' or '转' || (c == '-' && folded.Length - at <= 5 && length != 10 && folded[0] != '+' && IsLandline(buffer[..length])))
            {
                break; // an extension
            }
        }

        ReadOnlySpan<char> digits = buffer[..length];
        digits = digits.StartsWith("0086") ? digits[4..]
            : digits.StartsWith("860") && digits.Length >= 12 ? digits[2..]
            : digits.StartsWith("86") && digits.Length is 13 or 12 && (folded[0] == '+' || digits.Length == 13) ? digits[2..] : digits;

        // 0 before a mobile number was dialled for trunk calls until the 1990s and is still typed.
        if (digits.Length == 12 && digits[0] == '0' && IsMobile(digits[1..]))
        {
            digits = digits[1..];
        }

        var kind = IsMobile(digits) ? PhoneKind.Mobile
            : IsLandline(digits) ? PhoneKind.Landline
            : PhoneKind.Unknown;
        return new(digits.ToString(), kind);
    }

    /// <summary>The canonical form alone.</summary>
    public static string Canonicalise(string? text) => Parse(text).Canonical;

    // 1 and a second digit of 3 to 9: the public mobile plan since 2017.
    private static bool IsMobile(ReadOnlySpan<char> digits) => digits.Length == 11 && digits[0] == '1' && digits[1] is >= '3' and <= '9';

    private static bool IsLandline(ReadOnlySpan<char> digits) =>
        (digits.Length is 11 or 12 or 10 && digits[0] == '0') || (digits.Length is 7 or 8 && digits[0] is >= '2' and <= '8');

    private static bool LooksMadeUp(ReadOnlySpan<char> tail)
    {
        bool same = true, up = true, down = true;
        for (var i = 1; i < tail.Length; i++)
        {
            same &= tail[i] == tail[0];
            up &= tail[i] == tail[i - 1] + 1;
            down &= tail[i] == tail[i - 1] - 1;
        }

        return same || up || down;
    }

    /// <summary>Never the number: this text reaches logs.</summary>
    public override string ToString() => $"phone, {Kind}";
}
