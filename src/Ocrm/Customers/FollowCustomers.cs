using Granary.Access;
using Granary.Access.Contracts;
using Granary.Access.Lists;
using Granary.Kernel.Storage;
using Granary.Ocrm.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Granary.Ocrm.Customers;

/// <param name="On">Or no longer.</param>
public sealed record Followed(bool On);

/// <summary>
/// Whom a person keeps an eye on: PUT /api/customers/{number}/followed, the list's actions "follow" and "unfollow", and its filter by them.
/// It is one's own mark and gives no sight of anybody: who goes out of sight goes out of the list.
/// </summary>
internal static class FollowCustomers
{
    /// <summary>The filter's one value.</summary>
    public const string Me = "me";

    public static PartyRows Rows { get; } = new("ocrm.followed", "followed", "at", "entity", "person") { Asked = "1 = 0" };

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPut("/customers/{number}/followed", async Task<Results<NoContent, ProblemHttpResult>> (
                string number, Followed body, Caller caller, OcrmDatabase database, TimeProvider clock, CancellationToken cancellation) =>
                await database.WriteAsync(async session =>
                {
                    if (await CustomerGate.FindAsync(session, caller.SightOf(Permission.CustomersRead), number) is not { } found)
                    {
                        return false;
                    }

                    await MarkAsync(session, caller.PersonId, [.. found.Entities.Select(e => (found.Party, e))], body.On, clock.GetUtcNow().ToUnixTimeMilliseconds());
                    return true;
                }, cancellation)
                    ? TypedResults.NoContent()
                    : CustomerGate.Unknown)
            .Requires(Permission.CustomersRead).WithName("FollowCustomer").WithSummary("Keeps an eye on a customer, or no longer");

    public static Task<ActionResult> FollowAsync(ActionContext context, CancellationToken cancellation) => RunAsync(context, on: true, cancellation);

    public static Task<ActionResult> UnfollowAsync(ActionContext context, CancellationToken cancellation) => RunAsync(context, on: false, cancellation);

    /// <summary>What the filter stands for, for whoever asks.</summary>
    public static Task<StoredFilter?> MineAsync(string value, Caller caller, CancellationToken cancellation) => Task.FromResult(value == Me
        ? StoredFilter.Of(sql => $"(c.party_id, c.entity) IN (SELECT f.party_id, f.entity FROM ocrm.followed f WHERE f.person = {sql.Bind(caller.PersonId)})")
        : null);

    public static async Task<bool> IsAsync(Session session, string person, long party) => (await session.QueryAsync(
        "SELECT f.id FROM ocrm.followed f WHERE f.person = @person AND f.party_id = @party LIMIT 1", r => r.GetInt64(0), ("person", person), ("party", party))).Count > 0;

    private static async Task<ActionResult> RunAsync(ActionContext context, bool on, CancellationToken cancellation)
    {
        var at = context.Services.GetRequiredService<TimeProvider>().GetUtcNow().ToUnixTimeMilliseconds();
        async Task<ActionResult> Work(Session session)
        {
            var rows = await session.QueryAsync(
                $"""
                SELECT c.party_id, c.entity FROM {"{rows}"} CROSS JOIN ocrm.customer c WHERE c.id = k.id
                  AND {(on ? "NOT " : "")}EXISTS (SELECT 1 FROM ocrm.followed f WHERE f.person = @me AND f.party_id = c.party_id AND f.entity = c.entity)
                """, RowSet.Of("id", context.Keys), r => (r.GetInt64(0), r.GetString(1)), ("me", context.Caller.PersonId));
            if (!context.Preview)
            {
                await MarkAsync(session, context.Caller.PersonId, rows, on, at);
            }

            return new ActionResult(rows.Count, []);
        }

        var database = context.Services.GetRequiredService<OcrmDatabase>();
        return await (context.Preview ? database.ReadAsync(Work, cancellation) : database.WriteAsync(Work, cancellation));
    }

    private static Task MarkAsync(Session session, string person, IReadOnlyList<(long Party, string Entity)> customers, bool on, long at) => on
        ? session.InsertAsync(new Insert<(long Party, string Entity)>("ocrm.followed", "ON CONFLICT (person, party_id, entity) DO NOTHING",
            new("party_id", ColumnType.Long, c => c.Party), new("recorded_for", ColumnType.Long, c => c.Party), new("entity", ColumnType.Text, c => c.Entity),
            new("person", ColumnType.Text, _ => person), new("at", ColumnType.Long, _ => at)), customers)
        : session.ExecuteAsync("DELETE FROM ocrm.followed AS f WHERE f.person = @person AND EXISTS (SELECT 1 FROM {rows} WHERE k.party = f.party_id AND k.entity = f.entity)",
            RowSet.Of("party", "entity", customers), ("person", person));
}
