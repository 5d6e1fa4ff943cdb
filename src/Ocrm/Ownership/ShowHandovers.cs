using Granary.Access;
using Granary.Access.Contracts;
using Granary.Kernel;
using Granary.Kernel.Auditing;
using Granary.Kernel.Storage;
using Granary.Ocrm.Holdings;
using Granary.Ocrm.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Granary.Ocrm.Ownership;

/// <param name="From">By name; empty where the customers were several people's.</param>
/// <param name="State">proposed, approved, running, done, undoing, undone, rejected or withdrawn.</param>
/// <param name="ReadsUntil">Until when the old manager may read on.</param>
/// <param name="MayUndo">Done, and not longer ago than the limit.</param>
public sealed record HandoverView(
    long Id, string Entity, string EntityName, string From, string To, string State, long Customers, string Note, DateOnly EffectiveOn, DateOnly? ReadsUntil, string MadeBy, DateTimeOffset MadeAt,
    DateTimeOffset? DoneAt, bool MayUndo);

/// <summary>GET /api/handovers and POST /api/handovers/{id}/undo: the handovers of the legal entities in sight, and taking one back.</summary>
internal static class ShowHandovers
{
    private static readonly SightColumns Sight = new("h.entity", "h.entity", "h.to_person") { Besides = ["h.from_person"] };

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/handovers", async (Caller caller, OcrmDatabase database, IOrganisation organisation, OcrmLimits limits, TimeProvider clock, CancellationToken cancellation) =>
            {
                var seen = caller.SightOf(Permission.CustomersAllocate).In(Sight);
                var all = await database.ReadAsync(session => session.QueryAsync(
                    $"SELECT {Handover.Columns} FROM ocrm.handover h WHERE {seen.Sql} ORDER BY h.id DESC LIMIT {limits.HandoversShown}", Handover.Read, [.. seen.Parameters]), cancellation);
                var units = await organisation.UnitNamesAsync([.. all.Select(h => h.Entity).Distinct()], cancellation);
                var people = await organisation.PeopleNamesAsync([.. all.SelectMany(h => new[] { h.From, h.To, h.MadeBy }).Where(p => p.Length > 0).Distinct()], cancellation);
                return TypedResults.Ok<IReadOnlyList<HandoverView>>([.. all.Select(h => new HandoverView(
                    h.Id, h.Entity, units.GetValueOrDefault(h.Entity, h.Entity), people.GetValueOrDefault(h.From, h.From), people.GetValueOrDefault(h.To, h.To), h.State, h.Customers, h.Note,
                    BankTime.OfNumber(h.EffectiveOn)!.Value, BankTime.OfNumber(h.ReadsUntil), people.GetValueOrDefault(h.MadeBy, h.MadeBy), DateTimeOffset.FromUnixTimeMilliseconds(h.MadeAt),
                    h.DoneAt == 0 ? null : DateTimeOffset.FromUnixTimeMilliseconds(h.DoneAt), MayUndo(h, limits, clock)))]);
            })
            .Requires(Permission.CustomersAllocate).WithName("ListHandovers").WithSummary("Handovers of customers, the newest first");
        routes.MapPost("/handovers/{id:long}/undo", async Task<Results<Ok, ProblemHttpResult>> (
                long id, Caller caller, OcrmDatabase database, OcrmLimits limits, TimeProvider clock, CancellationToken cancellation) =>
                await database.WriteAsync(session => UndoAsync(session, id, caller, limits, clock), cancellation)
                    ? TypedResults.Ok()
                    : Problems.NotFound("handover.unknown", "No handover of yours can be taken back under this number"))
            .Requires(Permission.CustomersAllocate).WithName("UndoHandover").WithSummary("Takes a handover back");
    }

    private static bool MayUndo(Handover handover, OcrmLimits limits, TimeProvider clock) =>
        handover.State == "done" && clock.GetUtcNow().ToUnixTimeMilliseconds() - handover.DoneAt < limits.HandoverUndo.TotalMilliseconds;

    private static async Task<bool> UndoAsync(Session session, long id, Caller caller, OcrmLimits limits, TimeProvider clock)
    {
        var sight = caller.SightOf(Permission.CustomersAllocate);
        if (await Handover.FindAsync(session, id, "done") is not { } handover || !sight.Sees(handover.Entity, handover.Entity) || !MayUndo(handover, limits, clock))
        {
            return false;
        }

        await Handover.SetAsync(session, id, "undoing");
        await AuditTrail.AppendAsync(session, "ocrm", clock.GetUtcNow().ToUnixTimeMilliseconds(), new AuditEntry(caller.UserName, caller.From, "handover.undo", $"handover/{id}", "", handover.To, handover.From));
        return true;
    }
}
