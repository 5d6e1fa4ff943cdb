using System.Diagnostics.CodeAnalysis;
using Granary.Wire.Values;

namespace Granary.Wire.Codecs;

/// <summary>How trees are written as characters: XML or JSON.</summary>
internal abstract class TreeSyntax
{
    /// <summary>No message of the bank is nested deeper than 8; what is deeper than this is an attack or a mistake.</summary>
    public const int MaxDepth = 32;

    /// <summary>Elements or members of one message. A customer with a thousand relations has five thousand; a megabyte of empty ones has 170,000.</summary>
    public const int MaxNodes = 20_000;

    /// <summary>False where the bytes are not of the syntax; then <paramref name="root"/> has what was read before.</summary>
    public abstract bool TryParse(ReadOnlySpan<byte> body, Charset charset, Node root);

    /// <summary>The same for characters that are of the charset only in part.</summary>
    public abstract bool TryParseMarked(string text, Node root);

    public abstract void Write(Branch root, Fields fields, TextBuffer text);

    public abstract bool Forbids(char character);
}

/// <summary>XML and JSON: named members in any order, unknown ones ignored.</summary>
internal sealed class TreeCodec(IReadOnlyList<TreeFormat> formats, TreeSyntax syntax) : Codec
{
    private const char Marking = '\uFFFD';

    public override IReadOnlyList<Format> Formats => formats;

    public override bool Forbids(char character) => syntax.Forbids(character);

    public override Format? Decode(ReadOnlySpan<byte> body, Decoding decoding)
    {
        var root = new Node("", NodeKind.Branch);
        if (!syntax.TryParse(body, decoding.Charset, root))
        {
            if (root.Members.Count == 0 && syntax.TryParseMarked(decoding.Charset.DecodeMarking(body), root))
            {
                return DecodeMarked(root, decoding);
            }

            decoding.Fail(FaultKind.BadField, FaultText.Message);
        }

        var format = Choose(root);
        if (format is null)
        {
            decoding.Fail(FaultKind.UnknownService, FaultText.Service);
        }

        Read((format ?? formats[0]).Root, root, decoding, decoding.Fields);
        return format;
    }

    public override void Encode(Format format, Fields fields, ByteWriter writer)
    {
        using var text = new TextBuffer();
        syntax.Write(((TreeFormat)format).Root, fields, text);
        writer.Text(text.Written, "");
    }

    /// <summary>The bytes are not of the charset, yet a tree: which field is it in?</summary>
    private TreeFormat? DecodeMarked(Node root, Decoding decoding)
    {
        var format = Choose(root);
        var plan = format ?? formats[0];
        if (!FindMarked(plan.Root, root, decoding))
        {
            decoding.Fail(FaultKind.BadField, FaultText.Charset, "", "报文");
        }

        Read(plan.Root, root, decoding, decoding.Fields);
        foreach (var field in decoding.Fields.Where(field => field.Value?.Contains(Marking, StringComparison.Ordinal) == true).Select(field => field.Key).ToList())
        {
            decoding.Fields.Remove(field);
        }

        return format;
    }

