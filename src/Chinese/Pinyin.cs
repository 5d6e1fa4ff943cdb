using System.Collections.Frozen;
using System.Text;

namespace Granary.Chinese;

/// <summary>Readings without tones, ü written v as input methods write it. From Unihan kMandarin, kTGHZ2013 and kXHC1983.</summary>
public static class Pinyin
{
    private static class Table
    {
        public static readonly FrozenDictionary<int, string[]> Map = HanData.Readings();

        /// <summary>The same with <see cref="Blurred"/>, so that comparing makes no strings.</summary>
        public static readonly FrozenDictionary<int, string[]> BlurredMap =
            Map.ToFrozenDictionary(entry => entry.Key, entry => entry.Value.Select(r => string.Intern(Blurred(r))).Distinct().ToArray());
    }

    private static class DialectTable
    {
        public static readonly FrozenDictionary<int, string[]> Map =
            Table.BlurredMap.ToFrozenDictionary(entry => entry.Key, entry => entry.Value.Select(r => string.Intern(InDialect(r))).Distinct().ToArray());
    }

    /// <summary>All readings of a character, the main one first; empty for what is not an ideograph that is known.</summary>
    public static IReadOnlyList<string> Readings(Rune rune) => Table.Map.TryGetValue(rune.Value, out var readings) ? readings : [];

    /// <summary>The main reading, or "".</summary>
    public static string Reading(Rune rune) => Table.Map.TryGetValue(rune.Value, out var readings) ? readings[0] : "";

    /// <summary>
    /// The reading of a text: one syllable a character, letters and digits as they are in lower case, the rest left out.
    /// 张三 → zhang, san.
    /// </summary>
    public static IReadOnlyList<string> Syllables(string text)
    {
        var syllables = new List<string>(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var reading = Reading(rune);
            if (reading.Length > 0)
            {
                syllables.Add(reading);
            }
            else if (Rune.IsLetterOrDigit(rune))
            {
                syllables.Add(Rune.ToLowerInvariant(rune).ToString());
            }
        }

        return syllables;
    }

    /// <summary>The first letters of <see cref="Syllables"/>: 张三 → zs. What people type to find a name.</summary>
    public static string Initials(string text)
    {
        var initials = new StringBuilder();
        foreach (var syllable in Syllables(text))
        {
            initials.Append(syllable[0]);
        }

        return initials.ToString();
    }

    /// <summary>
    /// One form for the readings that speakers of many regions do not tell apart, and clerks therefore mistype:
    /// zh/z, ch/c, sh/s, and the endings -ing/-in, -eng/-en, -ang/-an. n/l and f/h stay apart: too many different names.
    /// </summary>
    public static string Blurred(string syllable)
    {
        var blurred = syllable;
        if (blurred.Length > 2 && blurred[1] == 'h' && blurred[0] is 'z' or 'c' or 's')
        {
            blurred = blurred[0] + blurred[2..];
        }

        return blurred.Length > 2 && blurred.EndsWith("ng", StringComparison.Ordinal) && blurred[^3] != 'o' ? blurred[..^1] : blurred;
    }

    /// <summary>All readings in blurred form; equal ones are one object. For comparing many names without looking characters up each time.</summary>
    public static IReadOnlyList<string> BlurredReadings(Rune rune) => Table.BlurredMap.TryGetValue(rune.Value, out var readings) ? readings : [];

    /// <summary>Two different characters that share a reading, whatever the tone.</summary>
    public static bool SoundAlike(Rune a, Rune b) => a != b && ShareReading(Table.Map, a, b);

    /// <summary>Two different characters whose readings are the same but for what <see cref="Blurred"/> takes away (陈, 程).</summary>
    public static bool NearlySoundAlike(Rune a, Rune b) => a != b && ShareReading(Table.BlurredMap, a, b);

    /// <summary>
    /// Two different characters that are said alike in the south: besides what <see cref="Blurred"/> takes away, n, l and r, and f and h before u.
    /// Far more names share such a sound than <see cref="NearlySoundAlike"/>.
    /// </summary>
    public static bool AlikeInDialect(Rune a, Rune b) => a != b && ShareReading(DialectTable.Map, a, b);

    private static string InDialect(string blurred) => blurred switch
    {
        "hu" => "fu",
        "hui" => "fei",
        "hun" => "fen",
        "hua" or "huan" => "fa" + blurred[3..],
        _ when blurred[0] is 'n' or 'r' => "l" + blurred[1..],
        _ => blurred,
    };

    private static bool ShareReading(FrozenDictionary<int, string[]> map, Rune a, Rune b)
    {
        if (!map.TryGetValue(a.Value, out var left) || !map.TryGetValue(b.Value, out var right))
        {
            return false;
        }

        foreach (var one in left)
        {
            foreach (var other in right)
            {
                if (one == other)
                {
                    return true;
                }
            }
        }

        return false;
    }
}
