using System.Globalization;
using System.Text.Json;
using Granary.Access.Contracts;
using Granary.Ocrm.Calendar;
using Granary.Tests;
using Microsoft.Extensions.DependencyInjection;

namespace Granary.Ocrm.Tests;

/// <summary>Calendars over their routes (docs/cases.md, Calendar).</summary>
public abstract class CalendarCompliance(Engine engine)
{
    private const string Outlet = "2305210102";

    [Fact, Trait("Case", "CAL-10")]
    public async Task A_series_is_changed_in_one_occurrence_in_what_follows_and_in_all_and_exceptions_stay()
    {
        await using var desk = await StartAsync();
        var id = await AddAsync(desk, new { title = "晨会", startsAt = Time(5, 9), endsAt = Time(5, 10), rule = "FREQ=DAILY;COUNT=10" });
        Assert.Equal("05 06 07 08 09 10 11 12 13 14", await DaysAsync(desk));

        // One is taken out, one is moved to the afternoon.
        await RemoveAsync(desk, id, "one", Time(7, 9));
        await ChangeAsync(desk, id, "one", Time(9, 9), new { title = "晨会（改期）", startsAt = Time(9, 15), endsAt = Time(9, 16) });
        Assert.Equal("05 06 08 09* 10 11 12 13 14", await DaysAsync(desk));

        // All an hour later: what was moved moves along, what was taken out stays out.
        await ChangeAsync(desk, id, "all", Time(6, 9), new { title = "晨会", startsAt = Time(6, 10), endsAt = Time(6, 11), rule = "FREQ=DAILY;COUNT=10" });
        Assert.Equal("05 06 08 09* 10 11 12 13 14", await DaysAsync(desk));
        Assert.Equal([10, 10, 10, 16, 10, 10, 10, 10, 10], (await ShownAsync(desk)).Select(e => Hour(e)));

        // From the 12th on in the evening, and of ten the three that are left.
        await ChangeAsync(desk, id, "following", Time(12, 10), new { title = "晚会", startsAt = Time(12, 18), endsAt = Time(12, 19), rule = "FREQ=DAILY;COUNT=10" });
        var shown = await ShownAsync(desk);
        Assert.Equal("05 06 08 09* 10 11 12 13 14", await DaysAsync(desk));
        Assert.Equal(["晨会", "晚会"], shown.Select(e => Text(e, "title")).Distinct().Where(t => !t!.Contains('（')));
        Assert.Equal([18, 18, 18], shown.TakeLast(3).Select(Hour));

        // What follows is taken away, then all.
        var later = shown[^1].GetProperty("id").GetInt64();
        Assert.NotEqual(id, later);
        await RemoveAsync(desk, later, "following", Time(13, 18));
        Assert.Equal("05 06 08 09* 10 11 12", await DaysAsync(desk));
        await RemoveAsync(desk, id, "all", Time(5, 10));
        Assert.Equal("12", await DaysAsync(desk));
        var (status, problem) = await desk.SendAsync(HttpMethod.Put, $"/calendar/events/{later}", new { @event = new { title = "x", startsAt = Time(12, 9), endsAt = Time(12, 10) }, span = "all", at = Time(12, 18), version = 1 });
        Assert.Equal((409, "event-changed"), (status, Text(problem, "code")));
    }

