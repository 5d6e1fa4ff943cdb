using Microsoft.Playwright;

namespace Granary.Host.Tests;

/// <summary>The calendar in a real browser (docs/cases.md, Calendar).</summary>
public sealed class CalendarPageTests(PageHub pages) : PageTest(pages)
{
    [Fact, Trait("Case", "CAL-21")]
    public async Task An_event_that_repeats_is_written_and_one_of_it_is_dragged_to_another_day_and_the_phone_shows_it_in_Chinese()
    {
        await SignInAsync(Page, "manager", "/calendar?view=month&day=2026-10-12");
        await Page.GetByText("Double Ninth").First.WaitForAsync();
        await Button(Page, "New event").ClickAsync();
        await Dialog(Page).GetByLabel("Title").FillAsync("周例会");
        await Dialog(Page).GetByLabel("Begins").FillAsync("2026-10-12T09:00");
        await Dialog(Page).GetByRole(AriaRole.Combobox, new() { Name = "Repeats" }).ClickAsync();
        await Page.GetByText("Every week on this day", new() { Exact = true }).ClickAsync();
        await Button(Page, "Save").ClickAsync();
        var mondays = Page.Locator(".calendar-board").GetByText("周例会");
        await Assertions.Expect(mondays).ToHaveCountAsync(3); // 12, 19 and 26 October; the board ends on 1 November
        await Dialog(Page).WaitForAsync(new() { State = WaitForSelectorState.Detached });

        // The 19th is moved to the 21st, and only that one.
        var (from, to) = (await CenterAsync(mondays.Nth(1)), await CenterAsync(Cell("2026-10-21")));
        await Page.Mouse.MoveAsync(from.X, from.Y);
        await Page.Mouse.DownAsync();
        await Page.Mouse.MoveAsync(to.X, to.Y, new() { Steps = 12 });
        await Page.Mouse.UpAsync();
        var saved = Page.WaitForResponseAsync(answer => answer.Request.Method == "PUT");
        await Button(Page, "Move").PressAsync("Enter"); // a click may miss it while the dialog still grows
        Assert.Equal(200, (await saved).Status);
        await Assertions.Expect(Cell("2026-10-21").GetByText("周例会")).ToHaveCountAsync(1);
        await Assertions.Expect(mondays).ToHaveCountAsync(3);

        // The same address on a phone, in Chinese: an agenda of the month with its holidays' names.
        var phone = await OpenAsync("zh-CN");
        await phone.SetViewportSizeAsync(390, 844);
        await SignInAsync(phone, "manager", "/calendar?day=2026-10-12");
        await Assertions.Expect(phone.Locator(".calendar-board").GetByText("周例会")).ToHaveCountAsync(3);
        await phone.GetByText("10月21日").First.WaitForAsync();
        Assert.True(await phone.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= window.innerWidth"), "the page is wider than the phone");
        Assert.Empty(Complaints);
    }

    private ILocator Cell(string day) => Page.Locator($".calendar-board [data-date='{day}']").First;

    private static async Task<(float X, float Y)> CenterAsync(ILocator of)
    {
        var box = (await of.BoundingBoxAsync())!;
        return (box.X + (box.Width / 2), box.Y + (box.Height / 2));
    }
}
