using System.IO.Compression;

namespace Granary.Ocrm.Documents.Content;

/// <summary>
/// A PDF file (ISO 32000-1), looked through for what acts by itself: names of scripts, of programs to start, of files inside, wherever
/// they stand, also in packed objects. It is not parsed: a reader that is more lenient than a parser would see more than it.
/// </summary>
internal static class Pdf
{
    /// <summary>The end of a file has its mark within so many bytes (ISO 32000-1, annex H, note 18).</summary>
    private const int Tail = 1024;

    /// <summary>How far before a stream its dictionary is looked for.</summary>
    private const int Dictionary = 4096;

    private static readonly byte[][] Acting =
        [.. new[] { "/JavaScript", "/Launch", "/EmbeddedFile", "/RichMedia", "/Rendition", "/XFA ", "/XFA[" }.Select(System.Text.Encoding.ASCII.GetBytes)];

    public static ReadOnlySpan<byte> Signature => "%PDF-"u8;

    public static FileContent Check(byte[] bytes, OcrmLimits limits)
    {
        var file = bytes.AsSpan();
        if (file[^Math.Min(Tail, file.Length)..].IndexOf("%%EOF"u8) < 0)
        {
            return FileContent.Refused(Flaw.Damaged);
        }

        var plain = Unescaped(file);
        if (plain.AsSpan().IndexOf("/Encrypt"u8) >= 0)
        {
            return FileContent.Refused(Flaw.Encrypted);
        }

        return Acts(plain) ? FileContent.Refused(Flaw.Active)
            : Streams(bytes, limits) is { } flaw ? FileContent.Refused(flaw)
            : new FileContent("application/pdf", bytes);
    }

    private static bool Acts(ReadOnlySpan<byte> text)
    {
        foreach (var name in Acting)
        {
            if (text.IndexOf(name) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Unpacks every stream, whatever its dictionary says of it.</summary>
    private static Flaw? Streams(byte[] bytes, OcrmLimits limits)
    {
        var (at, unpacked) = (0, 0L);
        for (var streams = 0; bytes.AsSpan(at).IndexOf("stream"u8) is var next && next >= 0; streams++)
        {
            var keyword = at + next;
            at = keyword + "stream".Length;
            if (bytes.AsSpan(0, keyword).EndsWith("end"u8))
            {
                continue;
            }

            var content = streams < limits.DocumentEntries ? Unpacked(bytes, at, limits.DocumentUnpacked - unpacked) : null;
            if (content is null)
            {
                return Flaw.Unpacks;
            }

            unpacked += content.Length;
            var dictionary = DictionaryBefore(bytes, keyword);
            if (dictionary.IndexOf("/ObjStm"u8) >= 0 && (content.Length == 0 || dictionary.IndexOf("/Predictor"u8) >= 0))
            {
                return Flaw.Damaged; // objects packed in a way that no program writes: what they hold cannot be said
            }

            // Packed objects begin with numbers (7.5.7), or with a remark where a reader lets that pass; words of a page are not looked at.
            if (FirstOf(content) is (>= (byte)'0' and <= (byte)'9') or (byte)'%' && Acts(Unescaped(content)))
            {
                return Flaw.Active;
            }
        }

        return null;
    }

    private static ReadOnlySpan<byte> DictionaryBefore(byte[] bytes, int keyword)
    {
        ReadOnlySpan<byte> before = Unescaped(bytes.AsSpan(Math.Max(0, keyword - Dictionary), Math.Min(Dictionary, keyword)));
        return before[Math.Max(0, before.LastIndexOf("endobj"u8))..];
    }

    /// <returns>Nothing where it is not packed by zlib; null where it is more than is looked at.</returns>
    private static byte[]? Unpacked(byte[] bytes, int at, long most)
    {
        at += bytes.AsSpan(at).StartsWith("\r\n"u8) ? 2 : 1;
        if (at + 2 > bytes.Length || (bytes[at] & 0x0F) != 8 || ((bytes[at] << 8) | bytes[at + 1]) % 31 != 0)
        {
            return []; // RFC 1950, 2.2: what begins a zlib stream
        }

        using var packed = new ZLibStream(new MemoryStream(bytes, at, bytes.Length - at), CompressionMode.Decompress);
        using var content = new MemoryStream();
        var buffer = new byte[81920];
        try
        {
            for (var read = packed.Read(buffer); read > 0; read = packed.Read(buffer))
            {
                content.Write(buffer, 0, read);
                if (content.Length > most)
                {
                    return null;
                }
            }
        }
        catch (InvalidDataException)
        {
            // As far as it can be unpacked: readers show the same.
        }

        return content.ToArray();
    }

    private static byte FirstOf(ReadOnlySpan<byte> content) => content.TrimStart(" \t\r\n\f\0"u8) is [var first, ..] ? first : (byte)0;

    /// <summary>Names with their escapes resolved (7.3.5: #4A is J).</summary>
    private static byte[] Unescaped(ReadOnlySpan<byte> text)
    {
        var plain = new byte[text.Length];
        var length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var escaped = text[i] == '#' && i + 2 < text.Length && char.IsAsciiHexDigit((char)text[i + 1]) && char.IsAsciiHexDigit((char)text[i + 2]);
            plain[length++] = escaped ? (byte)((Digit(text[i + 1]) << 4) | Digit(text[i + 2])) : text[i];
            i += escaped ? 2 : 0;
        }

        return plain[..length];
    }

    private static int Digit(byte hex) => hex <= '9' ? hex - '0' : (hex | 0x20) - 'a' + 10;
}
