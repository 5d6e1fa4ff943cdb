using System.Globalization;
using Granary.Access.Contracts;
using Granary.Access.Lists;
using Granary.Ecif.Contracts;
using Granary.Kernel.Auditing;
using Granary.Kernel.Storage;
using Granary.Ocrm.Customers;
using Granary.Ocrm.Questionnaires;
using Granary.Ocrm.Sending;
using Granary.Ocrm.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Granary.Ocrm.Asking;

/// <summary>The list's action "ask": each customer of a selection, or of a segment, is asked by a link of their own, sent by mail or SMS where they consented.</summary>
internal static class AskCustomers
{
    private const int Days = 30;

    public static async Task<ActionResult> RunAsync(ActionContext context, CancellationToken cancellation)
    {
        var (services, caller, channel) = (context.Services, context.Caller, context.Arguments.GetValueOrDefault("channel") ?? "");
        if (channel is not (SendingChannel.Mail or SendingChannel.Sms))
        {
            return new ActionResult(0, ["invitation-channel"]);
        }

        var database = services.GetRequiredService<OcrmDatabase>();
        var customers = await database.ReadAsync(session => session.QueryAsync(
            "SELECT c.party_id, c.number, c.entity, c.unit, c.mobile FROM {rows} CROSS JOIN ocrm.customer c WHERE c.id = k.id ORDER BY c.id", RowSet.Of("id", context.Keys),
            r => new AskedCustomer(r.GetInt64(0), r.GetString(1), r.GetString(2), r.GetString(3), r.GetString(4))), cancellation);
        var asked = await database.ReadAsync(session => Questionnaire.FindAsync(session, caller, context.Arguments.GetValueOrDefault("asked") ?? ""), cancellation);
        if (asked is not { State: Questionnaire.Published })
        {
            return new ActionResult(0, ["questionnaire-not-asked"]);
        }

        if (context.Preview)
        {
            return new ActionResult(customers.Count, []);
        }

        var mails = channel == SendingChannel.Mail ? await InvitationMessage.MailsAsync(services.GetRequiredService<IGoldenRecords>(), [.. customers.Select(c => c.Party)], cancellation) : new Dictionary<long, string>();
        var (invite, outgoing) = (services.GetRequiredService<Invite>(), services.GetRequiredService<Outgoing>());
        var at = services.GetRequiredService<TimeProvider>().GetUtcNow().ToUnixTimeMilliseconds();
        foreach (var some in customers.Chunk(services.GetRequiredService<OcrmLimits>().InvitationBatch))
        {
            await database.WriteAsync(async session =>
            {
                var messages = new List<OutgoingMessage>(some.Length);
                foreach (var customer in some)
                {
                    var draft = new InvitationDraft($"list/{Guid.NewGuid():N}", asked.Id, customer.Entity, customer.Unit, caller.PersonId, Via.List, at, at + (Days * AskingOptions.Day)) { Party = customer.Party };
                    var (id, address) = await invite.AddAsync(session, draft);
                    messages.Add(InvitationMessage.Of($"{Invitation.RefOf(id)}/sent", customer, asked.Title, address, channel, channel == SendingChannel.Mail ? mails.GetValueOrDefault(customer.Party, "") : customer.Mobile, draft));
                }

                await outgoing.AddAsync(session, messages);
                await AuditTrail.AppendAsync(session, "ocrm", at, [.. some.Select(c => new AuditEntry(
                    caller.UserName, caller.From, Permission.AnswersAsk, $"{c.Number}/{c.Entity}", After: string.Create(CultureInfo.InvariantCulture, $"questionnaire/{asked.Id} {channel}")))]);
            }, cancellation);
        }

        return new ActionResult(customers.Count, []);
    }
}
