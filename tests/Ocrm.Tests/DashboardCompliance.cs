using System.Text.Json;
using Granary.Access.Contracts;
using Granary.Ecif.Contracts;
using Granary.Ocrm.Dashboards;
using Granary.Tests;
using Microsoft.Extensions.DependencyInjection;

namespace Granary.Ocrm.Tests;

/// <summary>What dashboards promise, on each engine (docs/cases.md, DASH).</summary>
public abstract class DashboardCompliance(Engine engine)
{
    private const string Neighbour = "2305210101";
    private const string Elsewhere = "2301830201";

    private static readonly string[] People = ["230183197703035738", "230521198506211246", "230521198603094812", "230521199001011230", "230521199001011257"];

    [Fact, Trait("Case", "DASH-01"), Trait("Case", "DASH-02"), Trait("Case", "DASH-03")]
    public async Task Every_figure_is_the_count_of_the_list_that_it_opens_for_officer_head_and_province_row_by_row_and_from_sums()
    {
        var clock = new SetClock("2026-06-10 18:00");
        await using var desk = await Desk.StartAsync(engine, clock: clock);
        await FillAsync(desk);
        clock.Now = SetClock.At("2026-06-11 10:00");
        var kept = desk.Services.GetRequiredService<KeepStanding>();
        await kept.EndMonthAsync(CancellationToken.None);
        await kept.SumAsync(CancellationToken.None);
        var limits = desk.Services.GetRequiredService<OcrmLimits>();
        foreach (var most in new[] { limits.DashboardLive, -1 })
        {
            limits.DashboardLive = most;
            await SeenAsync(desk, WorkDesk.Manager(), "place", customers: 2, overdue: 1);
            await SeenAsync(desk, WorkDesk.Head(), "manager", customers: 3, overdue: 1);
            await SeenAsync(desk, Desk.Caller(Sight.Everything), "entity", customers: 5, overdue: 1);
            await SeenAsync(desk, Desk.Caller(Sight.Everything), "unit", customers: 4, overdue: 1, "?entity=230521");
            await SeenAsync(desk, WorkDesk.Someone("marketing"), "place", customers: 0, overdue: 0);

            desk.As = WorkDesk.Head();
            var growth = (await GetAsync(desk, "")).GetProperty("base");
            Assert.Equal((150_00, 100_00), (growth.GetProperty("deposits").GetInt64(), growth.GetProperty("depositsBefore").GetInt64()));
        }

        // Who sees no money in the list sees none here; who has no work has none.
        desk.As = Desk.Caller(Sight.Everything, c1: FieldSight.Masked);
        Assert.Equal(JsonValueKind.Null, (await GetAsync(desk, "")).GetProperty("base").GetProperty("deposits").ValueKind);
        // A few customers are shown and not ranked.
        Assert.All((await GetAsync(desk, "")).GetProperty("rows").EnumerateArray(), r => Assert.False(r.GetProperty("ranked").GetBoolean()));
    }

