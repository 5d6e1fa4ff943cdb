using System.Text.Json;
using Granary.Access.Contracts;
using Granary.Ocrm.Work.Log;
using Granary.Tests;

namespace Granary.Ocrm.Tests;

/// <summary>What the work log promises, on each engine (docs/cases.md, LOG).</summary>
public abstract class LogCompliance(Engine engine)
{
    private const string Day = "2026-06-03";

    [Fact, Trait("Case", "LOG-01"), Trait("Case", "LOG-02")]
    public async Task A_report_writes_itself_stays_as_submitted_and_is_returned_counted_again_and_accepted()
    {
        var clock = new SetClock("2026-06-01 08:00");
        await using var desk = await Desk.StartAsync(engine, clock: clock);
        var number = await CustomerAsync(desk);
        clock.Now = SetClock.At($"{Day} 17:00");
        desk.As = WorkDesk.Manager();
        await DoneAsync(desk, "/visits", new { kind = "visit", customers = new[] { number }, purpose = "问候", at = $"{Day}T09:00:00+08:00", done = new { outcome = "agreed", next = new { kind = "task", title = "送资料", on = "2026-06-20" } } });
        await DoneAsync(desk, "/visits", new { kind = "call", customers = new[] { number }, purpose = "回电", at = $"{Day}T10:00:00+08:00", done = new { outcome = "absent" } });
        await DoneAsync(desk, "/visits", new { kind = "call", customers = new[] { number }, purpose = "昨天", at = "2026-06-02T10:00:00+08:00", done = new { outcome = "absent" } });
        var task = (await DoneAsync(desk, "/tasks", new { title = "写总结", dueOn = Day })).GetProperty("id").GetInt64();
        await DoneAsync(desk, $"/tasks/{task}/done", new { });
        await DoneAsync(desk, "/tasks", new { title = "迟了", dueOn = "2026-06-02" });
        var report = await GetAsync(desk, $"/reports/mine/{Day}");
        Assert.Equal("open visits 1 calls 1 contacts 1 reached 1 tasks 1 nexts 1 overdue 1", Text(report));
        Assert.Equal(["visit 问候 王芳", "call 回电 王芳", "task 写总结 "], Records(report));

        await DoneAsync(desk, $"/reports/mine/{Day}/submit", new { remarks = "下雨" });
        await DoneAsync(desk, "/visits", new { kind = "call", customers = new[] { number }, purpose = "补记", at = $"{Day}T11:00:00+08:00", done = new { outcome = "reached" } });
        report = await GetAsync(desk, $"/reports/mine/{Day}");
        Assert.Equal("submitted visits 1 calls 1 contacts 1 reached 1 tasks 1 nexts 1 overdue 1", Text(report));
        Assert.Equal((3, 1, "下雨"), (Records(report).Length, report.GetProperty("later").GetInt32(), report.GetProperty("remarks").GetString()));
        Assert.Equal("report-submitted", await RefusedAsync(desk, $"/reports/mine/{Day}/submit", new { }));
        Assert.Equal("report-day", await RefusedAsync(desk, "/reports/mine/2026-06-04/submit", new { }));

        var id = report.GetProperty("id").GetInt64();
        desk.As = WorkDesk.Someone("marketing");
        Assert.Equal("report-unknown", await RefusedAsync(desk, $"/reports/{id}/review", new { verdict = "accepted", version = 1 }));
        Assert.Equal(404, (await desk.SendAsync(HttpMethod.Get, $"/reports/of/manager/{Day}")).Status);
        desk.As = WorkDesk.Manager();
        Assert.Equal("report-own", await RefusedAsync(desk, $"/reports/{id}/review", new { verdict = "accepted", version = 1 }));
        desk.As = WorkDesk.Head();
        Assert.Equal(Text(report), Text(await GetAsync(desk, $"/reports/of/manager/{Day}")));
        Assert.Equal("report-comment", await RefusedAsync(desk, $"/reports/{id}/review", new { verdict = "returned", version = 1 }));
        await DoneAsync(desk, $"/reports/{id}/review", new { verdict = "returned", comment = "补记也要算", version = 1 });
        Assert.Equal("report-changed", await RefusedAsync(desk, $"/reports/{id}/review", new { verdict = "accepted", version = 1 }));

        desk.As = WorkDesk.Manager();
        Assert.Equal("returned visits 1 calls 2 contacts 1 reached 1 tasks 1 nexts 1 overdue 1", Text(await GetAsync(desk, $"/reports/mine/{Day}")));
        await DoneAsync(desk, $"/reports/mine/{Day}/submit", new { remarks = "补上了" });
        desk.As = WorkDesk.Head();
        await DoneAsync(desk, $"/reports/{id}/review", new { verdict = "accepted", version = 3 });
        await DoneAsync(desk, $"/reports/{id}/review", new { verdict = "commented", comment = "谢谢", version = 4 });
        report = await GetAsync(desk, $"/reports/of/manager/{Day}");
        Assert.Equal("accepted visits 1 calls 2 contacts 1 reached 1 tasks 1 nexts 1 overdue 1", Text(report));
        Assert.Equal(["submitted ", "returned 补记也要算", "submitted ", "accepted ", "commented 谢谢"], report.GetProperty("notes").EnumerateArray().Select(n => $"{n.GetProperty("act").GetString()} {n.GetProperty("text").GetString()}"));
    }

