using System.Text.Json;
using Granary.Access.Contracts;
using Granary.Ocrm.Work;

namespace Granary.Ocrm.Tests;

/// <summary>What the page of the day promises, on each engine (docs/cases.md, TODAY).</summary>
public abstract class TodayCompliance(WorkDesk work)
{
    [Fact, Trait("Case", "TODAY-01")]
    public async Task What_is_owed_to_one_customer_is_one_entry_with_its_reasons_and_is_settled_from_there()
    {
        var desk = await work.BeginAsync();
        desk.As = WorkDesk.Manager();
        var task = await work.CreateAsync("/tasks", new { title = "送资料", customer = work.Number, dueOn = WorkDesk.Late });
        await work.CreateAsync("/tasks", new { title = "写总结", dueOn = WorkDesk.Late });
        await work.CreateAsync("/tasks", new { title = "明年", dueOn = "2999-01-01" });
        await work.CreateAsync("/visits", new { kind = "visit", customers = new[] { work.Number }, purpose = "问候", at = "2020-01-31T09:00:00+08:00" });
        await desk.Database.WriteAsync(s => s.ExecuteAsync(
            """
            INSERT INTO ocrm.reminder (party_id, recorded_for, entity, unit, manager, kind, due_on, ref, title, args, state, reason, created_at)
            SELECT c.party_id, c.party_id, c.entity, c.unit, o.manager, 'birthday', 20200131, '', '', '{"calendar":"lunar"}', 'open', '', 0 FROM ocrm.customer c JOIN ocrm.owner o ON o.party_id = c.party_id AND o.entity = c.entity WHERE o.manager = 'manager'
            """), CancellationToken.None);
        var entries = await EntriesAsync();
        Assert.Equal(["王芳: task overdue, visit overdue, reminder birthday", ": task overdue"], entries.Select(Text));

        Assert.Equal("lunar", entries[0].GetProperty("items")[2].GetProperty("args").GetProperty("calendar").GetString());
        var reminder = entries[0].GetProperty("items")[2].GetProperty("id").GetInt64();
        Assert.Equal("task-day", await work.RefusedAsync($"/today/reminders/{reminder}", new { dueOn = WorkDesk.Late, reason = "rain" }));
        Assert.Equal("reason-missing", await work.RefusedAsync($"/today/reminders/{reminder}", new { dueOn = "2999-01-01" }));
        await work.DoAsync($"/today/reminders/{reminder}", new { dueOn = "2999-01-01", reason = "on a journey" });
        Assert.Equal("reminder-unknown", await work.RefusedAsync($"/today/reminders/{reminder}", new { }));
        await work.DoAsync($"/tasks/{task}/done", new { });
        Assert.Equal(["王芳: visit overdue", ": task overdue"], (await EntriesAsync()).Select(Text).OrderDescending(StringComparer.Ordinal));
        Assert.Equal(1, (await work.GetAsync("/today")).GetProperty("done").GetInt32());
        desk.As = WorkDesk.Someone("marketing");
        Assert.Empty(await EntriesAsync());
    }

    [Fact, Trait("Case", "TODAY-03")]
    public async Task What_is_in_the_calendar_and_what_was_promised_in_a_visit_stand_on_the_page_of_their_day_beside_what_else_is_owed_to_the_customer()
    {
        var desk = await work.BeginAsync();
        desk.As = WorkDesk.Manager();
        desk.As = desk.As with { Rights = desk.As.Rights with { Sources = [new RightSource(Permission.CalendarEdit, Reach.Own, "customer-manager", "2305210102", null, null, Sight.Nothing)] } };
        var visit = await work.CreateAsync("/visits", new { kind = "call", customers = new[] { work.Number }, purpose = "问候", at = "2020-01-31T09:00:00+08:00" });
        await work.DoAsync($"/visits/{visit}/done", new { outcome = "agreed", next = new { kind = "promise", title = "带利率表", on = "2030-05-06" } });
        Assert.StartsWith("reminder/", (await work.GetAsync($"/visits/{visit}")).GetProperty("nextRef").GetString(), StringComparison.Ordinal);
        await work.CreateAsync("/calendar/events", new { title = "晨会", startsAt = "2030-05-06T08:30:00+08:00", endsAt = "2030-05-06T09:00:00+08:00" });
        await work.CreateAsync("/calendar/events", new { title = "签约", startsAt = "2030-05-06T14:00:00+08:00", endsAt = "2030-05-06T15:00:00+08:00", customer = work.Number });

        var day = await DayAsync(new(2030, 5, 6));
        Assert.Equal(["王芳: event 签约 14:00, reminder 带利率表", ": event 晨会 08:30"], day.Order(StringComparer.Ordinal).Reverse());
        Assert.Empty(await DayAsync(new(2030, 5, 5)));
        Assert.Equal(["王芳: reminder 带利率表"], await DayAsync(new(2030, 5, 7)));
        desk.As = WorkDesk.Someone("marketing");
        Assert.Empty(await DayAsync(new(2030, 5, 6)));

        async Task<IEnumerable<string>> DayAsync(DateOnly today)
        {
            var read = await desk.Database.ReadAsync(session => ShowToday.ReadAsync(session, desk.As, today, new OcrmLimits()), CancellationToken.None);
            return read.Entries.Select(e => $"{e.Name}: {string.Join(", ", e.Items.Select(i => $"{i.Kind} {i.Title} {i.At?.ToOffset(TimeSpan.FromHours(8)):HH:mm}".TrimEnd()))}");
        }
    }

    private async Task<JsonElement[]> EntriesAsync() => [.. (await work.GetAsync("/today")).GetProperty("entries").EnumerateArray()];

    private static string Text(JsonElement entry) =>
        $"{entry.GetProperty("name").GetString()}: {string.Join(", ", entry.GetProperty("items").EnumerateArray().Select(i => $"{i.GetProperty("kind").GetString()} {i.GetProperty("reason").GetString()}"))}";

    [Collection(WorkOnSqlite.Name)]
    public sealed class OnSqlite(WorkDeskOnSqlite work) : TodayCompliance(work);

    [Collection(WorkOnPostgres.Name)]
    public sealed class OnPostgres(WorkDeskOnPostgres work) : TodayCompliance(work);
}

/// <summary>The order of the day is a pure decision.</summary>
public sealed class RankTodayTests
{
    private static readonly DateOnly Today = new(2026, 6, 1);

    [Fact, Trait("Case", "TODAY-02")]
    public void What_others_wait_for_comes_first_then_the_late_then_the_planned_and_several_things_for_one_customer_lift_it()
    {
        var ranked = RankToday.Of(
            [
                Owed("soon", "task", "2026-06-03"), Owed("due", "task", "2026-06-01"), Owed("late", "task", "2026-05-31"), Owed("up", "escalated", "2026-05-31"),
                Owed("planned", "visit", "2026-06-01"), Owed("born", "reminder", "2026-06-01"), Owed("important", "task", "2026-06-01", 1),
                Owed("both", "visit", "2026-06-01"), Owed("both", "reminder", "2026-06-01"), Owed("both", "reminder", "2026-06-01"),
            ], Today);
        Assert.Equal(["important", "up", "both", "late", "planned", "due", "born", "soon"], ranked.Select(e => e.Customer));
        Assert.Equal("visit", ranked.Single(e => e.Customer == "both").Items[0].Kind);
    }

    private static (string, string, TodayItem) Owed(string customer, string kind, string due, int priority = 0) => (customer, "", new TodayItem(kind, 1, "", "", due, priority));
}