    [Fact, Trait("Case", "DASH-07"), Trait("Case", "DASH-08")]
    public async Task The_trend_says_what_today_s_customers_had_at_each_month_s_end_as_the_figures_and_the_list_say_row_by_row_and_from_sums()
    {
        var clock = new SetClock("2026-06-10 18:00");
        await using var desk = await Desk.StartAsync(engine, clock: clock);
        await FillAsync(desk);
        // One account since April, one that was there in May and is closed, a loan; the other's past begins on 31 May.
        await HoldingCompliance.TakeAsync(desk,
            HoldingCompliance.Report("C0", "A2", 40_00, ago: 41), HoldingCompliance.Report("C0", "A2", 45_00, ago: 11),
            HoldingCompliance.Report("C1", "A3", 20_00, ago: 15), HoldingCompliance.Report("C1", "A3", 0, ago: 2) with { State = "closed" },
            HoldingCompliance.Report("C1", "A4", 9_00, ago: 41) with { Kind = HoldingKind.Loan }, HoldingCompliance.Report("C1", "A4", 8_00) with { Kind = HoldingKind.Loan });
        clock.Now = SetClock.At("2026-06-11 10:00");
        var kept = desk.Services.GetRequiredService<KeepStanding>();
        await kept.EndMonthAsync(CancellationToken.None);
        await kept.SumAsync(CancellationToken.None);
        await desk.Services.GetRequiredService<KeepTrend>().SumAsync(CancellationToken.None);
        await desk.Services.GetRequiredService<KeepTrend>().SumAsync(CancellationToken.None); // again changes nothing
        var limits = desk.Services.GetRequiredService<OcrmLimits>();
        foreach (var most in new[] { limits.DashboardLive, -1 })
        {
            limits.DashboardLive = most;
            desk.As = WorkDesk.Head();
            Assert.Equal(["2026-01-31 2 - -", "2026-02-28 2 - -", "2026-03-31 2 - -", "2026-04-30 2 4000 900", "2026-05-31 2 16500 900"], Points(await GetAsync(desk, "/trend"))[^5..]);
            Assert.Equal("2025-06-30 0 - -", Points(await GetAsync(desk, "/trend"))[0]);
            foreach (var (caller, query) in new[] { (WorkDesk.Manager(), ""), (WorkDesk.Head(), ""), (Desk.Caller(Sight.Everything), ""), (Desk.Caller(Sight.Everything), "?entity=230521"), (WorkDesk.Someone("marketing"), "") })
            {
                desk.As = caller;
                var (before, last) = ((await GetAsync(desk, query)).GetProperty("base"), (await GetAsync(desk, $"/trend{query}")).GetProperty("points").EnumerateArray().LastOrDefault());
                if (last.ValueKind == JsonValueKind.Undefined)
                {
                    Assert.Equal(0, before.GetProperty("customers").GetInt64()); // of nobody no sums are kept
                    continue;
                }

                Assert.Equal(before.GetProperty("customers").GetInt64() - before.GetProperty("opened").GetInt64(), last.GetProperty("customers").GetInt64());
                Assert.Equal(before.GetProperty("depositsBefore").GetInt64(), Money(last, "deposits") ?? 0);
                Assert.Equal(before.GetProperty("loansBefore").GetInt64(), Money(last, "loans") ?? 0);
                Assert.Equal(last.GetProperty("customers").GetInt64(), await CountAsync(desk, "customers", [.. Scope(query), Is("status", "eq", "active"), Is("openedAt", "lt", "2026-06-01")]));
            }

            desk.As = Desk.Caller(Sight.Everything, c1: FieldSight.Masked);
            Assert.Equal("2026-05-31 4 - -", Points(await GetAsync(desk, "/trend"))[^1]);
        }

        static string[] Points(JsonElement trend) => [.. trend.GetProperty("points").EnumerateArray()
            .Select(p => $"{p.GetProperty("end").GetString()} {p.GetProperty("customers")} {Money(p, "deposits")?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "-"} {Money(p, "loans")?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "-"}")];

        static long? Money(JsonElement point, string name) => point.GetProperty(name) is { ValueKind: JsonValueKind.Number } sum ? sum.GetInt64() : null;
    }

    /// <summary>Five active customers in three outlets of two legal entities, one closed; one was visited; work of the manager.</summary>
    private static async Task FillAsync(Desk desk)
    {
        foreach (var (person, i) in People.Select((p, i) => (p, i)))
        {
            await desk.HearAsync("CBS", $"C{i}", i < 3 ? WorkDesk.Outlet : i < 4 ? Neighbour : Elsewhere, $"客户{i}", person);
        }

        await desk.HearAsync("CBS", "C9", WorkDesk.Outlet, "已销户", "230521199001011273");
        await desk.HearAsync("CBS", "C9", WorkDesk.Outlet, "已销户", "230521199001011273", close: true);
        await desk.FollowedAsync();
        await desk.Database.WriteAsync(async s =>
        {
            await s.ExecuteAsync("UPDATE ocrm.owner SET manager = 'manager' WHERE party_id IN (SELECT c.party_id FROM ocrm.customer c WHERE c.name IN ('客户0', '客户1'))");
            await s.ExecuteAsync("UPDATE ocrm.customer SET opened_at = @before WHERE name <> '客户0'", ("before", SetClock.At("2026-01-05 09:00").ToUnixTimeMilliseconds()));
            await s.ExecuteAsync("UPDATE ocrm.customer SET opened_at = @now WHERE name = '客户0'", ("now", SetClock.At("2026-06-05 09:00").ToUnixTimeMilliseconds()));
            await s.ExecuteAsync("UPDATE ocrm.customer SET place = '230521001' WHERE name = '客户1'");
        }, CancellationToken.None);
        await HoldingCompliance.TakeAsync(desk, HoldingCompliance.Report("C0", "A1", 100_00, ago: 10), HoldingCompliance.Report("C0", "A1", 150_00),
            HoldingCompliance.Channel("C0", ago: 10), HoldingCompliance.Channel("C0")); // a limit is no money
        desk.As = WorkDesk.Manager();
        var number = (await desk.Database.ReadAsync(s => s.QueryAsync("SELECT number FROM ocrm.customer WHERE name = '客户0'", r => r.GetString(0)), CancellationToken.None))[0];
        await PostAsync(desk, "/visits", new { kind = "visit", customers = new[] { number }, purpose = "问候", at = "2026-06-09T09:00:00+08:00", done = new { outcome = "reached" } });
        await PostAsync(desk, "/visits", new { kind = "call", customers = new[] { number }, purpose = "上月", at = "2026-05-20T09:00:00+08:00", done = new { outcome = "reached" } });
        await PostAsync(desk, "/tasks", new { title = "迟了", dueOn = "2026-06-08" });
        await PostAsync(desk, "/tasks", new { title = "明天", dueOn = "2026-06-12" });
    }

