using System.Globalization;
using System.Text.Json.Nodes;

namespace Granary.Surveys.Tests;

/// <summary>What both engines say of one set of answers, line by line.</summary>
internal static class Comparison
{
    /// <summary>What only this engine says: see docs/surveys.md, "What a server looks at besides".</summary>
    private static readonly string[] OursAlone = ["unknown-choice", "too-many-chosen", "none-with-others", "ranking-incomplete", "not-a-number", "not-a-day", "too-few-groups", "too-many-groups", "shape", "place", "file"];

    /// <summary>What survey-core says at the end where a questionnaire says nothing.</summary>
    private static readonly string[] OwnWords = ["Thank you for completing the survey", "感谢您的参与!"];

    private static readonly Dictionary<string, string> Theirs = new()
    {
        ["required"] = "required", ["requireoneanswer"] = "one-required", ["requirenumeric"] = "custom", ["otherempty"] = "other-empty", ["requiredinallrowserror"] = "row-required",
        ["eachrowuniqueeerror"] = "row-unique", ["keyduplicationerror"] = "duplicate", ["minrowcounterror"] = "too-few-rows", ["custom"] = "custom",
    };

    public static SortedDictionary<string, string> Of(JsonObject theirs)
    {
        var lines = Lines();
        foreach (var page in theirs["pages"]!.AsArray())
        {
            lines[$"page {page!["name"]}"] = $"{Seen(page["visible"])} '{page["title"]}'";
        }

        foreach (var (name, panel) in theirs["panels"]!.AsObject())
        {
            lines[$"panel {name}"] = $"{Seen(panel!["visible"])} '{panel["title"]}' {Errors(panel)}";
        }

        foreach (var (path, question) in theirs["questions"]!.AsObject().Where(q => q.Value!["type"]!.ToString() != "html"))
        {
            lines[path] = $"{Seen(question!["visible"])} {Enabled(question["enabled"])} {Required(question["required"])} '{question["title"]}' {Errors(question)}";
        }

        foreach (var (name, value) in theirs["calculated"]!.AsObject().Where(c => c.Value is not null))
        {
            lines[$"calculated {name}"] = Written(value);
        }

        lines["result"] = Written(theirs["result"]);
        lines["score"] = Written(theirs["score"]);
        lines["right"] = Written(theirs["right"]);
        lines["last page"] = theirs["lastPage"]?.ToString() ?? "none";
        lines["completed"] = theirs["completedHtml"]!.ToString() is var said && OwnWords.Contains(said) ? "" : said;
        return lines;
    }

    public static SortedDictionary<string, string> Of(SurveyEvaluation ours)
    {
        var lines = Lines();
        foreach (var page in ours.Pages)
        {
            lines[$"page {page.Element.Name}"] = $"{Seen(page.IsVisible)} '{page.Title}'";
        }

        foreach (var panel in ours.Pages.SelectMany(TopPanels).Where(p => p.Element is not Page && p.Element.Name.Length > 0))
        {
            lines[$"panel {panel.Element.Name}"] = $"{Seen(panel.IsVisible)} '{panel.Title}' {Errors(panel)}";
        }

        foreach (var question in ours.Elements.Where(e => e.Element is Question))
        {
            lines.TryAdd(question.Path, $"{Seen(question.IsVisible)} {Enabled(question.IsEnabled)} {Required(question.IsRequired)} '{question.Title}' {Errors(question)}");
        }

        foreach (var (name, value) in ours.Calculated)
        {
            lines[$"calculated {name}"] = Written(JsonNode.Parse(ValueJson.Write(value)));
        }

        lines["result"] = Written(JsonNode.Parse(ValueJson.Write(Value.Of(ours.Result))));
        lines["score"] = Written(ours.Score);
        lines["right"] = Written(ours.Quiz.Right);
        lines["last page"] = ours.LastPage ?? "none";
        lines["completed"] = ours.CompletedText ?? "";
        return lines;
    }

    private static IEnumerable<ElementState> TopPanels(ElementState state) => state.Element is Panel ? state.Elements.SelectMany(TopPanels).Prepend(state) : [];

    private static SortedDictionary<string, string> Lines() => new(StringComparer.Ordinal);

    private static string Seen(JsonNode? visible) => Seen(visible!.GetValue<bool>());

    private static string Seen(bool visible) => visible ? "seen" : "hidden";

    private static string Enabled(JsonNode? enabled) => Enabled(enabled!.GetValue<bool>());

    private static string Enabled(bool enabled) => enabled ? "enabled" : "fixed";

    private static string Required(JsonNode? required) => Required(required!.GetValue<bool>());

    private static string Required(bool required) => required ? "required" : "free";

    private static string Errors(JsonNode state) =>
        state["visible"]!.GetValue<bool>() ? string.Join(' ', state["errors"]!.AsArray().Select(e => Theirs.GetValueOrDefault(e!.ToString(), e.ToString())).Order(StringComparer.Ordinal)) : "";

    private static string Errors(ElementState state) =>
        string.Join(' ', state.Errors.Select(e => e.Code).Except(OursAlone).Select(c => Theirs.ContainsValue(c) ? c : "custom").Order(StringComparer.Ordinal));

    private static bool IsNothing(JsonNode? node) => node is null or JsonArray { Count: 0 } || (node is JsonValue value && value.TryGetValue<string>(out var text) && string.IsNullOrWhiteSpace(text));

    /// <summary>Names in their order, numbers in one form; without what is nothing, which survey-core keeps here and drops there.</summary>
    private static string Written(JsonNode? node) => node switch
    {
        null => "nothing",
        JsonArray list => $"[{string.Join(", ", list.Select(Written))}]",
        JsonObject map when map["number"] is { } special && map.Count == 1 => special.ToString() is "NaN" ? "nothing" : special.ToString(),
        JsonObject map => $"{{{string.Join(", ", map.Where(p => !IsNothing(p.Value)).OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => $"{p.Key}: {Written(p.Value)}"))}}}",
        JsonValue value when value.TryGetValue<double>(out var number) => number.ToString("R", CultureInfo.InvariantCulture),
        JsonValue value when value.TryGetValue<string>(out var text) && NumberText.TryRead(text, out var number) => Written(number), // in tables survey-core makes numbers of them
        _ => node.ToJsonString(),
    };
}
