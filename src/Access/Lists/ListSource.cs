using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Granary.Access.Contracts;
using Granary.Access.Rights;
using Granary.Kernel;
using Granary.Kernel.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Granary.Access.Lists;

/// <summary>What one value of a filter stands for: another filter in the same language, or a condition of the module's own.</summary>
public sealed record StoredFilter
{
    private StoredFilter()
    {
    }

    internal JsonElement? Json { get; private init; }

    internal Func<SqlText, string>? Sql { get; private init; }

    /// <summary>Checked, when it is used, against what its user may see.</summary>
    public static StoredFilter Of(JsonElement filter) => new() { Json = filter };

    public static StoredFilter Of(Func<SqlText, string> sql) => new() { Sql = sql };
}

/// <summary>
/// A list with the database that holds it, or with several, each of which holds a part of it under the same names of tables.
/// Each module registers its own. In the declaration's SQL {schema} stands for the part's schema and {part} for its number.
/// </summary>
public sealed record ListSource
{
    /// <exception cref="ArgumentException">There is no database, or a list in several has an order by text: each engine and locale has its own, so parts could not be merged.</exception>
    public ListSource(ListDefinition list, params IReadOnlyList<Database> databases)
    {
        if (databases.Count == 0 || (databases.Count > 1 && list.Columns.Any(c => c is { IsText: true, SortBy: not null })))
        {
            throw new ArgumentException($"The list {list.Name} cannot be read from {databases.Count} databases.", nameof(databases));
        }

        (List, Databases) = (list, databases);
    }

    public ListDefinition List { get; }

    public IReadOnlyList<Database> Databases { get; }

    /// <summary>What a sight means where rows do not carry the organisation's codes themselves; null: what it says.</summary>
    public Func<Sight, CancellationToken, Task<Sight>>? SightOn { get; init; }

    /// <summary>Column → what its value stands for: a filter that somebody stored, or null where the caller has no such.</summary>
    public IReadOnlyDictionary<string, Func<string, Caller, CancellationToken, Task<StoredFilter?>>> Stored { get; init; } =
        new Dictionary<string, Func<string, Caller, CancellationToken, Task<StoredFilter?>>>();

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>The bank's day.</summary>
    internal DateOnly Today => BankTime.Day(Clock.GetUtcNow().ToUnixTimeMilliseconds());

    /// <summary>What is wrong with a filter that its author wants to store; null where nothing is.</summary>
    public async Task<ProblemHttpResult?> WrongAsync(JsonElement filter, Caller caller, ListLimits limits, CancellationToken cancellation) =>
        (await ListReading.QueryAsync(this, caller, limits, [List.Permission], filter, null, [], cancellation)).Fault?.Problem();

    /// <summary>Keys of the rows that a filter finds in somebody's sight, in order, for work that goes through them a batch at a time.</summary>
    /// <param name="after">Keys behind this one.</param>
    /// <param name="among">Only of these; null: of all.</param>
    /// <returns>Nothing but the problem where the filter cannot be used (any more): a stored filter is gone, a column out of sight.</returns>
    public async Task<(IReadOnlyList<long> Keys, ProblemHttpResult? Problem)> KeysAsync(
        JsonElement filter, Caller caller, ListLimits limits, long after, IReadOnlyList<long>? among, int most, CancellationToken cancellation)
    {
        var read = await ListReading.QueryAsync(this, caller, limits, [List.Permission], filter, null, [], cancellation);
        if (read.Fault is { } fault)
        {
            return ([], fault.Problem());
        }

        var found = await ReadAsync(ListSql.Keys(read.Value!, among, most, after), r => r.GetInt64(0), cancellation);
        return ([.. found.SelectMany(part => part).Order().Take(most)], null);
    }

    /// <summary>A filter as a condition on the list's table, for a statement of the module's own; it says nothing of which rows are in sight.</summary>
    /// <returns>Null where the caller may not ask it.</returns>
    public async Task<string?> ConditionAsync(JsonElement filter, Caller caller, ListLimits limits, SqlText sql, CancellationToken cancellation) =>
        (await ListReading.QueryAsync(this, caller, limits, [List.Permission], filter, null, [], cancellation)).Value?.Filter is { } read ? ListSql.Condition(read, sql) : null;

    /// <summary>What a statement finds in every part.</summary>
    internal Task<List<T>[]> ReadAsync<T>(Statement statement, Func<DbDataReader, T> read, CancellationToken cancellation) =>
        Task.WhenAll(Databases.Select((database, part) => database.ReadAsync(
            session => session.QueryAsync(
                statement.Sql.Replace("{schema}", database.Schema, StringComparison.Ordinal).Replace("{part}", part.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal),
                read, statement.Parameters),
            cancellation)));
}
