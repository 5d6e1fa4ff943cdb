using Granary.Access.Contracts;
using Granary.Access.Lists;
using Granary.Kernel;
using Granary.Kernel.Auditing;
using Granary.Kernel.Storage;
using Granary.Ocrm.Ownership;
using Granary.Ocrm.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Granary.Ocrm.Pool;

/// <summary>Back into the pool: by the manager who had them, with a reason (the list's action "return"), or by the day's job where nobody met them in time.</summary>
internal static class ReturnCustomers
{
    /// <summary>Who does it, in the audit.</summary>
    private const string Who = "granary";

    /// <summary>When somebody last did something for whom they took, as SQL of a customer (c) with their owner (o).</summary>
    public const string Touched = "CASE WHEN c.last_contact > o.claimed_at THEN c.last_contact ELSE o.claimed_at END";

    public static async Task<ActionResult> RunAsync(ActionContext context, CancellationToken cancellation)
    {
        var reason = context.Arguments.GetValueOrDefault("reason")?.Trim();
        if (!AuditReason.IsGiven(reason))
        {
            return new ActionResult(0, [AuditReason.Missing]);
        }

        var (caller, at) = (context.Caller, context.Services.GetRequiredService<TimeProvider>().GetUtcNow().ToUnixTimeMilliseconds());
        async Task<ActionResult> Work(Session session)
        {
            var moves = await session.QueryAsync(
                $"""
                SELECT {PoolMove.Columns} FROM {OwnerRow.ToLock} WHERE c.id IN (SELECT k.id FROM {"{rows}"}) AND o.manager = @me
                ORDER BY c.id {(context.Preview ? "" : session.ForUpdateOf("o"))}
                """, RowSet.Of("id", context.Keys), PoolMove.Read, ("me", caller.PersonId));
            if (!context.Preview)
            {
                await PoolMove.WriteAsync(session, moves, PoolMove.Returned, reason!, (caller.UserName, caller.From), at);
            }

            return new ActionResult(moves.Count, []);
        }

        var database = context.Services.GetRequiredService<OcrmDatabase>();
        return await (context.Preview ? database.ReadAsync(Work, cancellation) : database.WriteAsync(Work, cancellation));
    }

    /// <summary>Those of a legal entity whom their manager took and has not met since.</summary>
    public static async Task ExpireAsync(Session session, string entity, PoolRule rule, DateOnly day, long at)
    {
        if (rule.ReturnDays == 0)
        {
            return;
        }

        var moves = await session.QueryAsync(
            $"SELECT {PoolMove.Columns} FROM {OwnerRow.ToLock} WHERE o.entity = @entity AND o.claimed_at > 0 AND o.claimed_at < @before AND {Touched} < @before AND o.manager <> '' ORDER BY c.id {session.ForUpdateOf("o")}",
            PoolMove.Read, ("entity", entity), ("before", BankTime.Ms(day.AddDays(-rule.ReturnDays))));
        await PoolMove.WriteAsync(session, moves, PoolMove.Expired, "", (Who, ""), at);
    }
}
