using System.Globalization;
using Microsoft.Playwright;

namespace Granary.Host.Tests;

/// <summary>What people do on the pages of campaigns.</summary>
internal static class CampaignActs
{
    /// <summary>A new campaign for the month to come, on the page of its plan.</summary>
    /// <returns>Its id.</returns>
    public static async Task<string> BeginAsync(IPage page, TestHub hub, Way way, string name)
    {
        await GoAsync(page, hub, "/campaigns");
        await Button(page, way.Of("New campaign", "新建活动")).ClickAsync();
        await StillAsync(page);
        await Dialog(page).Locator("input").FillAsync(name);
        await page.Keyboard.PressAsync("Enter");
        await page.Locator(".campaign-plan").WaitForAsync();
        foreach (var (label, day) in new[] { (way.Of("First day", "开始日期"), DateTime.Today), (way.Of("Last day", "结束日期"), DateTime.Today.AddDays(30)) })
        {
            await page.GetByLabel(label).Last.FillAsync(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            await page.Keyboard.PressAsync("Enter");
        }

        return new Uri(page.Url).Segments[^1];
    }

    public static ILocator Field(IPage page, string label) => page.Locator(".plan-field").Filter(new() { HasText = label }).Locator(".ant-select").First;

    /// <summary>Takes a segment in a list of several, and closes the list.</summary>
    public static async Task ChooseSegmentAsync(IPage page, string label, string segment)
    {
        await ChooseAsync(page, Field(page, label), segment);
        await page.Keyboard.PressAsync("Escape");
        await page.Locator(".ant-select-dropdown:visible").WaitForAsync(new() { State = WaitForSelectorState.Detached });
    }

    public static async Task AddStepAsync(IPage page, Way way, string kind)
    {
        await Button(page, way.Of("Add a step", "添加步骤")).ClickAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = kind, Exact = true }).ClickAsync();
    }

    /// <summary>Saved, nothing is missing, and its audience is selected.</summary>
    public static async Task SubmitAsync(IPage page, Way way)
    {
        await Button(page, way.Of("Save", "保存")).ClickAsync();
        await page.Locator(".campaign-faults").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await Button(page, way.Of("Submit", "提交审批")).ClickAsync();
        await IsAsync(page, way.Of("For approval", "待审批"));
    }

    /// <summary>Until the page says so of the campaign.</summary>
    public static Task IsAsync(IPage page, string state) => page.Locator(".record-title .ant-tag").GetByText(state, new() { Exact = true }).WaitForAsync();

    /// <summary>A second person looks at it and agrees.</summary>
    public static async Task ApproveAsync(IPage page, TestHub hub, Way way, string name)
    {
        await SignInAsync(page, hub, "admin", "/admin/approvals");
        var proposal = page.Locator(".proposal").Filter(new() { HasText = name });
        await proposal.Locator("input[type=checkbox]").CheckAsync();
        await Button(page, way.Of("Approve 1", "同意 1 项")).ClickAsync();
        await proposal.WaitForAsync(new() { State = WaitForSelectorState.Detached });
    }
}
