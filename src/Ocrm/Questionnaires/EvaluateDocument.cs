using System.Text.Json;
using Granary.Access;
using Granary.Access.Contracts;
using Granary.Kernel;
using Granary.Surveys;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Granary.Ocrm.Questionnaires;

/// <param name="Answers">An object of names and answers.</param>
/// <param name="Language">zh-cn or en.</param>
public sealed record EvaluateBody(JsonElement Document, JsonElement? Answers, string? Language);

/// <param name="Code">As docs/surveys.md lists them.</param>
/// <param name="Bound">What would be enough, where the code speaks of one.</param>
/// <param name="Text">The author's own words; null where there are none.</param>
public sealed record AnswerErrorView(string Code, string? Bound, string? Text);

/// <param name="Element">Where it is in the document.</param>
/// <param name="Path">Of the answer: income, family[0].age; "" for what has no name.</param>
/// <param name="Title">In the language, with answers in place of their names.</param>
public sealed record ElementView(string Element, string Path, string Title, bool Visible, bool Enabled, bool Required, IReadOnlyList<AnswerErrorView> Errors);

/// <param name="Elements">All that stands on pages, in order, groups with their parts.</param>
/// <param name="Calculated">Calculated values by name.</param>
/// <param name="Result">What would be kept.</param>
/// <param name="LastPage">Where a trigger ends it; null to go on to the last.</param>
/// <param name="Errors">About the answers as a whole.</param>
public sealed record EvaluationView(
    string Title, IReadOnlyList<ElementView> Elements, JsonElement Calculated, JsonElement Result, double Score, string? Band, string? BandTitle, string? LastPage, bool Complete, string? CompletedText,
    IReadOnlyList<AnswerErrorView> Errors);

/// <summary>POST /api/questionnaires/evaluate: what the engine makes of a document under a set of answers; the preview shows it beside the page.</summary>
internal static class EvaluateDocument
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/questionnaires/evaluate", Handle).Requires(Permission.QuestionnairesRead).WithName("EvaluateDocument").WithSummary("What is shown, required, wrong, calculated and scored under a set of answers");

    private static Results<Ok<EvaluationView>, ProblemHttpResult> Handle(EvaluateBody body, TimeProvider clock)
    {
        if (SaveDraft.Wrong(body.Document) is { } wrong)
        {
            return wrong;
        }

        if (SurveyReader.Read(body.Document.GetRawText()).Survey is not { } survey)
        {
            return Problems.BadRequest("questionnaire-unreadable", "It cannot be asked like this; the check says why.");
        }

        try
        {
            var language = body.Language is { Length: > 0 and <= 20 } said ? said : Questionnaire.Language;
            var answers = body.Answers is { } given ? ValueJson.ReadAnswers(given.GetRawText()) : SurveyEvaluation.InitialAnswers(survey);
            return TypedResults.Ok(View(SurveyEvaluation.Of(survey, answers, new SurveyContext(BankTime.Local(clock.GetUtcNow().ToUnixTimeMilliseconds()), language)), language));
        }
        catch (JsonException)
        {
            return Problems.BadRequest("answers-unreadable", "Answers are a JSON object of names, not too large and not too deep.");
        }
    }

    private static EvaluationView View(SurveyEvaluation worked, string language) => new(
        worked.Title, [.. worked.Elements.Select(View)], Json(worked.Calculated), Json(worked.Result), worked.Score, worked.Band?.Name, worked.Band?.Title?.In(language), worked.LastPage,
        worked.IsComplete, worked.CompletedText, [.. worked.Errors.Select(View)]);

    private static ElementView View(ElementState state) => new(
        state.Element.Path, state.Path, state.Title, state.IsVisible, state.IsEnabled, state.IsRequired, [.. state.Errors.Select(View)]);

    private static AnswerErrorView View(AnswerError error) => new(error.Code, error.Bound, error.Text);

    private static JsonElement Json(ValueMap values) => JsonElement.Parse(ValueJson.Write(Value.Of(values)));
}
