using System.Collections.Immutable;
using Granary.Surveys.Evaluation;

namespace Granary.Surveys;

/// <summary>When, in what language, and with what beside the answers a questionnaire is looked at.</summary>
/// <param name="Now">The bank's local time.</param>
/// <param name="Language">"zh-cn", "en".</param>
/// <param name="Variables">Known under their names in expressions and texts, and no answers: of the customer, of the campaign.</param>
public sealed record SurveyContext(DateTime Now, string Language, ValueMap? Variables = null);

/// <summary>
/// What a questionnaire makes of a set of answers. Nothing is remembered from one set to the next: the same answers always give the same.
/// </summary>
public sealed record SurveyEvaluation
{
    /// <summary>Pages in their order with all on them.</summary>
    public required ImmutableArray<ElementState> Pages { get; init; }

    public required string Title { get; init; }

    /// <summary>Calculated values by name.</summary>
    public required ValueMap Calculated { get; init; }

    /// <summary>The answers with what was calculated among them, before anything is cleared.</summary>
    public required ValueMap Answers { get; init; }

    /// <summary>What is kept at the end: without answers to what is hidden, and without what no question asked.</summary>
    public required ValueMap Result { get; init; }

    /// <summary>The sum of what chosen answers count, of what one sees.</summary>
    public double Score { get; init; }

    /// <summary>The band that the score is in; null under the lowest, or where there are none.</summary>
    public Band? Band { get; init; }

    /// <summary>The quotas that whoever answers like this counts to.</summary>
    public ImmutableArray<Quota> Quotas { get; init; } = [];

    /// <summary>In a quiz: how many answers are right, and of how many.</summary>
    public (int Right, int Of) Quiz { get; init; }

    /// <summary>The page after which nothing more is asked, because a trigger says so; null to go on to the last.</summary>
    public string? LastPage { get; init; }

    /// <summary>What is said at the end; null where the questionnaire says nothing of its own.</summary>
    public string? CompletedText { get; init; }

    /// <summary>About the answers as a whole: names that nobody asked for, expressions that take too long.</summary>
    public ImmutableArray<AnswerError> Errors { get; init; } = [];

    /// <summary>Everything on every page.</summary>
    public IEnumerable<ElementState> Elements => Pages.SelectMany(p => p.All);

    /// <summary>Nothing is missing or wrong up to the last page that is asked.</summary>
    public bool IsComplete => Errors.IsEmpty && Asked.All(p => p.All.All(e => e.Errors.IsEmpty));

    /// <summary>Pages that one sees, up to the one that ends it.</summary>
    public IEnumerable<ElementState> Asked
    {
        get
        {
            foreach (var page in Pages.Where(p => p.IsVisible))
            {
                yield return page;
                if (page.Element.Name == LastPage)
                {
                    yield break;
                }
            }
        }
    }

    public static SurveyEvaluation Of(Survey survey, ValueMap answers, SurveyContext context, SurveyLimits? limits = null) =>
        new Evaluator(survey, answers, context, limits ?? new()).Work();

    /// <summary>What is answered before anybody answers: default values, and the groups that are there from the beginning where each begins with some.</summary>
    public static ValueMap InitialAnswers(Survey survey) => Beginning(survey.Questions, Initial);

    internal static ValueMap Beginning(IEnumerable<Question> questions, Func<Question, Value> initial) =>
        new(questions.DistinctBy(q => q.Name).Select(q => KeyValuePair.Create(q.Name, initial(q))).Where(q => !q.Value.IsEmpty));

    private static Value Initial(Question question) =>
        question.DefaultValue.IsEmpty && question is RepeatedQuestion { Beginning: { Count: > 0 } group } groups && Math.Max(groups.Count, groups.Least) is > 0 and var count
            ? Value.Of(Enumerable.Repeat(Value.Of(group), count).ToImmutableArray())
            : question.DefaultValue;
}
