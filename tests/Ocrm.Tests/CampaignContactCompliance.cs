using Granary.Access.Contracts;
using Granary.Ocrm.Campaigns;
using Granary.Ocrm.Products;
using Granary.Tests;
using Microsoft.Extensions.DependencyInjection;

namespace Granary.Ocrm.Tests;

/// <summary>How a campaign contacts its targets, and when it does not, on each engine (docs/cases.md, CAMP).</summary>
public abstract class CampaignContactCompliance(Engine engine)
{
    private const string Messages = "SELECT key || ' ' || state FROM ocrm.outgoing ORDER BY key";

    [Fact, Trait("Case", "CAMP-05")]
    public async Task Two_campaigns_that_lead_the_same_customers_at_once_never_contact_one_more_often_than_the_policy_allows()
    {
        await using var desk = await CampaignDesk.StartAsync(engine);
        await desk.AddAsync([.. Enumerable.Range(1, 40).Select(i => CampaignDesk.Customer(i))]);
        desk.Desk.As = CampaignDesk.Planner;
        var segment = await desk.EverybodyAsync();
        var ids = new List<long>();
        foreach (var name in new[] { "一", "二", "三" })
        {
            ids.Add(await desk.SubmittedAsync(CampaignDesk.Plan(segment, [CampaignDesk.Step(1, "task")]), name));
        }

        foreach (var id in ids)
        {
            await desk.DecideAsync(id, approve: true);
            await desk.DoAsync(id, "start");
        }

        // The worker of the desk leads them too.
        var lead = desk.Desk.Services.GetRequiredService<LeadTargets>();
        await Task.WhenAll(Enumerable.Range(0, 6).Select(i => lead.StepAsync(ids[i % 3], null, CancellationToken.None)));
        await desk.LedAsync();
        Assert.Equal(["2 40"], await desk.Desk.RowsAsync("SELECT n || ' ' || count(*) FROM (SELECT party_id, count(*) AS n FROM ocrm.task GROUP BY party_id) AS s GROUP BY n"));
        Assert.Equal(["40"], await desk.Desk.RowsAsync("SELECT count(*) FROM ocrm.campaign_target WHERE state = 'waiting'"));

        // Who was postponed is contacted once there is room; whom a later selection finds full is out by name.
        var late = await desk.SubmittedAsync(CampaignDesk.Plan(segment, [CampaignDesk.Step(1, "task")]), "四");
        Assert.Equal(["cap 40"], await desk.SelectionAsync(late));
        desk.Clock.Now = SetClock.At("2026-07-01 09:01");
        await desk.LedAsync();
        Assert.Equal(["120"], await desk.Desk.RowsAsync("SELECT count(*) FROM ocrm.task"));
    }

    [Fact, Trait("Case", "CAMP-06")]
    public async Task A_pause_holds_what_waits_to_be_sent_and_a_stop_cancels_it_with_the_open_tasks()
    {
        await using var desk = await CampaignDesk.StartAsync(engine);
        await desk.AddAsync([CampaignDesk.Customer(1), CampaignDesk.Customer(2)]);
        await desk.ConsentAsync(1, "sms");
        await desk.ConsentAsync(2, "sms");
        desk.Desk.As = CampaignDesk.Planner;
        var id = await desk.RunningAsync(CampaignDesk.Plan(await desk.EverybodyAsync(), [CampaignDesk.Step(1, "sms", 2), CampaignDesk.Step(2, "task")]));
        await desk.LedAsync();
        Assert.Equal([$"campaign/{id}/target/1/step/1 queued", $"campaign/{id}/target/2/step/1 queued"], await desk.Desk.RowsAsync(Messages));
        await desk.DoAsync(id, "pause");
        Assert.Equal(["held 2"], await desk.Desk.RowsAsync("SELECT state || ' ' || count(*) FROM ocrm.outgoing GROUP BY state"));
        desk.Clock.Now = SetClock.At("2026-06-05 09:00");
        await desk.LedAsync();
        Assert.Equal(["2"], await desk.Desk.RowsAsync("SELECT count(*) FROM ocrm.task"));
        await desk.DoAsync(id, "start");
        Assert.Equal(["queued 2"], await desk.Desk.RowsAsync("SELECT state || ' ' || count(*) FROM ocrm.outgoing GROUP BY state"));
        Assert.Equal("reason-missing", (await desk.Desk.SendAsync(HttpMethod.Post, $"/campaigns/{id}/stop", new { })).Body.GetProperty("code").GetString());
        await desk.DoAsync(id, "stop");
        Assert.Equal(["cancelled 2"], await desk.Desk.RowsAsync("SELECT state || ' ' || count(*) FROM ocrm.outgoing GROUP BY state"));
        await desk.SettledAsync();
        Assert.Equal(["cancelled 2"], await desk.Desk.RowsAsync("SELECT state || ' ' || count(*) FROM ocrm.task GROUP BY state"));
        Assert.Equal(["cancelled 4"], await desk.Desk.RowsAsync("SELECT state || ' ' || count(*) FROM ocrm.campaign_contact GROUP BY state"));
        Assert.Equal(409, (await desk.Desk.SendAsync(HttpMethod.Post, $"/campaigns/{id}/start", new { })).Status);
    }

