using Granary.Access;
using Granary.Access.Contracts;
using Granary.Kernel;
using Granary.Kernel.Storage;
using Granary.Ocrm.Customers;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Granary.Ocrm.Calendar;

/// <summary>An event as somebody writes it.</summary>
/// <param name="EndsAt">Exclusive; of whole days the midnight after the last.</param>
/// <param name="AllDay">Whole days of the bank's time; both times are its midnights then.</param>
/// <param name="Rule">An RRULE of RFC 5545 without its name, "FREQ=WEEKLY;BYDAY=MO"; null: it happens once.</param>
/// <param name="RemindMinutes">Before it begins; null: not at all.</param>
/// <param name="Guests">Ids of people of the same legal entity.</param>
/// <param name="Customer">The number of the customer whom it concerns; null: none.</param>
public sealed record EventDraft(
    string? Title, string? Place, string? Note, DateTimeOffset StartsAt, DateTimeOffset EndsAt, bool AllDay, string? Rule, int? RemindMinutes, IReadOnlyList<string>? Guests, string? Customer)
{
    internal long Starts => StartsAt.ToUnixTimeMilliseconds();

    internal long Ends => EndsAt.ToUnixTimeMilliseconds();

    /// <summary>What cannot be kept, by name; null where all can.</summary>
    internal ProblemHttpResult? Fault(OcrmLimits limits)
    {
        if (string.IsNullOrWhiteSpace(Title) || Title.Length > limits.EventTitle || (Place ?? "").Length > limits.EventTitle || (Note ?? "").Length > limits.EventNote)
        {
            return Problems.BadRequest("event-title", $"A title of 1 to {limits.EventTitle} characters; a note of {limits.EventNote} at most.");
        }

        if (Ends <= Starts || EndsAt - StartsAt > limits.EventLength || StartsAt.Year is < 1990 or > 2100 || (AllDay && !(BankTime.IsMidnight(Starts) && BankTime.IsMidnight(Ends))))
        {
            return Problems.BadRequest("event-times", $"It ends after it begins, within {limits.EventLength.TotalDays} days; a whole day from midnight to midnight.");
        }

        if (Guests?.Count > limits.EventGuests)
        {
            return Problems.BadRequest("event-guest", $"At most {limits.EventGuests} guests, all of the same legal entity.");
        }

        if (RemindMinutes is < 0 || RemindMinutes > limits.EventReminder.TotalMinutes)
        {
            return Problems.BadRequest("event-remind", $"At most {limits.EventReminder.TotalDays} days before.");
        }

        return Rule is { Length: > 0 } rule && Recurrence.Fault(rule, Starts, AllDay, limits.EventRepeats) is { } code ? Problems.BadRequest(code, "The rule cannot be kept, or does not fall on the event's own start.") : null;
    }

    /// <summary>A row with what is written here in place of what it had.</summary>
    internal EventRow On(EventRow row, long party) => row with
    {
        Party = party, Title = Title!.Trim(), Place = Place?.Trim() ?? "", Note = Note?.Trim() ?? "", Starts = Starts, Ends = Ends, AllDay = AllDay, Rule = Rule ?? "", Remind = RemindMinutes ?? -1,
    };

    /// <summary>The party of the customer whom it concerns; 0: none. Null: there is none whom the caller sees.</summary>
    internal async Task<long?> PartyAsync(Session session, Caller caller) => Customer is not { Length: > 0 } number
        ? 0
        : (await CustomerGate.FindAsync(session, caller.SightOf(Permission.CustomersRead), number))?.Party;

    /// <summary>Whether all guests work in the legal entity.</summary>
    internal async Task<bool> GuestsBelongAsync(IOrganisation organisation, string entity, CancellationToken cancellation)
    {
        foreach (var guest in (Guests ?? []).Distinct())
        {
            if (await organisation.EntitiesOfAsync(guest, cancellation) is not { } entities || !entities.Contains(entity))
            {
                return false;
            }
        }

        return true;
    }
}
