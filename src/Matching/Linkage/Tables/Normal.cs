namespace Granary.Matching.Linkage;

/// <summary>The spelling in which values are compared: lower case, one space between words, no accents, no point after an initial; what stands for "nothing" is nothing.</summary>
internal static class Normal
{
    private static readonly HashSet<string> Nothing = new(StringComparer.Ordinal) { "null", "none", "n/a", "na", "nan", "unknown", "not known", "-", "--", ".", "?", "无", "不详", "未知", "空" };

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> IsNothing = Nothing.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>U+00C0 to U+024F in small letters without accents. (String.Normalize changes nothing where globalisation is invariant.)</summary>
    private const string Bases =
        "aaaaaaæceeeeiiiiðnooooo×ouuuuyþßaaaaaaæceeeeiiiiðnooooo÷ouuuuyþyaaaaaaccccccccddddeeeeeeeeeegggggggg"
        + "hhħħiiiiiiiiiıĳĳjjkkĸllllllŀŀllnnnnnnŉŋŋooooooœœrrrrrrssssssssttttŧŧuuuuuuuuuuuuwwyyyzzzzzzſƀɓƃƃƅƅɔƈ"
        + "ƈɖɗƌƌƍǝəɛƒƒɠɣƕɩɨƙƙƚƛɯɲƞɵooƣƣƥƥʀƨƨʃƪƫƭƭʈuuʊʋƴƴƶƶʒƹƹƺƻƽƽƾƿǀǁǂǃǆǆǆǉǉǉǌǌǌaaiioouuuuuuuuuuǝaaaaææǥǥggkkoo"
        + "ooʒʒjǳǳǳggƕƿnnaaææooaaaaeeeeiiiioooorrrruuuussttȝȝhhƞȡȣȣȥȥaaeeooooooooyyȴȵȶȷȸȹⱥȼȼƚⱦȿɀɂɂƀʉʌɇɇɉɉɋɋɍɍɏɏ";

    /// <summary>Writes the normal form; gives its length, never more than the text's.</summary>
    public static int Write(ReadOnlySpan<char> text, Span<char> to)
    {
        var length = 0;
        foreach (var unit in text)
        {
            var plain = unit < 128 ? (char.IsAsciiLetterUpper(unit) ? (char)(unit | 0x20) : unit) : Plain(unit);
            if (plain is ' ' or '\t' or '\r' or '\n')
            {
                if (length > 0 && to[length - 1] != ' ')
                {
                    to[length++] = ' ';
                }
            }
            else
            {
                to[length++] = plain;
            }
        }

        length = length > 0 && to[length - 1] == ' ' ? length - 1 : length;
        length = length == 2 && to[1] == '.' ? 1 : length; // an initial
        return length <= 9 && IsNothing.Contains(to[..length]) ? 0 : length;
    }

    private static char Plain(char unit)
    {
        if (unit is >= '\uFF01' and <= '\uFF5E')
        {
            return char.ToLowerInvariant((char)(unit - 0xFEE0)); // full width
        }

        if (unit is '\u3000' or '\u00A0')
        {
            return ' ';
        }

        if (unit is >= '\u00C0' and < '\u0250')
        {
            return Bases[unit - 0xC0];
        }

        return char.ToLowerInvariant(unit);
    }
}
