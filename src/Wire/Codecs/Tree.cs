using System.Text;
using Granary.Wire.Values;

namespace Granary.Wire.Codecs;

internal enum NodeKind
{
    /// <summary>Has members; in XML also an element with nothing in it, whose text is "".</summary>
    Branch,
    Text,
    Null,
    True,
    False,

    /// <summary>A number: no field of ours is one.</summary>
    Number,
}

/// <summary>XML and JSON as read, before it is known which format it is. An attribute is a member with @ before its name; an array is its entries, one after another.</summary>
internal sealed class Node(string name, NodeKind kind)
{
    private static readonly List<Node> None = [];

    private List<Node>? members;
    private string text = "";
    private StringBuilder? pieces;

    public string Name => name;

    public NodeKind Kind => kind;

    public string Text
    {
        get
        {
            if (pieces is not null)
            {
                text = pieces.ToString();
                pieces = null;
            }

            return text;
        }
        init => text = value;
    }

    /// <summary>One of an array's entries: may repeat.</summary>
    public bool InArray { get; init; }

    public List<Node> Members => members ?? None;

    /// <summary>Text comes in pieces where a CDATA section or a comment parts it; a hundred thousand pieces must not cost their square.</summary>
    public void Append(string piece)
    {
        if (text.Length == 0)
        {
            text = piece;
            return;
        }

        pieces ??= new StringBuilder(text);
        pieces.Append(piece);
    }

    public void Add(Node member) => (members ??= []).Add(member);

    /// <param name="hint">Where to look first: members mostly come in the order of the file. Moves on behind what is found.</param>
    public Node? Find(string member, ref int hint)
    {
        var list = Members;
        for (var i = hint; i < list.Count; i++)
        {
            if (list[i].Name == member)
            {
                hint = i + 1;
                return list[i];
            }
        }

        for (var i = 0; i < Math.Min(hint, list.Count); i++)
        {
            if (list[i].Name == member)
            {
                hint = i + 1;
                return list[i];
            }
        }

        return null;
    }
}

/// <summary>A member in a format: a value, a branch, or entries that repeat.</summary>
internal sealed class Branch
{
    /// <summary>The name of an entry's own text, beside its attributes.</summary>
    public const string OwnText = "$text";

    public required string Name { get; init; }

    public string Place { get; init; } = "";

    public Leaf? Leaf { get; init; }

    public IReadOnlyList<Branch> Members { get; init; } = [];

    /// <summary>Kinds of entries, told apart by their constants; null where the member does not repeat.</summary>
    public IReadOnlyList<Entry>? Entries { get; init; }

    /// <summary>Not written where nothing in it has a value.</summary>
    public bool OmitEmpty { get; init; }

    /// <summary>A null stands for the whole branch where everything in it is null.</summary>
    public bool NullWhole { get; init; }

    /// <summary>Written &lt;X&gt;&lt;/X&gt; where it is empty.</summary>
    public bool EmptyPair { get; init; }
}

/// <summary>One kind of entry of a repeated member.</summary>
internal sealed record Entry(Branch Body, RepeatedGroup Group, IReadOnlyList<Branch> Constants, Branch? Mark);

internal sealed class TreeFormat : Format
{
    public TreeFormat(FormatRules rules, Branch root, IReadOnlyList<string[]> has)
        : base(rules)
    {
        Root = root;
        Has = has;
        var leaves = new List<Leaf>();
        var groups = new List<RepeatedGroup>();
        Collect(root, leaves, groups);
        SetLeaves(leaves, groups);
        Constants = [.. ConstantsOf(root, [])];
    }

    public Branch Root { get; }

    /// <summary>Members that must be there for the format to be meant.</summary>
    public IReadOnlyList<string[]> Has { get; }

    public IReadOnlyList<(string[] Path, string Value)> Constants { get; }

    private static void Collect(Branch branch, List<Leaf> leaves, List<RepeatedGroup> groups)
    {
        if (branch.Leaf is { } leaf)
        {
            leaves.Add(leaf);
        }

        foreach (var member in branch.Members)
        {
            Collect(member, leaves, groups);
        }

        foreach (var entry in branch.Entries ?? [])
        {
            Collect(entry.Body, leaves, groups);
            groups.Add(entry.Group);
        }
    }

    private static IEnumerable<(string[] Path, string Value)> ConstantsOf(Branch branch, string[] path)
    {
        foreach (var member in branch.Members)
        {
            string[] to = [.. path, member.Name];
            if (member.Leaf is { Constant: { } constant })
            {
                yield return (to, constant);
            }

            foreach (var below in ConstantsOf(member, to))
            {
                yield return below;
            }
        }
    }
}
