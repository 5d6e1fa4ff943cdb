using System.Diagnostics;
using System.IO.Pipelines;
using System.Net.Sockets;
using Granary.Sim.Formats;
using Granary.Sim.Store;

namespace Granary.Sim.Running;

/// <summary>
/// One long connection, whichever side opened it: reads until it ends, answers what the hub sends, and, where it is given an outbox,
/// sends from it up to its window. Heartbeats and time-outs are looked at twice a second.
/// </summary>
internal sealed class Line(SystemFormat format, Socket socket, TimeProvider clock, ILogger log) : IAsyncDisposable
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(500);

    private readonly NetworkStream _stream = new(socket, ownsSocket: true);
    private readonly SemaphoreSlim _write = new(1, 1);
    private readonly SemaphoreSlim _window = new(1, 1);
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Outgoing> _inFlight = new(StringComparer.Ordinal);
    private readonly TaskCompletionSource _signedOn = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _lastRead = Stopwatch.GetTimestamp();
    private long _lastWrite = Stopwatch.GetTimestamp();
    private bool _peerSignedOn;
    private long _pings;

    /// <summary>Takes a change of the hub and gives the reply's bytes, with the milliseconds that it is to wait.</summary>
    public required Func<Telegram, byte[], (byte[] Reply, int DelayMs)> Take { get; init; }

    /// <summary>Where to send from; null on a connection that the hub opened.</summary>
    public Outbox? Outbox { get; init; }

    public int Window { get => _window.CurrentCount; init => _window = new(value, value); }

    /// <summary>Ends when the connection does, for whatever reason; what was in flight waits in the outbox again.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        List<Task> tasks = [ReadAsync(ends.Token), WatchAsync(ends.Token)];
        if (Outbox is not null)
        {
            tasks.Add(SendAsync(Outbox, ends.Token));
        }

        try
        {
            // The first part that ends, by error or by the peer's close, ends the connection.
            await await Task.WhenAny(tasks);
        }
        finally
        {
            await ends.CancelAsync();
            await DisposeAsync();
            // Only when nobody takes from the outbox any more is it certain what was in flight.
            await Task.WhenAll(tasks).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            PutBackAll();
        }
    }

    public async ValueTask DisposeAsync() => await _stream.DisposeAsync();

    private async Task ReadAsync(CancellationToken cancellation)
    {
        var reader = PipeReader.Create(_stream, new(leaveOpen: true));
        while (true)
        {
            var result = await reader.ReadAsync(cancellation);
            var buffer = result.Buffer;
            Interlocked.Exchange(ref _lastRead, Stopwatch.GetTimestamp());
            while (format.TryReadMessage(ref buffer, out var message))
            {
                await HandleAsync(format.Decode(message), message, cancellation);
            }

            reader.AdvanceTo(buffer.Start, buffer.End);
            if (result.IsCompleted)
            {
                throw new IOException("the other side closed");
            }
        }
    }

    private async Task HandleAsync(Telegram telegram, byte[] message, CancellationToken cancellation)
    {
        switch (telegram.Kind)
        {
            case TelegramKind.Change:
                await AnswerAsync(telegram, message, cancellation);
                break;
            case TelegramKind.Reply or TelegramKind.InquiryReply:
                await SettleAsync(telegram, cancellation);
                break;
            case TelegramKind.Ping when format.EncodePong(telegram, clock.Now()) is { } pong:
                await WriteAsync(pong, cancellation);
                break;
            case TelegramKind.SignOn:
                _peerSignedOn = true;
                await WriteAsync(format.EncodeSignOnReply(telegram, clock.Now())!, cancellation);
                break;
            case TelegramKind.SignOnReply when telegram.Answer?.Verdict == Verdict.Done:
                _signedOn.TrySetResult();
                break;
            case TelegramKind.SignOnReply:
                throw new IOException("the hub refuses the sign-on");
            case TelegramKind.Unknown or TelegramKind.Inquiry or TelegramKind.Holding:
                await WriteAsync(format.EncodeReply(telegram, format.Say(Verdict.UnknownService, "未知服务"), clock.Now()), cancellation);
                break;
        }
    }

    private async Task AnswerAsync(Telegram telegram, byte[] message, CancellationToken cancellation)
    {
        if (format.Conduct.SignsOn && Outbox is null && !_peerSignedOn)
        {
            await WriteAsync(format.EncodeReply(telegram, format.Say(Verdict.Refused), clock.Now()), cancellation);
            return;
        }

        var (reply, delay) = Take(telegram, message);
        if (delay == 0)
        {
            await WriteAsync(reply, cancellation);
            return;
        }

        // A slow system goes on reading: only its answers are late.
        _ = Task.Run(
            async () =>
            {
                try
                {
                    await Task.Delay(delay, cancellation);
                    await WriteAsync(reply, cancellation);
                }
                catch (Exception error) when (error is IOException or OperationCanceledException or ObjectDisposedException)
                {
                    // The connection ended first; the hub will ask again.
                }
            },
            cancellation);
    }

    private async Task SettleAsync(Telegram reply, CancellationToken cancellation)
    {
        Outgoing? outgoing;
        lock (_lock)
        {
            _inFlight.TryGetValue(reply.Id, out outgoing);
        }

        if (outgoing?.SendAgain == true && reply.Answer?.Verdict != Verdict.TryAgain)
        {
            // As though the reply had been lost: the same bytes once more; the place in the window is held until the second reply.
            outgoing.SendAgain = false;
            Outbox?.Settle(reply);
            Outbox?.SendingAgain();
            await WriteAsync(outgoing.Frame, cancellation);
            return;
        }

        Outbox?.Settle(reply);
        bool left;
        lock (_lock)
        {
            left = _inFlight.Remove(reply.Id);
        }

        if (left)
        {
            _window.Release();
        }
    }

    private async Task SendAsync(Outbox outbox, CancellationToken cancellation)
    {
        if (format.Conduct.SignsOn)
        {
            await _signedOn.Task.WaitAsync(cancellation);
        }

        while (true)
        {
            await _window.WaitAsync(cancellation);
            var outgoing = await outbox.TakeAsync(cancellation);
            lock (_lock)
            {
                _inFlight[outgoing.Id] = outgoing;
            }

            outbox.Sending(outgoing);
            await WriteAsync(outgoing.Frame, cancellation);
        }
    }

    private async Task WatchAsync(CancellationToken cancellation)
    {
        var begun = Stopwatch.GetTimestamp();
        var signsOn = Outbox is not null && format.Conduct.SignsOn;
        if (signsOn)
        {
            await WriteAsync(format.EncodeSignOn(++_pings, clock.Now())!, cancellation);
        }

        while (true)
        {
            await Task.Delay(Look, cancellation);
            if (Stopwatch.GetElapsedTime(Interlocked.Read(ref _lastRead)) > format.Conduct.SilenceCloses)
            {
                throw new IOException("silence");
            }

            if (signsOn && !_signedOn.Task.IsCompleted && Stopwatch.GetElapsedTime(begun) > format.Conduct.ReplyWithin)
            {
                throw new IOException("no answer to the sign-on");
            }

            if (Stopwatch.GetElapsedTime(Interlocked.Read(ref _lastWrite)) > format.Conduct.PingAfter
                && format.EncodePing(++_pings, clock.Now()) is { } ping)
            {
                await WriteAsync(ping, cancellation);
            }

            foreach (var late in TakeLate())
            {
                log.NoReply(format.System, late.Id);
                Outbox?.PutBack(late);
                _window.Release();
            }
        }
    }

    private List<Outgoing> TakeLate()
    {
        lock (_lock)
        {
            var late = _inFlight.Values.Where(outgoing => Stopwatch.GetElapsedTime(outgoing.SentAt) > format.Conduct.ReplyWithin).ToList();
            late.ForEach(outgoing => _inFlight.Remove(outgoing.Id));
            return late;
        }
    }

    private void PutBackAll()
    {
        List<Outgoing> all;
        lock (_lock)
        {
            all = [.. _inFlight.Values];
            _inFlight.Clear();
        }

        all.ForEach(outgoing => Outbox?.PutBack(outgoing));
    }

    private async Task WriteAsync(byte[] frame, CancellationToken cancellation)
    {
        await _write.WaitAsync(cancellation);
        try
        {
            await _stream.WriteAsync(frame, cancellation);
            Interlocked.Exchange(ref _lastWrite, Stopwatch.GetTimestamp());
        }
        finally
        {
            _write.Release();
        }
    }
}
