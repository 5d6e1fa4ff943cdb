using Granary.Kernel;
using Granary.Kernel.Storage;
using Granary.Ocrm.Activities;

namespace Granary.Ocrm.Work.Log;

/// <summary>What somebody did on a day.</summary>
/// <param name="Visits">One with three customers is one.</param>
/// <param name="Contacts">Different customers who were visited or called.</param>
/// <param name="Reached">Those of them who were spoken to.</param>
/// <param name="Tasks">Tasks that were done.</param>
/// <param name="Nexts">Next steps that visits and calls led to.</param>
/// <param name="Overdue">Tasks that were due by then and are open still.</param>
public sealed record DayFigures(int Visits, int Calls, int Contacts, int Reached, int Tasks, int Nexts, int Overdue);

/// <summary>One row of the timeline that a report counts.</summary>
internal sealed record CountedRecord(long Id, string Kind, long At, string Subject, string Number, string Name, string Ref, long Party, string Outcome, string Result, string Next);

/// <summary>A report's figures are counted from what is recorded and from nothing else.</summary>
internal static class CountDay
{
    private const string Columns = "a.id, a.kind, a.at, a.subject, COALESCE(c.number, ''), COALESCE(c.name, ''), a.ref, a.party_id, a.detail";

    private const string Customer = "LEFT JOIN ocrm.customer c ON c.party_id = a.party_id AND c.entity = a.entity";

    private sealed record Detail(string? Outcome, string? Result, string? Next);

    /// <summary>The visits, calls and tasks of a person in a legal entity on a day, in their order.</summary>
    public static Task<List<CountedRecord>> ReadAsync(Session session, string person, string entity, DateOnly day, int most) => session.QueryAsync(
        $"""
        SELECT {Columns} FROM ocrm.activity a {Customer}
        WHERE a.person = @person AND a.entity = @entity AND a.at >= @from AND a.at < @until AND a.kind IN ('{ActivityKind.Visit}', '{ActivityKind.Call}', '{ActivityKind.Task}')
        ORDER BY a.at, a.id LIMIT {most}
        """, Read, ("person", person), ("entity", entity), ("from", BankTime.Ms(day)), ("until", BankTime.Ms(day.AddDays(1))));

    /// <summary>What was counted when a report was submitted.</summary>
    public static Task<List<CountedRecord>> ReadAsync(Session session, string entity, IReadOnlyCollection<long> ids) => session.QueryAsync(
        $"SELECT {Columns} FROM {"{rows}"} CROSS JOIN ocrm.activity a {Customer} WHERE a.id = k.id AND a.entity = @entity ORDER BY a.at, a.id", RowSet.Of("id", ids), Read, ("entity", entity));

    public static async Task<int> OverdueAsync(Session session, string person, string entity, DateOnly day) => (int)(await session.QueryAsync(
        "SELECT count(*) FROM ocrm.task t WHERE t.assignee = @person AND t.state = @open AND t.due_on <= @day AND t.entity = @entity",
        r => r.GetInt64(0), ("person", person), ("open", TaskRow.Open), ("day", BankTime.Text(day)), ("entity", entity)))[0];

    /// <summary>Pure.</summary>
    public static DayFigures Of(IReadOnlyList<CountedRecord> records, int overdue)
    {
        var contacts = records.Where(r => r.Kind is ActivityKind.Visit or ActivityKind.Call).ToList();
        return new DayFigures(
            Acts(ActivityKind.Visit), Acts(ActivityKind.Call), contacts.Select(r => r.Party).Distinct().Count(),
            contacts.Where(r => r.Outcome is "reached" or "agreed" or "refused").Select(r => r.Party).Distinct().Count(), Acts(ActivityKind.Task),
            contacts.Where(r => r.Next.Length > 0).Select(r => r.Next).Distinct(StringComparer.Ordinal).Count(), overdue);

        // A visit with several customers has a row for each of them.
        int Acts(string kind) => records.Where(r => r.Kind == kind).Select(r => r.Ref.Length > 0 ? r.Ref : $"#{r.Id}").Distinct(StringComparer.Ordinal).Count();
    }

    private static CountedRecord Read(System.Data.Common.DbDataReader r)
    {
        var detail = WorkJson.Read<Detail>(r.GetString(8));
        return new CountedRecord(r.GetInt64(0), r.GetString(1), r.GetInt64(2), r.GetString(3), r.GetString(4), r.GetString(5), r.GetString(6), r.GetInt64(7), detail.Outcome ?? "", detail.Result ?? "", detail.Next ?? "");
    }
}
