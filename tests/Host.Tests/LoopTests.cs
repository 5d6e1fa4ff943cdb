using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Granary.Host.Children;
using Microsoft.Playwright;

namespace Granary.Host.Tests;

/// <summary>The whole loop on real sockets: a person in a browser, the customer master, and every system of the bank, in both directions.</summary>
public sealed class LoopTests
{
    private const string Corrected = "13904517788";

    [Fact, Trait("Case", "HOST-90")]
    public async Task A_phone_corrected_in_the_browser_reaches_every_system_and_a_change_at_core_banking_the_open_page()
    {
        Assert.SkipWhen(Chromium.Lacking is not null, Chromium.Lacking ?? "");
        var seed = Random.Shared.Next(1_000_000);
        TestContext.Current.TestOutputHelper?.WriteLine($"seed {seed}");
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromMinutes(4));
        await using var hub = await TestHub.StartAsync(web: Repository.Web);
        await using var bank = await SimulatedBank.StartAsync(new BankPlan(Path.Combine(hub.Options.Data, "bank"), hub.Options.Endpoints, Rate: 0, Seed: seed), patience.Token);
        var keys = await BankCustomers.OpenEverywhereAsync(bank, patience.Token);
        using var api = await hub.SignedInAsync("demo");
        await BankCustomers.CloseDayAsync(bank, api, patience.Token); // wealth management says by its file whom it has
        var number = await BankCustomers.NumberAsync(api, keys, patience.Token);

        await using var chromium = await Chromium.LaunchAsync();
        List<string> complaints = [];
        var page = await chromium.OpenAsync("en", complaints);
        await page.GotoAsync(new Uri(hub.Url, $"/customers/{number}").ToString());
        await page.Locator("#userName").FillAsync("demo");
        await page.Locator("#password").FillAsync(hub.Password);
        await page.Keyboard.PressAsync("Enter");
        await page.GetByRole(AriaRole.Button, new() { Name = "Correct Mobile" }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).Locator("input").FillAsync(Corrected);
        await page.Keyboard.PressAsync("Enter");
        await page.Locator(".correction[data-state=accepted]").WaitForAsync();

        foreach (var system in BankCustomers.Online)
        {
            await BankCustomers.HoldsAsync(bank, system, keys[system], Corrected, patience.Token);
        }

        Assert.NotEqual(Corrected, await BankCustomers.MobileAsync(bank, "WMS", keys["WMS"], patience.Token));
        await BankCustomers.CloseDayAsync(bank, api, patience.Token);
        await BankCustomers.HoldsAsync(bank, "WMS", keys["WMS"], Corrected, patience.Token);

        var entries = page.Locator(".timeline > li");
        var before = await entries.CountAsync();
        for (var what = ""; what != "address";)
        {
            what = (await bank.SendAsync("/systems/CBS/change", new JsonObject { ["key"] = keys["CBS"] }, patience.Token))!["what"]!.GetValue<string>();
        }

        await entries.Nth(before).WaitForAsync();
        await entries.Filter(new() { HasText = "Home address" }).First.WaitForAsync();
        Assert.Empty(complaints);
    }

    [Fact, Trait("Case", "HOLD-30")]
    public async Task What_the_systems_report_online_and_at_the_end_of_the_day_is_with_the_customer_of_every_kind()
    {
        var seed = Random.Shared.Next(1_000_000);
        TestContext.Current.TestOutputHelper?.WriteLine($"seed {seed}");
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromMinutes(1));
        await using var hub = await TestHub.StartAsync();
        await using var bank = await SimulatedBank.StartAsync(new BankPlan(Path.Combine(hub.Options.Data, "bank"), hub.Options.Endpoints, Rate: 0, Seed: seed, Holdings: true), patience.Token);
        var keys = await BankCustomers.OpenEverywhereAsync(bank, patience.Token);
        using var api = await hub.SignedInAsync("demo");
        foreach (var (system, kind) in new[] { ("CBS", "deposit"), ("CLMS", "loan"), ("CARD", "card") })
        {
            var told = (await bank.SendAsync($"/systems/{system}/holding", new JsonObject { ["key"] = keys[system] }, patience.Token))!["account"]!.GetValue<string>();
            await HasAsync(api, keys, kind, told[^4..], patience.Token);
        }

        await Assert.ThrowsAsync<UserError>(() => bank.SendAsync("/systems/EBANK/holding", new JsonObject { ["key"] = keys["EBANK"] }, patience.Token));
        await BankCustomers.CloseDayAsync(bank, api, patience.Token);
        foreach (var kind in new[] { "deposit", "loan", "card", "wealth", "agency", "channel" })
        {
            await HasAsync(api, keys, kind, "", patience.Token);
        }

    }

    /// <summary>Waits until the customer has a holding of a kind whose number ends so; the rest of a number is masked.</summary>
    private static async Task HasAsync(Browser api, Dictionary<string, string> keys, string kind, string end, CancellationToken cancellation)
    {
        while (true)
        {
            foreach (var found in (await api.Http.GetFromJsonAsync<JsonArray>($"/api/parties?q={keys["CBS"]}", cancellation))!)
            {
                using var response = await api.Http.GetAsync($"/api/customers/{found!["number"]!.GetValue<string>()}/holdings", cancellation);
                if (response.IsSuccessStatusCode
                    && (await response.Content.ReadFromJsonAsync<JsonArray>(cancellation))!.Any(h => (string?)h!["kind"] == kind && ((string)h["account"]!).EndsWith(end, StringComparison.Ordinal)))
                {
                    return;
                }
            }

            await Task.Delay(100, cancellation);
        }
    }
}
