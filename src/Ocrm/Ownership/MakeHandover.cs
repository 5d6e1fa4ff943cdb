using System.Globalization;
using System.Text.Json;
using Granary.Access;
using Granary.Access.Contracts;
using Granary.Access.Lists;
using Granary.Kernel;
using Granary.Kernel.Auditing;
using Granary.Kernel.Storage;
using Granary.Ocrm.Customers;
using Granary.Ocrm.Holdings;
using Granary.Ocrm.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Granary.Ocrm.Ownership;

/// <param name="Entity">The legal entity inside which customers are handed over, by code.</param>
/// <param name="From">A person's id: all their customers there. Or <paramref name="Customers"/>, rows of the list of customers by id.</param>
/// <param name="To">A person's id; they must have a post in the legal entity.</param>
/// <param name="EffectiveOn">Today or later.</param>
/// <param name="ReadDays">How long the old manager may read on.</param>
/// <param name="Preview">Says what would be, and does nothing.</param>
public sealed record HandoverRequest(string? Entity, string? From, IReadOnlyList<long>? Customers, string? To, DateOnly? EffectiveOn, int ReadDays, string? Note, bool Preview);

/// <summary>What a handover moves. Money in cents.</summary>
/// <param name="OpenTasks">Tasks, visits and reminders that go with the customers.</param>
/// <param name="DueLoans">Loans that fall due within 30 days of the handover.</param>
public sealed record HandoverPreview(long? Id, long Customers, long OpenTasks, long DueLoans, long Deposits, long Loans);

