using Granary.Access;
using Granary.Access.Contracts;
using Granary.Kernel;
using Granary.Ocrm.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Granary.Ocrm.Work.Log;

/// <param name="People">Who owes reports there.</param>
/// <param name="Owed">Reports that are due by now: one a person and working day on which they are not away.</param>
/// <param name="Away">Working days by now on which somebody who owes reports is away.</param>
/// <param name="Missing">Those of them that are not there.</param>
/// <param name="Figures">Summed over the submitted reports; a customer who was contacted on two days counts twice, overdue tasks are those of each person's worst day.</param>
public sealed record RollUpRow(string Code, string Name, int People, int Owed, int Away, int Submitted, int Accepted, int Late, int Missing, int Odd, DayFigures Figures);

/// <param name="Level">What a row is: entity, unit or person.</param>
public sealed record RollUpView(string From, string To, string Level, IReadOnlyList<RollUpRow> Rows);

/// <summary>GET /api/reports/rollup: the reports of a week or month by legal entity, by unit of one, or by person of one.</summary>
internal static class RollUpReports
{
    private sealed record Sum(string Person, string Entity, string Unit, int Submitted, int Accepted, int Late, int OwedDays, int Odd, DayFigures Figures);

    private sealed record Line(string Entity, string Unit, string Person, RollUpRow Row);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/reports/rollup", async Task<Results<Ok<RollUpView>, ProblemHttpResult>> (
                string? period, string? day, string? entity, string? unit, Caller caller, OcrmDatabase database, Reporters reporters, IOrganisation organisation, OcrmLimits limits, TimeProvider clock,
                CancellationToken cancellation) =>
            {
                if (BankTime.Parse(string.IsNullOrEmpty(day) ? BankTime.Text(BankTime.Today(clock)) : day) is not { } asked)
                {
                    return ReportRow.WrongDay;
                }

                var (from, to) = SpanOf(period == "month", asked);
                var due = ReportDay.Due(from, to, clock.GetUtcNow().ToUnixTimeMilliseconds(), limits.ReportDue);
                var sight = caller.SightOf(Permission.WorkReview);
                var owe = (await reporters.OweAsync(sight, cancellation)).Where(p => Within(p.Entity, p.Unit)).ToList();
                var lines = await database.ReadAsync(async session => Lines(
                    owe, await SumsAsync(session, sight, from, to, due, entity, unit), due, await DaysAway.ReadAsync(session, [.. owe.Select(p => p.Person).Distinct()], from, to)), cancellation);
                var level = !string.IsNullOrEmpty(unit) ? "person"
                    : string.IsNullOrEmpty(entity) && lines.Select(l => l.Entity).Distinct().Skip(1).Any() ? "entity"
                    : lines.Select(l => l.Unit).Distinct().Skip(1).Any() ? "unit" : "person";
                var rows = lines.GroupBy(l => level switch { "entity" => l.Entity, "unit" => l.Unit, _ => l.Person }, StringComparer.Ordinal)
                    .Select(g => g.Select(l => l.Row).Aggregate(Add) with { Code = g.Key }).OrderBy(r => r.Code, StringComparer.Ordinal).Take(limits.ReviewRows).ToList();
                var names = level == "person"
                    ? await organisation.PeopleNamesAsync([.. rows.Select(r => r.Code)], cancellation)
                    : await organisation.UnitNamesAsync([.. rows.Select(r => r.Code)], cancellation);
                return TypedResults.Ok(new RollUpView(BankTime.Text(from), BankTime.Text(to), level, [.. rows.Select(r => r with { Name = names.GetValueOrDefault(r.Code, r.Code) })]));

                bool Within(string e, string u) => (string.IsNullOrEmpty(entity) || e == entity) && (string.IsNullOrEmpty(unit) || u == unit);
            })
            .Requires(Permission.WorkReview).WithName("RollUpReports").WithSummary("The reports of a week or month, by unit");

    /// <summary>Monday to Sunday, or the calendar month. Pure.</summary>
    internal static (DateOnly From, DateOnly To) SpanOf(bool month, DateOnly day)
    {
        var from = month ? new DateOnly(day.Year, day.Month, 1) : day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
        return (from, (month ? from.AddMonths(1) : from.AddDays(7)).AddDays(-1));
    }

    private static Task<List<Sum>> SumsAsync(Kernel.Storage.Session session, Sight sight, DateOnly from, DateOnly to, IReadOnlyList<DateOnly> due, string? entity, string? unit)
    {
        var seen = sight.In(ReportRow.Sight);
        var days = due.Count == 0 ? "''" : string.Join(", ", due.Select((_, i) => $"@due{i}"));
        return session.QueryAsync(
            $"""
            SELECT r.person, r.entity, r.unit, count(*), sum(CASE WHEN r.state = 'accepted' THEN 1 ELSE 0 END), sum(r.late), sum(CASE WHEN r.day IN ({days}) AND NOT {Absence.OnReportDay} THEN 1 ELSE 0 END), sum(CASE WHEN r.odd <> '' THEN 1 ELSE 0 END),
            sum(r.visits), sum(r.calls), sum(r.contacts), sum(r.reached), sum(r.tasks), sum(r.nexts), max(r.overdue)
            FROM ocrm.report r WHERE r.day >= @from AND r.day <= @to AND {seen.Sql} {(string.IsNullOrEmpty(entity) ? "" : "AND r.entity = @entity")} {(string.IsNullOrEmpty(unit) ? "" : "AND r.unit = @unit")}
            GROUP BY r.person, r.entity, r.unit
            """,
            r => new Sum(r.GetString(0), r.GetString(1), r.GetString(2), Int(r, 3), Int(r, 4), Int(r, 5), Int(r, 6), Int(r, 7),
                new DayFigures(Int(r, 8), Int(r, 9), Int(r, 10), Int(r, 11), Int(r, 12), Int(r, 13), Int(r, 14))),
            [.. seen.Parameters, .. due.Select((d, i) => ($"due{i}", (object?)BankTime.Text(d))), ("from", BankTime.Text(from)), ("to", BankTime.Text(to)), ("entity", entity ?? ""), ("unit", unit ?? "")]);

        static int Int(System.Data.Common.DbDataReader reader, int index) => Convert.ToInt32(reader.GetValue(index), System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>One for everybody who owes or wrote reports, at the place where they did. Pure.</summary>
    private static List<Line> Lines(IReadOnlyList<Reporter> owe, IReadOnlyList<Sum> sums, IReadOnlyList<DateOnly> due, DaysAway away)
    {
        var wrote = sums.ToDictionary(s => (s.Person, s.Entity, s.Unit));
        var lines = owe.Select(p =>
        {
            var sum = wrote.GetValueOrDefault((p.Person, p.Entity, p.Unit));
            wrote.Remove((p.Person, p.Entity, p.Unit));
            var there = due.Where(d => d >= p.Since).ToLookup(d => away.On(p.Person, d) is null);
            var owed = there[true].Count();
            return new Line(p.Entity, p.Unit, p.Person, Of(sum, 1, owed, there[false].Count(), Math.Max(0, owed - (sum?.OwedDays ?? 0))));
        }).ToList();
        lines.AddRange(wrote.Values.Select(s => new Line(s.Entity, s.Unit, s.Person, Of(s, 0, 0, 0, 0))));
        return lines;
    }

    private static RollUpRow Of(Sum? sum, int people, int owed, int away, int missing) =>
        new("", "", people, owed, away, sum?.Submitted ?? 0, sum?.Accepted ?? 0, sum?.Late ?? 0, missing, sum?.Odd ?? 0, sum?.Figures ?? new DayFigures(0, 0, 0, 0, 0, 0, 0));

    private static RollUpRow Add(RollUpRow a, RollUpRow b) => new(
        "", "", a.People + b.People, a.Owed + b.Owed, a.Away + b.Away, a.Submitted + b.Submitted, a.Accepted + b.Accepted, a.Late + b.Late, a.Missing + b.Missing, a.Odd + b.Odd,
        new DayFigures(a.Figures.Visits + b.Figures.Visits, a.Figures.Calls + b.Figures.Calls, a.Figures.Contacts + b.Figures.Contacts, a.Figures.Reached + b.Figures.Reached,
            a.Figures.Tasks + b.Figures.Tasks, a.Figures.Nexts + b.Figures.Nexts, a.Figures.Overdue + b.Figures.Overdue));
}
