using Granary.Access;
using Granary.Access.Contracts;
using Granary.Kernel.Auditing;
using Granary.Kernel.Storage;
using Granary.Ocrm.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Granary.Ocrm.Work.Log;

/// <param name="Verdict">accepted, returned or commented.</param>
/// <param name="Comment">Needed unless it is accepted.</param>
/// <param name="Version">Of the report that was read.</param>
public sealed record ReportReviewed(string? Verdict, string? Comment, long Version);

/// <summary>POST /api/reports/{id}/review: the head accepts a report, returns it to be done again, or comments on it.</summary>
internal static class ReviewReport
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/reports/{id:long}/review", async Task<Results<NoContent, ProblemHttpResult>> (
                long id, ReportReviewed reviewed, Caller caller, OcrmDatabase database, INotices notices, OcrmLimits limits, TimeProvider clock, CancellationToken cancellation) =>
            {
                if (reviewed.Verdict is not (ReportRow.Accepted or ReportRow.Returned or ReportRow.Commented))
                {
                    return Problems.BadRequest("report-verdict", "A report is accepted, returned or commented on.");
                }

                var comment = reviewed.Comment?.Trim() ?? "";
                if (comment.Length > limits.WorkText || (comment.Length == 0 && reviewed.Verdict != ReportRow.Accepted))
                {
                    return Problems.BadRequest("report-comment", $"Say why, in at most {limits.WorkText} characters.");
                }

                var (report, problem) = await database.WriteAsync(session => WriteAsync(session, caller, id, reviewed, comment, clock.GetUtcNow()), cancellation);
                if (problem is not null)
                {
                    return problem;
                }

                if (reviewed.Verdict != ReportRow.Accepted)
                {
                    await notices.TellAsync([report!.Person], "report-" + reviewed.Verdict, new { head = caller.Name, day = report.Day, text = comment }, $"/log?day={report.Day}", cancellation);
                }

                return TypedResults.NoContent();
            })
            .Requires(Permission.WorkReview).WithName("ReviewReport").WithSummary("Accepts, returns or comments on somebody's report");

    private static async Task<(ReportRow? Report, ProblemHttpResult? Problem)> WriteAsync(Session session, Caller caller, long id, ReportReviewed reviewed, string comment, DateTimeOffset now)
    {
        var seen = caller.SightOf(Permission.WorkReview).In(ReportRow.Sight);
        if (await ReportRow.ReadAsync(session, $"r.id = @id AND {seen.Sql} {session.ForUpdateOf("r")}", [.. seen.Parameters, ("id", id)]) is not [var report])
        {
            return (null, ReportRow.Unknown);
        }

        if (report.Person == caller.PersonId)
        {
            return (null, Problems.Conflict("report-own", "Nobody reviews their own report."));
        }

        if (report.Version != reviewed.Version || (reviewed.Verdict != ReportRow.Commented && report.State != ReportRow.Submitted))
        {
            return (null, Problems.Conflict("report-changed", "The report has changed meanwhile: look at it again."));
        }

        await WriteAsync(session, caller, report, reviewed.Verdict!, comment, now);
        return (report, null);
    }

    public static async Task WriteAsync(Session session, Caller caller, ReportRow report, string verdict, string comment, DateTimeOffset now)
    {
        await session.ExecuteAsync("UPDATE ocrm.report SET state = @state, notes = @notes, version = version + 1 WHERE id = @id",
            ("state", verdict == ReportRow.Commented ? report.State : verdict), ("notes", WorkJson.Write(report.Notes.Append(new ReportNote(now, caller.PersonId, verdict, comment)))), ("id", report.Id));
        await AuditTrail.AppendAsync(session, "ocrm", now.ToUnixTimeMilliseconds(), new AuditEntry(caller.UserName, caller.From, Permission.WorkReview, ReportRow.RefOf(report.Id), After: verdict));
    }
}
