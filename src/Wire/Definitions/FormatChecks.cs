using Granary.Wire.Codecs;
using Granary.Wire.Frames;
using Granary.Wire.Values;

namespace Granary.Wire.Definitions;

/// <summary>What can only be seen with all formats read: roles that go together, fields that have no place, lengths that no frame holds.</summary>
internal sealed class FormatChecks(Codec codec, Frame frame, ConnectionRules connection, Section file, Problems problems)
{
    private static readonly (MessageRole Request, MessageRole Reply)[] Pairs =
    [
        (MessageRole.Inquiry, MessageRole.InquiryReply),
        (MessageRole.SignOn, MessageRole.SignOnReply),
        (MessageRole.SignOff, MessageRole.SignOffReply),
    ];

    public void Run(DerivedField? derived, string? messageId)
    {
        var line = file.LineOf("messages");
        var (online, changes, holdings) = (connection.Kind != ConnectionKind.Files, codec.FormatOf(MessageRole.Change) is not null, codec.FormatOf(MessageRole.Holding) is not null);
        if (!changes && (online || !holdings))
        {
            problems.Add(line, online ? "messages has no change" : "messages has neither change nor holding");
        }

        if (online && codec.FormatOf(MessageRole.ChangeReply) is null)
        {
            problems.Add(line, "messages has no change-reply, and the system is online");
        }

        if (online && holdings != codec.FormatOf(MessageRole.HoldingReply) is not null)
        {
            problems.Add(line, "messages has one of holding and holding-reply, and not the other");
        }

        if (!online && changes && connection.Files is { Outbound.Length: 0 })
        {
            problems.Add(file.LineOf("connection"), "connection.files.outbound is missing: the system would not be told anything");
        }

        foreach (var (request, reply) in Pairs)
        {
            if ((codec.FormatOf(request) is null) != (codec.FormatOf(reply) is null))
            {
                problems.Add(line, $"messages has one of {request} and {reply}, and not the other");
            }
        }

        if (connection.SignOn && codec.FormatOf(MessageRole.SignOn) is null)
        {
            problems.Add(line, "connection.sign-on is set and messages has no sign-on");
        }

        if ((connection.HeartbeatAfter ?? connection.HeartbeatEvery) is not null && codec.FormatOf(MessageRole.Heartbeat) is null)
        {
            problems.Add(line, "connection has heartbeats and messages has none");
        }

        foreach (var format in codec.Formats)
        {
            Check(format, derived);
        }

        CheckMessageId(messageId);
    }

    private void Check(Format format, DerivedField? derived)
    {
        foreach (var field in format.Rules.Required)
        {
            if (format.LeafOf(field) is null && field != derived?.Field)
            {
                problems.Add(format.Rules.Line, $"{format.Role} requires {field} and has no place for it");
            }
        }

        foreach (var field in format.Rules.Echo)
        {
            if (format.LeafOf(field) is null)
            {
                problems.Add(format.Rules.Line, $"{format.Role} echoes {field} and has no place for it");
            }
        }

        foreach (var (field, template) in format.Rules.Ours)
        {
            if (format.LeafOf(field) is null)
            {
                problems.Add(format.Rules.Line, $"{format.Role} gives {field} and has no place for it");
            }
            else if (Template.Check(template) is { } wrong)
            {
                problems.Add(format.Rules.Line, wrong);
            }
        }

        if (derived is not null && format.Role == MessageRole.Change && format.LeafOf(derived.From) is null)
        {
            problems.Add(file.LineOf("derived"), $"the change message has no place for {derived.From}");
        }

        if (format is FixedFormat { Length: var length } && length > frame.Max)
        {
            problems.Add(format.Rules.Line, $"{format.Role} has {length} bytes and a frame at most {frame.Max}");
        }
    }

    private void CheckMessageId(string? template)
    {
        if (template is null)
        {
            return;
        }

        var change = codec.FormatOf(MessageRole.Change);
        foreach (var field in MessageIdTemplate.FieldsOf(template))
        {
            if (change is not null && change.LeafOf(field) is null)
            {
                problems.Add(file.LineOf("message-id"), $"the change message has no place for {field}");
            }
        }
    }
}
