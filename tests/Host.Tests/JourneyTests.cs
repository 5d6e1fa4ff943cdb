using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Granary.Host.Tests;

/// <summary>Whole journeys in a real browser: from one page to the next, and back.</summary>
public sealed partial class JourneyTests(PageHub pages) : PageTest(pages)
{
    [Fact, Trait("Case", "HOST-83")]
    public async Task Somebody_sets_up_an_authenticator_and_from_then_on_signs_in_with_its_codes()
    {
        await SignInAsync(Page, "marketing", "/profile?tab=security");
        await Button(Page, "Set up an authenticator").ClickAsync();
        await Page.GetByLabel("QR code for the authenticator").WaitForAsync();
        var secret = await Page.Locator(".totp code").InnerTextAsync();
        await Page.GetByLabel("Authentication code").FillAsync(Wrong(secret));
        await Button(Page, "Confirm and switch on").ClickAsync();
        await Page.GetByRole(AriaRole.Alert).GetByText("The code is wrong").WaitForAsync();
        await Page.GetByLabel("Authentication code").FillAsync(Authenticator.Code(secret, TimeProvider.System.GetUtcNow()));
        await Button(Page, "Confirm and switch on").ClickAsync();
        var recovery = await Page.Locator(".secret code").InnerTextAsync();
        Assert.Equal(10, recovery.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        await Button(Page, "Switch off").WaitForAsync();

        await Page.GetByRole(AriaRole.Button, new() { NameRegex = PersonMenu() }).ClickAsync();
        await Page.GetByRole(AriaRole.Menuitem, new() { Name = "Sign out" }).ClickAsync();
        await GiveAsync(Page, "marketing");
        var code = Page.Locator("#code");
        await code.FillAsync(Wrong(secret));
        await Page.Keyboard.PressAsync("Enter");
        await Page.GetByRole(AriaRole.Alert).GetByText("The code is wrong").WaitForAsync();
        await code.FillAsync(Authenticator.Code(secret, TimeProvider.System.GetUtcNow()));
        await Page.Keyboard.PressAsync("Enter");
        await Page.Locator("#main h1").First.WaitForAsync();

        await GoAsync(Page, "/profile?tab=security");
        await Button(Page, "Switch off").ClickAsync();
        await Button(Page, "Set up an authenticator").WaitForAsync();
        Complaints.RemoveAll(complaint => complaint.Contains("status of 400", StringComparison.Ordinal)); // the wrong code on the profile page
        Assert.Empty(Complaints);
    }

    /// <summary>Six digits that are no code of now, nor of a step before or after.</summary>
    private static string Wrong(string secret)
    {
        var now = TimeProvider.System.GetUtcNow();
        var right = Enumerable.Range(-4, 9).Select(step => Authenticator.Code(secret, now.AddSeconds(30 * step))).ToHashSet();
        return Enumerable.Range(100_000, 10).Select(number => $"{number}").First(number => !right.Contains(number));
    }

    [Theory, Trait("Case", "HOST-84")]
    [InlineData("CSV")]
    [InlineData("Excel (XLSX)")]
    public async Task A_list_is_exported_for_a_reason_and_page_and_file_say_who_and_when(string format)
    {
        await SignInAsync(Page, "demo", "/customers?f=name.eq:欧阳晓明");
        var session = JsonNode.Parse(await (await Page.APIRequest.GetAsync(new Uri(Hub.Url, "/api/session").ToString())).TextAsync())!;
        var who = session["watermark"]!.GetValue<string>();
        var today = TimeProvider.System.GetUtcNow().ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd", null);
        var mark = await Page.Locator("svg.watermark").TextContentAsync();
        Assert.Contains(who, mark);
        Assert.Matches(@"\d{4}-\d\d-\d\d \d\d:\d\d", mark!);

        // The first answer about the job is held back at "running": with one customer nobody would see it otherwise.
        var asked = 0;
        await Page.RouteAsync(JobAddress(), async route =>
        {
            if (Interlocked.Increment(ref asked) > 1)
            {
                await route.ContinueAsync();
                return;
            }

            var answer = await route.FetchAsync();
            var job = JsonNode.Parse(await answer.TextAsync())!;
            (job["state"], job["done"], job["total"], job["file"]) = ("running", 1, 4, null);
            await route.FulfillAsync(new() { Response = answer, Body = job.ToJsonString() });
        });
        await Button(Page, "Export").ClickAsync();
        var dialog = Dialog(Page);
        await dialog.GetByText(format, new() { Exact = true }).ClickAsync();
        Assert.True(await dialog.Locator(".ant-btn-primary").IsDisabledAsync(), "there is no export without a reason");
        await dialog.Locator("textarea").FillAsync("Branch meeting");
        await dialog.Locator(".ant-btn-primary").ClickAsync();
        var card = Page.Locator(".job-card");
        await card.GetByRole(AriaRole.Progressbar).WaitForAsync();
        var download = await Page.RunAndWaitForDownloadAsync(() => card.GetByRole(AriaRole.Link).ClickAsync());
        var text = await TextAsync(await download.PathAsync(), format == "CSV");
        Assert.Matches($@"{session["name"]!.GetValue<string>()} demo {today} \d\d:\d\d:\d\d Branch meeting", text);
        Assert.Contains("欧阳晓明", text);
        Assert.Empty(Complaints);
    }

    private static async Task<string> TextAsync(string path, bool plain)
    {
        if (plain)
        {
            return await File.ReadAllTextAsync(path, Encoding.UTF8);
        }

        await using var book = await ZipFile.OpenReadAsync(path);
        using var sheet = new StreamReader(await book.Entries.Single(entry => entry.FullName.Contains("worksheets/", StringComparison.Ordinal)).OpenAsync());
        return await sheet.ReadToEndAsync();
    }

    [Fact, Trait("Case", "HOST-86")]
    public async Task A_session_that_is_ended_on_the_profile_page_is_over_with_its_next_request()
    {
        await SignInAsync(Page, "steward");
        await Page.EvaluateAsync("() => { window.sameDocument = true; }");
        var other = await OpenAsync("en");
        await SignInAsync(other, "steward", "/profile?tab=security");
        var others = Button(other, "Sign out");
        await others.First.WaitForAsync();
        for (var left = await others.CountAsync(); left > 0; left--)
        {
            await others.Nth(left - 1).ClickAsync();
            await others.Nth(left - 1).WaitForAsync(new() { State = WaitForSelectorState.Detached });
        }

        // Another page of the application; by a script, since the stream of what happens may have led to the sign-in page already.
        await Page.EvaluateAsync("() => document.querySelector('nav a[href=\"/ecif/messages\"]')?.click()");
        await Page.Locator("#password").WaitForAsync();
        Assert.Contains("/sign-in", Page.Url);
        Assert.True(await Page.EvaluateAsync<bool>("() => window.sameDocument === true"), "the page was loaded again");
        await GiveAsync(Page, "steward");
        await Page.Locator("#main h1").First.WaitForAsync();
        Assert.Empty(Complaints);
    }

    [Fact, Trait("Case", "HOST-87")]
    public async Task By_the_keyboard_alone_somebody_signs_in_finds_a_customer_shows_a_phone_and_comes_back_to_the_list_as_it_was()
    {
        var list = "/customers?f=name.starts:欧阳&sort=name.desc";
        await GoAsync(Page, list);
        await Page.Locator("#userName:focus").WaitForAsync();
        await Page.Keyboard.TypeAsync("demo");
        await Page.Keyboard.PressAsync("Tab");
        await Page.Keyboard.TypeAsync(Hub.Password);
        await Page.Keyboard.PressAsync("Enter");
        await Page.Locator(".list-table tbody tr").First.WaitForAsync();
        var (address, filter) = (Page.Url, await Page.Locator(".chips").InnerTextAsync());

        await Page.Keyboard.PressAsync("Control+k");
        await Page.Locator(".command input:focus").WaitForAsync();
        await Page.Keyboard.TypeAsync("oyxm");
        await Page.GetByRole(AriaRole.Option).Filter(new() { HasText = "欧阳晓明" }).First.WaitForAsync();
        await Page.Keyboard.PressAsync("Enter");
        await Chromium.IsAtAsync(Page, $"/customers/{Customer}*");

        await TabToAsync(".masked:has-text('138****8901') .masked-eye");
        await Page.Keyboard.PressAsync("Enter");
        await Dialog(Page).Locator("textarea:focus").WaitForAsync();
        await Page.Keyboard.TypeAsync("Calling back");
        await TabToAsync("[role=dialog] .ant-btn-primary");
        await Page.Keyboard.PressAsync("Enter");
        await Dialog(Page).GetByRole(AriaRole.Status).WaitForAsync();
        await Page.Keyboard.PressAsync("Escape");
        await Page.GetByText(PageHub.Mobile).First.WaitForAsync();

        await TabToAsync(".neighbours a");
        await Page.Keyboard.PressAsync("Enter");
        await Chromium.IsAtAsync(Page, address);
        await Page.Locator(".list-table tbody tr", new() { HasText = "欧阳晓明" }).WaitForAsync();
        Assert.Equal(filter, await Page.Locator(".chips").InnerTextAsync());
        Assert.Equal("descending", await Page.Locator("th[aria-sort]:has-text('Name')").GetAttributeAsync("aria-sort"));
        Assert.Empty(Complaints);
    }

    /// <summary>Presses Tab until something has the focus, for as long as there are controls on the page.</summary>
    private async Task TabToAsync(string selector)
    {
        await Page.Locator(selector).First.WaitForAsync();
        var controls = await Page.Locator("a, button, input, select, textarea, [tabindex]").CountAsync();
        for (var i = 0; i <= controls; i++)
        {
            await Page.Keyboard.PressAsync("Tab");
            if (await Page.Locator($"{selector}:focus").CountAsync() > 0)
            {
                return;
            }
        }

        Assert.Fail($"Tab does not reach {selector}");
    }

    [GeneratedRegex("^User ")]
    private static partial Regex PersonMenu();

    [GeneratedRegex("/api/jobs/[0-9a-f]+$")]
    private static partial Regex JobAddress();
}
