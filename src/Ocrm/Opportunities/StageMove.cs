using Granary.Kernel.Storage;

namespace Granary.Ocrm.Opportunities;

/// <summary>That an opportunity went from a stage to another.</summary>
/// <param name="Before">0 where it began.</param>
/// <param name="At">Milliseconds since 1970 UTC.</param>
/// <param name="Reason">A lost reason's code; of the first one, the code of the problem for which it has no product, which the remark names.</param>
/// <param name="Chance">What somebody had set before, in percent; -1: that of the stage.</param>
internal sealed record StageMove(long Opportunity, long Before, long After, string Person, long At, string Reason, string Remark, int Chance = -1)
{
    private static readonly Insert<StageMove> Rows = new("ocrm.opportunity_move", "",
        new("opportunity", ColumnType.Long, m => m.Opportunity),
        new("before", ColumnType.Long, m => m.Before),
        new("after", ColumnType.Long, m => m.After),
        new("person", ColumnType.Text, m => m.Person),
        new("at", ColumnType.Long, m => m.At),
        new("reason", ColumnType.Text, m => m.Reason),
        new("remark", ColumnType.Text, m => m.Remark),
        new("chance", ColumnType.Int, m => m.Chance));

    public static Task RecordAsync(Session session, params IReadOnlyList<StageMove> moves) => session.InsertAsync(Rows, moves);

    /// <summary>The newest first.</summary>
    public static Task<List<StageMove>> OfAsync(Session session, long opportunity, int most) => session.QueryAsync(
        $"SELECT m.opportunity, m.before, m.after, m.person, m.at, m.reason, m.remark, m.chance FROM ocrm.opportunity_move m WHERE m.opportunity = @id ORDER BY m.id DESC LIMIT {most}",
        r => new StageMove(r.GetInt64(0), r.GetInt64(1), r.GetInt64(2), r.GetString(3), r.GetInt64(4), r.GetString(5), r.GetString(6), r.GetInt32(7)), ("id", opportunity));

    /// <summary>As if the last one had not been; the audit still has it.</summary>
    public static Task TakeBackAsync(Session session, long opportunity) => session.ExecuteAsync(
        "DELETE FROM ocrm.opportunity_move WHERE id = (SELECT max(m.id) FROM ocrm.opportunity_move m WHERE m.opportunity = @id)", ("id", opportunity));
}
