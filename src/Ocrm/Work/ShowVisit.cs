using Granary.Access;
using Granary.Access.Contracts;
using Granary.Ocrm.Customers;
using Granary.Ocrm.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Granary.Ocrm.Work;

public sealed record VisitCustomer(string Number, string Name);

/// <param name="Entity">The legal entity inside which it stays.</param>
/// <param name="NextRef">What became of the next step, as "task/12"; empty where there is none.</param>
public sealed record VisitView(
    long Id, string Entity, string Kind, string State, IReadOnlyList<VisitCustomer> Customers, string Person, string Purpose, string Place, DateTimeOffset At, string Outcome, string Result,
    IReadOnlyList<string> Photos, string NextRef);

/// <summary>GET /api/visits/{id}: a visit or call with its customers.</summary>
internal static class ShowVisit
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/visits/{id:long}", async Task<Results<Ok<VisitView>, ProblemHttpResult>> (long id, Caller caller, OcrmDatabase database, IOrganisation organisation, CancellationToken cancellation) =>
            {
                var seen = caller.SightOf(Permission.WorkEdit).In(VisitList.Sight);
                var shown = caller.Sees(DataClass.C1);
                var visit = await database.ReadAsync(async session =>
                {
                    var customers = await session.QueryAsync(
                        "SELECT c.number, c.name FROM ocrm.visit_customer w JOIN ocrm.customer c ON c.party_id = w.party_id AND c.entity = w.entity WHERE w.visit_id = @id ORDER BY w.id",
                        r => new VisitCustomer(r.GetString(0), ShownName.For(shown, r.GetString(1))), ("id", id));
                    return (await session.QueryAsync(
                        $"SELECT v.kind, v.state, v.person, v.purpose, v.place, v.at, v.outcome, v.result, v.photos, v.next_ref, v.entity FROM ocrm.visit v WHERE v.id = @id AND {seen.Sql}",
                        r => new VisitView(id, r.GetString(10), r.GetString(0), r.GetString(1), customers, r.GetString(2), r.GetString(3), r.GetString(4), DateTimeOffset.FromUnixTimeMilliseconds(r.GetInt64(5)),
                            r.GetString(6), r.GetString(7), WorkJson.Read<string[]>(r.GetString(8)), r.GetString(9)), [.. seen.Parameters, ("id", id)])).FirstOrDefault();
                }, cancellation);
                if (visit is null)
                {
                    return Problems.NotFound("visit-unknown", "No visit or call that you may see has this number.");
                }

                var names = await organisation.PeopleNamesAsync([visit.Person], cancellation);
                return TypedResults.Ok(visit with { Person = names.GetValueOrDefault(visit.Person, visit.Person) });
            })
            .Requires(Permission.WorkEdit).WithName("ShowVisit").WithSummary("A visit or call with its customers");
}
