using System.Text;
using Granary.Chinese;

namespace Granary.Matching;

/// <summary>Compares names. Symmetric.</summary>
internal static class Names
{
    /// <summary>
    /// Whether two names may be one customer's when a trusted document says so: what clerks and hosts do to a name passes,
    /// another person's name does not. Two names of one family differ in a character that neither sounds nor looks alike.
    /// </summary>
    public static bool Compatible(NameForm a, NameForm b) => Compatible(Compare(a, b));

    public static bool Compatible(NameLevel level) => level <= NameLevel.Reordered;

    /// <summary>The best that present and former names give.</summary>
    public static NameLevel Compare(MatchRecord a, MatchRecord b)
    {
        var best = Compare(a.Name, b.Name);
        if (best is NameLevel.Missing or NameLevel.Same || (a.FormerNames.Count == 0 && b.FormerNames.Count == 0))
        {
            return best;
        }

        foreach (var former in b.FormerNames)
        {
            best = Better(best, Compare(a.Name, former));
        }

        foreach (var former in a.FormerNames)
        {
            best = Better(best, Compare(former, b.Name));
            foreach (var other in b.FormerNames)
            {
                best = Better(best, Compare(former, other));
            }
        }

        return best;
    }

    private static NameLevel Better(NameLevel a, NameLevel b) => a < b ? a : b;

    public static NameLevel Compare(NameForm a, NameForm b)
    {
        if (a.IsEmpty || b.IsEmpty)
        {
            return NameLevel.Missing;
        }

        if (a.Canonical == b.Canonical)
        {
            return a.Core.Contains(PersonName.Wildcard, StringComparison.Ordinal) ? NameLevel.Damaged : NameLevel.Same;
        }

        return a.Kind == RecordKind.Organisation ? CompareOrganisations(a, b) : ComparePeople(a, b);
    }

    private static NameLevel ComparePeople(NameForm a, NameForm b)
    {
        if (a.Ideographs != b.Ideographs)
        {
            return (a.Ideographs ? LatinNames.Spells(b.Core, a) : LatinNames.Spells(a.Core, b)) ? NameLevel.AllSoundAlike : NameLevel.Different;
        }

        var level = a.Characters.Length == b.Characters.Length ? CompareSameLength(a, b) : CompareOtherLength(a, b);
        if (level < NameLevel.OneCharacter)
        {
            return level;
        }

        if (!a.Ideographs)
        {
            return SameCharacters(a.Characters, b.Characters) ? NameLevel.Reordered
                : a.Core.Length > 5 && Edits.AtMostOne(a.Core, b.Core) ? NameLevel.LookAlike
                : NameLevel.Different;
        }

        return a.Characters.Length == b.Characters.Length && a.Characters.Length > 1 && SameCharacters(a.Characters, b.Characters) ? NameLevel.Reordered
            : level == NameLevel.OneCharacter ? level
            : SameSurname(a, b) ? NameLevel.SameSurname
            : NameLevel.Different;
    }

    /// <summary>Character by character.</summary>
    private static NameLevel CompareSameLength(NameForm a, NameForm b)
    {
        int known = 0, lost = 0, sound = 0, unlike = -1;
        for (var i = 0; i < a.Characters.Length; i++)
        {
            var (x, y) = (a.Characters[i], b.Characters[i]);
            if (x.Value == PersonName.Wildcard || y.Value == PersonName.Wildcard)
            {
                lost++;
            }
            else if (x == y)
            {
                known++;
            }
            else if (SoundAlike(a.Sounds[i], b.Sounds[i]))
            {
                sound++;
            }
            else if (unlike < 0)
            {
                unlike = i;
            }
            else
            {
                return NameLevel.Different;
            }
        }

        var shape = unlike >= 0 && Han.LookAlike(a.Characters[unlike], b.Characters[unlike]) ? 1 : 0;
        var other = unlike >= 0 ? 1 - shape : 0;
        return (known, lost, sound, shape, other) switch
        {
            (0, _, _, _, _) when sound < a.Characters.Length || sound < 2 => NameLevel.Different,
            (_, _, 0, 0, 0) => NameLevel.Damaged,
            (_, 0, 1, 0, 0) => NameLevel.SoundAlike,
            (_, 0, 0, 1, 0) => NameLevel.LookAlike,
            (_, 0, _, 0, 0) => NameLevel.AllSoundAlike,
            // A lost character and another that sounds alike, of three: as weak as one typed by ear.
            ( >= 1, 1, 1, 0, 0) => NameLevel.AllSoundAlike,
            ( >= 2, 0, 0, 0, 1) => NameLevel.OneCharacter,
            _ => NameLevel.Different,
        };
    }

