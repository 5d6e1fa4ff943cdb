using Granary.Access;
using Granary.Access.Contracts;
using Granary.Access.Lists;
using Granary.Kernel;
using Granary.Kernel.Auditing;
using Granary.Kernel.Storage;
using Granary.Ocrm.Answers;
using Granary.Ocrm.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Granary.Ocrm.Care;

/// <param name="By">By name.</param>
public sealed record PolicyVersion(DateTimeOffset At, string By, Policy Rules);

/// <param name="Rules">What counts now.</param>
/// <param name="History">The newest first; empty where the shipped policy counts.</param>
public sealed record PolicyView(string Entity, string EntityName, Policy Rules, IReadOnlyList<PolicyVersion> History);

/// <param name="Preview">Says what would be, and changes nothing.</param>
public sealed record PolicyDraft(string? Entity, Policy? Rules, bool Preview);

/// <summary>How many customers of a legal entity have a tier, and would have it.</summary>
public sealed record TierCount(string Tier, long Now, long Then);

/// <summary>GET and POST /api/policies: how the legal entities in which the caller sets it rank their customers and are warned.</summary>
internal static class Policies
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/policies", async (Caller caller, OcrmDatabase database, IOrganisation organisation, OcrmLimits limits, CancellationToken cancellation) =>
            {
                var sight = caller.SightOf(Permission.PoliciesEdit);
                var (entities, kept) = await database.ReadAsync(async session => (await LegalEntities.OfAsync(session, "ocrm.customer"), await KeptAsync(session)), cancellation);
                List<string> seen = [.. entities.Union(sight.Entities).Where(e => sight.Sees(e, e, "")).Order(StringComparer.Ordinal)];
                var units = await organisation.UnitNamesAsync(seen, cancellation);
                var people = await organisation.PeopleNamesAsync([.. kept.SelectMany(k => k.Select(v => v.Person)).Distinct()], cancellation);
                return TypedResults.Ok<IReadOnlyList<PolicyView>>([.. seen.Select(e => new PolicyView(
                    e, units.GetValueOrDefault(e, e), kept[e].Select(v => v.Rules).FirstOrDefault() ?? Policy.Shipped,
                    [.. kept[e].Take(limits.PoliciesShown).Select(v => new PolicyVersion(DateTimeOffset.FromUnixTimeMilliseconds(v.At), people.GetValueOrDefault(v.Person, v.Person), v.Rules))]))]);
            })
            .Requires(Permission.PoliciesEdit).WithName("ListPolicies").WithSummary("How legal entities rank their customers, of what they are warned, and how that was before");
        routes.MapPost("/policies", async Task<Results<Ok<IReadOnlyList<TierCount>>, ProblemHttpResult>> (
                PolicyDraft draft, Caller caller, OcrmDatabase database, TimeProvider clock, CancellationToken cancellation) =>
            {
                if (draft is not { Entity: { Length: UnitCode.EntityDigits } entity, Rules: { } rules } || !rules.IsSound)
                {
                    return Problems.BadRequest("policy-unsound", "Each tier begins above the next one and the last one at 0; thresholds are above 0, a share is at most 100, days at most 3650; whoever is taken out of the pool stays longer than the warning of 7 days.");
                }

                if (!caller.SightOf(Permission.PoliciesEdit).Sees(entity, entity, ""))
                {
                    return Problems.NotFound("policy.unknown", "No legal entity whose policy you set has this code.");
                }

                if (!draft.Preview)
                {
                    await database.WriteAsync(session => KeepAsync(session, entity, rules, caller, clock.GetUtcNow().ToUnixTimeMilliseconds()), cancellation);
                }

                return TypedResults.Ok<IReadOnlyList<TierCount>>(await database.ReadAsync(session => CountAsync(session, entity, rules, BankTime.Today(clock)), cancellation));
            })
            .Requires(Permission.PoliciesEdit).WithName("SetPolicy").WithSummary("Sets a legal entity's policy, or says which customers would have which tier");
    }

    private static async Task<ILookup<string, (Policy Rules, string Person, long At)>> KeptAsync(Session session) =>
        (await session.QueryAsync("SELECT p.entity, p.rules, p.person, p.at FROM ocrm.policy p ORDER BY p.id DESC", r => (Entity: r.GetString(0), Kept: (Policy.Read(r.GetString(1)), r.GetString(2), r.GetInt64(3)))))
        .ToLookup(p => p.Entity, p => p.Kept, StringComparer.Ordinal);

    private static async Task KeepAsync(Session session, string entity, Policy rules, Caller caller, long at)
    {
        var before = (await Policy.OwnAsync(session)).GetValueOrDefault(entity, Policy.Shipped);
        await session.ExecuteAsync("INSERT INTO ocrm.policy (entity, rules, person, at) VALUES (@entity, @rules, @person, @at)",
            ("entity", entity), ("rules", rules.Json), ("person", caller.PersonId), ("at", at));
        await session.ExecuteAsync(rules.Pool.Open ? "DELETE FROM ocrm.pool_shut WHERE entity = @entity" : "INSERT INTO ocrm.pool_shut (entity) VALUES (@entity) ON CONFLICT (entity) DO NOTHING", ("entity", entity));
        await AuditTrail.AppendAsync(session, "ocrm", at, new AuditEntry(caller.UserName, caller.From, Permission.PoliciesEdit, entity, Before: before.Json, After: rules.Json));
    }

    private static async Task<List<TierCount>> CountAsync(Session session, string entity, Policy rules, DateOnly today)
    {
        var sql = new SqlText();
        var counted = await session.QueryAsync($"SELECT c.tier, {rules.TierSql(sql)}, count(*) FROM ocrm.customer c {TierFloor.OfCustomer(sql, today)} WHERE c.entity = {sql.Bind(entity)} GROUP BY 1, 2",
            r => (Now: r.GetString(0), Then: r.GetString(1), Count: r.GetInt64(2)), sql.Parameters);
        return [.. Policy.TierNames.Select(t => new TierCount(t, counted.Where(c => c.Now == t).Sum(c => c.Count), counted.Where(c => c.Then == t).Sum(c => c.Count)))];
    }
}
