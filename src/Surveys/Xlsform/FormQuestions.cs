using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Granary.Surveys.Reading;

namespace Granary.Surveys.Xlsform;

/// <content>Lines that ask something.</content>
internal sealed partial class Form
{
    /// <returns>Null for what is calculated, which stands beside the pages.</returns>
    private JsonObject? Question(Line line, string type, bool isRepeated)
    {
        var repeats = _repeats.GetValueOrDefault(line["name"]) ?? [];
        if (type == "calculate" && !isRepeated)
        {
            if (Turned(line, "calculation", repeats, null) is { } expression)
            {
                var value = new JsonObject { ["name"] = line["name"], ["expression"] = expression, ["includeIntoResult"] = true };
                _lines[value] = line.Number;
                _calculated.Add(value);
                return null;
            }

            return Hidden(line); // its name may be spoken of
        }

        var question = Select().Match(type) is { Success: true } select ? Chosen(line, select) : Plain(line, type, repeats);
        Conditions(question, line, repeats);
        Constraint(question, line, repeats);
        if (line["default"] is { Length: > 0 } given)
        {
            if (given.Contains("${", StringComparison.Ordinal) || given.EndsWith(')'))
            {
                _findings.Add(FindingLevel.Outside, Where(line), "outside-property", $"The default '{given}' is calculated, and is left out");
            }
            else
            {
                question["defaultValue"] = (string?)question["type"] is "checkbox" or "tagbox" or "ranking" ? new JsonArray([.. given.Split(' ').Select(v => (JsonNode)v)]) : given;
            }
        }

        if (line["choice_filter"].Length > 0)
        {
            _findings.Add(FindingLevel.Outside, Where(line), "outside-property", "choice_filter is left out: all choices are always shown");
        }

        if (line["appearance"].Length > 0)
        {
            _findings.Add(FindingLevel.Looks, Where(line), "looks", "appearance is left to the page");
        }

        return question;
    }

    private JsonObject Plain(Line line, string type, string[] repeats)
    {
        switch (type)
        {
            case "text":
                return Begun(line, line["appearance"].Contains("multiline", StringComparison.Ordinal) ? "comment" : "text");
            case "integer" or "decimal" or "int" or "range":
                return Input(line, "number");
            case "date":
                return Input(line, "date");
            case "time":
                return Input(line, "time");
            case "datetime":
                return Input(line, "datetime-local");
            case "phonenumber" or "phone number":
                return Input(line, "tel");
            case "geopoint":
                return Begun(line, "place");
            case "image" or "photo":
                return Begun(line, "photo");
            case "file" or "audio" or "video":
                var file = Begun(line, "file");
                file["acceptedTypes"] = type == "file" ? null : type + "/*";
                return file;
            case "acknowledge" or "trigger":
                return Begun(line, "boolean");
            case "note":
                var note = Begun(line, "html");
                note["html"] = note["title"]?.DeepClone();
                note.Remove("title");
                return note;
            case "calculate":
                var calculated = Begun(line, "expression");
                Set(calculated, "expression", Turned(line, "calculation", repeats, null));
                return calculated;
            case "start" or "end" or "today" or "deviceid" or "username" or "simserial" or "subscriberid" or "email" or "uri:deviceid" or "uri:phonenumber" or "start-geopoint" or "audit" or "hidden":
                _findings.Add(FindingLevel.Outside, Where(line), "outside-type", $"'{type}' is what a device knows of itself; it is kept as a hidden text that nobody fills in");
                return Hidden(line);
            default:
                _findings.Add(FindingLevel.Outside, Where(line), "outside-type", $"There is no '{line["type"]}' here; it is asked as text");
                return Begun(line, "comment");
        }
    }

    private JsonObject Hidden(Line line)
    {
        var hidden = Begun(line, "text");
        hidden["visible"] = false;
        return hidden;
    }

    private JsonObject Input(Line line, string input)
    {
        var question = Begun(line, "text");
        question["inputType"] = input;
        return question;
    }

    private JsonObject Chosen(Line line, Match select)
    {
        var (kind, list) = (select.Groups["kind"].Value, select.Groups["list"].Value);
        var isShort = line["appearance"].Contains("minimal", StringComparison.Ordinal);
        var question = Begun(line, kind.StartsWith("rank", StringComparison.Ordinal) ? "ranking" : kind.Contains("one", StringComparison.Ordinal) ? isShort ? "dropdown" : "radiogroup" : isShort ? "tagbox" : "checkbox");
        if (!_choices.TryGetValue(Original(line, list), out var choices))
        {
            _findings.Add(FindingLevel.Outside, Where(line), "outside-value", $"The choices '{list}' are in no sheet; it is asked as text");
            question["type"] = "comment";
            return question;
        }

        foreach (var twice in choices.GroupBy(c => c["name", "value"]).Where(g => g.Count() > 1))
        {
            _findings.Add(FindingLevel.Outside, Where(line), "outside-value", $"The choice '{twice.Key}' is in the list more than once, and is shown once");
        }

        question["choices"] = new JsonArray([.. choices.DistinctBy(c => c["name", "value"]).Select(Choice)]);
        if (select.Groups["other"].Success)
        {
            question["showOtherItem"] = true;
        }

        return question;
    }

    // Types are compared in small letters; lists are called as they are.
    private static string Original(Line line, string list) => line["type"].IndexOf(list, StringComparison.OrdinalIgnoreCase) is >= 0 and var at ? line["type"].Substring(at, list.Length) : list;

    private JsonObject Choice(Line choice)
    {
        var read = new JsonObject { ["value"] = choice["name", "value"] };
        Set(read, "text", _languages.Text(choice, "label"));
        return read;
    }

    /// <summary>A constraint is asked of an answer, not of none. One that is a pattern alone becomes a pattern.</summary>
    private void Constraint(JsonObject question, Line line, string[] repeats)
    {
        if (line["constraint"] is not { Length: > 0 } constraint)
        {
            return;
        }

        var self = Named(line["name"], repeats);
        var validator = new JsonObject();
        if (Pattern().Match(constraint) is { Success: true } pattern)
        {
            (validator["type"], validator["regex"]) = ("regex", pattern.Groups["pattern"].Value);
        }
        else if (Turned(line, "constraint", repeats, self) is { } expression)
        {
            (validator["type"], validator["expression"]) = ("expression", $"{{{self}}} empty or ({expression})");
        }
        else
        {
            return;
        }

        Set(validator, "text", _languages.Text(line, "constraint_message", text => Piped(text, repeats)));
        question["validators"] = new JsonArray(validator);
    }

    [GeneratedRegex(@"^(?<kind>select_one|select_multiple|select one|select all that apply|select multiple|rank)( from)? (?<list>[^ ]+)(?<other> or_other| or specify other)?$")]
    private static partial Regex Select();

    [GeneratedRegex("^regex\\(\\s*\\.\\s*,\\s*(['\"‘“])(?<pattern>.*)['\"’”]\\s*\\)$", RegexOptions.Singleline)]
    private static partial Regex Pattern();
}
