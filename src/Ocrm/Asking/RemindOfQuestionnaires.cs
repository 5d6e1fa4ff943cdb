using System.Globalization;
using Granary.Ecif.Contracts;
using Granary.Kernel.Storage;
using Granary.Ocrm.Sending;
using Granary.Ocrm.Storage;
using Microsoft.Extensions.Logging;

namespace Granary.Ocrm.Asking;

/// <summary>Reminds of invitations that nobody answered: the customer, where they consented, or who asked; so often as was said, and not after the answer or the last day.</summary>
internal sealed class RemindOfQuestionnaires(OcrmDatabase database, Invite invite, Outgoing outgoing, IGoldenRecords records, OcrmLimits limits, TimeProvider clock, ILogger<RemindOfQuestionnaires> logger)
    : Worker(limits, clock, logger)
{
    private sealed record Due(Invitation Invitation, string By, long Days, long Left, string Title, string Mobile);

    protected override async Task TurnAsync(CancellationToken cancellation)
    {
        if (await StepAsync(cancellation) < Limits.InvitationBatch)
        {
            await RestAsync(Limits.InvitationPoll, cancellation);
        }
    }

    /// <returns>How many were due.</returns>
    public async Task<int> StepAsync(CancellationToken cancellation)
    {
        var now = Clock.GetUtcNow().ToUnixTimeMilliseconds();
        var mails = await InvitationMessage.MailsAsync(records, await database.ReadAsync(async session => (await DueAsync(session, now)).Where(d => d.By == SendingChannel.Mail).Select(d => d.Invitation.Party).Distinct().ToList(), cancellation), cancellation);
        return await database.WriteAsync(async session =>
        {
            var due = await DueAsync(session, now);
            foreach (var one in due)
            {
                // Before the message, so that of two nodes that found it due one sends it; the message's key says which time it is.
                var left = one.Invitation.ExpiresAt > now ? one.Left - 1 : 0;
                if (await session.ExecuteAsync("UPDATE ocrm.invitation SET remind_left = @left, remind_at = @next WHERE id = @id AND remind_left = @was AND remind_at > 0",
                    ("left", left), ("next", left > 0 ? now + (one.Days * AskingOptions.Day) : 0L), ("id", one.Invitation.Id), ("was", one.Left)) == 1 && one.Invitation.ExpiresAt > now)
                {
                    await outgoing.AddAsync(session, Message(one, mails, now));
                }
            }

            return due.Count;
        }, cancellation);
    }

    private Task<List<Due>> DueAsync(Session session, long now) => session.QueryAsync(
        $"""
        SELECT {Invitation.Columns}, i.remind_by, i.remind_days, i.remind_left, q.title, COALESCE(c.mobile, '')
        FROM ocrm.invitation i JOIN ocrm.questionnaire q ON q.id = i.questionnaire LEFT JOIN ocrm.customer c ON c.party_id = i.party_id AND c.entity = i.entity
        WHERE i.remind_at > 0 AND i.remind_at <= @now AND i.state = 'open' ORDER BY i.remind_at, i.id LIMIT {Limits.InvitationBatch}
        """,
        r => new Due(Invitation.Read(r), r.GetString(15), r.GetInt64(16), r.GetInt64(17), r.GetString(18), r.GetString(19)), ("now", now));

    private OutgoingMessage Message(Due due, IReadOnlyDictionary<long, string> mails, long now)
    {
        var (invitation, key) = (due.Invitation, string.Create(CultureInfo.InvariantCulture, $"{Invitation.RefOf(due.Invitation.Id)}/remind/{due.Left}"));
        return due.By == "person"
            // In the bell stands no customer's name; the list to which it leads has it.
            ? new OutgoingMessage(key, invitation.Party, invitation.Entity, InvitationMessage.Purpose, SendingChannel.InApp, invitation.Person, $"问卷《{due.Title}》尚未收到答复", "/invitations", invitation.Person, now) { NeedsNoConsent = true }
            : InvitationMessage.Of(key, invitation.Party, invitation.Entity, due.Title, invite.AddressOf(invitation), due.By, due.By == SendingChannel.Mail ? mails.GetValueOrDefault(invitation.Party, "") : due.Mobile, invitation.Person, invitation.ExpiresAt, now);
    }
}
