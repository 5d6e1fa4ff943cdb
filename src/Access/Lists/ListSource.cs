using System.Data.Common;
using System.Globalization;
using Granary.Access.Contracts;
using Granary.Kernel.Storage;

namespace Granary.Access.Lists;

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

    /// <summary>What a statement finds in every part.</summary>
    internal Task<List<T>[]> ReadAsync<T>(Statement statement, Func<DbDataReader, T> read, CancellationToken cancellation) =>
        Task.WhenAll(Databases.Select((database, part) => database.ReadAsync(
            session => session.QueryAsync(
                statement.Sql.Replace("{schema}", database.Schema, StringComparison.Ordinal).Replace("{part}", part.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal),
                read, statement.Parameters),
            cancellation)));
}
