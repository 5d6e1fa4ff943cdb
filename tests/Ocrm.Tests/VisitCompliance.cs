using System.Text.Json;
using Granary.Access.Contracts;

namespace Granary.Ocrm.Tests;

/// <summary>What visits and calls promise, on each engine (docs/cases.md, VISIT).</summary>
public abstract class VisitCompliance(WorkDesk work)
{
    [Fact, Trait("Case", "VISIT-01")]
    public async Task A_planned_visit_is_done_with_a_result_and_its_next_step_becomes_a_task_or_another_visit()
    {
        var desk = await work.BeginAsync();
        desk.As = WorkDesk.Manager();
        var id = await work.CreateAsync("/visits", new { kind = "visit", customers = new[] { work.Number }, purpose = "问候", place = "双发村", at = "2020-01-31T09:00:00+08:00" });
        Assert.Equal(["王芳 visit planned 问候"], await work.ListAsync("visits", "customers", "kind", "state", "purpose"));
        Assert.Equal("visit-outcome", await work.RefusedAsync($"/visits/{id}/done", new { }));
        Assert.Equal("visit-next", await work.RefusedAsync($"/visits/{id}/done", new { outcome = "agreed", next = new { kind = "task" } }));
        await work.DoAsync($"/visits/{id}/done", new { outcome = "agreed", result = "想贷款", photos = new[] { "相册 3" }, next = new { kind = "task", title = "送资料", on = WorkDesk.Late } });
        Assert.Equal(["送资料 王芳"], await work.ListAsync("tasks", "title", "customer"));
        var visit = await work.GetAsync($"/visits/{id}");
        Assert.StartsWith("task/", visit.GetProperty("nextRef").GetString());
        Assert.Equal(("done", "agreed", "双发村"), (Text(visit, "state"), Text(visit, "outcome"), Text(visit, "place")));
        Assert.Equal("visit-closed", await work.RefusedAsync($"/visits/{id}/done", new { outcome = "agreed" }));

        // The customer's timeline has it, at the time when it was; and a call that is over is written down in one go.
        await work.CreateAsync("/visits", new { kind = "call", customers = new[] { work.Number }, purpose = "回电", at = "2020-02-01T10:00:00+08:00", done = new { outcome = "reached", next = new { kind = "visit", title = "面谈", on = "2020-02-03" } } });
        var timeline = await work.GetAsync($"/customers/{work.Number}/timeline");
        Assert.Equal(["call 回电 2020-02-01", "visit 问候 2020-01-31"],
            timeline.GetProperty("rows").EnumerateArray().Select(r => $"{Text(r, "kind")} {Text(r, "subject")} {r.GetProperty("at").GetDateTimeOffset():yyyy-MM-dd}"));
        Assert.Equal(["visit planned 面谈", "call done 回电", "visit done 问候"], await work.ListAsync("visits", "kind", "state", "purpose"));
    }

    [Fact, Trait("Case", "VISIT-02")]
    public async Task A_visit_is_moved_or_called_off_with_a_reason_and_nobody_plans_one_with_whom_they_do_not_see()
    {
        var desk = await work.BeginAsync();
        desk.As = WorkDesk.Manager();
        var body = new { kind = "visit", customers = new[] { work.Number }, purpose = "问候", at = "2020-01-31T09:00:00+08:00" };
        var id = await work.CreateAsync("/visits", body);
        Assert.Equal("reason-missing", await work.RefusedAsync($"/visits/{id}/move", new { at = "2020-02-01T09:00:00+08:00" }));
        await work.DoAsync($"/visits/{id}/move", new { at = "2020-02-01T09:00:00+08:00", reason = "rain" });
        await work.DoAsync($"/visits/{id}/move", new { reason = "ill" });
        Assert.Equal(["cancelled"], await work.ListAsync("visits", "state"));
        Assert.Equal("visit-customers", await work.RefusedAsync("/visits", body with { customers = [] }));
        Assert.Equal("visit-wrong", await work.RefusedAsync("/visits", body with { kind = "picnic" }));

        desk.As = WorkDesk.Someone("marketing");
        Assert.Equal("party.unknown", await work.RefusedAsync("/visits", body));
        Assert.Equal("visit-unknown", await work.RefusedAsync($"/visits/{id}/done", new { outcome = "reached" }));
        Assert.Empty(await work.ListAsync("visits", "state"));
        desk.As = Desk.Caller(Sight.Everything) with { PersonId = "steward" };
        Assert.Equal("visit-elsewhere", await work.RefusedAsync("/visits", body));
    }

    private static string? Text(JsonElement row, string property) => row.GetProperty(property).GetString();

    [Collection(WorkOnSqlite.Name)]
    public sealed class OnSqlite(WorkDeskOnSqlite work) : VisitCompliance(work);

    [Collection(WorkOnPostgres.Name)]
    public sealed class OnPostgres(WorkDeskOnPostgres work) : VisitCompliance(work);
}
