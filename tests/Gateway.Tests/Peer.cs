using System.Net;
using System.Net.Sockets;

namespace Granary.Gateway.Tests;

/// <summary>How a peer's bytes are cut into frames.</summary>
internal enum Framing
{
    EightDigits,
    FourBytes,
    TwoBytes,
    CrLf,
}

/// <summary>A scripted peer on a real socket: sends and expects bytes, and misbehaves when told to.</summary>
internal sealed class Peer(Socket socket, Framing framing) : IAsyncDisposable
{
    private readonly NetworkStream stream = new(socket, ownsSocket: true);

    public static async Task<Peer> ConnectAsync(IPEndPoint hub, Framing framing, int receiveBuffer = 0)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        if (receiveBuffer > 0)
        {
            socket.ReceiveBufferSize = receiveBuffer;
        }

        await socket.ConnectAsync(hub, TestContext.Current.CancellationToken);
        return new Peer(socket, framing);
    }

    public Task SendAsync(ReadOnlyMemory<byte> bytes) => stream.WriteAsync(bytes, TestContext.Current.CancellationToken).AsTask();

    /// <summary>The next frame without prefix or line end.</summary>
    public async Task<byte[]> ReadAsync()
    {
        if (framing == Framing.CrLf)
        {
            var line = new List<byte>();
            while (line.Count < 2 || line[^2] != '\r' || line[^1] != '\n')
            {
                line.Add((await ExactlyAsync(1))[0]);
            }

            return [.. line[..^2]];
        }

        var length = framing switch
        {
            Framing.EightDigits => int.Parse(await ExactlyAsync(8)),
            Framing.FourBytes => (int)System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(await ExactlyAsync(4)),
            _ => System.Buffers.Binary.BinaryPrimitives.ReadUInt16BigEndian(await ExactlyAsync(2)),
        };
        return await ExactlyAsync(length);
    }

    public async Task<string> ReadTextAsync() => Frames.Text(framing, await ReadAsync());

    /// <summary>Reads until the hub has closed, by FIN or by RST; the bytes that came before.</summary>
    public async Task<byte[]> ReadToEndAsync()
    {
        var all = new MemoryStream();
        try
        {
            await stream.CopyToAsync(all, TestContext.Current.CancellationToken);
        }
        catch (IOException)
        {
            // A reset is an end too.
        }

        return all.ToArray();
    }

    /// <summary>Closes the sending half; replies may still come.</summary>
    public void Finish() => socket.Shutdown(SocketShutdown.Send);

    /// <summary>Dies: RST.</summary>
    public void Reset()
    {
        socket.LingerState = new LingerOption(true, 0);
        stream.Close();
    }

    public ValueTask DisposeAsync() => stream.DisposeAsync();

    private async Task<byte[]> ExactlyAsync(int count)
    {
        var bytes = new byte[count];
        await stream.ReadExactlyAsync(bytes, TestContext.Current.CancellationToken);
        return bytes;
    }
}

/// <summary>The place where the hub calls a system. Bound from the start; refuses connections until it listens.</summary>
internal sealed class PeerServer : IDisposable
{
    private readonly Framing framing;
    private readonly Socket socket;

    public PeerServer(Framing framing)
    {
        this.framing = framing;
        socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        Endpoint = (IPEndPoint)socket.LocalEndPoint!;
    }

    public IPEndPoint Endpoint { get; }

    public void Listen() => socket.Listen(64);

    /// <summary>The next connection that says anything: a caller of short connections also looks now and then whether anybody is there.</summary>
    public async Task<Peer> AcceptRequestAsync()
    {
        while (true)
        {
            var connection = await socket.AcceptAsync(TestContext.Current.CancellationToken);
            if (await connection.ReceiveAsync(new byte[1], SocketFlags.Peek, TestContext.Current.CancellationToken) > 0)
            {
                return new Peer(connection, framing);
            }

            connection.Dispose();
        }
    }

    public async Task<Peer> AcceptAsync() => new(await socket.AcceptAsync(TestContext.Current.CancellationToken), framing);

    public void Dispose() => socket.Dispose();
}
