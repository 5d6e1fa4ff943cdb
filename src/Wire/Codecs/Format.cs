using Granary.Wire.Values;

namespace Granary.Wire.Codecs;

/// <summary>Entries of one kind that may repeat. The first stands in the plain fields, each further one in the group of this name.</summary>
internal sealed record RepeatedGroup(string Name, IReadOnlyList<Leaf> Leaves);

/// <summary>What the file says about a message, whatever its codec.</summary>
/// <param name="Required">Fields without which the message is refused.</param>
/// <param name="Implies">Fields that a message of this format has without carrying them: set on decoding, chosen by on encoding.</param>
/// <param name="Echo">Fields of the request that its reply repeats.</param>
/// <param name="Ours">What the hub puts into messages of its own: field → template.</param>
/// <param name="EncodeOnly">Never chosen on decoding, because another format looks the same.</param>
/// <param name="Empty">The frame without a byte in it.</param>
internal sealed record FormatRules(
    MessageRole Role,
    int Line,
    IReadOnlyList<string> Required,
    IReadOnlyList<KeyValuePair<string, string>> Implies,
    IReadOnlyList<string> Echo,
    IReadOnlyList<KeyValuePair<string, string>> Ours,
    bool EncodeOnly,
    bool Empty);

/// <summary>One message format: what every codec needs to know of it. The places are the codec's own.</summary>
internal abstract class Format(FormatRules rules)
{
    private Dictionary<string, Leaf> byField = [];

    public FormatRules Rules => rules;

    public MessageRole Role => rules.Role;

    public bool EncodeOnly => rules.EncodeOnly;

    /// <summary>Every place of the format, groups included.</summary>
    public IReadOnlyList<Leaf> Leaves { get; private set; } = [];

    public IReadOnlyList<RepeatedGroup> Groups { get; private set; } = [];

    /// <summary>The first place of a field.</summary>
    public Leaf? LeafOf(string field) => byField.GetValueOrDefault(field);

    public string? GroupOf(string field) =>
        Groups.FirstOrDefault(group => group.Leaves.Any(leaf => leaf.Field == field))?.Name;

    public bool Matches(Fields fields)
    {
        foreach (var (field, value) in rules.Implies)
        {
            if (fields.Text(field) != value)
            {
                return false;
            }
        }

        return true;
    }

    protected void SetLeaves(IEnumerable<Leaf> leaves, IEnumerable<RepeatedGroup>? groups = null)
    {
        Leaves = [.. leaves];
        Groups = [.. groups ?? []];
        byField = new Dictionary<string, Leaf>(StringComparer.Ordinal);
        foreach (var leaf in Leaves)
        {
            if (leaf.Field.Length > 0)
            {
                byField.TryAdd(leaf.Field, leaf);
            }
        }
    }
}

/// <summary>A bound over several places together (a customer data element, a line), in bytes.</summary>
/// <param name="Overhead">Bytes that are there whatever the values are, and the most that fields outside the customer can take.</param>
/// <param name="Leaves">The places that count.</param>
/// <param name="Shrink">Fields that give way, in this order.</param>
internal sealed record Budget(int Max, int Overhead, int PerValue, IReadOnlyList<Leaf> Leaves, IReadOnlyList<string> Shrink);

/// <summary>One way of writing messages as bytes, with the formats that an interface has in it.</summary>
internal abstract class Codec
{
    public abstract IReadOnlyList<Format> Formats { get; }

    /// <summary>Spaces at a value's end are padding here: they are not part of it.</summary>
    public virtual bool TrimsEnd => false;

    /// <summary>Reads what can be read, and gives the format; null where no format is meant (and then the decoding has failed).</summary>
    public abstract Format? Decode(ReadOnlySpan<byte> body, Decoding decoding);

    /// <exception cref="WireException">A value that has no place or form.</exception>
    public abstract void Encode(Format format, Fields fields, ByteWriter writer);

    /// <summary>Characters that the format cannot carry although the charset can.</summary>
    public abstract bool Forbids(char character);

    /// <summary>Bytes of a value on the wire beyond its own: escapes.</summary>
    public virtual int EscapesOf(ReadOnlySpan<char> text) => 0;

    public virtual Budget? BudgetOf(Format format) => null;

    /// <summary>The format for a role and these fields.</summary>
    public Format? FormatFor(MessageRole role, Fields fields)
    {
        foreach (var format in Formats)
        {
            if (format.Role == role && format.Matches(fields))
            {
                return format;
            }
        }

        return null;
    }

    public Format? FormatOf(MessageRole role) => Formats.FirstOrDefault(format => format.Role == role);
}
