using System.IO.Pipelines;
using System.Net;
using System.Net.Sockets;
using Granary.Sim.Formats;
using Granary.Sim.Store;

namespace Granary.Sim.Running;

/// <summary>The system's own connections to the hub: long ones that come back after a break, or one per request.</summary>
internal sealed class Calls(SystemFormat format, IPEndPoint hub, Outbox outbox, TimeProvider clock, ILogger log, Func<Telegram, byte[], (byte[] Reply, int DelayMs)> take)
{
    private static readonly TimeSpan FirstBackOff = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LastBackOff = TimeSpan.FromSeconds(2);

    private int _open;
    private int _lost;

    public int Open => Volatile.Read(ref _open);

    /// <summary>Whether the hub was there when it was last called.</summary>
    public bool Reached => Volatile.Read(ref _lost) == 0 && (format.Conduct.Short || Open > 0);

    public Task RunAsync(CancellationToken cancellation) => format.Conduct.Short
        ? ShortAsync(cancellation)
        : Task.WhenAll(Enumerable.Range(0, format.Conduct.Connections).Select(_ => LongAsync(cancellation)));

    private async Task LongAsync(CancellationToken cancellation)
    {
        var backOff = FirstBackOff;
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            try
            {
                var socket = await ConnectAsync(cancellation);
                backOff = FirstBackOff;
                try
                {
                    Found(Interlocked.Increment(ref _open));
                    var line = new Line(format, socket, clock, log) { Take = take, Outbox = outbox, Window = Math.Max(1, format.Conduct.InFlight / format.Conduct.Connections) };
                    await line.RunAsync(cancellation);
                }
                finally
                {
                    Interlocked.Decrement(ref _open);
                }
            }
            catch (Exception error) when (IsBroken(error))
            {
                Lost(error);
            }

            await BackOffAsync(backOff, cancellation);
            backOff = backOff * 2 < LastBackOff ? backOff * 2 : LastBackOff;
        }
    }

    /// <summary>Connect, ask, read the reply, close; as many at once as the system may.</summary>
    private async Task ShortAsync(CancellationToken cancellation)
    {
        using var places = new SemaphoreSlim(format.Conduct.Connections);
        var held = 0;
        try
        {
            while (true)
            {
                await places.WaitAsync(cancellation);
                held = 1;
                var outgoing = await outbox.TakeAsync(cancellation);
                held = 0;
                _ = AskAndLeaveAsync(outgoing, places, cancellation);
                await Task.Delay(Volatile.Read(ref _lost) == 1 ? LastBackOff / 10 : TimeSpan.Zero, cancellation);
            }
        }
        finally
        {
            // Every request that is under way gives its place back before the system is down.
            for (var i = held; i < format.Conduct.Connections; i++)
            {
                await places.WaitAsync(CancellationToken.None);
            }
        }
    }

    private async Task AskAndLeaveAsync(Outgoing outgoing, SemaphoreSlim places, CancellationToken cancellation)
    {
        try
        {
            await AskAsync(outgoing, cancellation);
            Found(1);
        }
        catch (Exception error) when (IsBroken(error))
        {
            outbox.PutBack(outgoing, later: true);
            Lost(error);
        }
        catch (OperationCanceledException)
        {
            outbox.PutBack(outgoing);
            if (!cancellation.IsCancellationRequested)
            {
                log.NoReply(format.System, outgoing.Id);
            }
        }
        finally
        {
            places.Release();
        }
    }

    private async Task AskAsync(Outgoing outgoing, CancellationToken cancellation)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        timeout.CancelAfter(format.Conduct.ReplyWithin);
        do
        {
            var socket = await ConnectAsync(timeout.Token);
            Interlocked.Increment(ref _open);
            try
            {
                await using var stream = new NetworkStream(socket, ownsSocket: true);
                var again = outgoing.Tries > 0 && outgoing.SendAgain;
                if (again)
                {
                    outgoing.SendAgain = false;
                    outbox.SendingAgain();
                }
                else
                {
                    outbox.Sending(outgoing);
                }

                await stream.WriteAsync(outgoing.Frame, timeout.Token);
                outbox.Settle(format.Decode(await ReadOneAsync(format, stream, timeout.Token)));
            }
            finally
            {
                Interlocked.Decrement(ref _open);
            }
        }
        while (outgoing.SendAgain);
    }

    public static async Task<byte[]> ReadOneAsync(SystemFormat format, Stream stream, CancellationToken cancellation)
    {
        var reader = PipeReader.Create(stream, new(leaveOpen: true));
        while (true)
        {
            var result = await reader.ReadAsync(cancellation);
            var buffer = result.Buffer;
            if (format.TryReadMessage(ref buffer, out var message))
            {
                return message;
            }

            reader.AdvanceTo(buffer.Start, buffer.End);
            if (result.IsCompleted)
            {
                throw new IOException("the other side closed");
            }
        }
    }

    private async Task<Socket> ConnectAsync(CancellationToken cancellation)
    {
        var socket = new Socket(hub.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(hub, cancellation);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static bool IsBroken(Exception error) => error is SocketException or IOException or ObjectDisposedException or BadMessageException or BadFrameException;

    /// <summary>Half the time and a random half more, so that connections do not come back all at once.</summary>
    private static Task BackOffAsync(TimeSpan backOff, CancellationToken cancellation) =>
        Task.Delay(backOff * (0.5 + (Random.Shared.NextDouble() / 2)), cancellation);

    // One line in the log when the hub is lost and one when it is back, however many connections there are.
    private void Lost(Exception error)
    {
        if (Interlocked.Exchange(ref _lost, 1) == 0)
        {
            log.Lost(format.System, error.Message);
        }
    }

    private void Found(int count)
    {
        if (Interlocked.Exchange(ref _lost, 0) == 1)
        {
            log.Connected(format.System, count);
        }
    }
}
