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

namespace Granary.Ocrm.Work.Log;

/// <param name="Entity">The legal entity, for who writes reports in several; empty: the first.</param>
/// <param name="Remarks">What figures do not say; may be empty.</param>
public sealed record ReportSubmitted(string? Entity, string? Remarks);

/// <summary>POST /api/reports/mine/{day}/submit: counts the day and keeps what was counted; from then on it is as submitted until the head returns it.</summary>
internal static class SubmitReport
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/reports/mine/{day}/submit", async Task<Results<NoContent, ProblemHttpResult>> (
                string day, ReportSubmitted submitted, Caller caller, OcrmDatabase database, Reporters reporters, OcrmLimits limits, TimeProvider clock, CancellationToken cancellation) =>
            {
                if (BankTime.Parse(day) is not { } date || date > BankTime.Today(clock))
                {
                    return ReportRow.WrongDay;
                }

                if (submitted.Remarks?.Length > limits.WorkText)
                {
                    return Problems.BadRequest("work-text", $"A text has at most {limits.WorkText} characters.");
                }

                if ((await reporters.OfAsync(caller.PersonId, cancellation)).FirstOrDefault(p => string.IsNullOrEmpty(submitted.Entity) || p.Entity == submitted.Entity) is not { } place)
                {
                    return ReportRow.Unknown;
                }

                var written = await database.WriteAsync(session => WriteAsync(session, caller, place, date, submitted.Remarks?.Trim() ?? "", limits, clock.GetUtcNow()), cancellation);
                return written ? TypedResults.NoContent() : Problems.Conflict("report-submitted", "The report of this day was submitted already; it changes only when it is returned.");
            })
            .Requires(Permission.WorkEdit).WithName("SubmitReport").WithSummary("Submits the own report of a day as it is counted now");

    private static async Task<bool> WriteAsync(Session session, Caller caller, Reporter place, DateOnly day, string remarks, OcrmLimits limits, DateTimeOffset now)
    {
        var before = await ReportRow.FindAsync(session, place.Person, place.Entity, day);
        var at = now.ToUnixTimeMilliseconds();
        var records = await CountDay.ReadAsync(session, place.Person, place.Entity, day, limits.ReportRecords);
        var figures = CountDay.Of(records, await CountDay.OverdueAsync(session, place.Person, place.Entity, day));
        var usual = await session.QueryAsync(
            $"SELECT r.visits + r.calls FROM ocrm.report r WHERE r.person = @person AND r.entity = @entity AND r.day < @day ORDER BY r.day DESC LIMIT {limits.ReportsUsual}",
            r => r.GetInt32(0), ("person", place.Person), ("entity", place.Entity), ("day", BankTime.Text(day)));
        var away = (await DaysAway.ReadAsync(session, [place.Person], day, day)).On(place.Person, day);
        var late = before?.Late ?? (place.Owes && away is null && ReportDay.IsOwed(day) && ReportDay.DueAt(day, limits.ReportDue) < at);
        // What was there is only replaced where it had been returned; of two that submit at once the second finds it done.
        var written = await session.QueryAsync(
            """
            INSERT INTO ocrm.report AS existing (person, entity, unit, day, state, late, odd, visits, calls, contacts, reached, tasks, nexts, overdue, records, remarks, notes, submitted_at, version)
            VALUES (@person, @entity, @unit, @day, 'submitted', @late, @odd, @visits, @calls, @contacts, @reached, @tasks, @nexts, @overdue, @records, @remarks, @notes, @at, 1)
            ON CONFLICT (person, entity, day) DO UPDATE SET unit = excluded.unit, state = excluded.state, odd = excluded.odd, visits = excluded.visits, calls = excluded.calls, contacts = excluded.contacts,
            reached = excluded.reached, tasks = excluded.tasks, nexts = excluded.nexts, overdue = excluded.overdue, records = excluded.records, remarks = excluded.remarks, notes = excluded.notes,
            submitted_at = excluded.submitted_at, version = existing.version + 1 WHERE existing.state = 'returned'
            RETURNING id
            """,
            r => r.GetInt64(0), ("person", place.Person), ("entity", place.Entity), ("unit", place.Unit), ("day", BankTime.Text(day)), ("late", (short)(late ? 1 : 0)),
            ("odd", string.Join(',', away is null ? JudgeReport.Of(figures, usual, limits.ReportOverdue) : [])), ("visits", figures.Visits), ("calls", figures.Calls), ("contacts", figures.Contacts), ("reached", figures.Reached),
            ("tasks", figures.Tasks), ("nexts", figures.Nexts), ("overdue", figures.Overdue), ("records", WorkJson.Write(records.Select(r => r.Id))), ("remarks", remarks),
            ("notes", WorkJson.Write((before?.Notes ?? []).Append(new ReportNote(now, place.Person, ReportRow.Submitted, "")))), ("at", at));
        if (written is not [var id])
        {
            return false;
        }

        await AuditTrail.AppendAsync(session, "ocrm", at, new AuditEntry(caller.UserName, caller.From, Permission.WorkEdit, ReportRow.RefOf(id), After: $"submitted {BankTime.Text(day)}{(late ? " late" : "")}"));
        return true;
    }
}
