using System.Text.Json;
using Granary.Access.Contracts;
using Granary.Kernel;
using Granary.Kernel.Storage;
using Granary.Ocrm.Ownership;
using Granary.Ocrm.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Granary.Ocrm.Customers;

/// <summary>What a customer is to one legal entity. Money in cents.</summary>
/// <param name="Manager">Who looks after them there, by name; empty where nobody does.</param>
/// <param name="Tier">By the legal entity's rules; empty where they have none.</param>
/// <param name="Share">Of the result, in percent: what the assistants leave.</param>
/// <param name="Place">The village or grid, by code.</param>
public sealed record CustomerIn(
    string Entity, string EntityName, string Unit, string UnitName, string ManagerId, string Manager, int Share, IReadOnlyList<AssistantIn> Assistants, string Place, string Tier, long Deposits, long Loans, long Wealth,
    DateTimeOffset OpenedAt, DateTimeOffset? LastContactAt);

/// <summary>Who assists the manager, by id and name, and with which share in percent.</summary>
public sealed record AssistantIn(string Person, string Name, int Share);

/// <summary>What is to be done next for a customer.</summary>
/// <param name="Kind">The reminder's kind; its words are by kind, with <paramref name="Args"/>.</param>
public sealed record NextAction(long Id, string Kind, string Title, JsonElement Args, DateOnly DueOn, string Entity);

/// <param name="Number">The number of now, where one asked by that of a merged party.</param>
/// <param name="Followed">Whether the caller keeps an eye on them.</param>
public sealed record CustomerView(string Number, bool Followed, IReadOnlyList<CustomerIn> In, NextAction? Next);

/// <summary>GET /api/customers/{number}: what a customer is to the legal entities in which the caller sees them, and what is to be done next.</summary>
internal static class ShowCustomer
{
    internal sealed record Row(
        long Id, string Entity, string Unit, string Manager, string Place, string Tier, long Deposits, long Loans, long Wealth, long OpenedAt, long LastContact)
    {
        public IReadOnlyList<Assistant> Assistants { get; init; } = [];
    }

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/customers/{number}", async Task<Results<Ok<CustomerView>, ProblemHttpResult>> (
                string number, Caller caller, OcrmDatabase database, IOrganisation organisation, CancellationToken cancellation) =>
            {
                var read = await database.ReadAsync(session => ReadAsync(session, caller, number), cancellation);
                if (read is not { } found)
                {
                    return CustomerGate.Unknown;
                }

                var units = await organisation.UnitNamesAsync([.. found.Rows.SelectMany(r => new[] { r.Unit, r.Entity }).Distinct()], cancellation);
                var people = await organisation.PeopleNamesAsync([.. found.Rows.SelectMany(r => r.Assistants.Select(a => a.Person).Prepend(r.Manager)).Where(m => m.Length > 0).Distinct()], cancellation);
                return TypedResults.Ok(new CustomerView(found.Number, found.Followed, [.. found.Rows.Select(r => new CustomerIn(
                    r.Entity, units.GetValueOrDefault(r.Entity, r.Entity), r.Unit, units.GetValueOrDefault(r.Unit, r.Unit), r.Manager, people.GetValueOrDefault(r.Manager, r.Manager),
                    100 - r.Assistants.Sum(a => a.Share), [.. r.Assistants.Select(a => new AssistantIn(a.Person, people.GetValueOrDefault(a.Person, a.Person), a.Share))], r.Place, r.Tier,
                    r.Deposits, r.Loans, r.Wealth, DateTimeOffset.FromUnixTimeMilliseconds(r.OpenedAt), r.LastContact == 0 ? null : DateTimeOffset.FromUnixTimeMilliseconds(r.LastContact)))], found.Next));
            })
            .Requires(Permission.CustomersRead).WithName("ShowCustomer").WithSummary("What a customer is to each legal entity, and what is to be done next");

    internal static async Task<(string Number, bool Followed, List<Row> Rows, NextAction? Next)?> ReadAsync(Session session, Caller caller, string number)
    {
        var sight = caller.SightOf(Permission.CustomersRead);
        if (await CustomerGate.FindAsync(session, sight, number) is not { } customer)
        {
            return null;
        }

        var seen = sight.In(CustomerList.Sight);
        var rows = await session.QueryAsync(
            $"SELECT c.id, c.entity, c.unit, o.manager, c.place, c.tier, c.deposits, c.loans, c.wealth, c.opened_at, c.last_contact FROM {OwnerRow.Customers} WHERE c.party_id = @party AND {seen.Sql} ORDER BY c.main DESC, c.entity",
            r => new Row(r.GetInt64(0), r.GetString(1), r.GetString(2), r.GetString(3), r.GetString(4), r.GetString(5), r.GetInt64(6), r.GetInt64(7), r.GetInt64(8), r.GetInt64(9), r.GetInt64(10)),
            [.. seen.Parameters, ("party", customer.Party)]);
        var assistants = await Assistants.OfAsync(session, [.. rows.Select(r => r.Id)]);
        var open = await session.QueryAsync(
            "SELECT w.id, w.kind, w.title, w.args, w.due_on, w.entity FROM ocrm.reminder w WHERE w.party_id = @party AND w.state = 'open' ORDER BY w.due_on, w.id",
            r => new NextAction(r.GetInt64(0), r.GetString(1), r.GetString(2), JsonSerializer.Deserialize<JsonElement>(r.GetString(3)), BankTime.OfNumber(r.GetInt32(4))!.Value, r.GetString(5)),
            ("party", customer.Party));
        return (customer.Number, await FollowCustomers.IsAsync(session, caller.PersonId, customer.Party), [.. rows.Select(r => r with { Assistants = [.. assistants[r.Id]] })], open.FirstOrDefault(n => customer.Entities.Contains(n.Entity)));
    }
}
