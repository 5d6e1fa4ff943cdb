using Microsoft.Playwright;

namespace Granary.Host.Tests;

/// <summary>An opportunity from the customer's page to the forecast, in a real browser.</summary>
public sealed class OpportunityPageTests(PageHub pages) : PageTest(pages)
{
    [Theory, Trait("Case", "OPP-30")]
    [MemberData(nameof(Ways.All), MemberType = typeof(Ways))]
    public async Task A_card_is_dragged_by_mouse_finger_and_keys_a_slip_is_undone_and_list_and_forecast_have_it(Way way)
    {
        var (page, title) = (await OpenAsync(way), $"Deposit {way}");
        await SignInAsync(page, "manager", "/opportunities");
        // The customer follows from the customer master by itself, and the rule gives them to the demo's manager.
        await page.WaitForFunctionAsync("number => fetch(`/api/customers/${number}/timeline`).then(answer => answer.ok)", Customer);
        await GoAsync(page, $"/customers/{Customer}?tab=opportunities");
        await page.Locator(".opp-of .ant-btn-primary").ClickAsync();
        var dialog = Dialog(page);
        await Field(dialog, "title", "input").FillAsync(title);
        await Field(dialog, "product", "input").FillAsync("DQ-CK");
        await Field(dialog, "expected", "input").FillAsync("2030-01-31");
        await Field(dialog, "amount", "input").FillAsync("200000");
        await dialog.Locator(".ant-btn-primary").ClickAsync();
        await page.Locator(".opp-lines").GetByText(title).WaitForAsync();

        await GoAsync(page, "/opportunities");
        var card = page.Locator(".opp-board .opp-card").Filter(new() { HasText = title });
        Assert.Equal("lead", await StageOf(card));
        var there = await (way.IsPhone() ? CarryByFingerAsync(page, card) : CarryByMouseAsync(page, card, "contacted"));
        await IsInAsync(page, title, there);
        await page.Locator(".opp-last button").ClickAsync();
        await IsInAsync(page, title, "lead");
        if (!way.IsPhone())
        {
            await card.FocusAsync();
            await page.Keyboard.PressAsync("Space");
            await page.Locator(".opp-carried").WaitForAsync();
            var over = page.Locator(".opp-column[data-stage=contacted][data-over=true]");
            while (!await over.IsVisibleAsync())
            {
                await page.Keyboard.PressAsync("ArrowRight"); // a card that was only just taken does not hear its first key
                await page.WaitForTimeoutAsync(500);
            }

            await page.Keyboard.PressAsync("Space");
            await IsInAsync(page, title, "contacted");
        }

        // What is lost is lost for a reason.
        await card.ClickAsync();
        await page.Locator(".opp-panel .opp-move").ClickAsync();
        await page.Locator(".ant-select-dropdown:visible .ant-select-item-option").Filter(new() { HasText = way.Of("Lost", "已流失") }).ClickAsync();
        await ChooseAsync(page, Dialog(page).Locator(".ant-select").Last, way.Of("No need at present", "客户暂无需求"));
        await Dialog(page).Locator(".ant-btn-dangerous").ClickAsync();
        await page.Locator(".opp-panel[data-state=lost]").WaitForAsync();
        await page.Locator(".opp-acts button").Last.ClickAsync();
        await page.Locator(".opp-panel[data-state=open]").WaitForAsync();

        await GoAsync(page, "/opportunities/forecast");
        await page.Locator("td[data-month=later] a").Last.ClickAsync();
        await page.GetByText(title).First.WaitForAsync();
        Assert.Contains("/opportunities/list", page.Url, StringComparison.Ordinal);
        await page.Locator(".opp-total").WaitForAsync();
        await IsWellAsync(page);
    }

    [Theory, Trait("Case", "OPP-31")]
    [MemberData(nameof(Ways.All), MemberType = typeof(Ways))]
    public async Task Head_office_adds_a_pipeline_and_a_rule_that_says_before_what_it_would_find(Way way)
    {
        var page = await OpenAsync(way);
        await SignInAsync(page, "marketing", "/opportunities/settings?pipeline=new");
        var form = page.Locator(".opp-form");
        await form.Locator(".opp-names input").First.FillAsync($"保险 {way}");
        await form.Locator(".opp-names input").Nth(1).FillAsync($"Insurance {way}");
        await form.Locator(".opp-stages tbody tr").First.Locator("input.ant-input").First.FillAsync("线索");
        await form.Locator(".opp-stages tbody tr").First.Locator("input.ant-input").Nth(1).FillAsync("Lead");
        await form.Locator(".ant-btn-primary").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = way.Of($"Insurance {way}", $"保险 {way}") }).WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = way.Of("New rule", "新建规则") }).ClickAsync();
        await Dialog(page).Locator("input.ant-input").First.FillAsync($"Due {way}");
        await Dialog(page).Locator("input.ant-input").Nth(1).FillAsync("Renew");
        await Dialog(page).GetByRole(AriaRole.Status).WaitForAsync();
        await Dialog(page).Locator(".ant-btn-primary").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = $"Due {way}" }).WaitForAsync();
        await IsWellAsync(page);
    }

    private static ILocator Field(ILocator dialog, string name, string input) => dialog.Locator($"[data-field={name}] {input}");

    private static Task<string?> StageOf(ILocator card) => card.EvaluateAsync<string?>("card => card.closest('.opp-column').dataset.stage");

    private static Task IsInAsync(IPage page, string title, string stage) =>
        page.Locator($".opp-column[data-stage={stage}] .opp-card").Filter(new() { HasText = title }).WaitForAsync();

    private static async Task<string> CarryByMouseAsync(IPage page, ILocator card, string stage)
    {
        var (from, to) = ((await card.BoundingBoxAsync())!, (await page.Locator($".opp-column[data-stage={stage}]").BoundingBoxAsync())!);
        await page.Mouse.MoveAsync(from.X + 40, from.Y + 20);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(from.X + 60, from.Y + 30, new() { Steps = 3 });
        await page.Locator(".opp-carried").WaitForAsync();
        await page.Mouse.MoveAsync(to.X + (to.Width / 2), to.Y + 120, new() { Steps = 5 });
        await page.Locator($".opp-column[data-stage={stage}][data-over=true]").WaitForAsync();
        await page.Mouse.UpAsync();
        return stage;
    }

    /// <summary>Held until it comes off, carried to the edge, where the next column shows, and let go over it.</summary>
    private static async Task<string> CarryByFingerAsync(IPage page, ILocator card)
    {
        var from = (await card.BoundingBoxAsync())!;
        var finger = await page.Context.NewCDPSessionAsync(page);
        Task TouchAsync(string type, params (float X, float Y)[] at) => finger.SendAsync("Input.dispatchTouchEvent", new() { ["type"] = type, ["touchPoints"] = at.Select(p => new { x = p.X, y = p.Y }).ToArray() });
        await TouchAsync("touchStart", (from.X + 80, from.Y + 20));
        await page.Locator(".opp-carried").WaitForAsync();
        await TouchAsync("touchMove", (from.X + 180, from.Y + 40));
        await TouchAsync("touchMove", (380, from.Y + 60));
        await page.Locator(".opp-column[data-over=true]:not([data-stage=lead])").First.WaitForAsync();
        await TouchAsync("touchEnd");
        await page.Locator(".opp-last button").WaitForAsync();
        return (await StageOf(card))!;
    }
}