    [Fact, Trait("Case", "LOG-03"), Trait("Case", "LOG-04")]
    public async Task Missing_and_late_reports_are_seen_first_by_working_days_and_roll_up_to_what_the_list_says()
    {
        var clock = new SetClock("2026-06-15 08:00");
        await using var desk = await Desk.StartAsync(engine, clock: clock);
        clock.Now = SetClock.At("2026-06-16 10:00");
        desk.As = WorkDesk.Manager();
        await DoneAsync(desk, "/reports/mine/2026-06-15/submit", new { }); // due on the 16th at 9
        clock.Now = SetClock.At("2026-06-16 18:00");
        await DoneAsync(desk, "/reports/mine/2026-06-16/submit", new { });
        // The 18th is a Thursday before the Dragon Boat Festival: its report is due on Monday the 22nd.
        clock.Now = SetClock.At("2026-06-22 08:00");
        Assert.Equal(["2026-06-22 open", "2026-06-18 open", "2026-06-17 missing", "2026-06-16 submitted", "2026-06-15 submitted late"],
            (await GetAsync(desk, "/reports/mine/2026-06-22")).GetProperty("days").EnumerateArray().Select(d => $"{d.GetProperty("day").GetString()} {d.GetProperty("state").GetString()}{(d.GetProperty("late").GetBoolean() ? " late" : "")}"));

        desk.As = WorkDesk.Head();
        Assert.Equal("2026-06-18 owed 1: open", Review(await GetAsync(desk, "/reports/review")));
        Assert.Equal("2026-06-17 owed 1: missing", Review(await GetAsync(desk, "/reports/review?day=2026-06-17")));
        Assert.Equal("2026-06-19 owed 0: ", Review(await GetAsync(desk, "/reports/review?day=2026-06-19")));
        Assert.Equal("2026-06-15 owed 1: submitted late nothing", Review(await GetAsync(desk, "/reports/review?day=2026-06-15")));
        Assert.Equal("person manager owed 3 submitted 2 late 1 missing 1", RollUp(await GetAsync(desk, "/reports/rollup?period=week&day=2026-06-19")));
        clock.Now = SetClock.At("2026-06-22 10:00");
        Assert.Equal("person manager owed 4 submitted 2 late 1 missing 2", RollUp(await GetAsync(desk, "/reports/rollup?period=month&day=2026-06-01")));
        Assert.Equal(2, await CountAsync(desk, null));
        Assert.Equal(1, await CountAsync(desk, new { column = "late", op = "eq", value = true }));
        Assert.Equal(2, await CountAsync(desk, new { column = "odd", op = "eq", value = "nothing" }));
        var (_, accepted) = await desk.SendAsync(HttpMethod.Post, "/lists/reports/actions/accept-reports", new { preview = false, arguments = new { } });
        Assert.Equal(2, accepted.GetProperty("affected").GetInt32());
        desk.As = WorkDesk.Someone("marketing");
        Assert.Equal(0, await CountAsync(desk, null));
        Assert.Equal("", Review(await GetAsync(desk, "/reports/review?day=2026-06-15"))[("2026-06-15 owed 0: ".Length)..]);
    }

