using Granary.Access;
using Granary.Access.Contracts;
using Granary.Kernel.Auditing;
using Granary.Kernel.Storage;
using Granary.Ocrm.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Granary.Ocrm.Calendar;

/// <param name="Id">Of the event, or of the series.</param>
public sealed record EventSaved(long Id);

/// <summary>POST /api/calendar/events: puts an event into the caller's own calendar, and asks its guests to come.</summary>
internal static class AddEvent
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/calendar/events", async Task<Results<Ok<EventSaved>, ProblemHttpResult>> (
                EventDraft draft, Caller caller, OcrmDatabase database, IOrganisation organisation, INotices notices, OcrmLimits limits, TimeProvider clock, CancellationToken cancellation) =>
            {
                var (entity, unit) = Post.Of(caller);
                if (draft.Fault(limits) is { } problem)
                {
                    return problem;
                }

                if (unit.Length == 0)
                {
                    return Problems.Conflict("calendar-no-post", "Only who has a post of their own has a calendar.");
                }

                if (!await draft.GuestsBelongAsync(organisation, entity, cancellation))
                {
                    return Problems.BadRequest("event-guest", "All guests work in the same legal entity.");
                }

                var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
                var row = new EventRow(0, 0, entity, unit, caller.PersonId, $"{Guid.CreateVersion7():N}@granary", 0, 0, "", "", "", 0, 0, false, "", [], 0, -1, 0, 1, now);
                var id = await database.WriteAsync(async session =>
                {
                    if (await draft.PartyAsync(session, caller) is not { } party)
                    {
                        return 0;
                    }

                    var added = await draft.On(row, party).Settled(now, []).InsertAsync(session);
                    await Guests.SetAsync(session, added, draft.Guests ?? [], caller.PersonId);
                    await AuditTrail.AppendAsync(session, "ocrm", now, new AuditEntry(caller.UserName, caller.From, Permission.CalendarEdit, $"event/{added}", After: $"{draft.StartsAt:O} {draft.Rule}"));
                    return added;
                }, cancellation);
                if (id == 0)
                {
                    return Customers.CustomerGate.Unknown;
                }

                await Guests.TellAsync(notices, caller, draft, draft.Guests ?? [], cancellation);
                return TypedResults.Ok(new EventSaved(id));
            })
            .Requires(Permission.CalendarEdit).WithName("AddEvent").WithSummary("Puts an event into one's own calendar");
}
