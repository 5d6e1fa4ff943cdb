using System.Globalization;
using Granary.Wire.Codecs;
using Granary.Wire.Values;

namespace Granary.Wire.Definitions;

/// <summary>elements: DE → {type, size, value | tags}; message: mti, elements: [number, number = 001], tags: those of the message's own, in place of the element's.</summary>
internal sealed class IsoFormatReader : FormatReader
{
    private readonly List<IsoFormat> formats = [];
    private readonly Dictionary<int, Element> table = [];

    public IsoFormatReader(LeafReader leaves, Section? elements, IReadOnlyList<string> shrink, Problems problems)
        : base(leaves, problems)
    {
        foreach (var (key, value) in elements?.Entries ?? [])
        {
            elements!.Find(key);
            if (!int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number is < 2 or > 128 or 65)
            {
                problems.Add(Section.LineOf(value), $"{key} is no data element: 2 to 128, without 65");
            }
            else if (Section.Of(value, problems, $"elements.{key}") is { } element)
            {
                table[number] = ReadElement(number, element, shrink);
                element.NothingElse();
            }
        }
    }

    public override Codec? Finish() => formats.Count > 0 ? new Iso8583Codec(formats, table) : null;

    protected override void Read(Section message, FormatRules rules)
    {
        var mti = message.Required("mti");
        if (mti.Length != 4 || mti.AsSpan().ContainsAnyExceptInRange('0', '9'))
        {
            Problems.Add(message.LineOf("mti"), $"{message.Name}.mti is to have four digits");
        }

        var elements = new List<(Element, Leaf?)>();
        var previous = 0;
        foreach (var (text, line) in message.Texts("elements"))
        {
            var equals = text.IndexOf('=', StringComparison.Ordinal);
            var name = (equals < 0 ? text : text[..equals]).Trim();
            if (!int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || !table.TryGetValue(number, out var element))
            {
                Problems.Add(line, $"elements has no {name}");
                continue;
            }

            if (number <= previous)
            {
                Problems.Add(line, "elements are to be in the order of their numbers");
            }

            previous = number;
            var own = element.Tags is not null && message.Has("tags") ? element with { Tags = ReadTags(number, message) } : element;
            elements.Add((own, equals < 0 ? own.Leaf : Leaves.Read(text[equals..], line, $"DE{number}", number)));
        }

        if (elements.Count == 0)
        {
            Problems.Add(message.Line, $"{message.Name} has no elements");
            return;
        }

        formats.Add(new IsoFormat(rules, mti, elements));
    }

    private Element ReadElement(int number, Section section, IReadOnlyList<string> shrink)
    {
        var type = section.Required("type");
        var (digits, most, numeric) = type switch
        {
            "n" => (0, 999, true),
            "an" => (0, 999, false),
            "llvar n" or "llvar an" => (2, 99, type.EndsWith(" n", StringComparison.Ordinal)),
            "lllvar n" or "lllvar an" => (3, 999, type.EndsWith(" n", StringComparison.Ordinal)),
            _ => (-1, 999, false),
        };
        if (digits < 0)
        {
            Problems.Add(section.LineOf("type"), $"{section.Name}.type is to be n, an, llvar n, llvar an, lllvar n or lllvar an");
            digits = 0;
        }

        var size = section.Number(digits == 0 ? "size" : "max", 1, most);
        if (size is null)
        {
            Problems.Add(section.Line, $"{section.Name} has no {(digits == 0 ? "size" : "max")}");
        }

        if (section.Has("tags"))
        {
            var tags = ReadTags(number, section);
            if (digits != 3)
            {
                Problems.Add(section.Line, $"{section.Name}: an element with tags is lllvar");
            }

            return new Element(number, digits, size ?? 1, numeric, null, tags, shrink);
        }

        var value = section.Required("value");
        value = numeric && !value.StartsWith('=') && !value.Contains(" as ", StringComparison.Ordinal) ? value + " as digits" : value;
        return new Element(number, digits, size ?? 1, numeric, Leaves.Read(value, section.Line, $"DE{number}", number, size ?? 1), null, []);
    }

    private Dictionary<string, Leaf> ReadTags(int number, Section section)
    {
        foreach (var (tag, _, line) in section.Pairs("tags"))
        {
            if (tag.Length != 2 || tag.AsSpan().ContainsAnyExceptInRange('0', '9'))
            {
                Problems.Add(line, $"{section.Name}: a tag has two digits, not {tag}");
            }
        }

        return section.Pairs("tags").ToDictionary(
            pair => pair.Key,
            pair => Leaves.Read(pair.Text, pair.Line, $"DE{number}/{pair.Key}", number, 999),
            StringComparer.Ordinal);
    }
}
