using System.Diagnostics.Metrics;
using System.Net;
using System.Net.Sockets;
using Granary.Ecif;
using Granary.Ecif.Contracts;
using Granary.Gateway;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Granary.Bench;

/// <summary>The customer master and the gateway over a database, with EBANK's port open, in this process. Counts its batches.</summary>
internal sealed class BenchHub : IAsyncDisposable
{
    /// <summary>As many as EBANK opens: with its interface changed the hub would tell it everything anew.</summary>
    public const int Connections = 8;

    private readonly WebApplication _app;
    private readonly DirectoryInfo _folder;
    private readonly MeterListener _listener = new();
    private int _batches;

    private BenchHub(WebApplication app, DirectoryInfo folder, int port)
    {
        (_app, _folder, Port) = (app, folder, port);
        _listener.InstrumentPublished = (instrument, l) =>
        {
            if (instrument.Name == "granary.intake.batch.messages")
            {
                l.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((_, _, _, _) => Interlocked.Increment(ref _batches));
        _listener.Start();
    }

    public int Port { get; }

    /// <summary>Batches committed since the last time that this was asked.</summary>
    public int TakeBatches() => Math.Max(1, Interlocked.Exchange(ref _batches, 0));

    public static async Task<BenchHub> StartAsync(string database)
    {
        var folder = Directory.CreateTempSubdirectory("granary-bench-");
        var port = FreePort();
        File.Copy(Path.Combine(Repository.Root, "interfaces", "EBANK.yaml"), Path.Combine(folder.FullName, "EBANK.yaml"));
        File.WriteAllText(Path.Combine(folder.FullName, "endpoints.json"), $"{{\"EBANK\":{{\"hub\":\"127.0.0.1:{port}\",\"system\":\"127.0.0.1:{FreePort()}\"}}}}");
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddEcif(new EcifOptions { Database = database, SurvivorshipFile = Path.Combine(Repository.Root, "rules", "survivorship.yaml") });
        builder.Services.AddGateway(new GatewayOptions { Interfaces = folder.FullName, Endpoints = Path.Combine(folder.FullName, "endpoints.json"), Data = folder.FullName });
        builder.Services.AddSingleton<IHoldings, NoHoldings>();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.UseGateway());
        var app = builder.Build();
        await app.Services.MigrateEcifAsync(CancellationToken.None);
        await app.StartAsync();
        return new BenchHub(app, folder, port);
    }

    public async ValueTask DisposeAsync()
    {
        _listener.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>EBANK reports no accounts.</summary>
    private sealed class NoHoldings : IHoldings
    {
        public Task TakeAsync(IReadOnlyList<HoldingReport> reports, CancellationToken cancellation) => throw new NotSupportedException();

        public Task<Verdict> TakeAsync(string messageId, byte[] bodyHash, HoldingReport report, CancellationToken cancellation) => throw new NotSupportedException();
    }
}
