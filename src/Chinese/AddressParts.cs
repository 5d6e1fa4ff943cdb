namespace Granary.Chinese;

/// <summary>
/// Where the parts of a canonical address are: city, county, town, and from <see cref="Rest"/> on village or street with its numbers. A part that is not named is
/// empty; names are without 市, 县, 区, 镇 and the like, which change while the place stays (阿城市, 阿城区; 胜利乡, 胜利镇).
/// </summary>
public readonly record struct AddressParts(Range City, Range County, Range Town, int Rest)
{
    /// <summary>鄂伦春自治旗 and its like; 克孜勒苏柯尔克孜自治州阿图什市 is longer and stays unparted.</summary>
    private const int LongestName = 12;

    public static AddressParts Of(ReadOnlySpan<char> canonical)
    {
        var at = 0;
        var city = Named(canonical, ref at, "市");
        var county = Named(canonical, ref at, "县区旗市");
        if (!IsNamed(county))
        {
            // A city alone (讷河市) is no city above a county.
            (city, county) = (default, city);
        }

        var town = Named(canonical, ref at, "镇乡街");
        return new(city, county, town, at);
    }

    private static bool IsNamed(Range part) => part.End.Value > part.Start.Value;

    /// <summary>The name from a place on that ends in one of some words, which are passed; none where another word comes first.</summary>
    private static Range Named(ReadOnlySpan<char> text, ref int at, string words)
    {
        var end = Math.Min(text.Length, at + LongestName);
        for (var i = at + 1; i < end && !char.IsAsciiDigit(text[i]); i++)
        {
            var street = text[i] == '街' && !text[i..].StartsWith("街道");
            if (words.Contains(text[i], StringComparison.Ordinal) && !street && !(text[i] == '区' && text[i - 1] is '小' or '社' or '园'))
            {
                var name = at..i;
                at = i + (text[i] == '街' ? 2 : 1);
                return name;
            }

            if (street || text[i] is '县' or '区' or '旗' or '镇' or '乡' or '村' or '路' or '屯')
            {
                return default;
            }
        }

        return default;
    }
}
