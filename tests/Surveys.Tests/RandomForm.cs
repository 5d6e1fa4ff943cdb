using System.Text.Json.Nodes;

namespace Granary.Surveys.Tests;

/// <summary>Questionnaires of what XLSForm can say: pages, panels, repeats, conditions on questions before, bounds, two languages.</summary>
internal sealed class RandomForm(Random random)
{
    private readonly List<(string Name, string Kind, string? Group)> _asked = [];
    private int _number;

    public JsonObject Document() => new()
    {
        ["title"] = "调查",
        ["calculatedValues"] = new JsonArray(new JsonObject { ["name"] = "twice", ["expression"] = "{amount} * 2 + 1", ["includeIntoResult"] = true }),
        ["pages"] = new JsonArray([.. Enumerable.Range(1, random.Next(1, 4)).Select(i => (JsonNode)new JsonObject { ["name"] = $"page{i}", ["title"] = Text($"第 {i} 页"), ["elements"] = Several(null, 0, i == 1) })]),
    };

    private JsonArray Several(string? group, int depth, bool isFirst = false)
    {
        var elements = Enumerable.Range(0, random.Next(2, 6)).Select(_ => (JsonNode)Element(group, depth)).ToList();
        if (isFirst)
        {
            elements.Insert(0, new JsonObject { ["type"] = "text", ["inputType"] = "number", ["name"] = "amount", ["title"] = Text("金额") });
            _asked.Add(("amount", "number", null));
        }

        return new JsonArray([.. elements]);
    }

    private JsonObject Element(string? group, int depth)
    {
        var (name, condition) = ($"q{++_number}", random.Chance(0.4) ? Condition(group) : null);
        var element = new JsonObject { ["name"] = name, ["title"] = Text(name + (random.Chance(0.2) ? " {amount}" : "")) };
        var kind = random.Pick("text", "comment", "number", "date", "one", "one", "several", "panel", "repeat", "note", "rank");
        switch (kind)
        {
            case "panel" when depth < 2:
                (element["type"], element["elements"]) = ("panel", Several(group, depth + 1));
                break;
            case "repeat" when depth < 2 && group is null:
                (element["type"], element["templateElements"]) = ("paneldynamic", Several(name, depth + 1));
                break;
            case "note":
                (element["type"], element["html"]) = ("html", element["title"]!.DeepClone());
                element.Remove("title");
                break;
            case "number":
                (element["type"], element["inputType"]) = ("text", "number");
                element["validators"] = Wanted(name, group, $"{{{Self(name, group)}}} >= {random.Next(5)} and {{{Self(name, group)}}} < {random.Next(5, 100)}");
                break;
            case "date":
                (element["type"], element["inputType"]) = ("text", "date");
                break;
            case "one" or "several" or "rank":
                element["type"] = kind == "one" ? random.Pick("radiogroup", "dropdown") : kind == "rank" ? "ranking" : "checkbox";
                element["choices"] = new JsonArray([.. new[] { "a", "b", "c" }.Select(v => (JsonNode)new JsonObject { ["value"] = v, ["text"] = Text($"选项 {v}") })]);
                if (kind != "rank" && random.Chance(0.3))
                {
                    element["showOtherItem"] = true;
                }

                break;
            default:
                element["type"] = kind == "comment" ? "comment" : "text";
                kind = "text";
                if (random.Chance(0.3))
                {
                    element["validators"] = new JsonArray(new JsonObject { ["type"] = "regex", ["regex"] = "^[a-z0-9]+$", ["text"] = Text("小写") });
                }

                break;
        }

        if (condition is not null)
        {
            element["visibleIf"] = condition;
        }

        if (random.Chance(0.3) && (string?)element["type"] != "html")
        {
            element["isRequired"] = true;
        }

        if (kind is "text" or "number" or "one" or "several")
        {
            _asked.Add((name, kind, group));
        }

        return element;
    }

    private static string Self(string name, string? group) => group is null ? name : $"panel.{name}";

    private static JsonArray Wanted(string name, string? group, string condition) => new(new JsonObject { ["type"] = "expression", ["expression"] = $"{{{Self(name, group)}}} empty or ({condition})", ["text"] = "不对" });

    private string? Condition(string? group)
    {
        var known = _asked.Where(a => a.Group is null || a.Group == group).ToList();
        if (known.Count == 0)
        {
            return null;
        }

        var one = known[random.Next(known.Count)];
        var name = $"{{{Self(one.Name, one.Group)}}}";
        var said = one.Kind switch
        {
            "number" => $"{name} {random.Pick(">", "<=", "=", "<>")} {random.Next(20)}",
            "one" => random.Pick($"{name} = 'a'", $"{name} anyof ['a', 'b']", $"{name} <> 'c'", $"{name} notempty"),
            "several" => random.Pick($"{name} contains 'a'", $"{name} anyof ['b', 'c']", $"{name} allof ['a', 'b']", $"{name} noneof ['a']", $"{name[..^1]}.length}} > 1"),
            _ => random.Pick($"{name} notempty", $"{name} = 'ab'", $"{name} empty"),
        };
        return random.Next(4) switch { 0 => $"!({said})", 1 => $"{said} and {{amount}} + 1 > 3", 2 => $"{said} or iif({{amount}} > 5, 1, 0) = 1", _ => said };
    }

    private JsonNode Text(string text) => random.Chance(0.5) ? new JsonObject { ["default"] = text, ["en"] = text + " in English" } : JsonValue.Create(text);
}
