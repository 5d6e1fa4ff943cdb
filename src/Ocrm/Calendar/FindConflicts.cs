using Granary.Access;
using Granary.Access.Contracts;
using Granary.Kernel;
using Granary.Ocrm.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Granary.Ocrm.Calendar;

/// <param name="People">Ids beside the caller's own.</param>
/// <param name="Except">The event that is being changed: it is in nobody's way.</param>
public sealed record ConflictQuestion(DateTimeOffset StartsAt, DateTimeOffset EndsAt, IReadOnlyList<string>? People, long? Except);

/// <summary>Somebody is taken. What by is not said: who asks may not see that calendar.</summary>
public sealed record Conflict(string Person, string Name, DateTimeOffset StartsAt, DateTimeOffset EndsAt);

/// <summary>POST /api/calendar/conflicts: who of one's own legal entity is taken in a span of time. Whole days take nobody: a birthday is in no meeting's way.</summary>
internal static class FindConflicts
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/calendar/conflicts", async Task<Results<Ok<IReadOnlyList<Conflict>>, ProblemHttpResult>> (
                ConflictQuestion asked, Caller caller, OcrmDatabase database, IOrganisation organisation, OcrmLimits limits, CancellationToken cancellation) =>
            {
                if (asked.EndsAt <= asked.StartsAt || asked.EndsAt - asked.StartsAt > limits.EventLength || asked.People?.Count > limits.EventGuests)
                {
                    return Problems.BadRequest("event-times", $"It ends after it begins, within {limits.EventLength.TotalDays} days.");
                }

                var entity = Post.Of(caller).Entity;
                var taken = new List<(string Person, Occurrence Fall)>();
                foreach (var person in (asked.People ?? []).Append(caller.PersonId).Distinct())
                {
                    if (person != caller.PersonId && (await organisation.EntitiesOfAsync(person, cancellation))?.Contains(entity) != true)
                    {
                        return Problems.BadRequest("event-guest", "All guests work in the same legal entity.");
                    }

                    var falls = await database.ReadAsync(session => CalendarWindow.ReadAsync(session, CalendarWindow.Of(person), asked.StartsAt.ToUnixTimeMilliseconds(), asked.EndsAt.ToUnixTimeMilliseconds(), limits), cancellation);
                    taken.AddRange(falls.Where(f => !f.Event.AllDay && f.Event.Lead != asked.Except).Select(f => (person, f)));
                }

                var names = await organisation.PeopleNamesAsync([.. taken.Select(t => t.Person).Distinct()], cancellation);
                return TypedResults.Ok<IReadOnlyList<Conflict>>([.. taken.Select(t => new Conflict(t.Person, names.GetValueOrDefault(t.Person, t.Person), BankTime.At(t.Fall.Starts), BankTime.At(t.Fall.Ends)))]);
            })
            .Requires(Permission.CalendarEdit).WithName("FindConflicts").WithSummary("Who is taken in a span of time");
}
