using System.Collections.Frozen;
using System.Text;

namespace Granary.Chinese;

/// <summary>Names of people: one form for all ways of writing the same name, and what is needed to search and compare.</summary>
public static class PersonName
{
    /// <summary>Stands in a canonical name for a character that was lost on the way (see <see cref="Han.IsDamaged"/>).</summary>
    public const char Wildcard = '□';

    // The compound surnames that are still borne by more than a few thousand people.
    private static readonly FrozenSet<string> CompoundSurnames = new[]
    {
        "欧阳", "上官", "皇甫", "令狐", "诸葛", "司徒", "司马", "申屠", "夏侯", "贺兰", "完颜", "慕容", "尉迟", "长孙", "宇文", "端木", "呼延", "东方",
        "南宫", "公孙", "轩辕", "独孤", "澹台", "万俟", "闻人", "赫连", "宗政", "濮阳", "淳于", "单于", "太叔", "公冶", "钟离", "鲜于", "闾丘", "司空",
        "亓官", "西门", "东郭", "拓跋", "百里", "第五", "纳兰", "叶赫", "爱新觉罗", "侯莫陈",
    }.ToFrozenSet();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> CompoundSpans = CompoundSurnames.GetAlternateLookup<ReadOnlySpan<char>>();

    // Characters that are read differently as a surname than in words.
    private static readonly FrozenDictionary<string, string> SurnameReadings = new Dictionary<string, string>
    {
        ["单"] = "shan", ["仇"] = "qiu", ["解"] = "xie", ["查"] = "zha", ["曾"] = "zeng", ["朴"] = "piao", ["盖"] = "ge", ["区"] = "ou", ["任"] = "ren",
        ["翟"] = "zhai", ["乐"] = "yue", ["缪"] = "miao", ["覃"] = "qin", ["员"] = "yun", ["种"] = "chong", ["黑"] = "he", ["折"] = "she", ["繁"] = "po",
        ["秘"] = "bi", ["冼"] = "xian", ["那"] = "na", ["华"] = "hua", ["纪"] = "ji", ["尉迟"] = "yu chi", ["万俟"] = "mo qi",
        ["长孙"] = "zhang sun", ["澹台"] = "tan tai", ["单于"] = "chan yu", ["盛"] = "sheng", ["葛"] = "ge", ["应"] = "ying", ["曲"] = "qu", ["宁"] = "ning",
        ["洗"] = "xian", ["幺"] = "yao", ["过"] = "guo", ["尹"] = "yin", ["沈"] = "shen", ["贾"] = "jia", ["隗"] = "wei", ["强"] = "qiang", ["晁"] = "chao",
    }.ToFrozenDictionary();

    /// <summary>
    /// Folded, closed up, simplified, without middle dots and marks, letters in capitals; lost characters as <see cref="Wildcard"/>.
    /// Two spellings of one name have one canonical form; it is for comparing, never for showing.
    /// </summary>
    public static string Canonical(string? name) => Comparable.Of(name);

    /// <summary>The same name, written the same or in another script, width or spacing. A lost character is not the same.</summary>
    public static bool Same(string? a, string? b) => string.Equals(Canonical(a), Canonical(b), StringComparison.Ordinal);

    /// <summary>How many UTF-16 units at the start of a canonical name are the surname; 0 where the name has no ideographs.</summary>
    public static int SurnameLength(string canonical)
    {
        for (var length = Math.Min(4, canonical.Length - 1); length >= 2; length--)
        {
            if (CompoundSpans.Contains(canonical.AsSpan(0, length)))
            {
                return length;
            }
        }

        // 上官 alone: the given name was lost, so the whole is the surname.
        if (canonical.Length == 2 && CompoundSurnames.Contains(canonical))
        {
            return 2;
        }

        return canonical.Length > 0 && Rune.TryGetRuneAt(canonical, 0, out var first) && (Han.IsIdeograph(first) || first.Value == Wildcard) ? first.Utf16SequenceLength : 0;
    }

    /// <summary>The reading of a name, the surname as surnames are read: 单国强 → shan, guo, qiang.</summary>
    public static IReadOnlyList<string> Syllables(string? name)
    {
        var canonical = Canonical(name);
        var length = SurnameLength(canonical);
        return SurnameReadings.TryGetValue(canonical[..length], out var reading)
            ? [.. reading.Split(' '), .. Pinyin.Syllables(canonical[length..])]
            : Pinyin.Syllables(canonical);
    }

    /// <summary>The first letters of the reading: 单国强 → sgq. A search key.</summary>
    public static string Initials(string? name) => string.Concat(Syllables(name).Select(s => s[..1]));
}
