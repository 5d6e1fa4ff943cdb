using Granary.Access;
using Granary.Access.Contracts;
using Granary.Kernel.Auditing;
using Granary.Kernel.Storage;
using Granary.Ocrm.Holdings;
using Granary.Ocrm.Ownership;
using Granary.Ocrm.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Granary.Ocrm.Customers;

/// <summary>A row that was written while two customers were one.</summary>
/// <param name="What">The kind of row: task, visit, consent, tag, document, activity …</param>
/// <param name="From">The number of the customer with whom it is.</param>
/// <param name="To">The number of the customer whose it may be.</param>
public sealed record ReviewView(long Id, string What, string Entity, string From, string FromName, string To, string ToName, DateTimeOffset WrittenAt, DateTimeOffset FoundAt);

/// <param name="Over">Whether the rows go over to the other customer.</param>
public sealed record ReviewDecision(IReadOnlyList<long>? Ids, bool Over);

/// <summary>GET and POST /api/customers/reviews: what splits left ambiguous, and a person's word on it.</summary>
internal static class ReviewSplits
{
    private sealed record Open(long Id, string What, long Row, long From, long To, string Number);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/customers/reviews", async (Caller caller, OcrmDatabase database, OcrmLimits limits, CancellationToken cancellation) =>
                TypedResults.Ok<IReadOnlyList<ReviewView>>(await database.ReadAsync(session => ListAsync(session, caller, limits), cancellation)))
            .Requires(Permission.CustomersAllocate).WithName("ListReviews").WithSummary("What splits left ambiguous");
        routes.MapPost("/customers/reviews", async Task<Results<Ok, ProblemHttpResult>> (
                ReviewDecision decision, Caller caller, OcrmDatabase database, IEnumerable<PartyRows> tables, TimeProvider clock, CancellationToken cancellation) =>
                decision.Ids is { Count: > 0 } ids && await database.WriteAsync(session => DecideAsync(session, caller, [.. ids.Distinct()], decision.Over, tables, clock), cancellation)
                    ? TypedResults.Ok()
                    : Problems.NotFound("review.unknown", "One of them is not open, or not yours to decide"))
            .Requires(Permission.CustomersAllocate).WithName("DecideReviews").WithSummary("Leaves rows with a customer, or gives them to the one who was split off");
    }

    private static Task<List<ReviewView>> ListAsync(Session session, Caller caller, OcrmLimits limits)
    {
        var seen = caller.SightOf(Permission.CustomersAllocate).In(CustomerList.OwnSight);
        var shown = caller.Sees(DataClass.C1) == FieldSight.Clear;
        return session.QueryAsync(
            $"""
            SELECT w.id, w.what, w.entity, c.number, c.name, t.number, t.name, w.written_at, w.found_at
            FROM ocrm.review w JOIN ocrm.customer c ON c.party_id = w.split_from AND c.entity = w.entity {OwnerRow.OfCustomer} JOIN ocrm.customer t ON t.party_id = w.split_to AND t.entity = w.entity
            WHERE w.state = 0 AND {seen.Sql} ORDER BY w.id LIMIT {limits.ReviewsShown}
            """,
            r => new ReviewView(r.GetInt64(0), r.GetString(1), r.GetString(2), r.GetString(3), Name(r.GetString(4)), r.GetString(5), Name(r.GetString(6)),
                DateTimeOffset.FromUnixTimeMilliseconds(r.GetInt64(7)), DateTimeOffset.FromUnixTimeMilliseconds(r.GetInt64(8))), [.. seen.Parameters]);

        string Name(string name) => shown ? name : Masked.Name(name);
    }

    /// <returns>False where one of them is not there to be decided; then none is.</returns>
    private static async Task<bool> DecideAsync(Session session, Caller caller, IReadOnlyList<long> ids, bool over, IEnumerable<PartyRows> tables, TimeProvider clock)
    {
        var seen = caller.SightOf(Permission.CustomersAllocate).In(CustomerList.OwnSight);
        var open = await session.QueryAsync(
            $"""
            SELECT w.id, w.what, w.row_id, w.split_from, w.split_to, c.number FROM ocrm.review w JOIN ocrm.customer c ON c.party_id = w.split_from AND c.entity = w.entity {OwnerRow.OfCustomer}
            WHERE w.id IN (SELECT k.id FROM {"{rows}"}) AND w.state = 0 AND {seen.Sql} ORDER BY w.id {session.ForUpdateOf("w")}
            """,
            RowSet.Of("id", ids), r => new Open(r.GetInt64(0), r.GetString(1), r.GetInt64(2), r.GetInt64(3), r.GetInt64(4), r.GetString(5)), [.. seen.Parameters]);
        if (open.Count != ids.Count)
        {
            return false;
        }

        var at = clock.GetUtcNow().ToUnixTimeMilliseconds();
        foreach (var doubt in open)
        {
            if (over)
            {
                var table = tables.Single(t => t.What == doubt.What);
                await FollowIdentity.MoveAsync(session, table, [doubt.Row], doubt.To);
                await session.ExecuteAsync(
                    $"UPDATE ocrm.activity SET party_id = @to WHERE party_id = @from AND ref IN (SELECT @what || '/' || CAST(t.{table.RefBy} AS text) FROM {table.Table} t WHERE t.id = @row)",
                    ("to", doubt.To), ("from", doubt.From), ("what", doubt.What), ("row", doubt.Row));
            }

            await session.ExecuteAsync("UPDATE ocrm.review SET state = @state, decided_by = @who, decided_at = @at WHERE id = @id",
                ("state", (short)(over ? 2 : 1)), ("who", caller.PersonId), ("at", at), ("id", doubt.Id));
        }

        await HoldingSums.WriteAsync(session, [.. open.SelectMany(d => new[] { d.From, d.To }).Distinct()]);
        await AuditTrail.AppendAsync(session, "ocrm", at,
            [.. open.Select(d => new AuditEntry(caller.UserName, caller.From, Permission.CustomersAllocate, d.Number, "split review", $"{d.What}/{d.Row}", over ? "goes over" : "stays"))]);
        return true;
    }
}
