using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Granary.Surveys.Reading;

namespace Granary.Surveys.Xlsform;

/// <summary>Turns the lines of a form into a document: groups at the top become pages, groups in them panels, repeats repeated groups.</summary>
internal sealed partial class Form
{
    /// <summary>Columns that say something that is read.</summary>
    private static readonly HashSet<string> Known =
    [
        "type", "name", "label", "hint", "required", "required_message", "requiredmsg", "relevant", "constraint", "constraint_message", "calculation", "default", "read_only", "readonly", "repeat_count", "choice_filter", "appearance", "parameters",
    ];

    private readonly Dictionary<string, List<Line>> _choices;
    private readonly Findings _findings;
    private readonly Languages _languages;
    private readonly Line _settings;
    private readonly Dictionary<JsonObject, int> _lines = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, string[]> _repeats = new(StringComparer.Ordinal);
    private readonly JsonArray _calculated = [];

    public Form(IReadOnlyDictionary<string, List<Line>> sheets, Findings findings)
    {
        _findings = findings;
        _settings = sheets.GetValueOrDefault("settings")?.FirstOrDefault() ?? new(0, new Dictionary<string, string>());
        _languages = new(_settings["default_language"]);
        _choices = new[] { "choices", "columns" }.SelectMany(s => sheets.GetValueOrDefault(s) ?? []).GroupBy(l => l["list_name"]).ToDictionary(g => g.Key, g => g.ToList());
    }

    public JsonObject Turned(List<Line> lines)
    {
        foreach (var head in lines.SelectMany(l => l.Cells.Keys).Distinct().Where(h => !Known.Contains(h.Split("::")[0])))
        {
            _findings.Add(FindingLevel.Outside, "survey", "outside-property", $"The column '{head}' is not known here and does nothing");
        }

        Place(lines);
        var (pages, loose, open) = (new JsonArray(), new JsonArray(), new Stack<(JsonObject Element, JsonArray Content, string Kind)>());
        foreach (var line in lines)
        {
            var type = Kind(line);
            if (type is "end group" or "end repeat" or "end loop")
            {
                if (!open.TryPop(out var ended) || ended.Kind != type[4..])
                {
                    _findings.Add(FindingLevel.Error, Where(line), "not-xlsform", $"'{type}' ends nothing that was begun");
                }

                continue;
            }

            var atTop = open.Count == 0;
            if (type is "begin group" or "begin repeat" or "begin loop")
            {
                var element = Container(line, type, [.. open.Where(o => o.Kind == "repeat").Select(o => o.Element["name"]!.ToString()).Reverse()]);
                var content = new JsonArray();
                element[type == "begin repeat" ? "templateElements" : "elements"] = content;
                if (atTop && type != "begin repeat")
                {
                    Page(pages, ref loose);
                    element.Remove("type");
                    pages.Add(element);
                }
                else
                {
                    (atTop ? loose : open.Peek().Content).Add(element);
                }

                open.Push((element, content, type[6..]));
            }
            else if (Question(line, type, open.Any(o => o.Kind == "repeat")) is { } question)
            {
                (atTop ? loose : open.Peek().Content).Add(question);
            }
        }

        Page(pages, ref loose);
        if (open.Count > 0)
        {
            _findings.Add(FindingLevel.Error, "survey", "not-xlsform", $"'{open.Peek().Element["name"]}' is begun and not ended");
        }

        var document = new JsonObject { ["title"] = _settings["form_title"] is { Length: > 0 } title ? title : null, ["pages"] = pages };
        if (_calculated.Count > 0)
        {
            document["calculatedValues"] = _calculated;
        }

        return document;
    }

    /// <summary>The line that made what is at a path of the document.</summary>
    public string Where(JsonObject document, string path)
    {
        var (at, line) = ((JsonNode?)document, 0);
        foreach (Match step in Step().Matches(path))
        {
            at = at switch
            {
                JsonObject o => o[step.Value],
                JsonArray a when int.TryParse(step.Value, CultureInfo.InvariantCulture, out var index) && index < a.Count => a[index],
                _ => null,
            };
            line = at is JsonObject found && _lines.TryGetValue(found, out var number) ? number : line;
        }

        return line == 0 ? path : $"survey, line {line}: {path[(path.LastIndexOf('.') + 1)..]}";
    }

    /// <summary>Which repeats each name is inside of, so that ${name} can be said from anywhere.</summary>
    private void Place(List<Line> lines)
    {
        var open = new Stack<string>();
        foreach (var line in lines)
        {
            _repeats.TryAdd(line["name"], [.. open.Reverse()]);
            switch (Kind(line))
            {
                case "begin repeat":
                    open.Push(line["name"]);
                    break;
                case "end repeat":
                    open.TryPop(out _);
                    break;
            }
        }
    }

