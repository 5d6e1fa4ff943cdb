using System.Text.RegularExpressions;
using Granary.Ecif.Contracts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Granary.Host.Tests;

/// <summary>What a customer has and who they belong to, in a real browser (docs/cases.md, OCRM-70 to 72, OWN-10, POOL-10).</summary>
[Collection(PageHub.Second)]
public sealed class CustomerPageTests(PageHub pages) : PageTest(pages)
{
    [Theory, Trait("Case", "OCRM-70")]
    [MemberData(nameof(Ways.All), MemberType = typeof(Ways))]
    public async Task A_head_sees_what_a_customer_has_with_its_sums_its_trend_and_each_account_masked(Way way)
    {
        await Hub.Services.GetRequiredService<IHoldings>().TakeAsync([.. Enumerable.Range(0, 40).Select(day => new HoldingReport(
            "CBS", "6231000000007001", "K1", "2305210102", HoldingKind.Deposit, "DP0101", "活期储蓄", "CNY", "open", 1_234_500 + day, null, null, 0.05m, new DateOnly(2020, 1, 5), null, "",
            new DateTimeOffset(2026, 5, 1, 23, 0, 0, TimeSpan.FromHours(8)).AddDays(day)))], CancellationToken.None);
        await Hub.Services.GetRequiredService<IHoldings>().TakeAsync([new HoldingReport(
            "CBS", "EC0000007001", "K1", "2305210102", HoldingKind.Channel, "MOBILE", "手机银行", "CNY", "frozen", 0, 5_000_000, null, null, new DateOnly(2024, 3, 1), null, "",
            new DateTimeOffset(2026, 6, 1, 23, 0, 0, TimeSpan.FromHours(8)))], CancellationToken.None);
        var page = await OpenAsync(way);
        await SignInAsync(page, "head", $"/customers/{Customer}?tab=holdings");
        await page.GetByText("12,345.39").First.WaitForAsync();
        await page.GetByText("6231********7001").WaitForAsync();
        await page.Locator(".spark").First.WaitForAsync();
        await page.Locator(".chart canvas").First.WaitForAsync();
        Assert.Equal(0, await page.GetByText("6231000000007001").CountAsync());
        var contract = page.Locator("tr").Filter(new() { HasText = "手机银行" });
        await contract.GetByText(way.Of("Frozen", "冻结")).WaitForAsync();
        await contract.GetByText("50,000.00").WaitForAsync();
        await contract.GetByText("2024-03-01").WaitForAsync();
        Assert.Equal(0, await contract.Locator(".spark").CountAsync());
        Assert.Equal("1", await page.Locator(".holding-totals div").Filter(new() { HasText = way.Of("Channels", "渠道签约") }).Locator("dd").InnerTextAsync());
        await IsWellAsync(page);
    }

    [Theory, Trait("Case", "OCRM-71")]
    [MemberData(nameof(Ways.All), MemberType = typeof(Ways))]
    public async Task A_customer_s_circle_is_a_graph_and_a_table_with_the_household_s_sums(Way way)
    {
        const string Spouse = "230521198704032227";
        await SayAsync("K7", new() { [PartyAttribute.Name] = "欧阳丽", [PartyAttribute.Document] = $"01\u001F{Spouse}\u001F", ["relation.spouse"] = "K1\u001F欧阳晓明\u001F\u001F" });
        var page = await OpenAsync(way);
        await SignInAsync(page, "demo", $"/customers/{Customer}?tab=circle");
        await page.GetByRole(AriaRole.Link, new() { Name = "欧阳丽" }).First.WaitForAsync(new() { Timeout = 60_000 });
        await page.Locator(".chart[data-height='high'] canvas").First.WaitForAsync();
        await page.GetByText(way.Of("Household", "家庭"), new() { Exact = true }).First.WaitForAsync();
        await IsWellAsync(page);
    }