    [Fact, Trait("Case", "CAL-11")]
    public async Task Calendars_are_seen_within_rights_and_by_who_is_invited_who_answers_and_is_taken()
    {
        await using var desk = await StartAsync();
        var id = await AddAsync(desk, new { title = "走访", startsAt = Time(5, 9), endsAt = Time(5, 10) });
        await AddAsync(desk, new { title = "部门会", startsAt = Time(6, 14), endsAt = Time(6, 15), guests = new[] { "head" } });

        // Another manager sees nothing, changes nothing, and is told nothing of what the time is taken by.
        desk.As = Who("marketing", new Sight { Managers = ["marketing"] });
        Assert.Equal("", await DaysAsync(desk, "branch"));
        Assert.Equal(404, (await desk.SendAsync(HttpMethod.Delete, $"/calendar/events/{id}?span=all&version=1")).Status);
        Assert.Equal(404, (await desk.SendAsync(HttpMethod.Post, $"/calendar/events/{id}/answer", new { answer = "accepted" })).Status);
        var taken = (await desk.SendAsync(HttpMethod.Post, "/calendar/conflicts", new { startsAt = Time(5, 8), endsAt = Time(5, 11), people = new[] { "manager" } })).Body.EnumerateArray().Single();
        Assert.Equal(["person", "name", "startsAt", "endsAt"], taken.EnumerateObject().Select(p => p.Name));

        // Who is invited sees it as their own, accepts, and is told of it; the head of the unit sees the team's.
        desk.As = Who("head", new Sight { Units = [Outlet] });
        Assert.Equal("06", await DaysAsync(desk, "mine"));
        Assert.Equal("05 06", await DaysAsync(desk, "team"));
        var invited = (await ShownAsync(desk)).Single();
        Assert.Equal((false, "asked"), (invited.GetProperty("mayEdit").GetBoolean(), Text(invited, "answer")));
        Assert.Equal(204, (await desk.SendAsync(HttpMethod.Post, $"/calendar/events/{invited.GetProperty("id").GetInt64()}/answer", new { answer = "declined" })).Status);
        Assert.Equal("", await DaysAsync(desk, "mine"));

        // A guest of another legal entity is refused.
        desk.As = Who("manager", new Sight { Managers = ["manager"] });
        var (status, problem) = await desk.SendAsync(HttpMethod.Post, "/calendar/events", new { title = "x", startsAt = Time(5, 9), endsAt = Time(5, 10), guests = new[] { "nobody" } });
        Assert.Equal((400, "event-guest"), (status, Text(problem, "code")));
    }

    [Fact, Trait("Case", "CAL-12")]
    public async Task A_feed_is_at_a_secret_address_until_it_is_revoked_and_what_it_says_can_be_imported()
    {
        await using var desk = await StartAsync();
        var id = await AddAsync(desk, new { title = "周例会；上午, 二楼", place = "会议室", startsAt = Time(5, 9), endsAt = Time(5, 10), rule = "FREQ=WEEKLY;BYDAY=MO;UNTIL=20261231T155959Z", remindMinutes = 15 });
        await RemoveAsync(desk, id, "one", Time(12, 9));
        await ChangeAsync(desk, id, "one", Time(19, 9), new { title = "周例会（改期）", startsAt = Time(20, 9), endsAt = Time(20, 10) });
        await AddAsync(desk, new { title = "培训", startsAt = Time(21, 0), endsAt = Time(23, 0), allDay = true });
        var before = await DaysAsync(desk);
        Assert.Equal("05 20* 21 26", before);

        var path = Text((await desk.SendAsync(HttpMethod.Post, "/calendar/feed")).Body, "path")!;
        using var answer = await desk.Client.GetAsync(path);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.Equal("text/calendar", answer.Content.Headers.ContentType?.MediaType);

        // The same file into an empty calendar gives the same days, and again changes and adds nothing.
        desk.As = Who("head", new Sight { Units = [Outlet] });
        Assert.Equal(3, (await desk.SendAsync(HttpMethod.Post, "/calendar/import", new { text, preview = true })).Body.GetProperty("added").GetInt32());
        Assert.Equal("", await DaysAsync(desk));
        foreach (var (added, changed) in new[] { (3, 0), (0, 3) })
        {
            var imported = (await desk.SendAsync(HttpMethod.Post, "/calendar/import", new { text })).Body;
            Assert.Equal((added, changed), (imported.GetProperty("added").GetInt32(), imported.GetProperty("changed").GetInt32()));
            Assert.Equal(before, await DaysAsync(desk));
        }

        Assert.Equal("ics-unreadable", Text((await desk.SendAsync(HttpMethod.Post, "/calendar/import", new { text = "not a calendar" })).Body, "code"));
        desk.As = Who("manager", new Sight { Managers = ["manager"] });
        Assert.Equal(204, (await desk.SendAsync(HttpMethod.Delete, "/calendar/feed")).Status);
        using var gone = await desk.Client.GetAsync(path);
        Assert.Equal(404, (int)gone.StatusCode);
    }

