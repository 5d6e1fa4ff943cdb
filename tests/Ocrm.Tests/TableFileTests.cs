using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Granary.Ocrm.Imports;

namespace Granary.Ocrm.Tests;

/// <summary>Files that people make with spreadsheets (docs/cases.md, SEG).</summary>
public sealed class TableFileTests
{
    private static readonly OcrmLimits Limits = new() { ImportLines = 3 };

    [Fact, Trait("Case", "SEG-09")]
    public void A_workbook_is_read_with_shared_and_inline_texts_numbers_and_the_cells_that_it_leaves_out()
    {
        var file = TableFile.Read(Workbook(
            [("A1", Shared(0)), ("C1", Inline("姓名"))],
            [("A2", Number("13900000001")), ("C2", Inline("王芳"))],
            [],
            [("C4", Shared(1))]), Limits)!;
        Assert.Equal(["手机号", "", "姓名"], file.Heads);
        Assert.Equal([(2, "13900000001||王芳"), (4, "||李娜")], file.Lines.Select(l => (l.Number, string.Join('|', l.Cells))));
    }

    [Fact, Trait("Case", "SEG-09")]
    public void What_is_no_table_or_too_long_a_one_is_refused()
    {
        Assert.Null(TableFile.Read([0x50, 0x4B, 0x03, 0x04, 1, 2, 3], Limits));
        Assert.Null(TableFile.Read([], Limits));
        Assert.Null(TableFile.Read([0xFF, 0xFF, 0xFF], Limits));
        Assert.Null(TableFile.Read(Encoding.UTF8.GetBytes("a\n1\n2\n3\n4\n"), Limits));
        Assert.Equal(3, TableFile.Read(Encoding.UTF8.GetBytes("a;b\n1;2\n\n2;3\n3;4\n"), Limits)!.Lines.Count);
    }

    /// <summary>Bytes of the parts too, not only of the archive: most damage to an archive is found by its checksums.</summary>
    [Fact, Trait("Case", "SEG-10")]
    public void A_damaged_workbook_is_read_or_refused_and_nothing_else()
    {
        var seed = Random.Shared.Next();
        TestContext.Current.TestOutputHelper?.WriteLine($"seed {seed}");
        var random = new Random(seed);
        var whole = Workbook([("A1", Shared(0)), ("B1", Inline("姓名"))], [("A2", Number("1")), ("B2", Inline("王芳"))]);
        for (var i = 0; i < 1000; i++)
        {
            TableFile.Read(i % 4 == 0 ? whole[..random.Next(4, whole.Length)] : Damaged(whole, random), Limits);
        }
    }

    private static byte[] Damaged(byte[] workbook, Random random)
    {
        using var stream = new MemoryStream();
        stream.Write(workbook);
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            var part = archive.Entries[random.Next(archive.Entries.Count)];
            string text;
            using (var reader = new StreamReader(part.Open()))
            {
                text = reader.ReadToEnd();
            }

            var at = random.Next(text.Length);
            string[] instead = ["", "9", "-1", "x", "<", "\"", "999999999999", text[random.Next(text.Length)..]];
            var name = part.FullName;
            part.Delete();
            using var writer = new StreamWriter(archive.CreateEntry(name).Open());
            writer.Write(text[..at] + instead[random.Next(instead.Length)] + text[Math.Min(text.Length, at + random.Next(3))..]);
        }

        return stream.ToArray();
    }

    private static Cell Shared(int index) => new() { DataType = CellValues.SharedString, CellValue = new CellValue(index.ToString(System.Globalization.CultureInfo.InvariantCulture)) };

    private static Cell Inline(string text) => new() { DataType = CellValues.InlineString, InlineString = new InlineString(new Text(text)) };

    private static Cell Number(string number) => new() { CellValue = new CellValue(number) };

    private static byte[] Workbook(params (string At, Cell Cell)[][] rows)
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            workbook.AddNewPart<SharedStringTablePart>().SharedStringTable = new SharedStringTable(new SharedStringItem(new Text("手机号")), new SharedStringItem(new Text("李娜")));
            var sheet = workbook.AddNewPart<WorksheetPart>();
            sheet.Worksheet = new Worksheet(new SheetData(rows.Select((cells, i) => new Row(cells.Select(c =>
            {
                c.Cell.CellReference = c.At;
                return c.Cell;
            })) { RowIndex = (uint)i + 1 })));
            workbook.Workbook = new Workbook(new Sheets(new Sheet { Name = "1", SheetId = 1, Id = workbook.GetIdOfPart(sheet) }));
        }

        return stream.ToArray();
    }
}
