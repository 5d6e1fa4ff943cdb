using System.Text.Json.Nodes;
using Granary.Host.Children;
using Granary.Host.Replay;
using Granary.Wire;

namespace Granary.Host.Tests;

/// <summary>A hub and a whole simulated bank in processes of their own, with every system sending back what it is told, rewritten.</summary>
public sealed class EchoTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    [Fact, Trait("Case", "HOST-44")]
    public async Task Where_every_system_echoes_and_rewrites_what_it_is_told_the_traffic_dies_out_and_all_agree()
    {
        var seed = Random.Shared.Next(1_000_000);
        TestContext.Current.TestOutputHelper?.WriteLine($"seed {seed}");
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        var folder = Directory.CreateTempSubdirectory("granary-echo-").FullName;
        var formats = Interface.LoadAll(Repository.Interfaces);
        var endpoints = Topology.OnFreePorts(folder, formats);
        await using var hub = await HubProcess.StartAsync(
            new HubPlan($"Data Source={Path.Combine(folder, "granary.db")}", Path.Combine(folder, "hub"), Repository.Interfaces, endpoints, null, null), patience.Token);
        await using var bank = await SimulatedBank.StartAsync(new BankPlan(Path.Combine(folder, "bank"), endpoints, Rate: 0, Seed: seed), patience.Token);
        using var api = new HubApi(hub.Url, hub.Key);

        await LiveAsync(bank, 25, TimeSpan.FromSeconds(5), patience.Token);
        foreach (var system in await bank.SystemsAsync(patience.Token))
        {
            await bank.SendAsync($"/systems/{system}/switches", new JsonObject { ["echo"] = true, ["rewrite"] = true }, patience.Token);
        }

        await LiveAsync(bank, 25, TimeSpan.FromSeconds(8), patience.Token);
        var received = await QuietAsync(bank, api, patience.Token);
        await Task.Delay(TimeSpan.FromSeconds(3), patience.Token);
        Assert.True(received > 100, $"seed {seed}: only {received} messages were said");
        Assert.Equal(received, await QuietAsync(bank, api, patience.Token));

        List<string> differences = [];
        foreach (var system in formats.Where(f => f.Connection.Kind != ConnectionKind.Files).Select(f => f.System))
        {
            var projections = await api.ProjectionsAsync(system, patience.Token).ToDictionaryAsync(p => p.Key, cancellationToken: patience.Token);
            await foreach (var customer in bank.CustomersAsync(system, patience.Token))
            {
                differences.AddRange(Convergence.Of(formats.Single(f => f.System == system), customer, projections.GetValueOrDefault(customer.Key))
                    .Select(d => $"{d.Record.System} {d.Record.Key} {d.Attribute}"));
            }
        }

        Assert.True(differences.Count == 0, $"seed {seed}: {string.Join("; ", differences.Take(10))}");
    }

    private static async Task LiveAsync(SimulatedBank bank, double rate, TimeSpan time, CancellationToken cancellation)
    {
        await bank.SendAsync("/life", new JsonObject { ["rate"] = rate }, cancellation);
        await Task.Delay(time, cancellation);
        await bank.SendAsync("/life", new JsonObject { ["rate"] = 0 }, cancellation);
    }

    /// <summary>Waits until nothing is under way; how many messages the hub has decided by then.</summary>
    private static async Task<long> QuietAsync(SimulatedBank bank, HubApi api, CancellationToken cancellation)
    {
        for (var quiet = 0; quiet < 3;)
        {
            await Task.Delay(TimeSpan.FromSeconds(1.1), cancellation);
            var backlog = (await api.SystemsAsync(cancellation)).Where(s => s.Kind == "online").Sum(s => s.Backlog);
            quiet = backlog == 0 && await bank.IsQuietAsync(cancellation) ? quiet + 1 : 0;
        }

        return (await api.FiguresAsync(cancellation)).Received;
    }
}
