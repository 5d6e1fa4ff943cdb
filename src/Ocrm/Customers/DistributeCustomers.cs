using Granary.Access.Contracts;
using Granary.Access.Lists;
using Granary.Kernel.Auditing;
using Granary.Kernel.Storage;
using Granary.Ocrm.Ownership;
using Granary.Ocrm.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Granary.Ocrm.Customers;

/// <summary>
/// The list's action "distribute": of the customers that a filter finds (those with a loan, those of a village) who are nobody's go to whoever
/// has the fewest, among people who are named or, where none is, by the rule for new customers: by village, then by outlet.
/// </summary>
internal static class DistributeCustomers
{
    private sealed record Unowned(long Id, string Number, string Entity, string Unit, string Place);

    public static async Task<ActionResult> RunAsync(ActionContext context, CancellationToken cancellation)
    {
        var organisation = context.Services.GetRequiredService<IOrganisation>();
        var named = new Dictionary<string, IReadOnlySet<string>>(StringComparer.Ordinal);
        foreach (var manager in (context.Arguments.GetValueOrDefault("managers") ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct())
        {
            if (await organisation.EntitiesOfAsync(manager, cancellation) is not { } entities)
            {
                return new ActionResult(0, ["manager-unknown"]);
            }

            named[manager] = entities;
        }

        var database = context.Services.GetRequiredService<OcrmDatabase>();
        return await (context.Preview ? database.ReadAsync(Work, cancellation) : database.WriteAsync(Work, cancellation));

        async Task<ActionResult> Work(Session session)
        {
            var rows = await session.QueryAsync(
                $"SELECT c.id, c.number, c.entity, c.unit, c.place FROM {OwnerRow.ToLock} WHERE c.id IN (SELECT k.id FROM {"{rows}"}) AND o.manager = '' AND c.status = 'active' ORDER BY c.id {(context.Preview ? "" : session.ForUpdateOf("o"))}",
                RowSet.Of("id", context.Keys), r => new Unowned(r.GetInt64(0), r.GetString(1), r.GetString(2), r.GetString(3), r.GetString(4)));
            var byRule = named.Count > 0 ? null : await organisation.TakersAsync([.. rows.Select(r => (r.Unit, r.Place)).Distinct()], cancellation);
            var load = await Workload.OfAsync(session, byRule?.SelectMany(t => t) ?? named.Keys);
            var given = new List<(Unowned Row, string Manager)>();
            foreach (var row in rows)
            {
                if (load.LeastBusy(byRule?[(row.Unit, row.Place)] ?? named.Where(n => n.Value.Contains(row.Entity)).Select(n => n.Key)) is { } manager)
                {
                    load.Add(manager);
                    given.Add((row, manager));
                }
                else if (named.Count > 0)
                {
                    return new ActionResult(0, ["manager-elsewhere"]);
                }
            }

            if (rows.Count > 0 && given.Count == 0)
            {
                return new ActionResult(0, ["distribute-nobody"]);
            }

            if (!context.Preview)
            {
                await WriteAsync(session, context, given);
            }

            return new ActionResult(given.Count, []);
        }
    }

    private static async Task WriteAsync(Session session, ActionContext context, List<(Unowned Row, string Manager)> given)
    {
        await session.ExecuteAsync(
            "UPDATE ocrm.owner AS o SET manager = k.manager, claimed_at = 0, version = o.version + 1 FROM {rows} CROSS JOIN ocrm.customer c WHERE c.id = k.id AND o.party_id = c.party_id AND o.entity = c.entity",
            RowSet.Of("id", "manager", [.. given.Select(g => (g.Row.Id, g.Manager))]));
        await AuditTrail.AppendAsync(session, "ocrm", context.Services.GetRequiredService<TimeProvider>().GetUtcNow().ToUnixTimeMilliseconds(),
            [.. given.Select(g => new AuditEntry(context.Caller.UserName, context.Caller.From, Permission.CustomersAllocate, $"{g.Row.Number}/{g.Row.Entity}", "distribute", After: g.Manager))]);
    }
}
