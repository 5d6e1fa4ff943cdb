using System.Buffers;

namespace Granary.Wire.Codecs;

/// <summary>Characters of one message as they are written, in a rented array.</summary>
internal sealed class TextBuffer : IDisposable
{
    private char[] buffer = ArrayPool<char>.Shared.Rent(2048);

    public int Length { get; private set; }

    public ReadOnlySpan<char> Written => buffer.AsSpan(0, Length);

    public void Add(ReadOnlySpan<char> text)
    {
        if (Length + text.Length > buffer.Length)
        {
            var larger = ArrayPool<char>.Shared.Rent(Math.Max(Length + text.Length, buffer.Length * 2));
            Written.CopyTo(larger);
            ArrayPool<char>.Shared.Return(buffer);
            buffer = larger;
        }

        text.CopyTo(buffer.AsSpan(Length));
        Length += text.Length;
    }

    public void Add(char character) => Add([character]);

    public void CutTo(int length) => Length = length;

    public void Dispose() => ArrayPool<char>.Shared.Return(buffer);
}
