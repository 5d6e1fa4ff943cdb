using System.Data.Common;
using System.Text.Json;
using Granary.Access.Contracts;
using Granary.Access.Rights;
using Granary.Access.Storage;
using Granary.Kernel;
using Granary.Kernel.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Granary.Access.People;

/// <param name="Kind">The page has the words for it: approval, decided, export …</param>
/// <param name="Arguments">What the words speak of.</param>
/// <param name="To">The page that it leads to.</param>
public sealed record NotificationRow(long Id, DateTimeOffset At, string Kind, JsonElement Arguments, string To, DateTimeOffset? ReadAt);

public sealed record NotificationPage(IReadOnlyList<NotificationRow> Rows, long Unread);

/// <param name="All">In place of ids.</param>
public sealed record ReadMarks(IReadOnlyList<long>? Ids, bool All);

/// <summary>What somebody should know. Muted kinds are not even written.</summary>
internal static class Notifications
{
    private const string DigestKind = "digest";

    private sealed record Digest(string Day, int Count);

    public const string Columns = "n.id, n.at, n.kind, n.arguments, n.target, n.read_at";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/notifications", ListAsync).ForPeople().WithName("ListNotifications").WithSummary("One's notifications, newest first");
        routes.MapPost("/notifications/read", MarkAsync).ForPeople().WithName("ReadNotifications").WithSummary("Marks notifications as read");
    }

    public static async Task TellAsync(Session session, IReadOnlyCollection<string> people, long at, string kind, object arguments, string to)
    {
        var choices = await session.QueryAsync(
            "SELECT p.id, p.notifications FROM {rows} JOIN access.person p ON p.id = k.id", RowSet.Of("id", people), r => (Id: r.GetString(0), Choice: AccessJson.Read<NotificationChoice>(r.GetString(1))));
        foreach (var (id, choice) in choices)
        {
            if (choice.Muted.Contains(kind))
            {
                continue;
            }

            if (choice.Digest == "daily")
            {
                await DigestAsync(session, id, at);
            }
            else
            {
                await InsertAsync(session, id, at, kind, AccessJson.Write(arguments), to);
            }
        }
    }

    /// <summary>One line a day that counts, in place of each.</summary>
    private static async Task DigestAsync(Session session, string person, long at)
    {
        var day = BankTime.Text(BankTime.Day(at));
        var today = await session.QueryAsync(
            "SELECT id, arguments FROM access.notification WHERE person = @person AND kind = @kind AND at >= @from ORDER BY id DESC LIMIT 1",
            r => (Id: r.GetInt64(0), Digest: AccessJson.Read<Digest>(r.GetString(1))), ("person", person), ("kind", DigestKind), ("from", at - (long)TimeSpan.FromDays(1).TotalMilliseconds));
        if (today is [var (id, known)] && known.Day == day)
        {
            await session.ExecuteAsync("UPDATE access.notification SET arguments = @arguments, read_at = NULL WHERE id = @id", ("arguments", AccessJson.Write(known with { Count = known.Count + 1 })), ("id", id));
        }
        else
        {
            await InsertAsync(session, person, at, DigestKind, AccessJson.Write(new Digest(day, 1)), "/admin/approvals");
        }
    }

    private static Task InsertAsync(Session session, string person, long at, string kind, string arguments, string to) => session.ExecuteAsync(
        "INSERT INTO access.notification (person, at, kind, arguments, target) VALUES (@person, @at, @kind, @arguments, @to)",
        ("person", person), ("at", at), ("kind", kind), ("arguments", arguments), ("to", to));

    private static async Task<Ok<NotificationPage>> ListAsync(long? before, Caller caller, AccessDatabase database, CancellationToken cancellation) =>
        TypedResults.Ok(await database.ReadAsync(async session => new NotificationPage(
            await session.QueryAsync(
                $"SELECT {Columns} FROM access.notification n WHERE n.person = @person AND n.id < @before ORDER BY n.id DESC LIMIT 50", Read,
                ("person", caller.PersonId), ("before", before ?? long.MaxValue)),
            (await session.QueryAsync("SELECT count(*) FROM access.notification WHERE person = @person AND read_at IS NULL", r => r.GetInt64(0), ("person", caller.PersonId)))[0]), cancellation));

    private static async Task<NoContent> MarkAsync(ReadMarks marks, Caller caller, AccessDatabase database, TimeProvider clock, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        await database.WriteAsync(session => marks.All
            ? session.ExecuteAsync("UPDATE access.notification SET read_at = @now WHERE person = @person AND read_at IS NULL", ("now", now), ("person", caller.PersonId))
            : session.ExecuteAsync("UPDATE access.notification SET read_at = @now WHERE person = @person AND read_at IS NULL AND id IN (SELECT k.id FROM {rows})",
                RowSet.Of("id", marks.Ids ?? []), ("now", now), ("person", caller.PersonId)), cancellation);
        return TypedResults.NoContent();
    }

    public static NotificationRow Read(DbDataReader r) => new(
        r.GetInt64(0), At(r.GetInt64(1)), r.GetString(2), AccessJson.Read<JsonElement>(r.GetString(3)), r.GetString(4), r.LongOrNull(5) is { } read ? At(read) : null);

    private static DateTimeOffset At(long ms) => DateTimeOffset.FromUnixTimeMilliseconds(ms);
}
