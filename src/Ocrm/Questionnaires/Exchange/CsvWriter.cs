using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Granary.Access.Lists.Exports;

namespace Granary.Ocrm.Questionnaires.Exchange;

/// <summary>Writes a questionnaire as a table: a line for the whole, each page, each question and each choice, in the order of the document.</summary>
internal static class CsvWriter
{
    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Write(JsonElement document)
    {
        var whole = JsonNode.Parse(document.GetRawText())!.AsObject();
        var lines = new List<Dictionary<string, string>>();
        var pages = Taken(whole, "pages") ?? [];
        if (Taken(whole, "elements") is { } bare)
        {
            pages.Add(new JsonObject { ["elements"] = new JsonArray([.. bare.Select(e => e!.DeepClone())]) });
        }

        Add(lines, "survey", 0, whole);
        foreach (var page in pages.OfType<JsonObject>())
        {
            Element(lines, "page", 1, page.DeepClone().AsObject());
        }

        var stream = new MemoryStream();
        using (var csv = SafeCsv.Open(stream))
        {
            foreach (var cells in lines.Select(l => CsvColumns.All.Select(c => l.GetValueOrDefault(c, ""))).Prepend(CsvColumns.All))
            {
                foreach (var cell in cells)
                {
                    csv.WriteField(cell.StartsWith('\'') ? "'" + cell : cell); // the reader takes one away, as a spreadsheet does
                }

                csv.NextRecord();
            }
        }

        return stream.ToArray();
    }

    private static void Element(List<Dictionary<string, string>> lines, string kind, int level, JsonObject element)
    {
        var type = kind == "page" ? "" : element["type"] is JsonValue said && said.GetValueKind() == JsonValueKind.String ? said.GetValue<string>() : "";
        var inside = CsvColumns.Inside(kind, type) is { } property ? Taken(element, property) : null;
        var lists = CsvColumns.Lists.Select(l => (l.Line, Items: type == "matrixdynamic" ? null : Plain(element, l.Property))).ToList();
        Add(lines, kind, level, element);
        foreach (var (line, items) in lists)
        {
            foreach (var item in items ?? [])
            {
                Add(lines, line, level + 1, item);
            }
        }

        foreach (var part in inside?.OfType<JsonObject>() ?? [])
        {
            Element(lines, "question", level + 1, part.DeepClone().AsObject());
        }
    }

    /// <summary>Choices that have a value, perhaps texts and a score; others stay where they are.</summary>
    private static List<JsonObject>? Plain(JsonObject element, string property)
    {
        if (element[property] is not JsonArray { Count: > 0 } items)
        {
            return null;
        }

        var read = items.Select(i => i switch
        {
            JsonValue value when !(value.GetValueKind() == JsonValueKind.String && value.GetValue<string>().Contains('|', StringComparison.Ordinal)) => new JsonObject { ["value"] = value.DeepClone() },
            JsonObject { } one when one["value"] is JsonValue => one.DeepClone().AsObject(),
            _ => null,
        }).ToList();
        if (read.Contains(null))
        {
            return null;
        }

        element.Remove(property);
        return read!;
    }

    private static void Add(List<Dictionary<string, string>> lines, string kind, int level, JsonObject element)
    {
        var line = new Dictionary<string, string> { [CsvColumns.Line] = kind, [CsvColumns.Level] = level.ToString(CultureInfo.InvariantCulture) };
        foreach (var property in new[] { "title", "description", "text" })
        {
            CsvColumns.TakeText(element, property, line);
        }

        foreach (var property in new[] { CsvColumns.Name, CsvColumns.Type, CsvColumns.VisibleIf, CsvColumns.Value, CsvColumns.Score })
        {
            if (element[property] is JsonValue value)
            {
                line[property] = value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString();
                element.Remove(property);
            }
        }

        if (element["isRequired"] is JsonValue required && required.GetValueKind() == JsonValueKind.True)
        {
            line[CsvColumns.Required] = "yes";
            element.Remove("isRequired");
        }

        if (element.Count > 0)
        {
            line[CsvColumns.More] = element.ToJsonString(Compact);
        }

        lines.Add(line);
    }

    private static JsonArray? Taken(JsonObject from, string property)
    {
        var list = from[property] as JsonArray;
        if (list is not null)
        {
            from.Remove(property);
        }

        return list;
    }
}