    [Theory, Trait("Case", "OWN-10")]
    [MemberData(nameof(Ways.All), MemberType = typeof(Ways))]
    public async Task A_handover_is_proposed_with_its_numbers_and_stands_on_the_page_until_a_second_person_decides(Way way)
    {
        var (open, entity, from, to, note, verb, waits) = way.Language() == "en"
            ? ("Hand customers over", "Legal entity", "From", "To", "Note", "Hand over [0-9,]+ customers", "Awaiting approval")
            : ("移交客户", "法人机构", "移出人", "接手人", "说明", "移交 [0-9,]+ 位客户", "待复核");
        // A customer of the one manager of the outlet, whatever other tests did to those that there were.
        var name = $"司徒{"东南西北"[(int)way]}";
        await SayAsync($"HAND{way}", new() { [PartyAttribute.Name] = name, [PartyAttribute.Document] = $"01\u001F{ResidentIds.Of(571 + (int)way)}\u001F" });
        var page = await OpenAsync(way);
        await SignInAsync(page, "demo", $"/customers?q={name}");
        await page.GetByText(name).First.WaitForAsync(new() { Timeout = 60_000 });
        await GoAsync(page, "/handovers");
        await Button(page, open).First.ClickAsync();
        await ChooseAsync(page, entity, "230521");
        await ChooseAsync(page, from, "manager");
        await ChooseAsync(page, to, "head");
        await Dialog(page).GetByLabel(note).FillAsync($"maternity leave {way}");
        await Dialog(page).GetByRole(AriaRole.Button, new() { NameRegex = new Regex(verb) }).ClickAsync();
        var row = page.Locator("tr[data-handover]").Filter(new() { HasText = $"maternity leave {way}" });
        await row.GetByText(waits).WaitForAsync();
        await IsWellAsync(page);
    }

    [Theory, Trait("Case", "POOL-10")]
    [MemberData(nameof(Ways.All), MemberType = typeof(Ways))]
    public async Task A_manager_gives_a_customer_back_to_the_pool_another_takes_them_has_them_assisted_and_follows_them(Way way)
    {
        var name = $"慕容{"东南西北"[(int)way]}";
        var number = await SayAsync($"POOL{way}", new() { [PartyAttribute.Name] = name, [PartyAttribute.Document] = $"01\u001F{ResidentIds.Of(71 + (int)way)}\u001F" });
        var manager = await OpenAsync("en");
        await SignInAsync(manager, "manager", $"/customers?q={name}");
        await manager.Locator("tr").Filter(new() { HasText = name }).GetByRole(AriaRole.Checkbox).CheckAsync(new() { Timeout = 60_000 });
        await Button(manager, "More actions").ClickAsync();
        await manager.GetByRole(AriaRole.Menuitem, new() { Name = "Return to the pool…" }).ClickAsync();
        await Dialog(manager).GetByLabel("Reason").FillAsync("moved away");
        await Dialog(manager).GetByRole(AriaRole.Button, new() { Name = "Preview" }).ClickAsync();
        await Dialog(manager).GetByRole(AriaRole.Button, new() { NameRegex = new Regex("Return to the pool") }).ClickAsync();
        await manager.GetByText(name).WaitForAsync(new() { State = WaitForSelectorState.Detached });

        var page = await OpenAsync(way);
        await SignInAsync(page, "head", "/pool?q=慕");
        await page.GetByText("慕**").First.ClickAsync();
        await page.GetByRole(AriaRole.Complementary).GetByRole(AriaRole.Button, new() { Name = way.Of("Claim", "认领") }).ClickAsync();
        await page.GetByText("慕**").First.WaitForAsync(new() { State = WaitForSelectorState.Detached });

        await GoAsync(page, $"/customers/{number}");
        await Button(page, way.Of("Follow", "关注")).ClickAsync();
        await Button(page, way.Of("Following", "已关注")).WaitForAsync();
        await Button(page, way.Of("Add an assistant", "添加协办")).ClickAsync();
        await Dialog(page).GetByRole(AriaRole.Button, new() { Name = way.Of("Add an assistant", "添加协办") }).PressAsync("Enter"); // a click may miss it while the dialog still grows
        await ChooseAsync(page, way.Of("Assisting manager 1", "协办经理 1"), "manager");
        await Dialog(page).GetByRole(AriaRole.Button, new() { Name = way.Of("Save", "保存") }).ClickAsync();
        await page.GetByText("王桂芳 20%").WaitForAsync();
        await page.GetByText("李国强 80%").WaitForAsync();
        await IsWellAsync(page);
    }

    /// <summary>Types into a choice and takes the first that is offered.</summary>
    private static async Task ChooseAsync(IPage page, string label, string text)
    {
        var box = Dialog(page).GetByRole(AriaRole.Combobox, new() { Name = label, Exact = true });
        await box.FillAsync(text);
        await page.Locator(".ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option-active").First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await box.PressAsync("Enter");
    }
}
