using System.Text.Json;
using Granary.Access.Contracts;
using Granary.Kernel;
using Granary.Kernel.Storage;
using Granary.Ocrm.Calendar;
using Granary.Ocrm.Customers;
using Granary.Ocrm.Opportunities;
using Granary.Ocrm.Ownership;
using Granary.Ocrm.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Granary.Ocrm.Work;

/// <param name="Done">What the caller did today: visits, calls and tasks.</param>
public sealed record TodayView(string Day, IReadOnlyList<TodayEntry> Entries, int Done);

/// <summary>
/// GET /api/today: what matters to the caller, merged per customer, each with its reason. Every source is read along an index of the
/// person, and bounded: who has more open than that sees the most pressing.
/// </summary>
internal static class ShowToday
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/today", async (Caller caller, OcrmDatabase database, OcrmLimits limits, TimeProvider clock, CancellationToken cancellation) =>
                TypedResults.Ok(await database.ReadAsync(session => ReadAsync(session, caller, BankTime.Today(clock), limits), cancellation)))
            .Requires(Permission.WorkEdit).WithName("ShowToday").WithSummary("What matters today, ranked and merged per customer");

    internal static async Task<TodayView> ReadAsync(Session session, Caller caller, DateOnly today, OcrmLimits limits)
    {
        List<(string Number, string Name, TodayItem Item)> owed =
        [
            .. await TasksAsync(session, "t.assignee = @me", "task", caller, today, limits),
            .. await TasksAsync(session, "t.escalated_to = @me AND t.assignee <> @me", "escalated", caller, today, limits),
            .. await VisitsAsync(session, caller, today, limits),
            .. await EventsAsync(session, caller, today, limits),
            .. await RemindersAsync(session, caller, today, limits),
            .. await ShowOpportunities.TodayAsync(session, caller, today, limits),
        ];
        var done = (await session.QueryAsync("SELECT count(*) FROM ocrm.activity WHERE person = @me AND at >= @from AND kind IN ('visit', 'call', 'task')",
            r => r.GetInt64(0), ("me", caller.PersonId), ("from", BankTime.Ms(today))))[0];
        return new TodayView(BankTime.Text(today), [.. RankToday.Of(owed.Select(o => (o.Number, Name(o.Name), o.Item)), today).Take(limits.TodayEntries)], (int)done);

        string Name(string name) => ShownName.For(caller, name);
    }

    private static Task<List<(string, string, TodayItem)>> TasksAsync(Session session, string whose, string kind, Caller caller, DateOnly today, OcrmLimits limits) => session.QueryAsync(
        $"""
        SELECT t.id, t.title, t.due_on, t.priority, COALESCE(c.number, ''), COALESCE(c.name, '') FROM ocrm.task t LEFT JOIN ocrm.customer c ON c.party_id = t.party_id AND c.entity = t.entity
        WHERE {whose} AND t.state = @open AND t.due_on <= @until ORDER BY t.due_on, t.id LIMIT {limits.TodayItems}
        """,
        r => (r.GetString(4), r.GetString(5), new TodayItem(kind, r.GetInt64(0), r.GetString(1), kind == "escalated" ? kind : Because(r.GetString(2), today), r.GetString(2), r.GetInt16(3))),
        ("me", caller.PersonId), ("open", TaskRow.Open), ("until", BankTime.Text(today.AddDays(limits.TodayAhead))));

    private static Task<List<(string, string, TodayItem)>> VisitsAsync(Session session, Caller caller, DateOnly today, OcrmLimits limits) => session.QueryAsync(
        $"""
        SELECT v.id, v.purpose, v.at, v.kind, COALESCE(c.number, ''), COALESCE(c.name, '') FROM ocrm.visit v JOIN ocrm.visit_customer w ON w.visit_id = v.id
        LEFT JOIN ocrm.customer c ON c.party_id = w.party_id AND c.entity = w.entity
        WHERE v.person = @me AND v.state = @planned AND v.at < @until ORDER BY v.at, v.id LIMIT {limits.TodayItems}
        """,
        r => (r.GetString(4), r.GetString(5), BankTime.Text(BankTime.Day(r.GetInt64(2))) is var day
            ? new TodayItem(r.GetString(3), r.GetInt64(0), r.GetString(1), Because(day, today) == "overdue" ? "overdue" : "planned", day, 0) { At = BankTime.At(r.GetInt64(2)) } : null!),
        ("me", caller.PersonId), ("planned", VisitRow.Planned), ("until", BankTime.Ms(today.AddDays(1))));

    /// <summary>What is in the caller's calendar today, or what they are invited to; with the customer whom it concerns, where they see them.</summary>
    private static async Task<List<(string, string, TodayItem)>> EventsAsync(Session session, Caller caller, DateOnly today, OcrmLimits limits)
    {
        var falls = await CalendarWindow.ReadAsync(session, CalendarWindow.Of(caller.PersonId), BankTime.Ms(today), BankTime.Ms(today.AddDays(1)), limits);
        var seen = caller.SightOf(Permission.CustomersRead).In(CustomerList.Sight);
        var customers = (await session.QueryAsync(
            $"SELECT c.party_id, c.number, c.name FROM {"{rows}"} CROSS JOIN ocrm.customer c {OwnerRow.OfCustomer} WHERE c.party_id = k.id AND {seen.Sql}",
            RowSet.Of("id", [.. falls.Select(f => f.Event.Party).Where(p => p > 0).Distinct()]), r => (Party: r.GetInt64(0), Number: r.GetString(1), Name: r.GetString(2)), [.. seen.Parameters])).ToLookup(c => c.Party);
        return [.. falls.Select(f => (customers[f.Event.Party].FirstOrDefault().Number ?? "", customers[f.Event.Party].FirstOrDefault().Name ?? "",
            new TodayItem("event", f.Event.Lead, f.Event.Title, "planned", BankTime.Text(today), 0) { At = f.Event.AllDay ? null : BankTime.At(f.Starts) }))];
    }

    private static Task<List<(string, string, TodayItem)>> RemindersAsync(Session session, Caller caller, DateOnly today, OcrmLimits limits) => session.QueryAsync(
        $"""
        SELECT m.id, m.kind, m.due_on, c.number, c.name, m.title, m.args FROM ocrm.reminder m JOIN ocrm.customer c ON c.party_id = m.party_id AND c.entity = m.entity
        WHERE m.manager = @me AND m.state = 'open' AND m.due_on <= @today ORDER BY m.due_on DESC, m.id LIMIT {limits.TodayItems}
        """,
        r => (r.GetString(3), r.GetString(4), new TodayItem("reminder", r.GetInt64(0), r.GetString(5), r.GetString(1), BankTime.Text(BankTime.OfNumber(r.GetInt32(2))!.Value), 0) { Args = JsonSerializer.Deserialize<JsonElement>(r.GetString(6)) }),
        ("me", caller.PersonId), ("today", BankTime.Number(today)));

    private static string Because(string day, DateOnly today) => string.CompareOrdinal(day, BankTime.Text(today)) switch { < 0 => "overdue", 0 => "due", _ => "soon" };
}
