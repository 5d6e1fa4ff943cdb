using System.Buffers.Binary;

namespace Granary.Ocrm.Documents.Content;

/// <summary>A PNG picture (ISO/IEC 15948), written anew with the chunks by which it is seen: texts, times, Exif and what lies behind the end are left out.</summary>
internal static class Png
{
    private static readonly HashSet<string> Kept = ["IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "sBIT", "pHYs", "bKGD"];

    public static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    public static FileContent Check(byte[] bytes, OcrmLimits limits)
    {
        var file = bytes.AsSpan();
        using var kept = new MemoryStream(bytes.Length);
        kept.Write(Signature);
        var (at, pixels) = (Signature.Length, 0L);
        while (at + 12 <= file.Length)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(file[at..]);
            if (length > file.Length - at - 12)
            {
                return FileContent.Refused(Flaw.Damaged);
            }

            var chunk = file.Slice(at, (int)length + 12); // length, type, data, checksum
            var type = System.Text.Encoding.ASCII.GetString(chunk.Slice(4, 4));
            if (at == Signature.Length)
            {
                if (type != "IHDR" || length != 13)
                {
                    return FileContent.Refused(Flaw.Damaged);
                }

                pixels = (long)BinaryPrimitives.ReadUInt32BigEndian(chunk[8..]) * BinaryPrimitives.ReadUInt32BigEndian(chunk[12..]);
            }

            if (Kept.Contains(type))
            {
                kept.Write(chunk);
            }

            if (type == "IEND")
            {
                return pixels > limits.DocumentPixels ? FileContent.Refused(Flaw.Pixels) : new FileContent("image/png", kept.ToArray());
            }

            at += chunk.Length;
        }

        return FileContent.Refused(Flaw.Damaged);
    }
}
