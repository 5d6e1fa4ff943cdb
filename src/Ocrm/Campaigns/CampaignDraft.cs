using System.Globalization;
using Granary.Access;
using Granary.Access.Contracts;
using Granary.Kernel;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Granary.Ocrm.Campaigns;

/// <summary>A campaign as it is written; null leaves a part as it is.</summary>
/// <param name="Unit">Whose it is, by code: a legal entity or one of its units, or the province's 00 for all customers; null: the caller's own post.</param>
/// <param name="Owner">A person's id; null: the caller.</param>
/// <param name="FromDay">YYYY-MM-DD.</param>
/// <param name="Costs">The lines of what it costs, in fen; written also while it runs.</param>
/// <param name="Version">The version that was changed; null: whatever there is.</param>
public sealed record CampaignDraft(
    string? Name, string? Unit, string? Owner, string? Product, string? FromDay, string? ToDay, CampaignPlan? Plan, IReadOnlyList<CostLine>? Costs, long? Version)
{
    internal Campaign On(Campaign campaign) => campaign with
    {
        Name = Name?.Trim() ?? campaign.Name, Owner = Owner is { Length: > 0 } owner ? owner : campaign.Owner, Product = Product?.Trim() ?? campaign.Product,
        FromDay = FromDay is null ? campaign.FromDay : BankTime.Number(BankTime.Parse(FromDay)), ToDay = ToDay is null ? campaign.ToDay : BankTime.Number(BankTime.Parse(ToDay)),
        Plan = Plan is null ? campaign.Plan : Whole(Plan), Costs = Costs ?? campaign.Costs,
    };

    /// <summary>What is wrong with it as a draft; whether it can be carried out is asked when it is submitted.</summary>
    internal static ProblemHttpResult? Wrong(Campaign campaign, OcrmLimits limits) =>
        string.IsNullOrWhiteSpace(campaign.Name) || campaign.Name.Length > limits.CampaignName || campaign.Name.Any(char.IsControl) || campaign.Product.Length > limits.CampaignName
            ? Problems.BadRequest("campaign-name", $"A campaign has a name of 1 to {limits.CampaignName} characters.")
        : campaign.Costs.Count > limits.CampaignCosts || campaign.Costs.Any(c => string.IsNullOrWhiteSpace(c.What) || c.What.Length > limits.CampaignName || c.Planned < 0 || c.Spent < 0)
            ? Problems.BadRequest("campaign-costs", $"At most {limits.CampaignCosts} lines, each with what it is for and amounts that are not below 0.")
        : campaign.Plan.Json.Length > limits.CampaignPlan || campaign.Plan.Steps.Count > limits.CampaignSteps
            ? Problems.BadRequest("campaign-large", $"A plan has at most {limits.CampaignSteps} steps.")
        : null;

    /// <summary>What a request left out is empty, not null.</summary>
    private static CampaignPlan Whole(CampaignPlan plan) => plan with
    {
        Goal = plan.Goal is { } goal ? goal with { Kind = goal.Kind ?? "", Value = goal.Value ?? "" } : CampaignPlan.Empty.Goal, Purpose = plan.Purpose ?? "", Language = plan.Language ?? CampaignPlan.Chinese,
        Audience = new CampaignAudience(plan.Audience?.How ?? CampaignPlan.Empty.Audience.How, plan.Audience?.Segments ?? [], plan.Audience?.Excluded ?? []),
        Steps = [.. (plan.Steps ?? []).Where(s => s is not null).Select(s => s with { Kind = s.Kind ?? "", Channel = s.Channel ?? "", Until = s.Until ?? "", Link = s.Link ?? "", If = s.If is { } asked ? asked with { On = asked.On ?? "", Value = asked.Value ?? "" } : null })],
    };
}

/// <param name="State">draft, freezing, submitted, approved, running, paused, stopped or ended.</param>
/// <param name="Problem">Of a draft: why it is one again: segments, many, rights, rejected, withdrawn or expired; '' for none.</param>
/// <param name="Looked">While the audience is being selected: customers that were looked at.</param>
/// <param name="MayEdit">Whether the caller may change, submit, start, pause and stop it.</param>
public sealed record CampaignView(
    string Id, string Name, string Entity, string Unit, string UnitName, string Owner, string OwnerName, string State, string Problem, string Product, string? FromDay, string? ToDay,
    CampaignPlan Plan, IReadOnlyList<CostLine> Costs, long Looked, DateTimeOffset? FrozenAt, DateTimeOffset? StartedAt, DateTimeOffset? EndedAt, DateTimeOffset ChangedAt, bool MayEdit, long Version)
{
    internal static async Task<CampaignView> OfAsync(Campaign g, Caller caller, IOrganisation organisation, CancellationToken cancellation)
    {
        var units = await organisation.UnitNamesAsync([g.Unit], cancellation);
        var people = await organisation.PeopleNamesAsync([g.Owner], cancellation);
        return new CampaignView(
            g.Id.ToString(CultureInfo.InvariantCulture), g.Name, g.Entity, g.Unit, units.GetValueOrDefault(g.Unit, g.Unit), g.Owner, people.GetValueOrDefault(g.Owner, g.Owner), g.State, g.Problem, g.Product,
            Day(g.FromDay), Day(g.ToDay), g.Plan, g.Costs, g.Looked, Time(g.FrozenAt), Time(g.StartedAt), Time(g.EndedAt), DateTimeOffset.FromUnixTimeMilliseconds(g.ChangedAt),
            caller.SightOf(Permission.CampaignsEdit).Sees(g.Entity, g.Unit, g.Owner), g.Version);
    }

    private static string? Day(int day) => BankTime.OfNumber(day) is { } known ? BankTime.Text(known) : null;

    private static DateTimeOffset? Time(long at) => at == 0 ? null : DateTimeOffset.FromUnixTimeMilliseconds(at);
}
