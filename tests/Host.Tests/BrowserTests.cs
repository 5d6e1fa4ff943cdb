using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Granary.Host.Tests;

/// <summary>The first page in a real browser, against the whole demo: what a newcomer does.</summary>
public sealed partial class BrowserTests : IAsyncLifetime
{
    /// <summary>Generous, since a CI machine runs the bank, the hub and the browser on two cores; a page that works takes a tenth.</summary>
    private const float Patience = 60_000;

    private RunningDemo _demo = null!;
    private IPlaywright _playwright = null!;
    private IBrowser _browser = null!;
    private IPage _page = null!;
    private readonly List<string> _complaints = [];
    private readonly List<IResponse> _scriptsAndStyles = [];

    public async ValueTask InitializeAsync()
    {
        var chromium = Environment.GetEnvironmentVariable("GRANARY_CHROMIUM") is { Length: > 0 } named ? named : "/usr/bin/chromium";
        Assert.SkipUnless(File.Exists(chromium), "there is no Chromium; ./test installs it");
        Assert.SkipUnless(File.Exists(Path.Combine(Repository.Web, "index.html")), "the web page is not built; ./test builds it");
        _demo = await RunningDemo.StartAsync(null, "--rate", "10");
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = chromium, Args = ["--no-sandbox"] });
        var context = await _browser.NewContextAsync(new() { IgnoreHTTPSErrors = true, Locale = "en-GB", ViewportSize = new() { Width = 1366, Height = 768 } });
        _page = await context.NewPageAsync();
        _page.SetDefaultTimeout(Patience);
        _page.Console += (_, message) =>
        {
            if (message.Type == "error" && !message.Text.Contains("401", StringComparison.Ordinal))
            {
                _complaints.Add(message.Text);
            }
        };
        _page.Response += (_, response) =>
        {
            if (new Uri(response.Url).AbsolutePath is var path && (path.EndsWith(".js", StringComparison.Ordinal) || path.EndsWith(".css", StringComparison.Ordinal)))
            {
                _scriptsAndStyles.Add(response);
            }
        };
        _page.PageError += (_, error) => _complaints.Add(error);
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.CloseAsync();
        }

        _playwright?.Dispose();
        if (_demo is not null)
        {
            await _demo.DisposeAsync();
        }
    }

    [Fact, Trait("Case", "HOST-61")]
    public async Task Script_and_style_up_to_the_live_map_come_compressed_and_weigh_under_400_KB()
    {
        await SignInAsync();
        var loaded = _scriptsAndStyles.ToList();
        Assert.NotEmpty(loaded);
        var bytes = 0;
        foreach (var response in loaded)
        {
            var sizes = await response.Request.SizesAsync();
            bytes += sizes.ResponseBodySize;
            Assert.True(sizes.ResponseBodySize < 1_000 || response.Headers["content-encoding"] == "br", $"{response.Url} is not compressed");
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{bytes:#,0} bytes in {loaded.Count} files");
        Assert.InRange(bytes, 50_000, 400_000);
    }

    [Fact, Trait("Case", "HOST-60")]
    public async Task A_newcomer_signs_in_sees_the_bank_live_and_a_change_arrive_everywhere()
    {
        await SignInAsync();

        // A customer changes at one system; the card that follows it leads to the customer's page.
        var bar = _page.Locator(".demo-bar");
        await bar.WaitForAsync();
        await _page.WaitForFunctionAsync("() => document.querySelector('.demo-bar button:not([disabled])') !== null");
        await bar.Locator("button").First.ClickAsync();
        var customer = _page.Locator(".follow a[href*='/customers/8']");
        await customer.PressAsync("Enter"); // by the keyboard: the card grows while it follows, and moves under the mouse
        await _page.WaitForURLAsync(CustomerAddress(), new() { WaitUntil = WaitUntilState.Commit });
        await _page.GetByText(CustomerAddress().Match(_page.Url).Groups[1].Value).First.WaitForAsync();
        Assert.Empty(_complaints);
    }

    private async Task SignInAsync()
    {
        await _page.GotoAsync(new Uri(_demo.Url, "/ecif/map").ToString());
        await _page.Locator("input[type=password]").WaitForAsync();
        await _page.Locator("input:not([type=password])").First.FillAsync("demo");
        await _page.Locator("input[type=password]").FillAsync(_demo.Password);
        await _page.Keyboard.PressAsync("Enter");

        // The live map: every system by its code.
        foreach (var system in new[] { "CBS", "CLMS", "EBANK", "CARD", "IBP", "WMS" })
        {
            await _page.GetByText(system, new() { Exact = true }).First.WaitForAsync();
        }
    }

    [GeneratedRegex(@"/customers/(8\d{12})")]
    private static partial Regex CustomerAddress();
}
