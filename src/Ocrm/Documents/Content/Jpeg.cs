using System.Buffers.Binary;

namespace Granary.Ocrm.Documents.Content;

/// <summary>
/// A JPEG picture (ITU-T T.81), read segment by segment and written anew with what a picture needs to be seen: tables, frames, scans, the
/// colour profile, and which way is up. Where and with what it was taken (Exif, XMP, IPTC, comments, what lies behind the end) is left out.
/// </summary>
internal static class Jpeg
{
    private const byte EndOfImage = 0xD9;
    private const byte StartOfScan = 0xDA;

    // Exif 2.32, 4.6.2: an empty TIFF whose one entry is the orientation (0x0112, a short); the value is the byte before the last six.
    private static readonly byte[] Upright =
        [0xFF, 0xE1, 0x00, 0x22, .. "Exif\0\0MM\0*"u8, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0];

    private const int UprightValue = 29;

    public static ReadOnlySpan<byte> Signature => [0xFF, 0xD8, 0xFF];

    public static FileContent Check(byte[] bytes, OcrmLimits limits)
    {
        var file = bytes.AsSpan();
        using var kept = new MemoryStream(bytes.Length);
        kept.Write(file[..2]);
        var (at, orientation, pixels, scans) = (2, 1, 0L, 0);
        while (at + 4 <= file.Length && file[at] == 0xFF)
        {
            var marker = file[at + 1];
            if (marker == 0xFF)
            {
                at++; // fill bytes (T.81, B.1.1.2)
                continue;
            }

            if (marker == EndOfImage)
            {
                break;
            }

            var length = BinaryPrimitives.ReadUInt16BigEndian(file[(at + 2)..]);
            if (length < 2 || at + 2 + length > file.Length)
            {
                return FileContent.Refused(Flaw.Damaged);
            }

            var segment = file.Slice(at + 4, length - 2);
            if (IsFrame(marker) && segment.Length >= 5)
            {
                pixels = Math.Max(pixels, (long)BinaryPrimitives.ReadUInt16BigEndian(segment[1..]) * BinaryPrimitives.ReadUInt16BigEndian(segment[3..]));
            }

            if (marker == 0xE1 && segment.StartsWith("Exif\0\0"u8))
            {
                orientation = Orientation(segment[6..]);
            }
            else if (IsKept(marker, segment))
            {
                kept.Write(file.Slice(at, length + 2));
            }

            at += length + 2;
            if (marker == StartOfScan)
            {
                var end = EndOfScan(file, at);
                kept.Write(file[at..end]);
                (at, scans) = (end, scans + 1);
            }
        }

        if (scans == 0 || pixels == 0 || at + 2 > file.Length || file[at] != 0xFF || file[at + 1] != EndOfImage)
        {
            return FileContent.Refused(Flaw.Damaged);
        }

        kept.Write([0xFF, EndOfImage]);
        return pixels > limits.DocumentPixels ? FileContent.Refused(Flaw.Pixels) : new FileContent("image/jpeg", Turned(kept.ToArray(), orientation));
    }

    /// <summary>SOF0 to SOF15, without DHT, JPG and DAC, which lie between them.</summary>
    private static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not 0xC4 and not 0xC8 and not 0xCC;

    private static bool IsKept(byte marker, ReadOnlySpan<byte> segment) => marker switch
    {
        0xE0 => segment.StartsWith("JFIF\0"u8),
        0xE2 => segment.StartsWith("ICC_PROFILE\0"u8),
        0xEE => segment.StartsWith("Adobe"u8), // says how colours are stored
        >= 0xE0 and <= 0xEF or 0xFE => false,
        _ => true,
    };

    /// <summary>Where the scan's data ends: at a marker that is neither a stuffed zero nor a restart (T.81, B.1.1.5).</summary>
    private static int EndOfScan(ReadOnlySpan<byte> file, int at)
    {
        while (true)
        {
            var next = file[at..].IndexOf((byte)0xFF);
            if (next < 0 || at + next + 1 >= file.Length)
            {
                return file.Length;
            }

            at += next;
            if (file[at + 1] is not (0x00 or (>= 0xD0 and <= 0xD7)))
            {
                return at;
            }

            at += 2;
        }
    }

    /// <returns>1 to 8; 1, which is upright, where none can be read.</returns>
    private static int Orientation(ReadOnlySpan<byte> tiff)
    {
        if (tiff.Length < 8)
        {
            return 1;
        }

        var little = tiff[0] == 'I';
        var first = Long(tiff[4..], little);
        if (first > tiff.Length - 2)
        {
            return 1;
        }

        var entries = tiff[(int)first..];
        var count = Short(entries, little);
        for (var i = 0; i < count && 2 + ((i + 1) * 12) <= entries.Length; i++)
        {
            var entry = entries.Slice(2 + (i * 12), 12);
            if (Short(entry, little) == 0x0112)
            {
                return Short(entry[8..], little) is var value and >= 1 and <= 8 ? value : 1;
            }
        }

        return 1;
    }

    private static ushort Short(ReadOnlySpan<byte> bytes, bool little) => little ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);

    private static uint Long(ReadOnlySpan<byte> bytes, bool little) => little ? BinaryPrimitives.ReadUInt32LittleEndian(bytes) : BinaryPrimitives.ReadUInt32BigEndian(bytes);

    private static byte[] Turned(byte[] picture, int orientation)
    {
        if (orientation == 1)
        {
            return picture;
        }

        byte[] turned = [.. picture.AsSpan(0, 2), .. Upright, .. picture.AsSpan(2)];
        turned[2 + UprightValue] = (byte)orientation;
        return turned;
    }
}
