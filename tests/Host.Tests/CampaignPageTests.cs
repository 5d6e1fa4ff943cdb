using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Granary.Ecif.Contracts;
using Granary.Kernel;
using Microsoft.Playwright;

namespace Granary.Host.Tests;

/// <summary>A campaign through all its pages, in a real browser; every figure was counted by hand.</summary>
public sealed class CampaignPageTests(PageHub pages) : PageTest(pages)
{
    private const string Name = "定期存款回访";

    private const int Reached = 10, WithoutConsent = 2, Excluded = 1;

    private const int Looked = Reached + WithoutConsent + Excluded;

    [Theory, Trait("Case", "CAMP-70")]
    [InlineData(Way.ChineseDesk)]
    public async Task A_campaign_is_planned_approved_by_a_second_person_led_and_answered_and_every_figure_opens_its_customers(Way way)
    {
        using var api = await Hub.SignedInAsync("demo");
        var numbers = await CustomersAsync(api);
        var page = await OpenAsync(way);
        await SignInAsync(page, "demo", "/campaigns");
        var id = await PlannedAsync(page, way);
        await CampaignActs.SubmitAsync(page, way);

        // Whom the selection found, and who of them is set aside.
        var targets = await TargetsAsync(api, id);
        Assert.Equal(numbers.Order(), targets.Select(t => t.Number).Order());
        var (led, held) = (targets.FindAll(t => t is { Outcome: "in", Held: false }), targets.Count(t => t is { Outcome: "in", Held: true }));
        Assert.Equal(numbers.Take(Reached).Order(), targets.Where(t => t.Outcome == "in").Select(t => t.Number).Order());
        await GoAsync(page, $"/campaigns/{id}?tab=audience");
        foreach (var (outcome, count) in new[] { ("in", led.Count), ("held", held), ("no-consent", WithoutConsent), ("excluded", Excluded), ("all", Looked) }.Where(o => o.Item2 > 0))
        {
            await OpensAsync(page, page.Locator($"tr[data-outcome={outcome}] a"), count);
        }

        await GoAsync(page, $"/campaigns/{id}?tab=dry-run");
        Assert.Equal($"1 · 打印名单\t{BankTime.Text(BankTime.Today(TimeProvider.System))}\t{led.Count}", await page.Locator(".plain-table tbody tr").First.InnerTextAsync());

        var second = await OpenAsync(way);
        await CampaignActs.ApproveAsync(second, Hub, way, Name);
        await SteeredAsync(page, id);
        await GoAsync(page, $"/campaigns/{id}?tab=progress");
        await page.Locator("tfoot [data-figure=contacted]").GetByText($"{led.Count}", new() { Exact = true }).WaitForAsync();

        await AnsweredAsync(page, api, id, led);
        var figures = new (string Figure, int Count)[] { ("targets", led.Count), ("waiting", led.Count), ("contacted", led.Count), ("responded", 3), ("won", 2) };
        foreach (var by in new[] { "manager", "unit" })
        {
            await GoAsync(page, $"/campaigns/{id}?tab=progress&by={by}");
            await page.Locator("tfoot").WaitForAsync();
            foreach (var (figure, count) in figures)
            {
                Assert.Equal($"{count}", await page.Locator($"tfoot [data-figure={figure}]").InnerTextAsync());
                Assert.Equal(count, (await page.Locator($"tbody [data-figure={figure}]").AllInnerTextsAsync()).Sum(int.Parse));
            }
        }

        foreach (var (figure, count) in figures)
        {
            await OpensAsync(page, page.Locator($"tfoot [data-figure={figure}] a"), count);
        }

        Assert.Equal([$"{led.Count}", .. Enumerable.Repeat("0", 7)], await page.Locator("tr[data-step='3'] td").AllInnerTextsAsync());
        await CostsAsync(page, id);
        await GoAsync(page, $"/campaigns/{id}?tab=results");
        foreach (var (figure, count) in new[] { ("customers", led.Count), ("contacted", led.Count), ("responded", 3), ("won", 2) })
        {
            await OpensAsync(page, page.Locator($".campaign-funnel [data-figure={figure}] a"), count);
        }

        await page.GetByText("达成 2 位，目标 5 位。").WaitForAsync();
        await page.GetByText("60.00").First.WaitForAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "活动对比" }).ClickAsync();
        await page.Locator($"tr[data-campaign='{id}']").WaitForAsync();
        var beside = await page.Locator($"tr[data-campaign='{id}'] td").AllInnerTextsAsync();
        Assert.Equal([$"{led.Count}", $"{led.Count}", "3", "2"], beside.Take(4));
        Assert.Equal("60.00", beside[^1]);
        await OpensAsync(page, page.Locator($"tr[data-campaign='{id}'] td a").Last, 2);
        await IsWellAsync(page, second);
    }

    private sealed record Seen(string Id, string Number, string Outcome, bool Held);

    /// <summary>Ten who agreed to be called, two who did not, and one whom a second segment takes out.</summary>
    private async Task<IReadOnlyList<string>> CustomersAsync(Browser api)
    {
        var numbers = new List<string>();
        for (var i = 0; i < Looked; i++)
        {
            numbers.Add(await SayAsync($"CAMP{i}", new() { [PartyAttribute.Name] = $"欧阳{"甲乙丙丁戊己庚辛壬癸子丑寅"[i]}", [PartyAttribute.Document] = $"01\u001F{ResidentIds.Of(411 + i)}\u001F" }));
        }

        await api.AddSegmentAsync("定期存款客户", numbers);
        await api.AddSegmentAsync("近期已联系", numbers[^1]);
        // Customers follow from the customer master by themselves.
        while ((await RowsAsync(api, "customers", ["number"], new { or = numbers.Select(n => new { column = "number", op = "eq", value = n }) })).Count < Looked)
        {
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        foreach (var number in numbers.Take(Reached).Append(numbers[^1]))
        {
            await api.ConsentAsync(number, "marketing", "phone");
        }

        return numbers;
    }

    /// <summary>A printed list, three days, and a task for who is interested.</summary>
    private async Task<string> PlannedAsync(IPage page, Way way)
    {
        var id = await CampaignActs.BeginAsync(page, Hub, way, Name);
        await CampaignActs.ChooseSegmentAsync(page, "客户分群", "定期存款客户");
        await CampaignActs.ChooseSegmentAsync(page, "排除分群", "近期已联系");
        await page.GetByLabel("目标客户数").FillAsync("5");
        await page.GetByLabel("对照组比例").FillAsync("20");
        foreach (var kind in new[] { "打印名单", "等待", "分支", "客户经理任务" })
        {
            await CampaignActs.AddStepAsync(page, way, kind);
        }

        foreach (var step in new[] { 1, 4 })
        {
            await ChooseAsync(page, Step(page, step, "沟通方式"), "电话");
        }

        await ChooseAsync(page, Step(page, 3, "具体为"), "有意向");
        foreach (var text in await page.Locator("[data-step='4'] textarea[lang]").AllAsync())
        {
            await text.FillAsync("{salutation} {manager}");
        }

        return id;
    }

    private static ILocator Step(IPage page, int step, string label) => page.Locator($"[data-step='{step}'] .plan-field").Filter(new() { HasText = label }).Locator(".ant-select").First;

    /// <summary>It starts, waits, and goes on.</summary>
    private async Task SteeredAsync(IPage page, string id)
    {
        await GoAsync(page, $"/campaigns/{id}");
        foreach (var (act, becomes) in new[] { ("启动", "进行中"), ("暂停", "已暂停"), ("继续", "进行中") })
        {
            await Button(page, act).ClickAsync();
            await CampaignActs.IsAsync(page, becomes);
        }
    }

    /// <summary>One says on the page that a customer is interested; of two more it is written down elsewhere.</summary>
    private static async Task AnsweredAsync(IPage page, Browser api, string id, List<Seen> led)
    {
        await page.Locator("tfoot [data-figure=contacted] a").ClickAsync();
        await page.Locator(".list-table tbody tr").Filter(new() { HasText = led[0].Number }).ClickAsync();
        await page.GetByLabel("备注").FillAsync("下周来网点");
        await Button(page, "登记反馈").ClickAsync();
        await page.Locator(".campaign-target").GetByText("下周来网点").WaitForAsync();
        foreach (var (target, kind) in new[] { (led[1], "interested"), (led[2], "not-interested") })
        {
            using var said = await api.SendAsync(HttpMethod.Post, $"/api/campaigns/{id}/targets/{target.Id}/responses", new { kind, note = "", opportunity = (object?)null });
            said.EnsureSuccessStatusCode();
        }
    }

    private async Task CostsAsync(IPage page, string id)
    {
        await GoAsync(page, $"/campaigns/{id}?tab=costs");
        await Button(page, "添加费用").ClickAsync();
        await page.GetByLabel("用途").FillAsync("名单打印");
        await page.GetByLabel("计划").FillAsync("150");
        await page.GetByLabel("实际").FillAsync("120");
        await Button(page, "保存").ClickAsync();
        await Button(page, "保存").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        Assert.Equal(["150.00", "120.00"], await page.Locator("tfoot td.figures").AllInnerTextsAsync());
    }

    /// <summary>The figure says so many, and the list that it opens has as many.</summary>
    private static async Task OpensAsync(IPage page, ILocator figure, int count)
    {
        await figure.WaitForAsync();
        Assert.Equal($"{count}", await figure.InnerTextAsync());
        await figure.ClickAsync();
        await page.GetByText($"共 {count} 项").WaitForAsync();
        await page.GoBackAsync();
        await figure.WaitForAsync();
    }

    private static async Task<List<Seen>> TargetsAsync(Browser api, string id) =>
        [.. (await RowsAsync(api, "campaign-targets", ["number", "outcome", "held"], new { column = "campaign", op = "eq", value = long.Parse(id, System.Globalization.CultureInfo.InvariantCulture) }))
            .Select(r => new Seen(r!["id"]!.GetValue<string>(), r["cells"]!["number"]!.GetValue<string>(), r["cells"]!["outcome"]!.GetValue<string>(), r["cells"]!["held"]!.GetValue<bool>()))];

    private static async Task<JsonArray> RowsAsync(Browser api, string list, string[] columns, object filter)
    {
        using var found = await api.SendAsync(HttpMethod.Post, $"/api/lists/{list}/rows", new { columns, filter });
        return (await found.Content.ReadFromJsonAsync<JsonObject>())!["rows"]!.AsArray();
    }
}
