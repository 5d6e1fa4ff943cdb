using System.Text.Json;
using Granary.Access.Contracts;
using Granary.Ocrm.Work;
using Microsoft.Extensions.DependencyInjection;

namespace Granary.Ocrm.Tests;

/// <summary>What tasks promise, on each engine (docs/cases.md, TASK).</summary>
public abstract class TaskCompliance(WorkDesk work)
{
    private const string Late = WorkDesk.Late;

    [Fact, Trait("Case", "TASK-01")]
    public async Task A_task_is_given_within_one_s_rights_and_seen_by_who_is_to_do_it_and_by_their_head_only()
    {
        var desk = await work.BeginAsync();
        desk.As = WorkDesk.Head();
        var id = await GiveAsync("回访", work.Number, "manager");
        Assert.Equal(["回访 王芳"], await ListAsync());
        desk.As = WorkDesk.Manager();
        Assert.Equal(["回访 王芳"], await ListAsync());
        var (_, task) = await desk.SendAsync(HttpMethod.Get, $"/tasks/{id}");
        Assert.Equal(("王芳", "王桂芳", "open"), (task.GetProperty("customerName").GetString(), task.GetProperty("assigneeName").GetString(), task.GetProperty("state").GetString()));

        desk.As = Desk.Caller(new Sight { Entities = ["230183"] });
        Assert.Empty(await ListAsync());
        Assert.Equal(404, (await desk.SendAsync(HttpMethod.Get, $"/tasks/{id}")).Status);
        Assert.Equal(404, (await desk.SendAsync(HttpMethod.Post, $"/tasks/{id}/done", new { })).Status);
    }

    [Fact, Trait("Case", "TASK-02")]
    public async Task Nobody_gives_a_task_beyond_their_rights_nor_about_a_customer_out_of_sight_nor_outside_the_legal_entity()
    {
        var desk = await work.BeginAsync();
        desk.As = WorkDesk.Someone("marketing");
        Assert.Equal("task-assignee", await work.RefusedAsync("/tasks", new { title = "x", dueOn = Late, assignee = "manager" }));
        desk.As = WorkDesk.Head();
        Assert.Equal("task-assignee", await work.RefusedAsync("/tasks", new { title = "x", dueOn = Late, customer = work.Number, assignee = "steward" }));
        Assert.Equal("task-assignee", await work.RefusedAsync("/tasks", new { title = "x", dueOn = Late, assignee = "nobody" }));
        Assert.Equal("party.unknown", await work.RefusedAsync("/tasks", new { title = "x", dueOn = Late, customer = "8000000000000" }));
        Assert.Equal("task-title", await work.RefusedAsync("/tasks", new { title = " ", dueOn = Late }));
        Assert.Equal("task-day", await work.RefusedAsync("/tasks", new { title = "x", dueOn = "31.1.2020" }));
        Assert.Empty(await ListAsync());
    }

    [Fact, Trait("Case", "TASK-03")]
    public async Task A_task_is_done_when_its_checklist_is_and_its_proof_is_named_and_the_customer_s_timeline_says_so()
    {
        var desk = await work.BeginAsync();
        desk.As = WorkDesk.Head();
        var id = await GiveAsync("收集资料", work.Number, "manager", ["身份证", "户口本"], evidence: true);
        desk.As = WorkDesk.Manager();
        Assert.Equal("task-evidence", await work.RefusedAsync($"/tasks/{id}/done", new { result = "ok" }));
        Assert.Equal("task-unticked", await work.RefusedAsync($"/tasks/{id}/done", new { reference = "柜 3" }));
        Assert.Equal("task-no-line", await work.RefusedAsync($"/tasks/{id}/ticks", new { line = 2, done = true }));
        foreach (var line in new[] { 0, 1 })
        {
            Assert.Equal(204, (await desk.SendAsync(HttpMethod.Post, $"/tasks/{id}/ticks", new { line, done = true })).Status);
        }

        Assert.Equal(204, (await desk.SendAsync(HttpMethod.Post, $"/tasks/{id}/done", new { result = "齐了", reference = "柜 3" })).Status);
        Assert.Equal("task-closed", await work.RefusedAsync($"/tasks/{id}/done", new { reference = "柜 3" }));
        desk.As = WorkDesk.Head();
        var (_, timeline) = await desk.SendAsync(HttpMethod.Get, $"/customers/{work.Number}/timeline");
        var row = Assert.Single(timeline.GetProperty("rows").EnumerateArray());
        Assert.Equal(("task", "收集资料", $"task/{id}", "王桂芳"), (Text(row, "kind"), Text(row, "subject"), Text(row, "ref"), Text(row, "by")));
        var (_, task) = await desk.SendAsync(HttpMethod.Get, $"/tasks/{id}");
        Assert.Equal(["done", "ticked 2", "ticked 1", $"open manager {Late}"], task.GetProperty("history").EnumerateArray().Select(e => Text(e, "after")));
    }

