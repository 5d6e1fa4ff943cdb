using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.Playwright;

namespace Granary.Host.Tests;

/// <summary>The answer page in a real browser, as customers have it: without a log-in, with script and without, on a phone and on a desk.</summary>
public sealed class AskingPageTests(PageHub pages) : PageTest(pages)
{
    private const string Payload = "\"'></textarea></option></script><script>alert(1)</script><img src=x onerror=alert(2)>";

    private string? _asked;

    private const string Farm =
        """
        {"title":{"default":"农户调查","en":"Farm survey"},"pages":[
          {"name":"one","elements":[{"type":"boolean","name":"loan","title":"Loan?","isRequired":true},{"type":"text","name":"bank","title":"Which bank?","isRequired":true,"visibleIf":"{loan} = true"}]},
          {"name":"two","elements":[
            {"type":"paneldynamic","name":"home","title":"Household","panelCount":1,"templateElements":[{"type":"text","name":"who","title":"Who?"}]},
            {"type":"ranking","name":"wish","title":"Wishes","choices":["Price","Speed"],"isRequired":true},
            {"type":"place","name":"field","title":"Where is the field?"}]},
          {"name":"three","elements":[{"type":"rating","name":"nps","rateMin":0,"rateMax":10,"title":"Recommend?","isRequired":true}]}],
          "completedHtml":"<p>Thanks, <b>{bank}</b></p>"}
        """;

    [Theory, Trait("Case", "ASK-20")]
    [MemberData(nameof(Ways.All), MemberType = typeof(Ways))]
    public async Task With_script_a_question_comes_up_at_once_and_what_was_answered_is_there_on_another_device(Way way)
    {
        var address = await AskAsync(JsonDocument.Parse(Farm).RootElement);
        var page = await OpenAsync(way);
        await page.GotoAsync(address);
        await page.GetByLabel(way.Of("Yes", "是"), new() { Exact = true }).CheckAsync();
        await page.RunAndWaitForResponseAsync(() => page.GetByLabel("Which bank?").FillAsync("CCB & Co"), r => r.Request.PostDataBuffer is { } sent && Encoding.UTF8.GetString(sent).Contains("CCB", StringComparison.Ordinal));
        await page.Locator("#state").GetByText(way.Of("Saved", "已保存")).WaitForAsync();
        var other = await OpenAsync(way);
        await other.GotoAsync(page.Url); // a link for many has an address for each who answers
        Assert.Equal("CCB & Co", await other.GetByLabel("Which bank?").InputValueAsync());
        await NextAsync(other, way.Of("Next", "下一页"));
        await other.GetByLabel("Who?").First.FillAsync("Wang");
        await other.GetByText(way.Of("Add another", "再加一项")).ClickAsync();
        await other.GetByLabel("Who?").Nth(1).FillAsync("Li");
        await other.Locator(".ranking button").First.ClickAsync();
        await other.Locator("main [data-place] button").WaitForAsync();
        await IsWellAsync(other);
        await NextAsync(other, way.Of("Next", "下一页"));
        await NextAsync(other, way.Of("Submit", "提交"));
        await other.Locator("#wrong a").ClickAsync(); // it says what is missing, and leads there
        await other.GetByLabel("10", new() { Exact = true }).CheckAsync(new() { Force = true });
        await NextAsync(other, way.Of("Submit", "提交"));
        await other.GetByText("Thanks, CCB & Co").WaitForAsync();
        await IsWellAsync(other, page);
    }

    [Theory, Trait("Case", "ASK-21")]
    [InlineData(Way.EnglishPhone)]
    [InlineData(Way.ChineseDesk)]
    public async Task Without_script_all_of_it_is_answered_by_forms(Way way)
    {
        var address = await AskAsync(JsonDocument.Parse(Farm).RootElement);
        var page = await OpenWithoutScriptAsync(way);
        await page.GotoAsync(address);
        await page.GetByLabel(way.Of("Yes", "是"), new() { Exact = true }).CheckAsync();
        await page.Locator("button.main").ClickAsync();
        await page.GetByLabel("Which bank?").FillAsync("CCB");
        await page.Locator("button.main").ClickAsync();
        await page.GetByLabel("Who?").FillAsync("Wang");
        await page.Locator("button.add").ClickAsync();
        await page.GetByLabel("Who?").Nth(1).FillAsync("Li");
        await page.Locator(".ranking select").First.SelectOptionAsync("2");
        await page.Locator(".ranking select").Nth(1).SelectOptionAsync("1");
        await page.Locator("button.main").ClickAsync();
        Assert.Contains("Recommend?", await page.ContentAsync(), StringComparison.Ordinal);
        await page.GetByText(way.Of("Back", "上一页"), new() { Exact = true }).ClickAsync();
        Assert.Equal("Li", await page.GetByLabel("Who?").Nth(1).InputValueAsync());
        await page.Locator("button.main").ClickAsync();
        await page.GetByLabel("9", new() { Exact = true }).CheckAsync(new() { Force = true });
        await page.Locator("button.main").ClickAsync();
        await page.GetByText("Thanks, CCB").WaitForAsync();
    }

