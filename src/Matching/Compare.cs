using Granary.Chinese;

namespace Granary.Matching;

/// <summary>One comparison each: two values to a level of <see cref="Levels"/>. Symmetric. Loops by index: foreach over a list interface allocates.</summary>
internal static class Compare
{
    /// <param name="SameTrusted">A trusted identity in common.</param>
    /// <param name="Conflict">Different numbers of one class, both with a right check digit.</param>
    public readonly record struct DocumentResult(int Level, bool SameTrusted, bool Conflict);

    public static DocumentResult Documents(MatchRecord a, MatchRecord b)
    {
        var best = Levels.Missing;
        bool sameTrusted = false, conflict = false;
        for (var i = 0; i < a.Claims.Count; i++)
        {
            var x = a.Claims[i];
            for (var j = 0; j < b.Claims.Count; j++)
            {
                var y = b.Claims[j];
                if (x.Identity.Class != y.Identity.Class)
                {
                    continue;
                }

                var same = x.Identity.Number == y.Identity.Number;
                sameTrusted |= same && x.Trusted;
                conflict |= !same && x.Checked && y.Checked;
                var level = same ? (x.Trusted ? 1 : 2) : Near(x, y) ? 3 : IsRenewable(x.Identity.Class) ? 4 : x.Trusted || y.Trusted ? 6 : 5;
                best = best == Levels.Missing ? level : Math.Min(best, level);
            }
        }

        return new(best, sameTrusted, conflict && !sameTrusted);
    }

    /// <summary>One typing error apart, which a right check digit on both sides rules out.</summary>
    private static bool Near(IdentityClaim x, IdentityClaim y)
    {
        if (x.Checked && y.Checked)
        {
            return false;
        }

        var (a, b) = (x.Identity.Number, y.Identity.Number);
        // The check character of a number raised from 15 digits was computed, not typed.
        return x.Identity.Class == DocumentClass.ResidentId && a.Length == 18 && b.Length == 18 && (x.Trusted != x.Checked || y.Trusted != y.Checked)
            ? Edits.AtMostOne(a.AsSpan(0, 17), b.AsSpan(0, 17))
            : Edits.AtMostOne(a, b);
    }

    /// <summary>Documents that get a new number when they are renewed: a different one says little.</summary>
    private static bool IsRenewable(DocumentClass type) => type is DocumentClass.Passport or DocumentClass.OfficerCard or DocumentClass.Other;

    public static int Births(DateOnly? a, DateOnly? b)
    {
        if (a is not { } x || b is not { } y)
        {
            return Levels.Missing;
        }

        if (x == y)
        {
            return 1;
        }

        if (x.Year == y.Year && x.Month == y.Day && x.Day == y.Month)
        {
            return 2;
        }

        var differences = DigitDifferences(x.Year, y.Year) + DigitDifferences(x.Month, y.Month) + DigitDifferences(x.Day, y.Day);
        return differences == 1 ? 3 : x.Year == y.Year ? 4 : 5;
    }

    private static int DigitDifferences(int a, int b)
    {
        var count = 0;
        for (; a != 0 || b != 0; a /= 10, b /= 10)
        {
            count += a % 10 == b % 10 ? 0 : 1;
        }

        return count;
    }

    public static int Phones(IReadOnlyList<string> a, IReadOnlyList<string> b)
    {
        if (a.Count == 0 || b.Count == 0)
        {
            return Levels.Missing;
        }

        var best = 3;
        for (var i = 0; i < a.Count; i++)
        {
            for (var j = 0; j < b.Count; j++)
            {
                var (x, y) = (a[i], b[j]);
                if (x == y)
                {
                    return 1;
                }

                if (best > 2 && Edits.AtMostOne(x, y))
                {
                    best = 2;
                }
            }
        }

        return best;
    }

    public static int Sets(IReadOnlyList<string> a, IReadOnlyList<string> b)
    {
        if (a.Count == 0 || b.Count == 0)
        {
            return Levels.Missing;
        }

        for (var i = 0; i < a.Count; i++)
        {
            for (var j = 0; j < b.Count; j++)
            {
                if (a[i] == b[j])
                {
                    return 1;
                }
            }
        }

        return 2;
    }

    public static int Addresses(MatchRecord a, MatchRecord b, bool samePhone)
    {
        var best = Levels.Missing;
        for (var i = 0; i < a.Addresses.Count; i++)
        {
            for (var j = 0; j < b.Addresses.Count; j++)
            {
                var level = CompareAddress.Level(a.Addresses[i], b.Addresses[j]);
                best = best == Levels.Missing ? level : Math.Min(best, level);
            }
        }

        // A house in common says little more once the phone is: a family has both.
        return best == 1 && samePhone ? 2 : best;
    }
}
