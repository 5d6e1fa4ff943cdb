using System.IO.Compression;
using System.Text;

namespace Granary.Ocrm.Documents.Content;

/// <summary>A text or workbook of Office Open XML (ISO/IEC 29500-2): an archive that says of each part what it is. Whatever acts by itself, or fetches something to act, is not taken.</summary>
internal static class Office
{
    private const string Types = "[Content_Types].xml";

    private static readonly string[] ActingParts = ["vbaproject", "/activex/", "/embeddings/", "/ctrlprops/", "/customui", "/macrosheets/"];

    // Types of parts, and relations whose target is fetched or started when the file is opened.
    private static readonly string[] ActingWords = ["macroEnabled", "vbaProject", "activeX", "/attachedTemplate\"", "/oleObject\"", "/package\"", "<ddeLink", ":ddeLink", "/subDocument\"", "/frame\""];

    public static ReadOnlySpan<byte> Signature => "PK\u0003\u0004"u8;

    public static FileContent Check(byte[] bytes, string extension, OcrmLimits limits)
    {
        try
        {
            using var archive = new ZipArchive(new MemoryStream(bytes), ZipArchiveMode.Read);
            return archive.Entries.Count > limits.DocumentEntries ? FileContent.Refused(Flaw.Unpacks) : Check(archive, bytes, extension, limits.DocumentUnpacked);
        }
        catch (Exception e) when (e is InvalidDataException or NotSupportedException)
        {
            return FileContent.Refused(Flaw.Damaged);
        }
    }

    private static FileContent Check(ZipArchive archive, byte[] bytes, string extension, long most)
    {
        var (type, unpacked) = ("", 0L);
        foreach (var entry in archive.Entries)
        {
            if (entry.IsEncrypted)
            {
                return FileContent.Refused(Flaw.Encrypted);
            }

            if (Text(entry, most - unpacked, out var read) is not { } text)
            {
                return FileContent.Refused(Flaw.Unpacks);
            }

            unpacked += read;
            var name = "/" + entry.FullName;
            if (Array.Exists(ActingParts, part => name.Contains(part, StringComparison.OrdinalIgnoreCase)) || Array.Exists(ActingWords, word => text.Contains(word, StringComparison.OrdinalIgnoreCase)))
            {
                return FileContent.Refused(Flaw.Active);
            }

            if (entry.FullName == Types)
            {
                type = text.Contains("wordprocessingml.document.main+xml", StringComparison.Ordinal) ? ".docx"
                    : text.Contains("spreadsheetml.sheet.main+xml", StringComparison.Ordinal) ? ".xlsx" : "";
            }
        }

        return type.Length == 0 ? FileContent.Refused(Flaw.Type)
            : !type.Equals(extension, StringComparison.OrdinalIgnoreCase) ? FileContent.Refused(Flaw.Name)
            : new FileContent($"application/vnd.openxmlformats-officedocument.{(type == ".docx" ? "wordprocessingml.document" : "spreadsheetml.sheet")}", bytes);
    }

    /// <summary>What a part of words holds; of others nothing, but they are counted as they unpack: what an archive says of its sizes is not to be believed.</summary>
    /// <returns>Null where there is more than is looked at.</returns>
    private static string? Text(ZipArchiveEntry entry, long most, out long read)
    {
        var isWords = entry.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || entry.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase);
        using var content = entry.Open();
        using var words = new MemoryStream();
        var buffer = new byte[81920];
        read = 0;
        for (var some = content.Read(buffer); some > 0; some = content.Read(buffer))
        {
            read += some;
            if (read > most)
            {
                return null;
            }

            if (isWords)
            {
                words.Write(buffer, 0, some);
            }
        }

        var bytes = words.GetBuffer().AsSpan(0, (int)words.Length);
        // Parts of words are UTF-8 or UTF-16 (ISO/IEC 29500-2, 8.1.4).
        return bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) ? Encoding.Unicode.GetString(bytes) : bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) ? Encoding.BigEndianUnicode.GetString(bytes) : Encoding.UTF8.GetString(bytes);
    }
}
