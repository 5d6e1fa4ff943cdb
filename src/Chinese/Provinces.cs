namespace Granary.Chinese;

/// <summary>GB/T 2260: the first two digits of a region code, and the province's name.</summary>
public static class Provinces
{
    private static readonly (string Code, string Name)[] All =
    [
        ("11", "北京市"), ("12", "天津市"), ("13", "河北省"), ("14", "山西省"), ("15", "内蒙古自治区"),
        ("21", "辽宁省"), ("22", "吉林省"), ("23", "黑龙江省"),
        ("31", "上海市"), ("32", "江苏省"), ("33", "浙江省"), ("34", "安徽省"), ("35", "福建省"), ("36", "江西省"), ("37", "山东省"),
        ("41", "河南省"), ("42", "湖北省"), ("43", "湖南省"), ("44", "广东省"), ("45", "广西壮族自治区"), ("46", "海南省"),
        ("50", "重庆市"), ("51", "四川省"), ("52", "贵州省"), ("53", "云南省"), ("54", "西藏自治区"),
        ("61", "陕西省"), ("62", "甘肃省"), ("63", "青海省"), ("64", "宁夏回族自治区"), ("65", "新疆维吾尔自治区"),
        ("71", "台湾省"), ("81", "香港特别行政区"), ("82", "澳门特别行政区"),
    ];

    // 83 is the code of residence permits for people from Taiwan (2018), not of a place.
    private static readonly HashSet<string> Codes = [.. All.Select(p => p.Code), "83"];
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> CodeSpans = Codes.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether two digits begin a region code.</summary>
    public static bool IsCode(ReadOnlySpan<char> code) => CodeSpans.Contains(code);

    /// <summary>The province of a region code of two or more digits, or "".</summary>
    public static string NameOf(string region)
    {
        foreach (var (code, name) in All)
        {
            if (region.StartsWith(code, StringComparison.Ordinal))
            {
                return name;
            }
        }

        return "";
    }

    /// <summary>
    /// How many characters of a simplified, folded address name its province (黑龙江省, 黑龙江); 0 where none does.
    /// Municipalities are cities too, so 北京市 counts only where a second 北京市 or a district follows.
    /// </summary>
    internal static int PrefixLength(string address)
    {
        foreach (var (_, name) in All)
        {
            if (!address.StartsWith(name.AsSpan(0, 2), StringComparison.Ordinal))
            {
                continue;
            }

            if (address.StartsWith(name, StringComparison.Ordinal))
            {
                return name.Length;
            }

            var plain = Plain(name);
            if (address.StartsWith(plain, StringComparison.Ordinal) && !name.EndsWith('市'))
            {
                // 吉林市 is a city of the province of the same name, 浙江中路 a street: only 吉林 before another name is the province.
                return IsCityOrStreet(address.AsSpan(plain.Length)) ? 0
                    : address.AsSpan(plain.Length).StartsWith("自治区") ? plain.Length + 3
                    : plain.Length;
            }
        }

        return 0;
    }

    /// <summary>How many characters of an address name a municipality in full (北京市); 0 where none does.</summary>
    internal static int MunicipalityLength(string address)
    {
        foreach (var (_, name) in All)
        {
            if (name.EndsWith('市') && address.StartsWith(name, StringComparison.Ordinal))
            {
                return name.Length;
            }
        }

        return 0;
    }

    /// <summary>吉林市, 浙江路, 江西中路, 湖南大道: named after the province.</summary>
    private static bool IsCityOrStreet(ReadOnlySpan<char> rest)
    {
        var street = rest.Length > 1 && rest[0] is '东' or '西' or '南' or '北' or '中' ? rest[1..] : rest;
        return rest.StartsWith("市") || street.StartsWith("路") || street.StartsWith("街") || street.StartsWith("大街") || street.StartsWith("大道");
    }

    private static string Plain(string name) => name switch
    {
        "内蒙古自治区" => "内蒙古",
        _ when name.EndsWith('省') || name.EndsWith('市') => name[..^1],
        _ => name[..2],
    };
}
