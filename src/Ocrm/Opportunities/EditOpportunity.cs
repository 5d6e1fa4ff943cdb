using Granary.Access;
using Granary.Access.Contracts;
using Granary.Ocrm.Storage;
using Granary.Ocrm.Work;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Granary.Ocrm.Opportunities;

/// <param name="Version">What the caller looked at.</param>
/// <param name="Owner">A person's id; null leaves it.</param>
public sealed record OpportunityEdit(long Version, OpportunityFields? Fields, string? Owner);

/// <param name="Assignee">A person's id; empty: whoever has the opportunity, or oneself where nobody has.</param>
/// <param name="DueOn">YYYY-MM-DD.</param>
public sealed record OpportunityStep(string? Title, string? Note, string? Assignee, string? DueOn);

/// <summary>PUT /api/opportunities/{id}: what is known of it, and whose it is; POST …/tasks: the next step, as a task.</summary>
internal static class EditOpportunity
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPut("/opportunities/{id:long}", async Task<Results<Ok<OpportunityView>, ProblemHttpResult>> (
                long id, OpportunityEdit edit, Caller caller, OcrmDatabase database, Assignees assignees, IOrganisation organisation, OcrmLimits limits, TimeProvider clock, CancellationToken cancellation) =>
            {
                // Asked before the transaction: the organisation is another database, and an opportunity never leaves its legal entity.
                var places = string.IsNullOrEmpty(edit.Owner) ? [] : await assignees.PlacesAsync(caller, edit.Owner, cancellation);
                return await OpportunityGate.ChangeAsync(database, caller, clock, organisation, limits, id, edit.Version, async (session, known, pipeline, at) =>
                {
                    var after = edit.Fields?.On(known) ?? known;
                    if (!string.IsNullOrEmpty(edit.Owner) && edit.Owner != known.Owner)
                    {
                        if (places.FirstOrDefault(p => p.Entity == known.Entity) is not { } place)
                        {
                            return CreateTask.WrongAssignee;
                        }

                        after = after with { Owner = place.Person, Unit = place.Unit };
                    }

                    if (OpportunityFields.Wrong(after, limits) is { } wrong)
                    {
                        return wrong;
                    }

                    if (await OpportunityFields.UnsuitableAsync(session, known, after, at) is { } unsuitable)
                    {
                        return unsuitable;
                    }

                    // What the stage asked for cannot be emptied again; what it asks for since then may still lack.
                    var stage = pipeline.Find(known.Stage)!;
                    var documents = await ShowOpportunity.DocumentsAsync(session, id);
                    return StageNeeds.Missing(stage, after, documents).Except(StageNeeds.Missing(stage, known, documents)).ToList() is { Count: > 0 } missing
                        ? OpportunityGate.Missing(missing)
                        : new OpportunityChange(after, after.Owner == known.Owner ? "edited" : $"given {known.Owner} {after.Owner}", null);
                }, cancellation);
            })
            .Requires(Permission.OpportunitiesEdit).WithName("EditOpportunity").WithSummary("Changes what is known of an opportunity, or whose it is");
        routes.MapPost("/opportunities/{id:long}/tasks", async Task<Results<Ok<CreatedWork>, ProblemHttpResult>> (
                long id, OpportunityStep step, Caller caller, OcrmDatabase database, Assignees assignees, OcrmLimits limits, TimeProvider clock, CancellationToken cancellation) =>
            {
                if (CreateTask.Wrong(step.Title, step.Note, null, limits) is { } wrong)
                {
                    return wrong;
                }

                if (Kernel.BankTime.Parse(step.DueOn) is null)
                {
                    return CreateTask.WrongDay;
                }

                if (await database.ReadAsync(session => OpportunitySight.FindAsync(session, caller, id), cancellation) is not { } known)
                {
                    return OpportunityGate.Unknown;
                }

                if (await assignees.FindAsync(caller, string.IsNullOrEmpty(step.Assignee) ? known.Owner : step.Assignee, [known.Entity], cancellation) is not { } place)
                {
                    return CreateTask.WrongAssignee;
                }

                var task = new TaskRow(known.Party, known.Entity, place.Unit, place.Person, caller.PersonId, step.Title!.Trim(), step.Note?.Trim() ?? "", 0, step.DueOn!, [], false,
                    clock.GetUtcNow().ToUnixTimeMilliseconds(), Origin: known.Ref);
                return TypedResults.Ok(new CreatedWork(await database.WriteAsync(session => CreateTask.AddAsync(session, caller, task), cancellation)));
            })
            .Requires(Permission.OpportunitiesEdit).WithName("AddOpportunityTask").WithSummary("The next step of an opportunity, as a task");
    }
}
