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

namespace Granary.Ocrm.Work;

/// <param name="Customer">A party number; null or empty where it is about no customer.</param>
/// <param name="Assignee">A person's id; empty for oneself.</param>
/// <param name="DueOn">YYYY-MM-DD.</param>
/// <param name="Priority">0 ordinary, 1 important.</param>
/// <param name="Evidence">Whether it is done only with a reference to a proof.</param>
public sealed record TaskDraft(string? Title, string? Note, string? Customer, string? Assignee, string? DueOn, int Priority, IReadOnlyList<string>? Checklist, bool Evidence);

public sealed record CreatedWork(long Id);

/// <summary>POST /api/tasks: a task for oneself or for anyone within one's rights.</summary>
internal static class CreateTask
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/tasks", async Task<Results<Ok<CreatedWork>, ProblemHttpResult>> (
                TaskDraft draft, Caller caller, OcrmDatabase database, Assignees assignees, OcrmLimits limits, TimeProvider clock, CancellationToken cancellation) =>
            {
                if (Wrong(draft.Title, draft.Note, draft.Checklist, limits) is { } wrong)
                {
                    return wrong;
                }

                if (BankTime.Parse(draft.DueOn) is null)
                {
                    return WrongDay;
                }

                SeenCustomer? customer = null;
                if (draft.Customer is { Length: > 0 } number && (customer = await database.ReadAsync(s => CustomerGate.FindAsync(s, caller.SightOf(Permission.CustomersRead), number), cancellation)) is null)
                {
                    return CustomerGate.Unknown;
                }

                if (await assignees.FindAsync(caller, draft.Assignee, customer?.Entities ?? [], cancellation) is not { } place)
                {
                    return WrongAssignee;
                }

                var at = clock.GetUtcNow().ToUnixTimeMilliseconds();
                var task = new TaskRow(customer?.Party ?? 0, place.Entity, place.Unit, place.Person, caller.PersonId, draft.Title!.Trim(), draft.Note?.Trim() ?? "",
                    draft.Priority > 0 ? 1 : 0, draft.DueOn!, [.. (draft.Checklist ?? []).Select(c => new CheckItem(c.Trim(), false))], draft.Evidence, at);
                return TypedResults.Ok(new CreatedWork(await database.WriteAsync(session => AddAsync(session, caller, task), cancellation)));
            })
            .Requires(Permission.WorkEdit).WithName("CreateTask").WithSummary("A task for oneself or for anyone within one's rights");

    public static ProblemHttpResult WrongDay => Problems.BadRequest("task-day", "A day is YYYY-MM-DD.");

    public static ProblemHttpResult WrongAssignee => Problems.BadRequest("task-assignee", "There is nobody of this name to whom you may give it, or they do not work in the customer's legal entity.");

    /// <summary>Writes a task and its audit.</summary>
    public static async Task<long> AddAsync(Session session, Caller caller, TaskRow task)
    {
        var id = await session.AddAsync(TaskRow.Rows, task);
        await AuditTrail.AppendAsync(session, "ocrm", task.CreatedAt,
            new AuditEntry(caller.UserName, caller.From, Permission.WorkEdit, TaskRow.RefOf(id), After: $"open {task.Assignee} {task.DueOn}"));
        return id;
    }

    public static ProblemHttpResult? Wrong(string? title, string? note, IReadOnlyList<string>? checklist, OcrmLimits limits) =>
        string.IsNullOrWhiteSpace(title) || title.Length > limits.TaskTitle ? Problems.BadRequest("task-title", $"A title has 1 to {limits.TaskTitle} characters.")
        : note?.Length > limits.WorkText ? Problems.BadRequest("work-text", $"A text has at most {limits.WorkText} characters.")
        : checklist is { } lines && (lines.Count > limits.ChecklistLines || lines.Any(l => string.IsNullOrWhiteSpace(l) || l.Length > limits.TaskTitle))
            ? Problems.BadRequest("task-checklist", $"A checklist has at most {limits.ChecklistLines} lines, none of them empty.")
        : null;
}
