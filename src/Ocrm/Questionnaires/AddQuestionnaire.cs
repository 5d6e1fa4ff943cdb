using System.Globalization;
using System.Text.Json;
using Granary.Access;
using Granary.Access.Contracts;
using Granary.Ocrm.Questionnaires.Bank;
using Granary.Ocrm.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Granary.Ocrm.Questionnaires;

/// <param name="Title">In the bank's language; null: as the template, the copied one or the document calls itself.</param>
/// <param name="Kind">survey, risk, investigation, satisfaction or need; null: the template's or the copied one's, else survey.</param>
/// <param name="Unit">Where it is at home; null: the caller's own post, and of a post in the province the whole province.</param>
/// <param name="Province">It is the whole province's, for who edits everywhere.</param>
/// <param name="Template">One that ships: risk, investigation, satisfaction, need.</param>
/// <param name="CopyOf">A questionnaire that the caller reads, of which the draft is taken.</param>
/// <param name="Document">SurveyJS's JSON, as an import gives it. Without any of the three it begins empty.</param>
public sealed record NewQuestionnaire(string? Title, string? Kind, bool Anonymous, string? Unit, bool Province, string? Template, string? CopyOf, JsonElement? Document);

public sealed record AddedQuestionnaire(string Id);

/// <summary>POST /api/questionnaires: a new draft, empty, from a template that ships, from another questionnaire, or from a document.</summary>
internal static class AddQuestionnaire
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/questionnaires", HandleAsync).Requires(Permission.QuestionnairesEdit).WithName("AddQuestionnaire").WithSummary("A new questionnaire");

    private static async Task<Results<Ok<AddedQuestionnaire>, ProblemHttpResult>> HandleAsync(
        NewQuestionnaire body, Caller caller, OcrmDatabase database, OcrmLimits limits, TimeProvider clock, CancellationToken cancellation)
    {
        var unit = Questionnaire.HomeOf(caller, body.Province, body.Unit);
        if (unit is null)
        {
            return Problems.BadRequest("questionnaire-unit", "In which of your units is it at home? The province's are made by who edits everywhere.");
        }

        var begun = await BegunAsync(body, caller, database, cancellation);
        if (begun is not { } begin || (body.Kind is not null && !Questionnaire.Kinds.Contains(body.Kind)))
        {
            return Problems.BadRequest("questionnaire-origin", "A questionnaire has one of the kinds, and begins with a document, a template that ships, or one that you read.");
        }

        if (SaveDraft.Wrong(begin.Document) is { } wrong)
        {
            return wrong;
        }

        var document = WithTitle(begin.Document, body.Title);
        var title = Questionnaire.TitleOf(document, "", limits.QuestionnaireTitle);
        if (title.Length == 0)
        {
            return Problems.BadRequest("questionnaire-title", "A questionnaire needs a title.");
        }

        var at = clock.GetUtcNow().ToUnixTimeMilliseconds();
        var added = await database.WriteAsync(async session =>
        {
            var questionnaire = new Questionnaire(0, UnitCode.EntityOf(unit), unit, caller.PersonId, title, body.Kind ?? begin.Kind, body.Anonymous, Questionnaire.Drafted, 0, document.GetRawText(), caller.PersonId, at, 1);
            questionnaire = questionnaire with { Id = await questionnaire.InsertAsync(session) };
            await BankUse.KeepAsync(session, questionnaire.Id, 0, questionnaire.Draft);
            await questionnaire.AuditAsync(session, caller, Permission.QuestionnairesEdit, at, after: $"{questionnaire.Kind} {title}");
            return questionnaire.Id;
        }, cancellation);
        return TypedResults.Ok(new AddedQuestionnaire(added.ToString(CultureInfo.InvariantCulture)));
    }

    private static async Task<(JsonElement Document, string Kind)?> BegunAsync(NewQuestionnaire body, Caller caller, OcrmDatabase database, CancellationToken cancellation)
    {
        if (body.CopyOf is { } copied)
        {
            return await database.ReadAsync(session => Questionnaire.FindAsync(session, caller, copied), cancellation) is { } found ? (JsonElement.Parse(found.Draft), found.Kind) : null;
        }

        return body.Template is { } template ? Template.Find(template) is { } known ? (JsonElement.Parse(known.Document), known.Kind) : null
            : (body.Document ?? JsonElement.Parse("""{"pages":[{"name":"page1","elements":[]}]}"""), "survey");
    }

    /// <summary>The title in the bank's language; what it is called in others stays.</summary>
    private static JsonElement WithTitle(JsonElement document, string? title)
    {
        if (string.IsNullOrWhiteSpace(title))
        {
            return document;
        }

        var made = System.Text.Json.Nodes.JsonObject.Create(document)!;
        made["title"] = title.Trim();
        return JsonSerializer.SerializeToElement(made);
    }
}
