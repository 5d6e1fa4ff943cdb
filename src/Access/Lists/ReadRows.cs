using System.Text.Json;
using System.Text.Json.Serialization;
using Granary.Access.Contracts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Granary.Access.Lists;

/// <param name="After">A position: the rows behind it.</param>
/// <param name="Before">A position: the rows that lead up to it.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record RowsBody(JsonElement? Filter, IReadOnlyList<SortBody>? Sort, IReadOnlyList<string>? Columns, string? After, string? Before, int? Limit);

/// <param name="Cells">Column → value, masked where the caller sees its class masked.</param>
public sealed record RowView(string Id, long? Version, IReadOnlyDictionary<string, object?> Cells);

/// <param name="Next">The position of the last row, where there are more behind it.</param>
/// <param name="Names">Column → code → name, for the codes in these rows that have one.</param>
public sealed record RowsView(IReadOnlyList<RowView> Rows, string? Next, string? Previous, IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Names);

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record CountBody(JsonElement? Filter, bool Exact = false);

/// <param name="Capped">There are more than that.</param>
public sealed record CountView(long Count, bool Capped);

public sealed record SumsBody(JsonElement? Filter);

/// <param name="Sums">Column → sum over all rows that were found, money in cents; without those columns that the caller does not see in clear.</param>
public sealed record SumsView(long Count, IReadOnlyDictionary<string, long> Sums);

/// <summary>POST /api/lists/{list}/rows, /count and, of a list that has some, /sums. POST, since a filter can hold what must not stand in a log of addresses.</summary>
internal static class ReadRows
{
    public static void Map(IEndpointRouteBuilder routes, ListSource source, ListLimits limits)
    {
        routes.MapPost($"/lists/{source.List.Name}/rows", async Task<Results<Ok<RowsView>, ProblemHttpResult>> (RowsBody body, Caller caller, IServiceProvider services, CancellationToken cancellation) =>
            {
                var rows = await ReadAsync(source, limits, caller, body, cancellation);
                return rows.Fault is { } fault ? fault.Problem() : TypedResults.Ok(rows.Value! with { Names = await NamesAsync(source.List, rows.Value.Rows, services, cancellation) });
            })
            .Requires(source.List.Permission).WithName($"ReadRows-{source.List.Name}").WithSummary("A page of a list");
        routes.MapPost($"/lists/{source.List.Name}/count", async Task<Results<Ok<CountView>, ProblemHttpResult>> (CountBody body, Caller caller, CancellationToken cancellation) =>
            {
                var count = await CountAsync(source, limits, caller, body, cancellation);
                return count.Fault is { } fault ? fault.Problem() : TypedResults.Ok(count.Value);
            })
            .Requires(source.List.Permission).WithName($"CountRows-{source.List.Name}").WithSummary("How many rows, capped unless asked exactly");
        if (source.List.Sums.Count > 0)
        {
            routes.MapPost($"/lists/{source.List.Name}/sums", async Task<Results<Ok<SumsView>, ProblemHttpResult>> (SumsBody body, Caller caller, CancellationToken cancellation) =>
                {
                    var sums = await SumsAsync(source, limits, caller, body, cancellation);
                    return sums.Fault is { } fault ? fault.Problem() : TypedResults.Ok(sums.Value!);
                })
                .Requires(source.List.Permission).WithName($"SumRows-{source.List.Name}").WithSummary("What all rows that a filter finds come to");
        }
    }

    public static async Task<Read<RowsView>> ReadAsync(ListSource source, ListLimits limits, Caller caller, RowsBody body, CancellationToken cancellation)
    {
        var read = await ListReading.QueryAsync(source, caller, limits, [source.List.Permission], body.Filter, body.Sort, body.Columns, cancellation);
        if (read.Fault is { } fault)
        {
            return fault;
        }

        var query = read.Value!;
        var backwards = body.Before is not null;
        Cursor? position = null;
        if ((body.Before ?? body.After) is { } text)
        {
            var cursor = Cursor.Read(text, source.List, query.Sort);
            if (cursor.Fault is not null || (body.Before is not null && body.After is not null))
            {
                return ListFault.WrongCursor;
            }

            position = cursor.Value;
        }

        var limit = Math.Clamp(body.Limit ?? limits.DefaultPageRows, 1, limits.PageRows);
        var found = await ListReading.PageAsync(source, query, limits, position, backwards, limit + 1, cancellation);
        var more = found.Count > limit;
        var rows = found.Take(limit).ToList();
        if (backwards)
        {
            rows.Reverse();
        }

        string At(StoredRow row) => new Cursor(row.Sort, row.Key).Write(query.Sort);
        var behind = backwards || more;
        var before = backwards ? more : position is not null;
        return new RowsView([.. rows.Select(r => View(r, query, caller))], rows.Count > 0 && behind ? At(rows[^1]) : null, rows.Count > 0 && before ? At(rows[0]) : null, NoNames);
    }

    private static readonly Dictionary<string, IReadOnlyDictionary<string, string>> NoNames = [];

    private static async Task<IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>>> NamesAsync(
        ListDefinition list, IReadOnlyList<RowView> rows, IServiceProvider services, CancellationToken cancellation)
    {
        var names = new Dictionary<string, IReadOnlyDictionary<string, string>>();
        foreach (var column in list.Columns.Where(c => c.Names is not null))
        {
            var codes = rows.SelectMany(r => FieldRules.Codes(r.Cells.GetValueOrDefault(column.Name))).Distinct().ToList();
            if (codes.Count > 0)
            {
                names.Add(column.Name, await column.Names!(services, codes, cancellation));
            }
        }

        return names;
    }

    public static async Task<Read<CountView>> CountAsync(ListSource source, ListLimits limits, Caller caller, CountBody body, CancellationToken cancellation)
    {
        var read = await ListReading.QueryAsync(source, caller, limits, [source.List.Permission], body.Filter, null, [], cancellation);
        if (read.Fault is { } fault)
        {
            return fault;
        }

        var cap = body.Exact ? (int?)null : limits.CountCap;
        var count = await ListReading.CountAsync(source, read.Value!, cap, cancellation);
        return cap < count ? new CountView(cap.Value, Capped: true) : new CountView(count, Capped: false);
    }

    private static async Task<Read<SumsView>> SumsAsync(ListSource source, ListLimits limits, Caller caller, SumsBody body, CancellationToken cancellation)
    {
        var read = await ListReading.QueryAsync(source, caller, limits, [source.List.Permission], body.Filter, null, [], cancellation);
        if (read.Fault is { } fault)
        {
            return fault;
        }

        var columns = source.List.Sums.Select(name => source.List.Column(name)!).Where(c => FieldRules.Shows(c, caller) && !FieldRules.IsMasked(c, caller)).ToList();
        var sums = await ListReading.SumsAsync(source, read.Value!, columns, cancellation);
        return new SumsView(sums[0], columns.Zip(sums.Skip(1)).ToDictionary(c => c.First.Name, c => c.Second, StringComparer.Ordinal));
    }

    private static RowView View(StoredRow row, ListQuery query, Caller caller) => new(
        row.Key.ToString(System.Globalization.CultureInfo.InvariantCulture),
        query.List.Version is null ? null : row.Version,
        query.Columns.Zip(row.Cells).ToDictionary(c => c.First.Name, c => FieldRules.Cell(c.First, c.Second, FieldRules.IsMasked(c.First, caller))));
}
