using System.Buffers;

namespace Granary.Wire;

/// <summary>The declared message format of one system, compiled from its file. Immutable and thread-safe.</summary>
public sealed class Interface
{
    private Interface()
    {
    }

    /// <summary>The system's own code.</summary>
    public string System => throw new NotImplementedException();

    /// <summary>What people call it.</summary>
    public string Title => throw new NotImplementedException();

    /// <summary>Hash of the file: changes whenever the file does.</summary>
    public string Version => throw new NotImplementedException();

    public ConnectionRules Connection => throw new NotImplementedException();

    /// <summary>The roles that the system has formats for.</summary>
    public IReadOnlyList<MessageRole> Roles => throw new NotImplementedException();

    /// <summary>The attributes that the system has a place for.</summary>
    public IReadOnlySet<string> Attributes => throw new NotImplementedException();

    /// <exception cref="InterfaceException">The file cannot be used; lists every problem.</exception>
    public static Interface Load(string path) => throw new NotImplementedException();

    /// <summary>Every *.yaml of a folder, by name. Two files of one system are a problem.</summary>
    /// <exception cref="InterfaceException">Any file cannot be used; lists the problems of all.</exception>
    public static IReadOnlyList<Interface> LoadAll(string folder) => throw new NotImplementedException();

    /// <summary>Every problem of a file, none where it can be used.</summary>
    public static IReadOnlyList<InterfaceProblem> Check(string path) => throw new NotImplementedException();

    /// <summary>
    /// Cuts the next frame off the buffer, without its prefix or line end. False and nothing consumed where more bytes are needed, and false with a fault
    /// of kind BadFrame where the bytes are no frame: nothing can be answered, the caller closes. An empty frame is a frame (some systems' heartbeat).
    /// </summary>
    public bool TryReadFrame(ref ReadOnlySequence<byte> buffer, out ReadOnlySequence<byte> frame, out Fault? fault) => throw new NotImplementedException();

    /// <summary>Never throws for what the bytes are.</summary>
    public Decoded Decode(ReadOnlySpan<byte> frame) => throw new NotImplementedException();

    /// <summary>The whole frame with prefix or line end.</summary>
    /// <exception cref="WireException">A value that the format cannot carry: <see cref="Fit"/> first.</exception>
    public byte[] Encode(Message message) => throw new NotImplementedException();

    /// <summary>
    /// What the fields say about the customer. Empty texts say nothing: no attribute. A null (where the format has one) withdraws: the attribute with zero
    /// values.
    /// </summary>
    public CustomerView ReadCustomer(Fields fields) => throw new NotImplementedException();

    /// <summary>Puts a fitted view into neutral fields; what it does not have is written as the format says "none".</summary>
    public void WriteCustomer(CustomerView view, Fields fields) => throw new NotImplementedException();

    /// <summary>What the system would hold after it was told this view: what it has no place for left out, texts cut at a whole character.</summary>
    public Fitted Fit(CustomerView view) => throw new NotImplementedException();

    /// <summary>The hub's own change message for a fitted view: operation U, the hub as sender. Its "msgid" is what the reply will carry.</summary>
    public Message Change(Outgoing outgoing) => throw new NotImplementedException();

    /// <summary>
    /// The reply to a request, or to whatever of it could be read (<see cref="Fault.Readable"/>): its number echoed, the hub's own header. Null where the
    /// request has no reply (a heartbeat that both sides send) or too little could be read to name it.
    /// </summary>
    public Message? Reply(Message request, ReplyContent content) => throw new NotImplementedException();

    /// <summary>A heartbeat, sign-on or sign-off of the hub's own. The ordinal tells outstanding ones of a connection apart.</summary>
    public Message Signal(MessageRole role, long ordinal, DateTimeOffset now) => throw new NotImplementedException();

    /// <summary>
    /// The id under which a message is known for ever: "msgid", except where the wire's time has no year: then the year that is nearest to the receipt is
    /// put in.
    /// </summary>
    public string MessageId(Fields fields, DateTimeOffset receivedAt) => throw new NotImplementedException();

    /// <summary>The source time ("at", Beijing), with the year nearest to the receipt where the wire has none; null where the fields have no time.</summary>
    public DateTimeOffset? SourceTime(Fields fields, DateTimeOffset receivedAt) => throw new NotImplementedException();

    /// <summary>Done, BadField … → "0000", "1002" …</summary>
    public string CodeOf(ReplyVerdict verdict) => throw new NotImplementedException();

    /// <summary>A code that the file does not name is a refusal.</summary>
    public ReplyVerdict VerdictOf(string code) => throw new NotImplementedException();
}
