using Microsoft.Playwright;

namespace Granary.Host.Tests;

/// <summary>What a customer manager keeps of customers beside the master data, in a real browser.</summary>
public sealed class RegisterPageTests(PageHub pages) : PageTest(pages)
{
    [Theory, Trait("Case", "CONS-08")]
    [InlineData("en", 1366, "Write down consent: marketing", "Write down", "Withdraw consent: marketing", "Withdraw 1 channel")]
    [InlineData("zh-CN", 390, "记录同意：营销", "登记", "撤回同意：营销", "撤回 1 个渠道")]
    public async Task A_consent_is_written_down_and_withdrawn_on_the_customer_s_page(string language, int width, string give, string write, string withdraw, string end)
    {
        var page = await OpenAsync(language);
        await page.SetViewportSizeAsync(width, 800);
        await SignInAsync(page, "demo", $"/customers/{Customer}?tab=consents");
        await page.GetByRole(AriaRole.Button, new() { Name = give }).ClickAsync();
        await Dialog(page).GetByRole(AriaRole.Checkbox).First.CheckAsync();
        await Dialog(page).Locator("input.ant-input").FillAsync("A-17");
        await Button(page, write).ClickAsync();
        await page.Locator("[data-purpose=marketing][data-on=true]").WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = withdraw }).ClickAsync();
        await Button(page, end).ClickAsync();
        await page.Locator("[data-purpose=marketing][data-on=false]").WaitForAsync();
        Assert.Empty(Complaints);
    }

    [Theory, Trait("Case", "PROS-07")]
    [InlineData("en", 1366, "New prospect", "Add", "Make a customer", "230103199001011237")]
    [InlineData("zh-CN", 390, "登记潜在客户", "登记", "转为客户", "230521198506211242")]
    public async Task A_prospect_is_warned_of_while_typed_written_down_and_converted(string language, int width, string fresh, string add, string convert, string document)
    {
        var page = await OpenAsync(language);
        await page.SetViewportSizeAsync(width, 800);
        await SignInAsync(page, "demo", "/prospects");
        await Button(page, fresh).First.ClickAsync();
        await Dialog(page).Locator("input[name=name]").FillAsync("欧阳晓明");
        await Dialog(page).Locator(".prospect-known").Filter(new() { HasText = Customer }).WaitForAsync();
        var name = $"钱{(language == "en" ? "一" : "二")}";
        await Dialog(page).Locator("input[name=name]").FillAsync(name);
        await Dialog(page).Locator("input[name=document]").FillAsync(document);
        await ChooseUnitAsync(page, Dialog(page).Locator(".unit-select input"), "2305210102");
        await Button(page, add).Last.ClickAsync();
        await page.GetByText(name).First.ClickAsync();
        await Button(page, convert).ClickAsync();
        await page.Locator(".prospect-panel[data-state=converted]").WaitForAsync();
        Assert.Empty(Complaints);
    }

    [Theory, Trait("Case", "SEG-08")]
    [InlineData("en", 1366, "New by conditions", "Make the segment", "New from a file")]
    [InlineData("zh-CN", 390, "新建动态客群", "建立客群", "从文件新建")]
    public async Task A_segment_is_built_with_a_live_count_opened_as_a_list_and_another_filled_from_a_file(string language, int width, string fresh, string make, string fromFile)
    {
        var page = await OpenAsync(language);
        await page.SetViewportSizeAsync(width, 800);
        await SignInAsync(page, "demo", "/segments");
        await Button(page, fresh).ClickAsync();
        var editor = page.Locator(".segment-editor");
        await editor.Locator(".segment-head input[type=text]").FillAsync($"S-{language}");
        await editor.Locator(".filter-condition input.ant-input").First.FillAsync(Customer);
        await editor.Locator(".segment-count[data-settled=true]").Filter(new() { HasText = "1" }).WaitForAsync();
        await Button(page, make).ClickAsync();
        await editor.Locator("a[href^='/customers']").ClickAsync();
        await page.GetByText("欧阳晓明").First.WaitForAsync();

        await GoAsync(page, "/segments");
        await Button(page, fromFile).ClickAsync();
        await editor.Locator(".segment-head input[type=text]").FillAsync($"F-{language}");
        await Button(page, make).ClickAsync();
        await editor.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "list.csv", MimeType = "text/csv", Buffer = System.Text.Encoding.UTF8.GetBytes($"number\n{Customer}\n9999999999999\n") });
        await editor.Locator("[data-unmatched='1']").WaitForAsync();
        Assert.Empty(Complaints);
    }

    [Theory, Trait("Case", "TIER-10")]
    [InlineData("en", 1366, 768)]
    [InlineData("zh-CN", 390, 844)]
    public async Task A_step_of_the_tiers_is_raised_its_effect_is_seen_before_it_is_kept_and_the_change_stands_in_the_history(string language, int width, int height)
    {
        var page = await OpenAsync(language);
        await page.SetViewportSizeAsync(width, height);
        await SignInAsync(page, "marketing", "/policies");
        var ordinary = page.Locator("tr[data-tier=ordinary]");
        await ordinary.WaitForAsync();
        var history = page.Locator(".policy-history li");
        var before = await history.CountAsync();
        var silver = page.Locator("tr[data-tier=silver] input");
        await silver.FillAsync(language == "en" ? "20000" : "30000");
        await silver.PressAsync("Tab");
        await page.Locator(".policy-acts .ant-btn-primary:not([disabled])").PressAsync("Enter");
        await history.Nth(before).WaitForAsync();
        Assert.Empty(Complaints);
    }

    [Theory, Trait("Case", "IMP-20")]
    [InlineData("en", 1366, "Import", "Upload", "Check 3 lines", "Import 1 line", "Take back", "Take back 1 line", "Fetch these lines as a file")]
    [InlineData("zh-CN", 390, "批量导入", "上传", "检查 3 行", "导入 1 行", "撤销导入", "撤销 1 行", "下载错误文件")]
    public async Task A_file_of_prospects_is_checked_brought_in_its_wrong_lines_fetched_and_all_of_it_taken_back(
        string language, int width, string import, string upload, string check, string run, string undo, string sure, string errors)
    {
        var page = await OpenAsync(language);
        await page.SetViewportSizeAsync(width, 800);
        await SignInAsync(page, "demo", "/prospects");
        await Button(page, import).ClickAsync();
        var name = $"孙{(language == "en" ? "一" : "二")}";
        await ChooseUnitAsync(page, page.Locator(".unit-select input"), "2305210102");
        await page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = $"{language}.csv", MimeType = "text/csv", Buffer = System.Text.Encoding.UTF8.GetBytes($"姓名,证件号码,手机\n{name},,\n李娜,123,\n赵六,,12\n") });
        await Button(page, upload).ClickAsync();
        await page.Locator("tr[data-field=phone]").Filter(new() { HasText = "手机" }).WaitForAsync();
        await Button(page, check).ClickAsync();
        await page.Locator(".import-page[data-state=checked] [data-wrong='2']").WaitForAsync();
        await page.Locator(".import-lines").Filter(new() { HasText = "123" }).WaitForAsync();
        var file = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = errors }).ClickAsync());
        Assert.Contains("李娜,123,", await File.ReadAllTextAsync(await file.PathAsync()), StringComparison.Ordinal);
        await Button(page, run).ClickAsync();
        await page.Locator(".import-page[data-state=done] [data-outcome=done]").WaitForAsync();
        await Button(page, undo).ClickAsync();
        await Button(page, sure).ClickAsync();
        await page.Locator(".import-page[data-state=undone] [data-outcome=undone]").WaitForAsync();
        Assert.Empty(Complaints);
    }
}
