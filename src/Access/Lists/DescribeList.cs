using Granary.Access.Contracts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Granary.Access.Lists;

/// <param name="Class">C1, C2, C3, or null.</param>
/// <param name="Filters">Operators that this caller may use.</param>
/// <param name="FilterOnly">There is nothing to show of it.</param>
public sealed record ColumnView(
    string Name, string Type, string? Class, bool Sortable, IReadOnlyList<string> Filters, IReadOnlyList<string>? Options, int? Width, bool Default, bool FilterOnly);

/// <param name="Edit">Columns that the caller may change in place; null for an action on rows.</param>
public sealed record ListActionView(string Name, IReadOnlyList<string>? Edit);

public sealed record ListView(string Name, IReadOnlyList<ColumnView> Columns, IReadOnlyList<SortBody> Sort, IReadOnlyList<ListActionView> Actions, bool Export);

/// <summary>GET /api/lists/{list}: what the caller can do with it. What is hidden from the caller is not mentioned.</summary>
internal static class DescribeList
{
    public static RouteHandlerBuilder Map(IEndpointRouteBuilder routes, ListDefinition list) =>
        routes.MapGet($"/lists/{list.Name}", (Caller caller) => TypedResults.Ok(Describe(list, caller)))
            .Requires(list.Permission).WithName($"DescribeList-{list.Name}").WithSummary("Columns, orders and actions of a list");

    public static ListView Describe(ListDefinition list, Caller caller) => new(
        list.Name,
        [.. list.Columns.Where(c => FieldRules.Shows(c, caller)).Select(c => new ColumnView(
            c.Name, FieldRules.WordOf(c.Kind), c.Class?.ToString(), FieldRules.Sorts(c, caller),
            [.. FilterReader.OpsOf(c, caller).Select(FieldRules.WordOf)], c.Options, c.Width, c.Default && !c.FilterOnly, c.FilterOnly))],
        [.. list.DefaultSort.Select(s => new SortBody(s.Column, s.Descending))],
        [
            .. list.Actions.Where(a => caller.May(a.Permission)).Select(a => new ListActionView(a.Name, null)),
            .. list.Edit is { } edit && caller.May(edit.Permission) ? [new ListActionView("edit", edit.Columns)] : Array.Empty<ListActionView>(),
        ],
        list.ExportPermission is { } export && caller.May(export));
}