    [Fact, Trait("Case", "CAL-13")]
    public async Task Somebody_is_reminded_once_of_each_occurrence()
    {
        await using var desk = await StartAsync();
        var start = new DateTimeOffset(TimeProvider.System.GetUtcNow().AddMinutes(30).Ticks / TimeSpan.TicksPerMinute * TimeSpan.TicksPerMinute, TimeSpan.Zero);
        await AddAsync(desk, new { title = "回访", startsAt = start, endsAt = start.AddHours(1), rule = "FREQ=DAILY", remindMinutes = 10 });
        var reminding = desk.Services.GetRequiredService<RemindOfEvents>();
        Assert.False(await reminding.StepAsync(CancellationToken.None));
        await desk.Database.WriteAsync(s => s.ExecuteAsync("UPDATE ocrm.event SET remind_at = 1"), CancellationToken.None); // as if the time had come
        await reminding.StepAsync(CancellationToken.None);
        var next = await desk.Database.ReadAsync(s => s.QueryAsync("SELECT remind_at FROM ocrm.event", r => r.GetInt64(0)), CancellationToken.None);
        Assert.Equal([start.AddMinutes(-10).ToUnixTimeMilliseconds()], next);
        Assert.False(await reminding.StepAsync(CancellationToken.None));
    }

    private async Task<Desk> StartAsync()
    {
        var desk = await Desk.StartAsync(engine);
        desk.As = Who("manager", new Sight { Managers = ["manager"] });
        return desk;
    }

    private static Caller Who(string person, Sight sight) => Desk.Caller(sight) with
    {
        PersonId = person,
        UserName = person,
        Rights = new EffectiveRights(
            new Dictionary<string, Sight> { [Permission.CalendarRead] = sight, [Permission.CalendarEdit] = new Sight { Managers = [person] }, [Permission.CustomersRead] = sight },
            new Dictionary<DataClass, FieldSight>(), [new RightSource(Permission.CalendarEdit, Reach.Own, "customer-manager", Outlet, null, null, sight)]),
    };

    /// <summary>A moment of October 2026 in the bank's time.</summary>
    private static string Time(int day, int hour) => string.Create(CultureInfo.InvariantCulture, $"2026-10-{day:D2}T{hour:D2}:00:00+08:00");

    private static string? Text(JsonElement e, string name) => e.GetProperty(name).GetString();

    private static int Hour(JsonElement e) => e.GetProperty("startsAt").GetDateTimeOffset().Hour;

    private static async Task<long> AddAsync(Desk desk, object draft)
    {
        var (status, body) = await desk.SendAsync(HttpMethod.Post, "/calendar/events", draft);
        Assert.True(status == 200, body.ToString());
        return body.GetProperty("id").GetInt64();
    }

    private static async Task ChangeAsync(Desk desk, long id, string span, string at, object draft)
    {
        var (status, body) = await desk.SendAsync(HttpMethod.Put, $"/calendar/events/{id}", new { @event = draft, span, at, version = await VersionAsync(desk, id) });
        Assert.True(status == 200, body.ToString());
    }

    private static async Task RemoveAsync(Desk desk, long id, string span, string at) =>
        Assert.Equal(204, (await desk.SendAsync(HttpMethod.Delete, $"/calendar/events/{id}?span={span}&at={Uri.EscapeDataString(at)}&version={await VersionAsync(desk, id)}")).Status);

    private static async Task<long> VersionAsync(Desk desk, long id) => (await ShownAsync(desk)).First(e => e.GetProperty("id").GetInt64() == id).GetProperty("version").GetInt64();

    private static async Task<List<JsonElement>> ShownAsync(Desk desk, string scope = "mine")
    {
        var (status, body) = await desk.SendAsync(HttpMethod.Get, $"/calendar/events?from={Uri.EscapeDataString(Time(1, 0))}&to={Uri.EscapeDataString(Time(31, 0))}&scope={scope}");
        Assert.True(status == 200, body.ToString());
        return [.. body.EnumerateArray()];
    }

    /// <summary>The days on which something is, those of occurrences that differ from their series with an asterisk.</summary>
    private static async Task<string> DaysAsync(Desk desk, string scope = "mine") =>
        string.Join(' ', (await ShownAsync(desk, scope)).Select(e => $"{e.GetProperty("startsAt").GetDateTimeOffset().Day:D2}{(e.GetProperty("moved").GetBoolean() ? "*" : "")}"));
}

public sealed class SqliteCalendar() : CalendarCompliance(new Engine.Sqlite());

public sealed class PostgresCalendar() : CalendarCompliance(new Engine.Postgres());
