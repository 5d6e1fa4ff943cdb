using System.Net;
using System.Net.Sockets;
using Granary.Sim.Formats;

namespace Granary.Sim.Running;

/// <summary>Where the hub calls the system.</summary>
internal sealed class Listener(SystemFormat format, IPEndPoint endpoint, TimeProvider clock, ILogger log, Func<Telegram, byte[], (byte[] Reply, int DelayMs)> take)
{
    /// <summary>The hub keeps one connection (CBS: one per request); more than this is a fault of its own.</summary>
    private const int Connections = 128;

    private int _open;

    public int Open => Volatile.Read(ref _open);

    public async Task RunAsync(CancellationToken cancellation)
    {
        using var listener = new TcpListener(endpoint);
        listener.Start(Connections);
        try
        {
            while (true)
            {
                _ = ServeAsync(await listener.AcceptSocketAsync(cancellation), cancellation);
            }
        }
        finally
        {
            listener.Stop();
        }
    }

    private async Task ServeAsync(Socket socket, CancellationToken cancellation)
    {
        socket.NoDelay = true;
        Interlocked.Increment(ref _open);
        try
        {
            if (format.Conduct.Short)
            {
                await AnswerOneAsync(socket, cancellation);
            }
            else
            {
                await new Line(format, socket, clock, log) { Take = take }.RunAsync(cancellation);
            }
        }
        catch (Exception error) when (error is BadMessageException or BadFrameException)
        {
            log.BadMessage(format.System, error.Message);
        }
        catch (Exception error) when (error is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // The hub closed, or the system goes down: nothing is lost, the hub repeats what it has no reply to.
        }
        finally
        {
            socket.Dispose();
            Interlocked.Decrement(ref _open);
        }
    }

    private async Task AnswerOneAsync(Socket socket, CancellationToken cancellation)
    {
        await using var stream = new NetworkStream(socket, ownsSocket: true);
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        timeout.CancelAfter(format.Conduct.SilenceCloses);
        var message = await Calls.ReadOneAsync(format, stream, timeout.Token);
        var telegram = format.Decode(message);
        if (telegram.Kind == TelegramKind.Change)
        {
            var (reply, delay) = take(telegram, message);
            await Task.Delay(delay, timeout.Token);
            await stream.WriteAsync(reply, timeout.Token);
        }
        else
        {
            await stream.WriteAsync(format.EncodeReply(telegram, format.Say(Verdict.UnknownService, "未知服务"), clock.Now()), timeout.Token);
        }

        // The caller closes.
        await stream.CopyToAsync(Stream.Null, timeout.Token);
    }
}
