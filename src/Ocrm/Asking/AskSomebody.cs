using System.Globalization;
using Granary.Access;
using Granary.Access.Contracts;
using Granary.Ecif.Contracts;
using Granary.Kernel;
using Granary.Kernel.Auditing;
using Granary.Kernel.Storage;
using Granary.Ocrm.Customers;
using Granary.Ocrm.Prospects;
using Granary.Ocrm.Questionnaires;
using Granary.Ocrm.Sending;
using Granary.Ocrm.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Granary.Ocrm.Asking;

/// <param name="Questionnaire">The number of a published one.</param>
/// <param name="Customer">Their number; null: nobody in particular, by a link that is good for many.</param>
/// <param name="Prospect">Of somebody who is to become a customer, instead: filled in together, or by a link that one hands them, for nobody asked whether they want mail.</param>
/// <param name="Via">link, qr, anonymous (for many) or manager (filled in together).</param>
/// <param name="Days">For how many days the link is good.</param>
/// <param name="Send">mail or sms: sent to the customer, who consented to it; null: not sent.</param>
/// <param name="RemindBy">mail, sms or person (who asks); null for no reminder.</param>
public sealed record InvitationBody(string? Questionnaire, string? Customer, string? Prospect, string? Via, int? Days, string? Send, string? RemindBy, int? RemindDays, int? Reminders);

/// <summary>POST /api/invitations: asks a customer, a prospect, or whoever opens the link, to answer.</summary>
internal static class AskSomebody
{
    private const int UsualDays = 30;

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/invitations", HandleAsync).Requires(Permission.AnswersAsk).WithName("Invite").WithSummary("Asks somebody to answer a questionnaire");

    private static async Task<Results<Ok<InvitationView>, ProblemHttpResult>> HandleAsync(
        InvitationBody body, HttpRequest request, Caller caller, OcrmDatabase database, Invite invite, Outgoing outgoing, IGoldenRecords records, OcrmLimits limits, TimeProvider clock, CancellationToken cancellation)
    {
        var at = clock.GetUtcNow().ToUnixTimeMilliseconds();
        var (days, via, isPersonal) = (body.Days ?? UsualDays, body.Via ?? Via.Link, (body.Customer ?? body.Prospect) is not null);
        if (days < 1 || days > limits.InvitationDays || body.Reminders is < 0 || body.Reminders > limits.InvitationReminders || body.RemindDays is < 1 or > 90
            || via is not (Via.Link or Via.Qr or Via.Anonymous or Via.Manager) || (isPersonal && via is Via.Anonymous) || (!isPersonal && via is Via.Manager)
            || body.Send is not (null or SendingChannel.Mail or SendingChannel.Sms) || body.RemindBy is not (null or SendingChannel.Mail or SendingChannel.Sms or "person") || (!isPersonal && (body.Send ?? body.RemindBy) is not null)
            || (body.Prospect is not null && (body.Customer is not null || body.Send is not null || body.RemindBy is not (null or "person"))))
        {
            return Problems.BadRequest("invitation-invalid", $"A link is good for 1 to {limits.InvitationDays} days, with at most {limits.InvitationReminders} reminders; only a customer is sent one.");
        }

        var mail = body.Customer is not null && body.Send == SendingChannel.Mail ? await MailAsync(database, records, caller, body.Customer, cancellation) : "";
        return await database.WriteAsync<Results<Ok<InvitationView>, ProblemHttpResult>>(async session =>
        {
            if (await Questionnaire.FindAsync(session, caller, body.Questionnaire ?? "") is not { } questionnaire)
            {
                return Questionnaire.Unknown;
            }

            if (questionnaire.State != Questionnaire.Published)
            {
                return Problems.Conflict("questionnaire-not-asked", "This questionnaire is not published, or closed.");
            }

            var customer = body.Customer is { } number ? await AskedCustomer.FindAsync(session, caller, number) : null;
            if (body.Customer is not null && customer is null)
            {
                return CustomerGate.Unknown;
            }

            var prospect = body.Prospect is { } prospected ? await Prospect.FindAsync(session, caller, prospected) : null;
            if (body.Prospect is not null && prospect is not { IsOpen: true })
            {
                return prospect is null ? EditProspects.Unknown : EditProspects.Settled;
            }

            var post = caller.Rights.Sources.FirstOrDefault(s => s.Permission == Permission.AnswersAsk)?.Unit ?? questionnaire.Unit;
            var draft = new InvitationDraft(
                $"asked/{Guid.NewGuid():N}", questionnaire.Id, customer?.Entity ?? prospect?.Entity ?? (post.Length > 0 ? UnitCode.EntityOf(post) : questionnaire.Entity), customer?.Unit ?? prospect?.Unit ?? post, caller.PersonId, via, at, at + (days * AskingOptions.Day))
            {
                Party = customer?.Party ?? 0, Prospect = prospect?.Id ?? 0, Uses = isPersonal ? 1 : 0, RemindBy = body.RemindBy ?? "", RemindDays = body.RemindDays ?? 3, Reminders = body.RemindBy is null ? 0 : body.Reminders ?? 1,
            };
            var (id, path) = await invite.AddAsync(session, draft);
            var address = InvitationView.Whole(request, path);
            if (body.Send is { } channel)
            {
                await outgoing.AddAsync(session, InvitationMessage.Of($"{Invitation.RefOf(id)}/sent", customer!, questionnaire.Title, address, channel, channel == SendingChannel.Mail ? mail : customer!.Mobile, draft));
            }

            await AuditTrail.AppendAsync(session, "ocrm", at, new AuditEntry(caller.UserName, caller.From, Permission.AnswersAsk, customer is not null ? $"{customer.Number}/{customer.Entity}" : prospect is not null ? string.Create(CultureInfo.InvariantCulture, $"prospect/{prospect.Id}") : Invitation.RefOf(id),
                After: string.Create(CultureInfo.InvariantCulture, $"{Invitation.RefOf(id)} questionnaire/{questionnaire.Id} {via} until {BankTime.Text(BankTime.Day(draft.ExpiresAt))}")));
            return TypedResults.Ok(new InvitationView(id, questionnaire.Id, questionnaire.Title, Invitation.Open, address, InvitationView.QrOf(address), DateTimeOffset.FromUnixTimeMilliseconds(draft.ExpiresAt)));
        }, cancellation);
    }

    private static async Task<string> MailAsync(OcrmDatabase database, IGoldenRecords records, Caller caller, string number, CancellationToken cancellation) =>
        await database.ReadAsync(session => AskedCustomer.FindAsync(session, caller, number), cancellation) is { } customer ? (await InvitationMessage.MailsAsync(records, [customer.Party], cancellation)).GetValueOrDefault(customer.Party, "") : "";
}
