using System.Text;
using Granary.Wire.Values;

namespace Granary.Wire.Codecs;

/// <summary>A data element of ISO 8583:1987.</summary>
/// <param name="LengthDigits">0 for a fixed length, 2 for LLVAR, 3 for LLLVAR.</param>
/// <param name="Size">Bytes: exactly where fixed, at most where variable.</param>
/// <param name="Numeric">Right-justified with zeros where fixed; otherwise left-justified with spaces.</param>
/// <param name="Tags">Values inside the element: tag of 2 digits, length of 3 digits in bytes, value in the interface's charset.</param>
internal sealed record Element(int Number, int LengthDigits, int Size, bool Numeric, Leaf? Leaf, IReadOnlyDictionary<string, Leaf>? Tags, IReadOnlyList<string> Shrink)
{
    public const int TagHead = 5;
}

internal sealed class IsoFormat : Format
{
    public IsoFormat(FormatRules rules, string mti, IReadOnlyList<(Element Element, Leaf? Leaf)> elements)
        : base(rules)
    {
        Mti = mti;
        Elements = elements;
        SetLeaves(elements.SelectMany(entry => entry.Element.Tags?.Values ?? (IEnumerable<Leaf>)[entry.Leaf!]));
    }

    public string Mti { get; }

    /// <summary>By number; the leaf is the format's own where it gives a constant for the element, the tags where it gives others for it.</summary>
    public IReadOnlyList<(Element Element, Leaf? Leaf)> Elements { get; }
}

/// <summary>
/// ISO 8583:1987: message type of 4 digits, primary and secondary bitmap in binary (bit 1 says that the secondary is there), elements in ASCII by number.
/// </summary>
internal sealed class Iso8583Codec(IReadOnlyList<IsoFormat> formats, IReadOnlyDictionary<int, Element> table) : Codec
{
    private const int MtiLength = 4;
    private const int BitmapLength = 8;
    private const int Most = 128;

    private static readonly string[] TagNames =
        [.. Enumerable.Range(0, 100).Select(tag => tag.ToString("00", System.Globalization.CultureInfo.InvariantCulture))];

    public override IReadOnlyList<Format> Formats => formats;

    // A fixed element is padded with spaces, a tagged value is not: what matters for customers is tagged.
    public override bool Forbids(char character) => false;

    public override Budget? BudgetOf(Format format)
    {
        var tagged = ((IsoFormat)format).Elements.Select(entry => entry.Element).FirstOrDefault(element => element.Tags is not null);
        return tagged is null ? null : new Budget(tagged.Size, 0, Element.TagHead, [.. tagged.Tags!.Values], tagged.Shrink);
    }

    public override Format? Decode(ReadOnlySpan<byte> body, Decoding decoding)
    {
        Span<(int Start, int Length)> found = stackalloc (int, int)[Most + 1];
        found.Fill((-1, 0));
        if (!Parse(body, found, decoding) && found[0].Start < 0)
        {
            return null;
        }

        var format = Choose(body, found, out var knownType);
        if (format is null)
        {
            decoding.Fail(FaultKind.UnknownService, FaultText.Service, knownType ? "" : "MTI");
        }

        for (var number = 2; number <= Most; number++)
        {
            if (found[number].Start >= 0)
            {
                var (element, leaf) = Of(format, number);
                Put(element, leaf, body.Slice(found[number].Start, found[number].Length), decoding);
            }
        }

        return format;
    }

    public override void Encode(Format format, Fields fields, ByteWriter writer)
    {
        var plan = (IsoFormat)format;
        Encoding.ASCII.GetBytes(plan.Mti, writer.Take(MtiLength));
        var bitmap = writer.Length;
        writer.Take(2 * BitmapLength).Clear();
        Mark(writer, bitmap, 1);
        foreach (var (element, leaf) in plan.Elements)
        {
            if (element.Tags is null ? Write(element, leaf!, fields, writer) : WriteTags(element, fields, writer))
            {
                Mark(writer, bitmap, element.Number);
            }
        }
    }

    private static void Mark(ByteWriter writer, int bitmap, int number) =>
        writer.At(bitmap + ((number - 1) / 8), 1)[0] |= (byte)(0x80 >> ((number - 1) % 8));

    private static bool Write(Element element, Leaf leaf, Fields fields, ByteWriter writer)
    {
        if (leaf.WriteFrom(fields, true, out _) is not { Length: > 0 } text)
        {
            return false;
        }

        if (text.Length > element.Size || !Ascii.IsValid(text))
        {
            throw new WireException(leaf.Place, "the value does not fit its element");
        }

        if (element.LengthDigits > 0)
        {
            ByteWriter.Digits(writer.Take(element.LengthDigits), text.Length);
            Encoding.ASCII.GetBytes(text, writer.Take(text.Length));
            return true;
        }

        var span = writer.Take(element.Size);
        span.Fill(element.Numeric ? (byte)'0' : (byte)' ');
        Encoding.ASCII.GetBytes(text, element.Numeric ? span[(element.Size - text.Length)..] : span);
        return true;
    }

