using Microsoft.Playwright;

namespace Granary.Host.Tests;

/// <summary>A customer manager's working day in a real browser.</summary>
public sealed class WorkPageTests(PageHub pages) : PageTest(pages)
{
    private const string Desktop = "en";

    [Theory, Trait("Case", "TASK-10")]
    [InlineData(Desktop, 1366, 768)]
    [InlineData("zh-CN", 390, 844)]
    public async Task A_manager_gives_themselves_a_task_ticks_its_checklist_and_is_done(string language, int width, int height)
    {
        var (create, done) = language == Desktop ? ("New task", "done") : ("新建任务", "办结");
        var page = await OpenAsync(language);
        await page.SetViewportSizeAsync(width, height);
        await SignInAsync(page, "manager", "/tasks");
        await page.GetByRole(AriaRole.Button, new() { Name = create, Exact = true }).ClickAsync();
        var title = $"Call back {language}";
        await Dialog(page).Locator("input").First.FillAsync(title);
        await Dialog(page).Locator("textarea").Last.FillAsync("Passport");
        await Dialog(page).Locator(".ant-btn-primary").ClickAsync();
        await page.GetByText(title).First.ClickAsync();
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "Passport" }).ClickAsync();
        await page.Locator(".task-panel .ant-btn-primary:not([disabled])").ClickAsync();
        await page.Locator(".task-history").GetByText(done).First.WaitForAsync();
        Assert.Empty(Complaints);
    }
}
