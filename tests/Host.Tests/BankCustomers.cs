using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Granary.Host.Children;

namespace Granary.Host.Tests;

/// <summary>Customers of the simulated bank, for stories that go through all its systems.</summary>
internal static class BankCustomers
{
    /// <summary>The systems that are told at once; wealth management hears of the day at its close.</summary>
    public static readonly string[] Online = ["CBS", "CLMS", "EBANK", "CARD", "IBP"];

    /// <summary>One person with an account at each of the six systems; the key at each.</summary>
    public static async Task<Dictionary<string, string>> OpenEverywhereAsync(SimulatedBank bank, CancellationToken cancellation)
    {
        await bank.SendAsync("/life", new JsonObject { ["rate"] = 10 }, cancellation);
        string? first = null;
        while (first is null)
        {
            await Task.Delay(100, cancellation);
            first = await bank.CustomersAsync("CBS", cancellation).Select(c => c.Key).FirstOrDefaultAsync(cancellation);
        }

        await bank.SendAsync("/life", new JsonObject { ["rate"] = 0 }, cancellation);
        var keys = new Dictionary<string, string> { ["CBS"] = first };
        foreach (var system in await bank.SystemsAsync(cancellation))
        {
            // The bank picks who goes; there are a few people only.
            while (!keys.ContainsKey(system))
            {
                var opened = (await bank.SendAsync("/people/open", new JsonObject { ["from"] = "CBS", ["to"] = system }, cancellation))!;
                if (opened["fromKey"]!.GetValue<string>() == first)
                {
                    keys.Add(system, opened["key"]!.GetValue<string>());
                }
            }
        }

        while (!await bank.IsQuietAsync(cancellation))
        {
            await Task.Delay(100, cancellation);
        }

        return keys;
    }

    /// <summary>The party of all six keys, once it has them.</summary>
    public static async Task<string> NumberAsync(Browser api, Dictionary<string, string> keys, CancellationToken cancellation)
    {
        while (true)
        {
            foreach (var found in (await api.Http.GetFromJsonAsync<JsonArray>($"/api/parties?q={keys["CBS"]}", cancellation))!)
            {
                var number = found!["number"]!.GetValue<string>();
                var party = (await api.Http.GetFromJsonAsync<JsonObject>($"/api/parties/{number}", cancellation))!;
                if (party["records"]!.AsArray().Select(r => r!["key"]!.GetValue<string>()).ToHashSet().IsSupersetOf(keys.Values))
                {
                    return number;
                }
            }

            await Task.Delay(100, cancellation);
        }
    }

    /// <summary>Both sides write their files and take the other's.</summary>
    public static async Task CloseDayAsync(SimulatedBank bank, Browser api, CancellationToken cancellation)
    {
        await bank.SendAsync("/close-day", new JsonObject(), cancellation);
        (await api.SendAsync(HttpMethod.Post, "/api/day-close")).Dispose();
    }

    /// <summary>Waits until a system holds the number for its customer.</summary>
    public static async Task HoldsAsync(SimulatedBank bank, string system, string key, string mobile, CancellationToken cancellation)
    {
        while (await MobileAsync(bank, system, key, cancellation) != mobile)
        {
            await Task.Delay(50, cancellation);
        }
    }

    public static async Task<string?> MobileAsync(SimulatedBank bank, string system, string key, CancellationToken cancellation) =>
        (await bank.CustomersAsync(system, cancellation).FirstAsync(c => c.Key == key, cancellation)).Fields.GetValueOrDefault("mobile");
}
