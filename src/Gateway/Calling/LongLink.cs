using System.Collections.Concurrent;
using Granary.Ecif.Contracts;
using Granary.Gateway.Lines;
using Granary.Gateway.Status;
using Granary.Kernel;
using Granary.Wire;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Logging;

namespace Granary.Gateway.Calling;

/// <summary>
/// One connection that is kept open: signed on where the interface asks for it, kept alive by heartbeats, opened again with back-off.
/// Replies find their requests by number, in whatever order they come. When it breaks, everything under way is Unknown at once.
/// </summary>
internal sealed class LongLink(BankSystem system, CallServices services)
    : SystemLink(system, services, system.Rules.InFlight)
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource<DeliveryReply>> waiting = new(StringComparer.Ordinal);
    private readonly BackOff pauses = new(system.Limits.BackOffFirst, system.Limits.BackOffMost, Random.Shared);
    private volatile Line? ready;
    private volatile string lastBeat = "";
    private long signals;

    public override bool Connected => ready is not null;

    public override async Task RunAsync(CancellationToken stopping)
    {
        var endpoint = Bank.Call!;
        var level = LogLevel.Warning;
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                var (connection, cause) = await Services.Connector.ConnectAsync(endpoint, Bank.Limits.ConnectTimeout, stopping).ConfigureAwait(false);
                if (connection is not null)
                {
                    await KeepAsync(connection, stopping).ConfigureAwait(false);
                    (cause, level) = ("closed", LogLevel.Warning);
                }

                var pause = pauses.Next();
                Services.Logger.NotReached(level, System, endpoint.ToString(), cause, pause.TotalSeconds);
                level = LogLevel.Debug; // the first of a row of failures is news
                await Task.Delay(pause, Services.Time, stopping).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception bug) when (bug is not OperationCanceledException)
            {
                // A link that fails by itself is opened again; the other systems' links never notice.
                Services.Logger.ConnectionFailed(bug, System, "out");
                await Task.Delay(pauses.Next(), Services.Time, CancellationToken.None).ConfigureAwait(false);
            }
        }
    }

    protected override async Task<DeliveryReply> ExchangeAsync(string id, byte[] frame, CancellationToken cancellation)
    {
        if (ready is not { } line)
        {
            return NotSent;
        }

        var reply = new TaskCompletionSource<DeliveryReply>(TaskCreationOptions.RunContinuationsAsynchronously);
        if (!waiting.TryAdd(id, reply))
        {
            return Unknown("the same number is under way");
        }

        try
        {
            // The connection may have ended between the look at it and the entry above: then nobody else would ever answer the entry.
            if (line.Ended.IsCancellationRequested || !await line.SendAsync(frame, cancellation).ConfigureAwait(false))
            {
                return Unknown("the connection broke");
            }

            Crash.At("mid-send");
            return await reply.Task.WaitAsync(Bank.ReplyTimeout, Services.Time, cancellation).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            Services.Logger.NoReply(System, id);
            return Unknown("no reply in time");
        }
        finally
        {
            waiting.TryRemove(id, out _);
        }
    }

    private async Task KeepAsync(ConnectionContext connection, CancellationToken stopping)
    {
        await using var line = new Line(connection, Bank.Format, Bank.Outbound, Services.Time, () => Signal(MessageRole.Heartbeat));
        await using var stop = stopping.Register(line.Stop);
        var signOn = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        var running = line.RunAsync(frame => OnFrameAsync(line, frame, signOn), () => Task.CompletedTask, Bank.Limits.RefusedBytesKept);
        Services.Metrics.Opened(System, inbound: false);
        try
        {
            if (await SignedOnAsync(line, signOn).ConfigureAwait(false))
            {
                Services.Logger.Connected(System, Bank.Call!.ToString());
                ready = line;
            }
            else
            {
                line.Stop();
            }

            await running.ConfigureAwait(false);
        }
        finally
        {
            ready = null;
            Services.Metrics.Closed(System, inbound: false);
        }

        var end = await running.ConfigureAwait(false);
        Services.Logger.LinkEnded(System, end, waiting.Count);
        if (end is LineEnd.Silent or LineEnd.Unanswered)
        {
            Services.Metrics.HeartbeatMissed(System, inbound: false);
        }

        foreach (var (id, reply) in waiting)
        {
            if (waiting.TryRemove(id, out _))
            {
                reply.TrySetResult(Unknown("the connection broke"));
            }
        }
    }

    private async Task<bool> SignedOnAsync(Line line, TaskCompletionSource<bool> answer)
    {
        if (!Bank.Rules.SignOn)
        {
            return true;
        }

        await line.SendAsync(Signal(MessageRole.SignOn)).ConfigureAwait(false);
        await using var ended = line.Ended.Register(() => answer.TrySetResult(false));
        try
        {
            return await answer.Task.WaitAsync(Bank.ReplyTimeout, Services.Time).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    private async ValueTask OnFrameAsync(Line line, byte[] frame, TaskCompletionSource<bool> signOn)
    {
        var decoded = Bank.Format.Decode(frame);
        if (decoded.Message is not { } message)
        {
            // A reply that cannot be read leaves its request to its time-out; the peer's row in the message log says why.
            await Services.Recorder.RecordAsync(Bank, decoded.Fault!, frame, line.Ended).ConfigureAwait(false);
            return;
        }

        if (message.Role is not MessageRole.SignOnReply)
        {
            // Whoever talks beyond the sign-on is alive: the next break starts from the shortest pause again.
            pauses.Reset();
        }

        switch (message.Role)
        {
            case MessageRole.ChangeReply when waiting.TryRemove(message.Fields.Text("msgid"), out var reply):
                reply.TrySetResult(Read(message));
                break;
            case MessageRole.ChangeReply when message.Fields.Text("msgid") is { Length: > 0 } id && id == lastBeat:
                // In some formats a heartbeat's answer looks like any other: whose it is, its number says.
                line.HeartbeatAnswered();
                break;
            case MessageRole.ChangeReply:
                // Its request gave up before: the state is sent again under the same number, and answered again.
                Services.Metrics.Unmatched(System);
                break;
            case MessageRole.HeartbeatReply:
                line.HeartbeatAnswered();
                break;
            case MessageRole.SignOnReply:
                signOn.TrySetResult(Bank.Format.VerdictOf(message.Fields.Text("code")) == ReplyVerdict.Done);
                break;
            case MessageRole.Heartbeat or MessageRole.SignOn or MessageRole.SignOff:
                await AnswerAsync(line, message, ReplyVerdict.Done).ConfigureAwait(false);
                break;
            case MessageRole.Change or MessageRole.Inquiry:
                // Requests belong on the connection that the system opens.
                Services.Logger.Unexpected(System, message.Role.ToString());
                await Services.Recorder
                    .RecordAsync(Bank, new Fault(FaultKind.UnknownService, "", "请求应使用贵方发起的连接", message), frame, line.Ended)
                    .ConfigureAwait(false);
                await AnswerAsync(line, message, ReplyVerdict.UnknownService).ConfigureAwait(false);
                break;
            default:
                Services.Metrics.Unmatched(System);
                break;
        }
    }

    private async ValueTask AnswerAsync(Line line, Message request, ReplyVerdict verdict)
    {
        if (Bank.Format.Reply(request, new ReplyContent(verdict, "", "", "", Services.Time.GetUtcNow())) is { } reply)
        {
            await line.SendAsync(Bank.Format.Encode(reply)).ConfigureAwait(false);
        }
    }

    private byte[] Signal(MessageRole role)
    {
        var signal = Bank.Format.Signal(role, Interlocked.Increment(ref signals), Services.Time.GetUtcNow());
        if (role == MessageRole.Heartbeat)
        {
            lastBeat = signal.Fields.Text("msgid");
        }

        return Bank.Format.Encode(signal);
    }
}
