using System.Collections.Frozen;
using System.Text;

namespace Granary.Chinese;

/// <summary>What is known of single ideographs: simplified form, readings, shape. Data from Unihan, loaded at first use.</summary>
public static class Han
{
    // Each table has a holder of its own, so that folding an ID number does not load pinyin.
    private static class SimplifiedForms
    {
        public static readonly FrozenDictionary<int, Rune> Map = HanData.Pairs("simplified.txt");
    }

    private static class CompatibilityForms
    {
        public static readonly FrozenDictionary<int, Rune> Map = HanData.Pairs("compatibility.txt");
    }

    private static class LookAlikes
    {
        public static readonly FrozenDictionary<int, int[]> Map = HanData.Lists("lookalike.txt");
    }

    /// <summary>The simplified form of a traditional or variant character (張 → 张, 囯 → 国); itself where there is none or several.</summary>
    public static Rune Simplified(Rune rune) => SimplifiedForms.Map.TryGetValue(rune.Value, out var form) ? form : rune;

    /// <summary>Every character in its simplified form.</summary>
    public static string Simplified(string text)
    {
        StringBuilder? changed = null;
        var at = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            var form = rune.Value < 0x3400 ? rune : Simplified(rune);
            if (changed is null && form != rune)
            {
                changed = new StringBuilder(text.Length).Append(text, 0, at);
            }

            changed?.AppendRune(form);
            at += rune.Utf16SequenceLength;
        }

        return changed?.ToString() ?? text;
    }

    /// <summary>The unified ideograph of a radical or compatibility ideograph (豈 U+F900 → 豈 U+8C48).</summary>
    internal static Rune Unified(Rune rune) => CompatibilityForms.Map.TryGetValue(rune.Value, out var form) ? form : rune;

    /// <summary>An ideograph of any block.</summary>
    public static bool IsIdeograph(Rune rune) =>
        rune.Value is (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x323AF) or 0x3007;

    /// <summary>
    /// Stands where a character was lost on the way: a question mark of either width, a box, the replacement character,
    /// the lenticular geta mark, or a private-use code that some host gave to a character of its own.
    /// </summary>
    public static bool IsDamaged(Rune rune) =>
        rune.Value is '?' or 0xFF1F or '*' or 0xFF0A or 0xFFFD or 0x3013 or 0xFFFC
            or (>= 0x25A0 and <= 0x25A3) or 0x25AF or 0x2B1A or 0x2B1C
            or (>= 0xE000 and <= 0xF8FF) or (>= 0xF0000 and <= 0x10FFFD);

    /// <summary>
    /// Two different characters of which one is easily read for the other: they share the part that gives the sound and nearly all of
    /// the rest (淑, 椒; 晴, 睛), or are of few strokes and differ in one (己, 已). Data/README.md says how it is derived.
    /// </summary>
    public static bool LookAlike(Rune a, Rune b) => a != b && (Lists(a, b) || Lists(b, a));

    // Each pair stands once, under the lower character.
    private static bool Lists(Rune a, Rune b) =>
        LookAlikes.Map.TryGetValue(a.Value, out var others) && Array.BinarySearch(others, b.Value) >= 0;
}
