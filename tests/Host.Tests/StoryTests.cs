using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Granary.Host.Children;
using Microsoft.Playwright;

namespace Granary.Host.Tests;

/// <summary>
/// The second half of the day, over real sockets: a questionnaire is designed and published, a campaign asks a customer for it, the customer
/// answers on a phone, what they said of themselves is accepted and reaches every system of the bank, and the result is there to see.
/// </summary>
public sealed class StoryTests
{
    private const string Answered = "13904517799";

    private const string Begun =
        """{"title":{"default":"服务回访","en":"Service call"},"pages":[{"name":"page1","elements":[{"type":"radiogroup","name":"happy","title":{"default":"满意吗","en":"Happy?"},"isRequired":true,"choices":[{"value":"yes","text":{"default":"满意","en":"Yes"}},{"value":"no","text":{"default":"不满意","en":"No"}}]}]}]}""";

    [Theory, Trait("Case", "HOST-91")]
    [InlineData(Way.ChineseDesk)]
    [InlineData(Way.EnglishPhone)]
    public async Task A_questionnaire_goes_out_by_a_campaign_and_what_a_customer_answers_on_a_phone_reaches_every_system(Way way)
    {
        Assert.SkipWhen(Chromium.Lacking is not null, Chromium.Lacking ?? "");
        var seed = Random.Shared.Next(1_000_000);
        TestContext.Current.TestOutputHelper?.WriteLine($"seed {seed}");
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromMinutes(6));
        await using var hub = await TestHub.StartAsync(web: Repository.Web);
        await using var bank = await SimulatedBank.StartAsync(new BankPlan(Path.Combine(hub.Options.Data, "bank"), hub.Options.Endpoints, Rate: 0, Seed: seed), patience.Token);
        var keys = await BankCustomers.OpenEverywhereAsync(bank, patience.Token);
        using var api = await hub.SignedInAsync("demo");
        await BankCustomers.CloseDayAsync(bank, api, patience.Token); // wealth management says by its file whom it has
        var number = await BankCustomers.NumberAsync(api, keys, patience.Token);
        await api.ConsentAsync(number, "survey", "sms");
        await using var chromium = await Chromium.LaunchAsync();
        List<string> complaints = [];
        var page = await OpenAsync(chromium, way, complaints);

        var questionnaire = await DesignedAsync(page, hub, way);
        var campaign = await PlannedAsync(page, api, hub, way, number, patience.Token);
        await ApprovedAsync(chromium, hub, way, complaints);
        await page.ReloadAsync();
        await Button(page, way.Of("Start", "启动")).ClickAsync();
        await AnswerAsync(chromium, api, way, complaints, patience.Token);
        await AcceptedAsync(page, hub, way);
        foreach (var system in BankCustomers.Online)
        {
            await BankCustomers.HoldsAsync(bank, system, keys[system], Answered, patience.Token);
        }

        Assert.NotEqual(Answered, await BankCustomers.MobileAsync(bank, "WMS", keys["WMS"], patience.Token));
        await BankCustomers.CloseDayAsync(bank, api, patience.Token);
        await BankCustomers.HoldsAsync(bank, "WMS", keys["WMS"], Answered, patience.Token);

