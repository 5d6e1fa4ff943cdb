using System.Diagnostics;
using System.Security.Cryptography;
using Granary.Ecif.Contracts;
using Granary.Gateway.Lines;
using Granary.Gateway.Mapping;
using Granary.Gateway.Status;
using Granary.Kernel;
using Granary.Wire;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Logging;

namespace Granary.Gateway.Listening;

/// <summary>
/// A connection that a system opened: its requests go to intake or inquiry in the order in which they arrive, and each is answered
/// when its verdict is there; in the order of the requests only where the interface asks for it.
/// </summary>
internal sealed class InboundConnection : IAsyncDisposable
{
    private readonly BankSystem system;
    private readonly InboundServices services;
    private readonly ConnectionContext connection;
    private readonly Line line;
    private readonly InFlight inFlight;
    private readonly bool mustSignOn;
    private Task previous = Task.CompletedTask;
    private bool signedOn;
    private long beats;

    public InboundConnection(BankSystem system, InboundServices services, ConnectionContext connection)
    {
        this.system = system;
        this.services = services;
        this.connection = connection;
        inFlight = new InFlight(system.Rules.InFlight * system.Limits.InFlightSlack);
        mustSignOn = system.Rules.SignOn;
        line = new Line(connection, system.Format, system.Inbound, services.Time, Heartbeat);
    }

    public TimeSpan SilentFor => line.SilentFor;

    /// <summary>Whether the peer has been shown the end: it may come back before we have tidied up.</summary>
    public bool IsOver => line.IsOver;

    public void Stop() => line.Stop();

    public async Task RunAsync(CancellationToken stopping)
    {
        var end = await line.RunAsync(OnFrameAsync, inFlight.WhenEmpty, system.Limits.RefusedBytesKept).ConfigureAwait(false);
        services.Logger.Ended(system.ConnectionLevel, system.Code, connection.ConnectionId, end);
        if (end is LineEnd.Silent or LineEnd.Unanswered)
        {
            services.Metrics.HeartbeatMissed(system.Code, inbound: true);
        }

        var fault = end switch
        {
            LineEnd.BadFrame => line.Fault,
            LineEnd.Torn => new Fault(FaultKind.BadLength, "", "连接在报文中间断开", null),
            LineEnd.Trickle => new Fault(FaultKind.BadLength, "", "报文未在规定时间内收齐", null),
            _ => null,
        };
        if (fault is not null)
        {
            Count();
            await services.Recorder.RecordAsync(system, fault, line.Remainder, stopping).ConfigureAwait(false);
        }
    }

    public ValueTask DisposeAsync() => line.DisposeAsync();

    private async ValueTask OnFrameAsync(byte[] frame)
    {
        var arrival = new Arrival(frame, services.Time.GetUtcNow(), services.Time.GetTimestamp());
        var decoded = system.Format.Decode(frame);
        if (decoded.Message is not { } message)
        {
            Count();
            var fault = decoded.Fault!;
            if (fault.Readable is { } readable)
            {
                await BeginAsync(readable, () => FaultAsync(fault, readable, arrival)).ConfigureAwait(false);
                return;
            }

            // Nothing to name a reply by. What is under way on the connection is still answered before it closes.
            await services.Recorder.RecordAsync(system, fault, frame, line.Ended).ConfigureAwait(false);
            line.Stop();
            return;
        }

        switch (message.Role)
        {
            case MessageRole.Heartbeat:
            case MessageRole.SignOn:
            case MessageRole.SignOff:
                signedOn = message.Role switch { MessageRole.SignOn => true, MessageRole.SignOff => false, _ => signedOn };
                await SendAsync(message, new ReplyContent(ReplyVerdict.Done, "", "", "", arrival.At)).ConfigureAwait(false);
                break;
            case MessageRole.HeartbeatReply:
                line.HeartbeatAnswered();
                break;
            case MessageRole.Change or MessageRole.Inquiry or MessageRole.Holding when mustSignOn && !signedOn:
                Count();
                await BeginAsync(message, () => NotSignedOnAsync(message, arrival)).ConfigureAwait(false);
                break;
            case MessageRole.Change:
                Count();
                await BeginAsync(message, () => ChangeAsync(message, arrival)).ConfigureAwait(false);
                break;
            case MessageRole.Holding:
                Count();
                await BeginAsync(message, () => HoldingAsync(message, arrival)).ConfigureAwait(false);
                break;
            case MessageRole.Inquiry:
                Count();
                await BeginAsync(message, () => InquiryAsync(message, arrival)).ConfigureAwait(false);
                break;
            default:
                // A reply where only requests may come: nothing waits for it, and nothing can be answered to it.
                Count();
                await services.Recorder.RecordAsync(system, new Fault(FaultKind.UnknownService, "", "此连接上不应有应答", message), frame, line.Ended).ConfigureAwait(false);
                break;
        }
    }