    [Fact, Trait("Case", "CAMP-07")]
    public async Task A_response_decides_at_a_branch_a_complaint_ends_all_contact_and_who_is_interested_gets_an_opportunity()
    {
        await using var desk = await CampaignDesk.StartAsync(engine);
        await desk.AddAsync([.. Enumerable.Range(1, 3).Select(i => CampaignDesk.Customer(i))]);
        desk.Desk.As = CampaignDesk.Planner;
        var id = await desk.RunningAsync(CampaignDesk.Plan(await desk.EverybodyAsync(),
        [
            CampaignDesk.Step(1, "task", 2), CampaignDesk.Step(2, "wait", 3, days: 5), new { id = 3, kind = "branch", next = 0, otherwise = 4, @if = new { on = "response", value = "interested" } },
            CampaignDesk.Step(4, "list"),
        ]));
        await desk.LedAsync();
        desk.Desk.As = CampaignDesk.Manager;
        var said = await desk.RespondAsync(id, 1, new { kind = "interested", opportunity = new { pipeline = "loan", title = "春耕贷", amount = 5_000_000 } });
        Assert.Equal(200, said.Status);
        Assert.NotNull(said.Body.GetProperty("opportunity").GetString());
        Assert.Equal(200, (await desk.RespondAsync(id, 2, new { kind = "complaint", note = "别再打了" })).Status);
        Assert.Equal("campaign-response", (await desk.RespondAsync(id, 3, new { kind = "opened" })).Body.GetProperty("code").GetString());
        Assert.Equal(["1 interested 1", "2 complaint 0", "3  0"], await desk.Desk.RowsAsync("SELECT id || ' ' || response || ' ' || CASE WHEN won_at > 0 THEN 1 ELSE 0 END FROM ocrm.campaign_target ORDER BY id"));
        Assert.Equal([$"1 campaign/{id}"], await desk.Desk.RowsAsync("SELECT party_id || ' ' || origin FROM ocrm.opportunity"));
        Assert.Equal(["cancelled 2"], await desk.Desk.RowsAsync("SELECT state || ' ' || party_id FROM ocrm.task WHERE state <> 'open'"));
        desk.Clock.Now = SetClock.At("2026-06-06 01:00");
        await desk.LedAsync();
        Assert.Equal(["3"], await desk.Desk.RowsAsync("SELECT target FROM ocrm.campaign_contact WHERE step = 4"));
        Assert.Equal(["1 done", "2 stopped", "3 done"], await desk.Desk.RowsAsync("SELECT id || ' ' || state FROM ocrm.campaign_target ORDER BY id"));
    }

