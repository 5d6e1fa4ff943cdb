using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using Granary.Sim.Formats;

namespace Granary.Sim.Tests;

/// <summary>The simulator as a process of its own, killed.</summary>
public sealed class KilledProcessTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("granary-killed").FullName;
    private HttpClient _http = new();
    private Process? _process;

    public void Dispose()
    {
        _process?.Kill();
        _process?.Dispose();
        _http.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    [Trait("Case", "SIM-50")]
    public async Task A_killed_bank_goes_on_with_its_customers_its_numbers_and_what_it_had_still_to_send()
    {
        await using var hub = new FakeHub();
        var own = Harness.FreePorts();
        await File.WriteAllTextAsync(Path.Combine(_folder, "endpoints.json"), JsonSerializer.Serialize(
            hub.Ports.ToDictionary(port => port.Key, object (port) => new { hub = $"127.0.0.1:{port.Value}", system = $"127.0.0.1:{own[port.Key]}" })
                .Append(new("WMS", new { directory = Path.Combine(_folder, "wms") })).ToDictionary(pair => pair.Key, pair => pair.Value)));
        // From the second message on, no verdict: the rest has to survive.
        hub.React = (heard, _) => heard.Id.EndsWith("0000001", StringComparison.Ordinal) ? Reaction.Done : Reaction.TryAgain;

        await StartAsync();
        await _http.PostAsJsonAsync("life", new { rate = 50 });
        await Harness.UntilAsync(() => hub.From("CBS").Count(IsChange) >= 1 && hub.From("EBANK").Count(IsChange) >= 1);
        await _http.PostAsJsonAsync("life", new { rate = 0 });
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(HttpStatusCode.OK, (await _http.PostAsJsonAsync("people/open", new { from = "EBANK", to = "CBS" })).StatusCode);
        }

        await Harness.UntilAsync(() => hub.From("CBS").Where(IsChange).Select(heard => heard.Id).Distinct().Count() >= 4);
        var before = await CustomersAsync("CBS");
        var waiting = hub.From("CBS").Where(IsChange).GroupBy(heard => heard.Id).ToDictionary(same => same.Key, same => same.First().Bytes);
        _process!.Kill(); // SIGKILL

        await hub.DisposeAsync();
        await using var next = new FakeHub(hub.Ports);
        await StartAsync();
        Assert.Equal(before, await CustomersAsync("CBS"));
        waiting.Remove(waiting.Keys.Min(StringComparer.Ordinal)!); // the first had its verdict
        await Harness.UntilAsync(() => waiting.Keys.All(id => next.From("CBS").Any(heard => heard.Id == id)));
        Assert.All(waiting, sent => Assert.Equal(Convert.ToHexString(sent.Value), Convert.ToHexString(next.From("CBS").First(heard => heard.Id == sent.Key).Bytes)));

        while (!(await _http.GetFromJsonAsync<JsonElement>("quiet")).GetProperty("quiet").GetBoolean())
        {
            await Task.Delay(20);
        }

        var last = next.From("CBS").Select(heard => heard.Id).Concat(waiting.Keys).Max(StringComparer.Ordinal);
        await _http.PostAsJsonAsync("systems/CBS/change", new { });
        await Harness.UntilAsync(() => next.From("CBS").Any(heard => string.CompareOrdinal(heard.Id, last) > 0));
    }

    private static bool IsChange(Heard heard) => heard.Telegram.Kind == TelegramKind.Change;

    private async Task StartAsync()
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        var port = ((IPEndPoint)free.LocalEndpoint).Port;
        free.Stop();
        _process?.Dispose();
        _process = Process.Start(new ProcessStartInfo(
            "dotnet",
            [Path.Combine(AppContext.BaseDirectory, "Granary.Sim.dll"), "--endpoints", Path.Combine(_folder, "endpoints.json"), "--store", Path.Combine(_folder, "store"), "--control", $"{port}"])
        {
            WorkingDirectory = _folder,
            RedirectStandardOutput = true,
        })!;
        _process.OutputDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
        _http.Dispose();
        _http = new() { BaseAddress = new($"http://127.0.0.1:{port}/") };
        using var bound = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!await HealthyAsync())
        {
            await Task.Delay(50, bound.Token);
        }
    }

    private async Task<bool> HealthyAsync()
    {
        try
        {
            return (await _http.GetAsync("health")).IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private async Task<string> CustomersAsync(string system) => await _http.GetStringAsync($"systems/{system}/customers");
}
