using Granary.Access.Contracts;
using Granary.Access.Lists;
using Granary.Kernel;
using Granary.Kernel.Storage;
using Granary.Ocrm.Care;
using Granary.Ocrm.Ownership;
using Granary.Ocrm.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Granary.Ocrm.Pool;

/// <summary>The pool's action "claim": the customers are the caller's, within the limits of their legal entity. Of two who claim the same one the second gets nothing.</summary>
internal static class ClaimCustomers
{
    public static async Task<ActionResult> RunAsync(ActionContext context, CancellationToken cancellation)
    {
        var (caller, now) = (context.Caller, context.Services.GetRequiredService<TimeProvider>().GetUtcNow());
        var entities = await context.Services.GetRequiredService<IOrganisation>().EntitiesOfAsync(caller.PersonId, cancellation) ?? new HashSet<string>();
        async Task<ActionResult> Work(Session session)
        {
            var lockings = context.Preview ? "" : session.ForUpdateOf("o");
            var moves = (await session.QueryAsync(
                $"SELECT {PoolMove.Columns} FROM {OwnerRow.ToLock} WHERE c.id IN (SELECT k.id FROM {"{rows}"}) AND o.manager = '' AND c.status = 'active' ORDER BY c.id {lockings}",
                RowSet.Of("id", context.Keys), PoolMove.Read)).ConvertAll(m => m with { Person = caller.PersonId });
            var problems = new HashSet<string>(StringComparer.Ordinal);
            foreach (var entity in moves.GroupBy(m => m.Entity, StringComparer.Ordinal))
            {
                problems.UnionWith(entities.Contains(entity.Key) ? await InTheWayAsync(session, caller.PersonId, entity.Key, [.. entity], BankTime.Number(BankTime.Day(now)), now, context.Preview) : ["pool-elsewhere"]);
            }

            if (problems.Count > 0)
            {
                return new ActionResult(0, [.. problems]);
            }

            if (!context.Preview)
            {
                await CountAsync(session, moves, BankTime.Number(BankTime.Day(now)));
                await PoolMove.WriteAsync(session, moves, PoolMove.Claimed, "", (caller.UserName, caller.From), now.ToUnixTimeMilliseconds());
            }

            return new ActionResult(moves.Count, []);
        }

        var database = context.Services.GetRequiredService<OcrmDatabase>();
        return await (context.Preview ? database.ReadAsync(Work, cancellation) : database.WriteAsync(Work, cancellation));
    }

    private static async Task<List<string>> InTheWayAsync(Session session, string person, string entity, IReadOnlyList<PoolMove> moves, int day, DateTimeOffset now, bool preview)
    {
        if (!preview)
        {
            await session.ExecuteAsync("INSERT INTO ocrm.claimer (person, entity, day, claims) VALUES (@person, @entity, @day, 0) ON CONFLICT (person, entity) DO NOTHING",
                ("person", person), ("entity", entity), ("day", day));
        }

        var rule = (await Policy.OwnAsync(session)).GetValueOrDefault(entity, Policy.Shipped).Pool;
        var claims = await ClaimsAsync(session, person, entity, day, preview ? "" : session.ForUpdateOf("m"));
        var problems = new List<string>();
        if (!rule.Open)
        {
            problems.Add("pool-shut");
        }

        if (claims + moves.Count > rule.ClaimsPerDay)
        {
            problems.Add("pool-day");
        }

        if (await OwnedAsync(session, person, entity) + moves.Count > rule.MostCustomers)
        {
            problems.Add("pool-full");
        }

        var rested = now.AddDays(-rule.RestDays).ToUnixTimeMilliseconds();
        var resting = await session.QueryAsync(
            "SELECT m.id FROM {rows} CROSS JOIN ocrm.pool_move m WHERE m.party_id = k.id AND m.entity = @entity AND m.person = @person AND m.kind <> 'claimed' AND m.at > @rested LIMIT 1",
            RowSet.Of("id", [.. moves.Select(m => m.Party)]), r => r.GetInt64(0), ("entity", entity), ("person", person), ("rested", rested));
        if (resting.Count > 0)
        {
            problems.Add("pool-rest");
        }

        return problems;
    }

    public static async Task<int> ClaimsAsync(Session session, string person, string entity, int day, string locking = "") => (await session.QueryAsync(
        $"SELECT m.claims FROM ocrm.claimer m WHERE m.person = @person AND m.entity = @entity AND m.day = @day {locking}", r => r.GetInt32(0), ("person", person), ("entity", entity), ("day", day))).FirstOrDefault();

    public static async Task<long> OwnedAsync(Session session, string person, string entity) => (await session.QueryAsync(
        $"SELECT count(*) FROM {OwnerRow.Customers} WHERE o.manager = @person AND o.entity = @entity AND c.status = 'active'", r => r.GetInt64(0), ("person", person), ("entity", entity)))[0];

    private static async Task CountAsync(Session session, List<PoolMove> moves, int day)
    {
        foreach (var entity in moves.GroupBy(m => m.Entity, StringComparer.Ordinal))
        {
            await session.ExecuteAsync("UPDATE ocrm.claimer SET claims = CASE WHEN day = @day THEN claims ELSE 0 END + @more, day = @day WHERE person = @person AND entity = @entity",
                ("day", day), ("more", entity.Count()), ("person", moves[0].Person), ("entity", entity.Key));
        }
    }
}
