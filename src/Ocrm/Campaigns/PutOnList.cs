namespace Granary.Ocrm.Campaigns;

/// <summary>A step whose targets stand on a list that is printed or exported: they are there at once, as rows of the list of targets.</summary>
internal sealed class PutOnList : IStepWork
{
    public IReadOnlyList<string> Kinds { get; } = [StepKind.List];

    public Task<IReadOnlyList<(Target Target, long Later)>> RunAsync(Leading leading, CampaignStep step, IReadOnlyList<Target> targets)
    {
        foreach (var target in targets)
        {
            leading.Contacts.Add(new CampaignContact(target, step, CampaignContact.Sent, leading.Now));
            leading.Cap.Add(target.Party, target.Entity, StepKind.ClassOf(step.Kind), leading.Now);
        }

        return Task.FromResult<IReadOnlyList<(Target, long)>>([.. targets.Select(t => (t, 0L))]);
    }
}
