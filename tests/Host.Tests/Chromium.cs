using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Granary.Host.Tests;

/// <summary>A real Chromium, for one test class or for several.</summary>
internal sealed class Chromium : IAsyncDisposable
{
    /// <summary>Generous, since a CI machine runs the bank, the hub and the browser on two cores; a page that works takes a tenth.</summary>
    private const float Patience = 60_000;

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private Chromium(IPlaywright playwright, IBrowser browser) => (_playwright, _browser) = (playwright, browser);

    private static string Program => Environment.GetEnvironmentVariable("GRANARY_CHROMIUM") is { Length: > 0 } named ? named : "/usr/bin/chromium";

    /// <summary>Why no page can be opened here; null where one can.</summary>
    public static string? Lacking =>
        !File.Exists(Program) ? "there is no Chromium; ./test installs it"
        : !File.Exists(Path.Combine(Repository.Web, "index.html")) ? "the web page is not built; ./test builds it"
        : null;

    public static async Task<Chromium> LaunchAsync()
    {
        var playwright = await Playwright.CreateAsync();
        return new Chromium(playwright, await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Program, Args = ["--no-sandbox"] }));
    }

    /// <summary>A page with cookies of its own.</summary>
    /// <param name="complaints">Where everything goes that a page has to complain of: errors, breaches of the content security policy, dialogs of scripts.</param>
    /// <param name="script">Whether the browser runs any.</param>
    public async Task<IPage> OpenAsync(string language, ICollection<string> complaints, bool script = true)
    {
        var context = await _browser.NewContextAsync(new() { IgnoreHTTPSErrors = true, JavaScriptEnabled = script, Locale = language, ViewportSize = new() { Width = 1366, Height = 768 } });
        var page = await context.NewPageAsync();
        page.SetDefaultTimeout(Patience);
        page.Console += (_, message) =>
        {
            if (message.Type == "error" && !message.Text.Contains("401", StringComparison.Ordinal))
            {
                complaints.Add($"{page.Url}: {message.Text}");
            }
        };
        page.PageError += (_, error) => complaints.Add($"{page.Url}: {error}");
        page.Dialog += async (_, dialog) =>
        {
            complaints.Add($"{page.Url}: a dialog opened: {dialog.Message}");
            await dialog.DismissAsync();
        };
        return page;
    }

    /// <summary>
    /// Until the page is somewhere. Asked in the browser again and again: Playwright's own waiting for an address misses one that changes between
    /// its look and its listening, which happens where the machine is busy.
    /// </summary>
    /// <param name="address">The end of it; a star stands for anything.</param>
    public static Task IsAtAsync(IPage page, string address) =>
        Assertions.Expect(page).ToHaveURLAsync(new Regex(Regex.Escape(address).Replace("\\*", ".*", StringComparison.Ordinal) + "$"), new() { Timeout = Patience });

    public async ValueTask DisposeAsync()
    {
        await _browser.CloseAsync();
        _playwright.Dispose();
    }
}
