using Granary.Access;
using Granary.Access.Contracts;
using Granary.Kernel;
using Granary.Ocrm.Care;
using Granary.Ocrm.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Granary.Ocrm.Pool;

/// <summary>What the caller may still take in a legal entity.</summary>
/// <param name="Claims">Taken today.</param>
/// <param name="Customers">Who are the caller's.</param>
public sealed record PoolAllowance(string Entity, string EntityName, PoolRule Rule, int Claims, long Customers);

/// <summary>GET /api/pool: how the pool works where the caller has a post, and what they may still take.</summary>
internal static class ShowPool
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/pool", async (Caller caller, OcrmDatabase database, IOrganisation organisation, TimeProvider clock, CancellationToken cancellation) =>
            {
                List<string> entities = [.. (await organisation.EntitiesOfAsync(caller.PersonId, cancellation) ?? new HashSet<string>()).Where(e => e.Length == UnitCode.EntityDigits).Order(StringComparer.Ordinal)];
                var names = await organisation.UnitNamesAsync(entities, cancellation);
                var today = BankTime.Number(BankTime.Today(clock));
                return TypedResults.Ok<IReadOnlyList<PoolAllowance>>(await database.ReadAsync(async session =>
                {
                    var policies = await Policy.OwnAsync(session);
                    var allowances = new List<PoolAllowance>();
                    foreach (var entity in entities)
                    {
                        allowances.Add(new PoolAllowance(entity, names.GetValueOrDefault(entity, entity), policies.GetValueOrDefault(entity, Policy.Shipped).Pool,
                            await ClaimCustomers.ClaimsAsync(session, caller.PersonId, entity, today), await ClaimCustomers.OwnedAsync(session, caller.PersonId, entity)));
                    }

                    return allowances;
                }, cancellation));
            })
            .Requires(Permission.CustomersClaim).WithName("ShowPool").WithSummary("How the public pool works where the caller has a post, and what they may still take");
}
