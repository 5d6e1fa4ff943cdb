using Granary.Kernel.Storage;

namespace Granary.Ocrm.Opportunities;

/// <summary>That an opportunity went from a stage to another.</summary>
/// <param name="Before">0 where it began.</param>
/// <param name="At">Milliseconds since 1970 UTC.</param>
internal sealed record StageMove(long Opportunity, long Before, long After, string Person, long At, string Reason, string Remark)
{
    private static readonly Insert<StageMove> Rows = new("ocrm.opportunity_move", "",
        new("opportunity", ColumnType.Long, m => m.Opportunity),
        new("before", ColumnType.Long, m => m.Before),
        new("after", ColumnType.Long, m => m.After),
        new("person", ColumnType.Text, m => m.Person),
        new("at", ColumnType.Long, m => m.At),
        new("reason", ColumnType.Text, m => m.Reason),
        new("remark", ColumnType.Text, m => m.Remark));

    public static Task RecordAsync(Session session, params IReadOnlyList<StageMove> moves) => session.InsertAsync(Rows, moves);
}
