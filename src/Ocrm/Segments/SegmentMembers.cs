using Granary.Access.Lists;
using Granary.Kernel.Storage;
using Granary.Ocrm.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Granary.Ocrm.Segments;

/// <summary>The list's actions "join" and "leave": rows into a static segment of one's own, and out of it.</summary>
internal static class SegmentMembers
{
    public static Task<ActionResult> JoinAsync(ActionContext context, CancellationToken cancellation) => RunAsync(context, on: true, cancellation);

    public static Task<ActionResult> LeaveAsync(ActionContext context, CancellationToken cancellation) => RunAsync(context, on: false, cancellation);

    private static async Task<ActionResult> RunAsync(ActionContext context, bool on, CancellationToken cancellation) =>
        await context.Services.GetRequiredService<OcrmDatabase>().WriteAsync(async session =>
        {
            if (await Segment.FindAsync(session, context.Caller, context.Arguments.GetValueOrDefault("segment") ?? "") is not { Kind: Segment.Static or Segment.File } segment || segment.Person != context.Caller.PersonId)
            {
                return new ActionResult(0, ["segment-not-static"]);
            }

            var rows = await session.QueryAsync(
                $"""
                SELECT c.party_id, c.entity FROM ocrm.customer c WHERE c.id IN (SELECT k.id FROM {"{rows}"})
                  AND {(on ? "NOT " : "")}EXISTS (SELECT 1 FROM ocrm.segment_member m WHERE m.party_id = c.party_id AND m.entity = c.entity AND m.segment_id = @segment)
                """,
                RowSet.Of("id", context.Keys), r => (Party: r.GetInt64(0), Entity: r.GetString(1)), ("segment", segment.Id));
            if (!context.Preview && on)
            {
                await AddAsync(session, segment.Id, rows, context.Services.GetRequiredService<TimeProvider>().GetUtcNow().ToUnixTimeMilliseconds());
            }
            else if (!context.Preview)
            {
                await session.ExecuteAsync(
                    "DELETE FROM ocrm.segment_member AS m WHERE m.segment_id = @segment AND EXISTS (SELECT 1 FROM {rows} WHERE k.party = m.party_id AND k.entity = m.entity)",
                    RowSet.Of("party", "entity", rows), ("segment", segment.Id));
            }

            return new ActionResult(rows.Count, []);
        }, cancellation);

    public static Task AddAsync(Session session, long segment, IReadOnlyList<(long Party, string Entity)> members, long at) => session.InsertAsync(
        new Insert<(long Party, string Entity)>("ocrm.segment_member", "ON CONFLICT (party_id, entity, segment_id) DO NOTHING",
            new("segment_id", ColumnType.Long, _ => segment), new("party_id", ColumnType.Long, m => m.Party), new("recorded_for", ColumnType.Long, m => m.Party),
            new("entity", ColumnType.Text, m => m.Entity), new("at", ColumnType.Long, _ => at)), members);
}
