using Granary.Access;
using Granary.Access.Contracts;
using Granary.Kernel;
using Granary.Ocrm.Questionnaires.Bank;
using Granary.Ocrm.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Granary.Ocrm.Questionnaires;

/// <param name="Note">What is new in it, for colleagues.</param>
/// <param name="Version">The draft's, as it was looked at.</param>
public sealed record PublishBody(string? Note, long Version);

public sealed record PublishedNumber(long Number);

/// <summary>
/// POST /api/questionnaires/{id}/publish: the draft becomes a version that never changes, and is asked from now on; who is answering an older one
/// goes on with that. Refused, with what was found, where it could not be asked.
/// </summary>
internal static class PublishQuestionnaire
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/questionnaires/{id}/publish", HandleAsync).Requires(Permission.QuestionnairesEdit).WithName("PublishQuestionnaire").WithSummary("Publishes the draft as a new version");

    private static async Task<Results<Ok<PublishedNumber>, ProblemHttpResult>> HandleAsync(
        string id, PublishBody body, Caller caller, OcrmDatabase database, IOrganisation organisation, OcrmLimits limits, TimeProvider clock, CancellationToken cancellation)
    {
        var note = body.Note?.Trim() ?? "";
        if (note.Length > limits.QuestionnaireNote || note.Any(char.IsControl))
        {
            return Problems.BadRequest("questionnaire-note", $"What is new is said in one line of at most {limits.QuestionnaireNote} characters.");
        }

        // Before the transaction: a large document takes the check some tenths of a second. Its version says that it is still the same.
        if (await database.ReadAsync(session => Questionnaire.EditedAsync(session, caller, id), cancellation) is not { } looked)
        {
            return Questionnaire.Unknown;
        }

        if (looked.Version != body.Version)
        {
            return await SaveDraft.ChangedAsync(looked, organisation, cancellation);
        }

        var findings = FindingView.Check(looked.Draft, BankTime.Local(clock.GetUtcNow().ToUnixTimeMilliseconds()));
        if (findings.Any(f => f.Severity == "error"))
        {
            return TypedResults.Problem("It cannot be asked like this.", statusCode: StatusCodes.Status400BadRequest, extensions: new Dictionary<string, object?> { ["code"] = "questionnaire-errors", ["findings"] = findings });
        }

        var (known, number) = await database.WriteAsync<(Questionnaire?, long)>(async session =>
        {
            var draft = await Questionnaire.EditedAsync(session, caller, id);
            if (draft is null || draft.Version != body.Version)
            {
                return (draft, 0);
            }

            var (next, at) = (draft.Current + 1, clock.GetUtcNow().ToUnixTimeMilliseconds());
            await session.ExecuteAsync(
                "INSERT INTO ocrm.questionnaire_version (questionnaire, number, document, note, published_by, published_at) VALUES (@id, @number, @document, @note, @by, @at)",
                ("id", draft.Id), ("number", next), ("document", draft.Draft), ("note", note), ("by", caller.PersonId), ("at", at));
            await session.ExecuteAsync("UPDATE ocrm.questionnaire SET state = @state, current = @number WHERE id = @id", ("state", Questionnaire.Published), ("number", next), ("id", draft.Id));
            await BankUse.KeepAsync(session, draft.Id, next, draft.Draft);
            await draft.AuditAsync(session, caller, "questionnaires.publish", at, $"{draft.State} {draft.Current}", $"{Questionnaire.Published} {next}", note);
            return (draft, next);
        }, cancellation);
        return known is null ? Questionnaire.Unknown : number > 0 ? TypedResults.Ok(new PublishedNumber(number)) : await SaveDraft.ChangedAsync(known, organisation, cancellation);
    }
}
