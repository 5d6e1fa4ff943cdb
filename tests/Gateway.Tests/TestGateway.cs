using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using Granary.Ecif.Contracts;
using Granary.Gateway.Listening;
using Granary.Tests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Granary.Gateway.Tests;

/// <summary>The gateway on free ports with the repository's own interface files, and a scripted place for each system that it calls.</summary>
internal sealed class TestGateway : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly string folder;

    private TestGateway(WebApplication app, string folder, FakeMaster master, Dictionary<string, PeerServer> servers, TestLog log)
    {
        this.app = app;
        this.folder = folder;
        Master = master;
        Servers = servers;
        Log = log;
    }

    public FakeMaster Master { get; }

    public TestLog Log { get; }

    public IReadOnlyDictionary<string, PeerServer> Servers { get; }

    public string Files => Path.Combine(folder, "wms");

    /// <summary>Where systems leave their files of holdings.</summary>
    public string Extracts => Path.Combine(folder, "holdings");

    public IServiceProvider Services => app.Services;

    public static Framing FramingOf(string system) => system switch
    {
        "CBS" or "CLMS" => Framing.EightDigits,
        "EBANK" => Framing.FourBytes,
        "CARD" => Framing.TwoBytes,
        _ => Framing.CrLf,
    };

    /// <summary>Long enough never to matter, unless a test shortens it.</summary>
    public static GatewayLimits Limits() => new()
    {
        BackOffFirst = TimeSpan.FromMilliseconds(20),
        BackOffMost = TimeSpan.FromMilliseconds(100),
        BusyPause = TimeSpan.FromMilliseconds(5),
        FilePoll = TimeSpan.FromMilliseconds(20),
    };

    public static async Task<TestGateway> StartAsync(GatewayLimits? limits = null, FakeMaster? master = null, TimeProvider? time = null, string? folder = null)
    {
        folder ??= Directory.CreateTempSubdirectory("granary-gateway-").FullName;
        Directory.CreateDirectory(Path.Combine(folder, "wms"));
        Directory.CreateDirectory(Path.Combine(folder, "holdings"));
        var servers = new[] { "CBS", "CLMS", "EBANK", "CARD", "IBP" }.ToDictionary(system => system, system => new PeerServer(FramingOf(system)));
        var endpoints = servers.ToDictionary(
            server => server.Key,
            server => (object)new { hub = "127.0.0.1:0", system = server.Value.Endpoint.ToString() });
        endpoints["WMS"] = new { directory = Path.Combine(folder, "wms") };
        var file = Path.Combine(folder, "endpoints.json");
        await File.WriteAllTextAsync(file, JsonSerializer.Serialize(endpoints));

        master ??= new FakeMaster();
        var log = new TestLog();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Information).AddProvider(log);
        builder.Services.AddSingleton(time ?? TimeProvider.System);
        builder.Services.AddSingleton<IIntake>(master).AddSingleton<IInquiry>(master).AddSingleton<IFileRegister>(master).AddSingleton<IHoldings>(master);
        builder.Services.AddGateway(new GatewayOptions
        {
            Interfaces = Path.Combine(Shared.RepositoryRoot, "interfaces"),
            Endpoints = file,
            Data = folder,
            Limits = limits ?? Limits(),
        });
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.UseGateway());
        var app = builder.Build();
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new TestGateway(app, folder, master, servers, log);
    }

    /// <summary>Waits for a state that must come; the test's own time-out is the only clock.</summary>
    public static async Task UntilAsync(Func<bool> state)
    {
        while (!state())
        {
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }
    }

    public IPEndPoint HubOf(string system) => Services.GetRequiredService<Listeners>().EndpointOf(system);

    public Task<Peer> ConnectAsync(string system, int receiveBuffer = 0) => Peer.ConnectAsync(HubOf(system), FramingOf(system), receiveBuffer);

    public ISystemLink Link(string system) => Services.GetServices<ISystemLink>().Single(link => link.System == system);

    /// <summary>The silence that the interface file declares as the end of a connection.</summary>
    public TimeSpan CloseAfter(string system) => Services.GetRequiredService<BankSystems>().All.Single(bank => bank.Code == system).Rules.CloseAfter;

    public SystemStatus Status(string system) => Services.GetRequiredService<ISystemStatusSource>().Read().Single(status => status.System == system);

    public static Delivery Delivery(string system, string key, int ordinal) => new(
        system,
        key,
        PartyKind.Person,
        "8000000001234",
        $"ECIF20260601{ordinal:D7}",
        ordinal,
        new DateTimeOffset(2026, 6, 1, 9, 0, 0, 137, TimeSpan.FromHours(8)),
        new Dictionary<string, string>
        {
            [PartyAttribute.Name] = "赵玥",
            [PartyAttribute.Document] = "01\u001F230183198603094823",
            [PartyAttribute.Mobile] = "13904510001",
        });

    /// <summary>Accepts the hub's connection to a system, answering the sign-on where there is one, and waits until the link is up.</summary>
    public async Task<Peer> AcceptAsync(string system)
    {
        var peer = await Servers[system].AcceptAsync();
        if (system == "CARD")
        {
            var (time, trace, _) = Frames.CardIdentity(await peer.ReadAsync());
            await peer.SendAsync(Frames.CardNetworkReply("001", time, trace));
        }

        await UntilAsync(() => Link(system).Connected);
        return peer;
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync(CancellationToken.None);
        await app.DisposeAsync();
        foreach (var server in Servers.Values)
        {
            server.Dispose();
        }

        Directory.Delete(folder, recursive: true);
    }
}

/// <summary>Keeps every log line, for what must and must not be in them.</summary>
internal sealed class TestLog : ILoggerProvider, ILogger
{
    public ConcurrentQueue<(EventId Id, string Text)> Lines { get; } = new();

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Lines.Enqueue((eventId, formatter(state, exception) + exception));

    public void Dispose()
    {
    }
}
