using System.Globalization;
using System.Xml;
using CsvHelper;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Granary.Access.Lists.Exports;

/// <summary>A file of lines and cells, all of them text, that a spreadsheet opens without calculating any of it.</summary>
public interface ISheet : IAsyncDisposable
{
    Task WriteAsync(IReadOnlyList<string> cells);
}

public static class Sheets
{
    public static IReadOnlyList<string> Formats { get; } = ["csv", "xlsx"];

    public static ISheet Create(string format, Stream file) => format == "csv" ? new CsvSheet(file) : new XlsxSheet(file);
}

internal sealed class CsvSheet(Stream file) : ISheet
{
    private readonly CsvWriter _csv = SafeCsv.Open(file);

    public Task WriteAsync(IReadOnlyList<string> cells)
    {
        foreach (var cell in cells)
        {
            _csv.WriteField(cell);
        }

        return _csv.NextRecordAsync();
    }

    public ValueTask DisposeAsync() => _csv.DisposeAsync();
}

/// <summary>
/// An Office Open XML workbook, written as it goes. Cells are inline strings, which are never formulas; "quote prefix" keeps them text
/// also when somebody edits one.
/// </summary>
internal sealed class XlsxSheet : ISheet
{
    private const uint TextStyle = 1;

    private readonly SpreadsheetDocument _document;
    private readonly OpenXmlWriter _writer;

    public XlsxSheet(Stream file)
    {
        _document = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook);
        var workbook = _document.AddWorkbookPart();
        var styles = workbook.AddNewPart<WorkbookStylesPart>();
        styles.Stylesheet = new Stylesheet(
            new Fonts(new Font()), new Fills(new Fill()), new Borders(new Border()), new CellStyleFormats(new CellFormat()),
            new CellFormats(new CellFormat(), new CellFormat { QuotePrefix = true, NumberFormatId = 49, ApplyNumberFormat = true })); // 49 is "@": text
        var sheet = workbook.AddNewPart<WorksheetPart>();
        workbook.Workbook = new Workbook(new DocumentFormat.OpenXml.Spreadsheet.Sheets(new Sheet { Name = "1", SheetId = 1, Id = workbook.GetIdOfPart(sheet) }));
        _writer = OpenXmlWriter.Create(sheet);
        _writer.WriteStartElement(new Worksheet());
        _writer.WriteStartElement(new SheetData());
    }

    public Task WriteAsync(IReadOnlyList<string> cells)
    {
        _writer.WriteStartElement(new Row());
        foreach (var cell in cells)
        {
            _writer.WriteElement(new Cell
            {
                DataType = CellValues.InlineString,
                StyleIndex = TextStyle,
                InlineString = new InlineString(new Text(Printable(cell)) { Space = SpaceProcessingModeValues.Preserve }),
            });
        }

        _writer.WriteEndElement();
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        _writer.WriteEndElement();
        _writer.WriteEndElement();
        _writer.Close();
        _document.Dispose();
        return ValueTask.CompletedTask;
    }

    // XML 1.0 has no place for most control characters, which a bank system may well have sent.
    private static string Printable(string text) =>
        text.All(c => XmlConvert.IsXmlChar(c) || char.IsSurrogate(c)) ? text : string.Concat(text.Where(c => XmlConvert.IsXmlChar(c) || char.IsSurrogate(c)));
}
