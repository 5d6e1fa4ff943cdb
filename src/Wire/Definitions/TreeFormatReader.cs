using Granary.Wire.Codecs;
using Granary.Wire.Values;
using YamlDotNet.RepresentationModel;

namespace Granary.Wire.Definitions;

/// <summary>
/// message: body: a mapping in the shape of the message. A text is a value, a mapping a branch, a sequence the kinds of a member that repeats.
/// Keys that begin with $ are options of the branch.
/// </summary>
internal sealed class TreeFormatReader(LeafReader leaves, TreeSyntax syntax, char separator, Problems problems) : FormatReader(leaves, problems)
{
    private const string Omit = "$omit";
    private const string Null = "$null";
    private const string Empty = "$empty";
    private const string Group = "$group";

    private readonly List<TreeFormat> formats = [];

    public override Codec? Finish() => formats.Count > 0 ? new TreeCodec(formats, syntax) : null;

    protected override void Read(Section message, FormatRules rules)
    {
        var has = message.Texts("has").Select(path => path.Text.Split(separator)).ToList();
        if (message.Find("body") is { } body)
        {
            formats.Add(new TreeFormat(rules, ReadBranch("", body, ""), has));
        }
        else if (rules.Empty)
        {
            // Never matches a tree: it has neither constants nor members.
            formats.Add(new TreeFormat(rules, new Branch { Name = "" }, has));
        }
        else
        {
            Problems.Add(message.Line, $"{message.Name} has no body");
        }
    }

    private Branch ReadBranch(string name, YamlNode node, string place)
    {
        switch (node)
        {
            case YamlScalarNode scalar:
                return new Branch { Name = name, Place = place, Leaf = Leaves.Read(scalar.Value ?? "", Section.LineOf(scalar), place, 0) };
            case YamlSequenceNode sequence:
                return new Branch { Name = name, Place = place, Entries = [.. sequence.Children.Select(entry => ReadEntry(name, entry, place))] };
            default:
                return ReadMembers(name, node, place);
        }
    }

    private Branch ReadMembers(string name, YamlNode node, string place)
    {
        if (Section.Of(node, Problems, place.Length > 0 ? place : "body") is not { } section)
        {
            return new Branch { Name = name };
        }

        var members = new List<Branch>();
        foreach (var (key, value) in section.Entries)
        {
            if (key is Omit or Null or Empty or Group)
            {
                continue;
            }

            if (key.StartsWith('$') && key != Branch.OwnText)
            {
                Problems.Add(Section.LineOf(value), $"{key} is no option; options are {Omit}, {Null}, {Empty}, {Group} and {Branch.OwnText}");
                continue;
            }

            members.Add(ReadBranch(key, value, key == Branch.OwnText ? place : place.Length == 0 ? key : place + separator + key));
        }

        return new Branch
        {
            Name = name,
            Place = place,
            Members = members,
            OmitEmpty = Option(section, Omit, "empty"),
            NullWhole = Option(section, Null, "whole"),
            EmptyPair = Option(section, Empty, "pair"),
        };
    }

    private bool Option(Section section, string key, string value)
    {
        var text = section.Text(key);
        if (text is not null && text != value)
        {
            Problems.Add(section.LineOf(key), $"{key} can only be: {value}");
        }

        return text is not null;
    }

    private Entry ReadEntry(string name, YamlNode node, string place)
    {
        var group = node is YamlMappingNode mapping ? Section.Of(mapping, Problems, place)?.Text(Group) : null;
        var body = node is YamlScalarNode
            ? new Branch { Name = name, Place = place, Members = [ReadBranch(Branch.OwnText, node, place)] }
            : ReadMembers(name, node, place);
        var places = Flatten(body).ToList();
        var fields = places.Where(member => member.Leaf!.Field.Length > 0).Select(member => member.Leaf!).ToList();
        if (fields.Count == 0)
        {
            Problems.Add(Section.LineOf(node), $"{place}: a repeated member has no field in it");
        }

        // An entry is told by what stands directly in it, in practice its type.
        var constants = body.Members.Where(member => member.Leaf?.Constant is not null).ToList();
        var mark = body.Members.FirstOrDefault(member => member.Leaf?.Mark is not null);
        return new Entry(body, new RepeatedGroup(group ?? (fields.Count > 0 ? fields[0].Field : ""), fields), constants, mark);
    }

    private static IEnumerable<Branch> Flatten(Branch branch) =>
        branch.Members.SelectMany(member => member.Leaf is not null ? [member] : Flatten(member));
}
