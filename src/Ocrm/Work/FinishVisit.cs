using Granary.Access;
using Granary.Access.Contracts;
using Granary.Kernel;
using Granary.Kernel.Auditing;
using Granary.Kernel.Storage;
using Granary.Ocrm.Activities;
using Granary.Ocrm.Documents;
using Granary.Ocrm.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Granary.Ocrm.Work;

/// <summary>What comes next, asked for in the form of the visit.</summary>
/// <param name="Kind">task, visit, call, or promise: what the customer was promised, of which the manager is reminded on the day.</param>
/// <param name="On">YYYY-MM-DD.</param>
public sealed record NextStep(string? Kind, string? Title, string? On);

/// <param name="Outcome">reached, agreed, refused or absent.</param>
/// <param name="Place">Where it was; empty: where it was planned.</param>
/// <param name="Photos">Where photos are kept that are not here.</param>
/// <param name="Documents">Photos and papers that were uploaded for one of the customers, by id; each of the customers has them then.</param>
public sealed record VisitDone(string? Outcome, string? Result, string? Place, IReadOnlyList<string>? Photos, NextStep? Next, IReadOnlyList<long>? Documents = null);

/// <summary>POST /api/visits/{id}/done: what came of it, and the next step, which becomes a task or a planned visit in the same transaction.</summary>
internal static class FinishVisit
{
    /// <summary>A next visit or call is planned for the morning, when offices open.</summary>
    private static readonly TimeSpan Morning = TimeSpan.FromHours(9);

    private const string Promise = "promise";

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/visits/{id:long}/done", async Task<Results<NoContent, ProblemHttpResult>> (
                long id, VisitDone done, Caller caller, OcrmDatabase database, OcrmLimits limits, TimeProvider clock, CancellationToken cancellation) =>
            {
                if (Wrong(done, limits) is { } wrong)
                {
                    return wrong;
                }

                return await VisitGate.ChangeAsync(database, caller, id, async (session, visit) =>
                {
                    if (await AttachDocuments.FindAsync(session, caller, done.Documents, visit.Entity, visit.Parties, limits) is not { } documents)
                    {
                        return AttachDocuments.Problem;
                    }

                    await WriteAsync(session, caller, visit, done, documents, clock.GetUtcNow().ToUnixTimeMilliseconds());
                    return null;
                }, cancellation);
            })
            .Requires(Permission.WorkEdit).WithName("FinishVisit").WithSummary("What came of a visit or call, and the next step");

    public static ProblemHttpResult? Wrong(VisitDone done, OcrmLimits limits) =>
        done.Outcome is null || !VisitRow.Outcomes.Contains(done.Outcome) ? Problems.BadRequest("visit-outcome", "What came of it? Reached, agreed, refused or absent.")
        : done.Result?.Length > limits.WorkText || done.Place?.Length > limits.TaskTitle || done.Photos?.Count > limits.VisitPhotos || done.Photos?.Any(p => p.Length > limits.TaskTitle) == true
            ? Problems.BadRequest("work-text", $"A text has at most {limits.WorkText} characters.")
        : done.Next is { } next && (next.Kind is not ("task" or "visit" or "call" or Promise) || string.IsNullOrWhiteSpace(next.Title) || next.Title.Length > limits.TaskTitle || BankTime.Parse(next.On) is null)
            ? Problems.BadRequest("visit-next", "The next step has a kind, a title and a day.")
        : null;

    public static async Task WriteAsync(Session session, Caller caller, OpenVisit visit, VisitDone done, AttachDocuments documents, long now)
    {
        // What was planned for later is over now; what is written down afterwards was when it was.
        var at = Math.Min(visit.At, now);
        var place = string.IsNullOrWhiteSpace(done.Place) ? visit.Place : done.Place.Trim();
        var next = done.Next is { } step ? await AddNextAsync(session, caller, visit, step, now) : "";
        await session.ExecuteAsync(
            "UPDATE ocrm.visit SET state = @state, at = @at, done_at = @now, outcome = @outcome, result = @result, place = @place, photos = @photos, next_ref = @next, version = version + 1 WHERE id = @id",
            ("state", VisitRow.Done), ("at", at), ("now", now), ("outcome", done.Outcome), ("result", done.Result?.Trim() ?? ""), ("place", place),
            ("photos", WorkJson.Write(done.Photos ?? [])), ("next", next), ("id", visit.Id));
        await documents.WriteAsync(session, VisitRow.RefOf(visit.Id));
        var detail = WorkJson.Write(new { outcome = done.Outcome, result = done.Result?.Trim() ?? "", place, next });
        await Activity.RecordAsync(session, [.. visit.Parties.Select(p => new Activity(p, visit.Entity, visit.Unit, visit.Person, at, visit.Kind, visit.Purpose, detail, VisitRow.RefOf(visit.Id)))]);
        await AuditTrail.AppendAsync(session, "ocrm", now, new AuditEntry(caller.UserName, caller.From, Permission.WorkEdit, VisitRow.RefOf(visit.Id), After: $"done {done.Outcome} {next}".TrimEnd()));
    }

    /// <returns>What it became, as "task/12".</returns>
    private static async Task<string> AddNextAsync(Session session, Caller caller, OpenVisit visit, NextStep next, long now)
    {
        var place = new Workplace(visit.Person, visit.Unit, visit.Entity);
        if (next.Kind == Promise)
        {
            return await PromiseAsync(session, visit, next, now);
        }

        return next.Kind == "task"
            ? TaskRow.RefOf(await CreateTask.AddAsync(session, caller, new TaskRow(visit.Parties[0], visit.Entity, visit.Unit, visit.Person, caller.PersonId, next.Title!.Trim(), "", 0, next.On!, [], false, now,
                Origin: VisitRow.RefOf(visit.Id))))
            : VisitRow.RefOf(await PlanVisit.AddAsync(session, caller, visit.Parties, place, next.Kind!, next.Title!.Trim(), visit.Place,
                BankTime.Ms(BankTime.Parse(next.On)!.Value) + (long)Morning.TotalMilliseconds, now));
    }

    /// <summary>A reminder of whoever made the promise, also where they are not the customer's manager.</summary>
    private static async Task<string> PromiseAsync(Session session, OpenVisit visit, NextStep next, long now)
    {
        var id = (await session.QueryAsync(
            """
            INSERT INTO ocrm.reminder (party_id, recorded_for, entity, unit, manager, kind, due_on, ref, title, args, state, reason, created_at)
            VALUES (@party, @party, @entity, @unit, @person, @kind, @due, @ref, @title, '{}', 'open', '', @now) RETURNING id
            """, r => r.GetInt64(0), ("party", visit.Parties[0]), ("entity", visit.Entity), ("unit", visit.Unit), ("person", visit.Person), ("kind", Promise),
            ("due", BankTime.Number(BankTime.Parse(next.On)!.Value)), ("ref", VisitRow.RefOf(visit.Id)), ("title", next.Title!.Trim()), ("now", now)))[0];
        return $"reminder/{id}";
    }
}
