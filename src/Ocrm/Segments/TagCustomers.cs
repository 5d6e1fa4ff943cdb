using System.Globalization;
using Granary.Access.Contracts;
using Granary.Access.Lists;
using Granary.Kernel.Auditing;
using Granary.Kernel.Storage;
using Granary.Ocrm.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Granary.Ocrm.Segments;

/// <summary>The list's actions "tag" and "untag": a tag for all rows of its legal entity; others stay as they are.</summary>
internal static class TagCustomers
{
    private sealed record Row(long Party, string Entity, string Number);

    public static Task<ActionResult> TagAsync(ActionContext context, CancellationToken cancellation) => RunAsync(context, on: true, cancellation);

    public static Task<ActionResult> UntagAsync(ActionContext context, CancellationToken cancellation) => RunAsync(context, on: false, cancellation);

    private static async Task<ActionResult> RunAsync(ActionContext context, bool on, CancellationToken cancellation)
    {
        if (!long.TryParse(context.Arguments.GetValueOrDefault("tags"), NumberStyles.None, CultureInfo.InvariantCulture, out var tag))
        {
            return new ActionResult(0, ["tag-missing"]);
        }

        var entities = await Tags.EntitiesAsync(context.Caller, context.Services.GetRequiredService<IOrganisation>(), cancellation);
        return await context.Services.GetRequiredService<OcrmDatabase>().WriteAsync(async session =>
        {
            var known = await session.QueryAsync("SELECT t.entity, t.name FROM ocrm.tag t WHERE t.id = @tag", r => (Entity: r.GetString(0), Name: r.GetString(1)), ("tag", tag));
            if (known is not [var (entity, name)] || entities?.Contains(entity) == false)
            {
                return new ActionResult(0, ["tag-unknown"]);
            }

            var rows = await session.QueryAsync(
                $"""
                SELECT c.party_id, c.entity, c.number FROM ocrm.customer c WHERE c.id IN (SELECT k.id FROM {"{rows}"}) AND c.entity = @entity
                  AND {(on ? "NOT " : "")}EXISTS (SELECT 1 FROM ocrm.customer_tag t WHERE t.party_id = c.party_id AND t.entity = c.entity AND t.tag_id = @tag)
                """,
                RowSet.Of("id", context.Keys), r => new Row(r.GetInt64(0), r.GetString(1), r.GetString(2)), ("entity", entity), ("tag", tag));
            if (!context.Preview)
            {
                await WriteAsync(session, rows, tag, name, on, context.Caller, context.Services.GetRequiredService<TimeProvider>().GetUtcNow().ToUnixTimeMilliseconds());
            }

            return new ActionResult(rows.Count, []);
        }, cancellation);
    }

    private static async Task WriteAsync(Session session, List<Row> rows, long tag, string name, bool on, Caller caller, long at)
    {
        if (on)
        {
            await GiveAsync(session, [.. rows.Select(r => (r.Party, r.Entity))], tag, caller, at);
        }
        else
        {
            await session.ExecuteAsync(
                "DELETE FROM ocrm.customer_tag WHERE tag_id = @tag AND party_id IN (SELECT k.id FROM {rows})", RowSet.Of("id", [.. rows.Select(r => r.Party)]), ("tag", tag));
        }

        await AuditTrail.AppendAsync(session, "ocrm", at,
            [.. rows.Select(r => new AuditEntry(caller.UserName, caller.From, Permission.CustomersTag, $"{r.Number}/{r.Entity}", Before: on ? "" : name, After: on ? name : ""))]);
    }

    /// <summary>Who has it already keeps it as it is.</summary>
    public static Task GiveAsync(Session session, IReadOnlyList<(long Party, string Entity)> rows, long tag, Caller caller, long at) => session.InsertAsync(
        new Insert<(long Party, string Entity)>("ocrm.customer_tag", "ON CONFLICT (party_id, entity, tag_id) DO NOTHING",
            new("party_id", ColumnType.Long, r => r.Party), new("recorded_for", ColumnType.Long, r => r.Party), new("entity", ColumnType.Text, r => r.Entity),
            new("tag_id", ColumnType.Long, _ => tag), new("person", ColumnType.Text, _ => caller.PersonId), new("at", ColumnType.Long, _ => at)), rows);
}