    /// <summary>Two people's names that differ in one character, which some dialect says alike (n and l, f and h).</summary>
    public static bool AlikeInDialect(NameForm a, NameForm b)
    {
        if (a.Characters.Length != b.Characters.Length || a.Characters.Length < 2)
        {
            return false;
        }

        var unlike = -1;
        for (var i = 0; i < a.Characters.Length; i++)
        {
            if (a.Characters[i] != b.Characters[i])
            {
                if (unlike >= 0)
                {
                    return false;
                }

                unlike = i;
            }
        }

        return unlike >= 0 && Pinyin.AlikeInDialect(a.Characters[unlike], b.Characters[unlike]);
    }

    private static bool SoundAlike(IReadOnlyList<string> a, IReadOnlyList<string> b)
    {
        for (var i = 0; i < a.Count; i++)
        {
            for (var j = 0; j < b.Count; j++)
            {
                if (a[i] == b[j])
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>A character of the given name left out or added: the rest must be the same, in order.</summary>
    private static NameLevel CompareOtherLength(NameForm a, NameForm b)
    {
        var (shorter, longer) = a.Characters.Length < b.Characters.Length ? (a, b) : (b, a);
        if (longer.Characters.Length - shorter.Characters.Length != 1 || shorter.Characters.Length < Math.Max(1, shorter.SurnameCount))
        {
            return NameLevel.Different;
        }

        var skipped = 0;
        for (int i = 0, j = 0; i < shorter.Characters.Length; i++, j++)
        {
            var same = shorter.Characters[i] == longer.Characters[j] || shorter.Characters[i].Value == PersonName.Wildcard || longer.Characters[j].Value == PersonName.Wildcard;
            if (!same)
            {
                // The surname is never what is left out.
                if (++skipped > 1 || j < longer.SurnameCount)
                {
                    return NameLevel.Different;
                }

                i--;
            }
        }

        return shorter.Characters.Length > 1 || longer.Characters.Length > 2 ? NameLevel.Truncated : NameLevel.Different;
    }

    private static NameLevel CompareOrganisations(NameForm a, NameForm b)
    {
        if (a.Core == b.Core)
        {
            // One side with its legal form left out is only shortened; two different forms may be two companies of one owner.
            return OrganisationName.MayBeOneForm(a.Canonical.AsSpan(a.Core.Length), b.Canonical.AsSpan(b.Core.Length)) ? NameLevel.Same : NameLevel.Truncated;
        }

        var (shorter, longer) = a.Core.Length < b.Core.Length ? (a, b) : (b, a);
        if (shorter.Core.Length >= 4 && longer.Core.Length - shorter.Core.Length is > 0 and <= 8 && longer.Core.EndsWith(shorter.Core, StringComparison.Ordinal))
        {
            return NameLevel.Truncated;
        }

        // The trade left out, where what is left says more than another trade.
        if (shorter.Core.Length >= 4 && longer.Core.StartsWith(shorter.Core, StringComparison.Ordinal)
            && OrganisationName.IsTrade(longer.Core.AsSpan(shorter.Core.Length)) && !OrganisationName.IsTrade(shorter.Core.AsSpan(shorter.Core.Length - 2)))
        {
            return NameLevel.Truncated;
        }

        var level = a.Characters.Length == b.Characters.Length ? CompareSameLength(a, b) : CompareOtherLength(a, b);
        return level is NameLevel.Damaged or NameLevel.SoundAlike or NameLevel.LookAlike or NameLevel.Truncated ? level
            : a.Characters.Length >= 3 && SameCharacters(a.Characters, b.Characters) ? NameLevel.Reordered
            : level == NameLevel.OneCharacter ? level
            : NameLevel.Different;
    }

    private static bool SameSurname(NameForm a, NameForm b)
    {
        if (a.SurnameCount != b.SurnameCount)
        {
            return false;
        }

        for (var i = 0; i < a.SurnameCount; i++)
        {
            if (a.Characters[i] != b.Characters[i] && !SoundAlike(a.Sounds[i], b.Sounds[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool SameCharacters(Rune[] a, Rune[] b)
    {
        if (a.Length != b.Length)
        {
            return false;
        }

        var left = 0L;
        var right = 0L;
        for (var i = 0; i < a.Length; i++)
        {
            // Sums of cubes of so few numbers do not agree by accident.
            left += (long)a[i].Value * a[i].Value * a[i].Value;
            right += (long)b[i].Value * b[i].Value * b[i].Value;
        }

        return left == right && a.AsSpan().IndexOf(b[0]) >= 0;
    }
}
