using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Granary.Surveys.Xlsform;

/// <summary>One line of a sheet by the headings of its columns, which are in small letters.</summary>
internal sealed record Line(int Number, IReadOnlyDictionary<string, string> Cells)
{
    /// <summary>"" where there is none. The first of the names that has something.</summary>
    public string this[params ReadOnlySpan<string> names]
    {
        get
        {
            foreach (var name in names)
            {
                if (Cells.TryGetValue(name, out var text) && text.Length > 0)
                {
                    return text;
                }
            }

            return "";
        }
    }
}

/// <summary>The sheets of an Office Open XML workbook, by their names in small letters. All cells are text.</summary>
internal static class Workbook
{
    /// <exception cref="InvalidDataException">It is no workbook, or larger than the limits allow.</exception>
    public static IReadOnlyDictionary<string, List<Line>> Read(byte[] file, SurveyLimits limits)
    {
        try
        {
            using var stream = new MemoryStream(file);
            // Bounded, so that a small archive cannot become a large one.
            using var document = SpreadsheetDocument.Open(stream, isEditable: false, new OpenSettings { MaxCharactersInPart = limits.SheetCharacters });
            var workbook = document.WorkbookPart ?? throw new InvalidDataException("There is no workbook in it");
            var shared = workbook.SharedStringTablePart?.SharedStringTable.Elements<SharedStringItem>().Select(Text).ToArray() ?? [];
            var sheets = new Dictionary<string, List<Line>>(StringComparer.Ordinal);
            foreach (var sheet in workbook.Workbook.Sheets?.Elements<Sheet>() ?? [])
            {
                if (sheet.Name?.Value is { } name && sheet.Id?.Value is { } id && workbook.GetPartById(id) is WorksheetPart part)
                {
                    sheets[name.Trim().ToLowerInvariant()] = Lines(part, shared, limits);
                }
            }

            return sheets;
        }
        catch (Exception e) when (e is OpenXmlPackageException or FileFormatException or System.Xml.XmlException or ArgumentException or InvalidOperationException or IOException or FormatException or NotSupportedException)
        {
            throw new InvalidDataException("It is no workbook", e);
        }
    }

    private static List<Line> Lines(WorksheetPart part, string[] shared, SurveyLimits limits)
    {
        var rows = part.Worksheet.Descendants<Row>().Take(limits.SheetLines + 1).Select((row, i) => (Number: (int)(row.RowIndex?.Value ?? (uint)i + 1), Cells: Cells(row, shared))).Where(r => r.Cells.Count > 0).ToList();
        if (rows.Count > limits.SheetLines)
        {
            throw new InvalidDataException($"A sheet has more than {limits.SheetLines} lines");
        }

        var heads = rows.Count == 0 ? [] : rows[0].Cells.ToDictionary(c => c.Key, c => Heading(c.Value));
        return [.. rows.Skip(1).Select(row => new Line(row.Number, row.Cells.Where(c => heads.ContainsKey(c.Key)).DistinctBy(c => heads[c.Key]).ToDictionary(c => heads[c.Key], c => c.Value, StringComparer.Ordinal)))];
    }

    /// <summary>"List Name" is list_name; a language behind colons keeps its form.</summary>
    private static string Heading(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var name = (colon < 0 ? text : text[..colon]).Trim().ToLowerInvariant().Replace(' ', '_');
        return colon < 0 ? name : $"{name}::{text[colon..].TrimStart(':').Trim()}";
    }

    private static Dictionary<int, string> Cells(Row row, string[] shared)
    {
        var (cells, next) = (new Dictionary<int, string>(), 0);
        foreach (var cell in row.Elements<Cell>())
        {
            var column = cell.CellReference?.Value is { } at ? at.TakeWhile(char.IsAsciiLetter).Take(4).Aggregate(0, (sum, letter) => (sum * 26) + char.ToUpperInvariant(letter) - 'A' + 1) - 1 : next;
            next = column + 1;
            var raw = cell.CellValue?.Text ?? "";
            var text = cell.DataType?.Value == CellValues.SharedString && int.TryParse(raw, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < shared.Length ? shared[index]
                : cell.DataType?.Value == CellValues.InlineString ? cell.InlineString?.InnerText ?? ""
                : cell.DataType is null && double.TryParse(raw, CultureInfo.InvariantCulture, out var number) ? NumberText.Write(number)
                : raw;
            if (text.Trim().Length > 0)
            {
                cells[column] = text.Trim();
            }
        }

        return cells;
    }

    // Without the readings that East Asian cells may have beside their text.
    private static string Text(SharedStringItem item) => item.Text?.Text ?? string.Concat(item.Elements<Run>().Select(r => r.Text?.Text));
}
