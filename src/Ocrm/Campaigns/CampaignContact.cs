using Granary.Kernel.Storage;

namespace Granary.Ocrm.Campaigns;

/// <summary>What a campaign did with a target at a step, as it is first written.</summary>
/// <param name="Task">The task's id; 0 for none.</param>
internal sealed record CampaignContact(Target Target, CampaignStep Step, string State, long At, long Task = 0, long Attempt = 0)
{
    public const string Made = "made";
    public const string Sent = "sent";
    public const string Failed = "failed";
    public const string InDoubt = "doubt";
    public const string Cancelled = "cancelled";

    /// <summary>The frequency cap left no room until the campaign's end, or no address was there.</summary>
    public const string Skipped = "skipped";

    /// <summary>The product no longer suited the customer when the step came: nothing was done, and the target's way ended.</summary>
    public const string Unsuitable = "unsuitable";

    /// <summary>In doubt, and a person let it be.</summary>
    public const string Settled = "settled";

    /// <summary>One a step and attempt: the key is unique, so that nothing is done twice however often it is tried.</summary>
    public static readonly Insert<CampaignContact> Rows = new("ocrm.campaign_contact", "",
        new("campaign", ColumnType.Long, c => c.Target.Campaign), new("target", ColumnType.Long, c => c.Target.Id), new("step", ColumnType.Long, c => (long)c.Step.Id),
        new("attempt", ColumnType.Long, c => c.Attempt), new("kind", ColumnType.Text, c => c.Step.Kind), new("class", ColumnType.Text, c => StepKind.ClassOf(c.Step.Kind)),
        new("key", ColumnType.Text, c => c.Target.KeyOf(c.Step.Id, c.Attempt)), new("task", ColumnType.Long, c => c.Task), new("party_id", ColumnType.Long, c => c.Target.Party),
        new("recorded_for", ColumnType.Long, c => c.Target.Party), new("entity", ColumnType.Text, c => c.Target.Entity), new("state", ColumnType.Text, c => c.State), new("at", ColumnType.Long, c => c.At));
}
