using System.Text;

namespace Granary.Sim.Formats;

/// <summary>GB18030, strict both ways: nothing is ever replaced by a question mark here.</summary>
internal static class Gb
{
    private static readonly Encoding Strict = Make();

    public static byte[] Bytes(string text) => Strict.GetBytes(text);

    public static int Length(string text) => Strict.GetByteCount(text);

    public static string Text(ReadOnlySpan<byte> bytes, string field)
    {
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            throw new BadMessageException(field, "bytes that GB18030 does not have");
        }
    }

    /// <summary>The longest beginning of a text that fits, in whole characters (Runes: a surrogate pair is one).</summary>
    public static string Cut(string text, int bytes)
    {
        if (Length(text) <= bytes)
        {
            return text;
        }

        var used = 0;
        var chars = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            used += Length(rune.ToString());
            if (used > bytes)
            {
                break;
            }

            chars += rune.Utf16SequenceLength;
        }

        return text[..chars];
    }

    private static Encoding Make()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
    }
}
