using System.Buffers.Binary;

namespace Granary.Ocrm.Documents.Content;

/// <summary>A WebP picture (RFC 9649), written anew without Exif and XMP; one that moves is not taken.</summary>
internal static class Webp
{
    // RFC 9649, 2.7: bits of the extended header that say what chunks there are.
    private const byte ExifFlag = 0x08;
    private const byte XmpFlag = 0x04;

    public static bool Is(ReadOnlySpan<byte> file) => file.Length > 12 && file.StartsWith("RIFF"u8) && file[8..].StartsWith("WEBP"u8);

    public static FileContent Check(byte[] bytes, OcrmLimits limits)
    {
        var file = bytes.AsSpan();
        using var kept = new MemoryStream(bytes.Length);
        kept.Write(file[..12]);
        var end = BinaryPrimitives.ReadUInt32LittleEndian(file[4..]) + 8L;
        var (at, pixels) = (12, 0L);
        while (at + 8 <= end && end <= file.Length)
        {
            var type = System.Text.Encoding.ASCII.GetString(file.Slice(at, 4));
            var length = BinaryPrimitives.ReadUInt32LittleEndian(file[(at + 4)..]);
            var padded = length + (length & 1);
            if (padded > end - at - 8)
            {
                return FileContent.Refused(Flaw.Damaged);
            }

            var data = file.Slice(at + 8, (int)length);
            if (type is "ANIM" or "ANMF")
            {
                return FileContent.Refused(Flaw.Type);
            }

            if (type is "VP8 " or "VP8L")
            {
                pixels = Pixels(type, data);
            }

            if (type is "VP8 " or "VP8L" or "VP8X" or "ALPH" or "ICCP")
            {
                var place = (int)kept.Length;
                kept.Write(file.Slice(at, 8 + (int)padded));
                if (type == "VP8X")
                {
                    kept.GetBuffer()[place + 8] &= unchecked((byte)~(ExifFlag | XmpFlag));
                }
            }

            at += 8 + (int)padded;
        }

        if (pixels == 0)
        {
            return FileContent.Refused(Flaw.Damaged);
        }

        var picture = kept.ToArray();
        BinaryPrimitives.WriteUInt32LittleEndian(picture.AsSpan(4), (uint)picture.Length - 8);
        return pixels > limits.DocumentPixels ? FileContent.Refused(Flaw.Pixels) : new FileContent("image/webp", picture);
    }

    private static long Pixels(string type, ReadOnlySpan<byte> data) => type switch
    {
        // RFC 6386, 9.1: a key frame's start code, then 14 bits each of width and height.
        "VP8 " when data.Length >= 10 && data[3] == 0x9D && data[4] == 0x01 && data[5] == 0x2A =>
            (long)(BinaryPrimitives.ReadUInt16LittleEndian(data[6..]) & 0x3FFF) * (BinaryPrimitives.ReadUInt16LittleEndian(data[8..]) & 0x3FFF),
        // RFC 9649, 3.4: the signature, then width and height less one, 14 bits each.
        "VP8L" when data.Length >= 5 && data[0] == 0x2F && BinaryPrimitives.ReadUInt32LittleEndian(data[1..]) is var bits => ((bits & 0x3FFF) + 1L) * (((bits >> 14) & 0x3FFF) + 1L),
        _ => 0,
    };
}
