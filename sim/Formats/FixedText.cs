namespace Granary.Sim.Formats;

/// <summary>Reads fields of a fixed number of bytes, padded with spaces on the right.</summary>
internal ref struct FixedReader(ReadOnlySpan<byte> bytes)
{
    private ReadOnlySpan<byte> _rest = bytes;

    public readonly bool AtEnd => _rest.IsEmpty;

    public string Take(int length, string field)
    {
        if (_rest.Length < length)
        {
            throw new BadMessageException(field, "the message ends before it");
        }

        // Only the padding goes: a full-width space (U+3000) belongs to the value.
        var text = Gb.Text(_rest[..length], field).TrimEnd(' ');
        _rest = _rest[length..];
        return text;
    }
}

internal sealed class FixedWriter(int capacity)
{
    private readonly MemoryStream _bytes = new(capacity);

    /// <summary>A text: cut at a whole character where it is too long.</summary>
    public FixedWriter Text(string text, int length) => Put(Gb.Bytes(Gb.Cut(text, length)), length);

    /// <summary>A number, key or code: never cut.</summary>
    public FixedWriter Exact(string text, int length, string field)
    {
        var bytes = Gb.Bytes(text);
        return bytes.Length <= length ? Put(bytes, length) : throw new UnfitException(field);
    }

    public byte[] ToArray() => _bytes.ToArray();

    private FixedWriter Put(byte[] bytes, int length)
    {
        _bytes.Write(bytes);
        for (var i = bytes.Length; i < length; i++)
        {
            _bytes.WriteByte((byte)' ');
        }

        return this;
    }
}
