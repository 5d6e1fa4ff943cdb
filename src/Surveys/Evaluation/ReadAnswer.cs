using System.Collections.Immutable;
using Granary.Surveys.Evaluation;

namespace Granary.Surveys;

/// <summary>A question that was shown, and its answer, as one reads them.</summary>
/// <param name="Path">Of the answer: income, family[0].age.</param>
/// <param name="Text">The texts of what was chosen; "" where nothing was answered.</param>
public sealed record ReadAnswer(Question Question, string Path, string Title, string Text, Value Value)
{
    /// <param name="answers">As they were kept.</param>
    /// <returns>In the order of the document, what repeats after what it belongs to.</returns>
    public static ImmutableArray<ReadAnswer> Of(Survey survey, ValueMap answers, SurveyContext context, SurveyLimits? limits = null)
    {
        var evaluator = new Evaluator(survey, answers, context, limits ?? new());
        var evaluation = evaluator.Work();
        return [.. evaluation.Elements.Where(e => e is { IsVisible: true, Element: Surveys.Question }).Select(e =>
        {
            var question = (Question)e.Element;
            var text = question is RepeatedQuestion or MultipleTextQuestion ? "" : evaluator.Piping.Display(question, e.Value, Comment(answers, question));
            return new ReadAnswer(question, e.Path, e.Title, text, e.Value);
        })];
    }

    private static string Comment(ValueMap answers, Question question) => answers[question.CommentName] is { Kind: ValueKind.Text } comment ? comment.Text : "";
}
