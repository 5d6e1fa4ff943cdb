using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Granary.Ocrm.Asking.Rendering;

/// <summary>
/// HTML as it is written. Its one way in is an interpolated text of ours: what stands in the text is markup, what stands in its holes is
/// encoded, so that nothing that a designer or an answerer wrote can become markup.
/// </summary>
internal sealed class Markup
{
    // As it is, Chinese stays Chinese and takes three bytes a character; < > & " ' are always encoded.
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder _text = new();

    public Markup Add([InterpolatedStringHandlerArgument("")] ref Handler text) => this;

    /// <summary>What another page of ours came to.</summary>
    public Markup Add(Markup other)
    {
        _text.Append(other._text);
        return this;
    }

    /// <summary>Begins or ends one of the few elements that an author's text may have, without attributes.</summary>
    public void Tag(string allowed, bool ends) => _text.Append(ends ? "</" : "<").Append(RichText.Allowed.Contains(allowed) ? allowed : "span").Append('>');

    public override string ToString() => _text.ToString();

    [InterpolatedStringHandler]
    internal readonly ref struct Handler
    {
        private readonly StringBuilder _text;

        public Handler(int literal, int holes, Markup markup)
        {
            _ = (literal, holes);
            _text = markup._text;
        }

        public void AppendLiteral(string markup) => _text.Append(markup);

        public void AppendFormatted(string? text) => _text.Append(Encoder.Encode(text ?? ""));

        public void AppendFormatted(int number) => _text.Append(number);
    }
}
