using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Granary.Host.Tests;

/// <summary>The first page in a real browser, against the whole demo: what a newcomer does.</summary>
public sealed partial class BrowserTests : IAsyncLifetime
{
    private RunningDemo _demo = null!;
    private Chromium _chromium = null!;
    private IPage _page = null!;
    private readonly List<string> _complaints = [];
    private readonly List<IResponse> _scriptsAndStyles = [];

    public async ValueTask InitializeAsync()
    {
        Assert.SkipWhen(Chromium.Lacking is not null, Chromium.Lacking ?? "");
        _demo = await RunningDemo.StartAsync(null, "--rate", "10");
        _chromium = await Chromium.LaunchAsync();
        _page = await _chromium.OpenAsync("en-GB", _complaints);
        _page.Response += (_, response) =>
        {
            if (new Uri(response.Url).AbsolutePath is var path && (path.EndsWith(".js", StringComparison.Ordinal) || path.EndsWith(".css", StringComparison.Ordinal)))
            {
                _scriptsAndStyles.Add(response);
            }
        };
    }

    public async ValueTask DisposeAsync()
    {
        if (_chromium is not null)
        {
            await _chromium.DisposeAsync();
        }

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
        await Chromium.IsAtAsync(_page, "/customers/8*");
        await _page.GetByText(CustomerAddress().Match(await _page.EvaluateAsync<string>("() => location.href")).Groups[1].Value).First.WaitForAsync();
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
