using Granary.Access;
using Granary.Access.Contracts;
using Granary.Kernel;
using Granary.Kernel.Storage;
using Granary.Ocrm.Customers;
using Granary.Ocrm.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Granary.Ocrm.Work.Log;

/// <param name="Kind">visit, call or task.</param>
/// <param name="Customer">A party number; empty where it is about no customer.</param>
/// <param name="Outcome">reached, agreed, refused or absent; empty for a task.</param>
/// <param name="Next">What came of it, as "task/12"; may be empty.</param>
/// <param name="Ref">The visit or task itself, as "visit/12"; may be empty.</param>
public sealed record ReportRecord(long Id, string Kind, DateTimeOffset At, string Subject, string Customer, string CustomerName, string Outcome, string Result, string Next, string Ref);

/// <param name="State">open, missing, away, submitted, returned or accepted.</param>
/// <param name="Away">Why the person is away on that day: leave, sick or trip; null where they are there.</param>
public sealed record ReportDayState(string Day, string State, bool Late, string? Away);

public sealed record ReportNoteView(DateTimeOffset At, string By, string Act, string Text);

/// <param name="Id">0 where it was not submitted yet.</param>
/// <param name="State">open, missing, away, submitted, returned or accepted. Open, missing, away and returned ones count what is recorded now, the others what was then.</param>
/// <param name="Away">Why the person is away on that day: leave, sick or trip; null where they are there.</param>
/// <param name="DueAt">Null where none is owed for this day.</param>
/// <param name="Odd">What stands out: nothing, unreached, overdue, fewer, more.</param>
/// <param name="Later">What was written down for this day after the report was submitted; it does not count.</param>
/// <param name="Days">The working days up to today, the newest first.</param>
/// <param name="Entities">The legal entities in which the person writes reports, where there are several.</param>
public sealed record ReportView(
    long Id, string Person, string PersonName, string Entity, string UnitName, string Day, string State, bool Late, string? Away, DateTimeOffset? DueAt, IReadOnlyList<string> Odd, DayFigures Figures,
    IReadOnlyList<ReportRecord> Records, int Later, string Remarks, IReadOnlyList<ReportNoteView> Notes, DateTimeOffset? SubmittedAt, long Version,
    IReadOnlyList<ReportDayState> Days, IReadOnlyList<string> Entities);

