using System.Buffers;
using System.Text;

namespace Granary.Wire.Values;

/// <summary>
/// A strict charset: what is not in it is an error in both directions, nothing is replaced silently. GB18030 of .NET was measured to map every Unicode
/// scalar value one to one (private use and four bytes included) and to refuse every byte sequence that is none.
/// </summary>
internal sealed class Charset
{
    private const int OnStack = 256;

    private readonly Encoding strict;
    private readonly Encoding marking;
    private readonly bool asciiIsSelf;

    private Charset(string name, Encoding strict, Encoding marking, bool multiByte)
    {
        Name = name;
        this.strict = strict;
        this.marking = marking;
        HasTrailBytes = multiByte;
        asciiIsSelf = true;
    }

    public string Name { get; }

    /// <summary>Bytes below 0x80 can be the second half of a character: text is split by characters, never by bytes.</summary>
    public bool HasTrailBytes { get; }

    /// <summary>Every scalar value of Unicode has its bytes.</summary>
    public bool CarriesAll => Name is "UTF-8" or "GB18030";

    public int MaxBytesPerChar => Name is "ASCII" or "ISO-8859-1" ? 1 : Name is "UTF-8" ? 3 : 4;

    public static Charset? Create(string name)
    {
        var upper = name.ToUpperInvariant();
        switch (upper)
        {
            case "UTF-8":
                return new Charset(upper, new UTF8Encoding(false, true), new UTF8Encoding(false), false);
            case "ASCII":
                return new Charset(upper, Get("us-ascii", true), Get("us-ascii", false), false);
            case "ISO-8859-1":
                return new Charset(upper, Get("iso-8859-1", true), Get("iso-8859-1", false), false);
            case "GB18030" or "GBK" or "BIG5":
                return new Charset(upper, Get(upper == "GBK" ? "GBK" : upper, true), Get(upper, false), true);
            default:
                return null;
        }
    }

    /// <summary>Bytes → characters, into the stack's or a rented array. False where the bytes are not of the charset.</summary>
    public bool TryDecode(ReadOnlySpan<byte> bytes, Span<char> chars, out int length)
    {
        if (asciiIsSelf && Ascii.IsValid(bytes))
        {
            Ascii.ToUtf16(bytes, chars, out length);
            return true;
        }

        try
        {
            length = strict.GetChars(bytes, chars);
            return true;
        }
        catch (DecoderFallbackException)
        {
            length = 0;
            return false;
        }
    }

    /// <summary>The characters, with U+FFFD for what is none: only to find the place of a fault.</summary>
    public string DecodeMarking(ReadOnlySpan<byte> bytes) => marking.GetString(bytes);

    public string? TryDecode(ReadOnlySpan<byte> bytes)
    {
        var rented = bytes.Length > OnStack ? ArrayPool<char>.Shared.Rent(bytes.Length) : null;
        var chars = rented ?? stackalloc char[OnStack];
        var text = TryDecode(bytes, chars, out var length) ? new string(chars[..length]) : null;
        if (rented is not null)
        {
            ArrayPool<char>.Shared.Return(rented);
        }

        return text;
    }

    public int ByteCount(ReadOnlySpan<char> text) => Ascii.IsValid(text) ? text.Length : strict.GetByteCount(text);

    public int Encode(ReadOnlySpan<char> text, Span<byte> bytes) => strict.GetBytes(text, bytes);

    /// <summary>Whether the charset has all of the text's characters.</summary>
    public bool Carries(ReadOnlySpan<char> text)
    {
        if (Ascii.IsValid(text))
        {
            return true;
        }

        if (CarriesAll && !text.ContainsAnyInRange('\uD800', '\uDFFF'))
        {
            return true;
        }

        try
        {
            strict.GetByteCount(text);
            return true;
        }
        catch (EncoderFallbackException)
        {
            return false;
        }
    }

    /// <summary>Bytes of the character that begins here, for charsets in which a separator can be a trail byte. Invalid leads count as one byte.</summary>
    public int LengthOfCharacter(ReadOnlySpan<byte> bytes)
    {
        if (bytes[0] is < 0x81 or 0xFF || bytes.Length < 2)
        {
            return 1;
        }

        // GB 18030-2005, clause 5: a second byte 0x30 to 0x39 makes a character of four bytes, 0x40 to 0xFE (not 0x7F) one of two.
        return bytes[1] switch
        {
            >= 0x30 and <= 0x39 when Name == "GB18030" => bytes.Length >= 4 && bytes[2] is >= 0x81 and not 0xFF && bytes[3] is >= 0x30 and <= 0x39 ? 4 : 1,
            >= 0x40 and not 0x7F and not 0xFF => 2,
            _ => 1,
        };
    }

    private static Encoding Get(string name, bool strict)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return strict
            ? Encoding.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)
            : Encoding.GetEncoding(name, EncoderFallback.ExceptionFallback, new DecoderReplacementFallback("\uFFFD"));
    }
}
