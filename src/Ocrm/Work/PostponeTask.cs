using Granary.Access;
using Granary.Access.Contracts;
using Granary.Kernel;
using Granary.Ocrm.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Granary.Ocrm.Work;

/// <param name="DueOn">YYYY-MM-DD, not before today.</param>
/// <param name="Reason">Kept in the audit.</param>
public sealed record TaskLater(string? DueOn, string? Reason);

/// <summary>POST /api/tasks/{id}/postpone: another day, with the reason. What had gone to the head stays there.</summary>
internal static class PostponeTask
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/tasks/{id:long}/postpone", (long id, TaskLater later, Caller caller, OcrmDatabase database, TimeProvider clock, CancellationToken cancellation) =>
                TaskGate.ChangeAsync(database, caller, clock, id, later.Reason, async (session, task, _) =>
                {
                    if (!AuditReason.IsGiven(later.Reason))
                    {
                        return (null, Problems.BadRequest(AuditReason.Missing, AuditReason.MissingDetail));
                    }

                    if (BankTime.Parse(later.DueOn) is not { } day || day < BankTime.Today(clock))
                    {
                        return (null, CreateTask.WrongDay);
                    }

                    await session.ExecuteAsync("UPDATE ocrm.task SET due_on = @day, version = version + 1 WHERE id = @id", ("day", BankTime.Text(day)), ("id", id));
                    return ($"postponed {task.DueOn} {BankTime.Text(day)}", null);
                }, cancellation))
            .Requires(Permission.WorkEdit).WithName("PostponeTask").WithSummary("Another day for a task, with the reason");
}
