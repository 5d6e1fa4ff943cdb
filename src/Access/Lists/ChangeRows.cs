using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Granary.Access.Contracts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Granary.Access.Lists;

/// <param name="Ids">A selection; null: all that the filter finds.</param>
/// <param name="Preview">Says what would come of it, and does nothing.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record ActionBody(IReadOnlyList<string>? Ids, JsonElement? Filter, bool Preview, IReadOnlyDictionary<string, string>? Arguments);

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record EditBody(long Version, IReadOnlyDictionary<string, string?>? Cells);

public sealed record EditView(long Version);

/// <summary>POST /api/lists/{list}/actions/{action} and PATCH /api/lists/{list}/rows/{id}: only on rows that list and action both let the caller see.</summary>
internal static class ChangeRows
{
    public static void Map(IEndpointRouteBuilder routes, ListSource source, ListLimits limits)
    {
        foreach (var action in source.List.Actions)
        {
            routes.MapPost($"/lists/{source.List.Name}/actions/{action.Name}",
                    async Task<Results<Ok<ActionResult>, ProblemHttpResult>> (ActionBody body, Caller caller, IServiceProvider services, CancellationToken cancellation) =>
                    {
                        var keys = await KeysAsync(source, action, limits, caller, body, cancellation);
                        return keys.Fault is { } fault
                            ? fault.Problem()
                            : TypedResults.Ok(await action.RunAsync(new ActionContext(caller, services, keys.Value!, body.Arguments ?? new Dictionary<string, string>(), body.Preview), cancellation));
                    })
                .Requires(action.Permission).WithName($"RunAction-{source.List.Name}-{action.Name}").WithSummary("An action on a selection or on all results");
        }

        if (source.List.Edit is { } edit)
        {
            routes.MapPatch($"/lists/{source.List.Name}/rows/{{id}}",
                    (string id, EditBody body, Caller caller, IServiceProvider services, CancellationToken cancellation) => EditAsync(source, edit, limits, id, body, caller, services, cancellation))
                .Requires(edit.Permission).WithName($"EditRow-{source.List.Name}").WithSummary("Cells of one row, if it has not changed meanwhile");
        }
    }

    private static async Task<Read<long[]>> KeysAsync(ListSource source, ListAction action, ListLimits limits, Caller caller, ActionBody body, CancellationToken cancellation)
    {
        var read = await ListReading.QueryAsync(source, caller, limits, [source.List.Permission, action.Permission], body.Ids is null ? body.Filter : null, null, [], cancellation);
        if (read.Fault is { } fault)
        {
            return fault;
        }

        long[]? among = null;
        if (body.Ids is { } ids)
        {
            among = [.. ids.Select(i => long.TryParse(i, NumberStyles.None, CultureInfo.InvariantCulture, out var key) ? key : -1).Distinct()];
            if (among.Length > limits.PageRows)
            {
                return new ListFault("list-too-many-ids", "So many rows are not chosen one by one: give the filter that finds them.");
            }
        }

        var keys = await ListReading.KeysAsync(source, read.Value!, among, limits.ActionRows + 1, cancellation);
        return keys.Count > limits.ActionRows
            ? new ListFault("list-too-many-rows", $"One action changes at most {limits.ActionRows} rows.")
            : keys.Select(k => k.Key).ToArray();
    }

    private static async Task<Results<Ok<EditView>, ProblemHttpResult>> EditAsync(
        ListSource source, ListEdit edit, ListLimits limits, string id, EditBody body, Caller caller, IServiceProvider services, CancellationToken cancellation)
    {
        if (body.Cells is not { Count: > 0 } typed || typed.Values.Any(v => v is null))
        {
            return new ListFault("edit-empty", "Which cells? Each needs a text, if an empty one.").Problem();
        }

        if (typed.Keys.FirstOrDefault(c => !edit.Columns.Contains(c) || !FieldRules.Shows(source.List.Column(c)!, caller)) is { } wrong)
        {
            return ListFault.NoColumn(wrong).Problem();
        }

        var query = (await ListReading.QueryAsync(source, caller, limits, [source.List.Permission, edit.Permission], null, null, edit.Columns, cancellation)).Value!;
        if (!long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var key)
            || await ListReading.KeysAsync(source, query, [key], 1, cancellation) is not [_])
        {
            return ListFault.NotFound.Problem();
        }

        var result = await edit.RunAsync(new EditContext(caller, services, key, body.Version, typed.ToDictionary(c => c.Key, c => c.Value!, StringComparer.Ordinal)), cancellation);
        if (result.Problem is { } problem)
        {
            return new ListFault(problem, "What was typed cannot be.").Problem();
        }

        if (result.Version is { } version)
        {
            return TypedResults.Ok(new EditView(version));
        }

        var current = await ListReading.KeysAsync(source, query, [key], 1, cancellation);
        return new ListFault("changed-meanwhile", "Somebody changed the row meanwhile.", StatusCodes.Status409Conflict)
            .Problem(new { version = current.Count == 1 ? current[0].Version : (long?)null });
    }
}
