using System.Collections.Frozen;

namespace Granary.Matching.Linkage;

/// <summary>What the levels of all comparisons mean, for people, in the two languages.</summary>
public static class LevelWords
{
    private static readonly FrozenDictionary<string, (string English, string Chinese)> Words = new Dictionary<string, (string English, string Chinese)>
    {
        ["missing"] = ("one of them says nothing", "有一方未填写"),
        ["exact"] = ("the same", "相同"),
        ["same"] = ("the same", "相同"),
        ["different"] = ("different", "不同"),
        ["swapped"] = ("the wrong way round", "前后颠倒"),
        ["near"] = ("all but the same", "几乎相同"),
        ["alike"] = ("alike", "相近"),
        ["initial"] = ("an initial", "首字母"),
        ["shortForm"] = ("a short form of the name", "名字的简称"),
        ["oneDigit"] = ("one digit apart", "差一位数字"),
        ["twoParts"] = ("two of day, month and year agree", "年、月、日中两项相同"),
        ["about"] = ("about a year apart at most", "相差约一年以内"),
        ["sameYear"] = ("the same year", "同年"),
        ["oneApart"] = ("one year apart", "相差一年"),
        ["mistyped"] = ("mistyped by one digit", "有一位录错"),
        ["oneEdit"] = ("one typing error apart", "差一处录入错误"),
        ["partly"] = ("the same in part", "部分相同"),
        ["unproved"] = ("different, and one of them is no valid number", "不同，且至少一方号码无效"),
        ["sameLocal"] = ("the same before the @", "@ 前相同"),
        ["shared"] = ("one in common", "有一项相同"),
        ["nearlyAll"] = ("nearly all in common", "几乎全部相同"),
        ["most"] = ("most in common", "大部分相同"),
        ["half"] = ("half in common", "约一半相同"),
        ["some"] = ("some in common", "少部分相同"),
        ["within1%"] = ("within 1 %", "相差 1% 以内"),
        ["within5%"] = ("within 5 %", "相差 5% 以内"),
        ["within20%"] = ("within 20 %", "相差 20% 以内"),
        ["within100m"] = ("within 100 m", "相距 100 米以内"),
        ["within1km"] = ("within 1 km", "相距 1 公里以内"),
        ["within10km"] = ("within 10 km", "相距 10 公里以内"),
        ["within50km"] = ("within 50 km", "相距 50 公里以内"),
        ["damaged"] = ("the same but for a lost character", "除缺失的字外相同"),
        ["soundAlike"] = ("one character that sounds alike", "一字同音"),
        ["lookAlike"] = ("one character that looks alike", "一字形近"),
        ["truncated"] = ("a part left out", "缺少一部分"),
        ["allSoundAlike"] = ("alike in sound", "读音相近"),
        ["reordered"] = ("in another order", "次序不同"),
        ["oneCharacter"] = ("one character differs", "一字不同"),
        ["sameSurname"] = ("the same surname", "同姓"),
        ["sameHouse"] = ("the same house", "同一门牌"),
        ["around"] = ("one is part of the other", "一处在另一处之内"),
        ["sameVillage"] = ("the same village or street, without a number", "同村或同街，无门牌"),
        ["sameStreet"] = ("another number of the same village or street", "同村或同街，门牌不同"),
        ["sameCounty"] = ("the same county", "同县区"),
        ["possible"] = ("two people of one house would look much the same", "同住的两个人也会如此相似"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>In words; the level's own name where it has none.</summary>
    public static string Of(string level, bool chinese) => Words.TryGetValue(level, out var words) ? (chinese ? words.Chinese : words.English) : level;

    internal static bool Has(string level) => Words.ContainsKey(level);
}
