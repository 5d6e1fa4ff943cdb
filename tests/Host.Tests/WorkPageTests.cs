using Granary.Kernel;
using Microsoft.Playwright;

namespace Granary.Host.Tests;

/// <summary>A customer manager's working day in a real browser.</summary>
[Collection(PageHub.Second)]
public sealed class WorkPageTests(PageHub pages) : PageTest(pages)
{
    [Theory, Trait("Case", "TASK-10")]
    [MemberData(nameof(Ways.All), MemberType = typeof(Ways))]
    public async Task A_manager_gives_themselves_a_task_ticks_its_checklist_and_is_done(Way way)
    {
        var (create, done) = (way.Of("New task", "新建任务"), way.Of("done", "办结"));
        var page = await OpenAsync(way);
        await SignInAsync(page, "manager", "/tasks");
        await page.GetByRole(AriaRole.Button, new() { Name = create, Exact = true }).ClickAsync();
        var title = $"Call back {way}";
        await Dialog(page).Locator("input").First.FillAsync(title);
        await Dialog(page).Locator("textarea").Last.FillAsync("Passport");
        await Dialog(page).Locator(".ant-btn-primary").ClickAsync();
        await page.GetByText(title).First.ClickAsync();
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "Passport" }).ClickAsync();
        await page.Locator(".task-panel .ant-btn-primary:not([disabled])").ClickAsync();
        await page.Locator(".task-history").GetByText(done).First.WaitForAsync();
        await IsWellAsync(page);
    }

    [Theory, Trait("Case", "VISIT-10"), Trait("Case", "TODAY-10")]
    [MemberData(nameof(Ways.All), MemberType = typeof(Ways))]
    public async Task A_manager_tells_of_a_visit_names_the_next_step_in_the_same_form_and_finds_it_on_the_page_of_the_day(Way way)
    {
        var page = await OpenAsync(way);
        await SignInAsync(page, "manager", "/visits");
        // The customer follows from the customer master by itself, and the rule gives them to the demo's manager.
        await page.WaitForFunctionAsync("number => fetch(`/api/customers/${number}/timeline`).then(answer => answer.ok)", Customer);
        await page.Locator(".page-head .ant-btn-primary").ClickAsync();
        var dialog = Dialog(page);
        await dialog.Locator("input.ant-input[type=text]").First.FillAsync(Customer);
        await dialog.Locator("input.ant-input[type=text]").Nth(1).FillAsync($"Greeting {way}");
        await dialog.Locator("input[type=checkbox]").ClickAsync();
        await ChooseAsync(page, dialog.Locator(".ant-select").Last, way.Of("A task", "任务"));
        var next = $"Bring the papers {way}";
        await dialog.Locator(".form-two").Last.Locator("input[type=text]").FillAsync(next);
        await dialog.Locator("input[type=date]").FillAsync("2026-01-05");
        await dialog.Locator(".ant-btn-primary").ClickAsync();
        await page.GetByText($"Greeting {way}").First.WaitForAsync();

        await GoAsync(page, "/");
        await Chromium.IsAtAsync(page, "/today");
        var item = page.Locator(".today-item").Filter(new() { HasText = next });
        await item.Locator("button").First.ClickAsync();
        await item.WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await IsWellAsync(page);
    }

    [Theory, Trait("Case", "LOG-10"), Trait("Case", "DASH-10")]
    [MemberData(nameof(Ways.All), MemberType = typeof(Ways))]
    public async Task A_report_is_submitted_returned_and_submitted_again_and_a_figure_of_the_dashboard_opens_its_list(Way way)
    {
        // Each way has a day of its own: one hub serves all.
        var day = BankTime.Text(new DateOnly(2026, 1, 5).AddDays((int)way));
        var page = await OpenAsync(way);
        await SignInAsync(page, "manager", $"/log?day={day}");
        await page.Locator(".log-report textarea").FillAsync($"Rain {way}");
        await page.Locator(".log-report .ant-btn-primary").ClickAsync();
        await page.GetByText($"Rain {way}").First.WaitForAsync();
        await page.Locator(".log-report textarea").WaitForAsync(new() { State = WaitForSelectorState.Detached });

        var head = await OpenAsync(way);
        await SignInAsync(head, "head", $"/log?tab=review&day={day}");
        await head.Locator(".log-entries button").First.ClickAsync();
        await Dialog(head).Locator("textarea").FillAsync("Which villages?");
        await Dialog(head).Locator("button", new() { HasText = way.Of("Return", "退回") }).Last.ClickAsync();
        await Dialog(head).GetByText("Which villages?").First.WaitForAsync();
        await page.ReloadAsync();
        await page.GetByText("Which villages?").First.WaitForAsync();
        await page.Locator(".log-report .ant-btn-primary").ClickAsync();
        await page.Locator(".log-report textarea").WaitForAsync(new() { State = WaitForSelectorState.Detached });

        // The customer follows from the customer master by itself.
        await head.WaitForFunctionAsync("number => fetch(`/api/customers/${number}/timeline`).then(answer => answer.ok)", Customer);
        await GoAsync(head, "/dashboards");
        var customers = head.Locator(".dash-figures a").First;
        await customers.WaitForAsync();
        await head.Locator("canvas").First.WaitForAsync();
        await customers.ClickAsync();
        await Chromium.IsAtAsync(head, "/customers?f=status.eq:active");
        await head.GetByText("欧阳晓明").First.WaitForAsync();
        await IsWellAsync(page, head);
    }

    [Theory, Trait("Case", "LOG-11")]
    [MemberData(nameof(Ways.All), MemberType = typeof(Ways))]
    public async Task A_manager_records_a_day_of_sickness_and_the_head_sees_it_in_the_review_and_withdraws_it(Way way)
    {
        // Each way has a day of its own, of the last few: one manager is away on all of them.
        var day = BankTime.Text(BankTime.Today(TimeProvider.System).AddDays(-(int)way));
        var sick = way.Of("Sick", "病假");
        var page = await OpenAsync(way);
        await SignInAsync(page, "manager", $"/log?day={day}");
        await Button(page, way.Of("Record days away", "登记")).ClickAsync();
        await Dialog(page).GetByText(sick, new() { Exact = true }).ClickAsync();
        await Dialog(page).Locator("input[type=text]").FillAsync($"flu {way}");
        await Button(page, way.Of("Save", "保存")).PressAsync("Enter");
        var own = page.Locator(".log-absences li[data-absence=sick]").Filter(new() { HasText = $"flu {way}" });
        await own.WaitForAsync();
        await page.Locator(".log-state").GetByText(sick).WaitForAsync();
        await page.Locator(".log-report .ant-btn-primary").ClickAsync(); // nobody keeps them from reporting all the same
        await page.Locator(".log-report textarea").WaitForAsync(new() { State = WaitForSelectorState.Detached });

        var head = await OpenAsync(way);
        await SignInAsync(head, "head", $"/log?tab=review&day={day}");
        var entry = head.Locator(".log-entries button").Filter(new() { HasText = sick });
        await entry.ClickAsync();
        var seen = head.Locator(".log-absences li").Filter(new() { HasText = $"flu {way}" });
        await seen.GetByRole(AriaRole.Button).PressAsync("Enter"); // the drawer may still move
        await seen.WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await entry.WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await page.ReloadAsync();
        await page.Locator(".log-report").WaitForAsync();
        await own.WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await IsWellAsync(page, head);
    }

    [Theory, Trait("Case", "DASH-11")]
    [MemberData(nameof(Ways.All), MemberType = typeof(Ways))]
    public async Task The_trend_of_a_dashboard_is_a_picture_and_a_table_that_ends_in_the_figures_beside_it_and_opens_its_lists(Way way)
    {
        var page = await OpenAsync(way);
        await SignInAsync(page, "head", "/dashboards");
        // The customer follows from the customer master by itself.
        await page.WaitForFunctionAsync("number => fetch(`/api/customers/${number}/timeline`).then(answer => answer.ok)", Customer);
        await page.ReloadAsync();
        var trend = page.Locator(".dash-trend");
        await trend.Locator("canvas").First.WaitForAsync();
        await trend.GetByText(way.Of("Deposits (yuan)", "存款（元）")).First.ClickAsync();
        await page.GetByRole(AriaRole.Img, new() { Name = way.Of("Twelve months: Deposits (yuan)", "近十二个月: 存款（元）") }).WaitForAsync();
        await trend.Locator("summary").ClickAsync();
        var rows = trend.Locator("tbody tr");
        await Assertions.Expect(rows).ToHaveCountAsync(13);
        await Assertions.Expect(rows.First.Locator("a")).ToHaveTextAsync(await page.Locator(".dash-figures a").First.InnerTextAsync());
        await IsWellAsync(page);
        var end = await rows.Nth(1).GetAttributeAsync("data-end");
        await rows.Nth(1).Locator("a").ClickAsync();
        await Chromium.IsAtAsync(page, $"/customers?f=and(status.eq:active,openedAt.lt:{BankTime.Text(BankTime.Parse(end)!.Value.AddDays(1))})");
        await page.Locator("#main h1").First.WaitForAsync();
        await IsWellAsync(page);
    }
}
