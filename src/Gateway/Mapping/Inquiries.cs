using System.Globalization;
using Granary.Ecif.Contracts;
using Granary.Kernel;
using Granary.Wire;

namespace Granary.Gateway.Mapping;

/// <summary>Inquiries by document and name, answered from the golden record in the asking system's own form.</summary>
internal static class Inquiries
{

    public static async Task<ReplyContent> AnswerAsync(Interface format, Message inquiry, IInquiry golden, DateTimeOffset now, CancellationToken cancellation)
    {
        var fields = inquiry.Fields;
        var answer = await golden
            .FindAsync(format.System, fields.Text("idtype"), fields.Text("idno"), fields.Text("name"), cancellation)
            .ConfigureAwait(false);
        if (answer is null)
        {
            return new ReplyContent(ReplyVerdict.NotFound, "", "", "无此客户", now);
        }

        // Fitted as a delivery is: an inquiry shows a system no more than it may be told.
        var taken = answer.Golden.Where(attribute => format.Attributes.Contains(attribute.Key)).ToDictionary(StringComparer.Ordinal);
        var fitted = format.Fit(CustomerText.Write(taken));
        if (fitted.Fault is not null)
        {
            return new ReplyContent(ReplyVerdict.Refused, answer.PartyNumber, "", "客户信息超出字段长度", now);
        }

        var customer = new Fields
        {
            ["key"] = answer.Key,
            ["kind"] = answer.Kind == PartyKind.Person ? "person" : "org",
            ["op"] = answer.Closed ? "C" : "U",
            ["status"] = answer.Closed ? "closed" : "active",
            ["at"] = answer.ChangedAt.ToOffset(BankTime.Offset).ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture),
        };
        format.WriteCustomer(fitted.View, customer);
        return new ReplyContent(ReplyVerdict.Done, answer.PartyNumber, "", "", now, customer);
    }
}
