using System.Collections.Frozen;
using System.Text.Json;
using Granary.Access;
using Granary.Access.Contracts;
using Granary.Kernel;
using Granary.Ocrm.Asking.Rendering;
using Granary.Surveys;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Granary.Ocrm.Questionnaires;

/// <param name="Answers">What was answered on earlier pages; none begins with the default values.</param>
/// <param name="Language">zh-cn or en.</param>
/// <param name="Page">By name; one that is not there gives the first.</param>
/// <param name="Form">The page's fields as they stand, each a name and a value, with the button among them; none only shows the page.</param>
public sealed record PreviewBody(JsonElement Document, JsonElement? Answers, string? Language, string? Page, IReadOnlyList<string[]>? Form);

/// <param name="Html">A whole document without script, as whoever answers would get it.</param>
/// <param name="Page">Which page it is, by name; "" at the end.</param>
/// <param name="Quotas">Names of the quotas to which these answers count.</param>
public sealed record PreviewView(string Html, JsonElement Answers, string Page, string Language, double Score, string? Band, IReadOnlyList<string> Quotas);

/// <summary>POST /api/questionnaires/preview: the page that customers would see, and what becomes of it when it is sent. Nothing is kept here.</summary>
internal static class PreviewDocument
{
    private static readonly SurveyLimits Limits = new();

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/questionnaires/preview", Handle).Requires(Permission.QuestionnairesRead).WithName("PreviewDocument").WithSummary("A page of a questionnaire as it would be answered");

    private static Results<Ok<PreviewView>, ProblemHttpResult> Handle(PreviewBody body, TimeProvider clock)
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
            var answers = body.Answers is { } given ? ValueJson.ReadAnswers(given.GetRawText()) : SurveyEvaluation.InitialAnswers(survey);
            var context = new SurveyContext(BankTime.Local(clock.GetUtcNow().ToUnixTimeMilliseconds()), AnswerLanguage.Known(body.Language ?? ""));
            var form = body.Form?.Where(f => f.Length == 2).GroupBy(f => f[0], StringComparer.Ordinal).ToFrozenDictionary(f => f.Key, f => f.Select(field => field[1]).ToArray(), StringComparer.Ordinal);
            return TypedResults.Ok(View(form is null
                ? AnswerTurn.Show(survey, answers, body.Page ?? "", context, Limits)
                : AnswerTurn.Take(survey, answers, new(form), context, Limits)));
        }
        catch (JsonException)
        {
            return Problems.BadRequest("answers-unreadable", "Answers are a JSON object of names, not too large and not too deep.");
        }
    }

    private static PreviewView View(AnswerTurn turn)
    {
        var (view, evaluation) = (turn.View, turn.View.Evaluation);
        var html = turn.IsEnd ? PageFrame.Saying(evaluation.Title, evaluation.CompletedText ?? view.Words.Of("Thank you. Your answers have arrived.", "感谢您的参与，您的答案已提交。"), view.Words) : AnswerPage.Still(view);
        return new(html, JsonElement.Parse(ValueJson.Write(Value.Of(turn.Answers))), turn.IsEnd ? "" : turn.Page, view.Language, evaluation.Score, evaluation.Band?.Title?.In(view.Language) ?? evaluation.Band?.Name, [.. evaluation.Quotas.Select(q => q.Name)]);
    }
}
