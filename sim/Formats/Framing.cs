using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace Granary.Sim.Formats;

/// <summary>The three ways in which the bank's systems say where a message ends.</summary>
internal static class Framing
{
    private const int DigitsLength = 8;

    /// <summary>Eight ASCII digits, then that many bytes.</summary>
    public static bool TryReadDigits(ref ReadOnlySequence<byte> buffer, int max, out byte[] message)
    {
        message = [];
        if (buffer.Length < DigitsLength)
        {
            return false;
        }

        Span<byte> prefix = stackalloc byte[DigitsLength];
        buffer.Slice(0, DigitsLength).CopyTo(prefix);
        if (!int.TryParse(prefix, NumberStyles.None, CultureInfo.InvariantCulture, out var length) || length > max)
        {
            throw new BadFrameException("the length is no number or over the bound");
        }

        return TryTake(ref buffer, DigitsLength, length, out message);
    }

    public static byte[] WithDigits(byte[] message) =>
        [.. Encoding.ASCII.GetBytes(message.Length.ToString("00000000", CultureInfo.InvariantCulture)), .. message];

    /// <summary>A big-endian length of two or four bytes.</summary>
    public static bool TryReadBinary(ref ReadOnlySequence<byte> buffer, int prefixLength, int max, out byte[] message)
    {
        message = [];
        if (buffer.Length < prefixLength)
        {
            return false;
        }

        Span<byte> prefix = stackalloc byte[4];
        prefix.Clear();
        buffer.Slice(0, prefixLength).CopyTo(prefix[(4 - prefixLength)..]);
        var length = BinaryPrimitives.ReadUInt32BigEndian(prefix);
        return length <= max
            ? TryTake(ref buffer, prefixLength, (int)length, out message)
            : throw new BadFrameException("the length is over the bound");
    }

    public static byte[] WithBinary(byte[] message, int prefixLength)
    {
        var frame = new byte[prefixLength + message.Length];
        Span<byte> prefix = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(prefix, message.Length);
        prefix[(4 - prefixLength)..].CopyTo(frame);
        message.CopyTo(frame, prefixLength);
        return frame;
    }

    /// <summary>A line that ends in CR LF. Neither byte occurs inside a GB18030 character, whose later bytes are 0x30 and above.</summary>
    public static bool TryReadLine(ref ReadOnlySequence<byte> buffer, int max, out byte[] message)
    {
        var reader = new SequenceReader<byte>(buffer);
        if (!reader.TryReadTo(out ReadOnlySequence<byte> line, "\r\n"u8))
        {
            message = [];
            return buffer.Length <= max ? false : throw new BadFrameException("the line is over the bound");
        }

        message = line.ToArray();
        buffer = buffer.Slice(reader.Position);
        return true;
    }

    private static bool TryTake(ref ReadOnlySequence<byte> buffer, int prefix, int length, out byte[] message)
    {
        if (buffer.Length < prefix + length)
        {
            message = [];
            return false;
        }

        message = buffer.Slice(prefix, length).ToArray();
        buffer = buffer.Slice(prefix + length);
        return true;
    }
}
