using System.Globalization;
using System.Text;
using Granary.Sim.Formats;

namespace Granary.Sim.Systems;

/// <summary>ISO 8583:1987 as CARD uses it: MTI, two binary bitmaps (the secondary always there), the fields that CARD's document names.</summary>
internal sealed class Iso8583
{
    private static readonly SortedDictionary<int, (int Length, int Digits)> Formats = new()
    {
        // Digits: of the length prefix of a variable field; 0 for a fixed one.
        [2] = (19, 2), [7] = (10, 0), [11] = (6, 0), [12] = (6, 0), [13] = (4, 0), [37] = (12, 0), [39] = (2, 0), [70] = (3, 0), [91] = (1, 0),
        [101] = (17, 2), [120] = (999, 3),
    };

    private readonly SortedDictionary<int, byte[]> _fields = [];

    public Iso8583(string type) => Type = type;

    public string Type { get; }

    public string this[int field]
    {
        get => _fields.TryGetValue(field, out var value) ? Encoding.ASCII.GetString(value) : "";
        init => Set(field, Encoding.ASCII.GetBytes(value));
    }

    public byte[] Raw(int field) => _fields.TryGetValue(field, out var value) ? value : [];

    public bool Has(int field) => _fields.ContainsKey(field);

    public Iso8583 Set(int field, byte[] value)
    {
        // An empty value is an absent field: its bit stays 0.
        if (value.Length > 0)
        {
            var (length, digits) = Formats[field];
            _fields[field] = digits == 0 ? value.Length == length ? value : throw new UnfitException($"DE {field}") :
                value.Length <= length ? value : throw new UnfitException($"DE {field}");
        }

        return this;
    }

    public static Iso8583 Parse(ReadOnlySpan<byte> message)
    {
        if (message.Length < 20)
        {
            throw new BadMessageException("bitmap", "the message ends before it");
        }

        var parsed = new Iso8583(Encoding.ASCII.GetString(message[..4]));
        var at = 20;
        for (var field = 2; field <= 128; field++)
        {
            // Bit 1 is the highest of the first byte.
            if ((message[4 + ((field - 1) / 8)] & (0x80 >> ((field - 1) % 8))) == 0)
            {
                continue;
            }

            if (!Formats.TryGetValue(field, out var format))
            {
                throw new BadMessageException($"DE {field}", "unknown");
            }

            var length = format.Length;
            if (format.Digits > 0)
            {
                if (at + format.Digits > message.Length
                    || !int.TryParse(message.Slice(at, format.Digits), NumberStyles.None, CultureInfo.InvariantCulture, out length)
                    || length > format.Length)
                {
                    throw new BadMessageException($"DE {field}", "bad length");
                }

                at += format.Digits;
            }

            if (at + length > message.Length)
            {
                throw new BadMessageException($"DE {field}", "the message ends inside it");
            }

            parsed._fields[field] = message.Slice(at, length).ToArray();
            at += length;
        }

        return at == message.Length ? parsed : throw new BadMessageException("message", "bytes after the last field");
    }

    public byte[] ToArray()
    {
        using var bytes = new MemoryStream();
        bytes.Write(Encoding.ASCII.GetBytes(Type));
        Span<byte> bitmaps = stackalloc byte[16];
        bitmaps.Clear();
        bitmaps[0] = 0x80; // bit 1: the secondary bitmap follows
        foreach (var field in _fields.Keys)
        {
            bitmaps[(field - 1) / 8] |= (byte)(0x80 >> ((field - 1) % 8));
        }

        bytes.Write(bitmaps);
        foreach (var (field, value) in _fields)
        {
            var digits = Formats[field].Digits;
            if (digits > 0)
            {
                bytes.Write(Encoding.ASCII.GetBytes(value.Length.ToString(new string('0', digits), CultureInfo.InvariantCulture)));
            }

            bytes.Write(value);
        }

        return bytes.ToArray();
    }
}
