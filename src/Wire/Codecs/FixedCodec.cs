using Granary.Wire.Values;

namespace Granary.Wire.Codecs;

internal sealed class FixedFormat : Format
{
    /// <param name="rules">What the file says beside the places.</param>
    /// <param name="leaves">In wire order; each one's Max is its width.</param>
    /// <param name="header">How many of them are the header, which can be read whatever the service is.</param>
    public FixedFormat(FormatRules rules, IReadOnlyList<Leaf> leaves, int header)
        : base(rules)
    {
        SetLeaves(leaves);
        Header = header;
        var offset = 0;
        Offsets = new int[leaves.Count];
        for (var i = 0; i < leaves.Count; i++)
        {
            Offsets[i] = offset;
            offset += leaves[i].Max;
        }

        Length = offset;
    }

    public int Header { get; }

    public int[] Offsets { get; }

    public int Length { get; }
}

/// <summary>Fields of fixed width in bytes, left-justified, padded with spaces. A character never straddles a field's end.</summary>
internal sealed class FixedCodec(IReadOnlyList<FixedFormat> formats) : Codec
{
    private const byte Pad = (byte)' ';

    public override IReadOnlyList<Format> Formats => formats;

    public override bool TrimsEnd => true;

    public override bool Forbids(char character) => false;

    public override Format? Decode(ReadOnlySpan<byte> body, Decoding decoding)
    {
        var format = Choose(body);
        if (format is null)
        {
            var first = formats[0];
            var last = first.Header - 1;
            if (body.Length < first.Offsets[last] + first.Leaves[last].Max)
            {
                decoding.Fail(FaultKind.BadLength, FaultText.Length, "", "报文");
            }

            decoding.Fail(FaultKind.UnknownService, FaultText.Service);
            Read(first, first.Header, body, decoding);
            return null;
        }

        if (body.Length != format.Length)
        {
            decoding.Fail(FaultKind.BadLength, FaultText.Length, "", "报文");
            Read(format, format.Header, body, decoding);
            return format;
        }

        Read(format, format.Leaves.Count, body, decoding);
        return format;
    }

    public override void Encode(Format format, Fields fields, ByteWriter writer)
    {
        var plan = (FixedFormat)format;
        foreach (var leaf in plan.Leaves)
        {
            var start = writer.Length;
            if (leaf.WriteFrom(fields, true, out _) is { Length: > 0 } text && writer.Text(text, leaf.Place) > leaf.Max)
            {
                throw new WireException(leaf.Place, "the value is longer than its field");
            }

            var pad = leaf.Max - (writer.Length - start);
            writer.Take(pad).Fill(Pad);
        }
    }

    private static void Read(FixedFormat format, int count, ReadOnlySpan<byte> body, Decoding decoding)
    {
        for (var i = 0; i < count; i++)
        {
            var leaf = format.Leaves[i];
            if (format.Offsets[i] + leaf.Max > body.Length)
            {
                return;
            }

            decoding.Put(leaf, body.Slice(format.Offsets[i], leaf.Max).TrimEnd(Pad));
        }
    }

    private FixedFormat? Choose(ReadOnlySpan<byte> body)
    {
        foreach (var format in formats)
        {
            if (!format.EncodeOnly && ConstantsMatch(format, body))
            {
                return format;
            }
        }

        return null;
    }

    private static bool ConstantsMatch(FixedFormat format, ReadOnlySpan<byte> body)
    {
        for (var i = 0; i < format.Leaves.Count; i++)
        {
            if (format.Leaves[i] is { Constant: { } constant } leaf)
            {
                if (format.Offsets[i] + leaf.Max > body.Length
                    || !System.Text.Ascii.Equals(body.Slice(format.Offsets[i], leaf.Max).TrimEnd(Pad), constant))
                {
                    return false;
                }
            }
        }

        return true;
    }
}
