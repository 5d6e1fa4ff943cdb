using Granary.Access;
using Granary.Access.Contracts;
using Granary.Kernel;
using Granary.Kernel.Storage;
using Granary.Ocrm.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Granary.Ocrm.Calendar;

/// <param name="Answer">accepted or declined.</param>
public sealed record InvitationAnswer(string? Answer);

/// <summary>Who is asked to come, and POST /api/calendar/events/{id}/answer: whether they do. An answer holds for the whole series.</summary>
internal static class Guests
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/calendar/events/{id:long}/answer", async Task<Results<NoContent, ProblemHttpResult>> (long id, InvitationAnswer answer, Caller caller, OcrmDatabase database, CancellationToken cancellation) =>
            {
                if (answer.Answer is not ("accepted" or "declined"))
                {
                    return Problems.BadRequest("event-answer", "An invitation is accepted or declined.");
                }

                var asked = await database.WriteAsync(session => session.ExecuteAsync(
                    "UPDATE ocrm.event_guest SET answer = @answer WHERE event_id = @id AND person = @person", ("answer", answer.Answer), ("id", id), ("person", caller.PersonId)), cancellation);
                return asked == 0 ? ChangeEvent.Unknown : TypedResults.NoContent();
            })
            .Requires(Permission.CalendarRead).WithName("AnswerInvitation").WithSummary("Accepts or declines an invitation");

    /// <summary>Makes these the guests; who was one keeps their answer.</summary>
    /// <returns>Who was none before.</returns>
    public static async Task<IReadOnlyList<string>> SetAsync(Session session, long @event, IReadOnlyCollection<string> people, string host)
    {
        var known = await session.QueryAsync("SELECT person FROM ocrm.event_guest WHERE event_id = @event", r => r.GetString(0), ("event", @event));
        var wanted = people.Where(p => p != host).Distinct().ToList();
        await session.ExecuteAsync("DELETE FROM ocrm.event_guest WHERE event_id = @event AND person IN (SELECT k.id FROM {rows})", RowSet.Of("id", known.Except(wanted).ToList()), ("event", @event));
        List<string> added = [.. wanted.Except(known)];
        await session.ExecuteAsync("INSERT INTO ocrm.event_guest (event_id, person, answer) SELECT @event, k.id, 'asked' FROM {rows}", RowSet.Of("id", added), ("event", @event));
        return added;
    }

    /// <summary>After the commit: the notification is kept elsewhere, and the invitation is in the guest's calendar without it.</summary>
    public static Task TellAsync(INotices notices, Caller host, EventDraft draft, IReadOnlyCollection<string> people, CancellationToken cancellation) =>
        notices.TellAsync([.. people.Where(p => p != host.PersonId)], "invitation", new { host = host.Name, title = draft.Title, when = BankTime.Text(draft.Starts) }, $"/calendar?day={BankTime.Day(draft.Starts):yyyy-MM-dd}", cancellation);
}
