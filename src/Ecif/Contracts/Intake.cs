namespace Granary.Ecif.Contracts;

public enum PartyKind
{
    Person,
    Organisation,
}

public enum Operation
{
    /// <summary>Add or update; a key that is not known yet is an add whatever the message calls it.</summary>
    Upsert,
    Close,
}

/// <summary>What one message of a source system says about one of its customers.</summary>
/// <param name="System">Code of the source system.</param>
/// <param name="MessageId">Unique per system for ever.</param>
/// <param name="BodyHash">SHA-256 of the frame; the same id with another hash is refused.</param>
/// <param name="Key">The customer's key at the system.</param>
/// <param name="At">Source time; attributes are dated by it.</param>
/// <param name="Branch">Branch code (county 6, branch 2, outlet 2 digits), or null where the message has none.</param>
/// <param name="Attributes">Attribute name → text (see <see cref="PartyAttribute"/>). Absent says nothing; empty withdraws the system's own value.</param>
/// <param name="ReceivedAt">When the last byte arrived.</param>
/// <param name="Raw">The frame as received, or empty where it is kept elsewhere.</param>
/// <param name="Party">
/// The number of the party of which the sender speaks, where it has no account of its own for it: what it says is a remark, linked by
/// the number alone. A remark is evidence for attributes, not for who is who; it keeps no party open and is told nothing.
/// </param>
public sealed record SourceMessage(
    string System,
    string MessageId,
    byte[] BodyHash,
    Operation Operation,
    PartyKind Kind,
    string Key,
    DateTimeOffset At,
    string? Branch,
    IReadOnlyDictionary<string, string> Attributes,
    DateTimeOffset ReceivedAt,
    ReadOnlyMemory<byte> Raw,
    string? Party = null);

public enum Outcome
{
    Applied,

    /// <summary>Sent before with the same body: the verdict is the one given then.</summary>
    Duplicate,
    Refused,

    /// <summary>Intake is full: "try again later". Never remembered, never a verdict.</summary>
    Busy,
}

/// <summary>Why a message was refused, in the terms that every interface maps to its own codes.</summary>
public enum Reason
{
    None,
    BadLength,
    BadField,
    UnknownService,
    Refused,
    NotFound,
    TryAgain,
}

/// <summary>The answer to one message. It is given only after the commit that it speaks of.</summary>
/// <param name="Reason">For a duplicate, the reason of the first verdict.</param>
/// <param name="PartyNumber">The party's number, where done.</param>
/// <param name="Field">The field at fault in the caller's own terms, or empty.</param>
/// <param name="Text">What is wrong, without personal data.</param>
public sealed record Verdict(Outcome Outcome, Reason Reason, string? PartyNumber, string Field, string Text)
{
    public bool Done => Reason == Reason.None;
}

/// <summary>A frame that never became a <see cref="SourceMessage"/>: torn, too long, undecodable, or of an unknown service.</summary>
/// <param name="MessageId">Its id where one could be read; otherwise null and intake makes one that an operator can search for.</param>
public sealed record RefusedFrame(
    string System,
    string? MessageId,
    byte[] BodyHash,
    Reason Reason,
    string Field,
    string Text,
    DateTimeOffset ReceivedAt,
    ReadOnlyMemory<byte> Raw);

/// <summary>The one way in. Thread-safe.</summary>
public interface IIntake
{
    /// <summary>Queues the message, waits for its batch's commit, and gives the verdict. Busy at once where the system's queue is full.</summary>
    ValueTask<Verdict> SubmitAsync(SourceMessage message, CancellationToken cancellation);

    /// <summary>Records a refused frame in the message log; the verdict is remembered where the frame has an id.</summary>
    ValueTask<Verdict> SubmitAsync(RefusedFrame frame, CancellationToken cancellation);
}

/// <summary>The inquiry services: who has this document and this name?</summary>
public interface IInquiry
{
    /// <summary>The golden record for a document and a compatible name, or null. <paramref name="system"/> is the system that asks.</summary>
    Task<InquiryAnswer?> FindAsync(string system, string documentType, string documentNumber, string name, CancellationToken cancellation);
}

/// <param name="Key">The asking system's own key for this party, or null.</param>
public sealed record InquiryAnswer(string PartyNumber, PartyKind Kind, string? Key, bool Closed, DateTimeOffset ChangedAt, IReadOnlyDictionary<string, string> Golden);

/// <summary>A file of the end of the day, taken once and taken up where it stopped.</summary>
public interface IFileRegister
{
    /// <summary>Registers a file, or says what is known of it. A different hash under a known name is a conflict.</summary>
    Task<FileState> OpenAsync(string system, string file, string sha256, CancellationToken cancellation);

    /// <summary>The verdicts of the file's records so far, by message id (system's file date and line), for its .rsp.</summary>
    Task<IReadOnlyDictionary<string, Verdict>> VerdictsAsync(string system, string messageIdPrefix, CancellationToken cancellation);

    Task CompleteAsync(string system, string file, CancellationToken cancellation);
}

public enum FileState
{
    New,
    Resumed,
    Completed,
    Conflict,
}
