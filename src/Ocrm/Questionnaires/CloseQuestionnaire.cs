using Granary.Access;
using Granary.Access.Contracts;
using Granary.Ocrm.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Granary.Ocrm.Questionnaires;

/// <summary>POST /api/questionnaires/{id}/close and /reopen: whether the current version is asked. Nothing that was answered changes.</summary>
internal static class CloseQuestionnaire
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/questionnaires/{id}/close", (string id, Caller caller, OcrmDatabase database, TimeProvider clock, CancellationToken cancellation) =>
                TurnAsync(id, Questionnaire.Published, Questionnaire.Closed, caller, database, clock, cancellation))
            .Requires(Permission.QuestionnairesEdit).WithName("CloseQuestionnaire").WithSummary("Takes no more answers");
        routes.MapPost("/questionnaires/{id}/reopen", (string id, Caller caller, OcrmDatabase database, TimeProvider clock, CancellationToken cancellation) =>
                TurnAsync(id, Questionnaire.Closed, Questionnaire.Published, caller, database, clock, cancellation))
            .Requires(Permission.QuestionnairesEdit).WithName("ReopenQuestionnaire").WithSummary("Takes answers again");
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> TurnAsync(
        string id, string from, string to, Caller caller, OcrmDatabase database, TimeProvider clock, CancellationToken cancellation) => await database.WriteAsync<ProblemHttpResult?>(async session =>
    {
        if (await Questionnaire.EditedAsync(session, caller, id) is not { } known)
        {
            return Questionnaire.Unknown;
        }

        if (known.State != from)
        {
            return known.State == to ? null : Problems.Conflict("questionnaire.not-published", "It has never been published.");
        }

        await session.ExecuteAsync("UPDATE ocrm.questionnaire SET state = @to WHERE id = @id", ("to", to), ("id", known.Id));
        await known.AuditAsync(session, caller, "questionnaires.publish", clock.GetUtcNow().ToUnixTimeMilliseconds(), from, to);
        return null;
    }, cancellation) is { } problem ? problem : TypedResults.NoContent();
}
