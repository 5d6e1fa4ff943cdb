using System.Globalization;
using System.Text.Json;
using Granary.Access;
using Granary.Access.Contracts;
using Granary.Ocrm.Questionnaires.Bank;
using Granary.Ocrm.Storage;
using Granary.Surveys;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Granary.Ocrm.Questionnaires;

/// <param name="Version">The draft's when it was read.</param>
public sealed record DraftBody(JsonElement Document, long Version);

public sealed record DraftSaved(long Version);

/// <summary>
/// PUT /api/questionnaires/{id}/draft: the document as it is now, unfinished or not. Who saves over somebody else's change hears whose it is
/// (409, with changedBy, changedAt and version) and keeps what they have.
/// </summary>
internal static class SaveDraft
{
    private static readonly SurveyLimits Bounds = new();

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPut("/questionnaires/{id}/draft", HandleAsync).Requires(Permission.QuestionnairesEdit).WithName("SaveDraft").WithSummary("Saves the draft of a questionnaire");

    /// <summary>What is no document at all. One with errors is kept: whoever writes it is not done yet.</summary>
    public static ProblemHttpResult? Wrong(JsonElement document) => document.ValueKind == JsonValueKind.Object && document.GetRawText() is var text && text.Length <= Bounds.DocumentCharacters && IsSound(text)
        ? null
        : Problems.BadRequest("questionnaire-document", $"A questionnaire is a JSON object of at most {Bounds.DocumentCharacters} characters, without a property twice and {Bounds.DocumentDepth} deep at most.");

    private static bool IsSound(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text, new() { MaxDepth = Bounds.DocumentDepth, AllowDuplicateProperties = false });
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static async Task<Results<Ok<DraftSaved>, ProblemHttpResult>> HandleAsync(
        string id, DraftBody body, Caller caller, OcrmDatabase database, IOrganisation organisation, OcrmLimits limits, TimeProvider clock, CancellationToken cancellation)
    {
        if (Wrong(body.Document) is { } wrong)
        {
            return wrong;
        }

        var (known, saved) = await database.WriteAsync<(Questionnaire?, long)>(async session =>
        {
            var before = await Questionnaire.EditedAsync(session, caller, id);
            if (before is null || before.Version != body.Version)
            {
                return (before, 0);
            }

            var at = clock.GetUtcNow().ToUnixTimeMilliseconds();
            await session.ExecuteAsync(
                "UPDATE ocrm.questionnaire SET draft = @draft, title = @title, changed_by = @by, changed_at = @at, version = version + 1 WHERE id = @id",
                ("draft", body.Document.GetRawText()), ("title", Questionnaire.TitleOf(body.Document, before.Title, limits.QuestionnaireTitle)), ("by", caller.PersonId), ("at", at), ("id", before.Id));
            await BankUse.KeepAsync(session, before.Id, 0, body.Document.GetRawText());
            await before.AuditAsync(session, caller, Permission.QuestionnairesEdit, at, $"draft {before.Version}", $"draft {before.Version + 1}");
            return (before, before.Version + 1);
        }, cancellation);
        return known is null ? Questionnaire.Unknown : saved > 0 ? TypedResults.Ok(new DraftSaved(saved)) : await ChangedAsync(known, organisation, cancellation);
    }

    /// <summary>Somebody changed it meanwhile.</summary>
    public static async Task<ProblemHttpResult> ChangedAsync(Questionnaire known, IOrganisation organisation, CancellationToken cancellation)
    {
        var name = (await organisation.PeopleNamesAsync([known.ChangedBy], cancellation)).GetValueOrDefault(known.ChangedBy, known.ChangedBy);
        return TypedResults.Problem("Somebody else changed it meanwhile.", statusCode: StatusCodes.Status409Conflict, extensions: new Dictionary<string, object?>
        {
            ["code"] = "questionnaire.changed",
            ["changedBy"] = name,
            ["changedAt"] = DateTimeOffset.FromUnixTimeMilliseconds(known.ChangedAt).ToString("O", CultureInfo.InvariantCulture),
            ["version"] = known.Version,
        });
    }
}
