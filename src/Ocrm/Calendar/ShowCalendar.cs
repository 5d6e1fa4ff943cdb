using Granary.Access;
using Granary.Access.Contracts;
using Granary.Kernel;
using Granary.Kernel.Storage;
using Granary.Ocrm.Ownership;
using Granary.Ocrm.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Granary.Ocrm.Calendar;

/// <summary>Somebody who is asked to come.</summary>
/// <param name="Answer">asked, accepted or declined.</param>
public sealed record GuestView(string Person, string Name, string Answer);

/// <summary>One occurrence as a calendar shows it.</summary>
/// <param name="Id">Of the series for its occurrences, else of the event.</param>
/// <param name="At">With the id it names the occurrence: when it was to begin, before anybody moved it.</param>
/// <param name="Rule">The series' RRULE; null where it happens once.</param>
/// <param name="Moved">It differs from its series.</param>
/// <param name="Version">Of the series, or the event, to say what one has seen.</param>
/// <param name="MayEdit">Whether the caller may change it.</param>
/// <param name="Answer">The caller's own, where they are a guest.</param>
/// <param name="Customer">The number of the customer whom it concerns, where the caller sees them.</param>
public sealed record EventView(
    long Id, DateTimeOffset At, string Person, string Name, string Title, string Place, string Note, DateTimeOffset StartsAt, DateTimeOffset EndsAt, bool AllDay, string? Rule, bool Moved,
    int? RemindMinutes, IReadOnlyList<GuestView> Guests, string? Customer, bool MayEdit, string? Answer, long Version);

/// <summary>
/// GET /api/calendar/events: what is between two moments in one's own calendar (mine: with what one is invited to), in those of one's own unit
/// (team), or in all that one may see (branch).
/// </summary>
internal static class ShowCalendar
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/calendar/events", async Task<Results<Ok<IReadOnlyList<EventView>>, ProblemHttpResult>> (
                DateTimeOffset from, DateTimeOffset to, string? scope, Caller caller, OcrmDatabase database, IOrganisation organisation, OcrmLimits limits, CancellationToken cancellation) =>
            {
                if (to < from || (to - from).TotalDays > limits.CalendarDays)
                {
                    return Problems.BadRequest("calendar-span", $"From one day to a later one, {limits.CalendarDays} days at most.");
                }

                var found = await database.ReadAsync(async session =>
                {
                    var falls = await CalendarWindow.ReadAsync(session, Conditions(scope, caller), from.ToUnixTimeMilliseconds(), to.ToUnixTimeMilliseconds(), limits);
                    return (Falls: falls, Series: await SeriesAsync(session, falls), Guests: await GuestsAsync(session, [.. falls.Select(f => f.Event.Lead).Distinct()]), Numbers: await NumbersAsync(session, caller, falls));
                }, cancellation);
                var people = found.Falls.Select(f => f.Event.Person).Concat(found.Guests.SelectMany(g => g).Select(g => g.Person)).Distinct().ToList();
                var names = await organisation.PeopleNamesAsync(people, cancellation);
                var edits = caller.SightOf(Permission.CalendarEdit);
                return TypedResults.Ok<IReadOnlyList<EventView>>([.. found.Falls.Select(f => View(f, found.Series.GetValueOrDefault(f.Event.Lead, f.Event), found.Guests[f.Event.Lead], found.Numbers, names, caller, edits))]);
            })
            .Requires(Permission.CalendarRead).WithName("ShowCalendar").WithSummary("What is in calendars, by occurrence");

    private static IReadOnlyList<SqlCondition> Conditions(string? scope, Caller caller)
    {
        var seen = caller.SightOf(Permission.CalendarRead).In(EventRow.Sight);
        return scope switch
        {
            "team" => [new($"e.unit = @team AND {seen.Sql}", [.. seen.Parameters, ("team", Post.Of(caller).Unit)])],
            "branch" => [seen],
            _ => CalendarWindow.Of(caller.PersonId),
        };
    }

    private static EventView View(
        Occurrence fall, EventRow series, IEnumerable<(string Person, string Answer)> guests, Dictionary<long, string> numbers, IReadOnlyDictionary<string, string> names, Caller caller, Sight edits)
    {
        var e = fall.Event;
        var asked = guests.Select(g => new GuestView(g.Person, names.GetValueOrDefault(g.Person, g.Person), g.Answer)).ToList();
        return new EventView(
            e.Lead, BankTime.At(fall.At), e.Person, names.GetValueOrDefault(e.Person, e.Person), e.Title, e.Place, e.Note, BankTime.At(fall.Starts), BankTime.At(fall.Ends), e.AllDay,
            series.Recurs ? series.Rule : null, e.Series > 0, e.Remind < 0 ? null : e.Remind, asked, numbers.GetValueOrDefault(e.Party), edits.Sees(e.Entity, e.Unit, e.Person),
            asked.Find(g => g.Person == caller.PersonId)?.Answer, series.Version);
    }

    /// <summary>The series of those that stand in place of an occurrence; they may lie outside of the window.</summary>
    private static async Task<Dictionary<long, EventRow>> SeriesAsync(Session session, List<Occurrence> falls) => (await session.QueryAsync(
        $"SELECT {EventRow.Columns} FROM {"{rows}"} CROSS JOIN ocrm.event e WHERE e.id = k.id", RowSet.Of("id", [.. falls.Where(f => f.Recurs).Select(f => f.Event.Lead).Distinct()]), EventRow.Read)).ToDictionary(e => e.Id);

    private static async Task<ILookup<long, (string Person, string Answer)>> GuestsAsync(Session session, IReadOnlyCollection<long> events) => (await session.QueryAsync(
        "SELECT g.event_id, g.person, g.answer FROM {rows} CROSS JOIN ocrm.event_guest g WHERE g.event_id = k.id ORDER BY g.person", RowSet.Of("id", events),
        r => (Event: r.GetInt64(0), Person: r.GetString(1), Answer: r.GetString(2)))).ToLookup(g => g.Event, g => (g.Person, g.Answer));

    private static async Task<Dictionary<long, string>> NumbersAsync(Session session, Caller caller, List<Occurrence> falls)
    {
        var seen = caller.SightOf(Permission.CustomersRead).In(Customers.CustomerList.Sight);
        return (await session.QueryAsync($"SELECT DISTINCT c.party_id, c.number FROM {"{rows}"} CROSS JOIN ocrm.customer c {OwnerRow.OfCustomer} WHERE c.party_id = k.id AND {seen.Sql}",
            RowSet.Of("id", [.. falls.Select(f => f.Event.Party).Where(p => p > 0).Distinct()]), r => (r.GetInt64(0), r.GetString(1)), [.. seen.Parameters])).ToDictionary(r => r.Item1, r => r.Item2);
    }
}