    private static async Task SeenAsync(Desk desk, Caller caller, string level, long customers, long overdue, string query = "")
    {
        desk.As = caller;
        var view = await GetAsync(desk, query);
        Assert.Equal((level, customers), (view.GetProperty("level").GetString(), view.GetProperty("base").GetProperty("customers").GetInt64()));
        Assert.Equal(overdue, view.GetProperty("work").GetProperty("overdue").GetInt64());
        var (month, since, today) = (view.GetProperty("monthStart").GetString()!, view.GetProperty("contactedSince").GetString()!, view.GetProperty("today").GetString()!);
        Assert.Equal(("2026-06-01", "2026-03-13", "2026-06-11"), (month, since, today));
        foreach (var row in view.GetProperty("rows").EnumerateArray())
        {
            var code = row.GetProperty("code").GetString()!;
            object[] Of(string column) => [.. Scope(query), code.Length > 0 ? new { column, op = "eq", value = code } : new { column, op = "empty" }];
            object[] active = [.. Of(level), Is("status", "eq", "active")];
            Assert.Equal(await CountAsync(desk, "customers", active), Figure(row, "base", "customers"));
            Assert.Equal(await CountAsync(desk, "customers", [.. active, Is("openedAt", "gte", month)]), Figure(row, "base", "opened"));
            Assert.Equal(await CountAsync(desk, "customers", [.. active, Is("lastContact", "gte", since)]), Figure(row, "base", "contacted"));
            if (row.GetProperty("work").ValueKind != JsonValueKind.Null)
            {
                var (tasks, visits) = (Of(level == "manager" ? "assignee" : level), Of(level == "manager" ? "person" : level));
                Assert.Equal(await CountAsync(desk, "tasks", [.. tasks, Is("state", "eq", "open")]), Figure(row, "work", "due"));
                Assert.Equal(await CountAsync(desk, "tasks", [.. tasks, Is("state", "eq", "open"), Is("dueOn", "lt", today)]), Figure(row, "work", "overdue"));
                Assert.Equal(await CountAsync(desk, "tasks", [.. tasks, Is("state", "eq", "done"), Is("doneAt", "gte", month)]), Figure(row, "work", "done"));
                Assert.Equal(await CountAsync(desk, "visits", [.. visits, Is("state", "eq", "done"), Is("kind", "eq", "visit"), Is("at", "gte", month)]), Figure(row, "work", "visits"));
                Assert.Equal(await CountAsync(desk, "visits", [.. visits, Is("state", "eq", "done"), Is("kind", "eq", "call"), Is("at", "gte", month)]), Figure(row, "work", "calls"));
            }
        }

        Assert.Equal(await CountAsync(desk, "customers", [.. Scope(query), Is("status", "eq", "active")]), customers);
    }

    private static object[] Scope(string query) => query.Length == 0 ? [] : [Is("entity", "eq", query["?entity=".Length..])];

    private static object Is(string column, string op, string value) => new { column, op, value };

    private static long Figure(JsonElement row, string part, string name) => row.GetProperty(part).GetProperty(name).GetInt64();

    private static async Task<long> CountAsync(Desk desk, string list, object[] conditions)
    {
        var (status, body) = await desk.SendAsync(HttpMethod.Post, $"/lists/{list}/count", new { filter = new { and = conditions } });
        Assert.True(status == 200, $"{list}: {body}");
        return body.GetProperty("count").GetInt64();
    }

    private static async Task<JsonElement> GetAsync(Desk desk, string query)
    {
        var (status, body) = await desk.SendAsync(HttpMethod.Get, $"/dashboard{query}");
        Assert.True(status == 200, $"{query}: {body}");
        return body;
    }

    private static async Task PostAsync(Desk desk, string path, object body)
    {
        var (status, said) = await desk.SendAsync(HttpMethod.Post, path, body);
        Assert.True(status == 200, $"{path}: {said}");
    }

    public sealed class OnSqlite() : DashboardCompliance(new Engine.Sqlite());

    public sealed class OnPostgres() : DashboardCompliance(new Engine.Postgres());
}
