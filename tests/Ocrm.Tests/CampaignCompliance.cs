using Granary.Access.Contracts;
using Granary.Tests;

namespace Granary.Ocrm.Tests;

/// <summary>Campaigns from their plan to their tasks, on each engine (docs/cases.md, CAMP).</summary>
public abstract class CampaignCompliance(Engine engine)
{
    [Fact, Trait("Case", "CAMP-01")]
    public async Task A_campaign_is_planned_selected_approved_by_a_second_person_and_gives_each_manager_tasks_with_a_script()
    {
        await using var desk = await CampaignDesk.StartAsync(engine);
        await desk.AddAsync([CampaignDesk.Customer(1, "王芳", document: "230521198506211246"), CampaignDesk.Customer(2, "张伟"), CampaignDesk.Customer(3, "李娜", status: "closed")]);
        desk.Desk.As = CampaignDesk.Planner;
        var id = await desk.SubmittedAsync(CampaignDesk.Plan(await desk.EverybodyAsync(), [CampaignDesk.Step(1, "task", 2, "{salutation}：{product} {manager}", days: 3), CampaignDesk.Step(2, "wait", 3, days: 3), CampaignDesk.Step(3, "list")]));
        Assert.Equal(["closed 1", "in 2"], await desk.SelectionAsync(id));
        Assert.Equal((409, 409), ((await desk.Desk.SendAsync(HttpMethod.Post, $"/campaigns/{id}/start", new { })).Status, (await desk.Desk.SendAsync(HttpMethod.Put, $"/campaigns/{id}", new { name = "另一个" })).Status));
        await desk.DecideAsync(id, approve: true);
        await desk.LedAsync();
        Assert.Equal("approved", await desk.StateAsync(id));
        Assert.Empty(await desk.Desk.RowsAsync("SELECT title FROM ocrm.task"));
        await desk.DoAsync(id, "start");
        await desk.LedAsync();
        Assert.Equal(
            [$"回访 王芳|王女士：定期存款 王桂芳|manager|2026-06-04|campaign/{id}/target/1", $"回访 张伟|张先生：定期存款 王桂芳|manager|2026-06-04|campaign/{id}/target/2"],
            await desk.Desk.RowsAsync("SELECT title || '|' || note || '|' || assignee || '|' || due_on || '|' || origin FROM ocrm.task ORDER BY party_id"));
        Assert.Equal(["waiting", "waiting"], await desk.Desk.RowsAsync("SELECT state FROM ocrm.campaign_target WHERE outcome = 'in'"));
        desk.Clock.Now = SetClock.At("2026-06-04 00:01");
        await desk.LedAsync();
        Assert.Equal(["done", "done"], await desk.Desk.RowsAsync("SELECT state FROM ocrm.campaign_target WHERE outcome = 'in'"));
        Assert.Equal(2, (await desk.Desk.RowsAsync("SELECT title FROM ocrm.task")).Count);
    }
}

public sealed class SqliteCampaigns() : CampaignCompliance(new Engine.Sqlite());

public sealed class PostgresCampaigns() : CampaignCompliance(new Engine.Postgres());
