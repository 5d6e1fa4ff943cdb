using Granary.Kernel;
using Microsoft.Playwright;

namespace Granary.Host.Tests;

/// <summary>The catalogue of products and the knowledge base, in a real browser.</summary>
public sealed class CataloguePageTests(PageHub pages) : PageTest(pages)
{
    private const string County = "230521";

    [Theory, Trait("Case", "PROD-20")]
    [MemberData(nameof(Ways.All), MemberType = typeof(Ways))]
    public async Task A_product_is_written_and_published_and_a_customer_s_page_says_why_another_is_not_for_them(Way way)
    {
        var page = await OpenAsync(way);
        await SignInAsync(page, "marketing", "/products/new");
        await page.Locator("input[name=code]").FillAsync($"T-{way}");
        await page.Locator("input[name=zh]").FillAsync("丰收存款");
        await page.Locator("input[name=en]").FillAsync("Harvest deposit");
        await ChooseUnitAsync(page, page.Locator(".unit-select input"), County);
        await page.Locator("input[name=validFrom]").FillAsync(BankTime.Text(BankTime.Today(TimeProvider.System)));
        await page.Locator($"textarea[name={way.Of("talkEn", "talkZh")}]").FillAsync("<b>12</b>");
        await Button(page, way.Of("Save the draft", "保存草稿")).ClickAsync();
        await Button(page, way.Of("Publish version 1", "发布第 1 版")).ClickAsync();
        await page.Locator(".record-title").GetByText(way.Of("On sale", "在售")).WaitForAsync();
        await page.GetByRole(AriaRole.Tab, new() { Name = way.Of("Sales talk", "话术") }).ClickAsync();
        Assert.Equal("<b>12</b>", await page.Locator(".product-talk").InnerTextAsync());
        await page.GetByRole(AriaRole.Tab, new() { Name = way.Of("Customers", "客户"), Exact = true }).ClickAsync();
        await page.Locator(".product-holders a").Nth(1).WaitForAsync();
        await IsWellAsync(page);

        await page.GotoAsync(new Uri(new Uri(page.Url), $"/customers/{Customer}?tab=products").ToString());
        var wealth = page.Locator(".suitable li[data-code=LC-WJ]");
        await wealth.GetByText(way.Of("Its risk is R2, and the customer's is not known", "产品风险 R2，客户未做评估")).WaitForAsync();
        await page.Locator($".suitable li[data-code='T-{way}']").WaitForAsync();
        await IsWellAsync(page);
    }

    [Theory, Trait("Case", "KNOW-10")]
    [MemberData(nameof(Ways.All), MemberType = typeof(Ways))]
    public async Task An_article_is_written_published_and_found_by_its_text_which_stays_text(Way way)
    {
        var word = $"玉米收购{"甲乙丙丁"[(int)way]}";
        var page = await OpenAsync(way);
        await SignInAsync(page, "marketing", "/knowledge/new");
        await page.Locator("input[name=title]").FillAsync($"秋收 {way}");
        await ChooseUnitAsync(page, page.Locator(".unit-select input"), County);
        await page.Locator("textarea[name=body]").FillAsync($"# 小标题\n{word}<img src=x onerror=alert(1)>\n- 一");
        await Button(page, way.Of("Save the draft", "保存草稿")).ClickAsync();
        await Button(page, way.Of("Publish version 1", "发布第 1 版")).ClickAsync();
        await Button(page, way.Of("Withdraw", "下架")).WaitForAsync();
        Assert.Contains("<img src=x", await page.Locator(".article-text").InnerTextAsync(), StringComparison.Ordinal);
        await IsWellAsync(page);

        await page.GotoAsync(new Uri(new Uri(page.Url), "/knowledge").ToString());
        await page.Locator(".knowledge-find input").FillAsync(word);
        await page.Locator(".knowledge-find input").PressAsync("Enter");
        var hit = page.Locator(".knowledge-hits li").Filter(new() { Has = page.Locator("mark", new() { HasText = word }) });
        await hit.WaitForAsync();
        await hit.GetByRole(AriaRole.Link).ClickAsync();
        await page.Locator(".article-page h1").GetByText($"秋收 {way}").WaitForAsync();
        await IsWellAsync(page);
    }
}
