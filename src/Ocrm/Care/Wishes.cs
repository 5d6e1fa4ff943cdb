using Granary.Access;
using Granary.Access.Contracts;
using Granary.Kernel;
using Granary.Kernel.Auditing;
using Granary.Kernel.Storage;
using Granary.Ocrm.Customers;
using Granary.Ocrm.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Granary.Ocrm.Care;

/// <param name="Calendar">By which the birthday is kept: solar, lunar, or none: it is not.</param>
/// <param name="QuietUntil">The last day on which the customer is left alone; null: not so.</param>
public sealed record Wish(string Entity, string Calendar, DateOnly? QuietUntil);

/// <summary>GET and PUT /api/customers/{number}/wishes: how a customer wants to be cared for.</summary>
internal static class Wishes
{
    private static readonly string[] Calendars = ["solar", "lunar", "none"];

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/customers/{number}/wishes", async Task<Results<Ok<IReadOnlyList<Wish>>, ProblemHttpResult>> (string number, Caller caller, OcrmDatabase database, CancellationToken cancellation) =>
                await database.ReadAsync(session => ReadAsync(session, caller, number), cancellation) is { } wishes ? TypedResults.Ok(wishes) : CustomerGate.Unknown)
            .Requires(Permission.CustomersRead).WithName("ShowWishes").WithSummary("How a customer wants to be cared for, in each legal entity");
        routes.MapPut("/customers/{number}/wishes", async Task<Results<NoContent, ProblemHttpResult>> (
                string number, Wish wish, Caller caller, OcrmDatabase database, OcrmLimits limits, TimeProvider clock, CancellationToken cancellation) =>
            {
                if (!Calendars.Contains(wish.Calendar) || wish.QuietUntil > BankTime.Today(clock).AddDays(limits.QuietDays))
                {
                    return Problems.BadRequest("wish-wrong", $"A birthday is kept by the solar calendar, the lunar one or not at all; a customer is left alone for at most {limits.QuietDays} days.");
                }

                return await database.WriteAsync(session => WriteAsync(session, caller, number, wish, clock.GetUtcNow().ToUnixTimeMilliseconds()), cancellation) ? TypedResults.NoContent() : CustomerGate.Unknown;
            })
            .Requires(Permission.WorkEdit).WithName("SetWish").WithSummary("Writes down how a customer wants to be cared for");
    }

    private static async Task<IReadOnlyList<Wish>?> ReadAsync(Session session, Caller caller, string number)
    {
        if (await CustomerGate.FindAsync(session, caller.SightOf(Permission.CustomersRead), number) is not { } customer)
        {
            return null;
        }

        var said = (await session.QueryAsync("SELECT w.entity, w.calendar, w.quiet_until FROM ocrm.wish w WHERE w.party_id = @party",
            r => new Wish(r.GetString(0), r.GetString(1), BankTime.OfNumber(r.GetInt32(2))), ("party", customer.Party))).ToDictionary(w => w.Entity);
        return [.. customer.Entities.Select(e => said.GetValueOrDefault(e, new Wish(e, Calendars[0], null)))];
    }

    private static async Task<bool> WriteAsync(Session session, Caller caller, string number, Wish wish, long at)
    {
        if (await CustomerGate.FindAsync(session, caller.SightOf(Permission.WorkEdit), number, CustomerList.OwnSight) is not { } customer || !customer.Entities.Contains(wish.Entity))
        {
            return false;
        }

        await session.ExecuteAsync(
            """
            INSERT INTO ocrm.wish (party_id, recorded_for, entity, calendar, quiet_until, person, at) VALUES (@party, @party, @entity, @calendar, @quiet, @person, @at)
            ON CONFLICT (party_id, entity) DO UPDATE SET calendar = excluded.calendar, quiet_until = excluded.quiet_until, person = excluded.person, at = excluded.at
            """,
            ("party", customer.Party), ("entity", wish.Entity), ("calendar", wish.Calendar), ("quiet", BankTime.Number(wish.QuietUntil)), ("person", caller.PersonId), ("at", at));
        await AuditTrail.AppendAsync(session, "ocrm", at, new AuditEntry(
            caller.UserName, caller.From, "wish.set", $"{customer.Number}/{wish.Entity}", After: $"{wish.Calendar} {(wish.QuietUntil is { } day ? BankTime.Text(day) : "")}".TrimEnd()));
        return true;
    }
}