        await GoAsync(page, hub, $"/campaigns/{campaign}?tab=results");
        await page.Locator("[data-figure=responded] b").GetByText("1").WaitForAsync();
        await GoAsync(page, hub, $"/questionnaires/{questionnaire}/analysis");
        await page.GetByText(way.Of("Happy?", "满意吗")).First.WaitForAsync();
        Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= window.innerWidth"), $"{page.Url} is wider than its screen");
        Assert.True(complaints.Count == 0, string.Join("\n", complaints));
    }

    private static async Task<IPage> OpenAsync(Chromium chromium, Way way, List<string> complaints)
    {
        var page = await chromium.OpenAsync(way.Language(), complaints);
        await page.SetViewportSizeAsync(way.Size().Width, way.Size().Height);
        return page;
    }

    /// <summary>Signs in, puts a question about the customer's phone behind the one that is there, and publishes.</summary>
    private static async Task<string> DesignedAsync(IPage page, TestHub hub, Way way)
    {
        await SignInAsync(page, hub, "demo", "/questionnaires");
        var id = await page.EvaluateAsync<string>(
            """
            async text => {
              const token = decodeURIComponent(document.cookie.match(/XSRF-TOKEN=([^;]+)/)[1]);
              const answer = await fetch('/api/questionnaires', { method: 'POST', headers: { 'content-type': 'application/json', 'x-xsrf-token': token }, body: JSON.stringify({ anonymous: false, document: JSON.parse(text) }) });
              return (await answer.json()).id;
            }
            """, Begun);
        await GoAsync(page, hub, $"/questionnaires/{id}/design");
        await page.Locator(".row-face").First.ClickAsync();
        if (way.IsPhone())
        {
            await CloseSheetAsync(page);
            await Button(page, way.Of("Add a question", "添加题目")).ClickAsync();
        }

        await page.Locator(way.IsPhone() ? ".ant-drawer .palette-item" : ".palette-item").GetByText(way.Of("Customer data", "客户信息"), new() { Exact = true }).ClickAsync();
        await page.Locator(".properties textarea[lang=zh-CN]").First.FillAsync("您现在的手机号");
        await page.Locator(".properties textarea[lang=en]").First.FillAsync("Your phone now");
        if (way.IsPhone())
        {
            await CloseSheetAsync(page);
        }

        await page.Locator(".design-saved[data-state=saved]").WaitForAsync();
        await Button(page, way.Of("Publish", "发布")).ClickAsync();
        await StillAsync(page);
        await Button(page, way.Of("Publish version 1", "发布第 1 版")).ClickAsync();
        await page.Locator(".design-bar .kind").WaitForAsync();
        return id;
    }

    /// <summary>A campaign that sends the questionnaire to the one customer, submitted with its audience selected.</summary>
    private static async Task<string> PlannedAsync(IPage page, Browser api, TestHub hub, Way way, string number, CancellationToken cancellation)
    {
        await api.AddSegmentAsync("回访客户", number);
        var campaign = await CampaignActs.BeginAsync(page, hub, way, way.Of("Service calls", "服务回访"));
        await ChooseAsync(page, CampaignActs.Field(page, way.Of("Purpose of consent", "授权用途")), way.Of("surveys", "问卷调查"));
        await CampaignActs.ChooseSegmentAsync(page, way.Of("Segments", "客户分群"), "回访客户");
        await CampaignActs.AddStepAsync(page, way, way.Of("Questionnaire", "发送问卷"));
        var step = page.Locator(".campaign-step");
        foreach (var text in await step.Locator("textarea[lang]").AllAsync())
        {
            await text.FillAsync("{name} {link}");
        }

        await ChooseAsync(page, step.Locator(".plan-wide .ant-select"), "服务回访");
        await CampaignActs.SubmitAsync(page, way);
        return campaign;
    }

    /// <summary>A second person looks at it and agrees.</summary>
    private static async Task ApprovedAsync(Chromium chromium, TestHub hub, Way way, List<string> complaints)
    {
        var page = await OpenAsync(chromium, way, complaints);
        await CampaignActs.ApproveAsync(page, hub, way, way.Of("Service calls", "服务回访"));
        await page.Context.CloseAsync();
    }

    /// <summary>Opens the customer's link on a phone, without a log-in, and answers.</summary>
    private static async Task AnswerAsync(Chromium chromium, Browser api, Way way, List<string> complaints, CancellationToken cancellation)
    {
        string? address = null;
        while (address is null)
        {
            using var found = await api.SendAsync(HttpMethod.Post, "/api/lists/invitations/rows", new { columns = new[] { "state" } });
            if ((await found.Content.ReadFromJsonAsync<JsonObject>(cancellation))!["rows"]!.AsArray() is [var row, ..])
            {
                address = (await api.Http.GetFromJsonAsync<JsonObject>($"/api/invitations/{row!["id"]!.GetValue<string>()}", cancellation))!["address"]!.GetValue<string>();
            }

            await Task.Delay(100, cancellation);
        }

        var phone = await OpenAsync(chromium, way is Way.ChineseDesk ? Way.ChinesePhone : way, complaints);
        await phone.GotoAsync(address);
        await phone.GetByLabel(way.Of("Yes", "满意"), new() { Exact = true }).CheckAsync();
        await phone.GetByLabel(way.Of("Your phone now", "您现在的手机号")).FillAsync(Answered);
        await phone.Locator("button.main").ClickAsync();
        await phone.Locator("button.main").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await phone.Context.CloseAsync();
    }

    private static async Task AcceptedAsync(IPage page, TestHub hub, Way way)
    {
        var row = page.Locator(".ant-table-row");
        await GoAsync(page, hub, "/answer-updates");
        while (await row.CountAsync() == 0)
        {
            await page.WaitForTimeoutAsync(500);
            await page.ReloadAsync();
            await page.Locator(".ant-table-row, .nothing").First.WaitForAsync();
        }

        await row.First.Locator("input[type=checkbox]").CheckAsync();
        await Button(page, way.Of("Accept 1", "采纳 1 项")).ClickAsync();
        await row.WaitForAsync(new() { State = WaitForSelectorState.Detached });
    }

    private static async Task CloseSheetAsync(IPage page)
    {
        await page.Locator(".ant-drawer-close").ClickAsync();
        await page.Locator(".ant-drawer-mask").WaitForAsync(new() { State = WaitForSelectorState.Hidden });
    }
}
