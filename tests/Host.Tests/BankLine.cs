using System.Buffers;
using System.Collections.Concurrent;
using System.IO.Pipelines;
using System.Net;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using Granary.Wire;

namespace Granary.Host.Tests;

/// <summary>A customer that a system opens, as the frame that says so: sent again it is the same number and the same bytes.</summary>
/// <param name="Id">What the reply will carry.</param>
internal sealed record Said(string Id, byte[] Frame)
{
    /// <param name="ordinal">Its own for each message of a system.</param>
    public static Said Opening(Interface format, string key, string document, string mobile, long ordinal)
    {
        var view = new CustomerView
        {
            ["name"] = [new Dictionary<string, string> { [""] = "赵玥" }],
            ["document"] = [new Dictionary<string, string> { ["type"] = "01", ["number"] = document }],
            ["mobile"] = [new Dictionary<string, string> { [""] = mobile }],
        };
        var change = format.Change(new Outgoing(key, Person: true, view, $"T{ordinal:D9}", ordinal, TimeProvider.System.GetUtcNow()));
        change.Fields["op"] = "A";
        return new Said(change.Fields.Text("msgid"), format.Encode(change));
    }
}

internal sealed record Answer(ReplyVerdict Verdict, string Party, string Text);

/// <summary>A connection that a system opens to a hub and keeps: signed on where the interface asks for it, replies found by their number.</summary>
internal sealed class BankLine : IAsyncDisposable
{
    private readonly Interface _format;
    private readonly NetworkStream _stream;
    private readonly ConcurrentDictionary<string, TaskCompletionSource<Message>> _waiting = new(StringComparer.Ordinal);
    private readonly TaskCompletionSource<Message> _signedOn = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly SemaphoreSlim _window;
    private readonly SemaphoreSlim _writing = new(1, 1);
    private readonly Task _reading;
    private volatile Exception? _end;

    private BankLine(Interface format, NetworkStream stream)
    {
        _format = format;
        _stream = stream;
        _window = new SemaphoreSlim(format.Connection.InFlight);
        _reading = ReadAsync();
    }

    public Interface Format => _format;

    public static async Task<BankLine> OpenAsync(Interface format, IPEndPoint hub, CancellationToken cancellation)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(hub, cancellation);
        var line = new BankLine(format, new NetworkStream(socket, ownsSocket: true));
        if (format.Connection.SignOn)
        {
            await line.WriteAsync(format.Encode(format.Signal(MessageRole.SignOn, 1, TimeProvider.System.GetUtcNow())), cancellation);
            Assert.Equal(ReplyVerdict.Done, line.AnswerOf(await line._signedOn.Task.WaitAsync(cancellation)).Verdict);
        }

        return line;
    }

    /// <exception cref="IOException">The connection broke before the reply: nobody knows whether the message was taken.</exception>
    public async Task<Answer> AskAsync(Said said, CancellationToken cancellation)
    {
        await _window.WaitAsync(cancellation);
        try
        {
            var reply = new TaskCompletionSource<Message>(TaskCreationOptions.RunContinuationsAsynchronously);
            Assert.True(_waiting.TryAdd(said.Id, reply), $"{said.Id} is under way");
            if (_end is { } end)
            {
                // It ended before the entry above, which nobody would answer.
                throw end;
            }

            await WriteAsync(said.Frame, cancellation);
            return AnswerOf(await reply.Task.WaitAsync(cancellation));
        }
        finally
        {
            _waiting.TryRemove(said.Id, out _);
            _window.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stream.DisposeAsync();
        await _reading;
        _window.Dispose();
        _writing.Dispose();
    }

    private Answer AnswerOf(Message reply) => new(_format.VerdictOf(reply.Fields.Text("code")), reply.Fields.Text("party"), reply.Fields.Text("text"));

    private async Task ReadAsync()
    {
        var end = new IOException("the hub closed the connection");
        try
        {
            await foreach (var (message, _) in _format.MessagesAsync(_stream, CancellationToken.None))
            {
                await TakeAsync(message);
            }
        }
        catch (Exception broken) when (broken is IOException or ObjectDisposedException)
        {
            end = new IOException("the connection broke", broken);
        }

        _end = end;
        _signedOn.TrySetException(end);
        foreach (var waiting in _waiting.Values)
        {
            waiting.TrySetException(end);
        }
    }

    private async Task TakeAsync(Message message)
    {
        if (message.Role == MessageRole.SignOnReply)
        {
            _signedOn.TrySetResult(message);
        }
        else if (message.Role == MessageRole.ChangeReply && _waiting.TryGetValue(message.Fields.Text("msgid"), out var reply))
        {
            reply.TrySetResult(message);
        }
        else if (_format.Reply(message, new ReplyContent(ReplyVerdict.Done, "", "", "", TimeProvider.System.GetUtcNow())) is { } answer)
        {
            await WriteAsync(_format.Encode(answer), CancellationToken.None); // a heartbeat that wants one
        }
    }

    private async Task WriteAsync(byte[] frame, CancellationToken cancellation)
    {
        await _writing.WaitAsync(cancellation);
        try
        {
            await _stream.WriteAsync(frame, cancellation);
        }
        finally
        {
            _writing.Release();
        }
    }
}

internal static class Messages
{
    /// <summary>What comes in on a connection, until the peer closes it; with the bytes of each frame.</summary>
    public static async IAsyncEnumerable<(Message Message, byte[] Frame)> MessagesAsync(
        this Interface format, Stream stream, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var reader = PipeReader.Create(stream);
        while (true)
        {
            var read = await reader.ReadAsync(cancellation);
            var buffer = read.Buffer;
            while (format.TryReadFrame(ref buffer, out var frame, out var bad))
            {
                var bytes = frame.ToArray();
                var decoded = format.Decode(bytes);
                yield return (decoded.Message ?? throw new IOException($"the hub sent what {format.System} cannot read: {decoded.Fault!.Field} {decoded.Fault.Text}"), bytes);
            }

            reader.AdvanceTo(buffer.Start, buffer.End);
            if (read.IsCompleted)
            {
                yield break;
            }
        }
    }
}
