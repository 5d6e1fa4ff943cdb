using System.Security.Cryptography;
using Granary.Ecif.Contracts;
using Granary.Wire;

namespace Granary.Gateway.Mapping;

/// <summary>Messages of change: from the wire's neutral fields to what the customer master hears, and back.</summary>
internal static class Changes
{
    /// <param name="recordId">The id of a message whose wire has none (a line of a file); null where the message has its own.</param>
    /// <returns>The message, or the fault that it has beyond its form.</returns>
    public static (SourceMessage? Message, Fault? Fault) Read(Interface format, Message change, byte[] raw, DateTimeOffset receivedAt, string? recordId = null)
    {
        var fields = change.Fields;
        var id = recordId ?? format.MessageId(fields, receivedAt);
        if (id.Length == 0)
        {
            return (null, new Fault(FaultKind.BadField, "", "报文编号为空", change));
        }

        var key = fields.Text("key");
        if (key.Length == 0)
        {
            return (null, new Fault(FaultKind.BadField, "", "客户号为空", change));
        }

        if (!CustomerText.TryRead(format.ReadCustomer(fields), out var attributes, out var attribute))
        {
            return (null, new Fault(FaultKind.BadField, attribute, "含有控制字符", change));
        }

        var closes = fields.Text("op") == "C" || fields.Text("status") == "closed";
        var kind = fields.Text("kind") == "org" ? PartyKind.Organisation : PartyKind.Person;
        var branch = fields.Text("branch") is { Length: > 0 } code ? code : null;
        return (new SourceMessage(
            format.System,
            id,
            SHA256.HashData(raw),
            closes ? Operation.Close : Operation.Upsert,
            kind,
            key,
            format.SourceTime(fields, receivedAt) ?? receivedAt,
            branch,
            attributes,
            receivedAt,
            raw), null);
    }

    public static Outgoing Write(Delivery delivery) => new(
        delivery.Key,
        delivery.Kind == PartyKind.Person,
        CustomerText.Write(delivery.Attributes),
        delivery.MessageId,
        delivery.Ordinal,
        delivery.CreatedAt);
}
