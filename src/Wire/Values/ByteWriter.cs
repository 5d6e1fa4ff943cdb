using System.Buffers;

namespace Granary.Wire.Values;

/// <summary>Bytes of one frame as they are written, in a rented array. The prefix goes in last, into room left at the start.</summary>
internal sealed class ByteWriter(Charset charset) : IDisposable
{
    private byte[] buffer = ArrayPool<byte>.Shared.Rent(1024);

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => buffer.AsSpan(0, Length);

    public Span<byte> At(int start, int length) => buffer.AsSpan(start, length);

    public Span<byte> Take(int length)
    {
        if (Length + length > buffer.Length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(Length + length, buffer.Length * 2));
            Written.CopyTo(larger);
            ArrayPool<byte>.Shared.Return(buffer);
            buffer = larger;
        }

        var span = buffer.AsSpan(Length, length);
        Length += length;
        return span;
    }

    public void Byte(byte value) => Take(1)[0] = value;

    public void Bytes(ReadOnlySpan<byte> bytes) => bytes.CopyTo(Take(bytes.Length));

    /// <summary>Writes the text in the charset and gives its bytes.</summary>
    public int Text(ReadOnlySpan<char> text, string place)
    {
        var start = Length;
        var room = Take(text.Length * charset.MaxBytesPerChar);
        try
        {
            Length = start + charset.Encode(text, room);
            return Length - start;
        }
        catch (System.Text.EncoderFallbackException)
        {
            throw new WireException(place, "the charset cannot carry the value");
        }
    }

    /// <summary>Takes back the last bytes.</summary>
    public void Drop(int length) => Length -= length;

    /// <summary>A number as ASCII digits of fixed width.</summary>
    public static void Digits(Span<byte> span, int number)
    {
        for (var i = span.Length - 1; i >= 0; i--)
        {
            span[i] = (byte)('0' + (number % 10));
            number /= 10;
        }
    }

    /// <summary>-1 where a byte is no digit.</summary>
    public static int ReadDigits(ReadOnlySpan<byte> span)
    {
        var number = 0;
        foreach (var value in span)
        {
            if (value is < (byte)'0' or > (byte)'9')
            {
                return -1;
            }

            number = checked((number * 10) + value - '0');
        }

        return number;
    }

    public void Dispose() => ArrayPool<byte>.Shared.Return(buffer);
}
