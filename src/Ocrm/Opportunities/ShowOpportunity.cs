using System.Data.Common;
using Granary.Access.Contracts;
using Granary.Access.Lists;
using Granary.Kernel;
using Granary.Kernel.Storage;
using Granary.Ocrm.Customers;
using Granary.Ocrm.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Granary.Ocrm.Opportunities;

/// <param name="Before">A stage's id; 0 where it began.</param>
/// <param name="Reason">A lost reason's code.</param>
public sealed record MoveView(DateTimeOffset At, string By, long Before, long After, string Reason, string Remark);

/// <summary>A task that came of it.</summary>
public sealed record OpportunityTaskView(long Id, string Title, string DueOn, string State);

/// <param name="Customer">A party number; empty of a prospect's.</param>
/// <param name="Prospect">A prospect's id; 0 once they are a customer, and where they always were.</param>
/// <param name="Name">The customer's or prospect's.</param>
/// <param name="Amount">Cents; null where the caller may not see money.</param>
/// <param name="Chance">Percent, as it counts now.</param>
/// <param name="OwnChance">Whether somebody set it.</param>
/// <param name="Days">Whole days in its stage.</param>
/// <param name="TooLong">More than its stage allows.</param>
/// <param name="Undo">Whether the caller may take the last move back.</param>
/// <param name="Moves">The newest first.</param>
public sealed record OpportunityView(
    long Id, string Customer, long Prospect, string Name, string Entity, string Unit, string UnitName, string Owner, string OwnerName, long Pipeline, long Stage, string Title, string Product, long? Amount,
    int Chance, bool OwnChance, string Expected, string Contact, string Note, string Origin, string State, string Reason, string Remark, int Days, bool TooLong,
    DateTimeOffset CreatedAt, DateTimeOffset? ClosedAt, long Version, int Documents, bool Undo, IReadOnlyList<MoveView> Moves, IReadOnlyList<OpportunityTaskView> Tasks);

/// <summary>GET /api/opportunities/{id}: one opportunity with the stages it has lain in.</summary>
internal static class ShowOpportunity
{
    private sealed record Read(Opportunity Opportunity, Stage Stage, string Number, string Name, int Documents, IReadOnlyList<StageMove> Moves, IReadOnlyList<OpportunityTaskView> Tasks);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/opportunities/{id:long}", (long id, Caller caller, OcrmDatabase database, IOrganisation organisation, OcrmLimits limits, TimeProvider clock, CancellationToken cancellation) =>
                AnswerAsync(database, caller, organisation, limits, clock, id, cancellation))
            .Requires(Permission.OpportunitiesEdit).WithName("ShowOpportunity").WithSummary("One opportunity with the stages it has lain in");

    public static async Task<Results<Ok<OpportunityView>, ProblemHttpResult>> AnswerAsync(
        OcrmDatabase database, Caller caller, IOrganisation organisation, OcrmLimits limits, TimeProvider clock, long id, CancellationToken cancellation)
    {
        if (await database.ReadAsync(session => ReadAsync(session, caller, id, limits), cancellation) is not { } read)
        {
            return OpportunityGate.Unknown;
        }

        var (o, stage, now) = (read.Opportunity, read.Stage, clock.GetUtcNow().ToUnixTimeMilliseconds());
        var people = await organisation.PeopleNamesAsync([.. read.Moves.Select(m => m.Person).Append(o.Owner).Where(p => p.Length > 0).Distinct()], cancellation);
        var units = await organisation.UnitNamesAsync([o.Unit], cancellation);
        var days = DaysIn(o.EnteredAt, now);
        return TypedResults.Ok(new OpportunityView(
            o.Id, read.Number, o.Party > 0 ? 0 : o.Prospect, ShownName.For(caller, read.Name), o.Entity, o.Unit, units.GetValueOrDefault(o.Unit, o.Unit), o.Owner, people.GetValueOrDefault(o.Owner, o.Owner), o.Pipeline, o.Stage, o.Title,
            o.Product, Money(caller, o.Amount), Chance(o, stage), o.State == Stage.Open && o.Chance >= 0, o.Expected, o.Contact, o.Note, o.Origin, o.State, o.Reason, o.Remark, days, TooLong(o.State, stage.Days, days),
            DateTimeOffset.FromUnixTimeMilliseconds(o.CreatedAt), o.ClosedAt == 0 ? null : DateTimeOffset.FromUnixTimeMilliseconds(o.ClosedAt), o.Version, read.Documents,
            MoveOpportunity.MayUndo(read.Moves, caller, now, limits),
            [.. read.Moves.Select(m => new MoveView(DateTimeOffset.FromUnixTimeMilliseconds(m.At), people.GetValueOrDefault(m.Person, m.Person), m.Before, m.After, m.Reason, m.Remark))], read.Tasks));
    }

    public static long? Money(Caller caller, long amount) => caller.Sees(DataClass.C1) == FieldSight.Clear ? amount : null;

    public static int Chance(Opportunity o, Stage stage) => o.State == Stage.Open && o.Chance >= 0 ? o.Chance : stage.Chance;

    public static int DaysIn(long enteredAt, long now) => (int)((now - enteredAt) / (long)TimeSpan.FromDays(1).TotalMilliseconds);

    public static bool TooLong(string state, int most, int days) => state == Stage.Open && most > 0 && days >= most;

    private static async Task<Read?> ReadAsync(Session session, Caller caller, long id, OcrmLimits limits)
    {
        if (await OpportunitySight.FindAsync(session, caller, id) is not { } found)
        {
            return null;
        }

        var pipeline = (await Pipeline.OfAsync(session, [found.Entity])).Single(p => p.Id == found.Pipeline);
        var (number, name) = await WhoseAsync(session, found);
        return new Read(found, pipeline.Find(found.Stage)!, number, name, await DocumentsAsync(session, id), await StageMove.OfAsync(session, id, limits.EventsShown),
            await session.QueryAsync($"SELECT t.id, t.title, t.due_on, t.state FROM ocrm.task t WHERE t.origin = @ref AND t.origin <> '' ORDER BY t.id DESC LIMIT {limits.EventsShown}", Task, ("ref", found.Ref)));

        static OpportunityTaskView Task(DbDataReader r) => new(r.GetInt64(0), r.GetString(1), r.GetString(2), r.GetString(3));
    }

    /// <summary>Number and name of the customer, or the name of the prospect.</summary>
    public static async Task<(string Number, string Name)> WhoseAsync(Session session, Opportunity o) => (await session.QueryAsync(
        o.Party > 0 ? "SELECT c.number, c.name FROM ocrm.customer c WHERE c.party_id = @party ORDER BY CASE WHEN c.entity = @entity THEN 0 ELSE 1 END LIMIT 1" : "SELECT '', r.name FROM ocrm.prospect r WHERE r.id = @prospect",
        r => (r.GetString(0), r.GetString(1)), o.Party > 0 ? [("party", o.Party), ("entity", o.Entity)] : [("prospect", o.Prospect)])).FirstOrDefault(("", ""));

    public static async Task<int> DocumentsAsync(Session session, long id) => (int)(await session.QueryAsync(
        "SELECT count(*) FROM ocrm.document_of f JOIN ocrm.document d ON d.id = f.document_id WHERE f.ref = @ref AND d.state = 'kept'", r => r.GetInt64(0), ("ref", Opportunity.RefOf(id))))[0];
}
