using System.Text.Json.Nodes;
using Granary.Ecif.Contracts;
using Microsoft.Playwright;

namespace Granary.Host.Tests;

/// <summary>The pages in a real browser: trust as people meet it, and what a customer's data may do to a page.</summary>
public sealed class PageTests(PageHub pages) : PageTest(pages)
{
    /// <summary>What a bank system could send in any field, and what would tell on itself if it ran.</summary>
    private const string Payload = "<img src=x onerror=alert(1)><script>alert(2)</script>{{7*7}}";

    private static readonly string[] Pages =
    [
        "/customers", "/segments", "/segments?open=new-dynamic", "/prospects", "/consents", "/today", "/tasks", "/visits", "/log", "/log/reports", "/dashboards", "/ecif/map", "/ecif/messages", "/ecif/systems", "/admin/organisation", "/admin/users", "/admin/users/manager", "/admin/roles", "/admin/approvals", "/admin/audit",
        "/admin/keys", "/admin/components", "/profile",
    ];

    /// <summary>Until what changes its colour or place has changed it: half-way a text has any contrast. What turns for ever is not waited for.</summary>
    private const string Settled =
        """
        () => Promise.race([
            Promise.allSettled(document.getAnimations().filter(a => a.effect.getComputedTiming().iterations !== Infinity).map(a => a.finished)),
            new Promise(settle => setTimeout(settle, 5000))])
        """;

    [Fact, Trait("Case", "HOST-62")]
    public async Task A_script_in_any_field_of_aCustomer_is_shown_and_never_runs()
    {
        var attributes = PartyAttribute.All.Where(a => !a.StartsWith(PartyAttribute.RelationPrefix, StringComparison.Ordinal)).ToDictionary(
            a => a, a => string.Join(PartyAttribute.PartSeparator, PartyAttribute.PartsOf(a).Select(_ => Payload)));
        var number = await SayAsync("K2", attributes);
        await SignInAsync(Page, "demo");
        foreach (var path in new[] { $"/customers/{number}", $"/customers/{number}?tab=record", $"/customers/{number}?tab=history", "/customers", "/ecif/messages", "/ecif/map", $"/customers?q={Uri.EscapeDataString(Payload)}" })
        {
            await GoAsync(Page, path);
            await Page.Locator("h1").First.WaitForAsync();
            Assert.Equal(0, await Page.Locator("img[src=x]").CountAsync());
        }

        await GoAsync(Page, $"/customers/{number}");
        await Page.GetByText("<img", new() { Exact = false }).First.WaitForAsync();
        Assert.Empty(Complaints);
    }