    /// <summary>
    /// Starts the work at once, so that intake sees requests in the order of their arrival. Above the bound a request is answered
    /// "try again later" and the socket is read on, for heartbeats' sake; only where replies must keep their order does reading wait.
    /// </summary>
    private async ValueTask BeginAsync(Message request, Func<Task> work)
    {
        while (!inFlight.TryEnter())
        {
            if (!system.Rules.InOrder)
            {
                services.Metrics.Busy(system.Code);
                await SendAsync(request, new ReplyContent(ReplyVerdict.TryAgain, "", "", "请稍后重发", services.Time.GetUtcNow())).ConfigureAwait(false);
                return;
            }

            await previous.ConfigureAwait(false);
        }

        var run = GuardedAsync(system.Rules.InOrder ? previous : Task.CompletedTask, work);
        if (system.Rules.InOrder)
        {
            previous = run;
        }
    }

    private async Task GuardedAsync(Task before, Func<Task> work)
    {
        try
        {
            await before.ConfigureAwait(false);
            await work().ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (line.Ended.IsCancellationRequested)
        {
            // The peer is gone; the message is durable or will be sent again.
        }
        catch (Exception bug)
        {
            services.Logger.ConnectionFailed(bug, system.Code, connection.ConnectionId);
            line.Stop();
        }
        finally
        {
            inFlight.Exit();
        }
    }

    private async Task ChangeAsync(Message message, Arrival arrival)
    {
        using var activity = GatewayMetrics.Activities.StartActivity("receive change", ActivityKind.Server);
        activity?.SetTag("system", system.Code);
        var (source, fault) = Changes.Read(system.Format, message, arrival.Frame, arrival.At);
        if (source is null)
        {
            await FaultAsync(fault!, message, arrival).ConfigureAwait(false);
            return;
        }

        var verdict = await VerdictAsync(() => services.Intake.SubmitAsync(source, line.Ended).AsTask(), source.MessageId).ConfigureAwait(false);
        activity?.SetTag("outcome", verdict.Outcome.ToString());
        if (verdict.Outcome == Outcome.Refused)
        {
            services.Metrics.Refused(system.Code, verdict.Reason.ToString());
            services.Logger.Refused(system.Code, verdict.Reason.ToString(), source.MessageId, verdict.Field);
        }

        await AnswerAsync(message, Content(verdict), arrival).ConfigureAwait(false);
    }

    private async Task HoldingAsync(Message message, Arrival arrival)
    {
        using var activity = GatewayMetrics.Activities.StartActivity("receive holding", ActivityKind.Server);
        activity?.SetTag("system", system.Code);
        var id = system.Format.MessageId(message.Fields, arrival.At);
        var (report, fault) = Holdings.Read(system.Format, message, arrival.At);
        if (report is null || id.Length == 0)
        {
            await FaultAsync(fault ?? new Fault(FaultKind.BadField, "", "报文编号为空", message), message, arrival).ConfigureAwait(false);
            return;
        }

        var verdict = await VerdictAsync(() => services.Holdings.TakeAsync(id, SHA256.HashData(arrival.Frame), report, line.Ended), id).ConfigureAwait(false);
        activity?.SetTag("outcome", verdict.Outcome.ToString());
        await AnswerAsync(message, Content(verdict), arrival).ConfigureAwait(false);
    }

    private async Task InquiryAsync(Message message, Arrival arrival)
    {
        using var activity = GatewayMetrics.Activities.StartActivity("receive inquiry", ActivityKind.Server);
        activity?.SetTag("system", system.Code);
        ReplyContent content;
        try
        {
            content = await Inquiries.AnswerAsync(system.Format, message, services.Inquiry, services.Time.GetUtcNow(), line.Ended).ConfigureAwait(false);
        }
        catch (Exception broken) when (broken is not OperationCanceledException)
        {
            services.Logger.IntakeFailed(broken, system.Code, "inquiry");
            content = new ReplyContent(ReplyVerdict.TryAgain, "", "", "请稍后重发", services.Time.GetUtcNow());
        }

        await AnswerAsync(message, content, arrival).ConfigureAwait(false);
    }

    /// <summary>A violation of the protocol, not a verdict on the message: its id is not remembered, so that it may come again after the sign-on.</summary>
    private async Task NotSignedOnAsync(Message message, Arrival arrival)
    {
        var fault = new Fault(FaultKind.UnknownService, "", "未签到", message);
        await services.Recorder.RecordAsync(system, fault, arrival.Frame, line.Ended).ConfigureAwait(false);
        await AnswerAsync(message, new ReplyContent(ReplyVerdict.Refused, "", "", "未签到", services.Time.GetUtcNow()), arrival).ConfigureAwait(false);
    }

    private async Task FaultAsync(Fault fault, Message readable, Arrival arrival)
    {
        var id = system.Format.MessageId(readable.Fields, arrival.At);
        var verdict = await VerdictAsync(
            () => services.Recorder.RefuseAsync(system, id.Length == 0 ? null : id, fault, arrival.Frame, arrival.At, line.Ended),
            id).ConfigureAwait(false);
        await AnswerAsync(readable, Content(verdict), arrival).ConfigureAwait(false);
    }

    /// <summary>Broken infrastructure behind intake is "try again later" to the peer: the message is not durable, and no verdict was given.</summary>
    private async Task<Verdict> VerdictAsync(Func<Task<Verdict>> submit, string id)
    {
        try
        {
            var verdict = await submit().ConfigureAwait(false);
            if (verdict.Outcome == Outcome.Busy)
            {
                services.Metrics.Busy(system.Code);
            }

            return verdict;
        }
        catch (Exception broken) when (broken is not OperationCanceledException)
        {
            services.Logger.IntakeFailed(broken, system.Code, id);
            return new Verdict(Outcome.Busy, Reason.TryAgain, null, "", "请稍后重发");
        }
    }

    private ReplyContent Content(Verdict verdict) =>
        new(Verdicts.Reply(verdict), verdict.PartyNumber ?? "", verdict.Field, verdict.Text, services.Time.GetUtcNow());

    private async Task AnswerAsync(Message request, ReplyContent content, Arrival arrival)
    {
        Crash.At("before-reply");
        if (!await SendAsync(request, content).ConfigureAwait(false))
        {
            return;
        }

        system.Activity.Replied();
        services.Metrics.Replied(system.Code, services.Time.GetElapsedTime(arrival.Timestamp));
    }

    /// <returns>False where the request has no reply, or the connection is over.</returns>
    private async ValueTask<bool> SendAsync(Message request, ReplyContent content)
    {
        byte[] frame;
        try
        {
            if (system.Format.Reply(request, content) is not { } reply)
            {
                if (request.Role != MessageRole.Heartbeat)
                {
                    // Too little of the request could be read to name it: a closed connection is the only answer.
                    line.Stop();
                }

                return false;
            }

            frame = system.Format.Encode(reply);
        }
        catch (WireException fault)
        {
            services.Logger.ReplyFailed(fault, system.Code);
            line.Stop();
            return false;
        }

        return await line.SendAsync(frame, line.Ended).ConfigureAwait(false);
    }

    private byte[] Heartbeat() =>
        system.Format.Encode(system.Format.Signal(MessageRole.Heartbeat, ++beats, services.Time.GetUtcNow()));

    /// <summary>Requests and whatever could not be read count as received; heartbeats and sign-ons do not.</summary>
    private void Count()
    {
        system.Activity.Received();
        services.Metrics.Received(system.Code);
    }

    private sealed record Arrival(byte[] Frame, DateTimeOffset At, long Timestamp);
}
