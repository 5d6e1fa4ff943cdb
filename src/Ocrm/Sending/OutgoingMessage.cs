using Granary.Chinese;
using Granary.Kernel.Storage;
using MimeKit;

namespace Granary.Ocrm.Sending;

/// <summary>By what a message leaves.</summary>
internal static class SendingChannel
{
    public const string Mail = "mail";
    public const string Sms = "sms";

    /// <summary>A notice in the bell of somebody who works here.</summary>
    public const string InApp = "inapp";

    public static IReadOnlyList<string> All { get; } = [Mail, Sms, InApp];

    /// <summary>As customers consent to it.</summary>
    public static string ConsentOf(string channel) => channel == Mail ? "email" : channel;
}

/// <summary>Where a message stands.</summary>
internal static class OutgoingState
{
    public const string Queued = "queued";
    public const string Held = "held";

    /// <summary>May have left: committed before its first byte leaves.</summary>
    public const string Sending = "sending";
    public const string Sent = "sent";

    /// <summary>The peer took it not, or we did not let it go; the outcome says which.</summary>
    public const string Refused = "refused";

    /// <summary>It may have left, and nobody heard what the peer said. Never sent again unasked.</summary>
    public const string InDoubt = "in-doubt";
    public const string Cancelled = "cancelled";

    public static IReadOnlyList<string> All { get; } = [Queued, Held, Sending, Sent, Refused, InDoubt, Cancelled];
}

/// <summary>A message to somebody, as whoever wants it sent writes it.</summary>
/// <param name="Key">Names it for ever: what is added again under the same key is there already. "campaign/12/step/2/target/77".</param>
/// <param name="Party">The customer as they are now; 0 for somebody who is none.</param>
/// <param name="Purpose">For which it is sent; asked of the consents.</param>
/// <param name="Address">Mail: an address; SMS: a mobile number; in-app: the id of who works here.</param>
/// <param name="Subject">SMS has none. In-app: the words of the notice, with no personal data of customers.</param>
/// <param name="Body">Plain text. In-app: the page to which the notice leads, as "/campaigns/12".</param>
/// <param name="Person">Who has it sent, by id; empty for no person.</param>
/// <param name="At">Now, or from when it may be sent: milliseconds since 1970 UTC.</param>
internal sealed record OutgoingMessage(
    string Key, long Party, string Entity, string Purpose, string Channel, string Address, string Subject, string Body, string Person, long At)
{
    /// <summary>A contract or a law asks for it, or it goes to somebody who works here: nobody is asked.</summary>
    public bool NeedsNoConsent { get; init; }

    /// <returns>Why it cannot be sent, as an outcome; empty where it can.</returns>
    public string ProblemWith(OcrmLimits limits) =>
        Key.Length > limits.OutgoingKey || Subject.Length > limits.OutgoingSubject || Body.Length > (Channel == SendingChannel.Mail ? limits.OutgoingMail : limits.OutgoingText) ? "too-long"
        : Subject.AsSpan().ContainsAny('\r', '\n', '\0') || Body.Contains('\0', StringComparison.Ordinal) ? "no-text"
        : IsAddress() ? "" : "no-address";

    private bool IsAddress() => Channel switch
    {
        // What is not ASCII would need SMTPUTF8 of every server on the way (RFC 6531).
        SendingChannel.Mail => MailboxAddress.TryParse(Address, out var mailbox) && mailbox.Address == Address && Address.Contains('@', StringComparison.Ordinal) && Address.All(c => c is > ' ' and < '\x7f'),
        SendingChannel.Sms => PhoneNumber.Parse(Address) is { Kind: PhoneKind.Mobile, Canonical: var number } && number == Address,
        _ => Address.Length > 0,
    };
}

/// <summary>A message as it is first written.</summary>
internal sealed record OutgoingRow(OutgoingMessage Message, string State, string Outcome)
{
    public static readonly Insert<OutgoingRow> Insert = new("ocrm.outgoing", "ON CONFLICT (key) DO NOTHING",
        new("key", ColumnType.Text, r => r.Message.Key), new("party_id", ColumnType.Long, r => r.Message.Party), new("recorded_for", ColumnType.Long, r => r.Message.Party),
        new("entity", ColumnType.Text, r => r.Message.Entity), new("purpose", ColumnType.Text, r => r.Message.Purpose), new("channel", ColumnType.Text, r => r.Message.Channel),
        new("address", ColumnType.Text, r => r.Message.Address), new("subject", ColumnType.Text, r => r.Message.Subject), new("body", ColumnType.Text, r => r.Message.Body),
        new("person", ColumnType.Text, r => r.Message.Person), new("state", ColumnType.Text, r => r.State), new("attempt", ColumnType.Long, _ => 1L), new("tries", ColumnType.Long, _ => 0L),
        new("message_id", ColumnType.Text, _ => ""), new("line", ColumnType.Text, _ => ""), new("outcome", ColumnType.Text, r => r.Outcome), new("decided_by", ColumnType.Text, _ => ""),
        new("at", ColumnType.Long, r => r.Message.At), new("created_at", ColumnType.Long, r => r.Message.At));
}
