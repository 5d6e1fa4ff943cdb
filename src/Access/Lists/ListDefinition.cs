using Granary.Access.Contracts;

namespace Granary.Access.Lists;

/// <summary>What a column holds, and with it what a filter's value must look like.</summary>
public enum ColumnKind
{
    Text,

    /// <summary>One of a set of codes.</summary>
    Code,

    /// <summary>A whole number.</summary>
    Number,

    /// <summary>Cents in the database; yuan with two decimals outside.</summary>
    Money,

    /// <summary>A day as YYYY-MM-DD text.</summary>
    Date,

    /// <summary>Milliseconds since 1970 UTC; ISO 8601 outside.</summary>
    Time,

    /// <summary>0 or 1.</summary>
    Bool,
}

public enum FilterOp
{
    Eq,
    Ne,
    In,
    Contains,
    Starts,
    Gt,
    Gte,
    Lt,
    Lte,
    Between,
    Empty,
    NotEmpty,
}

/// <summary>
/// A list, declared once: rows, count, export and bulk actions are compiled from this, the caller's sight and a filter, and by nothing else.
/// </summary>
/// <param name="Name">As routes have it.</param>
/// <param name="Table">The table with its alias: "ocrm.customer c".</param>
/// <param name="Key">The SQL of a whole number that is unique in all parts; the tie-break of every order.</param>
/// <param name="Sight">The columns by which a row is seen.</param>
/// <param name="Permission">Asked for by every route of the list; its sight says which rows there are.</param>
/// <param name="Columns">In the order in which a page first shows them. None is ever NULL in the database: an empty text or 0 says that there is nothing.</param>
/// <param name="DefaultSort">Columns that everybody may sort by.</param>
public sealed record ListDefinition(
    string Name, string Table, string Key, SightColumns Sight, string Permission, IReadOnlyList<ListColumn> Columns, IReadOnlyList<ListSort> DefaultSort)
{
    /// <summary>The permission to take rows away as a file, or null: the list is not exported.</summary>
    public string? ExportPermission { get; init; }

    /// <summary>The SQL of a number that changes with the row, for inline edits and "changed meanwhile".</summary>
    public string? Version { get; init; }

    public IReadOnlyList<ListAction> Actions { get; init; } = [];

    public ListEdit? Edit { get; init; }

    /// <summary>A further condition under which a caller sees a row, beside the sight: where a row hangs on another that has a sight of its own.</summary>
    public Func<Caller, SqlText, string>? Within { get; init; }

    /// <summary>Columns of money or numbers that are added up over all that a filter finds.</summary>
    public IReadOnlyList<string> Sums { get; init; } = [];

    public ListColumn? Column(string name) => Columns.FirstOrDefault(c => c.Name == name);
}

/// <param name="Name">As requests have it.</param>
/// <param name="Sql">The expression that is shown, filtered and, where <see cref="SortBy"/> says so, sorted.</param>
/// <param name="Class">Class of data; null for what says nothing about anybody, which everybody sees.</param>
public sealed record ListColumn(string Name, ColumnKind Kind, string Sql, DataClass? Class = null)
{
    /// <summary>The expression to sort by, of the column's own type; null: no order that an index could follow.</summary>
    public string? SortBy { get; init; }

    public IReadOnlyList<FilterOp> Filters { get; init; } = Kind switch
    {
        ColumnKind.Text => [FilterOp.Eq, FilterOp.Ne, FilterOp.In, FilterOp.Contains, FilterOp.Starts, FilterOp.Empty, FilterOp.NotEmpty],
        ColumnKind.Code => [FilterOp.Eq, FilterOp.Ne, FilterOp.In, FilterOp.Empty, FilterOp.NotEmpty],
        ColumnKind.Bool => [FilterOp.Eq],
        ColumnKind.Time => [FilterOp.Gt, FilterOp.Gte, FilterOp.Lt, FilterOp.Lte, FilterOp.Between, FilterOp.Empty, FilterOp.NotEmpty],
        _ => [FilterOp.Eq, FilterOp.Gt, FilterOp.Gte, FilterOp.Lt, FilterOp.Lte, FilterOp.Between, FilterOp.Empty, FilterOp.NotEmpty],
    };

    /// <summary>The text as a caller sees it who sees this class masked. Without one such a caller does not see the column.</summary>
    public Func<string, string>? Mask { get; init; }

    /// <summary>
    /// A condition that an index serves and that every row fulfils which fulfils the operator with the text; null where there is none.
    /// It stands beside the operator's own condition, so it decides how fast, never which rows.
    /// </summary>
    public Func<FilterOp, string, SqlText, string?>? Narrow { get; init; }

    /// <summary>A condition in place of the operator's own, where what is asked for is no value of the row: whether it has a tag. Null: the operator's own.</summary>
    public Func<FilterOp, IReadOnlyList<object>, SqlText, string?>? Where { get; init; }

    /// <summary>There is nothing to show of it: rows are only found by it.</summary>
    public bool FilterOnly { get; init; }

    /// <summary>Several codes in one text, joined by commas; "equals" and "in" then ask whether one of them is.</summary>
    public bool Many { get; init; }

    /// <summary>The names of codes, for people: given beside the rows, and in place of the codes in a file.</summary>
    public Func<IServiceProvider, IReadOnlyCollection<string>, CancellationToken, Task<IReadOnlyDictionary<string, string>>>? Names { get; init; }

    /// <summary>The codes that there are, where they are few.</summary>
    public IReadOnlyList<string>? Options { get; init; }

    /// <summary>Shown until somebody chooses otherwise.</summary>
    public bool Default { get; init; } = true;

    /// <summary>Its heading in a file, in the language of the bank; pages have theirs in every language.</summary>
    public string? Title { get; init; }

    /// <summary>Pixels.</summary>
    public int? Width { get; init; }

    internal bool IsText => Kind is ColumnKind.Text or ColumnKind.Code or ColumnKind.Date;
}

/// <param name="Column">A column's name.</param>
public sealed record ListSort(string Column, bool Descending = false);

/// <summary>Something done to a selection or to all results.</summary>
/// <param name="RunAsync">Does it, or with <see cref="ActionContext.Preview"/> only says what would come of it.</param>
public sealed record ListAction(string Name, string Permission, Func<ActionContext, CancellationToken, Task<ActionResult>> RunAsync);

/// <param name="Keys">The rows, all of them within the caller's sight under the action's permission.</param>
/// <param name="Arguments">Name → text, as the page sent them.</param>
public sealed record ActionContext(Caller Caller, IServiceProvider Services, IReadOnlyList<long> Keys, IReadOnlyDictionary<string, string> Arguments, bool Preview);

/// <param name="Affected">Rows that are, or would be, changed.</param>
/// <param name="Problems">What is in the way, as codes; with any of them nothing is done.</param>
public sealed record ActionResult(int Affected, IReadOnlyList<string> Problems);

/// <summary>Cells that can be changed in place.</summary>
/// <param name="RunAsync">Changes one row in the caller's sight, if it still has the version.</param>
public sealed record ListEdit(string Permission, IReadOnlyList<string> Columns, Func<EditContext, CancellationToken, Task<EditResult>> RunAsync);

/// <param name="Cells">Column → text.</param>
public sealed record EditContext(Caller Caller, IServiceProvider Services, long Key, long Version, IReadOnlyDictionary<string, string> Cells);

/// <param name="Version">The row's new version; null where it had changed meanwhile.</param>
/// <param name="Problem">A code, where what was typed cannot be.</param>
public sealed record EditResult(long? Version, string? Problem = null);
