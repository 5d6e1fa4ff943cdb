using System.Globalization;
using Granary.Access.Contracts;
using Granary.Ecif.Contracts;
using Granary.Kernel;
using Granary.Ocrm.Asking;
using Granary.Ocrm.Sending;

namespace Granary.Ocrm.Campaigns;

/// <summary>Steps that are a message: handed over to sending in the batch's transaction, which asks for the consent there and then. A questionnaire is a message with a personal link.</summary>
internal sealed class SendMessages(Outgoing outgoing, Invite invite, CampaignLinks links, IOrganisation organisation, IGoldenRecords records, OcrmLimits limits) : IStepWork
{
    public IReadOnlyList<string> Kinds => StepKind.Messages;

    /// <summary>Until when the links of a campaign are good.</summary>
    public static long Ends(Campaign campaign) => BankTime.Ms(BankTime.OfNumber(campaign.ToDay)!.Value.AddDays(1));

    public async Task<IReadOnlyList<(Target Target, long Later)>> RunAsync(Leading leading, CampaignStep step, IReadOnlyList<Target> targets)
    {
        var gaps = await TargetGaps.OfAsync(organisation, leading, targets);
        var emails = StepKind.ConsentOf(step) == "email" ? await Addresses.EmailsAsync(records, leading.Campaign.Plan, [.. targets.Select(t => t.Party)], leading.Cancellation) : new Dictionary<long, string>();
        var addresses = await LinksAsync(leading, step, targets);
        foreach (var target in targets)
        {
            leading.Contacts.Add(new CampaignContact(target, step, CampaignContact.Made, leading.Now));
            leading.Cap.Add(target.Party, target.Entity, StepKind.ClassOf(step.Kind), leading.Now);
        }

        await outgoing.AddAsync(leading.Session, [.. targets.Select(t => Message(leading, step, t, gaps(t, addresses.GetValueOrDefault(t.Id, step.Link)), emails))]);
        return [.. targets.Select(t => (t, 0L))];
    }

    /// <summary>Where {link} leads, for each target its own.</summary>
    private async Task<IReadOnlyDictionary<long, string>> LinksAsync(Leading leading, CampaignStep step, IReadOnlyList<Target> targets)
    {
        if (step.Kind != StepKind.Questionnaire)
        {
            return step is { Link.Length: > 0, Kind: StepKind.Mail or StepKind.Sms } && step.Text!.In(leading.Campaign.Plan.Language).Contains("{link}", StringComparison.Ordinal)
                ? await links.OfAsync(leading.Session, leading.Campaign, step, targets)
                : new Dictionary<long, string>();
        }

        var personal = new Dictionary<long, string>();
        foreach (var target in targets)
        {
            personal[target.Id] = (await invite.AddAsync(leading.Session, new InvitationDraft(
                target.KeyOf(step.Id), step.Questionnaire, target.Entity, target.Unit, TargetGaps.ManagerOf(leading, target), Via.Campaign, leading.Now, leading.Ends) { Party = target.Party, Campaign = target.Campaign })).Address;
        }

        return personal;
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

        var mail = StepKind.ConsentOf(step) == "email";
        return new OutgoingMessage(key, target.Party, target.Entity, campaign.Plan.Purpose, mail ? SendingChannel.Mail : SendingChannel.Sms,
            mail ? emails.GetValueOrDefault(target.Party, "") : leading.Customers[(target.Party, target.Entity)].Mobile, mail ? Cut(Filled(step.Title, gaps)) : "", Filled(step.Text, gaps), campaign.Owner, leading.Now);
    }

    private string Cut(string subject) => subject.Length > limits.OutgoingSubject ? subject[..limits.OutgoingSubject] : subject;
}
