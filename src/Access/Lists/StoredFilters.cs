using Granary.Access.Contracts;

namespace Granary.Access.Lists;

/// <summary>
/// Puts what stored filters stand for in the place of the conditions that name them. Each is read as if its user had typed it, so what
/// is hidden from them or masked is not asked through somebody else's filter either.
/// </summary>
internal sealed class StoredFilters(ListSource source, Caller caller, ListLimits limits)
{
    private int _found;

    public Task<Read<Filter>> ResolveAsync(Filter filter, CancellationToken cancellation) => ResolveAsync(filter, 0, cancellation);

    private async Task<Read<Filter>> ResolveAsync(Filter filter, int depth, CancellationToken cancellation)
    {
        switch (filter)
        {
            case Filter.Group group:
                var parts = await PartsAsync(group.Parts, depth, cancellation);
                return parts.Fault is { } wrong ? wrong : new Filter.Group(group.All, parts.Value!);
            case Filter.Not not:
                var part = await ResolveAsync(not.Part, depth, cancellation);
                return part.Fault is { } fault ? fault : new Filter.Not(part.Value!);
            case Filter.Condition condition when source.Stored.TryGetValue(condition.Column.Name, out var find):
                return await StandsForAsync(condition, find, depth, cancellation);
            default:
                return filter;
        }
    }

    private async Task<Read<Filter>> StandsForAsync(
        Filter.Condition condition, Func<string, Caller, CancellationToken, Task<StoredFilter?>> find, int depth, CancellationToken cancellation)
    {
        if (depth >= limits.StoredDepth)
        {
            return ListFault.TooDeep;
        }

        var any = new List<Filter>();
        foreach (var value in condition.Values)
        {
            if (++_found > limits.StoredFilters)
            {
                return ListFault.TooLarge;
            }

            if (await find((string)value, caller, cancellation) is not { } stored)
            {
                return ListFault.WrongValue(condition.Column.Name);
            }

            if (stored.Sql is { } sql)
            {
                any.Add(new Filter.Sql(sql));
                continue;
            }

            var read = new FilterReader(source.List, caller, limits, source.Today).Read(stored.Json!.Value);
            read = read.Value is { } filter ? await ResolveAsync(filter, depth + 1, cancellation) : read;
            if (read.Fault is { } fault)
            {
                return fault;
            }

            any.Add(read.Value!);
        }

        var found = any is [var only] ? only : new Filter.Group(All: false, any);
        return condition.Op == FilterOp.Ne ? new Filter.Not(found) : found;
    }

    private async Task<Read<IReadOnlyList<Filter>>> PartsAsync(IReadOnlyList<Filter> parts, int depth, CancellationToken cancellation)
    {
        var resolved = new List<Filter>();
        foreach (var part in parts)
        {
            var read = await ResolveAsync(part, depth, cancellation);
            if (read.Fault is { } fault)
            {
                return fault;
            }

            resolved.Add(read.Value!);
        }

        return resolved;
    }
}
