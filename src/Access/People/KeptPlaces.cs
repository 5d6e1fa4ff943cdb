using Granary.Access.Contracts;
using Granary.Access.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Granary.Access.People;

/// <param name="To">An address of the page, without the host.</param>
public sealed record KeptPlaceView(string? To, string? Title);

public sealed record KeptPlacesView(IReadOnlyList<KeptPlaceView> Favourites, IReadOnlyList<KeptPlaceView> Recents);

/// <param name="On">False takes it away.</param>
public sealed record Favourite(string? To, string? Title, bool On);

/// <summary>What somebody keeps at hand: favourites, and where they were last. Titles name customers, so they are read by nobody else.</summary>
internal static class KeptPlaces
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/me/places", ShowAsync).ForPeople().WithName("ListKeptPlaces").WithSummary("Favourites and recents");
        routes.MapPut("/me/favourites", LikeAsync).ForPeople().WithName("SaveFavourite").WithSummary("Keeps a page at hand, or no longer");
        routes.MapPost("/me/recents", VisitAsync).ForPeople().WithName("SaveRecent").WithSummary("Where one is now");
    }

    private static async Task<Ok<KeptPlacesView>> ShowAsync(Caller caller, AccessDatabase database, AccessLimits limits, CancellationToken cancellation)
    {
        var all = await database.ReadAsync(session => session.QueryAsync(
            "SELECT target, title, liked FROM access.kept_place WHERE person = @person ORDER BY at DESC",
            r => (Place: new KeptPlaceView(r.GetString(0), r.GetString(1)), Liked: r.GetInt16(2) != 0), ("person", caller.PersonId)), cancellation);
        return TypedResults.Ok(new KeptPlacesView([.. all.Where(p => p.Liked).Select(p => p.Place)], [.. all.Take(limits.PlacesKept).Select(p => p.Place)]));
    }

    private static Task<Results<NoContent, ProblemHttpResult>> LikeAsync(Favourite wanted, Caller caller, AccessDatabase database, AccessLimits limits, TimeProvider clock, CancellationToken cancellation) =>
        KeepAsync(wanted.To, wanted.Title, wanted.On, caller, database, limits, clock, cancellation);

    private static Task<Results<NoContent, ProblemHttpResult>> VisitAsync(KeptPlaceView wanted, Caller caller, AccessDatabase database, AccessLimits limits, TimeProvider clock, CancellationToken cancellation) =>
        KeepAsync(wanted.To, wanted.Title, null, caller, database, limits, clock, cancellation);

    private static async Task<Results<NoContent, ProblemHttpResult>> KeepAsync(
        string? to, string? title, bool? liked, Caller caller, AccessDatabase database, AccessLimits limits, TimeProvider clock, CancellationToken cancellation)
    {
        // Our own pages only: a favourite must not lead anywhere else.
        if (to is not { Length: > 0 and <= 300 } || to[0] != '/' || to.StartsWith("//", StringComparison.Ordinal) || title is not { Length: > 0 and <= 100 })
        {
            return Problems.BadRequest("place-invalid", "A place is a page of ours, with a title.");
        }

        await database.WriteAsync(async session =>
        {
            await session.ExecuteAsync(
                "INSERT INTO access.kept_place (person, target, title, liked, at) VALUES (@person, @to, @title, @liked, @now) ON CONFLICT (person, target) DO UPDATE SET title = excluded.title, at = excluded.at"
                + (liked is null ? "" : ", liked = excluded.liked"),
                ("person", caller.PersonId), ("to", to), ("title", title), ("liked", (short)(liked == true ? 1 : 0)), ("now", clock.GetUtcNow().ToUnixTimeMilliseconds()));
            await session.ExecuteAsync(
                "DELETE FROM access.kept_place WHERE person = @person AND liked = 0 AND target NOT IN (SELECT target FROM access.kept_place WHERE person = @person ORDER BY at DESC LIMIT @most)",
                ("person", caller.PersonId), ("most", limits.PlacesKept));
        }, cancellation);
        return TypedResults.NoContent();
    }
}
