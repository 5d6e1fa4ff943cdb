namespace Granary.Host.Tests;

/// <summary>The language and the screen in which a story is walked.</summary>
public enum Way
{
    EnglishDesk,
    EnglishPhone,
    ChineseDesk,
    ChinesePhone,
}

internal static class Ways
{
    public static TheoryData<Way> All { get; } = [.. Enum.GetValues<Way>()];

    public static bool IsPhone(this Way way) => way is Way.EnglishPhone or Way.ChinesePhone;

    public static string Language(this Way way) => way.Of("en", "zh-CN");

    /// <summary>What the page says in this language.</summary>
    public static string Of(this Way way, string english, string chinese) => way is Way.EnglishDesk or Way.EnglishPhone ? english : chinese;

    /// <summary>CSS pixels: the smallest usual laptop, and a common phone.</summary>
    public static (int Width, int Height) Size(this Way way) => way.IsPhone() ? (390, 844) : (1366, 768);
}
