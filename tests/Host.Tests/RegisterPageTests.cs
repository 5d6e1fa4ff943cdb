using Microsoft.Playwright;

namespace Granary.Host.Tests;

/// <summary>What a customer manager keeps of customers beside the master data, in a real browser.</summary>
[Collection(PageHub.Second)]
public sealed class RegisterPageTests(PageHub pages) : PageTest(pages)
{
    [Theory, Trait("Case", "CONS-08")]
    [MemberData(nameof(Ways.All), MemberType = typeof(Ways))]
    public async Task A_consent_is_written_down_and_withdrawn_on_the_customer_s_page(Way way)
    {
        var page = await OpenAsync(way);
        await SignInAsync(page, "demo", $"/customers/{Customer}?tab=consents");
        await page.GetByRole(AriaRole.Button, new() { Name = way.Of("Write down consent: marketing", "记录同意：营销") }).ClickAsync();
        await Dialog(page).WaitForAsync();
        await StillAsync(page);
        await Dialog(page).GetByRole(AriaRole.Checkbox).First.CheckAsync();
        await Dialog(page).Locator("input.ant-input").FillAsync("A-17");
        await Button(page, way.Of("Write down", "登记")).ClickAsync();
        await page.Locator("[data-purpose=marketing][data-on=true]").WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = way.Of("Withdraw consent: marketing", "撤回同意：营销") }).ClickAsync();
        await Dialog(page).WaitForAsync();
        await StillAsync(page);
        await Button(page, way.Of("Withdraw 1 channel", "撤回 1 个渠道")).ClickAsync();
        await page.Locator("[data-purpose=marketing][data-on=false]").WaitForAsync();
        await IsWellAsync(page);
    }

    [Theory, Trait("Case", "PROS-07")]
    [MemberData(nameof(Ways.All), MemberType = typeof(Ways))]
    public async Task A_prospect_is_warned_of_while_typed_written_down_and_converted(Way way)
    {
        var page = await OpenAsync(way);
        await SignInAsync(page, "demo", "/prospects");
        await Button(page, way.Of("New prospect", "登记潜在客户")).First.ClickAsync();
        await Dialog(page).Locator("input[name=name]").FillAsync("欧阳晓明");
        await Dialog(page).Locator(".prospect-known").Filter(new() { HasText = Customer }).WaitForAsync();
        var name = $"钱{"一二三四"[(int)way]}";
        await Dialog(page).Locator("input[name=name]").FillAsync(name);
        await Dialog(page).Locator(".prospect-known").WaitForAsync(new() { State = WaitForSelectorState.Detached }); // the dialog has grown smaller
        await Dialog(page).Locator("input[name=document]").FillAsync(ResidentIds.Of(81 + (int)way));
        await ChooseUnitAsync(page, Dialog(page).Locator(".unit-select input"), "2305210102");
        await Button(page, way.Of("Add", "登记")).Last.ClickAsync();
        await page.GetByText(name).First.ClickAsync();
        await Button(page, way.Of("Make a customer", "转为客户")).ClickAsync();
        await page.Locator(".prospect-panel[data-state=converted]").WaitForAsync();
        await IsWellAsync(page);
    }

    [Theory, Trait("Case", "SEG-08")]
    [MemberData(nameof(Ways.All), MemberType = typeof(Ways))]
    public async Task A_segment_is_built_with_a_live_count_opened_as_a_list_and_another_filled_from_a_file(Way way)
    {
        var make = way.Of("Make the segment", "建立客群");
        var page = await OpenAsync(way);
        await SignInAsync(page, "demo", "/segments");
        await Button(page, way.Of("New by conditions", "新建动态客群")).ClickAsync();
        var editor = page.Locator(".segment-editor");
        await editor.Locator(".segment-head input[type=text]").FillAsync($"S-{way}");
        await editor.Locator(".filter-condition input.ant-input").First.FillAsync(Customer);
        await editor.Locator(".segment-count[data-settled=true]").Filter(new() { HasText = "1" }).WaitForAsync();
        await Button(page, make).ClickAsync();
        await editor.Locator("a[href^='/customers']").ClickAsync();
        await page.GetByText("欧阳晓明").First.WaitForAsync();

        await GoAsync(page, "/segments");
        await Button(page, way.Of("New from a file", "从文件新建")).ClickAsync();
        await editor.Locator(".segment-head input[type=text]").FillAsync($"F-{way}");
        await Button(page, make).ClickAsync();
        await editor.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "list.csv", MimeType = "text/csv", Buffer = System.Text.Encoding.UTF8.GetBytes($"number\n{Customer}\n9999999999999\n") });
        await editor.Locator("[data-unmatched='1']").WaitForAsync();
        await IsWellAsync(page);
    }

    [Theory, Trait("Case", "TIER-10")]
    [MemberData(nameof(Ways.All), MemberType = typeof(Ways))]
    public async Task A_step_of_the_tiers_is_raised_its_effect_is_seen_before_it_is_kept_and_the_change_stands_in_the_history(Way way)
    {
        var page = await OpenAsync(way);
        await SignInAsync(page, "marketing", "/policies");
        var ordinary = page.Locator("tr[data-tier=ordinary]");
        await ordinary.WaitForAsync();
        var history = page.Locator(".policy-history li");
        var before = await history.CountAsync();
        var silver = page.Locator("tr[data-tier=silver] input");
        await silver.FillAsync($"{20_000 + (1_000 * (int)way)}");
        await silver.PressAsync("Tab");
        await page.Locator(".policy-acts .ant-btn-primary:not([disabled])").PressAsync("Enter");
        await history.Nth(before).WaitForAsync();
        await IsWellAsync(page);
    }

    [Theory, Trait("Case", "IMP-20")]
    [MemberData(nameof(Ways.All), MemberType = typeof(Ways))]
    public async Task A_file_of_prospects_is_checked_brought_in_its_wrong_lines_fetched_and_all_of_it_taken_back(Way way)
    {
        var page = await OpenAsync(way);
        await SignInAsync(page, "demo", "/prospects");
        await Button(page, way.Of("Import", "批量导入")).ClickAsync();
        var name = $"孙{"一二三四"[(int)way]}";
        await ChooseUnitAsync(page, page.Locator(".unit-select input"), "2305210102");
        await page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = $"{way}.csv", MimeType = "text/csv", Buffer = System.Text.Encoding.UTF8.GetBytes($"姓名,证件号码,手机\n{name},,\n李娜,123,\n赵六,,12\n") });
        await Button(page, way.Of("Upload", "上传")).ClickAsync();
        await page.Locator("tr[data-field=phone]").Filter(new() { HasText = "手机" }).WaitForAsync();
        await Button(page, way.Of("Check 3 lines", "检查 3 行")).ClickAsync();
        await page.Locator(".import-page[data-state=checked] [data-wrong='2']").WaitForAsync();
        await page.Locator(".import-lines").Filter(new() { HasText = "123" }).WaitForAsync();
        var file = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = way.Of("Fetch these lines as a file", "下载错误文件") }).ClickAsync());
        Assert.Contains("李娜,123,", await File.ReadAllTextAsync(await file.PathAsync()), StringComparison.Ordinal);
        await Button(page, way.Of("Import 1 line", "导入 1 行")).ClickAsync();
        await page.Locator(".import-page[data-state=done] [data-outcome=done]").WaitForAsync();
        await Button(page, way.Of("Take back", "撤销导入")).ClickAsync();
        await Button(page, way.Of("Take back 1 line", "撤销 1 行")).WaitForAsync();
        await StillAsync(page);
        await Button(page, way.Of("Take back 1 line", "撤销 1 行")).ClickAsync();
        await page.Locator(".import-page[data-state=undone] [data-outcome=undone]").WaitForAsync();
        await IsWellAsync(page);
    }
}
