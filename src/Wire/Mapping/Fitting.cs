using System.Globalization;
using System.Text;
using Granary.Wire.Codecs;
using Granary.Wire.Values;

namespace Granary.Wire.Mapping;

/// <summary>
/// Cuts a view to what the change message can carry. What comes out is what decoding the encoded message gives, so that a projection can be compared with
/// what a system says. Runs for each system and each change, so bytes are counted only near a bound.
/// </summary>
internal sealed class Fitting(CustomerMapping mapping, Codec codec, Format change, Charset charset, Uncarried uncarried, int maxFrame)
{
    // What a field outside the customer can take where the file does not bound it.
    private const int UnboundedField = 64;

    private const string NoCode = "没有对应的代码";

    // A tag without a bound of its own.
    private const int LongTag = 999;

    // Verdicts are never in a change.
    private static readonly string[] NeverInChange = ["party", "code", "text", "field"];

    // Markup around one value of XML or JSON, and the most that one character can become (&quot; or six bytes of \u001f).
    private const int MarkupPerValue = 256;
    private const int BytesPerMarkedUpChar = 8;

    private readonly Budget? budget = codec.BudgetOf(change);
    private readonly int reserved = codec.BudgetOf(change) is { } bound ? Reserved(bound, mapping) : 0;

    public Fitted Fit(CustomerView view)
    {
        var fitted = new CustomerView();
        var cut = new List<string>();
        var size = 0L;
        MappedAttribute? withoutCode = null;
        foreach (var attribute in mapping.Attributes)
        {
            if (!view.TryGetValue(attribute.Name, out var values))
            {
                values = [];
            }

            var kept = new List<IReadOnlyDictionary<string, string>>(attribute.Group is null ? 1 : values.Count);
            foreach (var value in values)
            {
                if (attribute.Group is null && kept.Count > 0)
                {
                    break;
                }

                if (FitValue(attribute, value, cut, ref size, out var fault) is { } one)
                {
                    kept.Add(one);
                }
                else if (fault == NoCode)
                {
                    // A kind of document that the system does not know: its other documents still go.
                    withoutCode = attribute;
                }
                else if (fault is not null)
                {
                    return new Fitted(fitted, cut, fault);
                }
            }

            if (kept.Count == 0 && withoutCode == attribute)
            {
                return new Fitted(fitted, cut, attribute.Parts.First(part => part.Leaf.Codes is not null).Leaf.Label + NoCode);
            }

            AddUnlessThere(cut, withoutCode == attribute ? attribute.Name : null);

            if (kept.Count > 0 || attribute.Nullable)
            {
                fitted[attribute.Name] = kept;
            }
        }

        if (budget is not null && size * charset.MaxBytesPerChar * 2 + reserved > budget.Max)
        {
            return Shrink(fitted, cut);
        }

        return size * BytesPerMarkedUpChar > maxFrame && change is TreeFormat ? new Fitted(fitted, cut, "报文过长") : new Fitted(fitted, cut, null);
    }

    /// <summary>A text cut to a place's bytes, for what is no customer's (a reply's text).</summary>
    public static string CutText(string text, Leaf leaf, Charset charset, Func<char, bool> forbids)
    {
        var clean = text.Any(forbids) ? string.Concat(text.Select(character => forbids(character) ? ' ' : character)) : text;
        clean = charset.Carries(clean) ? clean : new string([.. clean.Where(char.IsAscii)]);
        return Cut(clean, leaf.Max, charset);
    }

    private static string Cut(string text, int max, Charset charset)
    {
        if (text.Length <= max / charset.MaxBytesPerChar || charset.ByteCount(text) <= max)
        {
            return text;
        }

        var (bytes, length) = (0, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            bytes += charset.ByteCount(text.AsSpan(length, rune.Utf16SequenceLength));
            if (bytes > max)
            {
                break;
            }

            length += rune.Utf16SequenceLength;
        }

        return text[..length];
    }

    private static int Reserved(Budget budget, CustomerMapping mapping)
    {
        var mapped = mapping.Attributes.SelectMany(attribute => attribute.Parts).Select(part => part.Field).ToHashSet(StringComparer.Ordinal);
        return budget.Overhead + budget.Leaves
            .Where(leaf => leaf.Field.Length > 0 && !mapped.Contains(leaf.Field) && !NeverInChange.Contains(leaf.Field))
            .Sum(leaf => budget.PerValue + (leaf.Form.Width ?? (leaf.Codes?.WireCodes.Max(code => code.Length) ?? (leaf.Max < LongTag ? leaf.Max : UnboundedField))));
    }

    private PartValue? FitValue(MappedAttribute attribute, IReadOnlyDictionary<string, string> value, List<string> cut, ref long size, out string? fault)
    {
        fault = null;
        var texts = new string[attribute.Parts.Count];
        var any = false;
        for (var i = 0; i < texts.Length; i++)
        {
            var part = attribute.Parts[i];
            var text = value.TryGetValue(part.Name, out var given) ? given : "";
            if (text.Length > 0)
            {
                var result = FitText(part.Leaf, text, out fault);
                if (fault is not null)
                {
                    return null;
                }

                AddUnlessThere(cut, result != text ? attribute.Name : null);

                text = result;
            }

            texts[i] = text;
            size += text.Length + (change is TreeFormat ? MarkupPerValue / BytesPerMarkedUpChar : 4);
            any |= text.Length > 0;
        }

        return any ? new PartValue(attribute.PartNames, texts) : null;
    }

