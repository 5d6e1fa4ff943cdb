using Granary.Kernel.Storage;

namespace Granary.Ocrm.Customers;

/// <summary>A table whose rows are customers' and stay with the right one through merges and splits; it has id, party_id, recorded_for and entity.</summary>
/// <param name="Table">With its schema, "ocrm.task".</param>
/// <param name="What">As the review list names one of its rows.</param>
/// <param name="At">The column that says when a row was written, in milliseconds since 1970 UTC.</param>
/// <param name="UniqueBy">Columns of which the customer has each combination once; of two that meet in a merge the heir's own stays. None: no such key.</param>
internal sealed record PartyRows(string Table, string What, string At = "at", params string[] UniqueBy)
{
    /// <summary>Which rows (t) of the table these are.</summary>
    public string Only { get; init; } = "1 = 1";

    /// <summary>Of which rows (t) a person is asked where a split leaves them ambiguous; all others stay where they are.</summary>
    public string Asked { get; init; } = "1 = 1";

    /// <summary>The column by which activities refer to a row (<see cref="Activities.Activity.Ref"/>); they go where it goes.</summary>
    public string RefBy { get; init; } = "id";

    /// <summary>Of two rows that meet in a merge: what is done about them in place of taking the merged one's away. Session, the merged party, its heir, and when.</summary>
    public Func<Session, long, long, long, Task>? MeetAsync { get; init; }
}
