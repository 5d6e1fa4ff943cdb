using Granary.Access;
using Granary.Access.Contracts;
using Granary.Ocrm.Customers;
using Granary.Ocrm.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Granary.Ocrm.Work;

/// <param name="After">What it became: open, done, "postponed" and the days, "transferred" and the people, "ticked" and the line, escalated, cancelled.</param>
public sealed record WorkEvent(DateTimeOffset At, string By, string After, string Reason);

/// <param name="Customer">A party number; empty where it is about no customer.</param>
/// <param name="Entity">The legal entity inside which it stays.</param>
/// <param name="Origin">What it came from, as "visit/12"; may be empty.</param>
public sealed record TaskView(
    long Id, string Entity, string Title, string Note, string Customer, string CustomerName, string Assignee, string AssigneeName, string CreatorName, string DueOn, string State, int Priority,
    IReadOnlyList<CheckItem> Checklist, bool Evidence, string Reference, string Result, string Origin, string EscalatedTo, IReadOnlyList<WorkEvent> History);

/// <summary>GET /api/tasks/{id}: a task with its checklist and what happened to it.</summary>
internal static class ShowTask
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/tasks/{id:long}", async Task<Results<Ok<TaskView>, ProblemHttpResult>> (
                long id, Caller caller, OcrmDatabase database, IOrganisation organisation, OcrmLimits limits, CancellationToken cancellation) =>
            {
                var seen = caller.SightOf(Permission.WorkEdit).In(TaskList.Sight);
                var shown = caller.Sees(DataClass.C1);
                var (task, events) = await database.ReadAsync(async session => (
                    (await session.QueryAsync(
                        $"""
                        SELECT t.title, t.note, COALESCE(c.number, ''), COALESCE(c.name, ''), t.assignee, t.creator, t.due_on, t.state, t.priority, t.checklist, t.evidence, t.reference, t.result, t.origin, t.escalated_to, t.entity
                        FROM ocrm.task t LEFT JOIN ocrm.customer c ON c.party_id = t.party_id AND c.entity = t.entity WHERE t.id = @id AND {seen.Sql}
                        """,
                        r => new TaskView(id, r.GetString(15), r.GetString(0), r.GetString(1), r.GetString(2), Name(r.GetString(3)), r.GetString(4), "", r.GetString(5), r.GetString(6), r.GetString(7), r.GetInt16(8),
                            WorkJson.Read<CheckItem[]>(r.GetString(9)), r.GetInt16(10) != 0, r.GetString(11), r.GetString(12), r.GetString(13), r.GetString(14), []),
                        [.. seen.Parameters, ("id", id)])).FirstOrDefault(),
                    await session.QueryAsync(
                        $"SELECT a.at, a.who, a.after, a.reason FROM ocrm.audit a WHERE a.subject = @subject ORDER BY a.at DESC, a.id DESC LIMIT {limits.EventsShown}",
                        r => new WorkEvent(DateTimeOffset.FromUnixTimeMilliseconds(r.GetInt64(0)), r.GetString(1), r.GetString(2), r.GetString(3)), ("subject", TaskRow.RefOf(id)))), cancellation);
                if (task is null)
                {
                    return Problems.NotFound("task-unknown", "No task that you may see has this number.");
                }

                var names = await organisation.PeopleNamesAsync([task.Assignee, task.CreatorName, task.EscalatedTo], cancellation);
                string Person(string person) => names.GetValueOrDefault(person, person);
                return TypedResults.Ok(task with { AssigneeName = Person(task.Assignee), CreatorName = Person(task.CreatorName), EscalatedTo = Person(task.EscalatedTo), History = events });

                string Name(string name) => ShownName.For(shown, name);
            })
            .Requires(Permission.WorkEdit).WithName("ShowTask").WithSummary("A task with its checklist and its history");
}
