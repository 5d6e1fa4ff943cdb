using Granary.Access;
using Granary.Access.Contracts;
using Granary.Ocrm.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Granary.Ocrm.Work;

/// <param name="Line">Which line of the checklist, from 0.</param>
public sealed record TaskTick(int Line, bool Done);

/// <summary>POST /api/tasks/{id}/ticks: a line of the checklist is done, or is not after all.</summary>
internal static class TickTask
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/tasks/{id:long}/ticks", (long id, TaskTick tick, Caller caller, OcrmDatabase database, TimeProvider clock, CancellationToken cancellation) =>
                TaskGate.ChangeAsync(database, caller, clock, id, null, async (session, task, _) =>
                {
                    var lines = WorkJson.Read<CheckItem[]>(task.Checklist);
                    if (tick.Line < 0 || tick.Line >= lines.Length)
                    {
                        return (null, Problems.BadRequest("task-no-line", "The checklist has no such line."));
                    }

                    lines[tick.Line] = lines[tick.Line] with { Done = tick.Done };
                    await session.ExecuteAsync("UPDATE ocrm.task SET checklist = @lines, version = version + 1 WHERE id = @id", ("lines", WorkJson.Write(lines)), ("id", id));
                    return ($"{(tick.Done ? "ticked" : "unticked")} {tick.Line + 1}", null);
                }, cancellation))
            .Requires(Permission.WorkEdit).WithName("TickTask").WithSummary("A line of a task's checklist is done, or not");
}
