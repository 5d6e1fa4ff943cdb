using System.Globalization;
using Granary.Access.Contracts;
using Granary.Ecif.Contracts;
using Granary.Ocrm.Sending;

namespace Granary.Ocrm.Campaigns;

/// <summary>Steps that are a message: handed over to sending in the batch's transaction, which asks for the consent there and then.</summary>
internal sealed class SendMessages(Outgoing outgoing, IOrganisation organisation, IGoldenRecords records, OcrmLimits limits) : IStepWork
{
    public IReadOnlyList<string> Kinds { get; } = [StepKind.Mail, StepKind.Sms, StepKind.InApp];

    public async Task<IReadOnlyList<(Target Target, long Later)>> RunAsync(Leading leading, CampaignStep step, IReadOnlyList<Target> targets)
    {
        var gaps = await TargetGaps.OfAsync(organisation, leading, targets);
        var emails = step.Kind == StepKind.Mail ? await Addresses.EmailsAsync(records, leading.Campaign.Plan, [.. targets.Select(t => t.Party)], leading.Cancellation) : new Dictionary<long, string>();
        var messages = new List<OutgoingMessage>();
        foreach (var target in targets)
        {
            messages.Add(Message(leading, step, target, gaps(target, step.Link), emails));
            leading.Contacts.Add(new CampaignContact(target, step, CampaignContact.Made, leading.Now));
            leading.Cap.Add(target.Party, target.Entity, StepKind.ClassOf(step.Kind), leading.Now);
        }

        await outgoing.AddAsync(leading.Session, messages);
        return [.. targets.Select(t => (t, 0L))];
    }

    private OutgoingMessage Message(Leading leading, CampaignStep step, Target target, TextGaps gaps, IReadOnlyDictionary<long, string> emails)
    {
        var campaign = leading.Campaign;
        string Filled(StepText? text, TextGaps with) => text is null ? "" : FillText.Fill(text.In(campaign.Plan.Language), with, campaign.Plan.Language);
        var key = target.KeyOf(step.Id);
        if (step.Kind == StepKind.InApp)
        {
            // The bell shows no customer's name: who it is about stands on the page to which it leads.
            return new OutgoingMessage(key, target.Party, target.Entity, campaign.Plan.Purpose, SendingChannel.InApp, TargetGaps.ManagerOf(leading, target), Cut(Filled(step.Title, gaps with { Name = "", Kind = "" })),
                string.Create(CultureInfo.InvariantCulture, $"/campaigns/{campaign.Id}"), campaign.Owner, leading.Now) { NeedsNoConsent = true };
        }

        var mail = step.Kind == StepKind.Mail;
        return new OutgoingMessage(key, target.Party, target.Entity, campaign.Plan.Purpose, mail ? SendingChannel.Mail : SendingChannel.Sms,
            mail ? emails.GetValueOrDefault(target.Party, "") : leading.Customers[(target.Party, target.Entity)].Mobile, mail ? Cut(Filled(step.Title, gaps)) : "", Filled(step.Text, gaps), campaign.Owner, leading.Now);
    }

    private string Cut(string subject) => subject.Length > limits.OutgoingSubject ? subject[..limits.OutgoingSubject] : subject;
}
