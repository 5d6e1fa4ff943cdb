using System.Globalization;
using System.Text.Json.Nodes;

namespace Granary.Ocrm.Questionnaires.Exchange;

/// <summary>The columns of a questionnaire as a table (docs/questionnaires.md), and what stands in one line of each kind.</summary>
internal static class CsvColumns
{
    public const string Line = "line";
    public const string Level = "level";
    public const string Name = "name";
    public const string Type = "type";
    public const string Value = "value";
    public const string Score = "score";
    public const string Required = "required";
    public const string VisibleIf = "visibleIf";

    /// <summary>Everything else of the element, as a JSON object.</summary>
    public const string More = "more";

    /// <summary>The language whose texts have columns of their own beside the default.</summary>
    public const string English = "en";

    public static IReadOnlyList<string> All { get; } =
        [Line, Level, Name, Type, "title", "title:en", "description", "description:en", Required, VisibleIf, Value, "text", "text:en", Score, More];

    /// <summary>Lines of choices by the property that they are in.</summary>
    public static IReadOnlyList<(string Line, string Property)> Lists { get; } = [("choice", "choices"), ("row", "rows"), ("column", "columns"), ("rate", "rateValues")];

    /// <summary>Where the elements inside an element are; null where it has none of its own.</summary>
    public static string? Inside(string line, string type) => line == "page" ? "elements" : type switch { "panel" => "elements", "paneldynamic" => "templateElements", _ => null };

    /// <summary>Takes a text out of an element into its columns, where it is in no other language.</summary>
    public static void TakeText(JsonObject from, string property, Dictionary<string, string> to)
    {
        switch (from[property])
        {
            case JsonValue text when text.GetValueKind() == System.Text.Json.JsonValueKind.String:
                to[property] = text.GetValue<string>();
                from.Remove(property);
                break;
            case JsonObject texts when texts.Count > 0 && texts.All(t => t.Key is "default" or English && t.Value?.GetValueKind() == System.Text.Json.JsonValueKind.String) && texts.ContainsKey("default"):
                to[property] = texts["default"]!.GetValue<string>();
                to[$"{property}:{English}"] = texts[English]?.GetValue<string>() ?? "";
                from.Remove(property);
                break;
        }
    }

    public static void GiveText(JsonObject to, string property, Func<string, string> cell)
    {
        var (text, english) = (cell(property), cell($"{property}:{English}"));
        if (text.Length + english.Length > 0)
        {
            to[property] = english.Length == 0 ? text : new JsonObject { ["default"] = text, [English] = english };
        }
    }

    /// <summary>A value as a cell has it; numbers stay numbers.</summary>
    public static JsonNode ValueOf(string cell) =>
        double.TryParse(cell, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number.ToString(CultureInfo.InvariantCulture) == cell ? number
        : cell is "true" or "false" ? cell == "true" : cell;
}
