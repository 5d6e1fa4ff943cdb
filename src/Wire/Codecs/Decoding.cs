using Granary.Wire.Values;

namespace Granary.Wire.Codecs;

/// <summary>One message as it is being decoded: values go in, the first fault is kept, and the rest is still read so that a reply can name the request.</summary>
internal sealed class Decoding(Charset charset, FaultTexts texts)
{
    private const int OnStack = 256;

    public Fields Fields { get; } = new(24);

    public bool Failed { get; private set; }

    public FaultKind Kind { get; private set; }

    public string Place { get; private set; } = "";

    public string Text { get; private set; } = "";

    public Charset Charset => charset;

    public void Fail(FaultKind kind, FaultText text, string place = "", string label = "")
    {
        if (!Failed)
        {
            (Failed, Kind, Place, Text) = (true, kind, place, texts.Of(text, label));
        }
    }

    public void Fail(Leaf leaf, FaultText text) => Fail(FaultKind.BadField, text, leaf.Place, leaf.Label);

    public void Put(Leaf leaf, ReadOnlySpan<byte> bytes, Fields? into = null)
    {
        if (bytes.Length > leaf.Max)
        {
            Fail(leaf, FaultText.Length);
            return;
        }

        var rented = bytes.Length > OnStack ? System.Buffers.ArrayPool<char>.Shared.Rent(bytes.Length) : null;
        var chars = rented ?? stackalloc char[OnStack];
        if (charset.TryDecode(bytes, chars, out var length))
        {
            Convert(leaf, chars[..length], null, into ?? Fields);
        }
        else
        {
            Fail(leaf, FaultText.Charset);
        }

        if (rented is not null)
        {
            System.Buffers.ArrayPool<char>.Shared.Return(rented);
        }
    }

    /// <summary>The same for what is text already.</summary>
    public void Put(Leaf leaf, string text, Fields? into = null)
    {
        if (leaf.Max != Leaf.NoMax && text.Length * charset.MaxBytesPerChar > leaf.Max && charset.Carries(text) && charset.ByteCount(text) > leaf.Max)
        {
            Fail(leaf, FaultText.Length);
            return;
        }

        Convert(leaf, text, text, into ?? Fields);
    }

    private void Convert(Leaf leaf, ReadOnlySpan<char> chars, string? text, Fields fields)
    {
        if (leaf.Constant is { } constant)
        {
            if (!chars.SequenceEqual(constant))
            {
                Fail(leaf, FaultText.Form);
            }

            return;
        }

        if (leaf.Field.Length == 0)
        {
            return;
        }

        var neutral = text is { Length: > 0 } && leaf.Codes is null && leaf.Unknown is null && ReferenceEquals(leaf.Form, Form.Text)
            ? text
            : leaf.Read(chars, out var complaint) ?? Complain(leaf, complaint);
        if (neutral is null)
        {
            return;
        }

        if (leaf.IsPiece && fields.TryGetValue(leaf.Field, out var other) && other is { Length: > 0 })
        {
            neutral = neutral.Length == 0 ? other : other.Contains(':', StringComparison.Ordinal) ? $"{neutral}T{other}" : $"{other}T{neutral}";
        }

        fields[leaf.Field] = neutral;
    }

    private string? Complain(Leaf leaf, FaultText complaint)
    {
        Fail(leaf, complaint);
        return null;
    }
}
