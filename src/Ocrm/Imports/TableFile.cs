using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Granary.Ocrm.Imports;

/// <summary>A file that somebody made with a spreadsheet: CSV or an Office Open XML workbook, of which the first sheet is read. All cells are text.</summary>
/// <param name="Heads">The first line: the names of the columns.</param>
/// <param name="Lines">Those that are not empty, with their numbers in the file; the heading is line 1.</param>
internal sealed record TableFile(IReadOnlyList<string> Heads, IReadOnlyList<(int Number, string[] Cells)> Lines)
{
    // A workbook is a ZIP archive, which begins so.
    private static ReadOnlySpan<byte> Zip => [0x50, 0x4B, 0x03, 0x04];

    /// <returns>Null where it is neither, or has more lines or columns than a file may have.</returns>
    public static TableFile? Read(byte[] bytes, OcrmLimits limits)
    {
        try
        {
            var rows = bytes.AsSpan().StartsWith(Zip) ? Workbook(bytes, limits) : Csv(bytes, limits);
            return rows is [var (_, heads), ..] && rows.Count <= limits.ImportLines + 1 ? new TableFile(heads, rows[1..]) : null;
        }
        catch (Exception e) when (e is CsvHelperException or OpenXmlPackageException or System.Xml.XmlException or InvalidDataException or IOException
            or ArgumentException or FormatException or InvalidOperationException or NotSupportedException or InvalidCastException or OverflowException)
        {
            return null;
        }
    }

    private static List<(int, string[])> Csv(byte[] bytes, OcrmLimits limits)
    {
        using var reader = new CsvReader(new StringReader(Text(bytes)), new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            HasHeaderRecord = false, DetectDelimiter = true, DetectDelimiterValues = [",", "\t", ";"], BadDataFound = null, TrimOptions = TrimOptions.Trim,
        });
        var rows = new List<(int, string[])>();
        while (rows.Count <= limits.ImportLines + 1 && reader.Read())
        {
            Add(rows, reader.Parser.Row, [.. reader.Parser.Record!.Take(limits.ImportColumns)]);
        }

        return rows;
    }

    /// <summary>Spreadsheets in China write GB18030 where they are not told otherwise; what is valid UTF-8 is hardly ever that.</summary>
    private static string Text(byte[] bytes)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
            return Encoding.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback).GetString(bytes);
        }
    }

    private static List<(int, string[])> Workbook(byte[] bytes, OcrmLimits limits)
    {
        using var stream = new MemoryStream(bytes);
        // Bounded, so that a small archive cannot become a large one.
        using var document = SpreadsheetDocument.Open(stream, isEditable: false, new OpenSettings { MaxCharactersInPart = limits.ImportCharacters });
        var workbook = document.WorkbookPart ?? throw new InvalidDataException();
        var shared = workbook.SharedStringTablePart?.SharedStringTable.Elements<SharedStringItem>().Select(i => i.InnerText).ToArray() ?? [];
        var first = workbook.Workbook.Sheets?.Elements<Sheet>().FirstOrDefault()?.Id?.Value ?? throw new InvalidDataException();
        using var reader = OpenXmlReader.Create((WorksheetPart)workbook.GetPartById(first));
        var rows = new List<(int, string[])>();
        while (rows.Count <= limits.ImportLines + 1 && reader.Read())
        {
            if (reader.ElementType == typeof(Row) && reader.IsStartElement && reader.LoadCurrentElement() is Row row)
            {
                Add(rows, (int)(row.RowIndex?.Value ?? (uint)rows.Count + 1), Cells(row, shared, limits));
            }
        }

        return rows;
    }

    private static string[] Cells(Row row, string[] shared, OcrmLimits limits)
    {
        var cells = new List<string>();
        foreach (var cell in row.Elements<Cell>())
        {
            var column = cell.CellReference?.Value is { } at ? ColumnOf(at) : cells.Count;
            if (column >= limits.ImportColumns)
            {
                break;
            }

            while (cells.Count < column)
            {
                cells.Add(""); // empty cells are not written
            }

            var text = cell.DataType?.Value == CellValues.SharedString && int.TryParse(cell.CellValue?.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < shared.Length
                ? shared[index]
                : cell.DataType?.Value == CellValues.InlineString ? cell.InlineString?.InnerText : cell.CellValue?.Text;
            cells.Add(text?.Trim() ?? "");
        }

        return [.. cells];
    }

    /// <summary>"AB12" is in column 27, counted from 0.</summary>
    private static int ColumnOf(string reference) => reference.TakeWhile(char.IsAsciiLetter).Aggregate(0, (column, letter) => (column * 26) + (char.ToUpperInvariant(letter) - 'A' + 1)) - 1;

    private static void Add(List<(int, string[])> rows, int number, string[] cells)
    {
        if (cells.Any(c => c.Length > 0))
        {
            rows.Add((number, cells));
        }
    }
}
