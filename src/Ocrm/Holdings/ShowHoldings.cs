using Granary.Access.Contracts;
using Granary.Access.Lists;
using Granary.Kernel;
using Granary.Kernel.Storage;
using Granary.Ocrm.Customers;
using Granary.Ocrm.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Granary.Ocrm.Holdings;

/// <param name="Balance">Cents.</param>
public sealed record BalanceView(DateOnly Day, long Balance);

/// <summary>One account, contract, card or position. Money in cents of <paramref name="Currency"/>, rate in percent a year.</summary>
/// <param name="Account">As the caller sees numbers of class C3.</param>
/// <param name="Kind">deposit, loan, card, wealth, agency or channel.</param>
/// <param name="State">open, dormant, frozen, overdue, extended, written-off or closed.</param>
/// <param name="Balance">Null of a channel, which has none.</param>
/// <param name="Days">The last 31 days, as far as they were reported; <paramref name="Months"/> the last 12 ends of months.</param>
public sealed record HoldingView(
    string System, string Account, string Kind, string Product, string Title, string Currency, string State, string Unit, string UnitName,
    long? Balance, long? Amount, long Overdue, decimal Rate, DateOnly? Opened, DateOnly? Matures, string Guarantee, DateTimeOffset At,
    IReadOnlyList<BalanceView> Days, IReadOnlyList<BalanceView> Months);

/// <summary>GET /api/customers/{number}/holdings: what a customer has in the legal entities in which the caller sees them.</summary>
internal static class ShowHoldings
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/customers/{number}/holdings", async Task<Results<Ok<IReadOnlyList<HoldingView>>, ProblemHttpResult>> (
                string number, Caller caller, OcrmDatabase database, IOrganisation organisation, OcrmLimits limits, CancellationToken cancellation) =>
            {
                var holdings = await database.ReadAsync(session => ReadAsync(session, caller, number, limits.HoldingsShown), cancellation);
                if (holdings is null)
                {
                    return CustomerGate.Unknown;
                }

                if (caller.Sees(DataClass.C2) == FieldSight.Hidden)
                {
                    return TypedResults.Ok<IReadOnlyList<HoldingView>>([]);
                }

                var names = await organisation.UnitNamesAsync([.. holdings.Select(h => h.Unit).Distinct()], cancellation);
                return TypedResults.Ok<IReadOnlyList<HoldingView>>([.. holdings.Select(h => View(h, names.GetValueOrDefault(h.Unit, h.Unit), caller))]);
            })
            .Requires(Permission.CustomersRead).WithName("ShowHoldings").WithSummary("What a customer has, with balances, maturities and their past");

    /// <summary>Open ones first, by kind and size.</summary>
    /// <returns>Null where the caller does not see the customer.</returns>
    internal static async Task<List<Holding>?> ReadAsync(Session session, Caller caller, string number, int most)
    {
        if (await CustomerGate.FindAsync(session, caller.SightOf(Permission.CustomersRead), number) is not { } customer)
        {
            return null;
        }

        var sql = new SqlText();
        var entities = string.Join(", ", customer.Entities.Select(sql.Bind));
        return await session.QueryAsync(
            $"""
            SELECT {Holding.Columns} FROM ocrm.holding h WHERE h.party_id = {sql.Bind(customer.Party)} AND h.entity IN ({entities})
            ORDER BY CASE h.state WHEN 'closed' THEN 1 ELSE 0 END, CASE h.kind WHEN 'deposit' THEN 0 WHEN 'loan' THEN 1 WHEN 'wealth' THEN 2 WHEN 'card' THEN 3 WHEN 'agency' THEN 4 ELSE 5 END, h.balance DESC, h.id LIMIT {most}
            """, Holding.Read, sql.Parameters);
    }

    private static HoldingView View(Holding holding, string unitName, Caller caller) => new(
        holding.System, caller.Sees(DataClass.C3) == FieldSight.Clear ? holding.Account : Masked.Number(holding.Account), holding.Kind, holding.Product, holding.Title, holding.Currency, holding.State,
        holding.Unit, unitName, holding.HasBalance ? holding.Balance : null, holding.Amount, holding.Overdue, holding.Rate / 10_000m, BankTime.OfNumber(holding.Opened), BankTime.OfNumber(holding.Matures), holding.Guarantee,
        DateTimeOffset.FromUnixTimeMilliseconds(holding.At),
        [.. holding.Series.Daily.Select(d => new BalanceView(d.Day, d.Balance))], [.. holding.Series.MonthEnds.Select(m => new BalanceView(m.Day, m.Balance))]);
}
