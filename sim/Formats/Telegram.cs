namespace Granary.Sim.Formats;

internal enum TelegramKind
{
    Change,
    Reply,
    Inquiry,
    InquiryReply,

    /// <summary>One account of a customer, told as it changes; its reply is a <see cref="Reply"/>.</summary>
    Holding,

    /// <summary>A sign of life; a format without a <see cref="Pong"/> answers none.</summary>
    Ping,
    Pong,
    SignOn,
    SignOnReply,
    Unknown,
}

/// <summary>What a reply says. Each format maps it to its own code.</summary>
internal enum Verdict
{
    Done,
    Repeated,
    BadLength,
    BadField,
    UnknownService,
    Refused,
    NotFound,
    TryAgain,
}

/// <param name="Code">The verdict in the system's own code, as it was on the wire or is to be.</param>
/// <param name="Party">The hub's customer number, or "".</param>
internal sealed record Answer(Verdict Verdict, string Code, string Text = "", string Party = "", string Field = "");

/// <summary>One decoded message. <paramref name="Id"/> joins a reply to its request.</summary>
internal sealed record Telegram(TelegramKind Kind, string Id, Fields Fields, Answer? Answer = null);

/// <summary>Bytes that are no message of the format. The text names the field and never the value.</summary>
internal sealed class BadMessageException(string field, string text) : Exception($"{field}: {text}")
{
    public string Field { get; } = field;
}

/// <summary>A length that is no number or over the bound: the connection is closed.</summary>
internal sealed class BadFrameException(string text) : Exception(text);

/// <summary>A number or key that is longer than its field: such a message is not sent (a text would be cut).</summary>
internal sealed class UnfitException(string field) : Exception($"{field} does not fit its field");
