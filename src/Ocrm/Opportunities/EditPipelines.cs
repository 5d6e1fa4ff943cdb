using System.Globalization;
using Granary.Access;
using Granary.Access.Contracts;
using Granary.Kernel.Auditing;
using Granary.Kernel.Storage;
using Granary.Ocrm.Storage;
using Granary.Ocrm.Work;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Granary.Ocrm.Opportunities;

/// <param name="Entities">The legal entities in which the caller works with opportunities, with their names.</param>
public sealed record PipelinesView(IReadOnlyList<Pipeline> Pipelines, IReadOnlyDictionary<string, string> Entities);

/// <param name="InUse">Stage id → opportunities that lie in it.</param>
public sealed record PipelineSettings(Pipeline Pipeline, IReadOnlyDictionary<string, long> InUse);

/// <param name="Closed">Stages that were to go and are closed instead, since something lies or lay in them: id → opportunities in it now.</param>
public sealed record PipelineSaved(Pipeline Pipeline, IReadOnlyDictionary<string, long> Closed);

/// <summary>GET /api/pipelines for who works with them; GET /api/pipelines/settings, POST /api/pipelines and PUT /api/pipelines/{id} for who sets them.</summary>
internal static class EditPipelines
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/pipelines", async (Caller caller, PipelineEntities entities, IOrganisation organisation, CancellationToken cancellation) =>
            {
                var mine = await entities.OfAsync(caller, Permission.OpportunitiesEdit, cancellation);
                return TypedResults.Ok(new PipelinesView(await entities.PipelinesAsync(mine, cancellation), await organisation.UnitNamesAsync(mine, cancellation)));
            })
            .Requires(Permission.OpportunitiesEdit).WithName("ListPipelines").WithSummary("The pipelines of the legal entities in which the caller works");
        routes.MapGet("/pipelines/settings", async (Caller caller, OcrmDatabase database, PipelineEntities entities, CancellationToken cancellation) =>
            {
                var mine = (await entities.OfAsync(caller, Permission.PipelinesEdit, cancellation)).Where(e => Sets(caller, e)).ToList();
                var pipelines = await entities.PipelinesAsync(mine, cancellation);
                var uses = await database.ReadAsync(session => InUseAsync(session, [.. pipelines.Select(p => p.Id)]), cancellation);
                return TypedResults.Ok<IReadOnlyList<PipelineSettings>>([.. pipelines.Select(p => new PipelineSettings(p, Of(p.Stages, uses)))]);
            })
            .Requires(Permission.PipelinesEdit).WithName("ShowPipelineSettings").WithSummary("Pipelines with what lies in their stages");
        routes.MapPost("/pipelines", (PipelineDraft draft, Caller caller, OcrmDatabase database, OcrmLimits limits, TimeProvider clock, CancellationToken cancellation) =>
                SaveAsync(null, draft, caller, database, limits, clock, cancellation))
            .Requires(Permission.PipelinesEdit).WithName("AddPipeline").WithSummary("A new pipeline of a legal entity");
        routes.MapPut("/pipelines/{id:long}", (long id, PipelineDraft draft, Caller caller, OcrmDatabase database, OcrmLimits limits, TimeProvider clock, CancellationToken cancellation) =>
                SaveAsync(id, draft, caller, database, limits, clock, cancellation))
            .Requires(Permission.PipelinesEdit).WithName("SavePipeline").WithSummary("Changes a pipeline; what lies in its stages stays");
    }

    private static ProblemHttpResult Unknown => Problems.NotFound("pipeline-unknown", "No pipeline that you set has this number.");

    public static bool Sets(Caller caller, string entity) => caller.SightOf(Permission.PipelinesEdit).Sees(entity, entity, "");

    private static async Task<Results<Ok<PipelineSaved>, ProblemHttpResult>> SaveAsync(long? id, PipelineDraft draft, Caller caller, OcrmDatabase database, OcrmLimits limits, TimeProvider clock, CancellationToken cancellation)
    {
        if (draft.Wrong(limits) is { } wrong)
        {
            return wrong;
        }

        var (saved, problem) = await database.WriteAsync(session => WriteAsync(session, id, draft, caller, limits, clock.GetUtcNow().ToUnixTimeMilliseconds()), cancellation);
        return problem is null ? TypedResults.Ok(saved!) : problem;
    }

    private static async Task<(PipelineSaved? Saved, ProblemHttpResult? Problem)> WriteAsync(Session session, long? id, PipelineDraft draft, Caller caller, OcrmLimits limits, long at)
    {
        var entity = id is null ? draft.Entity ?? ""
            : (await session.QueryAsync($"SELECT p.entity FROM ocrm.pipeline p WHERE p.id = @id {session.ForUpdateOf("p")}", r => r.GetString(0), ("id", id))).FirstOrDefault("");
        if (entity.Length != UnitCode.EntityDigits || !Sets(caller, entity))
        {
            return (null, Unknown);
        }

        var all = await Pipeline.EnsureAsync(session, entity, at);
        var known = all.FirstOrDefault(p => p.Id == id);
        if (known is null && all.Count >= limits.Pipelines)
        {
            return (null, Problems.BadRequest("pipeline-large", $"A legal entity has at most {limits.Pipelines} pipelines."));
        }

        if (known is not null && known.Version != draft.Version)
        {
            return (null, Problems.Conflict("pipeline-changed", "Somebody changed the pipeline meanwhile: look at it again."));
        }

        var (used, lost) = known is null ? (new HashSet<long>(), new HashSet<string>()) : await UsedAsync(session, known);
        if (draft.On(known, used) is not { } stages)
        {
            return (null, Problems.BadRequest("pipeline-stage", "A stage keeps its kind, and is of this pipeline."));
        }

        var pipeline = new Pipeline(id ?? 0, entity, known?.Code ?? PipelineDraft.Fresh(all.Select(p => p.Code).ToHashSet(StringComparer.Ordinal), "pipeline"), draft.Zh!.Trim(), draft.En!.Trim(), draft.State!, stages,
            draft.ReasonsOn(known, lost), (known?.Version ?? 0) + 1);
        var key = known is null ? await Pipeline.InsertAsync(session, pipeline, all.Count, caller.PersonId, at) : await UpdateAsync(session, pipeline, caller.PersonId, at);
        await AuditTrail.AppendAsync(session, "ocrm", at, new AuditEntry(caller.UserName, caller.From, Permission.PipelinesEdit, $"pipeline/{key}", Before: known is null ? "" : WorkJson.Write(known), After: WorkJson.Write(pipeline)));
        var now = (await Pipeline.OfAsync(session, [entity])).Single(p => p.Id == key);
        var closed = stages.Where(s => s.Id != 0 && draft.Stages!.All(d => d.Id != s.Id)).ToList();
        return (new PipelineSaved(now, Of(closed, await InUseAsync(session, [key]))), null);
    }

    private static async Task<long> UpdateAsync(Session session, Pipeline pipeline, string person, long at)
    {
        await session.ExecuteAsync("UPDATE ocrm.pipeline SET name_zh = @zh, name_en = @en, state = @state, reasons = @reasons, changed_by = @person, changed_at = @at, version = version + 1 WHERE id = @id",
            ("zh", pipeline.Zh), ("en", pipeline.En), ("state", pipeline.State), ("reasons", WorkJson.Write(pipeline.Reasons)), ("person", person), ("at", at), ("id", pipeline.Id));
        await session.ExecuteAsync("DELETE FROM ocrm.stage WHERE pipeline = @id AND id NOT IN (SELECT k.id FROM {rows})", RowSet.Of("id", [.. pipeline.Stages.Select(s => s.Id).Append(0)]), ("id", pipeline.Id));
        await Pipeline.WriteStagesAsync(session, pipeline.Id, pipeline.Stages);
        return pipeline.Id;
    }

    /// <summary>Stages in which something lies or lay, and reasons for which something was lost.</summary>
    private static async Task<(HashSet<long> Stages, HashSet<string> Reasons)> UsedAsync(Session session, Pipeline pipeline) => (
        [.. await session.QueryAsync(
            """
            SELECT k.id FROM {rows} WHERE EXISTS (SELECT 1 FROM ocrm.opportunity p WHERE p.stage = k.id)
                OR EXISTS (SELECT 1 FROM ocrm.opportunity p JOIN ocrm.opportunity_move m ON m.opportunity = p.id WHERE p.pipeline = @pipeline AND (m.before = k.id OR m.after = k.id))
            """, RowSet.Of("id", [.. pipeline.Stages.Select(s => s.Id)]), r => r.GetInt64(0), ("pipeline", pipeline.Id))],
        [.. await session.QueryAsync(
            "SELECT DISTINCT m.reason FROM ocrm.opportunity p JOIN ocrm.opportunity_move m ON m.opportunity = p.id WHERE p.pipeline = @pipeline AND m.reason <> ''", r => r.GetString(0), ("pipeline", pipeline.Id))]);

    private static async Task<IReadOnlyDictionary<long, long>> InUseAsync(Session session, IReadOnlyCollection<long> pipelines) => (await session.QueryAsync(
        "SELECT p.stage, count(*) FROM {rows} CROSS JOIN ocrm.stage s JOIN ocrm.opportunity p ON p.stage = s.id WHERE s.pipeline = k.id GROUP BY p.stage",
        RowSet.Of("id", pipelines), r => (r.GetInt64(0), r.GetInt64(1)))).ToDictionary(r => r.Item1, r => r.Item2);

    private static Dictionary<string, long> Of(IEnumerable<Stage> stages, IReadOnlyDictionary<long, long> uses) =>
        stages.ToDictionary(s => s.Id.ToString(CultureInfo.InvariantCulture), s => uses.GetValueOrDefault(s.Id), StringComparer.Ordinal);
}
