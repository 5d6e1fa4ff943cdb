using Granary.Access.Contracts;
using Granary.Access.Lists;
using Granary.Kernel.Auditing;
using Granary.Kernel.Storage;
using Granary.Ocrm.Ownership;
using Granary.Ocrm.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Granary.Ocrm.Customers;

/// <summary>
/// Gives customers to a customer manager, or with an empty one back to everybody: the list's action "allocate", and the edit of one cell.
/// A customer is owned in each of its legal entities, and only by somebody who works there: else giving would widen the sight of it.
/// </summary>
internal static class AllocateCustomers
{
    private const string Act = Permission.CustomersAllocate;

    public static async Task<ActionResult> RunAsync(ActionContext context, CancellationToken cancellation)
    {
        if (!context.Arguments.TryGetValue("manager", out var manager))
        {
            return new ActionResult(0, ["manager-missing"]);
        }

        var entities = await EntitiesAsync(context.Services, manager, cancellation);
        var database = context.Services.GetRequiredService<OcrmDatabase>();
        if (context.Preview)
        {
            return (await database.ReadAsync(session => DecideAsync(session, context.Keys, manager, entities, forUpdate: false), cancellation)).Result;
        }

        return await database.WriteAsync(async session =>
        {
            var (result, owned) = await DecideAsync(session, context.Keys, manager, entities, forUpdate: true);
            await WriteAsync(session, context.Services, context.Caller, owned, manager, result.Problems);
            return result;
        }, cancellation);
    }

    public static async Task<EditResult> EditAsync(EditContext context, CancellationToken cancellation)
    {
        var manager = context.Cells.GetValueOrDefault("manager") ?? "";
        var entities = await EntitiesAsync(context.Services, manager, cancellation);
        return await context.Services.GetRequiredService<OcrmDatabase>().WriteAsync(async session =>
        {
            var (result, owned) = await DecideAsync(session, [context.Key], manager, entities, forUpdate: true);
            if (result.Problems is [var problem, ..])
            {
                return new EditResult(null, problem);
            }

            if (await VersionAsync() != context.Version)
            {
                return new EditResult(null);
            }

            await WriteAsync(session, context.Services, context.Caller, owned, manager, []);
            return new EditResult(await VersionAsync()); // asked again: assisting managers may have changed with it

            async Task<long?> VersionAsync() =>
                await session.QueryAsync($"SELECT {OwnerRow.Version} FROM {OwnerRow.Customers} WHERE c.id = @id", r => r.GetInt64(0), ("id", context.Key)) is [var version] ? version : null;
        }, cancellation);
    }

    /// <summary>The rows that would get another manager, and what is in the way.</summary>
    private static async Task<(ActionResult Result, List<Owned> Owned)> DecideAsync(Session session, IReadOnlyList<long> keys, string manager, IReadOnlySet<string>? entities, bool forUpdate)
    {
        var rows = await session.QueryAsync(
            $"SELECT c.id, c.number, c.entity, o.manager FROM {OwnerRow.ToLock} WHERE c.id IN (SELECT k.id FROM {"{rows}"}) AND o.manager <> @manager ORDER BY c.id {(forUpdate ? session.ForUpdateOf("o") : "")}",
            RowSet.Of("id", keys), r => new Owned(r.GetInt64(0), r.GetString(1), r.GetString(2), r.GetString(3)), ("manager", manager));
        string[] problems = entities is null ? ["manager-unknown"] : manager.Length > 0 && rows.Any(r => !entities.Contains(r.Entity)) ? ["manager-elsewhere"] : [];
        return (new ActionResult(problems.Length == 0 ? rows.Count : 0, problems), rows);
    }

    private static async Task WriteAsync(Session session, IServiceProvider services, Caller caller, List<Owned> owned, string manager, IReadOnlyList<string> problems)
    {
        if (problems.Count > 0 || owned.Count == 0)
        {
            return;
        }

        await session.ExecuteAsync("UPDATE ocrm.owner AS o SET manager = @manager, claimed_at = 0, version = o.version + 1 FROM {rows} CROSS JOIN ocrm.customer c WHERE c.id = k.id AND o.party_id = c.party_id AND o.entity = c.entity",
            RowSet.Of("id", owned.Select(o => o.Id).ToArray()), ("manager", manager));
        await Assistants.SettleAsync(session, [.. owned.Select(o => o.Id)]);
        await AuditTrail.AppendAsync(session, "ocrm", services.GetRequiredService<TimeProvider>().GetUtcNow().ToUnixTimeMilliseconds(),
            [.. owned.Select(o => new AuditEntry(caller.UserName, caller.From, Act, $"{o.Number}/{o.Entity}", Before: o.Manager, After: manager))]);
    }

    /// <summary>The legal entities in which somebody has a post; null where there is no such person.</summary>
    private static async Task<IReadOnlySet<string>?> EntitiesAsync(IServiceProvider services, string manager, CancellationToken cancellation) =>
        manager.Length == 0 ? new HashSet<string>() : await services.GetRequiredService<IOrganisation>().EntitiesOfAsync(manager, cancellation);

    private sealed record Owned(long Id, string Number, string Entity, string Manager);
}
