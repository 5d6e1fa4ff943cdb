using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Granary.Surveys.Xlsform;

/// <summary>Writes an Office Open XML workbook. Cells are texts in the line, which nothing calculates.</summary>
internal static class WorkbookFile
{
    /// <param name="sheets">Each a name and lines of cells by the headings of their columns; headings stand in the order in which they first come.</param>
    public static byte[] Write(params (string Name, IReadOnlyList<Dictionary<string, string>> Lines)[] sheets)
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            workbook.Workbook = new DocumentFormat.OpenXml.Spreadsheet.Workbook(new Sheets());
            foreach (var (name, lines) in sheets)
            {
                var heads = lines.SelectMany(l => l.Keys).Distinct().ToList();
                var part = workbook.AddNewPart<WorksheetPart>();
                part.Worksheet = new Worksheet(new SheetData(lines.Select(l => heads.Select(h => l.GetValueOrDefault(h, ""))).Prepend(heads).Select(Line)));
                workbook.Workbook.Sheets!.Append(new Sheet { Name = name, SheetId = (uint)workbook.Workbook.Sheets.Count() + 1, Id = workbook.GetIdOfPart(part) });
            }
        }

        return stream.ToArray();
    }

    private static Row Line(IEnumerable<string> cells) => new(cells.Select(cell => new Cell
    {
        DataType = CellValues.InlineString,
        InlineString = new InlineString(new Text(string.Concat(cell.Where(c => XmlConvert.IsXmlChar(c) || char.IsSurrogate(c)))) { Space = SpaceProcessingModeValues.Preserve }),
    }));
}
