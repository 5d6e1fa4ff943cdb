using Granary.Access;
using Granary.Access.Contracts;
using Granary.Kernel.Storage;
using Granary.Ocrm.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Granary.Ocrm.Work;

/// <summary>A visit as a change finds it.</summary>
internal sealed record OpenVisit(long Id, string Entity, string Unit, string Person, string Kind, string State, string Purpose, string Place, long At, IReadOnlyList<long> Parties);

/// <summary>The way from an id in an address to a planned visit: out of sight is unknown.</summary>
internal static class VisitGate
{
    public static async Task<Results<NoContent, ProblemHttpResult>> ChangeAsync(OcrmDatabase database, Caller caller, long id, Func<Session, OpenVisit, Task<ProblemHttpResult?>> change, CancellationToken cancellation)
    {
        var problem = await database.WriteAsync(async session =>
        {
            if (await FindAsync(session, caller, id) is not { } visit)
            {
                return Problems.NotFound("visit-unknown", "No visit or call that you may see has this number.");
            }

            if (visit.State != VisitRow.Planned)
            {
                return Problems.Conflict("visit-closed", "It is over or cancelled already.");
            }

            return await change(session, visit);
        }, cancellation);
        return problem is null ? TypedResults.NoContent() : problem;
    }

    public static async Task<OpenVisit?> FindAsync(Session session, Caller caller, long id)
    {
        var seen = caller.SightOf(Permission.WorkEdit).In(VisitList.Sight);
        var found = await session.QueryAsync(
            $"SELECT v.id, v.entity, v.unit, v.person, v.kind, v.state, v.purpose, v.place, v.at FROM ocrm.visit v WHERE v.id = @id AND {seen.Sql} {session.ForUpdateOf("v")}",
            r => new OpenVisit(r.GetInt64(0), r.GetString(1), r.GetString(2), r.GetString(3), r.GetString(4), r.GetString(5), r.GetString(6), r.GetString(7), r.GetInt64(8), []), [.. seen.Parameters, ("id", id)]);
        return found is [var visit]
            ? visit with { Parties = await session.QueryAsync("SELECT party_id FROM ocrm.visit_customer WHERE visit_id = @id ORDER BY id", r => r.GetInt64(0), ("id", id)) }
            : null;
    }
}
