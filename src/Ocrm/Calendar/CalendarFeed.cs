using System.Security.Cryptography;
using System.Text;
using Granary.Access;
using Granary.Access.Contracts;
using Granary.Kernel;
using Granary.Kernel.Auditing;
using Granary.Kernel.Storage;
using Granary.Ocrm.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Granary.Ocrm.Calendar;

/// <param name="UsedAt">When a program last read it; null: never.</param>
public sealed record FeedView(bool Exists, DateTimeOffset? CreatedAt, DateTimeOffset? UsedAt);

/// <param name="Path">Of this server; shown this once, and nobody can read it again.</param>
public sealed record FeedMade(string Path);

/// <summary>
/// One's own calendar for other programs, at an address that is the secret: /api/calendar/ics/{secret}. Making another takes the one before away.
/// It carries one's own events, no customer's number or name, and none after its person may no longer sign in.
/// </summary>
internal static class CalendarFeed
{
    /// <summary>256 bits: nobody guesses it, and nobody tries for long at the server's rate limits.</summary>
    private const int SecretBytes = 32;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/calendar/feed", async Task<Ok<FeedView>> (Caller caller, OcrmDatabase database, CancellationToken cancellation) =>
            {
                var feeds = await database.ReadAsync(session => session.QueryAsync("SELECT created_at, used_at FROM ocrm.calendar_feed WHERE person = @person",
                    r => new FeedView(true, BankTime.At(r.GetInt64(0)), r.GetInt64(1) is > 0 and var used ? BankTime.At(used) : null), ("person", caller.PersonId)), cancellation);
                return TypedResults.Ok(feeds is [var feed] ? feed : new FeedView(false, null, null));
            })
            .Requires(Permission.CalendarEdit).WithName("ShowFeed").WithSummary("Whether one's calendar has an address for other programs");
        routes.MapPost("/calendar/feed", async Task<Ok<FeedMade>> (Caller caller, OcrmDatabase database, TimeProvider clock, CancellationToken cancellation) =>
            {
                var secret = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SecretBytes));
                await WriteAsync(database, caller, clock, "made", session => session.ExecuteAsync(
                    """
                    INSERT INTO ocrm.calendar_feed (person, secret_hash, created_at, used_at) VALUES (@person, @hash, @now, 0)
                    ON CONFLICT (person) DO UPDATE SET secret_hash = excluded.secret_hash, created_at = excluded.created_at, used_at = 0
                    """, ("person", caller.PersonId), ("hash", HashOf(secret)), ("now", clock.GetUtcNow().ToUnixTimeMilliseconds())), cancellation);
                return TypedResults.Ok(new FeedMade($"/api/calendar/ics/{secret}"));
            })
            .Requires(Permission.CalendarEdit).WithName("MakeFeed").WithSummary("Gives one's calendar a new secret address");
        routes.MapDelete("/calendar/feed", async Task<NoContent> (Caller caller, OcrmDatabase database, TimeProvider clock, CancellationToken cancellation) =>
            {
                await WriteAsync(database, caller, clock, "revoked", session => session.ExecuteAsync("DELETE FROM ocrm.calendar_feed WHERE person = @person", ("person", caller.PersonId)), cancellation);
                return TypedResults.NoContent();
            })
            .Requires(Permission.CalendarEdit).WithName("RevokeFeed").WithSummary("Takes the secret address away");
        routes.MapGet("/calendar/ics/{secret}", ReadAsync).ForEveryone().WithName("ReadFeed").WithSummary("A calendar at its secret address, as iCalendar (RFC 5545)");
    }

    private static async Task<Results<ContentHttpResult, ProblemHttpResult>> ReadAsync(
        string secret, OcrmDatabase database, IOrganisation organisation, OcrmLimits limits, TimeProvider clock, HttpContext context, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var owner = await database.WriteAsync(async session => await session.QueryAsync(
            "UPDATE ocrm.calendar_feed SET used_at = @now WHERE secret_hash = @hash RETURNING person", r => r.GetString(0), ("now", now.ToUnixTimeMilliseconds()), ("hash", HashOf(secret))), cancellation);
        if (owner is not [var person] || await organisation.EntitiesOfAsync(person, cancellation) is null)
        {
            return Problems.NotFound("feed-unknown", "There is no calendar at this address");
        }

        var since = (now - limits.FeedPast).ToUnixTimeMilliseconds();
        var rows = await database.ReadAsync(session => session.QueryAsync(
            $"""
            SELECT {EventRow.Columns} FROM ocrm.event e WHERE e.person = @person AND e.recurs = 0 AND e.starts_at > @since
            UNION ALL SELECT {EventRow.Columns} FROM ocrm.event e WHERE e.person = @person AND e.recurs = 1 AND e.until_at > @since
            LIMIT {limits.CalendarEvents}
            """, EventRow.Read, ("person", person), ("since", since)), cancellation);
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.Text(IcsText.Of(rows, now), "text/calendar", Encoding.UTF8);
    }

    private static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    private static Task WriteAsync(OcrmDatabase database, Caller caller, TimeProvider clock, string what, Func<Session, Task> act, CancellationToken cancellation) => database.WriteAsync(async session =>
    {
        await act(session);
        await AuditTrail.AppendAsync(session, "ocrm", clock.GetUtcNow().ToUnixTimeMilliseconds(), new AuditEntry(caller.UserName, caller.From, Permission.CalendarEdit, "feed", After: what));
    }, cancellation);
}
