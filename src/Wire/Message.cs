namespace Granary.Wire;

/// <summary>What a message is for. An interface file names the format of each that its system has.</summary>
public enum MessageRole
{
    Change,
    ChangeReply,
    Inquiry,
    InquiryReply,

    /// <summary>One account, contract or card of a customer, as the system reports it.</summary>
    Holding,
    HoldingReply,
    Heartbeat,
    HeartbeatReply,
    SignOn,
    SignOnReply,
    SignOff,
    SignOffReply,
}

/// <summary>
/// A decoded message in neutral form: field name → text. Null: the wire says null. "": the wire is empty. Absent: the wire has no place for it.
/// Codes are already the common ones (document type 01, gender M, operation A, date YYYY-MM-DD).
/// </summary>
public sealed class Fields : Dictionary<string, string?>
{
    private Dictionary<string, List<Fields>>? groups;

    public Fields()
        : base(StringComparer.Ordinal)
    {
    }

    internal Fields(int capacity)
        : base(capacity, StringComparer.Ordinal)
    {
    }

    /// <summary>
    /// What repeats, by the group's name: the first of a kind (the primary document, the first mobile) stands in the flat names, each further one is an
    /// entry here under the same names, in wire order. Empty for flat formats.
    /// </summary>
    public Dictionary<string, List<Fields>> Groups => groups ??= new(StringComparer.Ordinal);

    internal bool HasGroups => groups is { Count: > 0 };

    /// <summary>The text, or "" where it is absent or null.</summary>
    public string Text(string name) => TryGetValue(name, out var text) ? text ?? "" : "";
}

public sealed record Message(MessageRole Role, Fields Fields);

/// <summary>Why bytes are no message, in neutral terms.</summary>
public enum FaultKind
{
    /// <summary>A length that is no number, or over the interface's bound: nothing can be answered, the connection closes.</summary>
    BadFrame,
    BadLength,
    BadField,
    UnknownService,
}

/// <param name="Field">The field in the system's own terms (字段9, data.cert.number), or empty.</param>
/// <param name="Text">What is wrong, in Chinese as the bank's systems show it, without the value.</param>
/// <param name="Readable">Whatever of the header could be read, so that a reply can name the request; null where nothing.</param>
public sealed record Fault(FaultKind Kind, string Field, string Text, Message? Readable);

/// <summary>Either a message or a fault.</summary>
public readonly record struct Decoded(Message? Message, Fault? Fault);

/// <summary>What a message says about a customer, in the names of the mapping: attribute → values, each value part → text ("" for an attribute without parts).</summary>
public sealed class CustomerView : Dictionary<string, IReadOnlyList<IReadOnlyDictionary<string, string>>>
{
    public CustomerView()
        : base(StringComparer.Ordinal)
    {
    }
}

/// <param name="Cut">Attributes that were cut to their field.</param>
/// <param name="Fault">Why nothing can be sent (a document number or key too long, a character that the charset cannot carry), or null.</param>
public sealed record Fitted(CustomerView View, IReadOnlyList<string> Cut, string? Fault);
