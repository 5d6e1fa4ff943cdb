using System.Buffers.Binary;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Granary.Bench;

/// <summary>A bank system's side of the sockets: as fast as the replies come, or at a rate whatever the replies do.</summary>
internal static class Senders
{
    private const int Window = 64;

    /// <summary>Sends on all connections, so many ahead of the replies on each.</summary>
    public static Task SendAllAsync(int port, byte[][] frames) => EachAsync(frames, async mine =>
    {
        using var client = await ConnectAsync(port);
        using var window = new SemaphoreSlim(Window);
        var reading = ReadAsync(client.GetStream(), mine.Length, _ => window.Release());
        foreach (var (_, frame) in mine)
        {
            await window.WaitAsync();
            await client.GetStream().WriteAsync(frame);
        }

        await reading;
    });

    /// <summary>Sends each frame at its time and gives, in their order, the milliseconds from then to its reply: who waits in a queue has waited.</summary>
    public static async Task<double[]> AtRateAsync(int port, byte[][] frames, int perSecond)
    {
        var (waited, first) = (new double[frames.Length], Customers.NumberOf(frames[0].AsSpan(4)));
        var start = Stopwatch.GetTimestamp() + (Stopwatch.Frequency / 10);
        long Due(int i) => start + (long)(i * (double)Stopwatch.Frequency / perSecond);
        await EachAsync(frames, async mine =>
        {
            using var client = await ConnectAsync(port);
            var reading = ReadAsync(client.GetStream(), mine.Length, number => waited[number - first] = Stopwatch.GetElapsedTime(Due(number - first)).TotalMilliseconds);
            foreach (var (i, frame) in mine)
            {
                while (Due(i) - Stopwatch.GetTimestamp() is > 0 and var early)
                {
                    await Task.Delay(TimeSpan.FromSeconds((double)early / Stopwatch.Frequency));
                }

                await client.GetStream().WriteAsync(frame);
            }

            await reading;
        });
        return waited;
    }

    private static Task EachAsync(byte[][] frames, Func<(int I, byte[] Frame)[], Task> send) =>
        Task.WhenAll(Enumerable.Range(0, BenchHub.Connections).Select(c => send([.. frames.Index().Where(f => f.Index % BenchHub.Connections == c)])));

    private static async Task<TcpClient> ConnectAsync(int port)
    {
        var client = new TcpClient { NoDelay = true };
        await client.ConnectAsync(IPAddress.Loopback, port);
        return client;
    }

    private static async Task ReadAsync(NetworkStream stream, int replies, Action<int> replied)
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

            replied(Customers.NumberOf(reply));
        }
    }
}
