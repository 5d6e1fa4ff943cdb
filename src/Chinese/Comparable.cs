using System.Text;

namespace Granary.Chinese;

/// <summary>What names and addresses have in common before they are compared.</summary>
internal static class Comparable
{
    /// <summary>
    /// Folded, closed up, simplified, in capitals; lost characters as <see cref="PersonName.Wildcard"/>; nothing but letters, ideographs,
    /// digits, and (for 3-2-501) dashes after digits where asked for.
    /// </summary>
    public static string Of(string? text, bool keepDashes = false)
    {
        var folded = TextFolding.FoldAndClose(text);
        StringBuilder? changed = null;
        var at = 0;
        foreach (var rune in folded.EnumerateRunes())
        {
            var form = FormOf(rune);
            var keep = form.Value != 0 || (keepDashes && rune.Value == '-' && at > 0 && char.IsAsciiDigit(folded[at - 1]));
            form = form.Value == 0 ? rune : form;
            if (changed is null && (!keep || form != rune))
            {
                changed = new StringBuilder(folded.Length).Append(folded, 0, at);
            }

            if (keep)
            {
                changed?.AppendRune(form);
            }

            at += rune.Utf16SequenceLength;
        }

        return changed?.ToString() ?? folded;
    }

    /// <summary>U+0000 for what is left out.</summary>
    private static Rune FormOf(Rune rune) =>
        rune.Value is >= 0x4E00 and <= 0x9FFF ? Han.Simplified(rune)
        : Han.IsDamaged(rune) ? new Rune(PersonName.Wildcard)
        : !Rune.IsLetterOrDigit(rune) ? default
        : rune.Value < 0x3400 ? Rune.ToUpperInvariant(rune)
        : Han.Simplified(rune);
}

internal static class RuneText
{
    // StringBuilder.Append(object) would box and make a string of every character.
    public static void AppendRune(this StringBuilder text, Rune rune)
    {
        Span<char> units = stackalloc char[2];
        text.Append(units[..rune.EncodeToUtf16(units)]);
    }
}