    [Fact, Trait("Case", "ASK-22")]
    public async Task Script_payloads_in_every_type_of_question_and_of_answer_never_run_neither_there_nor_where_answers_are_read()
    {
        var document = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "tests", "Ocrm.Tests", "Files", "every-type.json"));
        var address = await AskAsync(JsonDocument.Parse(document.Replace("TEXT", JsonSerializer.Serialize(Payload)[1..^1], StringComparison.Ordinal)).RootElement, Customer);
        await Page.GotoAsync(address);
        for (var i = 0; i < 3; i++)
        {
            foreach (var field in await Page.Locator("input.i:not([type]):not([inputmode]):not([disabled]), textarea.i").AllAsync())
            {
                await field.FillAsync(Payload);
            }

            foreach (var choice in await Page.Locator("label:has(input[type=checkbox]):visible").AllAsync())
            {
                await choice.ClickAsync();
            }

            await Page.WaitForFunctionAsync("() => ['', document.body.dataset.saved].includes(document.getElementById('state').textContent)");
            if (i == 0)
            {
                await Page.Locator("input[type=checkbox][value=n]").UncheckAsync();
            }

            await NextAsync(Page, i == 2 ? "Submit" : "Next");
        }

        await Page.GetByText("Your answers have arrived.").WaitForAsync();
        Assert.Equal(0, await Page.Locator("img").CountAsync());
        await SignInAsync(Page, "marketing", "/answers");
        await Page.Locator(".list-table tbody tr").First.ClickAsync();
        await Page.Locator(".answers dd").First.WaitForAsync();
        Assert.True(await Page.Locator(".answers dd").GetByText("alert(1)").CountAsync() > 3);
        await IsWellAsync(Page);
        await GoAsync(Page, $"/customers/{Customer}?tab=answers");
        await Page.Locator(".answer-lines summary").First.ClickAsync();
        await Page.Locator(".answers dd").GetByText("alert(1)").First.WaitForAsync();
        await IsWellAsync(Page);
        do // until the answer is counted
        {
            await GoAsync(Page, $"/questionnaires/{_asked}/analysis");
            await Page.Locator(".ana-sum").WaitForAsync();
        }
        while (await Page.Locator(".ana-question").CountAsync() == 0);

        await Page.Locator(".ana-texts").GetByText("alert(1)").First.WaitForAsync();
        await IsWellAsync(Page);
    }

    private static async Task NextAsync(IPage page, string button)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
        await page.WaitForFunctionAsync("() => !document.querySelector('.go button[disabled]')");
    }

    /// <summary>Publishes a document and makes a link to it, of a customer or else for many, as marketing does.</summary>
    private async Task<string> AskAsync(JsonElement document, string? customer = null)
    {
        using var browser = await Hub.SignedInAsync("marketing");
        var added = await PostAsync(browser, "/api/questionnaires", new { document, anonymous = false, province = false });
        _asked = added.GetProperty("id").GetString();
        await PostAsync(browser, $"/api/questionnaires/{_asked}/publish", new { version = 1 });
        return (await PostAsync(browser, "/api/invitations", new { questionnaire = _asked, customer, via = customer is null ? "qr" : "link" })).GetProperty("address").GetString()!;
    }

    private static async Task<JsonElement> PostAsync(Browser browser, string path, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        request.Headers.Add("X-XSRF-TOKEN", browser.Token);
        using var response = await browser.Http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, text);
        return JsonDocument.Parse(text).RootElement;
    }
}
