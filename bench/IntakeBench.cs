using System.Buffers.Binary;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Net;
using System.Net.Sockets;
using Granary.Ecif;
using Granary.Gateway;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Granary.Bench;

internal sealed record IntakeResult(double PerSecond, double MessagesPerBatch);

/// <summary>
/// Durable intake as a bank system sees it: 16 connections over real sockets, frames decoded, resolved, committed and replied to.
/// From the first byte sent to the last reply read. The database has its default durability.
/// </summary>
internal static class IntakeBench
{
    private const int Connections = 16;
    private const int Window = 32;

    /// <summary>Unmeasured messages first: what a server compiles in its first seconds is not what it does all day.</summary>
    public const int Warming = 5_000;

    public static async Task<IntakeResult> RunAsync(BenchEngine engine, int messages)
    {
        var (database, drop) = await engine.CreateAsync();
        var folder = Directory.CreateTempSubdirectory("granary-bench-");
        try
        {
            var port = FreePort();
            File.WriteAllText(Path.Combine(folder.FullName, "BENCH.yaml"), Interface());
            File.WriteAllText(Path.Combine(folder.FullName, "endpoints.json"), $"{{\"EBANK\":{{\"hub\":\"127.0.0.1:{port}\",\"system\":\"127.0.0.1:{FreePort()}\"}}}}");
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            builder.Services.AddEcif(new EcifOptions { Database = database, SurvivorshipFile = Path.Combine(Repository.Root, "rules", "survivorship.yaml") });
            builder.Services.AddGateway(new GatewayOptions { Interfaces = folder.FullName, Endpoints = Path.Combine(folder.FullName, "endpoints.json"), Data = folder.FullName });
            builder.WebHost.ConfigureKestrel(kestrel => kestrel.UseGateway());
            await using var app = builder.Build();
            await app.Services.MigrateEcifAsync(CancellationToken.None);
            await app.StartAsync();

            var batches = 0;
            using var listener = new MeterListener();
            listener.InstrumentPublished = (instrument, l) =>
            {
                if (instrument.Name == "granary.intake.batch.messages")
                {
                    l.EnableMeasurementEvents(instrument);
                }
            };
            listener.SetMeasurementEventCallback<long>((_, _, _, _) => Interlocked.Increment(ref batches));
            listener.Start();

            var random = new Random(1);
            var frames = Enumerable.Range(0, Warming + messages).Select(i => Customers.Frame(i, random)).ToArray();
            await SendAllAsync(port, frames[..Warming]);
            batches = 0;
            var started = Stopwatch.GetTimestamp();
            await SendAllAsync(port, frames[Warming..]);
            var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
            await app.StopAsync();
            return new IntakeResult(messages / seconds, (double)messages / Math.Max(1, batches));
        }
        finally
        {
            folder.Delete(recursive: true);
            await drop();
        }
    }

    private static Task SendAllAsync(int port, byte[][] frames) =>
        Task.WhenAll(Enumerable.Range(0, Connections).Select(c => SendAsync(port, frames, c)));

    private static async Task SendAsync(int port, byte[][] frames, int connection)
    {
        using var client = new TcpClient { NoDelay = true };
        await client.ConnectAsync(IPAddress.Loopback, port);
        var stream = client.GetStream();
        using var window = new SemaphoreSlim(Window);
        var mine = frames.Where((_, i) => i % Connections == connection).ToArray();
        var reading = ReadAsync(stream, mine.Length, window);
        foreach (var frame in mine)
        {
            await window.WaitAsync();
            await stream.WriteAsync(frame);
        }

        await reading;
    }

    private static async Task ReadAsync(NetworkStream stream, int replies, SemaphoreSlim window)
    {
        var buffered = new BufferedStream(stream, 1 << 16);
        var header = new byte[4];
        for (var i = 0; i < replies; i++)
        {
            await buffered.ReadExactlyAsync(header);
            var reply = new byte[BinaryPrimitives.ReadInt32BigEndian(header)];
            await buffered.ReadExactlyAsync(reply);
            if (!reply.AsSpan().StartsWith("{\"id\":\"B"u8) || reply.AsSpan().IndexOf("\"ok\":true"u8) < 0)
            {
                throw new InvalidOperationException("The hub refused a message of the benchmark.");
            }

            window.Release();
        }
    }

    // The interface as it is, but for the bank's own number of connections.
    private static string Interface() =>
        File.ReadAllText(Path.Combine(Repository.Root, "interfaces", "EBANK.yaml")).Replace("connections-in: 8", $"connections-in: {Connections}", StringComparison.Ordinal);

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