    [Fact, Trait("Case", "TASK-04")]
    public async Task A_task_is_postponed_transferred_and_cancelled_with_a_reason_that_is_kept()
    {
        var desk = await work.BeginAsync();
        desk.As = WorkDesk.Head();
        var id = await GiveAsync("走访", null, "manager");
        Assert.Equal("reason-missing", await work.RefusedAsync($"/tasks/{id}/postpone", new { dueOn = "2999-01-01" }));
        Assert.Equal("task-day", await work.RefusedAsync($"/tasks/{id}/postpone", new { dueOn = Late, reason = "rain" }));
        Assert.Equal(204, (await desk.SendAsync(HttpMethod.Post, $"/tasks/{id}/postpone", new { dueOn = "2999-01-01", reason = "rain" })).Status);
        Assert.Equal("reason-missing", await work.RefusedAsync($"/tasks/{id}/transfer", new { assignee = "head" }));
        Assert.Equal("task-assignee", await work.RefusedAsync($"/tasks/{id}/transfer", new { assignee = "steward", reason = "ill" }));
        Assert.Equal(204, (await desk.SendAsync(HttpMethod.Post, $"/tasks/{id}/transfer", new { assignee = "head", reason = "ill" })).Status);
        desk.As = WorkDesk.Manager();
        Assert.Empty(await ListAsync());
        desk.As = WorkDesk.Head();
        Assert.Equal(204, (await desk.SendAsync(HttpMethod.Post, $"/tasks/{id}/cancel", new { reason = "moved away" })).Status);
        var (_, task) = await desk.SendAsync(HttpMethod.Get, $"/tasks/{id}");
        Assert.Equal(["cancelled: moved away", "transferred manager head: ill", $"postponed {Late} 2999-01-01: rain", $"open manager {Late}: "],
            task.GetProperty("history").EnumerateArray().Select(e => $"{Text(e, "after")}: {Text(e, "reason")}"));
    }

    [Fact, Trait("Case", "TASK-05")]
    public async Task An_overdue_task_goes_to_the_head_once_and_one_that_is_done_or_not_yet_due_does_not()
    {
        var desk = await work.BeginAsync();
        desk.As = WorkDesk.Head();
        var late = await GiveAsync("逾期", null, "manager");
        var own = await GiveAsync("自己的", null, "head");
        var done = await GiveAsync("完成", null, "manager");
        await desk.SendAsync(HttpMethod.Post, "/tasks", new { title = "以后", dueOn = "2999-01-01", assignee = "manager" });
        await desk.SendAsync(HttpMethod.Post, $"/tasks/{done}/done", new { });
        var job = desk.Services.GetRequiredService<EscalateTasks>();
        await job.RunAsync(CancellationToken.None);
        Assert.Equal(0, await job.RunAsync(CancellationToken.None));
        var up = await desk.Database.ReadAsync(s => s.QueryAsync("SELECT id, escalated_to FROM ocrm.task WHERE escalated_at > 0 ORDER BY id", r => (r.GetInt64(0), r.GetString(1))), CancellationToken.None);
        Assert.Equal([(late, "head"), (own, up.Last().Item2)], up);
        Assert.NotEqual("head", up.Last().Item2);
    }

