namespace Granary.Ocrm.Campaigns;

/// <summary>What is done with targets at a step of some kind.</summary>
internal interface IStepWork
{
    IReadOnlyList<string> Kinds { get; }

    /// <summary>Does it in the batch's transaction, and adds to its contacts what was done.</summary>
    /// <param name="targets">All at the step; the frequency cap has room for each of them.</param>
    /// <returns>For every target 0 where it goes on, or from when it is tried again, in milliseconds since 1970 UTC.</returns>
    Task<IReadOnlyList<(Target Target, long Later)>> RunAsync(Leading leading, CampaignStep step, IReadOnlyList<Target> targets);
}
