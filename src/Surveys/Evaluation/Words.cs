namespace Granary.Surveys.Evaluation;

/// <summary>The few words that stand in texts where the author gave none.</summary>
internal static class Words
{
    public static string Yes(string language) => IsChinese(language) ? "是" : "Yes";

    public static string No(string language) => IsChinese(language) ? "否" : "No";

    public static string None(string language) => IsChinese(language) ? "无" : "None";

    public static string Other(string language) => IsChinese(language) ? "填写其他答案" : "Other (describe)";

    private static bool IsChinese(string language) => language.StartsWith("zh", StringComparison.OrdinalIgnoreCase);
}
