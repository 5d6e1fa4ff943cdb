using Granary.Wire.Codecs;
using Granary.Wire.Values;
using YamlDotNet.RepresentationModel;

namespace Granary.Wire.Definitions;

/// <summary>Reads the message formats of one kind of codec. One per codec; what all messages have is here.</summary>
internal abstract class FormatReader(LeafReader leaves, Problems problems)
{
    public static IReadOnlyDictionary<string, MessageRole> RoleNames { get; } = Enum.GetValues<MessageRole>()
        .ToDictionary(role => string.Concat(role.ToString().Select((letter, i) => char.IsUpper(letter) && i > 0 ? $"-{letter}" : $"{letter}")).ToLowerInvariant(), StringComparer.Ordinal);

    protected LeafReader Leaves => leaves;

    protected Problems Problems => problems;

    /// <summary>The codec, or null where there was no format to make it of.</summary>
    public abstract Codec? Finish();

    /// <summary>Reads one message; the keys that all have are in <paramref name="rules"/>.</summary>
    protected abstract void Read(Section message, FormatRules rules);

    public void ReadAll(Section messages)
    {
        foreach (var (key, value) in messages.Entries)
        {
            messages.Find(key);
            if (!RoleNames.TryGetValue(key, out var role))
            {
                problems.Add(Section.LineOf(value), $"{key} is no role; roles are {string.Join(", ", RoleNames.Keys)}");
                continue;
            }

            foreach (var one in value is YamlSequenceNode sequence ? sequence.Children : [value])
            {
                if (Section.Of(one, problems, $"messages.{key}") is { } message)
                {
                    Read(message, ReadRules(message, role));
                    message.NothingElse();
                }
            }
        }
    }

    private static FormatRules ReadRules(Section message, MessageRole role) => new(
        role,
        message.Line,
        [.. message.Texts("required").Select(text => text.Text)],
        [.. message.Pairs("implies").Select(pair => KeyValuePair.Create(pair.Key, pair.Text))],
        [.. message.Texts("echo").Select(text => text.Text)],
        [.. message.Pairs("ours").Select(pair => KeyValuePair.Create(pair.Key, pair.Text))],
        message.Flag("encode-only"),
        message.Flag("empty"));
}

/// <summary>layouts: name → list of {no, bytes, value}; message: layout: [header, customer], with: {service: …}.</summary>
internal sealed class FixedFormatReader(LeafReader leaves, Section? layouts, Problems problems) : FormatReader(leaves, problems)
{
    private readonly List<FixedFormat> formats = [];
    private readonly HashSet<string> usedLayouts = new(StringComparer.Ordinal);

    public override Codec? Finish()
    {
        foreach (var (key, _) in layouts?.Entries ?? [])
        {
            if (!usedLayouts.Contains(key))
            {
                Problems.Add(layouts!.LineOf(key), $"no message has the layout {key}");
            }
        }

        return formats.Count > 0 ? new FixedCodec(formats) : null;
    }

    protected override void Read(Section message, FormatRules rules)
    {
        var with = message.Pairs("with").ToDictionary(pair => pair.Key, pair => pair.Text, StringComparer.Ordinal);
        var places = new List<Leaf>();
        var header = 0;
        foreach (var (name, line) in message.Texts("layout"))
        {
            usedLayouts.Add(name);
            if (layouts?.Find(name) is not YamlSequenceNode layout)
            {
                Problems.Add(line, $"there is no layout {name}");
                continue;
            }

            foreach (var node in layout.Children)
            {
                if (Section.Of(node, Problems, $"layouts.{name}") is { } place)
                {
                    var bytes = place.Number("bytes", 1, 100_000) ?? Missing(place);
                    var number = place.Number("no", 1, 10_000) ?? places.Count + 1;
                    places.Add(Leaves.Read(place.Required("value"), place.Line, "", number, bytes, with));
                    places[^1].Max = bytes;
                    place.NothingElse();
                    Check(places[^1], place.Line);
                }
            }

            header = header == 0 ? places.Count : header;
        }

        if (places.Count == 0)
        {
            Problems.Add(message.Line, $"{message.Name} has no layout");
            return;
        }

        formats.Add(new FixedFormat(rules, places, header));
    }

    private int Missing(Section place)
    {
        Problems.Add(place.Line, $"{place.Name}: a place has no bytes");
        return 1;
    }

    private void Check(Leaf leaf, int line)
    {
        var widest = leaf.Constant?.Length ?? (leaf.Codes is { } codes ? codes.WireCodes.Max(code => code.Length) : 0);
        if (widest > leaf.Max)
        {
            Problems.Add(line, $"{(leaf.Field.Length > 0 ? leaf.Field : leaf.Constant)} needs {widest} bytes and has {leaf.Max}");
        }

        if (leaf.Form.Width is { } width && width != leaf.Max)
        {
            Problems.Add(line, $"{leaf.Field} has a form of {width} bytes in a place of {leaf.Max}");
        }
    }
}

/// <summary>message: columns: [= CUST, msgid, …].</summary>
internal sealed class DelimitedFormatReader(
    LeafReader leaves, Charset charset, char separator, char? escape, string lineEnd, int max, IReadOnlyList<string> shrink, Problems problems)
    : FormatReader(leaves, problems)
{
    private readonly List<DelimitedFormat> formats = [];

    public override Codec? Finish() => formats.Count > 0 ? new DelimitedCodec(formats, charset, separator, escape, lineEnd, max, shrink) : null;

    protected override void Read(Section message, FormatRules rules)
    {
        var columns = message.Texts("columns").Select((column, i) => Leaves.Read(column.Text, column.Line, "", i + 1)).ToList();
        if (columns.Count == 0)
        {
            Problems.Add(message.Line, $"{message.Name} has no columns");
            return;
        }

        formats.Add(new DelimitedFormat(rules, columns));
    }
}
