using System.Text.Json;
using Granary.Access;
using Granary.Access.Contracts;
using Granary.Kernel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Granary.Ocrm.Questionnaires;

public sealed record CheckBody(JsonElement Document);

/// <summary>POST /api/questionnaires/check: what is to be said about a document, saved or not.</summary>
internal static class CheckDocument
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/questionnaires/check", Results<Ok<IReadOnlyList<FindingView>>, ProblemHttpResult> (CheckBody body, TimeProvider clock) =>
                SaveDraft.Wrong(body.Document) is { } wrong ? wrong : TypedResults.Ok(FindingView.Check(body.Document.GetRawText(), BankTime.Local(clock.GetUtcNow().ToUnixTimeMilliseconds()))))
            .Requires(Permission.QuestionnairesRead).WithName("CheckDocument").WithSummary("Reads a questionnaire and looks for dead ends");
}