    private static bool FindMarked(Branch branch, Node node, Decoding decoding)
    {
        foreach (var child in node.Members)
        {
            foreach (var member in branch.Members.Where(member => member.Name == child.Name))
            {
                if (member.Leaf is { } leaf && child.Text.Contains(Marking, StringComparison.Ordinal))
                {
                    decoding.Fail(leaf, FaultText.Charset);
                    return true;
                }

                if (FindMarked(member, child, decoding) || (member.Entries ?? []).Any(entry => FindMarked(entry.Body, child, decoding)))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static void Read(Branch branch, Node node, Decoding decoding, Fields fields)
    {
        var hint = 0;
        foreach (var member in branch.Members)
        {
            if (member.Entries is { } entries)
            {
                ReadEntries(member, entries, node, decoding, fields);
                continue;
            }

            if (member.Name == Branch.OwnText)
            {
                ReadLeaf(member.Leaf!, node, decoding, fields);
                continue;
            }

            if (node.Find(member.Name, ref hint) is not { } found)
            {
                continue;
            }

            var after = hint;
            if (IsRepeated(node, member.Name, after) || found.InArray)
            {
                decoding.Fail(FaultKind.BadField, FaultText.Repeated, member.Place, member.Leaf?.Label ?? member.Name);
            }

            if (member.Leaf is { } leaf)
            {
                ReadLeaf(leaf, found, decoding, fields);
            }
            else if (found.Kind == NodeKind.Branch)
            {
                Read(member, found, decoding, fields);
            }
            else if (found.Kind == NodeKind.Null)
            {
                Withdraw(member, fields);
            }
            else if (found is not { Kind: NodeKind.Text, Text: "" })
            {
                decoding.Fail(FaultKind.BadField, FaultText.Form, member.Place, member.Name);
            }
        }
    }

    private static bool IsRepeated(Node node, string name, int from)
    {
        var list = node.Members;
        for (var i = from; i < list.Count; i++)
        {
            if (list[i].Name == name)
            {
                return true;
            }
        }

        return false;
    }

    private static void ReadLeaf(Leaf leaf, Node node, Decoding decoding, Fields fields)
    {
        switch (node.Kind)
        {
            case NodeKind.Text:
            case NodeKind.Branch when node.Members.TrueForAll(member => member.Name.StartsWith('@')):
                decoding.Put(leaf, node.Text, fields);
                break;
            case NodeKind.Null when leaf.Field.Length > 0:
                fields[leaf.Field] = null;
                break;
            case NodeKind.True or NodeKind.False when leaf.Constant is not null:
                decoding.Put(leaf, node.Kind == NodeKind.True ? "true" : "false", fields);
                break;
            default:
                decoding.Fail(leaf, FaultText.Form);
                break;
        }
    }

    private static void Withdraw(Branch branch, Fields fields)
    {
        foreach (var member in branch.Members)
        {
            if (member.Leaf is { Field.Length: > 0 } leaf)
            {
                fields[leaf.Field] = null;
            }

            Withdraw(member, fields);
        }
    }

    private static void ReadEntries(Branch member, IReadOnlyList<Entry> entries, Node node, Decoding decoding, Fields fields)
    {
        var taken = new Dictionary<Entry, List<Node>>(ReferenceEqualityComparer.Instance);
        foreach (var child in node.Members)
        {
            if (child.Name != member.Name || child.Kind == NodeKind.Null)
            {
                continue;
            }

            if (entries.FirstOrDefault(entry => entry.Constants.All(constant => Has(child, constant.Name, constant.Leaf!.Constant!))) is { } entry)
            {
                (taken.TryGetValue(entry, out var list) ? list : taken[entry] = []).Add(child);
            }
            else
            {
                var constant = entries[0].Constants[0];
                decoding.Fail(FaultKind.BadField, FaultText.Code, constant.Place, constant.Name.TrimStart('@'));
            }
        }

        foreach (var entry in entries)
        {
            if (taken.TryGetValue(entry, out var nodes))
            {
                ReadGroup(entry, nodes, decoding, fields);
            }

            foreach (var leaf in entry.Group.Leaves)
            {
                // The place is there and nothing stands in it: empty, not absent.
                if (!leaf.Optional && leaf.Field.Length > 0)
                {
                    fields.TryAdd(leaf.Field, "");
                }
            }
        }
    }

    private static void ReadGroup(Entry entry, List<Node> nodes, Decoding decoding, Fields fields)
    {
        var first = entry.Mark is { Leaf.Mark: { } mark } branch
            ? Math.Max(0, nodes.FindIndex(node => Has(node, branch.Name, mark.First)))
            : 0;
        Read(entry.Body, nodes[first], decoding, fields);
        for (var i = 0; i < nodes.Count; i++)
        {
            if (i == first)
            {
                continue;
            }

            var further = new Fields();
            Read(entry.Body, nodes[i], decoding, further);
            if (!fields.Groups.TryGetValue(entry.Group.Name, out var list))
            {
                fields.Groups[entry.Group.Name] = list = [];
            }

            list.Add(further);
        }
    }

    private static bool Has(Node node, string name, string value)
    {
        var hint = 0;
        return node.Find(name, ref hint) is { } found && IsText(found, value);
    }

    private static bool IsText(Node node, string value) => node.Kind switch
    {
        NodeKind.True => value == "true",
        NodeKind.False => value == "false",
        NodeKind.Null or NodeKind.Number => false,
        _ => node.Text == value,
    };

    /// <summary>Of the formats whose constants are there, the one that asks for most and has it.</summary>
    private TreeFormat? Choose(Node root)
    {
        TreeFormat? best = null;
        TreeFormat? lacking = null;
        foreach (var format in formats)
        {
            if (format.EncodeOnly || (best is not null && format.Has.Count <= best.Has.Count) || !ConstantsMatch(format, root))
            {
                continue;
            }

            if (HasAll(format, root))
            {
                best = format;
            }
            else
            {
                // Of the service, but without its body: what is missing will be named.
                lacking ??= format;
            }
        }

        return best ?? lacking;
    }

    private static bool ConstantsMatch(TreeFormat format, Node root)
    {
        foreach (var (path, value) in format.Constants)
        {
            if (!TryFind(root, path, out var node) || !IsText(node, value))
            {
                return false;
            }
        }

        return format.Constants.Count > 0 || format.Has.Count > 0;
    }

    private static bool HasAll(TreeFormat format, Node root)
    {
        foreach (var path in format.Has)
        {
            if (!TryFind(root, path, out _))
            {
                return false;
            }
        }

        return true;
    }

    private static bool TryFind(Node node, string[] path, [NotNullWhen(true)] out Node? found)
    {
        found = node;
        foreach (var name in path)
        {
            var hint = 0;
            found = found.Find(name, ref hint);
            if (found is null)
            {
                return false;
            }
        }

        return true;
    }
}