    private static void AddUnlessThere(List<string> cut, string? attribute)
    {
        if (attribute is not null && !cut.Contains(attribute))
        {
            cut.Add(attribute);
        }
    }

    private string FitText(Leaf leaf, string text, out string? fault)
    {
        fault = null;
        if (leaf.Codes is not null)
        {
            if (leaf.Codes.TryWrite(text, out _))
            {
                return text;
            }

            fault = leaf.Whole ? NoCode : null;
            return "";
        }

        if (!ReferenceEquals(leaf.Form, Form.Text))
        {
            // What has no form (a date that is none) is left out: the field then says nothing.
            var wire = leaf.Form.Write(text);
            if (wire is not null && wire.Length > leaf.Max)
            {
                fault = leaf.Whole ? leaf.Label + "超过字段长度，不能截断" : null;
                return "";
            }

            return wire is null || wire == leaf.Unknown ? "" : leaf.Form.Read(wire) ?? "";
        }

        text = Carry(leaf, text, out fault);
        if (fault is not null)
        {
            return "";
        }

        text = codec.TrimsEnd ? text.TrimEnd(' ') : text;
        var fitted = Cut(text, leaf.Max, charset);
        if (fitted.Length < text.Length && leaf.Whole)
        {
            fault = leaf.Label + "超过字段长度，不能截断";
            return "";
        }

        fitted = codec.TrimsEnd ? fitted.TrimEnd(' ') : fitted;
        return fitted == leaf.Unknown ? "" : fitted;
    }

    private string Carry(Leaf leaf, string text, out string? fault)
    {
        fault = null;
        if (charset.Carries(text) && !HasForbidden(text))
        {
            return text;
        }

        if (uncarried.Replacement is not { } replacement || leaf.Whole)
        {
            fault = leaf.Label + "含有对方字符集或格式不能表示的字符";
            return "";
        }

        var result = new StringBuilder(text.Length);
        var position = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            // A lone half of a pair comes as U+FFFD, one char long.
            var own = text.AsSpan(position, Math.Min(rune.Utf16SequenceLength, text.Length - position));
            position += own.Length;
            if (charset.Carries(own) && !(own.Length == 1 && codec.Forbids(own[0])))
            {
                result.Append(own);
            }
            else
            {
                result.Append(replacement);
            }
        }

        return result.ToString();
    }

    private bool HasForbidden(string text)
    {
        foreach (var character in text)
        {
            if ((character < 0x80 || character >= 0xFFFE) && codec.Forbids(character))
            {
                return true;
            }
        }

        return false;
    }

    private Fitted Shrink(CustomerView view, List<string> cut)
    {
        var over = reserved + Bytes(view) - budget!.Max;
        foreach (var field in budget.Shrink)
        {
            if (over <= 0)
            {
                break;
            }

            var attribute = mapping.Attributes.FirstOrDefault(one => one.Parts.Any(part => part.Field == field));
            if (attribute is null || !view.TryGetValue(attribute.Name, out var values) || values.Count == 0)
            {
                continue;
            }

            var texts = attribute.Parts.Select(part => values[0][part.Name]).ToArray();
            var index = attribute.Parts.Select((part, i) => (part, i)).First(pair => pair.part.Field == field).i;
            var before = BytesOf(attribute.Parts[index].Leaf, texts[index]);
            texts[index] = CutEscaped(texts[index], Math.Max(0, before - budget.PerValue - over));
            over -= before - BytesOf(attribute.Parts[index].Leaf, texts[index]);
            view[attribute.Name] = texts.Any(text => text.Length > 0) ? [new PartValue(attribute.PartNames, texts)] : [];
            if (view[attribute.Name].Count == 0 && !attribute.Nullable)
            {
                view.Remove(attribute.Name);
            }

            AddUnlessThere(cut, attribute.Name);
        }

        return new Fitted(view, cut, over > 0 ? string.Create(CultureInfo.InvariantCulture, $"报文过长，超出{over}字节") : null);
    }

    private string CutEscaped(string text, int max)
    {
        var fitted = Cut(text, max, charset);
        while (fitted.Length > 0 && charset.ByteCount(fitted) + codec.EscapesOf(fitted) > max)
        {
            fitted = Cut(fitted, charset.ByteCount(fitted) - 1, charset);
        }

        return codec.TrimsEnd ? fitted.TrimEnd(' ') : fitted;
    }

    private int Bytes(CustomerView view)
    {
        var bytes = 0;
        foreach (var attribute in mapping.Attributes)
        {
            if (view.TryGetValue(attribute.Name, out var values) && values.Count > 0)
            {
                bytes += attribute.Parts.Sum(part => budget!.Leaves.Contains(part.Leaf) ? BytesOf(part.Leaf, values[0][part.Name]) : 0);
            }
        }

        return bytes;
    }

    private int BytesOf(Leaf leaf, string text)
    {
        if (text.Length == 0)
        {
            return 0;
        }

        var wire = leaf.Write(text) ?? "";
        return charset.ByteCount(wire) + codec.EscapesOf(wire) + budget!.PerValue;
    }
}

/// <summary>What is done with a character that the charset or the format cannot carry: refuse the customer, or put this text in its place.</summary>
internal sealed record Uncarried(string? Replacement);
