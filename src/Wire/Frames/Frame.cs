using System.Buffers;
using Granary.Wire.Values;

namespace Granary.Wire.Frames;

/// <summary>How messages are told apart in a stream of bytes.</summary>
internal abstract class Frame
{
    /// <summary>The most bytes of a message, without prefix and line end.</summary>
    public required int Max { get; init; }

    /// <summary>Bytes to leave free before the message.</summary>
    public abstract int Prefix { get; }

    /// <summary>Cuts the next message off. False with <paramref name="bad"/> where the bytes can be no frame.</summary>
    public abstract bool TryRead(ref ReadOnlySequence<byte> buffer, out ReadOnlySequence<byte> frame, out bool bad);

    /// <summary>Puts prefix or line end around what was written after the room for the prefix.</summary>
    public abstract void Close(ByteWriter writer);
}

/// <summary>A length before the message, in ASCII digits or as a big-endian number; it counts what follows it.</summary>
internal sealed class LengthFrame(int size, bool digits) : Frame
{
    public override int Prefix => size;

    public override bool TryRead(ref ReadOnlySequence<byte> buffer, out ReadOnlySequence<byte> frame, out bool bad)
    {
        frame = default;
        bad = false;
        Span<byte> prefix = stackalloc byte[size];
        var have = (int)Math.Min(size, buffer.Length);
        buffer.Slice(0, have).CopyTo(prefix);

        // Text where a length should be is seen at once: its sender may wait for an answer before it sends eight bytes.
        if (digits && ByteWriter.ReadDigits(prefix[..have]) < 0)
        {
            bad = true;
            return false;
        }

        if (have < size)
        {
            return false;
        }

        var length = digits ? ByteWriter.ReadDigits(prefix) : BigEndian(prefix);
        if (length > Max)
        {
            bad = true;
            return false;
        }

        if (buffer.Length < size + length)
        {
            return false;
        }

        frame = buffer.Slice(size, length);
        buffer = buffer.Slice(size + length);
        return true;
    }

    public override void Close(ByteWriter writer)
    {
        var length = writer.Length - size;
        var prefix = writer.At(0, size);
        if (digits)
        {
            ByteWriter.Digits(prefix, length);
            return;
        }

        for (var i = size - 1; i >= 0; i--)
        {
            prefix[i] = (byte)length;
            length >>= 8;
        }
    }

    private static long BigEndian(ReadOnlySpan<byte> prefix)
    {
        long number = 0;
        foreach (var value in prefix)
        {
            number = (number << 8) | value;
        }

        return number;
    }
}

/// <summary>
/// A line. Its end is looked for in bytes: in every charset of an interface the bytes of CR and LF are never part of a longer character (GB18030's second
/// bytes begin at 0x30), so unlike separators it needs no walk by characters.
/// </summary>
internal sealed class LineFrame(byte[] end) : Frame
{
    public override int Prefix => 0;

    public override bool TryRead(ref ReadOnlySequence<byte> buffer, out ReadOnlySequence<byte> frame, out bool bad)
    {
        // Looked at no further than the longest line: a peer that never ends one must not be searched again and again.
        var window = buffer.Slice(0, Math.Min(buffer.Length, Max + end.Length));
        var reader = new SequenceReader<byte>(window);
        if (reader.TryReadTo(out frame, end, advancePastDelimiter: true))
        {
            buffer = buffer.Slice(reader.Position);
            bad = false;
            return true;
        }

        bad = window.Length == Max + end.Length;
        return false;
    }

    public override void Close(ByteWriter writer) => writer.Bytes(end);
}
