using Granary.Chinese;

namespace Granary.Matching;

/// <summary>Two addresses to a level of <see cref="Levels"/>. Symmetric; nothing is allocated.</summary>
internal static class CompareAddress
{
    private const int SameHouse = 1, Around = 3, SameVillage = 4, SameStreet = 5, SameCounty = 6, Different = 7;

    /// <summary>A village of one character and a number: less names no place.</summary>
    private const int ShortestRest = 3;

    public static int Level(AddressForm x, AddressForm y)
    {
        if (AddressText.SameCanonical(x.Canonical, y.Canonical))
        {
            return x.HasNumber ? SameHouse : SameVillage;
        }

        var a = x.Forgiving.AsSpan();
        var b = y.Forgiving.AsSpan();
        if (x.Place == y.Place && AddressNumbers.SameDoor(a[x.Place.Length..], b[y.Place.Length..]))
        {
            return x.HasNumber ? SameHouse : SameVillage;
        }

        var common = a.CommonPrefixLength(b);
        if (common > 0 && common == Math.Min(a.Length, b.Length) && x.HasNumber == y.HasNumber)
        {
            // One goes on where the other ends, with 附近 or 东侧 but not with another digit.
            var longer = a.Length > b.Length ? a : b;
            if (!(char.IsAsciiDigit(longer[common]) && char.IsAsciiDigit(longer[common - 1])))
            {
                return x.HasNumber ? Around : SameVillage;
            }
        }

        return x.Place == y.Place ? SameStreet
            : WithPartsLeftOut(x, y) is { } level ? level
            : InOneCounty(a[..common]) ? SameCounty : Different;
    }

    /// <summary>The level of two addresses of which one leaves out the city, the county or the town, or knows a part by what it was before (乡, 镇; 屯, 村); null: they are not.</summary>
    private static int? WithPartsLeftOut(AddressForm x, AddressForm y)
    {
        var (p, q) = (x.Parts, y.Parts);
        if (x.Forgiving.Length - p.Rest < ShortestRest || !SameRest(x, y) || !Agree(x, p.City, y, q.City) || !Agree(x, p.County, y, q.County) || !Agree(x, p.Town, y, q.Town))
        {
            return null;
        }

        // Towns and villages of one name are in many counties, and districts (朝阳区) in many cities.
        var (inOne, inOther) = (IsNamed(p.County), IsNamed(q.County));
        var sure = inOne && inOther && (IsNamed(p.City) == IsNamed(q.City) || !(IsDistrict(x) && IsDistrict(y)));
        return !sure && inOne != inOther && !(IsNamed(p.Town) && IsNamed(q.Town)) ? null
            : !x.HasNumber ? SameVillage
            : sure ? SameHouse
            : Around;
    }

    private static bool IsDistrict(AddressForm x) => x.Forgiving[x.Parts.County.End.Value] == '区';

    private static bool IsNamed(Range part) => part.End.Value > part.Start.Value;

    /// <summary>The same, or left out by one.</summary>
    private static bool Agree(AddressForm x, Range p, AddressForm y, Range q) =>
        !IsNamed(p) || !IsNamed(q) || x.Forgiving.AsSpan()[p].SequenceEqual(y.Forgiving.AsSpan()[q]);

    /// <summary>Village or street, the same but for 村 and 屯, and the same door.</summary>
    private static bool SameRest(AddressForm x, AddressForm y)
    {
        if (x.HasNumber != y.HasNumber || x.Parts.Rest >= x.Place.Length || x.Place.Length - x.Parts.Rest != y.Place.Length - y.Parts.Rest)
        {
            return false;
        }

        var a = x.Forgiving.AsSpan(x.Parts.Rest);
        var b = y.Forgiving.AsSpan(y.Parts.Rest);
        var place = x.Place.Length - x.Parts.Rest;
        for (var i = 0; i < place; i++)
        {
            if (a[i] != b[i] && !(a[i] is '村' or '屯' && b[i] is '村' or '屯'))
            {
                return false;
            }
        }

        return AddressNumbers.SameDoor(a[place..], b[place..]);
    }

    /// <summary>Whether what two addresses share reaches down to a county (县, 区, 旗, or a city under a city).</summary>
    private static bool InOneCounty(ReadOnlySpan<char> common) => common.ContainsAny('县', '区', '旗') || common.Count('市') > 1;
}
