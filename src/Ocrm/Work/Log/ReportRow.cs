using Granary.Access;
using Granary.Access.Contracts;
using Granary.Kernel;
using Granary.Kernel.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Granary.Ocrm.Work.Log;

/// <summary>What was said and done about a report.</summary>
/// <param name="By">A person's id.</param>
/// <param name="Act">submitted, returned, accepted or commented.</param>
public sealed record ReportNote(DateTimeOffset At, string By, string Act, string Text);

/// <summary>A submitted report as it is kept. Days are the bank's, times milliseconds since 1970 UTC.</summary>
internal sealed record ReportRow(
    long Id, string Person, string Entity, string Unit, string Day, string State, bool Late, IReadOnlyList<string> Odd, DayFigures Figures,
    IReadOnlyList<long> Records, string Remarks, IReadOnlyList<ReportNote> Notes, long SubmittedAt, long Version)
{
    public const string Submitted = "submitted";
    public const string Returned = "returned";
    public const string Accepted = "accepted";
    public const string Commented = "commented";

    private const string Columns =
        "r.id, r.person, r.entity, r.unit, r.day, r.state, r.late, r.odd, r.visits, r.calls, r.contacts, r.reached, r.tasks, r.nexts, r.overdue, r.records, r.remarks, r.notes, r.submitted_at, r.version";

    public static SightColumns Sight { get; } = new("r.entity", "r.unit", "r.person");

    /// <summary>As the audit names one.</summary>
    public static string RefOf(long id) => $"report/{id}";

    public static ProblemHttpResult Unknown => Problems.NotFound("report-unknown", "There is no report of this person and day that you may see.");

    public static ProblemHttpResult WrongDay => Problems.BadRequest("report-day", "A report is about a day that has begun, as YYYY-MM-DD.");

    /// <param name="where">A condition on r.</param>
    public static Task<List<ReportRow>> ReadAsync(Session session, string where, params (string Name, object? Value)[] parameters) => session.QueryAsync(
        $"SELECT {Columns} FROM ocrm.report r WHERE {where}",
        r => new ReportRow(
            r.GetInt64(0), r.GetString(1), r.GetString(2), r.GetString(3), r.GetString(4), r.GetString(5), r.GetInt16(6) != 0, Codes(r.GetString(7)),
            new DayFigures(r.GetInt32(8), r.GetInt32(9), r.GetInt32(10), r.GetInt32(11), r.GetInt32(12), r.GetInt32(13), r.GetInt32(14)),
            WorkJson.Read<long[]>(r.GetString(15)), r.GetString(16), WorkJson.Read<ReportNote[]>(r.GetString(17)), r.GetInt64(18), r.GetInt64(19)), parameters);

    public static async Task<ReportRow?> FindAsync(Session session, string person, string entity, DateOnly day) => (await ReadAsync(
        session, "r.person = @person AND r.entity = @entity AND r.day = @day", ("person", person), ("entity", entity), ("day", BankTime.Text(day)))).FirstOrDefault();

    public static string[] Codes(string joined) => joined.Split(',', StringSplitOptions.RemoveEmptyEntries);
}
