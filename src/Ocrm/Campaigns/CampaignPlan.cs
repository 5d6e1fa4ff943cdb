using System.Text.Json;
using Granary.Ocrm.Segments;
using Granary.Ocrm.Work;

namespace Granary.Ocrm.Campaigns;

/// <summary>What counts as success.</summary>
/// <param name="Kind">response, holding, balance or opportunity.</param>
/// <param name="Value">Of response a kind of response, of holding a kind of holding; else ''.</param>
/// <param name="Amount">Of balance: by how much deposits and wealth of a customer grow, in fen; else 0.</param>
/// <param name="Target">How many customers are to reach it.</param>
public sealed record CampaignGoal(string Kind, string Value, long Amount, long Target)
{
    internal const string Response = "response";
    internal const string Holding = "holding";
    internal const string Balance = "balance";
    internal const string Opportunity = "opportunity";
}

/// <summary>Whose customers: those of segments, without those of others.</summary>
/// <param name="How">union, intersection or difference of the segments; of one alone union.</param>
/// <param name="Segments">Ids.</param>
/// <param name="Excluded">Ids.</param>
public sealed record CampaignAudience(string How, IReadOnlyList<string> Segments, IReadOnlyList<string> Excluded)
{
    internal JsonElement Filter => new Combination(How, Segments).Filter;

    internal JsonElement ExcludedFilter => new Combination(Combination.Union, Excluded).Filter;
}

/// <summary>What it costs. Money in fen.</summary>
public sealed record CostLine(string What, long Planned, long Spent);

/// <summary>All that a second person approves.</summary>
/// <param name="Purpose">For which customers have consented, as consents name it.</param>
/// <param name="Language">In which customers are written to: zh-CN or en.</param>
/// <param name="HoldOut">Percent of the audience that is set aside and never contacted.</param>
/// <param name="TasksPerDay">Tasks that a manager is given in a day, by all campaigns together.</param>
/// <param name="Steps">The first one is where a target begins.</param>
public sealed record CampaignPlan(CampaignGoal Goal, string Purpose, string Language, CampaignAudience Audience, int HoldOut, int TasksPerDay, IReadOnlyList<CampaignStep> Steps)
{
    internal const string Chinese = "zh-CN";
    internal const string English = "en";

    /// <summary>What a new campaign begins with.</summary>
    internal static CampaignPlan Empty { get; } = new(
        new CampaignGoal(CampaignGoal.Response, "interested", 0, 0), Consents.ConsentPurpose.Marketing, Chinese, new CampaignAudience(Combination.Union, [], []), HoldOut: 0, TasksPerDay: 20, []);

    internal CampaignStep? Step(long id) => Steps.FirstOrDefault(s => s.Id == id);

    internal string Json => WorkJson.Write(this);

    internal static CampaignPlan Read(string json) => WorkJson.Read<CampaignPlan>(json);
}