    [Fact, Trait("Case", "LOG-07")]
    public async Task Of_absences_for_the_same_days_that_are_recorded_at_once_one_stands()
    {
        await using var desk = await Desk.StartAsync(engine, clock: new SetClock("2026-06-15 08:00"));
        desk.As = WorkDesk.Manager();
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => desk.SendAsync(HttpMethod.Post, "/absences/mine", new { kind = "leave", from = "2026-07-06", to = "2026-07-07" })));
        Assert.Equal([200, .. Enumerable.Repeat(409, 7)], answers.Select(a => a.Status).Order());
    }

    [Fact, Trait("Case", "LOG-07"), Trait("Case", "LOG-08")]
    public async Task Who_is_away_owes_no_report_is_not_missing_and_is_in_no_denominator_until_it_is_withdrawn()
    {
        var clock = new SetClock("2026-06-15 08:00");
        await using var desk = await Desk.StartAsync(engine, clock: clock);
        clock.Now = SetClock.At("2026-06-18 08:00");
        desk.As = WorkDesk.Manager();
        var sick = (await DoneAsync(desk, "/absences/mine", new { kind = "sick", from = "2026-06-16", to = "2026-06-17", note = "流感" })).GetProperty("id").GetInt64();
        Assert.Equal("absence-overlaps", await RefusedAsync(desk, "/absences/mine", new { kind = "trip", from = "2026-06-17", to = "2026-06-22" }));
        Assert.Equal("absence-kind", await RefusedAsync(desk, "/absences/mine", new { kind = "tired", from = "2026-06-22", to = "2026-06-22" }));
        Assert.Equal("absence-days", await RefusedAsync(desk, "/absences/mine", new { kind = "leave", from = "2026-06-23", to = "2026-06-22" }));
        Assert.Equal("absence-days", await RefusedAsync(desk, "/absences/mine", new { kind = "leave", from = "2026-05-17", to = "2026-06-02" }));
        Assert.Equal("absence-days", await RefusedAsync(desk, "/absences/mine", new { kind = "leave", from = "2026-06-22", to = "2027-06-20" }));
        var report = await GetAsync(desk, "/reports/mine/2026-06-16");
        Assert.Equal(["2026-06-18 open", "2026-06-17 away sick", "2026-06-16 away sick", "2026-06-15 missing"],
            report.GetProperty("days").EnumerateArray().Select(d => $"{d.GetProperty("day").GetString()} {d.GetProperty("state").GetString()} {d.GetProperty("away").GetString()}".TrimEnd()));
        Assert.Equal(("away", "sick", JsonValueKind.Null), (report.GetProperty("state").GetString(), report.GetProperty("away").GetString(), report.GetProperty("dueAt").ValueKind));

        desk.As = WorkDesk.Head();
        Assert.Equal("2026-06-16 owed 0: away", Review(await GetAsync(desk, "/reports/review?day=2026-06-16")));
        Assert.Equal("2026-06-15 owed 1: missing", Review(await GetAsync(desk, "/reports/review?day=2026-06-15")));
        clock.Now = SetClock.At("2026-06-22 10:00");
        Assert.Equal("owed 2 away 2 submitted 0 late 0 missing 2", await WeekAsync(desk));

        // A report that nobody owed is there, is not late, stands out by nothing, and makes up for none that is missing.
        desk.As = WorkDesk.Manager();
        await DoneAsync(desk, "/reports/mine/2026-06-16/submit", new { });
        desk.As = WorkDesk.Head();
        Assert.Equal("2026-06-16 owed 0: submitted", Review(await GetAsync(desk, "/reports/review?day=2026-06-16")));
        Assert.Equal("owed 2 away 2 submitted 1 late 0 missing 2", await WeekAsync(desk));

        // Who does not review the person neither reads, nor records, nor withdraws.
        desk.As = WorkDesk.Someone("marketing");
        Assert.Equal(404, (await desk.SendAsync(HttpMethod.Get, "/absences/of/manager")).Status);
        Assert.Equal("report-unknown", await RefusedAsync(desk, "/absences/of/manager", new { kind = "leave", from = "2026-06-23", to = "2026-06-30" }));
        Assert.Equal("absence-unknown", await RefusedAsync(desk, $"/absences/of/manager/{sick}/withdraw", new { }));
        Assert.Equal("absence-unknown", await RefusedAsync(desk, $"/absences/mine/{sick}/withdraw", new { }));

        desk.As = WorkDesk.Head();
        await DoneAsync(desk, $"/absences/of/manager/{sick}/withdraw", new { });
        Assert.Equal("absence-unknown", await RefusedAsync(desk, $"/absences/of/manager/{sick}/withdraw", new { }));
        Assert.Equal("owed 4 away 0 submitted 1 late 0 missing 3", await WeekAsync(desk));
        var leave = (await DoneAsync(desk, "/absences/of/manager", new { kind = "leave", from = "2026-06-23", to = "2026-06-30", note = "年假" })).GetProperty("id").GetInt64();

        desk.As = WorkDesk.Manager();
        var own = Assert.Single((await GetAsync(desk, "/absences/mine")).EnumerateArray());
        Assert.Equal("leave 2026-06-23 2026-06-30 年假", string.Join(' ', new[] { "kind", "from", "to", "note" }.Select(each => own.GetProperty(each).GetString())));
        await DoneAsync(desk, $"/absences/mine/{leave}/withdraw", new { });
        Assert.Empty((await GetAsync(desk, "/absences/mine")).EnumerateArray());
        Assert.Equal(["sick manager 2026-06-16 2026-06-17", "withdrawn manager", "leave manager 2026-06-23 2026-06-30", "withdrawn manager"],
            await desk.RowsAsync("SELECT a.after FROM ocrm.audit a WHERE a.subject LIKE 'absence/%' ORDER BY a.id"));
    }

    private static async Task<string> WeekAsync(Desk desk)
    {
        var row = Assert.Single((await GetAsync(desk, "/reports/rollup?period=week&day=2026-06-19")).GetProperty("rows").EnumerateArray());
        return string.Join(' ', new[] { "owed", "away", "submitted", "late", "missing" }.Select(each => $"{each} {row.GetProperty(each)}"));
    }

    private static async Task<string> CustomerAsync(Desk desk)
    {
        var number = await desk.FollowedAsync(desk.HearAsync("CBS", "C1", WorkDesk.Outlet, "王芳", "230183197703035738", at: SetClock.At("2026-06-01 07:00")));
        desk.As = WorkDesk.Head();
        await desk.SendAsync(HttpMethod.Post, "/lists/customers/actions/allocate", new { preview = false, arguments = new { manager = "manager" } });
        return number;
    }

    private static async Task<JsonElement> DoneAsync(Desk desk, string path, object body)
    {
        var (status, said) = await desk.SendAsync(HttpMethod.Post, path, body);
        Assert.True(status is 200 or 204, $"{path}: {said}");
        return said;
    }

    private static async Task<string?> RefusedAsync(Desk desk, string path, object body) => (await desk.SendAsync(HttpMethod.Post, path, body)).Body.GetProperty("code").GetString();

    private static async Task<JsonElement> GetAsync(Desk desk, string path)
    {
        var (status, body) = await desk.SendAsync(HttpMethod.Get, path);
        Assert.True(status == 200, $"{path}: {body}");
        return body;
    }

    private static async Task<long> CountAsync(Desk desk, object? filter) =>
        (await desk.SendAsync(HttpMethod.Post, "/lists/reports/count", new { filter })).Body.GetProperty("count").GetInt64();

    private static string Text(JsonElement report) =>
        $"{report.GetProperty("state").GetString()} {string.Join(' ', report.GetProperty("figures").EnumerateObject().Select(f => $"{f.Name} {f.Value}"))}";

    private static string[] Records(JsonElement report) => [.. report.GetProperty("records").EnumerateArray()
        .Select(r => $"{r.GetProperty("kind").GetString()} {r.GetProperty("subject").GetString()} {r.GetProperty("customerName").GetString()}")];

    private static string Review(JsonElement review) =>
        $"{review.GetProperty("day").GetString()} owed {review.GetProperty("owed")}: {string.Join(", ", review.GetProperty("entries").EnumerateArray().Select(e => string.Join(' ', e.GetProperty("odd").EnumerateArray().Select(o => o.GetString()).Prepend(e.GetProperty("late").GetBoolean() ? "late" : null).Prepend(e.GetProperty("state").GetString()).OfType<string>())))}";

    private static string RollUp(JsonElement sums)
    {
        var row = Assert.Single(sums.GetProperty("rows").EnumerateArray());
        return $"{sums.GetProperty("level").GetString()} {row.GetProperty("code").GetString()} owed {row.GetProperty("owed")} submitted {row.GetProperty("submitted")} late {row.GetProperty("late")} missing {row.GetProperty("missing")}";
    }

    public sealed class OnSqlite() : LogCompliance(new Engine.Sqlite());

    public sealed class OnPostgres() : LogCompliance(new Engine.Postgres());
}

/// <summary>What makes a report stand out is a pure decision.</summary>
public sealed class JudgeReportTests
{
    private static readonly int[] Usual = [4, 4, 4, 4, 4];

    [Fact, Trait("Case", "LOG-05")]
    public void A_report_stands_out_by_nothing_done_nobody_reached_much_overdue_or_far_from_what_is_usual()
    {
        Assert.Empty(Odd(new DayFigures(2, 2, 4, 2, 0, 0, 0), Usual));
        Assert.Equal(["nothing"], Odd(new DayFigures(0, 0, 0, 0, 0, 0, 0), Usual));
        Assert.Equal(["unreached"], Odd(new DayFigures(0, 3, 3, 0, 0, 0, 0), Usual));
        Assert.Equal(["overdue", "fewer"], Odd(new DayFigures(1, 0, 1, 1, 0, 0, 5), Usual));
        Assert.Equal(["more"], Odd(new DayFigures(13, 0, 13, 9, 0, 0, 0), Usual));
        Assert.Empty(Odd(new DayFigures(13, 0, 13, 9, 0, 0, 0), [1, 1]));
    }

    private static IReadOnlyList<string> Odd(DayFigures figures, int[] usual) => JudgeReport.Of(figures, usual, manyOverdue: 5);
}
