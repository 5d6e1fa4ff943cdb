using System.Text.Json;
using System.Text.Json.Serialization;
using Granary.Access.Contracts;
using Granary.Access.Lists.Jobs;
using Granary.Access.Storage;
using Granary.Kernel.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Granary.Access.Lists;

/// <param name="State">The page's own: filter, sort, columns, widths. Whoever opens a shared view sees through it what their own rights let them see.</param>
public sealed record SavedView(string Id, string Name, bool Shared, bool Mine, JsonElement State);

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record SavedViewBody(string Name, bool Shared, JsonElement State);

/// <summary>GET, POST /api/lists/{list}/views, PUT, DELETE …/views/{id}: ways of looking at a list, one's own or for everybody who may read it.</summary>
internal static class SavedViews
{
    private const int MostName = 60;

    public static void Map(IEndpointRouteBuilder routes, ListDefinition list, ListLimits limits)
    {
        var views = routes.MapGroup($"/lists/{list.Name}/views").Requires(list.Permission);
        views.MapGet("", async (AccessDatabase database, Caller caller, CancellationToken cancellation) => TypedResults.Ok(await ListAsync(database, list.Name, caller, cancellation)))
            .WithName($"ListViews-{list.Name}").WithSummary("Saved views: one's own and shared ones");
        views.MapPost("", async Task<Results<Ok<SavedView>, ProblemHttpResult>> (SavedViewBody body, AccessDatabase database, Caller caller, CancellationToken cancellation) =>
                Wrong(body, limits) is { } fault ? fault.Problem()
                : await AddAsync(database, list.Name, body, caller, limits, cancellation) is { } added ? TypedResults.Ok(added)
                : new ListFault("views-too-many", $"One person keeps at most {limits.ViewsPerPerson} views.").Problem())
            .WithName($"AddView-{list.Name}").WithSummary("Saves a view");
        views.MapPut("/{id}", async Task<Results<NoContent, ProblemHttpResult>> (string id, SavedViewBody body, AccessDatabase database, Caller caller, CancellationToken cancellation) =>
                Wrong(body, limits) is { } fault ? fault.Problem()
                : await ChangeAsync(database, list.Name, id, body, caller, cancellation) ? TypedResults.NoContent() : ListFault.NotFound.Problem())
            .WithName($"ChangeView-{list.Name}").WithSummary("Changes one's own view");
        views.MapDelete("/{id}", async Task<Results<NoContent, ProblemHttpResult>> (string id, AccessDatabase database, Caller caller, CancellationToken cancellation) =>
                await RemoveAsync(database, list.Name, id, caller, cancellation) ? TypedResults.NoContent() : ListFault.NotFound.Problem())
            .WithName($"RemoveView-{list.Name}").WithSummary("Removes one's own view");
    }

    private static ListFault? Wrong(SavedViewBody body, ListLimits limits) =>
        body.Name is not { Length: > 0 and <= MostName } || body.State.ValueKind != JsonValueKind.Object || body.State.GetRawText().Length > limits.ViewCharacters
            ? new ListFault("view-wrong", $"A view has a name of up to {MostName} characters and a state that is an object.")
            : null;

    private static async Task<IReadOnlyList<SavedView>> ListAsync(AccessDatabase database, string list, Caller caller, CancellationToken cancellation) =>
        await database.ReadAsync(session => session.QueryAsync(
            "SELECT id, name, shared, person, state FROM access.list_view WHERE list = @list AND (person = @person OR shared = 1) ORDER BY name, id",
            r => new SavedView(r.GetString(0), r.GetString(1), r.GetInt64(2) == 1, r.GetString(3) == JobStore.OwnerOf(caller), Json(r.GetString(4))),
            ("list", list), ("person", JobStore.OwnerOf(caller))), cancellation);

    private static Task<SavedView?> AddAsync(AccessDatabase database, string list, SavedViewBody body, Caller caller, ListLimits limits, CancellationToken cancellation) =>
        database.WriteAsync<SavedView?>(async session =>
        {
            var kept = (await session.QueryAsync("SELECT count(*) FROM access.list_view WHERE person = @person", r => r.GetInt64(0), ("person", JobStore.OwnerOf(caller))))[0];
            if (kept >= limits.ViewsPerPerson)
            {
                return null;
            }

            var id = Guid.NewGuid().ToString("N");
            await session.ExecuteAsync("INSERT INTO access.list_view (id, list, person, name, shared, state) VALUES (@id, @list, @person, @name, @shared, @state)",
                ("id", id), ("list", list), ("person", JobStore.OwnerOf(caller)), ("name", body.Name), ("shared", body.Shared ? 1 : 0), ("state", body.State.GetRawText()));
            return new SavedView(id, body.Name, body.Shared, Mine: true, body.State);
        }, cancellation);

    private static async Task<bool> ChangeAsync(AccessDatabase database, string list, string id, SavedViewBody body, Caller caller, CancellationToken cancellation) =>
        await database.WriteAsync(session => session.ExecuteAsync(
            "UPDATE access.list_view SET name = @name, shared = @shared, state = @state WHERE id = @id AND list = @list AND person = @person",
            ("id", id), ("list", list), ("person", JobStore.OwnerOf(caller)), ("name", body.Name), ("shared", body.Shared ? 1 : 0), ("state", body.State.GetRawText())), cancellation) == 1;

    private static async Task<bool> RemoveAsync(AccessDatabase database, string list, string id, Caller caller, CancellationToken cancellation) =>
        await database.WriteAsync(session => session.ExecuteAsync(
            "DELETE FROM access.list_view WHERE id = @id AND list = @list AND person = @person", ("id", id), ("list", list), ("person", JobStore.OwnerOf(caller))), cancellation) == 1;

    private static JsonElement Json(string text)
    {
        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }
}