    private static bool WriteTags(Element element, Fields fields, ByteWriter writer)
    {
        var head = writer.Length;
        writer.Take(element.LengthDigits);
        foreach (var (tag, leaf) in element.Tags!)
        {
            if (leaf.WriteFrom(fields, true, out _) is not { Length: > 0 } text)
            {
                continue;
            }

            var start = writer.Length;
            Encoding.ASCII.GetBytes(tag, writer.Take(Element.TagHead));
            var length = writer.Text(text, leaf.Place);
            if (length > Math.Min(999, leaf.Max))
            {
                throw new WireException(leaf.Place, "the value is longer than its tag allows");
            }

            ByteWriter.Digits(writer.At(start + 2, 3), length);
        }

        var total = writer.Length - head - element.LengthDigits;
        if (total > element.Size)
        {
            throw new WireException($"DE{element.Number}", "the values are longer than their element");
        }

        if (total == 0)
        {
            writer.Drop(element.LengthDigits);
            return false;
        }

        ByteWriter.Digits(writer.At(head, element.LengthDigits), total);
        return true;
    }

    /// <summary>Where each element lies; found[0] says that the message type and the bitmaps could be read.</summary>
    private bool Parse(ReadOnlySpan<byte> body, Span<(int Start, int Length)> found, Decoding decoding)
    {
        var position = MtiLength + (2 * BitmapLength);
        if (body.Length < position || ByteWriter.ReadDigits(body[..MtiLength]) < 0)
        {
            decoding.Fail(FaultKind.BadLength, FaultText.Message);
            return false;
        }

        if ((body[MtiLength] & 0x80) == 0)
        {
            decoding.Fail(FaultKind.BadField, FaultText.Message, "DE1");
            return false;
        }

        found[0] = (0, MtiLength);
        for (var number = 2; number <= Most; number++)
        {
            if ((body[MtiLength + ((number - 1) / 8)] & (0x80 >> ((number - 1) % 8))) == 0)
            {
                continue;
            }

            if (!table.TryGetValue(number, out var element))
            {
                // Its length is not known, so nothing after it can be found either.
                decoding.Fail(FaultKind.BadField, FaultText.Message, $"DE{number}");
                return false;
            }

            var length = element.Size;
            if (element.LengthDigits > 0)
            {
                length = position + element.LengthDigits <= body.Length ? ByteWriter.ReadDigits(body.Slice(position, element.LengthDigits)) : -1;
                position += element.LengthDigits;
            }

            if (length < 0 || length > element.Size || position + length > body.Length)
            {
                decoding.Fail(FaultKind.BadLength, FaultText.Length, $"DE{number}", element.Leaf?.Label ?? "");
                return false;
            }

            found[number] = (position, length);
            position += length;
        }

        if (position != body.Length)
        {
            decoding.Fail(FaultKind.BadLength, FaultText.Length, "", "报文");
            return false;
        }

        return true;
    }

    /// <summary>An element as the format has it; one that the format does not have is read as in the table.</summary>
    private (Element Element, Leaf? Leaf) Of(IsoFormat? format, int number)
    {
        if (format is not null)
        {
            foreach (var entry in format.Elements)
            {
                if (entry.Element.Number == number)
                {
                    return entry;
                }
            }
        }

        return (table[number], table[number].Leaf);
    }

    private static void Put(Element element, Leaf? leaf, ReadOnlySpan<byte> value, Decoding decoding)
    {
        if (element.Tags is not null)
        {
            PutTags(element, value, decoding);
            return;
        }

        if (!Ascii.IsValid(value))
        {
            decoding.Fail(leaf!, FaultText.Charset);
            return;
        }

        decoding.Put(leaf!, element.LengthDigits == 0 && !element.Numeric ? value.TrimEnd((byte)' ') : value);
    }

    private static void PutTags(Element element, ReadOnlySpan<byte> value, Decoding decoding)
    {
        Span<bool> seen = stackalloc bool[100];
        seen.Clear();
        while (value.Length > 0)
        {
            var tag = value.Length >= Element.TagHead ? ByteWriter.ReadDigits(value[..2]) : -1;
            var length = tag >= 0 ? ByteWriter.ReadDigits(value.Slice(2, 3)) : -1;
            if (length < 0 || Element.TagHead + length > value.Length)
            {
                decoding.Fail(FaultKind.BadField, FaultText.Message, $"DE{element.Number}");
                return;
            }

            if (element.Tags!.TryGetValue(TagNames[tag], out var leaf))
            {
                if (seen[tag])
                {
                    decoding.Fail(leaf, FaultText.Repeated);
                }
                else
                {
                    decoding.Put(leaf, value.Slice(Element.TagHead, length));
                }

                seen[tag] = true;
            }

            value = value[(Element.TagHead + length)..];
        }
    }

    private IsoFormat? Choose(ReadOnlySpan<byte> body, ReadOnlySpan<(int Start, int Length)> found, out bool knownType)
    {
        knownType = false;
        foreach (var format in formats)
        {
            if (format.EncodeOnly || !Ascii.Equals(body[..MtiLength], format.Mti))
            {
                continue;
            }

            knownType = true;
            var matches = true;
            foreach (var (element, leaf) in format.Elements)
            {
                // A constant that the format itself gives tells formats apart; one of the element's table is checked as a value.
                if (leaf is { Constant: { } constant } && !ReferenceEquals(leaf, element.Leaf))
                {
                    var (start, length) = found[element.Number];
                    matches &= start >= 0 && Ascii.Equals(body.Slice(start, length), constant);
                }
            }

            if (matches)
            {
                return format;
            }
        }

        return null;
    }
}
