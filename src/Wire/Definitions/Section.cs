using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace Granary.Wire.Definitions;

/// <summary>A mapping of the file that remembers which of its keys were asked for: the others are unknown, and that is an error.</summary>
internal sealed class Section
{
    private readonly YamlMappingNode node;
    private readonly Problems problems;
    private readonly HashSet<string> used = new(StringComparer.Ordinal);

    public Section(YamlMappingNode node, Problems problems, string name)
    {
        this.node = node;
        this.problems = problems;
        Name = name;
    }

    public string Name { get; }

    public int Line => LineOf(node);

    public Problems Problems => problems;

    public IEnumerable<(string Key, YamlNode Value)> Entries =>
        node.Children.Select(pair => (pair.Key is YamlScalarNode { Value: { } key } ? key : "?", pair.Value));

    public static int LineOf(YamlNode node) => (int)node.Start.Line;

    public bool Has(string key) => Find(key) is not null;

    public int LineOf(string key) => Find(key) is { } value ? LineOf(value) : Line;

    public YamlNode? Find(string key)
    {
        used.Add(key);
        foreach (var pair in node.Children)
        {
            if (pair.Key is YamlScalarNode scalar && scalar.Value == key)
            {
                return pair.Value;
            }
        }

        return null;
    }

    public string? Text(string key)
    {
        switch (Find(key))
        {
            case null:
                return null;
            case YamlScalarNode { Value: { } text }:
                return text;
            case var other:
                problems.Add(LineOf(other), $"{Name}.{key} is to be a text");
                return null;
        }
    }

    public string Required(string key)
    {
        if (Text(key) is { Length: > 0 } text)
        {
            return text;
        }

        problems.Add(LineOf(key), $"{Name} has no {key}");
        return "";
    }

    public int? Number(string key, int least, int most)
    {
        if (Text(key) is not { } text)
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
        {
            return number;
        }

        problems.Add(LineOf(key), $"{Name}.{key} is to be a whole number from {least} to {most}");
        return least;
    }

    public bool Flag(string key)
    {
        switch (Text(key))
        {
            case null or "false" or "no":
                return false;
            case "true" or "yes":
                return true;
            default:
                problems.Add(LineOf(key), $"{Name}.{key} is to be true or false");
                return false;
        }
    }

    public TimeSpan? Duration(string key)
    {
        if (Text(key) is not { } text)
        {
            return null;
        }

        var unit = text.EndsWith("ms", StringComparison.Ordinal) ? 1 : text.EndsWith('s') ? 1000 : text.EndsWith('m') ? 60_000 : 0;
        var digits = text.AsSpan(0, Math.Max(0, text.Length - (unit == 1 ? 2 : 1)));
        if (unit > 0 && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0)
        {
            return TimeSpan.FromMilliseconds((double)number * unit);
        }

        problems.Add(LineOf(key), $"{Name}.{key} is to be a duration such as 500ms, 30s or 2m");
        return null;
    }

    public Section? Child(string key) => Find(key) is { } child ? Of(child, problems, $"{Name}.{key}".TrimStart('.')) : null;

    public static Section? Of(YamlNode node, Problems problems, string name)
    {
        if (node is YamlMappingNode mapping)
        {
            return new Section(mapping, problems, name);
        }

        problems.Add(LineOf(node), $"{name} is to be a mapping");
        return null;
    }

    /// <summary>The texts of a sequence; a single text counts as a sequence of one.</summary>
    public IReadOnlyList<(string Text, int Line)> Texts(string key)
    {
        switch (Find(key))
        {
            case null:
                return [];
            case YamlScalarNode { Value: { } text } scalar:
                return [(text, LineOf(scalar))];
            case YamlSequenceNode sequence when sequence.Children.All(child => child is YamlScalarNode):
                return [.. sequence.Children.Select(child => (((YamlScalarNode)child).Value ?? "", LineOf(child)))];
            case var other:
                problems.Add(LineOf(other), $"{Name}.{key} is to be a list of texts");
                return [];
        }
    }

    /// <summary>Key → text of a mapping of texts.</summary>
    public IReadOnlyList<(string Key, string Text, int Line)> Pairs(string key)
    {
        var section = Child(key);
        if (section is null)
        {
            return [];
        }

        var pairs = new List<(string, string, int)>();
        foreach (var (name, value) in section.Entries)
        {
            if (value is YamlScalarNode scalar)
            {
                pairs.Add((name, scalar.Value ?? "", LineOf(scalar)));
            }
            else
            {
                problems.Add(LineOf(value), $"{section.Name}.{name} is to be a text");
            }
        }

        return pairs;
    }

    /// <summary>Call when everything that is known was asked for.</summary>
    public void NothingElse()
    {
        foreach (var pair in node.Children)
        {
            var key = pair.Key is YamlScalarNode scalar ? scalar.Value ?? "" : "?";
            if (!used.Contains(key))
            {
                problems.Add(LineOf(pair.Key), $"{(Name.Length == 0 ? "the file" : Name)} has an unknown key: {key}");
            }
        }
    }
}
