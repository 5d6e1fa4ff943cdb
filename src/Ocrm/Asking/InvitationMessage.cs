using Granary.Ecif.Contracts;
using Granary.Kernel;
using Granary.Ocrm.Sending;

namespace Granary.Ocrm.Asking;

/// <summary>What somebody who is asked is sent, in the bank's language. It is sent where they consented to be asked (purpose "survey").</summary>
internal static class InvitationMessage
{
    public const string Purpose = "survey";

    public static OutgoingMessage Of(string key, AskedCustomer customer, string title, string address, string channel, string to, InvitationDraft draft) =>
        Of(key, customer.Party, customer.Entity, title, address, channel, to, draft.Person, draft.ExpiresAt, draft.At);

    public static OutgoingMessage Of(string key, long party, string entity, string title, string address, string channel, string to, string person, long expires, long at) => new(
        key, party, entity, Purpose, channel, to, channel == SendingChannel.Mail ? $"请您填写：{title}" : "", $"请您填写《{title}》：{address}（{BankTime.Text(BankTime.Day(expires))}前有效）", person, at);

    /// <summary>The first mail address of each party that has one.</summary>
    public static async Task<IReadOnlyDictionary<long, string>> MailsAsync(IGoldenRecords records, IReadOnlyCollection<long> parties, CancellationToken cancellation) => parties.Count == 0 ? new Dictionary<long, string>()
        : (await records.ReadAsync(parties, cancellation)).Select(p => (p.Id, Mail: PartyAttribute.Values(p.Attributes.GetValueOrDefault(PartyAttribute.Email) ?? "").FirstOrDefault() ?? ""))
            .Where(p => p.Mail.Length > 0).ToDictionary(p => p.Id, p => p.Mail);
}
