namespace Granary.Ocrm.Documents.Content;

/// <summary>Why a file is not taken.</summary>
internal enum Flaw
{
    /// <summary>Its bytes are of no type that is taken.</summary>
    Type,

    /// <summary>Its name says another type than its bytes.</summary>
    Name,

    /// <summary>It holds a script, a macro, an action or another file.</summary>
    Active,

    Encrypted,
    Damaged,

    /// <summary>It unpacks to more than a document has.</summary>
    Unpacks,

    /// <summary>More pixels than a browser can show.</summary>
    Pixels,
}

/// <summary>A file as its bytes show it.</summary>
/// <param name="Type">The type as HTTP names it.</param>
/// <param name="Bytes">What is kept: of a picture without what says where and by which device it was taken.</param>
/// <param name="Flaw">Why it is not taken; then the rest says nothing.</param>
internal sealed record FileContent(string Type, ReadOnlyMemory<byte> Bytes, Flaw? Flaw = null)
{
    /// <summary>Extensions that are taken, as a page offers them.</summary>
    public static IReadOnlyList<string> Extensions { get; } = [".jpg", ".jpeg", ".png", ".webp", ".pdf", ".docx", ".xlsx", ".txt", ".csv"];

    // The compound file of Word 97 and its like, in which an encrypted workbook of today lies too (MS-CFB 2.2, MS-OFFCRYPTO 2.3).
    private static ReadOnlySpan<byte> CompoundFile => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    public static FileContent Refused(Flaw flaw) => new("", default, flaw);

    /// <summary>Recognises a file by its bytes, holds its name against them, and looks through what its type may hide.</summary>
    public static FileContent Check(byte[] bytes, string extension, OcrmLimits limits)
    {
        var file = bytes.AsSpan();
        return file.StartsWith(Jpeg.Signature) ? Named(extension, [".jpg", ".jpeg"], () => Jpeg.Check(bytes, limits))
            : file.StartsWith(Png.Signature) ? Named(extension, [".png"], () => Png.Check(bytes, limits))
            : Webp.Is(file) ? Named(extension, [".webp"], () => Webp.Check(bytes, limits))
            : file.StartsWith(Pdf.Signature) ? Named(extension, [".pdf"], () => Pdf.Check(bytes, limits))
            : file.StartsWith(Office.Signature) ? Office.Check(bytes, extension, limits)
            : file.StartsWith(CompoundFile) ? Named(extension, [".docx", ".xlsx"], () => Refused(Content.Flaw.Encrypted))
            : PlainText.Check(bytes, extension);
    }

    private static FileContent Named(string extension, string[] allowed, Func<FileContent> check) =>
        allowed.Contains(extension, StringComparer.OrdinalIgnoreCase) ? check() : Refused(Content.Flaw.Name);
}
