using System.Buffers;
using Granary.Ecif.Contracts;
using Granary.Gateway.Status;
using Granary.Kernel;
using Granary.Wire;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Logging;

namespace Granary.Gateway.Calling;

/// <summary>
/// A connection per request: send, read the reply, close. Whether a peer is there is known from the last request,
/// and without requests from a bare connect now and then.
/// </summary>
internal sealed class ShortLink(BankSystem system, CallServices services)
    : SystemLink(system, services, system.Rules.MaxConnectionsOut)
{
    private readonly BackOff pauses = new(system.Limits.BackOffFirst, system.Limits.BackOffMost, Random.Shared);
    private long reachedAt;
    private volatile bool reached;

    public override bool Connected => reached;

    public override async Task RunAsync(CancellationToken stopping)
    {
        try
        {
            while (!stopping.IsCancellationRequested)
            {
                if (!reached || Services.Time.GetElapsedTime(Volatile.Read(ref reachedAt)) >= Bank.Limits.ShortProbe)
                {
                    await ProbeAsync(stopping).ConfigureAwait(false);
                }

                // A request that finds nobody ends the wait within the first pause.
                await Task.Delay(reached ? Bank.Limits.BackOffFirst : pauses.Next(), Services.Time, stopping).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The gateway stops.
        }
    }

    protected override async Task<DeliveryReply> ExchangeAsync(string id, byte[] frame, CancellationToken cancellation)
    {
        var (connection, cause) = await Services.Connector.ConnectAsync(Bank.Call!, Bank.Limits.ConnectTimeout, cancellation).ConfigureAwait(false);
        if (connection is null)
        {
            Lost(cause);
            return NotSent;
        }

        using var patience = new CancellationTokenSource(Bank.ReplyTimeout, Services.Time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellation);
        await using (connection)
        {
            Services.Metrics.Opened(System, inbound: false);
            try
            {
                await connection.Transport.Output.WriteAsync(frame, both.Token).ConfigureAwait(false);
                Crash.At("mid-send");
                return await ReplyAsync(connection, id, both.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
            {
                Services.Logger.NoReply(System, id);
                return Unknown("no reply in time");
            }
            catch (Exception broken) when (broken is IOException or ConnectionResetException or ConnectionAbortedException or InvalidOperationException)
            {
                return Unknown("the connection broke");
            }
            finally
            {
                await connection.Transport.Output.CompleteAsync().ConfigureAwait(false);
                await connection.Transport.Input.CompleteAsync().ConfigureAwait(false);
                Services.Metrics.Closed(System, inbound: false);
            }
        }
    }

    private async Task<DeliveryReply> ReplyAsync(ConnectionContext connection, string id, CancellationToken cancellation)
    {
        var input = connection.Transport.Input;
        while (true)
        {
            var read = await input.ReadAsync(cancellation).ConfigureAwait(false);
            var buffer = read.Buffer;
            Fault? fault;
            while (Bank.Format.TryReadFrame(ref buffer, out var frame, out fault))
            {
                var bytes = frame.ToArray();
                var decoded = Bank.Format.Decode(bytes);
                if (decoded.Message is { Role: MessageRole.ChangeReply } reply && reply.Fields.Text("msgid") == id)
                {
                    Reached();
                    return Read(reply);
                }

                await Services.Recorder
                    .RecordAsync(Bank, decoded.Fault ?? new Fault(FaultKind.UnknownService, "", "应答与请求不符", decoded.Message), bytes, cancellation)
                    .ConfigureAwait(false);
                return Unknown("the reply is not this request's");
            }

            if (fault is not null)
            {
                var kept = buffer.Slice(0, Math.Min(buffer.Length, Bank.Limits.RefusedBytesKept)).ToArray();
                await Services.Recorder.RecordAsync(Bank, fault, kept, cancellation).ConfigureAwait(false);
                return Unknown("the reply is no frame");
            }

            input.AdvanceTo(buffer.Start, buffer.End);
            if (read.IsCompleted)
            {
                return Unknown("closed without a reply");
            }
        }
    }

    private async Task ProbeAsync(CancellationToken stopping)
    {
        var (connection, cause) = await Services.Connector.ConnectAsync(Bank.Call!, Bank.Limits.ConnectTimeout, stopping).ConfigureAwait(false);
        if (connection is null)
        {
            Lost(cause);
            return;
        }

        await connection.Transport.Output.CompleteAsync().ConfigureAwait(false);
        await connection.Transport.Input.CompleteAsync().ConfigureAwait(false);
        await connection.DisposeAsync().ConfigureAwait(false);
        Reached();
    }

    private void Reached()
    {
        Volatile.Write(ref reachedAt, Services.Time.GetTimestamp());
        pauses.Reset();
        if (!reached)
        {
            reached = true;
            Services.Logger.Connected(System, Bank.Call!.ToString());
        }
    }

    private void Lost(string cause)
    {
        if (!reached)
        {
            return;
        }

        reached = false;
        Services.Logger.NotReached(LogLevel.Warning, System, Bank.Call!.ToString(), cause, Bank.Limits.BackOffFirst.TotalSeconds);
    }
}
