using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Granary.Ocrm.Imports;

namespace Granary.Ocrm.Questionnaires.Exchange;

/// <summary>Reads a questionnaire from a table as <see cref="CsvWriter"/> writes it. A line that says nothing that is known is named by its number.</summary>
internal sealed class CsvReader(TableFile file)
{
    private readonly List<FindingView> _findings = [];
    private readonly List<(int Level, JsonObject Element, string Line)> _open = [];

    /// <returns>The document, null where the table is none of a questionnaire; findings whose places are lines.</returns>
    public (JsonObject? Document, IReadOnlyList<FindingView> Findings) Read()
    {
        var heads = file.Heads.Select((head, at) => (head: head.Trim(), at)).Where(h => h.head.Length > 0).DistinctBy(h => h.head).ToDictionary(h => h.head, h => h.at);
        if (!heads.ContainsKey(CsvColumns.Line) || !heads.ContainsKey(CsvColumns.Name))
        {
            return (null, [new FindingView("error", "not-csv", "", $"The first line has the names of the columns, line and {CsvColumns.Name} among them")]);
        }

        foreach (var unknown in heads.Keys.Except(CsvColumns.All))
        {
            Say("outside", "outside-property", 1, $"The column '{unknown}' is not known here and does nothing");
        }

        var document = new JsonObject();
        foreach (var (number, cells) in file.Lines)
        {
            // An apostrophe at the beginning keeps a spreadsheet from calculating, and is no part of the text.
            string Cell(string column) => heads.TryGetValue(column, out var at) && at < cells.Length ? cells[at].StartsWith('\'') ? cells[at][1..] : cells[at] : "";
            Take(document, number, Cell);
        }

        return (document, _findings);
    }

    private void Take(JsonObject document, int number, Func<string, string> cell)
    {
        var kind = cell(CsvColumns.Line);
        var element = kind == "survey" ? document : new JsonObject();
        Fill(element, number, cell);
        switch (kind)
        {
            case "survey":
                return;
            case "page":
                _open.Clear();
                Into(document, "pages", element);
                _open.Add((1, element, kind));
                return;
            case "question":
                var level = int.TryParse(cell(CsvColumns.Level), NumberStyles.None, CultureInfo.InvariantCulture, out var said) ? said : 2;
                _open.RemoveAll(o => o.Level >= level && o.Line != "page");
                if (_open.Count == 0)
                {
                    var page = new JsonObject { ["name"] = "page1" };
                    Into(document, "pages", page);
                    _open.Add((1, page, "page"));
                }

                var (_, parent, line) = _open[^1];
                if (CsvColumns.Inside(line, Text(parent, CsvColumns.Type)) is not { } inside)
                {
                    Say("error", "wrong-type", number, $"A question stands in a page, a panel or a repeated group, and '{Text(parent, CsvColumns.Name)}' is none");
                    return;
                }

                Into(parent, inside, element);
                _open.Add((level, element, kind));
                return;
        }

        if (CsvColumns.Lists.FirstOrDefault(l => l.Line == kind).Property is not { } property)
        {
            Say("error", "bad-value", number, $"'{kind}' is none of survey, page, question, {string.Join(", ", CsvColumns.Lists.Select(l => l.Line))}");
        }
        else if (_open.Count < 2)
        {
            Say("error", "wrong-type", number, $"A {kind} stands behind its question");
        }
        else
        {
            Into(_open[^1].Element, property, element);
        }
    }

    private void Fill(JsonObject element, int number, Func<string, string> cell)
    {
        foreach (var property in new[] { CsvColumns.Name, CsvColumns.Type, CsvColumns.VisibleIf })
        {
            if (cell(property) is { Length: > 0 } text)
            {
                element[property] = text;
            }
        }

        foreach (var property in new[] { CsvColumns.Value, CsvColumns.Score })
        {
            if (cell(property) is { Length: > 0 } text)
            {
                element[property] = CsvColumns.ValueOf(text);
            }
        }

        foreach (var property in new[] { "title", "description", "text" })
        {
            CsvColumns.GiveText(element, property, cell);
        }

        if (cell(CsvColumns.Required).ToLowerInvariant() is "yes" or "true" or "1" or "是")
        {
            element["isRequired"] = true;
        }

        if (cell(CsvColumns.More) is { Length: > 0 } more)
        {
            More(element, number, more);
        }
    }

    private void More(JsonObject element, int number, string more)
    {
        try
        {
            using var read = JsonDocument.Parse(more, new() { AllowDuplicateProperties = false });
            foreach (var property in read.RootElement.EnumerateObject())
            {
                element.TryAdd(property.Name, JsonNode.Parse(property.Value.GetRawText()));
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            Say("error", "not-json", number, "The column 'more' holds a JSON object");
        }
    }

    private static void Into(JsonObject parent, string property, JsonObject element)
    {
        if (parent[property] is not JsonArray list)
        {
            parent[property] = list = [];
        }

        list.Add((JsonNode)element);
    }

    private static string Text(JsonObject element, string property) => element[property] is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : "";

    private void Say(string severity, string code, int line, string text) => _findings.Add(new FindingView(severity, code, $"line {line.ToString(CultureInfo.InvariantCulture)}", text));
}
