using System.Text;
using Granary.Chinese;

namespace Granary.Matching;

/// <summary>Chinese names in Latin letters, as passports and banks abroad write them: any reading of a character, ü as v, u or yu, the surname first or last.</summary>
internal static class LatinNames
{
    /// <summary>Shorter ones spell too many names.</summary>
    private const int Shortest = 4;

    /// <param name="latin">Letters in capitals, without spaces and marks.</param>
    public static bool Spells(ReadOnlySpan<char> latin, NameForm name)
    {
        var surname = name.Characters.AsSpan(0, name.SurnameCount);
        var given = name.Characters.AsSpan(name.SurnameCount);
        return latin.Length >= Shortest && (Spells(latin, surname, given) || Spells(latin, given, surname));
    }

    private static bool Spells(ReadOnlySpan<char> latin, ReadOnlySpan<Rune> first, ReadOnlySpan<Rune> then)
    {
        if (first.IsEmpty)
        {
            return then.IsEmpty ? latin.IsEmpty : Spells(latin, then, first);
        }

        var readings = Pinyin.Readings(first[0]);
        for (var i = 0; i < readings.Count; i++)
        {
            var taken = Taken(latin, readings[i]);
            if (taken > 0 && Spells(latin[taken..], first[1..], then))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>How many letters at the beginning spell a reading; 0 where they do not.</summary>
    private static int Taken(ReadOnlySpan<char> latin, string reading)
    {
        var at = 0;
        foreach (var letter in reading)
        {
            at += letter == 'v' && at < latin.Length && latin[at] == 'Y' ? 1 : 0;
            if (at >= latin.Length || (latin[at] != letter - 32 && !(letter == 'v' && latin[at] == 'U')))
            {
                return 0;
            }

            at++;
        }

        return at;
    }
}