    [Fact, Trait("Case", "TASK-06")]
    public async Task A_plan_gives_each_chosen_customer_s_manager_its_steps_on_their_days_after_a_preview()
    {
        var desk = await work.BeginAsync();
        desk.As = WorkDesk.Head();
        Assert.Equal("plan-wrong", await work.RefusedAsync("/plans", new { name = "空", steps = Array.Empty<object>() }));
        var (_, plan) = await desk.SendAsync(HttpMethod.Post, "/plans", new
        {
            name = "新客户", steps = new object[] { new { title = "致电", offset = 0, evidence = false, priority = 1 }, new { title = "上门", offset = 7, evidence = true, priority = 0, checklist = new[] { "名片" } } },
        });
        var arguments = new { plan = plan.GetProperty("id").GetInt64().ToString(System.Globalization.CultureInfo.InvariantCulture), startOn = "2020-01-25" };
        var (_, preview) = await desk.SendAsync(HttpMethod.Post, "/lists/customers/actions/start-plan", new { preview = true, arguments });
        Assert.Equal(1, preview.GetProperty("affected").GetInt32());
        Assert.Empty(await ListAsync());
        await desk.SendAsync(HttpMethod.Post, "/lists/customers/actions/start-plan", new { preview = false, arguments });
        await desk.SendAsync(HttpMethod.Post, "/lists/customers/actions/give-tasks", new { preview = false, arguments = new { title = "问候", dueOn = "2020-03-01" } });
        desk.As = WorkDesk.Manager();
        Assert.Equal(["致电 王芳", "上门 王芳", "问候 王芳"], await ListAsync());
        Assert.Equal(404, (await desk.SendAsync(HttpMethod.Get, $"/tasks/{long.MaxValue}")).Status);
        Assert.Single((await desk.SendAsync(HttpMethod.Get, "/plans")).Body.EnumerateArray());
    }

    [Fact, Trait("Case", "TASK-07")]
    public async Task Open_tasks_are_transferred_and_cancelled_in_bulk_by_who_may_give_work_and_those_that_are_closed_stay()
    {
        var desk = await work.BeginAsync();
        desk.As = WorkDesk.Head();
        for (var i = 0; i < 3; i++)
        {
            await GiveAsync($"任务{i}", null, "manager");
        }

        Assert.Equal("manager-unknown", await BulkAsync("transfer-tasks", new { assignee = "nobody" }, WorkDesk.Head()));
        Assert.Equal("3", await BulkAsync("transfer-tasks", new { assignee = "head" }, WorkDesk.Head()));
        Assert.Equal("reason-missing", await BulkAsync("cancel-tasks", new { }, WorkDesk.Head()));
        Assert.Equal("3", await BulkAsync("cancel-tasks", new { reason = "campaign called off" }, WorkDesk.Head()));
        Assert.Equal("0", await BulkAsync("cancel-tasks", new { reason = "again" }, WorkDesk.Head()));
    }

    private static string? Text(JsonElement row, string property) => row.GetProperty(property).GetString();

    private async Task<string> BulkAsync(string action, object arguments, Caller caller)
    {
        work.Desk.As = caller;
        var (_, result) = await work.Desk.SendAsync(HttpMethod.Post, $"/lists/tasks/actions/{action}", new { preview = false, arguments });
        return result.GetProperty("problems").EnumerateArray().Select(p => p.GetString()).FirstOrDefault() ?? result.GetProperty("affected").ToString();
    }

    private Task<long> GiveAsync(string title, string? customer, string assignee, string[]? checklist = null, bool evidence = false) =>
        work.CreateAsync("/tasks", new { title, customer, assignee, dueOn = Late, checklist, evidence });

    private Task<List<string>> ListAsync() => work.ListAsync("tasks", "title", "customer");

    [Collection(WorkOnSqlite.Name)]
    public sealed class OnSqlite(WorkDeskOnSqlite work) : TaskCompliance(work);

    [Collection(WorkOnPostgres.Name)]
    public sealed class OnPostgres(WorkDeskOnPostgres work) : TaskCompliance(work);
}