/// <summary>GET /api/reports/mine/{day} and /api/reports/of/{person}/{day}: the report of a person and day with the records behind every figure.</summary>
internal static class ShowReport
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/reports/mine/{day}", (string day, string? entity, Caller caller, Reading reading, CancellationToken cancellation) => reading.ShowAsync(caller, Sight.Everything, caller.PersonId, day, entity, cancellation))
            .Requires(Permission.WorkEdit).WithName("ShowOwnReport").WithSummary("The own report of a day; it writes itself until it is submitted");
        routes.MapGet("/reports/of/{person}/{day}", (string person, string day, string? entity, Caller caller, Reading reading, CancellationToken cancellation) => reading.ShowAsync(caller, caller.SightOf(Permission.WorkReview), person, day, entity, cancellation))
            .Requires(Permission.WorkReview).WithName("ShowReport").WithSummary("Somebody's report of a day, with the records behind its figures");
    }

    internal sealed class Reading(OcrmDatabase database, Reporters reporters, IOrganisation organisation, OcrmLimits limits, TimeProvider clock)
    {
        private sealed record Found(ReportRow? Row, IReadOnlyList<CountedRecord> Records, int Later, int Overdue, IReadOnlyList<ReportRow> Recent, DaysAway Away);

        public async Task<Results<Ok<ReportView>, ProblemHttpResult>> ShowAsync(Caller caller, Sight sight, string person, string text, string? entity, CancellationToken cancellation)
        {
            var today = BankTime.Today(clock);
            if (BankTime.Parse(text) is not { } day || day > today)
            {
                return ReportRow.WrongDay;
            }

            var places = (await reporters.OfAsync(person, cancellation)).Where(p => sight.Sees(p.Entity, p.Unit, p.Person)).ToList();
            if (places.Find(p => string.IsNullOrEmpty(entity) || p.Entity == entity) is not { } place)
            {
                return ReportRow.Unknown;
            }

            var days = ReportDay.Last(today).TakeWhile(d => d >= place.Since).Take(limits.ReportDays).ToList();
            var found = await database.ReadAsync(session => ReadAsync(session, place, day, days), cancellation);
            var people = await organisation.PeopleNamesAsync([.. (found.Row?.Notes ?? []).Select(n => n.By).Append(person).Distinct()], cancellation);
            var unit = found.Row?.Unit ?? place.Unit;
            var units = await organisation.UnitNamesAsync([unit], cancellation);
            var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
            var away = found.Away.On(person, day);
            var frozen = found.Row is { State: not ReportRow.Returned };
            var figures = frozen ? found.Row!.Figures : CountDay.Of(found.Records, found.Overdue);
            return TypedResults.Ok(new ReportView(
                found.Row?.Id ?? 0, person, people.GetValueOrDefault(person, person), place.Entity, units.GetValueOrDefault(unit, unit), text,
                found.Row?.State ?? ReportDay.StateWithout(day, place.Owes && day >= place.Since, away, now, limits.ReportDue), found.Row?.Late ?? false, away,
                place.Owes && away is null && ReportDay.IsOwed(day) ? DateTimeOffset.FromUnixTimeMilliseconds(ReportDay.DueAt(day, limits.ReportDue)) : null, found.Row?.Odd ?? [], figures,
                [.. found.Records.Select(r => View(r, caller.Sees(DataClass.C1)))], found.Later, found.Row?.Remarks ?? "",
                [.. (found.Row?.Notes ?? []).Select(n => new ReportNoteView(n.At, people.GetValueOrDefault(n.By, n.By), n.Act, n.Text))],
                found.Row is null ? null : DateTimeOffset.FromUnixTimeMilliseconds(found.Row.SubmittedAt), found.Row?.Version ?? 0,
                [.. days.Select(d => DayOf(d, found, place, now))], places.Count > 1 ? [.. places.Select(p => p.Entity)] : []));
        }

        private async Task<Found> ReadAsync(Session session, Reporter place, DateOnly day, IReadOnlyList<DateOnly> days)
        {
            var row = await ReportRow.FindAsync(session, place.Person, place.Entity, day);
            var live = await CountDay.ReadAsync(session, place.Person, place.Entity, day, limits.ReportRecords);
            var recent = days.Count == 0 ? [] : await ReportRow.ReadAsync(session, "r.person = @person AND r.entity = @entity AND r.day >= @from",
                ("person", place.Person), ("entity", place.Entity), ("from", BankTime.Text(days[^1])));
            var away = await DaysAway.ReadAsync(session, [place.Person], days.Count == 0 || day < days[^1] ? day : days[^1], days.Count == 0 || day > days[0] ? day : days[0]);
            return row is { State: not ReportRow.Returned }
                ? new Found(row, await CountDay.ReadAsync(session, place.Entity, row.Records), live.Count(r => !row.Records.Contains(r.Id)), 0, recent, away)
                : new Found(row, live, 0, await CountDay.OverdueAsync(session, place.Person, place.Entity, day), recent, away);
        }

        private ReportDayState DayOf(DateOnly day, Found found, Reporter place, long now)
        {
            var (row, away) = (found.Recent.FirstOrDefault(r => r.Day == BankTime.Text(day)), found.Away.On(place.Person, day));
            return new ReportDayState(BankTime.Text(day), row?.State ?? ReportDay.StateWithout(day, place.Owes, away, now, limits.ReportDue), row?.Late ?? false, away);
        }

        private static ReportRecord View(CountedRecord record, FieldSight names) => new(
            record.Id, record.Kind, DateTimeOffset.FromUnixTimeMilliseconds(record.At), record.Subject, record.Number,
            ShownName.For(names, record.Name), record.Outcome, record.Result, record.Next, record.Ref);
    }
}
