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
}