    [Fact, Trait("Case", "CAMP-08")]
    public async Task What_is_in_doubt_is_shown_and_sent_again_only_when_a_person_says_so_under_a_key_of_its_own()
    {
        await using var desk = await CampaignDesk.StartAsync(engine);
        await desk.AddAsync([CampaignDesk.Customer(1), CampaignDesk.Customer(2), CampaignDesk.Customer(3)]);
        foreach (var party in new[] { 1, 2, 3 })
        {
            await desk.ConsentAsync(party, "sms");
        }

        desk.Desk.As = CampaignDesk.Planner;
        var id = await desk.RunningAsync(CampaignDesk.Plan(await desk.EverybodyAsync(),
            [CampaignDesk.Step(1, "sms", 2), new { id = 2, kind = "branch", next = 0, otherwise = 3, @if = new { on = "delivery", step = 1 } }, CampaignDesk.Step(3, "list")]));
        await desk.LedAsync();
        await desk.Desk.Database.WriteAsync(s => s.ExecuteAsync("UPDATE ocrm.outgoing SET state = CASE party_id WHEN 1 THEN 'sent' WHEN 2 THEN 'refused' ELSE 'in-doubt' END"), CancellationToken.None);
        await desk.SettledAsync();
        desk.Clock.Now = SetClock.At("2026-06-01 10:00");
        await desk.LedAsync();
        Assert.Equal(["1 done sent", "2 waiting failed", "3 waiting doubt"], await desk.Desk.RowsAsync(
            "SELECT t.id || ' ' || CASE WHEN t.id = 2 AND t.state = 'done' THEN 'waiting' ELSE t.state END || ' ' || h.state FROM ocrm.campaign_target t JOIN ocrm.campaign_contact h ON h.target = t.id AND h.step = 1 ORDER BY t.id"));
        Assert.Equal(["2"], await desk.Desk.RowsAsync("SELECT target FROM ocrm.campaign_contact WHERE step = 3"));
        Assert.Equal((1, 1), await desk.FiguresAsync(id, "failed", "inDoubt"));
        Assert.Equal(3, (await desk.Desk.RowsAsync(Messages)).Count);
        Assert.Equal(409, (await desk.Desk.SendAsync(HttpMethod.Post, $"/campaigns/{id}/targets/1/doubt", new { step = 1, again = true, reason = "再发" })).Status);
        Assert.Equal(204, (await desk.Desk.SendAsync(HttpMethod.Post, $"/campaigns/{id}/targets/3/doubt", new { step = 1, again = true, reason = "客户说没收到" })).Status);
        Assert.Equal([$"campaign/{id}/target/3/step/1 in-doubt", $"campaign/{id}/target/3/step/1/again/1 queued"], (await desk.Desk.RowsAsync(Messages))[2..]);
        Assert.Equal(409, (await desk.Desk.SendAsync(HttpMethod.Post, $"/campaigns/{id}/targets/3/doubt", new { step = 1, again = true, reason = "再发" })).Status);
        Assert.Equal((1, 0), await desk.FiguresAsync(id, "failed", "inDoubt"));
    }

    [Fact, Trait("Case", "CAMP-18")]
    public async Task Whom_a_product_suits_no_longer_when_a_step_comes_is_left_out_there_by_name_and_the_counts_add_up()
    {
        await using var desk = await CampaignDesk.StartAsync(engine);
        await desk.Desk.AddProductAsync("LC-2", Desk.Terms(from: new DateOnly(2026, 6, 1)) with { Risk = "R2" }, kind: "wealth", holds: ["wealth"]);
        await desk.Desk.PublishProductAsync("LC-2");
        await desk.AddAsync([.. Enumerable.Range(1, 3).Select(i => CampaignDesk.Customer(i))]);
        foreach (var (party, days) in new[] { (1, 0), (2, 0), (3, 5) })
        {
            await desk.ConsentAsync(party, "sms");
            await AssessAsync(desk, party, "C2", days);
        }

        desk.Desk.As = CampaignDesk.Planner;
        var id = await desk.RunningAsync(CampaignDesk.Plan(await desk.EverybodyAsync(), [CampaignDesk.Step(1, "sms", 2), CampaignDesk.Step(2, "wait", 3, days: 10), CampaignDesk.Step(3, "list")]), product: "LC-2");
        await desk.LedAsync();
        await desk.Desk.Database.WriteAsync(s => s.ExecuteAsync("UPDATE ocrm.outgoing SET state = 'in-doubt' WHERE party_id = 3"), CancellationToken.None);
        await desk.SettledAsync();
        desk.Clock.Now = SetClock.At("2026-06-11 09:00");
        await AssessAsync(desk, 2, "C1", 0); // bears less by now; the assessment of 3 has run out
        await desk.LedAsync();
        Assert.Equal(["1 done sent", "2 stopped unsuitable", "3 stopped unsuitable"], await desk.Desk.RowsAsync(
            "SELECT t.party_id || ' ' || t.state || ' ' || h.state FROM ocrm.campaign_target t JOIN ocrm.campaign_contact h ON h.target = t.id AND h.step = 3 ORDER BY t.party_id"));
        var last = (await desk.GetAsync($"/campaigns/{id}/progress")).GetProperty("steps")[2];
        Assert.Equal((1, 2, 0, 3), (Figure("done"), Figure("unsuitable"), Figure("waiting"), (await desk.FiguresAsync(id, "targets", "waiting")).Item1));

        // Nor is what was in doubt sent again, and it stays in doubt.
        desk.Desk.As = CampaignDesk.Planner;
        var (status, body) = await desk.Desk.SendAsync(HttpMethod.Post, $"/campaigns/{id}/targets/{await TargetAsync(3)}/doubt", new { step = 1, again = true, reason = "客户说没收到" });
        Assert.True(status == 409, body.ToString());
        Assert.Equal(["1"], await desk.Desk.RowsAsync("SELECT count(*) FROM ocrm.outgoing WHERE state = 'in-doubt' AND decided_by = ''"));
        int Figure(string name) => last.GetProperty(name).GetInt32();
        async Task<string> TargetAsync(int party) => (await desk.Desk.RowsAsync($"SELECT id || '' FROM ocrm.campaign_target WHERE party_id = {party}")).Single();
    }

