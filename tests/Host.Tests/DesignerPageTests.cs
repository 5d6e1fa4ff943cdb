using System.Text.Json;
using Microsoft.Playwright;

namespace Granary.Host.Tests;

/// <summary>The designer of questionnaires, in a real browser.</summary>
public sealed class DesignerPageTests(PageHub pages) : PageTest(pages)
{
    private const string Begun =
        """{"title":"T","pages":[{"name":"page1","elements":[{"type":"radiogroup","name":"happy","title":"Happy?","choices":["yes","no"]},{"type":"comment","name":"why","title":"Why?"}]}]}""";

    [Theory, Trait("Case", "DSGN-20")]
    [MemberData(nameof(Ways.All), MemberType = typeof(Ways))]
    public async Task A_questionnaire_is_designed_branched_scored_checked_tried_and_published(Way way)
    {
        var page = await OpenAsync(way);
        await SignInAsync(page, "marketing");
        var id = await page.EvaluateAsync<string>(
            """
            async document_ => {
              const token = decodeURIComponent(document.cookie.match(/XSRF-TOKEN=([^;]+)/)[1]);
              const answer = await fetch('/api/questionnaires', { method: 'POST', headers: { 'content-type': 'application/json', 'x-xsrf-token': token }, body: JSON.stringify({ anonymous: false, document: JSON.parse(document_) }) });
              return (await answer.json()).id;
            }
            """, Begun);
        await GoAsync(page, $"/questionnaires/{id}/design");

        await AddSingleBehindAsync(page, way, "happy");
        Assert.Equal(["happy", "q1", "why"], await NamesAsync(page));
        await Sheet(page).Locator("textarea[lang=zh-CN]").First.FillAsync("多久了");
        await Sheet(page).GetByRole(AriaRole.Checkbox, new() { Name = way.Of("Scored", "计分") }).CheckAsync();
        await CloseAsync(page, way);
        await page.Locator("button[aria-label='" + way.Of("Undo", "撤销") + "']").ClickAsync();
        await page.Locator(".row-mark").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await page.Locator("button[aria-label='" + way.Of("Redo", "重做") + "']").ClickAsync();
        await page.Locator(".row-mark").WaitForAsync();

        await RowOf(page, "why").ClickAsync();
        await Sheet(page).GetByRole(AriaRole.Tab, new() { Name = way.Of("Branching", "跳转规则") }).ClickAsync();
        var shown = Sheet(page).Locator(".condition").First;
        await shown.GetByText(way.Of("Add a condition", "添加条件")).ClickAsync();
        await ChooseAsync(page, shown.Locator(".condition-value"), "no");
        await page.Locator(".design-saved[data-state=saved]").WaitForAsync();
        var saved = await DraftAsync(page, id);
        Assert.Equal("{happy} = 'no'", saved[2].GetProperty("visibleIf").GetString());
        Assert.Equal("多久了", saved[1].GetProperty("title").GetString());
        Assert.Equal([0, 1, 2], saved[1].GetProperty("choices").EnumerateArray().Select(c => c.GetProperty("score").GetInt32()));

        // A dead end is named, and leads to where it is.
        await shown.GetByText(way.Of("As an expression", "写表达式")).ClickAsync();
        await shown.Locator("textarea").FillAsync("{happy} = 'perhaps'");
        await CloseAsync(page, way);
        await View(page, way.Of("Check", "检查")).ClickAsync();
        await page.Locator(".findings button[data-severity=error]").Filter(new() { HasText = way.Of("It is never seen", "无论如何作答都不会显示") }).ClickAsync();
        await page.Locator(".row[data-selected=true]").Filter(new() { HasText = "why" }).WaitForAsync();
        await shown.GetByText(way.Of("As an expression", "写表达式")).ClickAsync();
        await shown.Locator("textarea").FillAsync("{happy} = 'no'");
        await CloseAsync(page, way);
        await page.Locator(".row-finding").WaitForAsync(new() { State = WaitForSelectorState.Detached });

        await View(page, way.Of("Preview", "预览")).ClickAsync();
        var tried = page.FrameLocator(".preview-phone iframe");
        await tried.GetByText("多久了").WaitForAsync();
        Assert.Equal(0, await tried.GetByText("Why?").CountAsync());
        await tried.GetByText("no", new() { Exact = true }).ClickAsync();
        await tried.GetByText("Why?").WaitForAsync();

        await Button(page, way.Of("Publish", "发布")).ClickAsync();
        await Dialog(page).WaitForAsync();
        await StillAsync(page);
        await Button(page, way.Of("Publish version 1", "发布第 1 版")).ClickAsync();
        await page.Locator(".design-bar .kind").WaitForAsync();
        await IsWellAsync(page);
    }

    /// <summary>On a desk by dragging it there, on a phone from the sheet.</summary>
    private static async Task AddSingleBehindAsync(IPage page, Way way, string name)
    {
        var single = way.Of("Single", "单选");
        await RowOf(page, name).WaitForAsync();
        if (way.IsPhone())
        {
            await RowOf(page, name).ClickAsync();
            await CloseAsync(page, way);
            await Button(page, way.Of("Add a question", "添加题目")).ClickAsync();
            await page.Locator(".ant-drawer .palette-item").GetByText(single, new() { Exact = true }).ClickAsync();
        }
        else
        {
            var from = (await page.Locator(".palette-item").GetByText(single, new() { Exact = true }).BoundingBoxAsync())!;
            var to = (await page.Locator(".row").Filter(new() { Has = page.Locator("code").GetByText(name, new() { Exact = true }) }).BoundingBoxAsync())!;
            await page.Mouse.MoveAsync(from.X + 10, from.Y + 10);
            await page.Mouse.DownAsync();
            await page.Mouse.MoveAsync(to.X + 60, to.Y + to.Height - 8, new() { Steps = 5 });
            await page.Locator(".gap[data-over=true]").WaitForAsync();
            await page.Mouse.MoveAsync(to.X + 60, to.Y + to.Height, new() { Steps = 2 });
            await page.Mouse.UpAsync();
        }

        await page.Locator(".row[data-selected=true] code").GetByText("q1", new() { Exact = true }).WaitForAsync();
    }

    /// <summary>What is selected is looked at beside it, on a phone in a sheet from below.</summary>
    private static ILocator Sheet(IPage page) => page.Locator(".properties");

    private static async Task CloseAsync(IPage page, Way way)
    {
        if (way.IsPhone())
        {
            await page.Locator(".ant-drawer-close").ClickAsync();
            await page.Locator(".ant-drawer-mask").WaitForAsync(new() { State = WaitForSelectorState.Hidden });
        }
    }

    private static ILocator RowOf(IPage page, string name) => page.Locator(".row-face").Filter(new() { Has = page.Locator("code").GetByText(name, new() { Exact = true }) });

    private static ILocator View(IPage page, string name) => page.Locator(".design-bar .design-views button").Filter(new() { HasText = name });

    private static async Task<IReadOnlyList<string>> NamesAsync(IPage page) => await page.Locator(".rows code").AllTextContentsAsync();

    private static async Task<IReadOnlyList<JsonElement>> DraftAsync(IPage page, string id)
    {
        var draft = await page.EvaluateAsync<string>("async id => JSON.stringify((await (await fetch(`/api/questionnaires/${id}`)).json()).draft)", id);
        return [.. JsonElement.Parse(draft).GetProperty("pages")[0].GetProperty("elements").EnumerateArray()];
    }
}
