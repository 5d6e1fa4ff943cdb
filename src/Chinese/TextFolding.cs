using System.Text;

namespace Granary.Chinese;

/// <summary>
/// Brings what a clerk or a host typed to one form: full width to half width, every kind of space to U+0020,
/// compatibility ideographs and radicals to the unified ideograph, characters that show nothing removed.
/// (String.Normalize is of no use here: under invariant globalisation it returns what is not ASCII unchanged.)
/// </summary>
public static class TextFolding
{
    /// <summary>Folds, trims, and makes runs of spaces one space. Null gives "".</summary>
    public static string Fold(string? text) => Fold(text, keepSpaces: true);

    /// <summary>Folds and removes every space: for numbers, and for Chinese text, where a space is never meant.</summary>
    public static string FoldAndClose(string? text) => Fold(text, keepSpaces: false);

    private static string Fold(string? text, bool keepSpaces)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        if (IsFolded(text))
        {
            return text;
        }

        var folded = new StringBuilder(text.Length);
        var space = false;
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsInvisible(rune.Value))
            {
                continue;
            }

            if (Rune.IsWhiteSpace(rune) || rune.Value is 0x3164 or 0x2800)
            {
                space = true;
                continue;
            }

            if (space && keepSpaces && folded.Length > 0)
            {
                folded.Append(' ');
            }

            space = false;
            Append(folded, rune);
        }

        return folded.ToString();
    }

    /// <summary>Most text is ideographs of the first block, letters and digits, and has nothing to fold.</summary>
    private static bool IsFolded(string text)
    {
        foreach (var c in text)
        {
            if (c is not ((>= '\u4E00' and <= '\u9FFF') or (> ' ' and <= '~')))
            {
                return false;
            }
        }

        return true;
    }

    private static void Append(StringBuilder folded, Rune rune)
    {
        switch (rune.Value)
        {
            // Full-width forms stand 0xFEE0 above ASCII (Unicode, Halfwidth and Fullwidth Forms).
            case >= 0xFF01 and <= 0xFF5E:
                folded.Append((char)(rune.Value - 0xFEE0));
                break;
            case (>= 0x2E80 and < 0x2FE0) or (>= 0xF900 and < 0xFB00) or (>= 0x2F800 and < 0x2FA20):
                folded.AppendRune(Han.Unified(rune));
                break;
            case 0x2010 or 0x2011 or 0x2012 or 0x2013 or 0x2014 or 0x2015 or 0x2212 or 0xFE63 or 0xFF0D:
                folded.Append('-');
                break;
            // The middle dot of names has seven code points in use.
            case 0x2022 or 0x2027 or 0x22C5 or 0x30FB or 0xFF65 or 0x16EB or 0x2219:
                folded.Append('·');
                break;
            default:
                folded.AppendRune(rune);
                break;
        }
    }

    /// <summary>Controls, zero-width characters, byte-order marks, direction marks and variation selectors.</summary>
    private static bool IsInvisible(int value) =>
        value is (< 0x20 and not ('\t' or '\n' or '\r')) or (>= 0x7F and < 0x85) or (> 0x85 and < 0xA0) or 0xAD
            or (>= 0x200B and <= 0x200F) or (>= 0x202A and <= 0x202E) or (>= 0x2060 and <= 0x2064)
            or 0xFEFF or (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF);
}
