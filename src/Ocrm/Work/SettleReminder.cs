using Granary.Access;
using Granary.Access.Contracts;
using Granary.Kernel;
using Granary.Kernel.Auditing;
using Granary.Ocrm.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Granary.Ocrm.Work;

/// <param name="DueOn">YYYY-MM-DD: another day; null: it is done.</param>
/// <param name="Reason">Needed for another day.</param>
public sealed record ReminderSettled(string? DueOn, string? Reason);

/// <summary>POST /api/today/reminders/{id}: what a reminder asked for is done, or waits for another day with the reason.</summary>
internal static class SettleReminder
{
    private static readonly SightColumns Columns = new("m.entity", "m.unit", "m.manager");

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/today/reminders/{id:long}", async Task<Results<NoContent, ProblemHttpResult>> (
                long id, ReminderSettled settled, Caller caller, OcrmDatabase database, TimeProvider clock, CancellationToken cancellation) =>
            {
                var day = BankTime.Parse(settled.DueOn);
                if (settled.DueOn is not null && (day is null || day <= BankTime.Today(clock)))
                {
                    return CreateTask.WrongDay;
                }

                if (day is not null && !AuditReason.IsGiven(settled.Reason))
                {
                    return Problems.BadRequest(AuditReason.Missing, AuditReason.MissingDetail);
                }

                return await database.WriteAsync(async session =>
                {
                    var seen = caller.SightOf(Permission.WorkEdit).In(Columns);
                    // The row of the old day stays as "postponed", so that the daily job does not write it again.
                    var found = await session.QueryAsync(
                        $"UPDATE ocrm.reminder AS m SET state = @state, reason = @reason WHERE m.id = @id AND m.state = 'open' AND {seen.Sql} RETURNING id",
                        r => r.GetInt64(0), [.. seen.Parameters, ("state", day is null ? "done" : "postponed"), ("reason", settled.Reason ?? ""), ("id", id)]);
                    if (found.Count == 0)
                    {
                        return (Results<NoContent, ProblemHttpResult>)Problems.NotFound("reminder-unknown", "No open reminder that you may see has this number.");
                    }

                    if (day is { } later)
                    {
                        await session.ExecuteAsync(
                            """
                            INSERT INTO ocrm.reminder (party_id, recorded_for, entity, unit, manager, kind, due_on, ref, title, args, state, reason, created_at)
                            SELECT party_id, recorded_for, entity, unit, manager, kind, @day, ref, title, args, 'open', '', created_at FROM ocrm.reminder WHERE id = @id
                            ON CONFLICT (party_id, entity, kind, ref, due_on) DO NOTHING
                            """, ("day", BankTime.Number(later)), ("id", id));
                    }

                    await AuditTrail.AppendAsync(session, "ocrm", clock.GetUtcNow().ToUnixTimeMilliseconds(), new AuditEntry(
                        caller.UserName, caller.From, Permission.WorkEdit, $"reminder/{id}", settled.Reason ?? "", After: day is { } to ? $"postponed {BankTime.Text(to)}" : "done"));
                    return TypedResults.NoContent();
                }, cancellation);
            })
            .Requires(Permission.WorkEdit).WithName("SettleReminder").WithSummary("A reminder is done, or waits for another day");
}
