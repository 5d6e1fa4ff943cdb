using Granary.Access.Contracts;
using Granary.Ecif.Storage;
using Granary.Kernel.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Granary.Ecif.Live;

/// <param name="Received">Messages decided since this process started.</param>
/// <param name="Parties">Parties in the database, without merged ones.</param>
/// <param name="Backlog">Keys that are due or being told.</param>
/// <param name="SyncMs">From the commit of a change to an online subscriber's acknowledgement.</param>
public sealed record FiguresView(long Received, long Applied, long Duplicates, long Refused, long Parties, long Backlog, long Dead, Quantiles SyncMs);

/// <summary>GET /api/figures: how much, and how fast.</summary>
internal static class ShowFigures
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/figures", async Task<Ok<FiguresView>> (EcifDatabase database, EcifMetrics metrics, CancellationToken cancellation) =>
            TypedResults.Ok(await ReadAsync(database, metrics, cancellation)))
            .Requires(Permission.SystemsRead).WithName("ShowFigures").WithSummary("Counts since the start, parties, backlog, time to synchronise");

    public static async Task<FiguresView> ReadAsync(EcifDatabase database, EcifMetrics metrics, CancellationToken cancellation)
    {
        var figures = metrics.Read();
        var counts = await database.ReadAsync(session => session.QueryAsync(
            """
            SELECT (SELECT count(*) FROM ecif.party WHERE status <> 2), (SELECT count(*) FROM ecif.delivery WHERE state IN (0, 1)),
                   (SELECT count(*) FROM ecif.delivery WHERE state = 2)
            """,
            r => (Parties: r.GetInt64(0), Backlog: r.GetInt64(1), Dead: r.GetInt64(2))), cancellation);
        return new FiguresView(figures.Applied + figures.Duplicates + figures.Refused, figures.Applied, figures.Duplicates, figures.Refused,
            counts[0].Parties, counts[0].Backlog, counts[0].Dead, figures.SyncMs);
    }
}
