using System.Globalization;
using System.Text.Json;
using Granary.Access.Contracts;
using Granary.Kernel.Storage;
using Granary.Ocrm.Storage;
using Granary.Ocrm.Work;

namespace Granary.Ocrm.Campaigns;

/// <summary>A second person's word on a campaign. Customer management has a database of its own, so what is written there is safe to be written again.</summary>
internal sealed class CampaignApproval(OcrmDatabase database, TimeProvider clock) : IProposalKind
{
    public const string Kind = "campaigns.start";

    public string Name => Kind;

    /// <summary>What the approver sees: counts, cost, and every text. Money in fen.</summary>
    public static Proposed Of(Campaign campaign, IReadOnlyList<SelectionCount> counts, string maker) => new(
        Kind, campaign.Id.ToString(CultureInfo.InvariantCulture), campaign.Entity,
        WorkJson.Write(new
        {
            campaign = campaign.Name, frozenAt = campaign.FrozenAt, purpose = campaign.Plan.Purpose, product = campaign.Product, fromDay = campaign.FromDay, toDay = campaign.ToDay,
            targets = counts.Where(c => c is { Outcome: SelectionReason.In, Held: false }).Sum(c => c.Count), holdOut = counts.Where(c => c.Held).Sum(c => c.Count),
            left = counts.Where(c => c.Outcome != SelectionReason.In).Sum(c => c.Count), cost = campaign.Costs.Sum(c => c.Planned),
            steps = campaign.Plan.Steps.Where(s => s.Kind is not (StepKind.Wait or StepKind.Branch)).Select(s => s.Kind),
            texts = campaign.Plan.Steps.SelectMany(s => new[] { s.Title, s.Text }).Where(t => t is not null).Select(t => t!.In(campaign.Plan.Language)),
        }), "", "", maker);

    public Task<string?> ApplyAsync(Session session, Proposed proposed, CancellationToken cancellation) => MoveAsync(proposed, Campaign.Approved, "", cancellation);

    public Task ClosedAsync(Proposed proposed, string state, CancellationToken cancellation) => MoveAsync(proposed, Campaign.Draft, state, cancellation);

    /// <returns>Null, or why it is not decided any more.</returns>
    private Task<string?> MoveAsync(Proposed proposed, string state, string problem, CancellationToken cancellation) => database.WriteAsync(async ocrm =>
    {
        var id = long.Parse(proposed.Subject, CultureInfo.InvariantCulture);
        if (await Campaign.LockAsync(ocrm, id, Campaign.Freezing, Campaign.Submitted, state) is not { } campaign || campaign.FrozenAt != FrozenAt(proposed))
        {
            return "It was decided or withdrawn already.";
        }

        if (campaign.State != state)
        {
            await campaign.SetAsync(ocrm, state, clock.GetUtcNow().ToUnixTimeMilliseconds(), problem);
        }

        return null;
    }, cancellation);

    /// <summary>Which selection it speaks of: what was changed and submitted again since has a proposal of its own.</summary>
    private static long FrozenAt(Proposed proposed) => JsonSerializer.Deserialize<JsonElement>(proposed.Content).GetProperty("frozenAt").GetInt64();
}
