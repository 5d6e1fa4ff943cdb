using Granary.Kernel;
using Microsoft.Playwright;

namespace Granary.Host.Tests;

/// <summary>The calendar in a real browser (docs/cases.md, Calendar).</summary>
[Collection(PageHub.Second)]
public sealed class CalendarPageTests(PageHub pages) : PageTest(pages)
{
    private static readonly DateOnly Monday = new(2026, 10, 12);

    [Theory, Trait("Case", "CAL-21")]
    [MemberData(nameof(Ways.All), MemberType = typeof(Ways))]
    public async Task An_event_that_repeats_is_written_and_one_of_it_is_moved_to_another_day(Way way)
    {
        // Each way has a day of the week of its own: one manager's calendar serves all.
        var first = Monday.AddDays((int)way);
        var (title, moved, save) = ($"周例会 {way}", first.AddDays(9), way.Of("Save", "保存"));
        var page = await OpenAsync(way);
        await SignInAsync(page, "manager", $"/calendar?day={BankTime.Text(first)}");
        if (!way.IsPhone())
        {
            await page.GetByText(way.Of("Double Ninth", "重阳节")).First.WaitForAsync();
        }

        await Button(page, way.Of("New event", "新建日程")).ClickAsync();
        await Dialog(page).GetByLabel(way.Of("Title", "标题")).FillAsync(title);
        await Dialog(page).GetByLabel(way.Of("Begins", "开始")).FillAsync($"{BankTime.Text(first)}T09:00");
        await Dialog(page).GetByRole(AriaRole.Combobox, new() { Name = way.Of("Repeats", "重复") }).ClickAsync();
        await page.GetByText(way.Of("Every week on this day", "每周这一天"), new() { Exact = true }).ClickAsync();
        await Button(page, save).ClickAsync();
        var events = page.Locator(".calendar-board").GetByText(title);
        await Assertions.Expect(events).ToHaveCountAsync(3); // the month ends before the fourth, and so does the board
        await Dialog(page).WaitForAsync(new() { State = WaitForSelectorState.Detached });

        // The second is moved by two days, and only that one: by hand where there is a board of days, else in its form.
        if (way.IsPhone())
        {
            await events.Nth(1).ClickAsync();
            await Dialog(page).GetByLabel(way.Of("Begins", "开始")).FillAsync($"{BankTime.Text(moved)}T09:00");
            await Button(page, save).ClickAsync();
        }
        else
        {
            await DragAsync(page, events.Nth(1), page.Locator($".calendar-board [data-date='{BankTime.Text(moved)}']").First);
        }

        var saved = page.WaitForResponseAsync(answer => answer.Request.Method == "PUT");
        await Button(page, way.IsPhone() ? save : way.Of("Move", "移动")).Last.PressAsync("Enter"); // a click may miss it while the dialog still grows
        Assert.Equal(200, (await saved).Status);
        await Assertions.Expect(events).ToHaveCountAsync(3);
        await IsWellAsync(page);
        await GoAsync(page, $"/calendar?view=day&day={BankTime.Text(moved)}");
        await Assertions.Expect(events).ToHaveCountAsync(1);
        await GoAsync(page, $"/calendar?view=day&day={BankTime.Text(first.AddDays(14))}");
        await Assertions.Expect(events).ToHaveCountAsync(1);
        await IsWellAsync(page);
    }

    private static async Task DragAsync(IPage page, ILocator what, ILocator to)
    {
        var (begin, end) = (await CenterAsync(what), await CenterAsync(to));
        await page.Mouse.MoveAsync(begin.X, begin.Y);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(end.X, end.Y, new() { Steps = 12 });
        await page.Mouse.UpAsync();
    }

    private static async Task<(float X, float Y)> CenterAsync(ILocator of)
    {
        var box = (await of.BoundingBoxAsync())!;
        return (box.X + (box.Width / 2), box.Y + (box.Height / 2));
    }
}
