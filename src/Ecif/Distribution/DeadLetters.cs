using Granary.Access;
using Granary.Access.Contracts;
using Granary.Ecif.Contracts;
using Granary.Ecif.GoldenRecords;
using Granary.Ecif.Intake;
using Granary.Ecif.Rights;
using Granary.Ecif.Storage;
using Granary.Kernel;
using Granary.Kernel.Auditing;
using Granary.Kernel.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Granary.Ecif.Distribution;

/// <param name="State">due, sent, dead or skipped.</param>
public sealed record OpenDelivery(
    string System, string Key, string PartyNumber, string MaskedName, string State, long Sequence, int Tries, string? Reason, string? Text,
    string? MessageId, DateTimeOffset DueSince, DateTimeOffset? LastTriedAt);

public sealed record SkipRequest(string? Reason);

/// <summary>What has not arrived: GET /api/deliveries, and what a person decides about it: resend or skip, both kept in the audit.</summary>
internal static class DeadLetters
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/deliveries", async Task<Ok<IReadOnlyList<OpenDelivery>>> (Caller caller, EcifDatabase database, EcifLimits limits, string? state, string? system, int? limit, CancellationToken cancellation) =>
                TypedResults.Ok(await ListAsync(database, caller.SightOf(Permission.MessagesRead), state ?? "dead", system, Math.Clamp(limit ?? 100, 1, limits.PageRows), cancellation)))
            .Requires(Permission.MessagesRead).WithName("ListDeliveries").WithSummary("Deliveries that have not arrived: dead letters, or those due");
        routes.MapPost("/deliveries/{system}/{key}/resend", async Task<Results<NoContent, ProblemHttpResult>> (
                string system, string key, Caller caller, EcifDatabase database, TimeProvider clock, Wakeups wakeups, CancellationToken cancellation) =>
            {
                var done = await DecideAsync(database, clock, caller, system, key, DeliveryState.Due, "resend", "", cancellation);
                wakeups.Committed();
                return done ? TypedResults.NoContent() : NoDeadLetter();
            })
            .Requires(Permission.DeliveriesDecide).WithName("ResendDelivery").WithSummary("Tries a dead letter again, with the latest state");
        routes.MapPost("/deliveries/{system}/{key}/skip", async Task<Results<NoContent, ProblemHttpResult>> (
                string system, string key, SkipRequest request, Caller caller, EcifDatabase database, TimeProvider clock, CancellationToken cancellation) =>
                !AuditReason.IsGiven(request.Reason)
                    ? Problems.BadRequest(AuditReason.Missing, AuditReason.MissingDetail)
                    : await DecideAsync(database, clock, caller, system, key, DeliveryState.Skipped, "skip", request.Reason, cancellation) ? TypedResults.NoContent() : NoDeadLetter())
            .Requires(Permission.DeliveriesDecide).WithName("SkipDelivery").WithSummary("Gives a dead letter up until a newer state comes");
    }

    private static ProblemHttpResult NoDeadLetter() => Problems.Conflict("delivery.notDead", "There is no dead letter for this customer any more");

    private static async Task<IReadOnlyList<OpenDelivery>> ListAsync(EcifDatabase database, Sight sight, string state, string? system, int limit, CancellationToken cancellation)
    {
        var seen = PartySight.In(sight, "p.id");
        return await database.ReadAsync(session => session.QueryAsync(
            $"""
            SELECT d.system, d.key, p.id, p.golden, d.state, d.sequence, d.tries, d.code, d.text, d.message_id, d.since,
                   (SELECT max(t.at) FROM ecif.delivery_try t WHERE t.key = d.key AND t.system = d.system)
            FROM ecif.delivery d JOIN ecif.source_record r ON r.system = d.system AND r.key = d.key JOIN ecif.party p ON p.id = r.party_id
            WHERE d.state = @state AND (@system = '' OR d.system = @system) AND {seen.Sql} ORDER BY d.since, d.key LIMIT @limit
            """,
            r => new OpenDelivery(r.GetString(0), r.GetString(1), PartyNumber.Of(r.GetInt64(2)),
                Masked.Name(GoldenJson.Read(r.GetString(3)).GetValueOrDefault(PartyAttribute.Name)?.Value ?? ""),
                ((DeliveryState)r.GetInt16(4)).ToString().ToLowerInvariant(), r.GetInt64(5), r.GetInt32(6), Empty(r.GetString(7)), Empty(r.GetString(8)), r.TextOrNull(9),
                DateTimeOffset.FromUnixTimeMilliseconds(r.GetInt64(10)), r.LongOrNull(11) is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null),
            [("state", (short)(Enum.TryParse<DeliveryState>(state, ignoreCase: true, out var known) ? known : DeliveryState.Dead)), ("system", system ?? ""), ("limit", limit), .. seen.Parameters]), cancellation);
    }

    private static Task<bool> DecideAsync(
        EcifDatabase database, TimeProvider clock, Caller caller, string system, string key, DeliveryState state, string act, string reason, CancellationToken cancellation) =>
        database.WriteAsync(async session =>
        {
            var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
            var changed = await session.ExecuteAsync(
                "UPDATE ecif.delivery SET state = @state, due_at = @now, tries = 0 WHERE system = @system AND key = @key AND state = 2",
                ("state", (short)state), ("now", now), ("system", system), ("key", key));
            if (changed == 1)
            {
                await AuditTrail.AppendAsync(session, database.Schema, now, new AuditEntry(caller.UserName, caller.From, $"deliveries.{act}", $"{system}/{key}", reason));
            }

            return changed == 1;
        }, cancellation);

    private static string? Empty(string text) => text.Length == 0 ? null : text;
}
