using Granary.Wire.Codecs;
using Granary.Wire.Mapping;
using Granary.Wire.Values;

namespace Granary.Wire;

/// <summary>The messages that the hub makes itself: changes, replies, signals.</summary>
public sealed partial class Interface
{
    // Who asks and who answers. SignOff's answer ends the connection.
    private static readonly Dictionary<MessageRole, MessageRole> Answers = new()
    {
        [MessageRole.Change] = MessageRole.ChangeReply,
        [MessageRole.Inquiry] = MessageRole.InquiryReply,
        [MessageRole.Holding] = MessageRole.HoldingReply,
        [MessageRole.Heartbeat] = MessageRole.HeartbeatReply,
        [MessageRole.SignOn] = MessageRole.SignOnReply,
        [MessageRole.SignOff] = MessageRole.SignOffReply,
    };

    /// <summary>The hub's own change message for a fitted view: operation U, the hub as sender. Its "msgid" is what the reply will carry.</summary>
    public Message Change(Outgoing outgoing)
    {
        var created = BankTime.Neutral(outgoing.CreatedAt);
        var fields = new Fields
        {
            ["msgid"] = outgoing.MessageId,
            ["op"] = "U",
            ["kind"] = outgoing.Person ? "person" : "org",
            ["key"] = outgoing.Key,
            ["at"] = created,
            ["sent"] = created,
        };
        definition.Customer.Write(outgoing.View, fields);
        WriteDerived(fields);
        PutOurs(definition.Codec.FormatOf(MessageRole.Change)!, fields, outgoing.MessageId, outgoing.Ordinal, outgoing.CreatedAt);
        return new Message(MessageRole.Change, fields);
    }

    /// <summary>
    /// The reply to a request, or to whatever of it could be read (<see cref="Fault.Readable"/>): its number echoed, the hub's own header. Null where the
    /// request has no reply (a heartbeat that both sides send) or too little could be read to name it.
    /// </summary>
    public Message? Reply(Message request, ReplyContent content)
    {
        if (!Answers.TryGetValue(request.Role, out var role))
        {
            return null;
        }

        var fields = content.Customer is { } customer ? Copy(customer) : new Fields();
        fields["code"] = CodeOf(content.Verdict);
        if (definition.Codec.FormatFor(role, fields) is not { } format)
        {
            return null;
        }

        var named = format.Rules.Echo.Count == 0;
        foreach (var field in format.Rules.Echo)
        {
            if (request.Fields.TryGetValue(field, out var text))
            {
                fields[field] = text;
                named |= text is { Length: > 0 };
            }
        }

        if (!named)
        {
            return null;
        }

        fields["party"] = content.Party;
        fields["field"] = content.Field;
        fields["text"] = TextOf(format, content);
        fields["sent"] = format.Rules.Echo.Contains("sent") ? fields.GetValueOrDefault("sent") : BankTime.Neutral(content.At);
        if (content.Customer is not null)
        {
            fields.TryAdd("op", "U");
            WriteDerived(fields);
        }

        PutOurs(format, fields, request.Fields.Text("msgid"), 0, content.At);
        return new Message(role, fields);
    }

    /// <summary>A heartbeat, sign-on or sign-off of the hub's own. The ordinal tells outstanding ones of a connection apart.</summary>
    /// <exception cref="WireException">The system has no such message.</exception>
    public Message Signal(MessageRole role, long ordinal, DateTimeOffset now)
    {
        var format = definition.Codec.FormatOf(role) ?? throw new WireException("", $"{System} has no {role}");
        var created = BankTime.Neutral(now);
        var fields = new Fields { ["at"] = created, ["sent"] = created };
        PutOurs(format, fields, "", ordinal, now);
        return new Message(role, fields);
    }

    private static Fields Copy(Fields from)
    {
        var copy = new Fields();
        foreach (var (name, text) in from)
        {
            copy[name] = text;
        }

        if (from.HasGroups)
        {
            foreach (var (name, entries) in from.Groups)
            {
                copy.Groups[name] = entries;
            }
        }

        return copy;
    }

    private string TextOf(Format format, ReplyContent content)
    {
        var text = content.Field.Length > 0 && definition.RefusalText is { } template
            ? template.Replace("{field}", content.Field, StringComparison.Ordinal).Replace("{text}", content.Text, StringComparison.Ordinal)
            : content.Text;
        return format.LeafOf("text") is { } leaf ? Fitting.CutText(text, leaf, definition.Charset, definition.Codec.Forbids) : text;
    }

    private void PutOurs(Format format, Fields fields, string id, long ordinal, DateTimeOffset created)
    {
        foreach (var (field, template) in format.Rules.Ours.Concat(definition.Ours))
        {
            if (!fields.ContainsKey(field) && format.LeafOf(field) is not null)
            {
                fields[field] = Template.Fill(template, id, ordinal, created);
            }
        }

        if (definition.MessageId is { } composed)
        {
            fields["msgid"] = MessageIdTemplate.Fill(composed, field => AsDecoded(format, field, fields.Text(field)));
        }
    }

    /// <summary>What the peer will read at the place, so that its reply's number equals ours.</summary>
    private static string AsDecoded(Format format, string field, string text) =>
        format.LeafOf(field) is { } leaf && leaf.Write(text) is { } wire ? leaf.Read(wire, out _) ?? text : text;

    private void WriteDerived(Fields fields)
    {
        if (definition.Derived is { } derived && !fields.ContainsKey(derived.From))
        {
            fields[derived.From] = derived.Codes.TryWrite(fields.Text(derived.Field), out var wire) ? wire : derived.Codes.WireCodes.First();
        }
    }
}
