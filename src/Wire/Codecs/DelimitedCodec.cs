using System.Text;
using Granary.Wire.Values;

namespace Granary.Wire.Codecs;

internal sealed class DelimitedFormat : Format
{
    public DelimitedFormat(FormatRules rules, IReadOnlyList<Leaf> columns)
        : base(rules) => SetLeaves(columns);
}

/// <summary>
/// Columns apart by one byte, with or without an escape before a separator inside a value. Where the charset has characters whose second byte looks like
/// a separator or an escape, the line is walked by characters.
/// </summary>
internal sealed class DelimitedCodec(IReadOnlyList<DelimitedFormat> formats, Charset charset, char separator, char? escape, string lineEnd, int maxLine, IReadOnlyList<string> shrink)
    : Codec
{
    // More columns than any format of a bank; what comes after them makes the message one of a wrong length anyway.
    private const int MostColumns = 256;

    public override IReadOnlyList<Format> Formats => formats;

    public override bool Forbids(char character) =>
        lineEnd.Contains(character, StringComparison.Ordinal) || (escape is null && character == separator);

    public override int EscapesOf(ReadOnlySpan<char> text) => escape is { } mark ? text.Count(separator) + text.Count(mark) : 0;

    public override Budget BudgetOf(Format format)
    {
        var constants = format.Leaves.Where(leaf => leaf.Constant is not null).Sum(leaf => leaf.Constant!.Length);
        return new Budget(maxLine - lineEnd.Length, constants + format.Leaves.Count - 1, 0, format.Leaves, shrink);
    }

    public override Format? Decode(ReadOnlySpan<byte> body, Decoding decoding)
    {
        Span<Range> columns = stackalloc Range[MostColumns];
        var count = Split(body, columns);
        var format = Choose(body, columns[..Math.Min(count, MostColumns)]);
        if (format is null)
        {
            decoding.Fail(FaultKind.UnknownService, FaultText.Service);
        }
        else if (count != format.Leaves.Count)
        {
            decoding.Fail(FaultKind.BadLength, FaultText.Length, "", "报文");
        }

        // A line of an unknown kind is read as the first format, only to find its number.
        var plan = format ?? formats[0];
        for (var i = 0; i < plan.Leaves.Count && i < count; i++)
        {
            if (plan.Leaves[i].Constant is null)
            {
                Put(plan.Leaves[i], body[columns[i]], decoding);
            }
        }

        return format;
    }

    public override void Encode(Format format, Fields fields, ByteWriter writer)
    {
        for (var i = 0; i < format.Leaves.Count; i++)
        {
            if (i > 0)
            {
                writer.Byte((byte)separator);
            }

            var leaf = format.Leaves[i];
            var text = leaf.WriteFrom(fields, true, out _) ?? "";
            if (text.AsSpan().IndexOfAny(lineEnd) >= 0 || (escape is null && text.Contains(separator, StringComparison.Ordinal)))
            {
                throw new WireException(leaf.Place, "the value has a separator in it");
            }

            if (escape is { } mark && EscapesOf(text) > 0)
            {
                var escapes = mark.ToString();
                text = text.Replace(escapes, escapes + escapes, StringComparison.Ordinal)
                    .Replace(separator.ToString(), escapes + separator, StringComparison.Ordinal);
            }

            writer.Text(text, leaf.Place);
        }
    }

    private void Put(Leaf leaf, ReadOnlySpan<byte> bytes, Decoding decoding)
    {
        if (bytes.IndexOfAnyInRange((byte)0, (byte)0x1F) >= 0 && HasForbidden(bytes))
        {
            decoding.Fail(leaf, FaultText.Form);
            return;
        }

        if (escape is not { } mark || bytes.IndexOf((byte)mark) < 0)
        {
            decoding.Put(leaf, bytes);
            return;
        }

        // The escape's byte is there, perhaps only as the second half of a character: now in characters.
        if (charset.TryDecode(bytes) is not { } text)
        {
            decoding.Fail(leaf, FaultText.Charset);
            return;
        }

        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == mark && (++i == text.Length || (text[i] != mark && text[i] != separator)))
            {
                decoding.Fail(leaf, FaultText.Form);
                return;
            }

            plain.Append(text[i]);
        }

        decoding.Put(leaf, plain.ToString());
    }

    private bool HasForbidden(ReadOnlySpan<byte> bytes)
    {
        foreach (var value in bytes)
        {
            if (value < 0x20 && Forbids((char)value))
            {
                return true;
            }
        }

        return false;
    }

    private int Split(ReadOnlySpan<byte> body, Span<Range> columns)
    {
        var (count, start, i) = (0, 0, 0);
        while (i < body.Length)
        {
            var value = body[i];
            if (value >= 0x80 && charset.HasTrailBytes)
            {
                i += charset.LengthOfCharacter(body[i..]);
            }
            else if (value == escape)
            {
                i += 2;
                if (i < body.Length + 1 && i - 1 < body.Length && body[i - 1] >= 0x80 && charset.HasTrailBytes)
                {
                    i += charset.LengthOfCharacter(body[(i - 1)..]) - 1;
                }
            }
            else
            {
                if (value == separator)
                {
                    Add(columns, start..i);
                    start = i + 1;
                }

                i++;
            }
        }

        Add(columns, start..body.Length);
        return count;

        void Add(Span<Range> into, Range range)
        {
            if (count < MostColumns)
            {
                into[count] = range;
            }

            count++;
        }
    }

    private DelimitedFormat? Choose(ReadOnlySpan<byte> body, ReadOnlySpan<Range> columns)
    {
        foreach (var format in formats)
        {
            if (format.EncodeOnly)
            {
                continue;
            }

            var matches = true;
            for (var i = 0; matches && i < format.Leaves.Count; i++)
            {
                matches = format.Leaves[i].Constant is not { } constant || (i < columns.Length && Ascii.Equals(body[columns[i]], constant));
            }

            if (matches)
            {
                return format;
            }
        }

        return null;
    }
}
