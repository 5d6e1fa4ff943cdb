using Granary.Access;
using Granary.Access.Contracts;
using Granary.Kernel.Storage;
using Granary.Ocrm.Activities;
using Granary.Ocrm.Documents;
using Granary.Ocrm.Storage;
using Granary.Ocrm.Work;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Granary.Ocrm.Opportunities;

/// <param name="Stage">A stage's id, of the same pipeline.</param>
/// <param name="Version">What the caller looked at.</param>
/// <param name="Reason">A lost reason's code, where the stage loses it.</param>
/// <param name="Remark">What somebody has to say about it; may be empty.</param>
/// <param name="Fields">What the stage asks for, typed along with the move.</param>
/// <param name="Documents">Files uploaded for the customer, by id, that belong to it from now on.</param>
public sealed record OpportunityMove(long Stage, long Version, string? Reason, string? Remark, OpportunityFields? Fields, IReadOnlyList<long>? Documents = null);

/// <param name="Version">What the caller looked at.</param>
public sealed record OpportunityUndo(long Version);

/// <summary>POST /api/opportunities/{id}/move: into another stage, which wins, loses or opens again as the stage's kind says; …/undo: takes the last move back.</summary>
internal static class MoveOpportunity
{
    public static ProblemHttpResult NoStage => Problems.BadRequest("opportunity-stage", "The pipeline has no open stage of this number.");

    private static ProblemHttpResult NoReason => Problems.BadRequest("opportunity-reason", "Why was it lost? One of the pipeline's reasons is needed.");

    private static ProblemHttpResult Settled => Problems.Conflict("opportunity-settled", "It was won or lost a while ago: the head of the unit opens it again.");

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/opportunities/{id:long}/move", (long id, OpportunityMove move, Caller caller, OcrmDatabase database, IOrganisation organisation, OcrmLimits limits, TimeProvider clock, CancellationToken cancellation) =>
                OpportunityGate.ChangeAsync(database, caller, clock, organisation, limits, id, move.Version, (session, known, pipeline, at) => MoveAsync(session, caller, known, pipeline, move, at, limits), cancellation))
            .Requires(Permission.OpportunitiesEdit).WithName("MoveOpportunity").WithSummary("Moves an opportunity to a stage; wins, loses or opens it again");
        routes.MapPost("/opportunities/{id:long}/undo", (long id, OpportunityUndo body, Caller caller, OcrmDatabase database, IOrganisation organisation, OcrmLimits limits, TimeProvider clock, CancellationToken cancellation) =>
                OpportunityGate.ChangeAsync(database, caller, clock, organisation, limits, id, body.Version, (session, known, pipeline, at) => UndoAsync(session, caller, known, pipeline, at, limits), cancellation))
            .Requires(Permission.OpportunitiesEdit).WithName("UndoOpportunityMove").WithSummary("Takes the last move of an opportunity back");
    }

    /// <param name="moves">The newest first.</param>
    public static bool MayUndo(IReadOnlyList<StageMove> moves, Caller caller, long now, OcrmLimits limits) =>
        moves is [{ Before: > 0 } last, ..] && last.Person == caller.PersonId && now - last.At <= (long)limits.MoveUndo.TotalMilliseconds;

    private static async Task<OpportunityChange> MoveAsync(Session session, Caller caller, Opportunity known, Pipeline pipeline, OpportunityMove move, long at, OcrmLimits limits)
    {
        var remark = move.Remark?.Trim() ?? "";
        if (pipeline.Find(move.Stage) is not { State: Stage.Open } stage || stage.Id == known.Stage)
        {
            return NoStage;
        }

        if (remark.Length > limits.WorkText)
        {
            return Problems.BadRequest("work-text", $"A text has at most {limits.WorkText} characters.");
        }

        var lost = stage.Kind == Stage.Lost;
        if (lost && !pipeline.Reasons.Any(r => r.Code == move.Reason && !r.Closed))
        {
            return NoReason;
        }

        if (known.State != Stage.Open && at - known.ClosedAt > (long)limits.OpportunityReopen.TotalMilliseconds && !caller.SightOf(Permission.OpportunitiesEdit).Sees(known.Entity, known.Unit))
        {
            return Settled;
        }

        if (await AttachDocuments.FindAsync(session, caller, move.Documents, known.Entity, known.Party > 0 ? [known.Party] : [], limits) is not { } documents)
        {
            return AttachDocuments.Problem;
        }

        // The chance that somebody set was that of the stage where it lay.
        var typed = move.Fields?.On(known with { Chance = -1 }) ?? known with { Chance = -1 };
        if (OpportunityFields.Wrong(typed, limits) is { } wrong)
        {
            return wrong;
        }

        if (await OpportunityFields.UnsuitableAsync(session, known, typed, at) is { } unsuitable)
        {
            return unsuitable;
        }

        if (StageNeeds.Missing(stage, typed, documents.Count + await ShowOpportunity.DocumentsAsync(session, known.Id)) is { Count: > 0 } missing)
        {
            return OpportunityGate.Missing(missing);
        }

        await documents.WriteAsync(session, known.Ref);
        await StageMove.RecordAsync(session, new StageMove(known.Id, known.Stage, stage.Id, caller.PersonId, at, lost ? move.Reason! : "", remark, known.Chance));
        if (known.Party > 0)
        {
            await Activity.RecordAsync(session, new Activity(known.Party, known.Entity, known.Unit, caller.PersonId, at, ActivityKind.Opportunity, typed.Title,
                WorkJson.Write(new { state = stage.Kind, zh = stage.Zh, en = stage.En }), known.Ref));
        }

        return new OpportunityChange(
            typed with { Stage = stage.Id, State = stage.Kind, Reason = lost ? move.Reason! : "", Remark = remark, EnteredAt = at, ClosedAt = stage.Kind == Stage.Open ? 0 : at },
            $"{pipeline.Find(known.Stage)!.Code} to {stage.Code}{(lost ? " " + move.Reason : "")}", null);
    }

    private static async Task<OpportunityChange> UndoAsync(Session session, Caller caller, Opportunity known, Pipeline pipeline, long at, OcrmLimits limits)
    {
        var moves = await StageMove.OfAsync(session, known.Id, 2);
        if (!MayUndo(moves, caller, at, limits) || pipeline.Find(moves[0].Before) is not { } stage)
        {
            return Problems.Conflict("opportunity-undo", "The last move is not yours, or it was a while ago.");
        }

        await StageMove.TakeBackAsync(session, known.Id);
        await session.ExecuteAsync("DELETE FROM ocrm.activity WHERE party_id = @party AND at = @at AND ref = @ref", ("party", known.Party), ("at", moves[0].At), ("ref", known.Ref));
        var since = moves.Count > 1 ? moves[1].At : known.CreatedAt;
        var before = moves is [_, { Before: > 0 } earlier] ? earlier : moves[0] with { Reason = "", Remark = "" };
        return new OpportunityChange(
            known with { Stage = stage.Id, State = stage.Kind, Reason = before.Reason, Remark = before.Remark, Chance = moves[0].Chance, EnteredAt = since, ClosedAt = stage.Kind == Stage.Open ? 0 : since },
            $"taken back to {stage.Code}", null);
    }
}
