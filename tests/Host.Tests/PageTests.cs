using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Granary.Ecif.Contracts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Granary.Host.Tests;

/// <summary>The pages in a real browser: trust as people meet it, and what a customer's data may do to a page.</summary>
public sealed class PageTests : IAsyncLifetime
{
    private const float Patience = 60_000;

    /// <summary>What a bank system could send in any field, and what would tell on itself if it ran.</summary>
    private const string Payload = "<img src=x onerror=alert(1)><script>alert(2)</script>{{7*7}}";

    private static readonly string[] Pages =
    [
        "/customers", "/ecif/map", "/ecif/messages", "/ecif/systems", "/admin/organisation", "/admin/users", "/admin/users/manager", "/admin/roles", "/admin/approvals", "/admin/audit",
        "/admin/keys", "/admin/components", "/profile",
    ];

    private readonly List<string> _complaints = [];
    private TestHub _hub = null!;
    private IPlaywright _playwright = null!;
    private IBrowser _browser = null!;
    private IPage _page = null!;
    private string _customer = "";

    public async ValueTask InitializeAsync()
    {
        var chromium = Environment.GetEnvironmentVariable("GRANARY_CHROMIUM") is { Length: > 0 } named ? named : "/usr/bin/chromium";
        Assert.SkipUnless(File.Exists(chromium), "there is no Chromium; ./test installs it");
        Assert.SkipUnless(File.Exists(Path.Combine(Repository.Web, "index.html")), "the web page is not built; ./test builds it");
        _hub = await TestHub.StartAsync(web: Repository.Web);
        _customer = await SayAsync("K1", new()
        {
            [PartyAttribute.Name] = "欧阳晓明", [PartyAttribute.Document] = "01\u001F230521198603094812\u001F2036-01-01", [PartyAttribute.Mobile] = "13845678901",
            [PartyAttribute.HomeAddress] = "黑龙江省集贤县兴安街九号\u001F230521",
        });
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = chromium, Args = ["--no-sandbox"] });
        _page = await OpenAsync("en");
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.CloseAsync();
        }

        _playwright?.Dispose();
        if (_hub is not null)
        {
            await _hub.DisposeAsync();
        }
    }

    private async Task<string> SayAsync(string key, Dictionary<string, string> attributes) => (await _hub.Services.GetRequiredService<IIntake>().SubmitAsync(new SourceMessage(
        "CBS", $"M{key}", SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(key)), Operation.Upsert, PartyKind.Person, key, TimeProvider.System.GetUtcNow(), "2305210102", attributes,
        TimeProvider.System.GetUtcNow(), default), CancellationToken.None)).PartyNumber!;

    private async Task<IPage> OpenAsync(string language)
    {
        var context = await _browser.NewContextAsync(new() { IgnoreHTTPSErrors = true, Locale = language, ViewportSize = new() { Width = 1366, Height = 768 } });
        var page = await context.NewPageAsync();
        page.SetDefaultTimeout(Patience);
        page.Console += (_, message) =>
        {
            if (message.Type == "error" && !message.Text.Contains("401", StringComparison.Ordinal))
            {
                _complaints.Add($"{page.Url}: {message.Text}");
            }
        };
        page.PageError += (_, error) => _complaints.Add($"{page.Url}: {error}");
        page.Dialog += async (_, dialog) =>
        {
            _complaints.Add($"{page.Url}: a dialog opened: {dialog.Message}");
            await dialog.DismissAsync();
        };
        return page;
    }

    private Task GoAsync(IPage page, string path) => page.GotoAsync(new Uri(_hub.Url, path).ToString());

    private async Task SignInAsync(IPage page, string user, string path = "/customers")
    {
        await GoAsync(page, path);
        await page.Locator("#userName").FillAsync(user);
        await page.Locator("#password").FillAsync(_hub.Password);
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("#main").WaitForAsync();
    }

    [Fact, Trait("Case", "HOST-62")]
    public async Task A_script_in_any_field_of_a_customer_is_shown_and_never_runs()
    {
        var attributes = PartyAttribute.All.Where(a => !a.StartsWith(PartyAttribute.RelationPrefix, StringComparison.Ordinal)).ToDictionary(
            a => a, a => string.Join(PartyAttribute.PartSeparator, PartyAttribute.PartsOf(a).Select(_ => Payload)));
        var number = await SayAsync("K2", attributes);
        await SignInAsync(_page, "demo");
        foreach (var path in new[] { $"/customers/{number}", $"/customers/{number}?tab=record", $"/customers/{number}?tab=history", "/customers", "/ecif/messages", "/ecif/map", $"/customers?q={Uri.EscapeDataString(Payload)}" })
        {
            await GoAsync(_page, path);
            await _page.Locator("h1").First.WaitForAsync();
            Assert.Equal(0, await _page.Locator("img[src=x]").CountAsync());
        }

        await GoAsync(_page, $"/customers/{number}");
        await _page.GetByText("<img", new() { Exact = false }).First.WaitForAsync();
        Assert.Empty(_complaints);
    }

    [Theory, Trait("Case", "HOST-63")]
    [InlineData("en")]
    [InlineData("zh-CN")]
    public async Task Every_page_keeps_the_content_security_policy_and_has_no_serious_finding_of_axe(string language)
    {
        var axe = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "web", "node_modules", "axe-core", "axe.min.js"));
        var page = await OpenAsync(language);
        await SignInAsync(page, "demo");
        var findings = new List<string>();
        foreach (var path in Pages.Append($"/customers/{_customer}"))
        {
            await GoAsync(page, path);
            await page.Locator("#main h1").First.WaitForAsync();
            await page.WaitForLoadStateAsync(LoadState.Load);
            await page.EvaluateAsync($"() => {{ {axe} }}");
            var found = await page.EvaluateAsync<string[]>(
                "async () => (await axe.run()).violations.filter(v => v.impact === 'serious' || v.impact === 'critical').map(v => `${v.id}: ${v.nodes.map(n => n.target.join(' ')).slice(0, 3).join(', ')}`)");
            findings.AddRange(found.Select(f => $"{path} {f}"));
            // A text without words in this language shows its key.
            var text = await page.Locator("#main").InnerTextAsync();
            Assert.DoesNotMatch(@"\b(nav|list|record|users|roles|audit|approvals|keys|profile|organisation)\.[a-z]+\.[a-z]+", text);
        }

        Assert.Empty(findings);
        Assert.Empty(_complaints);
    }

    [Fact, Trait("Case", "HOST-64")]
    public async Task A_session_that_is_ended_leads_to_the_sign_in_page_and_back_to_where_one_was()
    {
        await SignInAsync(_page, "demo", $"/customers/{_customer}");
        using var other = _hub.Browse();
        (await other.SignInAsync("demo", _hub.Password)).Dispose();
        var sessions = JsonNode.Parse(await other.Http.GetStringAsync("/api/me/sessions"))!.AsArray();
        foreach (var session in sessions.Where(s => !s!["current"]!.GetValue<bool>()))
        {
            (await other.SendAsync(HttpMethod.Delete, $"/api/me/sessions/{session!["id"]!.GetValue<string>()}")).Dispose();
        }

        await _page.ReloadAsync();
        await _page.Locator("#password").WaitForAsync();
        await _page.Locator("#userName").FillAsync("demo");
        await _page.Locator("#password").FillAsync(_hub.Password);
        await _page.Keyboard.PressAsync("Enter");
        await _page.WaitForURLAsync($"**/customers/{_customer}*");
    }

    [Fact, Trait("Case", "HOST-65")]
    public async Task A_masked_phone_is_shown_in_clear_after_a_reason_on_a_page_that_carries_a_watermark()
    {
        await SignInAsync(_page, "demo", $"/customers/{_customer}");
        await _page.GetByText("138****8901").First.WaitForAsync();
        Assert.DoesNotContain("13845678901", await _page.ContentAsync());
        await _page.GetByText("138****8901").First.Locator("xpath=following::button[1]").ClickAsync();
        var dialog = _page.GetByRole(AriaRole.Dialog);
        await dialog.Locator("textarea").FillAsync("Calling back");
        await dialog.Locator(".ant-btn-primary").ClickAsync();
        await dialog.GetByRole(AriaRole.Status).WaitForAsync();
        await dialog.Locator(".ant-btn-primary").ClickAsync();
        await _page.GetByText("13845678901").First.WaitForAsync();
        Assert.True(await _page.Locator("[class*=watermark]").CountAsync() > 0, "the page carries no watermark");
        Assert.Empty(_complaints);
    }

    [Fact, Trait("Case", "HOST-66")]
    public async Task By_the_keyboard_alone_somebody_signs_in_finds_a_customer_and_opens_the_page()
    {
        await GoAsync(_page, "/customers");
        await _page.Locator("#userName").WaitForAsync(); // it has the focus
        await _page.Keyboard.TypeAsync("demo");
        await _page.Keyboard.PressAsync("Tab");
        await _page.Keyboard.TypeAsync(_hub.Password);
        await _page.Keyboard.PressAsync("Enter");
        await _page.Locator("#main h1").First.WaitForAsync();
        await _page.Keyboard.PressAsync("Control+k");
        await _page.Locator("[role=dialog] input:focus, .command input:focus").WaitForAsync();
        await _page.Keyboard.TypeAsync(_customer);
        await _page.GetByRole(AriaRole.Option).Filter(new() { HasText = "欧阳晓明" }).First.WaitForAsync();
        await _page.Keyboard.PressAsync("Enter");
        await _page.WaitForURLAsync($"**/customers/{_customer}*");
        Assert.Empty(_complaints);
    }
}