/// <summary>POST /api/handovers: proposes that customers go to another manager; a second person approves it on the page of approvals.</summary>
internal static class MakeHandover
{
    private const int DueWithinDays = 30;

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/handovers", async Task<Results<Ok<HandoverPreview>, ProblemHttpResult>> (
                HandoverRequest request, Caller caller, OcrmDatabase database, IOrganisation organisation, IProposals proposals, IEnumerable<HandoverRows> tables, OcrmLimits limits, TimeProvider clock,
                CancellationToken cancellation) =>
            {
                var today = BankTime.Today(clock);
                if (await WrongAsync(request, today, organisation, limits, cancellation) is { } problem)
                {
                    return problem;
                }

                var effective = request.EffectiveOn ?? today;
                Task<HandoverPreview> Work(Session session) => RunAsync(session, request, caller, effective, tables, clock);
                var preview = await (request.Preview ? database.ReadAsync(Work, cancellation) : database.WriteAsync(Work, cancellation));
                if (preview.Customers == 0)
                {
                    return Problems.BadRequest("handover-empty", "There is no customer that you may hand over, or they are the new manager's already.");
                }

                if (preview.Id is { } id)
                {
                    await ProposeAsync(id, request, preview, caller, effective, organisation, proposals, cancellation);
                }

                return TypedResults.Ok(preview);
            })
            .Requires(Permission.CustomersAllocate).WithName("MakeHandover").WithSummary("Proposes that customers go to another manager, or says what that would move");

    private static async Task<ProblemHttpResult?> WrongAsync(HandoverRequest request, DateOnly today, IOrganisation organisation, OcrmLimits limits, CancellationToken cancellation)
    {
        if (string.IsNullOrEmpty(request.Entity) || string.IsNullOrEmpty(request.To) || (request.From is null or "") == (request.Customers is null or { Count: 0 }))
        {
            return Problems.BadRequest("handover-incomplete", "A handover names a legal entity, whose customers or which, and the new manager.");
        }

        if (request.EffectiveOn < today || request.ReadDays is < 0 || request.ReadDays > limits.HandoverReadDays || request.Note?.Length > limits.HandoverNote)
        {
            return Problems.BadRequest("handover-days", $"It takes effect today or later; the old manager reads on for at most {limits.HandoverReadDays} days.");
        }

        return await organisation.EntitiesOfAsync(request.To, cancellation) is { } entities && entities.Contains(request.Entity)
            ? null
            : Problems.BadRequest("handover-elsewhere", "The new manager has no post in this legal entity.");
    }

    private static async Task<HandoverPreview> RunAsync(Session session, HandoverRequest request, Caller caller, DateOnly effective, IEnumerable<HandoverRows> tables, TimeProvider clock)
    {
        var seen = caller.SightOf(Permission.CustomersAllocate).In(CustomerList.OwnSight);
        var rows = request.Customers is { Count: > 0 } chosen ? RowSet.Of("id", chosen) : RowSet.Of("id", new long[] { 0 });
        (string, object?)[] parameters = [.. seen.Parameters, ("from", request.From ?? ""), ("entity", request.Entity), ("to", request.To), ("due", BankTime.Number(effective.AddDays(DueWithinDays)))];
        var which = request.Customers is { Count: > 0 }
            ? $"{OwnerRow.Customers} WHERE c.id = k.id"
            : "ocrm.owner o JOIN ocrm.customer c ON c.party_id = o.party_id AND c.entity = o.entity WHERE o.manager = @from";
        var from = $"FROM {"{rows}"} CROSS JOIN {which} AND o.entity = @entity AND o.manager <> @to AND {seen.Sql}";

        var sums = (await session.QueryAsync($"SELECT COUNT(*), COALESCE(SUM(c.deposits), 0), COALESCE(SUM(c.loans), 0) {from}", rows,
            r => (Count: r.GetInt64(0), Deposits: Convert.ToInt64(r.GetValue(1), CultureInfo.InvariantCulture), Loans: Convert.ToInt64(r.GetValue(2), CultureInfo.InvariantCulture)), parameters))[0];
        var open = 0L;
        foreach (var table in tables)
        {
            open += (await session.QueryAsync($"SELECT COUNT(*) FROM {table.Table} t WHERE {table.Open} AND t.entity = @entity AND t.{table.PersonColumn} <> @to AND t.party_id IN (SELECT c.party_id {from})",
                rows, r => r.GetInt64(0), parameters))[0];
        }

        var due = (await session.QueryAsync(
            $"SELECT COUNT(*) FROM ocrm.holding h WHERE h.kind = 'loan' AND h.state <> 'closed' AND h.matures BETWEEN 1 AND @due AND h.entity = @entity AND h.party_id IN (SELECT c.party_id {from})",
            rows, r => r.GetInt64(0), parameters))[0];
        var id = request.Preview || sums.Count == 0 ? (long?)null : await InsertAsync(session, request, caller, effective, sums.Count, from, rows, parameters, clock);
        return new HandoverPreview(id, sums.Count, open, due, sums.Deposits, sums.Loans);
    }

    private static async Task<long> InsertAsync(
        Session session, HandoverRequest request, Caller caller, DateOnly effective, long customers, string from, RowSet rows, (string, object?)[] parameters, TimeProvider clock)
    {
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        var id = (await session.QueryAsync(
            """
            INSERT INTO ocrm.handover (entity, from_person, to_person, state, customers, note, effective_on, reads_until, made_by, made_at, done_at)
            VALUES (@entity, @from, @to, 'proposed', @customers, @note, @effective, @reads, @by, @at, 0) RETURNING id
            """,
            r => r.GetInt64(0), ("entity", request.Entity), ("from", request.From ?? ""), ("to", request.To), ("customers", customers), ("note", request.Note?.Trim() ?? ""),
            ("effective", BankTime.Number(effective)), ("reads", request.ReadDays == 0 ? 0 : BankTime.Number(effective.AddDays(request.ReadDays))), ("by", caller.PersonId), ("at", now)))[0];
        await session.ExecuteAsync($"INSERT INTO ocrm.handover_customer (handover_id, customer_id, previous, moved) SELECT @handover, c.id, o.manager, 0 {from}", rows, [.. parameters, ("handover", id)]);
        await AuditTrail.AppendAsync(session, "ocrm", now, new AuditEntry(caller.UserName, caller.From, "handover.propose", $"handover/{id}", request.Note?.Trim() ?? "", request.From ?? "", request.To!));
        return id;
    }

    private static async Task ProposeAsync(
        long id, HandoverRequest request, HandoverPreview preview, Caller caller, DateOnly effective, IOrganisation organisation, IProposals proposals, CancellationToken cancellation)
    {
        var names = await organisation.PeopleNamesAsync([.. new[] { request.From ?? "", request.To! }.Where(p => p.Length > 0)], cancellation);
        string Name(string person) => names.GetValueOrDefault(person, person);
        await proposals.ProposeAsync(new Proposed(
            HandoverApproval.Kind, id.ToString(CultureInfo.InvariantCulture), request.Entity!,
            JsonSerializer.Serialize(new { manager = Name(request.To!), customers = preview.Customers, openTasks = preview.OpenTasks, dueLoans = preview.DueLoans, effectiveOn = effective.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) }),
            JsonSerializer.Serialize(new { manager = Name(request.From ?? "") }), request.Note?.Trim() ?? "", caller.UserName), caller, cancellation);
    }
}
