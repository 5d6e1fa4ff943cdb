using Granary.Access.Contracts;
using Granary.Ecif.Contracts;
using Granary.Kernel.Storage;
using Granary.Ocrm.Ownership;
using Granary.Ocrm.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Granary.Ocrm.Customers;

/// <summary>Somebody of a customer's circle whom the caller sees. Money in cents, where the caller sees them.</summary>
/// <param name="In">household, group, or tie where only the customer's own tie leads there.</param>
public sealed record CirclePerson(string Number, string Name, string Kind, string In, long Deposits, long Loans, long Wealth);

/// <param name="Relation">What <paramref name="To"/> is to <paramref name="From"/>: spouse, parent, child, guarantor, legalrep or shareholder.</param>
public sealed record CircleTie(string From, string To, string Relation);

/// <param name="Guaranteed">Loans of others for which one of these stands as guarantor.</param>
public sealed record CircleSum(int Customers, long Deposits, long Loans, long Wealth, long Guaranteed);

/// <param name="Beyond">Customers of the circle whom the caller does not see: they are in no sum.</param>
public sealed record CircleView(IReadOnlyList<CirclePerson> People, IReadOnlyList<CircleTie> Ties, CircleSum? Household, CircleSum? Group, int Beyond);

/// <summary>GET /api/customers/{number}/circle: household, group and guarantors of a customer, as a graph with its sums.</summary>
internal static class ShowCircle
{
    private sealed record Row(string Number, string Name, string Kind, long Deposits, long Loans, long Wealth);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/customers/{number}/circle", async Task<Results<Ok<CircleView>, ProblemHttpResult>> (
                string number, Caller caller, OcrmDatabase database, OcrmLimits limits, CancellationToken cancellation) =>
                await database.ReadAsync(session => ViewAsync(session, caller, number, limits), cancellation) is { } view ? TypedResults.Ok(view) : CustomerGate.Unknown)
            .Requires(Permission.CustomersRead).WithName("ShowCircle").WithSummary("Household, group and guarantors of a customer, with their sums");

    internal static async Task<CircleView?> ViewAsync(Session session, Caller caller, string number, OcrmLimits limits)
    {
        var sight = caller.SightOf(Permission.CustomersRead);
        if (await CustomerGate.FindAsync(session, sight, number) is not { } customer)
        {
            return null;
        }

        if (caller.Sees(DataClass.C3) == FieldSight.Hidden)
        {
            return new CircleView([], [], null, null, 0); // relations are of this class
        }

        var ties = new HashSet<PartyRelation>();
        var household = await WalkAsync(session, customer.Party, CustomerRelations.IsFamily, ties, limits.CircleParties);
        var group = await WalkAsync(session, customer.Party, CustomerRelations.IsGroup, ties, limits.CircleParties);
        ties.UnionWith((await CustomerRelations.OfAsync(session, [.. household.Union(group)])).Where(t => t.Relation == "guarantor"));
        var parties = ties.SelectMany(t => new[] { t.Party, t.Relative }).Append(customer.Party).ToHashSet();
        var rows = await RowsAsync(session, sight, parties);
        var clear = caller.Sees(DataClass.C1) == FieldSight.Clear;
        return new CircleView(
            [.. rows.OrderBy(r => r.Key == customer.Party ? 0 : 1).ThenBy(r => r.Key).Select(r => new CirclePerson(r.Value.Number, clear ? r.Value.Name : Masked.Name(r.Value.Name), r.Value.Kind,
                household.Contains(r.Key) && household.Count > 1 ? "household" : group.Contains(r.Key) && group.Count > 1 ? "group" : "tie", r.Value.Deposits, r.Value.Loans, r.Value.Wealth))],
            [.. ties.Where(t => rows.ContainsKey(t.Party) && rows.ContainsKey(t.Relative)).OrderBy(t => t.Party).ThenBy(t => t.Relative).Select(t => new CircleTie(rows[t.Party].Number, rows[t.Relative].Number, t.Relation))],
            Sum(household), Sum(group), parties.Count - rows.Count);

        CircleSum? Sum(HashSet<long> members)
        {
            var seen = members.Where(rows.ContainsKey).Select(m => rows[m]).ToList();
            var guaranteed = ties.Where(t => t.Relation == "guarantor" && members.Contains(t.Relative) && !members.Contains(t.Party) && rows.ContainsKey(t.Party)).Select(t => t.Party).Distinct().Sum(p => rows[p].Loans);
            return members.Count < 2 ? null : new CircleSum(seen.Count, seen.Sum(r => r.Deposits), seen.Sum(r => r.Loans), seen.Sum(r => r.Wealth), guaranteed);
        }
    }

    /// <summary>Everybody who is reached from a party over ties of a kind, in either direction; what is found on the way is added to the ties.</summary>
    private static async Task<HashSet<long>> WalkAsync(Session session, long from, Func<string, bool> kind, HashSet<PartyRelation> ties, int most)
    {
        var (members, next) = (new HashSet<long> { from }, new List<long> { from });
        while (next.Count > 0 && members.Count < most)
        {
            var found = (await CustomerRelations.OfAsync(session, next)).Where(t => kind(t.Relation)).ToList();
            ties.UnionWith(found);
            next = [.. found.SelectMany(t => new[] { t.Party, t.Relative }).Where(members.Add)];
        }

        return members;
    }

    /// <summary>Those whom the caller sees, with what they have where the caller sees them.</summary>
    private static async Task<Dictionary<long, Row>> RowsAsync(Session session, Sight sight, IReadOnlyCollection<long> parties)
    {
        var seen = sight.In(CustomerList.Sight);
        return (await session.QueryAsync(
            $"""
            SELECT c.party_id, MIN(c.number), MIN(c.name), MIN(c.kind), SUM(c.deposits), SUM(c.loans), SUM(c.wealth)
            FROM {"{rows}"} CROSS JOIN ocrm.customer c {OwnerRow.OfCustomer} WHERE c.party_id = k.id AND {seen.Sql} GROUP BY c.party_id
            """,
            RowSet.Of("id", parties),
            r => (Party: r.GetInt64(0), Row: new Row(r.GetString(1), r.GetString(2), r.GetString(3), Convert.ToInt64(r.GetValue(4)), Convert.ToInt64(r.GetValue(5)), Convert.ToInt64(r.GetValue(6)))),
            [.. seen.Parameters])).ToDictionary(r => r.Party, r => r.Row);
    }
}
