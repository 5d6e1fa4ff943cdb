using System.Text.Json;
using Granary.Access.Contracts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Granary.Ocrm.Questionnaires;

/// <param name="Name">By which a new questionnaire begins with it; also its kind.</param>
public sealed record TemplateView(string Name, JsonElement Document);

/// <summary>GET /api/questionnaires/templates: questionnaires that ship.</summary>
internal static class ShowTemplates
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/questionnaires/templates", () => TypedResults.Ok<IReadOnlyList<TemplateView>>([.. Template.All.Select(t => new TemplateView(t.Name, JsonElement.Parse(t.Document)))]))
            .Requires(Permission.QuestionnairesRead).WithName("ShowTemplates").WithSummary("Questionnaires that ship, to begin one's own with");
}
