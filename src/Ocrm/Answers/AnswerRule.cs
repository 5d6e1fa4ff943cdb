using Granary.Kernel.Storage;
using Granary.Ocrm.Care;
using Granary.Ocrm.Products;
using Granary.Ocrm.Work;
using Granary.Surveys;

namespace Granary.Ocrm.Answers;

/// <summary>What is done. Which of these are needed depends on the kind.</summary>
/// <param name="Kind">task, opportunity, tier, tag or suitability.</param>
/// <param name="Title">Of a task or an opportunity.</param>
/// <param name="Days">Until a task is due; how long a tier holds, or an assessment of risk: 0 for as long as it may.</param>
/// <param name="Tier">That the customer has at least.</param>
/// <param name="Pipeline">In which an opportunity is opened, by code.</param>
/// <param name="Product">An opportunity's, by code.</param>
/// <param name="Amount">The question whose answer is an opportunity's amount, in yuan.</param>
/// <param name="Tag">By id.</param>
/// <param name="Level">How much risk the customer bears, C1 to C5; empty: as the band of the answer is named.</param>
public sealed record AnswerAction(
    string Kind, string? Title = null, int Days = 0, string? Tier = null, string? Pipeline = null, string? Product = null, string? Amount = null, long Tag = 0,
    string? Level = null)
{
    public const string Task = "task";
    public const string Opportunity = "opportunity";
    public const string TierFloor = "tier";
    public const string GiveTag = "tag";
    public const string Assess = "suitability";

    /// <summary>Whether it can be carried out.</summary>
    internal bool IsSound(OcrmLimits limits) => Kind switch
    {
        Task => HasTitle(limits) && Days is >= 0 and <= MostDays,
        Opportunity => HasTitle(limits) && !string.IsNullOrEmpty(Pipeline),
        TierFloor => Tier is not null && Policy.TierNames.Contains(Tier) && Days is > 0 and <= MostDays,
        GiveTag => Tag > 0,
        Assess => (string.IsNullOrEmpty(Level) || Suitability.Levels.Contains(Level)) && Days is >= 0 and <= MostAssessedDays,
        _ => false,
    };

    /// <summary>Nothing that somebody answered says anything about the time in ten years.</summary>
    private const int MostDays = 3650;

    /// <summary>Longer than <see cref="Suitability.ValidMonths"/> no assessment counts.</summary>
    private const int MostAssessedDays = 365;

    private bool HasTitle(OcrmLimits limits) => !string.IsNullOrWhiteSpace(Title) && Title.Length <= limits.TaskTitle;
}

/// <summary>What comes of a complete answer.</summary>
/// <param name="If">A condition over answers, calculated values, {score} and {band}, in the language of docs/surveys.md; empty: always.</param>
public sealed record AnswerRule(string? If, AnswerAction Then)
{
    /// <summary>Null where it is sound; otherwise what is wrong, as the code of a problem.</summary>
    internal string? Wrong(OcrmLimits limits) =>
        Then?.IsSound(limits) != true ? "answer-rule-action"
        : !string.IsNullOrWhiteSpace(If) && Expression.Read(If, new SurveyLimits(), out _) is null ? "answer-rule-condition"
        : null;

    internal bool Holds(ValueMap names, DateTime now) => string.IsNullOrWhiteSpace(If) || Expression.Read(If, new SurveyLimits(), out _)?.Holds(names, now) == true;

    /// <summary>Those of the province and those of a legal entity.</summary>
    internal static async Task<IReadOnlyList<(AnswerRule Rule, string Person)>> OfAsync(Session session, long questionnaire, string entity) => [.. (await session.QueryAsync(
        "SELECT r.rules, r.person FROM ocrm.answer_rules r WHERE r.questionnaire = @questionnaire AND r.entity IN ('', @entity) ORDER BY r.entity",
        r => (Rules: WorkJson.Read<IReadOnlyList<AnswerRule>>(r.GetString(0)), Person: r.GetString(1)), ("questionnaire", questionnaire), ("entity", entity)))
        .SelectMany(row => row.Rules.Select(rule => (rule, row.Person)))];
}
