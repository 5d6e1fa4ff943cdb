using Granary.Access;
using Granary.Access.Contracts;
using Granary.Kernel.Auditing;
using Granary.Ocrm.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Granary.Ocrm.Work;

/// <param name="Offset">Days from the start to the day on which it is due, 0 being the start itself.</param>
public sealed record PlanStep(string Title, string? Note, int Offset, IReadOnlyList<string>? Checklist, bool Evidence, int Priority);

/// <param name="Entity">The legal entity that it is for.</param>
/// <param name="Mine">Whether the caller may change it.</param>
public sealed record PlanView(long Id, string Entity, string Name, IReadOnlyList<PlanStep> Steps, bool Mine);

/// <param name="Id">0: a new one.</param>
/// <param name="Closed">Nobody starts it any more; what was started goes on.</param>
public sealed record PlanDraft(long Id, string? Name, IReadOnlyList<PlanStep>? Steps, bool Closed);

/// <summary>GET and POST /api/plans: sequences of tasks with offsets; one of a single step is a template.</summary>
internal static class Plans
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/plans", async (Caller caller, OcrmDatabase database, IStaff staff, OcrmLimits limits, CancellationToken cancellation) =>
                TypedResults.Ok<IReadOnlyList<PlanView>>(await ListAsync(caller, database, staff, limits, cancellation)))
            .Requires(Permission.WorkEdit).WithName("ListPlans").WithSummary("Plans and templates of tasks");
        routes.MapPost("/plans", SaveAsync).Requires(Permission.WorkAssign).WithName("SavePlan").WithSummary("A new plan of tasks, or a change of one");
    }

    /// <summary>The plans of the legal entities in which the caller works, or for which they may give work.</summary>
    public static async Task<List<PlanView>> ListAsync(Caller caller, OcrmDatabase database, IStaff staff, OcrmLimits limits, CancellationToken cancellation)
    {
        var entities = (await staff.WorkplacesAsync([caller.PersonId], Permission.WorkEdit, cancellation)).Select(p => p.Entity).ToHashSet(StringComparer.Ordinal);
        var all = caller.SightOf(Permission.WorkAssign).All;
        return await database.ReadAsync(async session => (await session.QueryAsync(
            $"SELECT p.id, p.entity, p.name, p.steps FROM ocrm.plan p WHERE p.state = 'active' ORDER BY p.name, p.id LIMIT {limits.PlansShown}",
            r => new PlanView(r.GetInt64(0), r.GetString(1), r.GetString(2), WorkJson.Read<PlanStep[]>(r.GetString(3)), Mine: false)))
            .Where(p => all || entities.Contains(p.Entity)).Select(p => p with { Mine = caller.May(Permission.WorkAssign) }).ToList(), cancellation);
    }

    private static async Task<Results<Ok<CreatedWork>, ProblemHttpResult>> SaveAsync(
        PlanDraft draft, Caller caller, OcrmDatabase database, IStaff staff, OcrmLimits limits, TimeProvider clock, CancellationToken cancellation)
    {
        if (draft.Steps is not { Count: > 0 } steps || steps.Count > limits.PlanSteps || string.IsNullOrWhiteSpace(draft.Name) || draft.Name.Length > limits.TaskTitle
            || steps.Any(s => s.Offset < 0 || s.Offset > limits.PlanDays))
        {
            return Problems.BadRequest("plan-wrong", $"A plan has a name and 1 to {limits.PlanSteps} steps within {limits.PlanDays} days.");
        }

        if (steps.Select(s => CreateTask.Wrong(s.Title, s.Note, s.Checklist, limits)).FirstOrDefault(p => p is not null) is { } wrong)
        {
            return wrong;
        }

        var entity = (await staff.WorkplacesAsync([caller.PersonId], Permission.WorkEdit, cancellation)).Select(p => p.Entity).FirstOrDefault() ?? UnitCode.Province;
        var at = clock.GetUtcNow().ToUnixTimeMilliseconds();
        var id = await database.WriteAsync(async session =>
        {
            var saved = (await session.QueryAsync(draft.Id == 0
                    ? "INSERT INTO ocrm.plan (entity, name, steps, state, creator, created_at, version) VALUES (@entity, @name, @steps, @state, @who, @at, 1) RETURNING id"
                    : "UPDATE ocrm.plan SET name = @name, steps = @steps, state = @state, version = version + 1 WHERE id = @id AND entity = @entity RETURNING id",
                r => r.GetInt64(0), ("entity", entity), ("name", draft.Name.Trim()), ("steps", WorkJson.Write(steps)), ("state", draft.Closed ? "closed" : "active"),
                ("who", caller.PersonId), ("at", at), ("id", draft.Id))).FirstOrDefault();
            if (saved != 0)
            {
                await AuditTrail.AppendAsync(session, "ocrm", at, new AuditEntry(caller.UserName, caller.From, Permission.WorkAssign, $"plan/{saved}", After: draft.Closed ? "closed" : $"{steps.Count} steps"));
            }

            return saved;
        }, cancellation);
        return id == 0 ? Problems.NotFound("plan-unknown", "Your legal entity has no such plan.") : TypedResults.Ok(new CreatedWork(id));
    }
}