    private static Task AssessAsync(CampaignDesk desk, int party, string level, int days) => desk.Desk.Database.WriteAsync(
        session => Suitability.AssessAsync(session, party, CampaignDesk.Entity, level, $"answer/{party}{level}", desk.Clock.Now.ToUnixTimeMilliseconds(), days), CancellationToken.None);

    [Fact, Trait("Case", "CAMP-09")]
    public async Task A_batch_that_dies_before_its_end_has_done_nothing_and_is_led_on_once()
    {
        await using var desk = await CampaignDesk.StartAsync(engine);
        await desk.AddAsync([.. Enumerable.Range(1, 30).Select(i => CampaignDesk.Customer(i))]);
        desk.Desk.As = CampaignDesk.Planner;
        var id = await desk.RunningAsync(CampaignDesk.Plan(await desk.EverybodyAsync(), [CampaignDesk.Step(1, "task")]));
        // The last statement of a batch cannot be carried out for one of its targets.
        await desk.LedAsync();
        await desk.Desk.Database.WriteAsync(async s =>
        {
            await s.ExecuteAsync("DELETE FROM ocrm.task");
            await s.ExecuteAsync("DELETE FROM ocrm.campaign_contact WHERE target <> 30");
            await s.ExecuteAsync("DELETE FROM ocrm.campaign_load");
            await s.ExecuteAsync("UPDATE ocrm.campaign_target SET state = 'waiting', step = 1, due_at = 0");
        }, CancellationToken.None);
        var lead = desk.Desk.Services.GetRequiredService<LeadTargets>();
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => lead.StepAsync(id, null, CancellationToken.None));
        Assert.Equal(["0 1 0"], await desk.Desk.RowsAsync("SELECT (SELECT count(*) FROM ocrm.task) || ' ' || (SELECT count(*) FROM ocrm.campaign_contact) || ' ' || (SELECT count(*) FROM ocrm.campaign_load)"));
        await desk.Desk.Database.WriteAsync(s => s.ExecuteAsync("DELETE FROM ocrm.campaign_contact"), CancellationToken.None);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => lead.StepAsync(id, null, CancellationToken.None)));
        Assert.Equal(["30"], await desk.Desk.RowsAsync("SELECT count(DISTINCT party_id) FROM ocrm.task"));
        Assert.Equal(["30"], await desk.Desk.RowsAsync("SELECT count(*) FROM ocrm.task"));
    }

    [Fact, Trait("Case", "CAMP-10")]
    public async Task A_dry_run_says_what_happens_on_which_day_writes_nothing_and_is_what_then_happens()
    {
        await using var desk = await CampaignDesk.StartAsync(engine);
        await desk.AddAsync([.. Enumerable.Range(1, 3).Select(i => CampaignDesk.Customer(i, $"王{i}"))]);
        desk.Desk.As = CampaignDesk.Planner;
        var id = await desk.SubmittedAsync(CampaignDesk.Plan(await desk.EverybodyAsync(),
        [
            CampaignDesk.Step(1, "task", 2), CampaignDesk.Step(2, "wait", 3, days: 2), new { id = 3, kind = "branch", next = 4, otherwise = 5, @if = new { on = "balance", amount = 100 } }, CampaignDesk.Step(4, "list"), CampaignDesk.Step(5, "inapp"),
        ], tasksPerDay: 2));
        await desk.Desk.Database.WriteAsync(s => s.ExecuteAsync("UPDATE ocrm.customer SET deposits = 100 WHERE party_id = 1"), CancellationToken.None);
        var run = await desk.GetAsync($"/campaigns/{id}/dry-run");
        string[] foreseen = [.. run.GetProperty("counts").EnumerateArray().Select(c => $"{c.GetProperty("step").GetInt32()} {c.GetProperty("day").GetString()} {c.GetProperty("count").GetInt64()}")];
        Assert.Equal(["1 2026-06-01 2", "1 2026-06-02 1", "4 2026-06-03 1", "5 2026-06-03 1", "5 2026-06-04 1"], foreseen);
        Assert.Equal("回访 王1", run.GetProperty("samples")[0].GetProperty("title").GetString());
        Assert.Equal(3, run.GetProperty("ways").GetArrayLength());
        Assert.Equal(["0"], await desk.Desk.RowsAsync("SELECT (SELECT count(*) FROM ocrm.campaign_contact) + (SELECT count(*) FROM ocrm.outgoing) + (SELECT count(*) FROM ocrm.task)"));
        await desk.DecideAsync(id, approve: true);
        await desk.DoAsync(id, "start");
        foreach (var day in new[] { "01", "02", "03", "04" })
        {
            desk.Clock.Now = SetClock.At($"2026-06-{day} 09:00");
            await desk.LedAsync();
        }

        var happened = await desk.Desk.Database.ReadAsync(s => s.QueryAsync("SELECT h.step, h.at FROM ocrm.campaign_contact h ORDER BY h.step, h.at", r => (Step: r.GetInt64(0), Day: Kernel.BankTime.Text(Kernel.BankTime.Day(r.GetInt64(1))))), CancellationToken.None);
        Assert.Equal(foreseen, happened.GroupBy(h => h).Select(g => $"{g.Key.Step} {g.Key.Day} {g.Count()}"));
    }

    [Fact, Trait("Case", "CAMP-16")]
    public async Task Who_reaches_the_goal_is_found_among_targets_and_those_held_out_alike_from_what_the_bank_s_systems_report()
    {
        await using var desk = await CampaignDesk.StartAsync(engine);
        await desk.AddAsync([.. Enumerable.Range(1, 8).Select(i => CampaignDesk.Customer(i))]);
        desk.Desk.As = CampaignDesk.Planner;
        var segment = await desk.EverybodyAsync();
        var ids = new List<long>();
        foreach (var goal in new object[] { new { kind = "balance", value = "", amount = 100, target = 5 }, new { kind = "opportunity", value = "", amount = 0, target = 5 }, new { kind = "holding", value = "loan", amount = 0, target = 5 } })
        {
            ids.Add(await desk.RunningAsync(CampaignDesk.Plan(segment, [CampaignDesk.Step(1, "inapp")], holdOut: 50, goal: goal)));
        }

        await desk.Desk.Database.WriteAsync(s => s.ExecuteAsync("UPDATE ocrm.customer SET deposits = CASE WHEN party_id = 1 THEN 99 ELSE 100 END"), CancellationToken.None);
        desk.Desk.As = CampaignDesk.Manager;
        var target = long.Parse((await desk.Desk.RowsAsync($"SELECT min(id) FROM ocrm.campaign_target WHERE held = 0 AND campaign = {ids[1]}"))[0], System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(200, (await desk.RespondAsync(ids[1], target, new { kind = "interested", opportunity = new { pipeline = "loan" } })).Status);
        await desk.Desk.Database.WriteAsync(s => s.ExecuteAsync("UPDATE ocrm.opportunity SET state = 'won'"), CancellationToken.None);
        desk.Desk.As = CampaignDesk.Planner;
        var running = await desk.Desk.Database.ReadAsync(s => s.QueryAsync($"SELECT {Campaign.Columns} FROM ocrm.campaign g ORDER BY g.id", Campaign.Read), CancellationToken.None);
        foreach (var campaign in running)
        {
            await desk.Desk.Services.GetRequiredService<MeasureGoals>().RunAsync(campaign, CancellationToken.None);
        }

        var (won, held) = await desk.FiguresAsync(ids[0], "won", "heldOutWon");
        Assert.Equal(7, won + held);
        Assert.Equal([$"{target}"], await desk.Desk.RowsAsync($"SELECT id FROM ocrm.campaign_target WHERE won_at > 0 AND campaign = {ids[1]}"));
        Assert.Equal((0, 0), await desk.FiguresAsync(ids[2], "won", "heldOutWon"));
    }

    [Fact, Trait("Case", "CAMP-11")]
    public async Task Every_figure_of_the_progress_is_the_count_of_the_list_that_it_opens_and_nobody_sees_more_than_their_own()
    {
        await using var desk = await CampaignDesk.StartAsync(engine);
        await desk.AddAsync([.. Enumerable.Range(1, 4).Select(i => CampaignDesk.Customer(i))]);
        await desk.AddAsync([.. Enumerable.Range(5, 3).Select(i => CampaignDesk.Customer(i, unit: "2305210201"))], "another");
        desk.Desk.As = CampaignDesk.Planner;
        var id = await desk.RunningAsync(CampaignDesk.Plan(await desk.EverybodyAsync(), [CampaignDesk.Step(1, "task", 2), CampaignDesk.Step(2, "wait", 3, days: 9), CampaignDesk.Step(3, "list")]));
        await desk.LedAsync();
        desk.Desk.As = CampaignDesk.Manager;
        await desk.RespondAsync(id, 1, new { kind = "interested" });
        await desk.Desk.SendAsync(HttpMethod.Post, $"/tasks/1/done", new { });
        await desk.SettledAsync();
        Assert.Equal(404, (await desk.RespondAsync(id, 5, new { kind = "interested" })).Status);
        foreach (var (caller, targets) in new[] { (CampaignDesk.Planner, 7), (CampaignDesk.Manager, 4) })
        {
            desk.Desk.As = caller;
            var progress = await desk.GetAsync($"/campaigns/{id}/progress?by=manager");
            Assert.Equal(targets, progress.GetProperty("total").GetProperty("targets").GetInt32());
            foreach (var row in progress.GetProperty("rows").EnumerateArray())
            {
                foreach (var (figure, condition) in new (string, object)[]
                {
                    ("targets", new { column = "held", op = "eq", value = false }), ("waiting", new { column = "state", op = "eq", value = "waiting" }), ("contacted", new { column = "contactedAt", op = "notEmpty" }),
                    ("responded", new { column = "response", op = "notEmpty" }), ("won", new { column = "wonAt", op = "notEmpty" }),
                })
                {
                    var (_, counted) = await desk.Desk.SendAsync(HttpMethod.Post, "/lists/campaign-targets/count", new
                    {
                        filter = new { and = new[] { condition, new { column = "campaign", op = "eq", value = id }, new { column = "manager", op = "eq", value = row.GetProperty("key").GetString() }, new { column = "outcome", op = "eq", value = "in" } } }, exact = true,
                    });
                    Assert.True(row.GetProperty(figure).GetInt64() == counted.GetProperty("count").GetInt64(), $"{figure} {row} {counted}");
                }
            }
        }

        Assert.Equal([$"{id}"], (await desk.GetAsync("/campaigns/mine")).EnumerateArray().Select(c => c.GetProperty("id").GetString()));
        Assert.Single((await desk.GetAsync($"/customers/{1:D13}/campaigns")).EnumerateArray());
        desk.Desk.As = Desk.Caller(new Sight { Entities = ["230183"] });
        Assert.Equal((404, 404, 404), ((await desk.Desk.SendAsync(HttpMethod.Get, $"/campaigns/{id}")).Status, (await desk.Desk.SendAsync(HttpMethod.Get, $"/campaigns/{id}/targets/1")).Status, (await desk.Desk.SendAsync(HttpMethod.Post, $"/campaigns/{id}/pause", new { })).Status));
    }
}

public sealed class SqliteCampaignContacts() : CampaignContactCompliance(new Engine.Sqlite());

public sealed class PostgresCampaignContacts() : CampaignContactCompliance(new Engine.Postgres());
