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

/// <summary>A change of one occurrence, of it and what follows, or of a whole series.</summary>
/// <param name="Span">one, following or all; of an event that happens once they are the same.</param>
/// <param name="At">The occurrence that was opened, as the calendar named it.</param>
/// <param name="Version">As it was seen.</param>
public sealed record EventChange(EventDraft? Event, string? Span, DateTimeOffset At, long Version);

/// <summary>
/// PUT and DELETE /api/calendar/events/{id}. One: a row stands in place of the occurrence, or it is taken out. Following: the series ends before
/// it and another begins. All: the series is changed, and moves as far as the occurrence was moved.
/// </summary>
internal static class ChangeEvent
{
    public static ProblemHttpResult Unknown => Problems.NotFound("event-unknown", "There is no such event in a calendar of yours");

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPut("/calendar/events/{id:long}", async Task<Results<Ok<EventSaved>, ProblemHttpResult>> (
                long id, EventChange change, Caller caller, OcrmDatabase database, IOrganisation organisation, INotices notices, OcrmLimits limits, TimeProvider clock, CancellationToken cancellation) =>
            {
                if (change.Event is not { } draft)
                {
                    return Problems.BadRequest("event-title", "What is it to be?");
                }

                if (draft.Fault(limits) is { } problem)
                {
                    return problem;
                }

                IReadOnlyList<string> asked = [];
                var (saved, fault) = await WriteAsync(database, caller, id, change.Span, change.At, change.Version, clock, async (session, series, at, now) =>
                {
                    if (await draft.PartyAsync(session, caller) is not { } party)
                    {
                        return (0, Customers.CustomerGate.Unknown);
                    }

                    if (!await draft.GuestsBelongAsync(organisation, series.Entity, cancellation))
                    {
                        return (0, Problems.BadRequest("event-guest", "All guests work in the same legal entity."));
                    }

                    var lead = change.Span switch
                    {
                        "following" when series.Recurs && at > series.Starts => await SeriesChange.FollowingAsync(session, series, draft.On(series, party), at, now),
                        "one" when series.Recurs => await SeriesChange.OneAsync(session, series, draft.On(series, party), at, now),
                        _ => await SeriesChange.AllAsync(session, series, draft.On(series, party), at, now),
                    };
                    asked = await Guests.SetAsync(session, lead, draft.Guests ?? [], series.Person);
                    return (lead, null);
                }, cancellation);
                if (fault is not null)
                {
                    return fault;
                }

                await Guests.TellAsync(notices, caller, draft, asked, cancellation);
                return TypedResults.Ok(new EventSaved(saved));
            })
            .Requires(Permission.CalendarEdit).WithName("ChangeEvent").WithSummary("Changes one occurrence, what follows, or all");

        routes.MapDelete("/calendar/events/{id:long}", async Task<Results<NoContent, ProblemHttpResult>> (
                long id, string? span, DateTimeOffset? at, long? version, Caller caller, OcrmDatabase database, TimeProvider clock, CancellationToken cancellation) =>
            {
                var (_, fault) = await WriteAsync(database, caller, id, span ?? "all", at ?? default, version ?? 0, clock, async (session, series, start, now) =>
                {
                    await (span switch
                    {
                        "following" when series.Recurs && start > series.Starts => SeriesChange.EndAsync(session, series, start, now),
                        "one" when series.Recurs => SeriesChange.TakeOutAsync(session, series, start, now),
                        _ => SeriesChange.RemoveAsync(session, series),
                    });
                    return (series.Id, null);
                }, cancellation);
                return fault is null ? TypedResults.NoContent() : fault;
            })
            .Requires(Permission.CalendarEdit).WithName("RemoveEvent").WithSummary("Takes out one occurrence, what follows, or all");
    }

    private static async Task<(long Id, ProblemHttpResult? Fault)> WriteAsync(
        OcrmDatabase database, Caller caller, long id, string? span, DateTimeOffset at, long version, TimeProvider clock,
        Func<Session, EventRow, long, long, Task<(long, ProblemHttpResult?)>> act, CancellationToken cancellation)
    {
        if (span is not ("one" or "following" or "all"))
        {
            return (0, Problems.BadRequest("event-span", "One, following or all."));
        }

        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        var seen = caller.SightOf(Permission.CalendarEdit).In(EventRow.Sight);
        return await database.WriteAsync(async session =>
        {
            if (await session.QueryAsync($"SELECT {EventRow.Columns} FROM ocrm.event e WHERE e.id = @id AND e.series_id = 0 AND {seen.Sql} {session.ForUpdateOf("e")}", EventRow.Read, [.. seen.Parameters, ("id", id)]) is not [var series])
            {
                return (0, Unknown);
            }

            if (series.Version != version)
            {
                return (0, Problems.Conflict("event-changed", "Somebody changed it meanwhile."));
            }

            var start = at.ToUnixTimeMilliseconds();
            if (series.Recurs && span != "all" && Recurrence.Starts(series, [], start).FirstOrDefault() != start)
            {
                return (0, Unknown); // the series does not fall there
            }

            var result = await act(session, series, start, now);
            if (result.Item2 is null)
            {
                await AuditTrail.AppendAsync(session, "ocrm", now, new AuditEntry(caller.UserName, caller.From, Permission.CalendarEdit, $"event/{id}", Before: $"{span} {BankTime.At(series.Starts):O} {series.Rule}"));
            }

            return result;
        }, cancellation);
    }
}
