using System.Data.Common;
using System.Text.Json;
using System.Text.Json.Serialization;
using Granary.Access.Contracts;

namespace Granary.Access.Lists;

/// <summary>An order as a request has it.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record SortBody(string Column, bool Descending = false);

/// <summary>A row as it is stored: key, version, the sort's values, and the cells in the query's order of columns.</summary>
internal sealed record StoredRow(long Key, long Version, IReadOnlyList<object> Sort, IReadOnlyList<object> Cells);

/// <summary>Turns requests into queries, and runs them.</summary>
internal static class ListReading
{
    /// <summary>Checks a request against what its caller may see.</summary>
    /// <param name="permissions">Rows must be in sight under every one of them.</param>
    /// <param name="columns">Null: the columns that are shown by default.</param>
    /// <param name="today">What days relative to today are counted from.</param>
    public static Read<ListQuery> Query(
        ListDefinition list, Caller caller, ListLimits limits, IReadOnlyList<string> permissions, JsonElement? filter, IReadOnlyList<SortBody>? sort, IReadOnlyList<string>? columns,
        DateOnly today = default)
    {
        var shown = new List<ListColumn>();
        foreach (var name in columns ?? [.. list.Columns.Where(c => c is { Default: true, FilterOnly: false } && FieldRules.Shows(c, caller)).Select(c => c.Name)])
        {
            if (name is null || list.Column(name) is not { FilterOnly: false } column || !FieldRules.Shows(column, caller))
            {
                return ListFault.NoColumn(name ?? "");
            }

            if (!shown.Contains(column))
            {
                shown.Add(column);
            }
        }

        var order = sort is { Count: > 0 } ? sort.Select(s => new ListSort(s.Column, s.Descending)).ToArray() : [.. list.DefaultSort];
        if (order.Length > limits.SortColumns || order.DistinctBy(o => o.Column).Count() < order.Length)
        {
            return ListFault.NoSort(order[^1].Column);
        }

        if (order.FirstOrDefault(o => list.Column(o.Column) is not { } column || !FieldRules.Sorts(column, caller)) is { } wrong)
        {
            return ListFault.NoSort(wrong.Column);
        }

        var read = filter is { ValueKind: not (JsonValueKind.Null or JsonValueKind.Undefined) } json ? new FilterReader(list, caller, limits, today).Read(json) : default;
        return read.Fault is { } fault
            ? fault
            : new ListQuery(list, [.. permissions.Distinct().Select(caller.SightOf)], shown, order, read.Value);
    }

    /// <summary>The same with the sights as they are meant on the list, and with what stored filters stand for.</summary>
    public static async Task<Read<ListQuery>> QueryAsync(
        ListSource source, Caller caller, ListLimits limits, IReadOnlyList<string> permissions, JsonElement? filter, IReadOnlyList<SortBody>? sort, IReadOnlyList<string>? columns,
        CancellationToken cancellation)
    {
        var read = Query(source.List, caller, limits, permissions, filter, sort, columns, source.Today);
        if (read.Value is not { } query)
        {
            return read;
        }

        if (query.Filter is { } asked && source.Stored.Count > 0)
        {
            var resolved = await new StoredFilters(source, caller, limits).ResolveAsync(asked, cancellation);
            if (resolved.Fault is { } fault)
            {
                return fault;
            }

            query = query with { Filter = resolved.Value };
        }

        if (source.List.Within is { } within)
        {
            var seen = new Filter.Sql(sql => within(caller, sql));
            query = query with { Filter = query.Filter is { } further ? new Filter.Group(All: true, [seen, further]) : seen };
        }

        return source.SightOn is { } meant ? query with { Sights = await Task.WhenAll(query.Sights.Select(s => meant(s, cancellation))) } : query;
    }

    /// <summary>How many rows there are, and the sum of each column.</summary>
    public static async Task<IReadOnlyList<long>> SumsAsync(ListSource source, ListQuery query, IReadOnlyList<ListColumn> columns, CancellationToken cancellation)
    {
        var parts = await source.ReadAsync(ListSql.Sums(query, columns), r => Enumerable.Range(0, columns.Count + 1).Select(r.GetInt64).ToArray(), cancellation);
        return [.. Enumerable.Range(0, columns.Count + 1).Select(i => parts.SelectMany(p => p).Sum(row => row[i]))];
    }

    public static async Task<List<StoredRow>> PageAsync(ListSource source, ListQuery query, ListLimits limits, Cursor? position, bool backwards, int limit, CancellationToken cancellation)
    {
        var parts = await source.ReadAsync(ListSql.Page(query, limits, position, backwards, limit), r => Stored(r, query), cancellation);
        // The page's rows are among the first of every part, so that many of each are enough.
        return parts is [var only] ? only : [.. parts.SelectMany(rows => rows).Order(InOrder(query, backwards)).Take(limit)];
    }

    public static async Task<long> CountAsync(ListSource source, ListQuery query, int? cap, CancellationToken cancellation) =>
        (await source.ReadAsync(ListSql.Count(query, cap), r => r.GetInt64(0), cancellation)).Sum(part => part[0]);

    public static async Task<List<(long Key, long Version)>> KeysAsync(ListSource source, ListQuery query, IReadOnlyList<long>? among, int limit, CancellationToken cancellation) =>
        [.. (await source.ReadAsync(ListSql.Keys(query, among, limit), r => (r.GetInt64(0), r.GetInt64(1)), cancellation)).SelectMany(part => part).Take(limit)];

    /// <summary>The order of <see cref="ListSql.Page"/> over rows of several parts, all of whose sorts are whole numbers.</summary>
    private static Comparer<StoredRow> InOrder(ListQuery query, bool backwards) => Comparer<StoredRow>.Create((a, b) =>
    {
        var order = 0;
        for (var i = 0; order == 0 && i < query.Sort.Count; i++)
        {
            order = Turned(((long)a.Sort[i]).CompareTo((long)b.Sort[i]), query.Sort[i].Descending != backwards);
        }

        return order != 0 ? order : Turned(a.Key.CompareTo(b.Key), (query.Sort.Count > 0 && query.Sort[^1].Descending) != backwards);
    });

    private static int Turned(int order, bool descending) => descending ? -order : order;

    private static StoredRow Stored(DbDataReader r, ListQuery query)
    {
        const int fixedFields = 2;
        var sort = query.Sort.Select((s, i) => Value(r, fixedFields + i, query.List.Column(s.Column)!.IsText)).ToArray();
        var cells = query.Columns.Select((c, i) => Value(r, fixedFields + sort.Length + i, c.IsText)).ToArray();
        return new StoredRow(r.GetInt64(0), r.GetInt64(1), sort, cells);
    }

    private static object Value(DbDataReader r, int index, bool isText) => isText ? r.GetString(index) : r.GetInt64(index);
}
