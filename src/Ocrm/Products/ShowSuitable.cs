using System.Text.Json;
using Granary.Access.Contracts;
using Granary.Access.Lists;
using Granary.Access.SignIn;
using Granary.Kernel;
using Granary.Kernel.Storage;
using Granary.Ocrm.Customers;
using Granary.Ocrm.Ownership;
using Granary.Ocrm.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Granary.Ocrm.Products;

/// <param name="Level">C1 to C5.</param>
public sealed record RiskView(string Level, DateOnly AssessedOn, DateOnly ValidTo, bool Expired);

/// <param name="Held">The customer has it.</param>
/// <param name="Against">Why its risk does not suit: not-assessed, expired or risk; null where it does.</param>
/// <param name="Unfulfilled">Conditions that the customer does not fulfil, in the filter language of the list of customers.</param>
/// <param name="Unasked">It has conditions that the caller may not ask.</param>
public sealed record SuitableProduct(string Code, TwoLanguages Name, string Kind, string Risk, bool Held, string? Against, IReadOnlyList<JsonElement> Unfulfilled, bool Unasked);

/// <param name="Entity">The legal entity as whose customer they are looked at.</param>
/// <param name="Risk">The last assessment there; null where there is none.</param>
public sealed record SuitableProducts(string Entity, RiskView? Risk, IReadOnlyList<SuitableProduct> Products);

/// <summary>GET /api/customers/{number}/products: what is on sale, what of it the customer has, what suits, and why the rest does not.</summary>
internal static class ShowSuitable
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/customers/{number}/products", async Task<Results<Ok<SuitableProducts>, ProblemHttpResult>> (
                string number, string? entity, Caller caller, OcrmDatabase database, EligibilityRule rule, ListLimits lists, TimeProvider clock, CancellationToken cancellation) =>
            {
                var today = BankTime.Today(clock);
                return await database.ReadAsync<Results<Ok<SuitableProducts>, ProblemHttpResult>>(async session =>
                    await CustomerGate.FindAsync(session, caller.SightOf(Permission.CustomersRead), number) is { } customer && (entity is null || customer.Entities.Contains(entity))
                        ? TypedResults.Ok(await OfAsync(session, customer.Party, entity ?? customer.Entities[0], caller, rule.Customers, lists, today, cancellation))
                        : CustomerGate.Unknown, cancellation);
            })
            .Requires(Permission.ProductsRead).WithName("ShowSuitableProducts").WithSummary("What suits a customer, and why the rest does not");

    private static async Task<SuitableProducts> OfAsync(
        Session session, long party, string entity, Caller caller, ListSource customers, ListLimits lists, DateOnly today, CancellationToken cancellation)
    {
        var assessed = await Suitability.OfAsync(session, party, entity);
        var held = await session.QueryAsync("SELECT h.kind, h.product FROM ocrm.holding h WHERE h.party_id = @party AND h.entity = @entity AND h.state <> 'closed'",
            r => (Kind: r.GetString(0), Product: r.GetString(1)), ("party", party), ("entity", entity));
        var products = new List<SuitableProduct>();
        foreach (var (product, version) in await Product.OnSaleAsync(session, entity, today))
        {
            var (unfulfilled, unasked) = await UnfulfilledAsync(session, party, entity, version.Terms.Conditions, caller, customers, lists, cancellation);
            products.Add(new SuitableProduct(product.Code, new TwoLanguages(product.NameZh, product.NameEn), product.Kind, version.Terms.Risk ?? "", held.Exists(h => product.Is(h.Kind, h.Product)),
                Suitability.Against(version.Terms.Risk ?? "", assessed, today), unfulfilled, unasked));
        }

        return new SuitableProducts(entity, assessed is null ? null : new RiskView(assessed.Level, assessed.AssessedOn, assessed.ValidTo, assessed.ValidTo < today), products);
    }

    private static async Task<(IReadOnlyList<JsonElement> Unfulfilled, bool Unasked)> UnfulfilledAsync(
        Session session, long party, string entity, IReadOnlyList<JsonElement> conditions, Caller caller, ListSource customers, ListLimits lists, CancellationToken cancellation)
    {
        var (sql, asked, fields) = (new SqlText(), new List<JsonElement>(), new List<string>());
        foreach (var condition in conditions)
        {
            if (await customers.ConditionAsync(condition, caller, lists, sql, cancellation) is { } where)
            {
                asked.Add(condition);
                fields.Add($"CASE WHEN {where} THEN 1 ELSE 0 END");
            }
        }

        if (asked.Count == 0)
        {
            return ([], conditions.Count > 0);
        }

        var fulfilled = (await session.QueryAsync($"SELECT {string.Join(", ", fields)} FROM {OwnerRow.Customers} WHERE c.party_id = {sql.Bind(party)} AND c.entity = {sql.Bind(entity)}",
            r => Enumerable.Range(0, fields.Count).Select(i => r.GetInt32(i) == 1).ToArray(), sql.Parameters))[0];
        return ([.. asked.Where((_, i) => !fulfilled[i])], asked.Count < conditions.Count);
    }
}
