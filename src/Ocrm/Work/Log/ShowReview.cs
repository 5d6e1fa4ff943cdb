using Granary.Access;
using Granary.Access.Contracts;
using Granary.Kernel;
using Granary.Ocrm.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Granary.Ocrm.Work.Log;

/// <summary>One person's report of the day; without an id there is none.</summary>
/// <param name="State">missing, open, away, submitted, returned or accepted.</param>
/// <param name="Away">Why the person is away on that day: leave, sick or trip; null where they are there.</param>
public sealed record DayReviewEntry(
    long Id, long Version, string Person, string PersonName, string Entity, string Unit, string UnitName, string State, bool Late, string? Away, IReadOnlyList<string> Odd, DayFigures? Figures, bool Remarks);

/// <param name="Owed">People who owe a report for the day, which is not who is away; 0 on a day off.</param>
/// <param name="Counts">State, late and odd → how many, of all and not only of those shown.</param>
/// <param name="Entries">Those who stand out first: missing, late, out of the ordinary, then what waits, then the rest, who is away last.</param>
public sealed record DayReviewView(string Day, DateTimeOffset DueAt, int Owed, IReadOnlyDictionary<string, int> Counts, IReadOnlyList<DayReviewEntry> Entries);

/// <summary>GET /api/reports/review: the reports of a day by exception.</summary>
internal static class ShowReview
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/reports/review", async Task<Results<Ok<DayReviewView>, ProblemHttpResult>> (
                string? day, Caller caller, OcrmDatabase database, Reporters reporters, IOrganisation organisation, OcrmLimits limits, TimeProvider clock, CancellationToken cancellation) =>
            {
                var (today, now) = (BankTime.Today(clock), clock.GetUtcNow().ToUnixTimeMilliseconds());
                // The day whose reports came last: that of yesterday's work, as a rule.
                var date = string.IsNullOrEmpty(day) ? ReportDay.Last(today.AddDays(-1)).First() : BankTime.Parse(day);
                if (date is not { } asked || asked > today)
                {
                    return ReportRow.WrongDay;
                }

                var seen = caller.SightOf(Permission.WorkReview).In(ReportRow.Sight);
                var owe = (await reporters.OweAsync(caller.SightOf(Permission.WorkReview), cancellation)).Where(p => p.Since <= asked && p.Person != caller.PersonId).ToList();
                var (rows, away) = await database.ReadAsync(async session =>
                {
                    var reports = await ReportRow.ReadAsync(session, $"r.day = @day AND {seen.Sql}", [.. seen.Parameters, ("day", BankTime.Text(asked))]);
                    return (reports, await DaysAway.ReadAsync(session, [.. owe.Select(p => p.Person).Concat(reports.Select(r => r.Person)).Distinct()], asked, asked));
                }, cancellation);
                var entries = Entries(asked, [.. rows.Where(r => r.Person != caller.PersonId)], owe, away, now, limits.ReportDue);
                var shown = entries.OrderBy(Rank).ThenBy(e => e.Unit, StringComparer.Ordinal).ThenBy(e => e.Person, StringComparer.Ordinal).Take(limits.ReviewRows).ToList();
                var people = await organisation.PeopleNamesAsync([.. shown.Select(e => e.Person)], cancellation);
                var units = await organisation.UnitNamesAsync([.. shown.Select(e => e.Unit).Distinct()], cancellation);
                return TypedResults.Ok(new DayReviewView(BankTime.Text(asked), DateTimeOffset.FromUnixTimeMilliseconds(ReportDay.DueAt(asked, limits.ReportDue)), ReportDay.IsOwed(asked) ? owe.Count(p => away.On(p.Person, asked) is null) : 0, Counts(entries),
                    [.. shown.Select(e => e with { PersonName = people.GetValueOrDefault(e.Person, e.Person), UnitName = units.GetValueOrDefault(e.Unit, e.Unit) })]));
            })
            .Requires(Permission.WorkReview).WithName("ReviewReports").WithSummary("The reports of a day, those that stand out first");

    /// <summary>Everybody who reported or owes it. Pure.</summary>
    private static List<DayReviewEntry> Entries(DateOnly day, IReadOnlyList<ReportRow> rows, IReadOnlyList<Reporter> owe, DaysAway away, long now, TimeSpan due)
    {
        var there = rows.Select(r => (r.Person, r.Entity)).ToHashSet();
        return
        [
            .. rows.Select(r => new DayReviewEntry(r.Id, r.Version, r.Person, "", r.Entity, r.Unit, "", r.State, r.Late, away.On(r.Person, day), r.Odd, r.Figures, r.Remarks.Length > 0)),
            .. owe.Where(p => ReportDay.IsOwed(day) && !there.Contains((p.Person, p.Entity)))
                .Select(p => (Of: p, Away: away.On(p.Person, day)))
                .Select(p => new DayReviewEntry(0, 0, p.Of.Person, "", p.Of.Entity, p.Of.Unit, "", ReportDay.StateWithout(day, owed: true, p.Away, now, due), false, p.Away, [], null, false)),
        ];
    }

    private static int Rank(DayReviewEntry entry) => entry.State switch
    {
        "missing" => 0,
        ReportRow.Submitted => entry.Late ? 1 : entry.Odd.Count > 0 ? 2 : 3,
        ReportRow.Returned => 4,
        "open" => 5,
        ReportDay.Away => 7,
        _ => 6,
    };

    private static Dictionary<string, int> Counts(IReadOnlyList<DayReviewEntry> entries)
    {
        var counts = entries.GroupBy(e => e.State, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        counts["late"] = entries.Count(e => e.Late);
        counts["odd"] = entries.Count(e => e.Odd.Count > 0);
        return counts;
    }
}