    private static void Page(JsonArray pages, ref JsonArray loose)
    {
        if (loose.Count > 0)
        {
            pages.Add(new JsonObject { ["name"] = $"part{pages.Count + 1}", ["elements"] = loose });
            loose = [];
        }
    }

    private static string Where(Line line) => $"survey, line {line.Number}";

    private static string Kind(Line line) => Begins().Replace(line["type"].ToLowerInvariant().Trim(), "$1 $2") is var type && type.StartsWith("begin loop", StringComparison.Ordinal) ? "begin loop" : type;

    private JsonObject Container(Line line, string type, string[] repeats)
    {
        var element = Begun(line, type == "begin repeat" ? "paneldynamic" : "panel");
        if (type == "begin loop")
        {
            _findings.Add(FindingLevel.Outside, Where(line), "outside-type", "What a loop asks of each choice is asked once");
        }

        if (line["repeat_count"] is { Length: > 0 } count)
        {
            if (NumberText.TryRead(count, out var fixedCount) && fixedCount >= 0)
            {
                foreach (var name in new[] { "panelCount", "minPanelCount", "maxPanelCount" })
                {
                    element[name] = (int)fixedCount;
                }
            }
            else
            {
                _findings.Add(FindingLevel.Outside, Where(line), "outside-property", "How often it repeats is what somebody answers, not what is calculated");
            }
        }

        Conditions(element, line, repeats);
        return element;
    }

    private JsonObject Begun(Line line, string type)
    {
        var repeats = _repeats.GetValueOrDefault(line["name"]) ?? [];
        var element = new JsonObject { ["type"] = type, ["name"] = line["name"] };
        _lines[element] = line.Number;
        Set(element, "title", _languages.Text(line, "label", text => Piped(text, repeats)));
        Set(element, "description", _languages.Text(line, "hint", text => Piped(text, repeats)));
        return element;
    }

    private static void Set(JsonObject element, string name, JsonNode? value)
    {
        if (value is not null)
        {
            element[name] = value;
        }
    }

    private void Conditions(JsonObject element, Line line, string[] repeats)
    {
        Set(element, "visibleIf", Turned(line, "relevant", repeats, null));
        var required = line["required"];
        if (IsYes(required))
        {
            element["isRequired"] = true;
        }
        else if (!IsNo(required))
        {
            Set(element, "requiredIf", Turned(line, "required", repeats, null));
        }

        Set(element, "requiredErrorText", _languages.Text(line, "required_message") ?? _languages.Text(line, "requiredmsg"));
        if (IsYes(line["read_only", "readonly"]))
        {
            element["readOnly"] = true;
        }
    }

    private string? Turned(Line line, string column, string[] repeats, string? self)
    {
        if (line[column] is not { Length: > 0 } written)
        {
            return null;
        }

        try
        {
            return new XPath(written, name => Named(name, repeats), self, _findings.Limits).Turned();
        }
        catch (XPathException e)
        {
            _findings.Add(FindingLevel.Outside, Where(line), "outside-value", $"{column} '{written}' is left out: {e.Message}");
            return null;
        }
    }

    /// <summary>A name in the same repeat is {panel.x}, in the one around it {parentPanel.x}, in one inside or beside {repeat.x}.</summary>
    private string Named(string name, string[] repeats)
    {
        var at = _repeats.GetValueOrDefault(name) ?? [];
        return at.Length == 0 ? name
            : at.SequenceEqual(repeats) ? $"panel.{name}"
            : at.SequenceEqual(repeats.SkipLast(1)) ? $"parentPanel.{name}"
            : at.Length == 1 ? $"{at[0]}.{name}"
            : throw new XPathException($"'{name}' is in a repeat that is not reached from here");
    }

    private string Piped(string text, string[] repeats) => Dollar().Replace(text, match =>
    {
        try
        {
            return $"{{{Named(match.Groups[1].Value.Trim(), repeats)}}}";
        }
        catch (XPathException)
        {
            return match.Value;
        }
    });

    private static bool IsYes(string text) => text.ToLowerInvariant() is "yes" or "true" or "1" or "true()";

    private static bool IsNo(string text) => text.ToLowerInvariant() is "" or "no" or "false" or "0" or "false()";

    [GeneratedRegex(@"^(begin|end)[ _](group|repeat|loop)$")]
    private static partial Regex Begins();

    [GeneratedRegex(@"\$\{([^}]*)\}")]
    private static partial Regex Dollar();

    [GeneratedRegex(@"[^.\[\]]+")]
    private static partial Regex Step();
}
