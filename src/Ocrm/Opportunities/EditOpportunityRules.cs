using Granary.Access;
using Granary.Access.Contracts;
using Granary.Access.Lists;
using Granary.Kernel;
using Granary.Kernel.Auditing;
using Granary.Kernel.Storage;
using Granary.Ocrm.Storage;
using Granary.Ocrm.Work;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Granary.Ocrm.Opportunities;

/// <param name="Entity">Of a new one.</param>
/// <param name="Version">What somebody looked at; 0 of a new one.</param>
/// <param name="Preview">Says how many it would open today, and changes nothing.</param>
public sealed record RuleDraft(
    string? Entity, string? Name, string? Kind, RuleFigures? Figures, string? Pipeline, string? Stage, string? Product, string? Title, string? State, long Version, bool Preview);

/// <param name="Id">0 of one that is only looked at.</param>
/// <param name="Finds">Customers and things for which it would open an opportunity today.</param>
public sealed record RuleSaved(long Id, long Finds);

/// <summary>GET and POST /api/opportunity-rules, PUT /api/opportunity-rules/{id}: what a legal entity's rules open by themselves.</summary>
internal static class EditOpportunityRules
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/opportunity-rules", async (Caller caller, OcrmDatabase database, PipelineEntities entities, CancellationToken cancellation) =>
            {
                var mine = (await entities.OfAsync(caller, Permission.PipelinesEdit, cancellation)).Where(e => EditPipelines.Sets(caller, e)).ToList();
                return TypedResults.Ok<IReadOnlyList<OpportunityRule>>(await database.ReadAsync(session => session.QueryAsync(
                    $"SELECT {OpportunityRule.Columns} FROM {"{rows}"} CROSS JOIN ocrm.opportunity_rule u WHERE u.entity = k.entity ORDER BY u.entity, u.id", RowSet.Of("entity", mine), OpportunityRule.Read), cancellation));
            })
            .Requires(Permission.PipelinesEdit).WithName("ListOpportunityRules").WithSummary("Rules that open opportunities");
        routes.MapPost("/opportunity-rules", (RuleDraft draft, Caller caller, OcrmDatabase database, OcrmLimits limits, TimeProvider clock, CancellationToken cancellation) =>
                SaveAsync(0, draft, caller, database, limits, clock, cancellation))
            .Requires(Permission.PipelinesEdit).WithName("AddOpportunityRule").WithSummary("A new rule, or what it would find today");
        routes.MapPut("/opportunity-rules/{id:long}", (long id, RuleDraft draft, Caller caller, OcrmDatabase database, OcrmLimits limits, TimeProvider clock, CancellationToken cancellation) =>
                SaveAsync(id, draft, caller, database, limits, clock, cancellation))
            .Requires(Permission.PipelinesEdit).WithName("SaveOpportunityRule").WithSummary("Changes a rule, stops it or lets it run again");
    }

    private static ProblemHttpResult Unknown => Problems.NotFound("opportunity-rule-unknown", "No rule that you set has this number.");

    private static async Task<Results<Ok<RuleSaved>, ProblemHttpResult>> SaveAsync(long id, RuleDraft draft, Caller caller, OcrmDatabase database, OcrmLimits limits, TimeProvider clock, CancellationToken cancellation)
    {
        var at = clock.GetUtcNow().ToUnixTimeMilliseconds();
        async Task<(RuleSaved?, ProblemHttpResult?)> Work(Session session)
        {
            var known = id == 0 ? null : (await session.QueryAsync($"SELECT {OpportunityRule.Columns} FROM ocrm.opportunity_rule u WHERE u.id = @id {(session.Writes ? session.ForUpdateOf("u") : "")}", OpportunityRule.Read, ("id", id))).FirstOrDefault();
            var entity = known?.Entity ?? draft.Entity ?? "";
            if ((id != 0 && known is null) || entity.Length != UnitCode.EntityDigits || !EditPipelines.Sets(caller, entity))
            {
                return (null, Unknown);
            }

            var rule = new OpportunityRule(id, entity, draft.Name?.Trim() ?? "", draft.Kind ?? "", draft.Figures ?? new RuleFigures(0, 0, 0), draft.Pipeline ?? "", draft.Stage ?? "", draft.Product?.Trim() ?? "", draft.Title?.Trim() ?? "",
                draft.State ?? Stage.Open, known?.Day ?? 0, known?.Opened ?? 0, known?.Version ?? 0);
            if (await WrongAsync(session, rule, limits) is { } wrong)
            {
                return (null, wrong);
            }

            if (known is not null && known.Version != draft.Version)
            {
                return (null, Problems.Conflict("opportunity-rule-changed", "Somebody changed the rule meanwhile: look at it again."));
            }

            var key = session.Writes ? await WriteAsync(session, rule, caller, at) : id;
            return (new RuleSaved(key, await FindsAsync(session, rule with { Id = key }, BankTime.Today(clock))), null);
        }

        var (saved, problem) = await (draft.Preview ? database.ReadAsync(Work, cancellation) : database.WriteAsync(Work, cancellation));
        return problem is null ? TypedResults.Ok(saved!) : problem;
    }

    private static async Task<ProblemHttpResult?> WrongAsync(Session session, OpportunityRule rule, OcrmLimits limits)
    {
        if (rule.Name.Length is 0 || rule.Name.Length > limits.TaskTitle || rule.Title.Length is 0 || rule.Title.Length > limits.TaskTitle || rule.Product.Length > limits.TaskTitle || rule.State is not ("open" or "closed") || !rule.IsSound)
        {
            return Problems.BadRequest("opportunity-rule", "A rule has a name, a title for what it opens, and figures above 0: days of at most a year, a share below 100 percent.");
        }

        var pipelines = await Pipeline.OfAsync(session, [rule.Entity]);
        if (pipelines.FirstOrDefault(p => p.Code == rule.Pipeline) is not { } pipeline || (rule.Stage.Length > 0 && !pipeline.Stages.Any(s => s.Code == rule.Stage && s is { Kind: Stage.Open, State: Stage.Open })))
        {
            return MoveOpportunity.NoStage;
        }

        return rule.Id == 0 && (await session.QueryAsync("SELECT count(*) FROM ocrm.opportunity_rule u WHERE u.entity = @entity", r => r.GetInt64(0), ("entity", rule.Entity)))[0] >= limits.OpportunityRules
            ? Problems.BadRequest("opportunity-rules-many", $"A legal entity has at most {limits.OpportunityRules} rules.")
            : null;
    }

    private static async Task<long> FindsAsync(Session session, OpportunityRule rule, DateOnly today)
    {
        var sql = new SqlText();
        return (await session.QueryAsync($"SELECT count(*) FROM ({rule.NewlyFound(today, sql)}) n", r => r.GetInt64(0), sql.Parameters))[0];
    }

    private static async Task<long> WriteAsync(Session session, OpportunityRule rule, Caller caller, long at)
    {
        (string, object?)[] values =
        [
            ("entity", rule.Entity), ("name", rule.Name), ("kind", rule.Kind), ("args", WorkJson.Write(rule.Figures)), ("pipeline", rule.Pipeline), ("stage", rule.Stage), ("product", rule.Product), ("title", rule.Title),
            ("state", rule.State), ("person", caller.PersonId), ("at", at), ("id", rule.Id),
        ];
        // What changed may find something else today: it looks again.
        var id = rule.Id > 0 ? rule.Id : 0;
        if (id > 0)
        {
            await session.ExecuteAsync(
                """
                UPDATE ocrm.opportunity_rule SET name = @name, kind = @kind, args = @args, pipeline = @pipeline, stage = @stage, product = @product, title = @title, state = @state, day = 0,
                    changed_by = @person, changed_at = @at, version = version + 1 WHERE id = @id
                """, values[1..]);
        }
        else
        {
            id = (await session.QueryAsync(
                """
                INSERT INTO ocrm.opportunity_rule (entity, name, kind, args, pipeline, stage, product, title, state, day, opened, changed_by, changed_at, version)
                VALUES (@entity, @name, @kind, @args, @pipeline, @stage, @product, @title, @state, 0, 0, @person, @at, 1) RETURNING id
                """, r => r.GetInt64(0), values[..^1]))[0];
        }

        await AuditTrail.AppendAsync(session, "ocrm", at, new AuditEntry(caller.UserName, caller.From, Permission.PipelinesEdit, $"rule/{id}", After: WorkJson.Write(rule)));
        return id;
    }
}
