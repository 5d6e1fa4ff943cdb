using System.Net;
using System.Text.RegularExpressions;

namespace Granary.Ocrm.Tests;

/// <summary>What a browser without script sends of a page: the fields of its form, less the files.</summary>
internal static partial class HtmlForm
{
    public static Dictionary<string, string[]> Of(string html, string button, params (string Name, string Value)[] typed)
    {
        var fields = new List<(string Name, string Value)> { ("{do}", button) };
        foreach (Match tag in Fields().Matches(html))
        {
            var (name, type, isOff) = (Attribute(tag.Value, "name"), Attribute(tag.Value, "type"), tag.Value.Contains(" disabled", StringComparison.Ordinal));
            if (name is null || isOff || type == "file" || (type is "radio" or "checkbox" && !tag.Value.EndsWith(" checked>", StringComparison.Ordinal)))
            {
                continue;
            }

            fields.Add((name, tag.Groups["text"] is { Success: true } text ? WebUtility.HtmlDecode(text.Value)
                : tag.Groups["options"] is { Success: true } options ? Selected(options.Value) : Attribute(tag.Value, "value") ?? ""));
        }

        var names = typed.Select(t => t.Name).ToHashSet();
        return fields.Where(f => !names.Contains(f.Name)).Concat(typed).GroupBy(f => f.Name).ToDictionary(f => f.Key, f => f.Select(v => v.Value).ToArray());
    }

    private static string? Attribute(string tag, string name) =>
        Regex.Match(tag, $"^<[^>]*?\\s{name}=(?:\"([^\"]*)\"|([^\\s>]+))") is { Success: true } found ? WebUtility.HtmlDecode(found.Groups[1].Value + found.Groups[2].Value) : null;

    private static string Selected(string options) =>
        Regex.Match(options, "<option(?: value=([^\\s>]+))? selected>([^<]*)") is { Success: true } chosen ? chosen.Groups[1].Success ? chosen.Groups[1].Value : chosen.Groups[2].Value : "";

    [GeneratedRegex("<input[^>]*>|<textarea[^>]*>\n(?<text>[^<]*)</textarea>|<select[^>]*>(?<options>.*?)</select>", RegexOptions.Singleline)]
    private static partial Regex Fields();
}
