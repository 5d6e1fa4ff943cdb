using System.Net;
using System.Net.Sockets;
using Granary.Sim.Formats;
using Granary.Sim.Running;
using Granary.Sim.Systems;
using Microsoft.Extensions.Logging.Abstractions;

namespace Granary.Sim.Tests;

/// <summary>A simulated bank in this process, on free ports, with a scripted hub.</summary>
internal sealed class Harness : IAsyncDisposable
{
    private Harness(FakeHub hub, string folder, IReadOnlyDictionary<string, int> own)
    {
        (Hub, Folder, OwnPorts) = (hub, folder, own);
    }

    public FakeHub Hub { get; private set; }

    public Bank Bank { get; private set; } = null!;

    public string Folder { get; }

    public string WmsFolder => Path.Combine(Folder, "wms");

    public IReadOnlyDictionary<string, int> OwnPorts { get; }

    public static IEnumerable<string> Online => SystemFormats.All.Select(format => format.System).Where(system => system != SystemFormats.FileSystem);

    public static async Task<Harness> StartAsync(bool keep = false, string? record = null, int seed = 1, bool holdings = false, params string[] systems)
    {
        var folder = Directory.CreateTempSubdirectory("granary-sim").FullName;
        var harness = new Harness(new FakeHub(), folder, FreePorts());
        harness.Bank = new(harness.Options(keep, record, seed, holdings, systems), TimeProvider.System, NullLogger<Bank>.Instance);
        await harness.Bank.StartAsync(default);
        return harness;
    }

    public BankSystem System(string system) => Bank.Find(system)!;

    /// <summary>Opens a person at a system by the front door and waits until the hub has answered.</summary>
    public async Task<string> OpenAsync(string system)
    {
        var before = System(system).Book.Customers.Select(customer => customer.Key).ToHashSet();
        while (System(system).Book.Count == before.Count)
        {
            await Bank.Life.StepAsync(default);
        }

        await UntilAsync(() => Bank.Pending == 0);
        return System(system).Book.Customers.First(customer => !before.Contains(customer.Key)).Key;
    }

    public Task<byte[]> TellAsync(string system, byte[] frame) => FakeHub.TellAsync(SystemFormats.Of(system), OwnPorts[system], frame);

    /// <summary>A change as the hub would send it, under a number.</summary>
    public byte[] FromHub(string system, string key, int number, Action<Fields> say)
    {
        var format = SystemFormats.Of(system);
        var fields = new Fields
        {
            [Fields.MessageId] = $"ECIF20260601{number:0000000}",
            [Fields.Sender] = SystemFormat.Hub,
            [Fields.Stan] = $"{number:000000}",
            [Fields.Rrn] = $"60601{number:0000000}",
            [Fields.At] = format.TimeForm == BeijingTime.Seconds ? "2026-06-01T09:00:00" : "2026-06-01T09:00:00.137",
            [Fields.Branch] = "0000000000",
            [Fields.Operation] = "U",
            [Fields.Kind] = Fields.Person,
            [Fields.Key] = key,
            [Fields.IdType] = "01",
            [Fields.IdNumber] = "230183198603094823",
            [Fields.Name] = "赵玥",
        };
        say(fields);
        return format.EncodeChange(fields);
    }

    public async Task RestartHubAsync()
    {
        var (ports, react) = (Hub.Ports, Hub.React);
        await Hub.DisposeAsync();
        Hub = new FakeHub(ports) { React = react };
    }

    public async ValueTask DisposeAsync()
    {
        await Bank.StopAsync(default);
        Bank.Dispose();
        await Hub.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }

    /// <summary>Waits for a condition that other tasks bring about; the bound only ends a test that hangs.</summary>
    public static async Task UntilAsync(Func<bool> condition)
    {
        using var bound = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!condition())
        {
            await Task.Delay(10, bound.Token);
        }
    }

    public static IReadOnlyDictionary<string, int> FreePorts()
    {
        var listeners = Online.ToDictionary(system => system, _ => new TcpListener(IPAddress.Loopback, 0));
        foreach (var listener in listeners.Values)
        {
            listener.Start();
        }

        var ports = listeners.ToDictionary(pair => pair.Key, pair => ((IPEndPoint)pair.Value.LocalEndpoint).Port);
        foreach (var listener in listeners.Values)
        {
            listener.Stop();
        }

        return ports;
    }

    private BankOptions Options(bool keep, string? record, int seed, bool holdings, string[] systems) => new()
    {
        Systems = systems.Length > 0 ? systems : [.. SystemFormats.All.Select(format => format.System)],
        Endpoints = new(Online.ToDictionary(system => system, system => (new IPEndPoint(IPAddress.Loopback, Hub.Ports[system]), new IPEndPoint(IPAddress.Loopback, OwnPorts[system]))), WmsFolder),
        Store = keep ? Path.Combine(Folder, "store") : null,
        Record = record,
        Seed = seed,
        Holdings = holdings,
    };
}
