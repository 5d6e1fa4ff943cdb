using System.Collections.Concurrent;
using System.IO.Pipelines;
using System.Net;
using System.Net.Sockets;
using Granary.Sim.Formats;
using Granary.Sim.Systems;

namespace Granary.Sim.Tests;

/// <summary>What the scripted hub does with a message.</summary>
internal enum Reaction
{
    Done,
    TryAgain,
    Refuse,

    /// <summary>Reads it and closes: it may have arrived, nobody says so.</summary>
    Close,
}

/// <param name="Bytes">The message without its length prefix.</param>
internal sealed record Heard(string System, Telegram Telegram, byte[] Bytes)
{
    public string Id => Telegram.Id;

    public string Key => Telegram.Fields.Text(Fields.Key);
}

/// <summary>A scripted hub on real sockets: it accepts, expects, replies and misbehaves, and calls the systems as the hub would.</summary>
internal sealed class FakeHub : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly Dictionary<string, TcpListener> _listeners = [];
    private readonly ConcurrentBag<Socket> _sockets = [];
    private readonly ConcurrentQueue<Heard> _heard = new();
    private readonly ConcurrentDictionary<string, int> _times = new();
    private readonly ConcurrentDictionary<string, int> _underWay = new();
    private readonly IReadOnlyDictionary<string, int> _ports;

    public FakeHub(IReadOnlyDictionary<string, int>? ports = null)
    {
        var free = new Dictionary<string, int>();
        foreach (var format in SystemFormats.All.Where(format => format.System != SystemFormats.FileSystem))
        {
            var listener = new TcpListener(IPAddress.Loopback, ports?[format.System] ?? 0);
            listener.Start();
            _listeners[format.System] = listener;
            free[format.System] = ((IPEndPoint)listener.LocalEndpoint).Port;
            _ = AcceptAsync(format, listener);
        }

        _ports = free;
    }

    public IReadOnlyDictionary<string, int> Ports => _ports;

    /// <summary>What to do with the nth receipt of a message.</summary>
    public Func<Heard, int, Reaction> React { get; set; } = (_, _) => Reaction.Done;

    /// <summary>What an inquiry is answered with; null: not found.</summary>
    public Fields? Golden { get; set; }

    public IReadOnlyList<Heard> All => [.. _heard];

    public IReadOnlyList<Heard> From(string system) => [.. _heard.Where(heard => heard.System == system)];

    /// <summary>Keys that had two messages under way at one moment: the systems promise that there are none.</summary>
    public ConcurrentBag<string> Overlaps { get; } = [];

    /// <summary>Calls a system as the hub does and gives its reply's bytes.</summary>
    public static async Task<byte[]> TellAsync(SystemFormat format, int port, byte[] frame)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPAddress.Loopback, port);
        await using var stream = new NetworkStream(socket);
        if (format.Conduct.SignsOn)
        {
            await stream.WriteAsync(format.EncodeSignOn(1, new DateTimeOffset(2026, 6, 1, 9, 0, 0, BeijingTime.Offset)));
            Assert.Equal(TelegramKind.SignOnReply, format.Decode(await Running.Calls.ReadOneAsync(format, stream, default)).Kind);
        }

        await stream.WriteAsync(frame);
        return await Running.Calls.ReadOneAsync(format, stream, default);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        foreach (var listener in _listeners.Values)
        {
            listener.Stop();
        }

        foreach (var socket in _sockets)
        {
            socket.Close(0); // a reset, as from a killed process
        }
    }

    private async Task AcceptAsync(SystemFormat format, TcpListener listener)
    {
        try
        {
            while (true)
            {
                var socket = await listener.AcceptSocketAsync(_stop.Token);
                _sockets.Add(socket);
                _ = ServeAsync(format, socket);
            }
        }
        catch (Exception error) when (error is OperationCanceledException or SocketException or ObjectDisposedException)
        {
        }
    }

    private async Task ServeAsync(SystemFormat format, Socket socket)
    {
        try
        {
            await using var stream = new NetworkStream(socket, ownsSocket: true);
            var reader = PipeReader.Create(stream);
            while (true)
            {
                var result = await reader.ReadAsync(_stop.Token);
                var buffer = result.Buffer;
                while (format.TryReadMessage(ref buffer, out var message))
                {
                    if (Answer(format, message) is not { } reply)
                    {
                        return;
                    }

                    await stream.WriteAsync(reply, _stop.Token);
                }

                reader.AdvanceTo(buffer.Start, buffer.End);
                if (result.IsCompleted)
                {
                    return;
                }
            }
        }
        catch (Exception error) when (error is OperationCanceledException or IOException or ObjectDisposedException)
        {
        }
    }

    private byte[]? Answer(SystemFormat format, byte[] message)
    {
        var telegram = format.Decode(message);
        var at = new DateTimeOffset(2026, 6, 1, 9, 0, 0, BeijingTime.Offset);
        switch (telegram.Kind)
        {
            case TelegramKind.SignOn:
                return format.EncodeSignOnReply(telegram, at);
            case TelegramKind.Ping:
                return format.EncodePong(telegram, at) ?? [];
            case TelegramKind.Inquiry:
                _heard.Enqueue(new(format.System, telegram, message));
                return Golden is null
                    ? format.EncodeReply(telegram, format.Say(Verdict.NotFound), at, SystemFormat.Hub)
                    : format.EncodeReply(telegram with { Fields = Golden }, format.Say(Verdict.Done, "", "8000000001234"), at, SystemFormat.Hub);
            default:
                Assert.True(telegram.Kind is TelegramKind.Change or TelegramKind.Holding);
                var heard = new Heard(format.System, telegram, message);
                _heard.Enqueue(heard);
                var slot = $"{format.System} {heard.Key}";
                if (_underWay.AddOrUpdate(slot, 1, (_, count) => count + 1) > 1)
                {
                    Overlaps.Add(slot);
                }

                var reaction = React(heard, _times.AddOrUpdate(format.System + telegram.Id, 1, (_, count) => count + 1));
                _underWay.AddOrUpdate(slot, 0, (_, count) => count - 1);
                return reaction switch
                {
                    Reaction.Done => format.EncodeReply(telegram, format.Say(Verdict.Done, "", "8000000001234"), at, SystemFormat.Hub),
                    Reaction.TryAgain => format.EncodeReply(telegram, format.Say(Verdict.TryAgain), at, SystemFormat.Hub),
                    Reaction.Refuse => format.EncodeReply(telegram, format.Say(Verdict.BadField, "字段"), at, SystemFormat.Hub),
                    _ => null,
                };
        }
    }
}