    [Theory, Trait("Case", "HOST-63")]
    [InlineData("en")]
    [InlineData("zh-CN")]
    public async Task EveryPage_keeps_the_content_security_policy_and_has_no_serious_finding_of_axe(string language)
    {
        var axe = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "web", "node_modules", "axe-core", "axe.min.js"));
        var page = await OpenAsync(language);
        await SignInAsync(page, "demo");
        var findings = new List<string>();
        foreach (var path in Pages.Append($"/customers/{Customer}"))
        {
            await GoAsync(page, path);
            await page.Locator("#main h1").First.WaitForAsync();
            await page.WaitForLoadStateAsync(LoadState.Load);
            await page.EvaluateAsync($"() => {{ {axe} }}");
            // News may come in between and change a button's colour: a finding is what a second look finds as well.
            var found = await LookAsync(page);
            findings.AddRange((found.Length == 0 ? [] : found.Intersect(await LookAsync(page))).Select(f => $"{path} {f}"));
            // A text without words in this language shows its key.
            var text = await page.Locator("#main").InnerTextAsync();
            Assert.DoesNotMatch(@"\b(nav|list|record|users|roles|audit|approvals|keys|profile|organisation)\.[a-z]+\.[a-z]+", text);
        }

        Assert.Empty(findings);
        Assert.Empty(Complaints);
    }

    private static async Task<string[]> LookAsync(IPage page)
    {
        await page.EvaluateAsync(Settled);
        return await page.EvaluateAsync<string[]>(
            "async () => (await axe.run()).violations.filter(v => v.impact === 'serious' || v.impact === 'critical').map(v => `${v.id}: ${v.nodes.map(n => n.target.join(' ')).slice(0, 3).join(', ')}`)");
    }

    [Theory, Trait("Case", "HOST-89")]
    [MemberData(nameof(TestHub.People), MemberType = typeof(TestHub))]
    public async Task Nobody_s_pages_ask_for_what_they_may_not_have(string user)
    {
        List<string> refused = [];
        Page.Response += (_, answer) =>
        {
            if (answer.Status is 403 or 404 or >= 500)
            {
                refused.Add($"{answer.Status} {answer.Request.Method} {new Uri(answer.Url).AbsolutePath}");
            }
        };
        await SignInAsync(Page, user, "/");
        await Page.Locator("nav a").First.WaitForAsync();
        var places = await Page.Locator("nav a").EvaluateAllAsync<string[]>("links => [...new Set(links.map(a => a.getAttribute('href')))]");
        foreach (var place in places.Append("/profile").Concat(places.Contains("/customers") ? [$"/customers/{Customer}"] : []))
        {
            await GoAsync(Page, place);
            await Page.Locator("#main h1").First.WaitForAsync();
            await Page.WaitForLoadStateAsync(LoadState.Load);
        }

        Assert.Empty(refused);
        Assert.Empty(Complaints);
    }

    [Fact, Trait("Case", "HOST-64")]
    public async Task A_session_that_is_ended_leads_to_the_sign_in_page_and_back_to_where_one_was()
    {
        await SignInAsync(Page, "demo", $"/customers/{Customer}");
        using var other = Hub.Browse();
        (await other.SignInAsync("demo", Hub.Password)).Dispose();
        var sessions = JsonNode.Parse(await other.Http.GetStringAsync("/api/me/sessions"))!.AsArray();
        foreach (var session in sessions.Where(s => !s!["current"]!.GetValue<bool>()))
        {
            (await other.SendAsync(HttpMethod.Delete, $"/api/me/sessions/{session!["id"]!.GetValue<string>()}")).Dispose();
        }

        await Page.ReloadAsync();
        await Page.Locator("#password").WaitForAsync();
        await Page.Locator("#userName").FillAsync("demo");
        await Page.Locator("#password").FillAsync(Hub.Password);
        await Page.Keyboard.PressAsync("Enter");
        await Chromium.IsAtAsync(Page, $"/customers/{Customer}*");
    }

    [Fact, Trait("Case", "HOST-65")]
    public async Task A_masked_phone_is_shown_in_clear_after_a_reason_on_a_page_that_carries_a_watermark()
    {
        await SignInAsync(Page, "demo", $"/customers/{Customer}");
        await Page.GetByText("138****8901").First.WaitForAsync();
        Assert.DoesNotContain(PageHub.Mobile, await Page.ContentAsync());
        await Page.GetByText("138****8901").First.Locator("xpath=following::button[1]").ClickAsync();
        var dialog = Page.GetByRole(AriaRole.Dialog);
        await dialog.Locator("textarea").FillAsync("Calling back");
        await dialog.Locator(".ant-btn-primary").ClickAsync();
        await dialog.GetByRole(AriaRole.Status).WaitForAsync();
        await dialog.Locator(".ant-btn-primary").ClickAsync();
        await Page.GetByText(PageHub.Mobile).First.WaitForAsync();
        Assert.True(await Page.Locator("[class*=watermark]").CountAsync() > 0, "the page carries no watermark");
        Assert.Empty(Complaints);
    }

    [Fact, Trait("Case", "HOST-66")]
    public async Task By_the_keyboard_alone_somebody_signs_in_finds_aCustomer_and_opens_the_page()
    {
        await GoAsync(Page, "/customers");
        await Page.Locator("#userName").WaitForAsync(); // it has the focus
        await Page.Keyboard.TypeAsync("demo");
        await Page.Keyboard.PressAsync("Tab");
        await Page.Keyboard.TypeAsync(Hub.Password);
        await Page.Keyboard.PressAsync("Enter");
        await Page.Locator("#main h1").First.WaitForAsync();
        await Page.Keyboard.PressAsync("Control+k");
        await Page.Locator("[role=dialog] input:focus, .command input:focus").WaitForAsync();
        await Page.Keyboard.TypeAsync(Customer);
        await Page.GetByRole(AriaRole.Option).Filter(new() { HasText = "欧阳晓明" }).First.WaitForAsync();
        await Page.Keyboard.PressAsync("Enter");
        await Chromium.IsAtAsync(Page, $"/customers/{Customer}*");
        Assert.Empty(Complaints);
    }
}
