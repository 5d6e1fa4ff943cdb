using System.Text.Json.Nodes;

namespace Granary.Surveys.Xlsform;

/// <summary>Texts of a line in all languages that its columns have.</summary>
internal sealed class Languages(string defaultLanguage)
{
    private readonly string _default = Code(defaultLanguage);

    /// <summary>Null where no column of the name has a text.</summary>
    public JsonNode? Text(Line line, string column, Func<string, string>? turned = null)
    {
        var texts = new JsonObject();
        foreach (var (head, text) in line.Cells.Where(c => c.Key == column || c.Key.StartsWith(column + "::", StringComparison.Ordinal)))
        {
            var language = head == column ? LocalText.Default : Code(head[(column.Length + 2)..]);
            texts[language] = turned?.Invoke(text) ?? text;
        }

        if (texts.Count > 0 && !texts.ContainsKey(LocalText.Default))
        {
            texts[LocalText.Default] = (texts[_default] ?? texts[0])!.GetValue<string>();
        }

        return texts is { Count: 1 } ? texts[LocalText.Default]!.GetValue<string>() : texts.Count == 0 ? null : texts;
    }

    /// <summary>"English (en)" says its code, and some names are known by theirs.</summary>
    private static string Code(string name)
    {
        var open = name.LastIndexOf('(');
        var code = open >= 0 && name.EndsWith(')') ? name[(open + 1)..^1] : name;
        return code.Trim().ToLowerInvariant() switch
        {
            "english" => "en",
            "chinese" or "zh" or "中文" or "简体中文" => "zh-cn",
            var other => other,
        };
    }
}
