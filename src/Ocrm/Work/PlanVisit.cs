using Granary.Access;
using Granary.Access.Contracts;
using Granary.Kernel.Auditing;
using Granary.Kernel.Storage;
using Granary.Ocrm.Customers;
using Granary.Ocrm.Documents;
using Granary.Ocrm.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Granary.Ocrm.Work;

/// <param name="Kind">visit or call.</param>
/// <param name="Customers">Party numbers, at least one; all of one legal entity in which the caller works.</param>
/// <param name="At">When it is planned, or was.</param>
/// <param name="Done">What came of it, where it is over already.</param>
public sealed record VisitDraft(string? Kind, IReadOnlyList<string>? Customers, string? Purpose, string? Place, DateTimeOffset? At, VisitDone? Done);

/// <summary>POST /api/visits: a visit or call with one customer or several, planned, or done and written down in one go.</summary>
internal static class PlanVisit
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/visits", async Task<Results<Ok<CreatedWork>, ProblemHttpResult>> (
                VisitDraft draft, Caller caller, OcrmDatabase database, Assignees assignees, OcrmLimits limits, TimeProvider clock, CancellationToken cancellation) =>
            {
                if (draft.Kind is null || !VisitRow.Kinds.Contains(draft.Kind) || string.IsNullOrWhiteSpace(draft.Purpose) || draft.Purpose.Length > limits.TaskTitle
                    || draft.Place?.Length > limits.TaskTitle || draft.At is null)
                {
                    return Problems.BadRequest("visit-wrong", "A visit or call has a time and a purpose.");
                }

                if (draft.Customers is not { Count: > 0 } numbers || numbers.Count > limits.VisitCustomers)
                {
                    return Problems.BadRequest("visit-customers", $"With whom? 1 to {limits.VisitCustomers} customers.");
                }

                if (draft.Done is { } done && FinishVisit.Wrong(done, limits) is { } wrong)
                {
                    return wrong;
                }

                if (await database.ReadAsync(session => SeenAsync(session, caller, numbers), cancellation) is not { } customers)
                {
                    return CustomerGate.Unknown;
                }

                var common = customers.Select(c => c.Entities).Aggregate((a, b) => [.. a.Intersect(b)]);
                if (common.Count == 0 || await assignees.FindAsync(caller, null, common, cancellation) is not { } place)
                {
                    return Problems.BadRequest("visit-elsewhere", "The customers do not belong to one legal entity in which you work.");
                }

                var at = clock.GetUtcNow().ToUnixTimeMilliseconds();
                var parties = customers.Select(c => c.Party).ToList();
                var made = await database.WriteAsync(async session =>
                {
                    if (await AttachDocuments.FindAsync(session, caller, draft.Done?.Documents, place.Entity, parties, limits) is not { } documents)
                    {
                        return 0;
                    }

                    var id = await AddAsync(session, caller, parties, place, draft.Kind, draft.Purpose.Trim(), draft.Place?.Trim() ?? "", draft.At.Value.ToUnixTimeMilliseconds(), at);
                    if (draft.Done is { } over)
                    {
                        await FinishVisit.WriteAsync(session, caller, (await VisitGate.FindAsync(session, caller, id))!, over, documents, at);
                    }

                    return id;
                }, cancellation);
                return made == 0 ? AttachDocuments.Problem : TypedResults.Ok(new CreatedWork(made));
            })
            .Requires(Permission.WorkEdit).WithName("PlanVisit").WithSummary("A visit or call, planned or done");

    /// <returns>Null where the caller does not see one of them.</returns>
    private static async Task<IReadOnlyList<SeenCustomer>?> SeenAsync(Session session, Caller caller, IReadOnlyList<string> numbers)
    {
        var customers = new List<SeenCustomer>();
        foreach (var number in numbers.Distinct(StringComparer.Ordinal))
        {
            if (await CustomerGate.FindAsync(session, caller.SightOf(Permission.CustomersRead), number) is not { } customer)
            {
                return null;
            }

            customers.Add(customer);
        }

        return [.. customers.DistinctBy(c => c.Party)];
    }

    /// <summary>Writes a planned one and its audit.</summary>
    public static async Task<long> AddAsync(Session session, Caller caller, IReadOnlyList<long> parties, Workplace place, string kind, string purpose, string where, long when, long now)
    {
        var names = await session.QueryAsync("SELECT c.name FROM {rows} CROSS JOIN ocrm.customer c WHERE c.party_id = k.id AND c.entity = @entity ORDER BY c.id",
            RowSet.Of("id", parties), r => r.GetString(0), ("entity", place.Entity));
        var id = await VisitRow.AddAsync(session, new VisitRow(place.Entity, place.Unit, place.Person, kind, string.Join('、', names), purpose, where, when, now), parties);
        await AuditTrail.AppendAsync(session, "ocrm", now, new AuditEntry(caller.UserName, caller.From, Permission.WorkEdit, VisitRow.RefOf(id), After: $"planned {kind}"));
        return id;
    }
}
