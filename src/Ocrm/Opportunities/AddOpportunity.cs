using Granary.Access;
using Granary.Access.Contracts;
using Granary.Kernel.Storage;
using Granary.Ocrm.Customers;
using Granary.Ocrm.Products;
using Granary.Ocrm.Prospects;
using Granary.Ocrm.Storage;
using Granary.Ocrm.Work;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Granary.Ocrm.Opportunities;

/// <param name="Customer">A party number; or else a prospect.</param>
/// <param name="Prospect">A prospect's id.</param>
/// <param name="Pipeline">A pipeline's id; it is of the legal entity inside which the opportunity stays.</param>
/// <param name="Stage">A stage's id; null: the first one.</param>
/// <param name="Owner">A person's id; empty for oneself.</param>
public sealed record NewOpportunity(string? Customer, long? Prospect, long Pipeline, long? Stage, string? Owner, OpportunityFields? Fields);

/// <summary>POST /api/opportunities: somebody found something that may be sold.</summary>
internal static class AddOpportunity
{
    /// <summary>Of whom it is.</summary>
    private sealed record Whose(long Party, long Prospect, IReadOnlyList<string> Entities);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/opportunities", async Task<Results<Ok<OpportunityView>, ProblemHttpResult>> (
                NewOpportunity body, Caller caller, OcrmDatabase database, Assignees assignees, IOrganisation organisation, OcrmLimits limits, TimeProvider clock, CancellationToken cancellation) =>
            {
                if (await database.ReadAsync(session => WhoseAsync(session, caller, body), cancellation) is not { } whose)
                {
                    return CustomerGate.Unknown;
                }

                var pipelines = await database.ReadAsync(session => Pipeline.OfAsync(session, whose.Entities), cancellation);
                if (pipelines.FirstOrDefault(p => p.Id == body.Pipeline && p.State == Stage.Open) is not { } pipeline
                    || (body.Stage is { } asked ? pipeline.Find(asked) : pipeline.First) is not { Kind: Stage.Open, State: Stage.Open } stage)
                {
                    return MoveOpportunity.NoStage;
                }

                if (await assignees.FindAsync(caller, body.Owner, [pipeline.Entity], cancellation) is not { } place)
                {
                    return CreateTask.WrongAssignee;
                }

                var at = clock.GetUtcNow().ToUnixTimeMilliseconds();
                var made = new Opportunity(0, whose.Party, whose.Prospect, pipeline.Entity, place.Unit, place.Person, pipeline.Id, stage.Id, "", "", 0, -1, "", "", "",
                    Opportunity.Hand, "", Stage.Open, "", "", at, caller.PersonId, at, 0, at, 1);
                made = body.Fields?.On(made) ?? made;
                if (OpportunityFields.Wrong(made, limits) is { } wrong)
                {
                    return wrong;
                }

                if (StageNeeds.Missing(stage, made, 0) is { Count: > 0 } missing)
                {
                    return OpportunityGate.Missing(missing);
                }

                var id = 0L;
                var unsuitable = await database.WriteAsync(async session =>
                {
                    var against = await Suitability.CheckAsync(session, made.Party, made.Entity, made.Product, at);
                    id = against is null ? await OpenOpportunity.InsertAsync(session, caller, made) : 0;
                    return against;
                }, cancellation);
                return unsuitable is not null ? unsuitable : await ShowOpportunity.AnswerAsync(database, caller, organisation, limits, clock, id, cancellation);
            })
            .Requires(Permission.OpportunitiesEdit).WithName("AddOpportunity").WithSummary("A new opportunity of a customer or prospect");

    private static async Task<Whose?> WhoseAsync(Session session, Caller caller, NewOpportunity body) =>
        body.Prospect is { } prospect
            ? await Prospect.FindAsync(session, caller, OpportunitySight.Text(prospect)) is { IsOpen: true } found ? new Whose(0, found.Id, [found.Entity]) : null
            : await CustomerGate.FindAsync(session, caller.SightOf(Permission.CustomersRead), body.Customer ?? "") is { } customer ? new Whose(customer.Party, 0, customer.Entities) : null;
}
