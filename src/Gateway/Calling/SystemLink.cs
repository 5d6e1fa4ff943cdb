using System.Diagnostics;
using Granary.Ecif.Contracts;
using Granary.Gateway.Mapping;
using Granary.Gateway.Status;
using Granary.Wire;

namespace Granary.Gateway.Calling;

/// <summary>A way to one online system: the part that is the same for short and for long connections.</summary>
internal abstract class SystemLink(BankSystem system, CallServices services, int window) : ISystemLink, IDisposable
{
    private readonly SemaphoreSlim room = new(window);

    public string System => Bank.Code;

    public abstract bool Connected { get; }

    public int Window { get; } = window;

    public BankSystem Bank { get; } = system;

    protected CallServices Services { get; } = services;

    /// <summary>Keeps the connection until the gateway stops.</summary>
    public abstract Task RunAsync(CancellationToken stopping);

    public async Task<DeliveryReply> SendAsync(Delivery delivery, CancellationToken cancellation)
    {
        using var activity = GatewayMetrics.Activities.StartActivity("send change", ActivityKind.Client);
        activity?.SetTag("system", System);
        Message message;
        byte[] frame;
        try
        {
            message = Bank.Format.Change(Changes.Write(delivery));
            frame = Bank.Format.Encode(message);
        }
        catch (WireException fault)
        {
            // Fit comes before a delivery, so this is a bug; the field's name is enough for whoever looks at the dead letter.
            Services.Logger.EncodeFailed(fault, System, delivery.MessageId);
            return new DeliveryReply(DeliveryOutcome.Refused, "", $"cannot be encoded: {fault.Field}");
        }

        await room.WaitAsync(cancellation).ConfigureAwait(false);
        var begun = Services.Time.GetTimestamp();
        try
        {
            var reply = await ExchangeAsync(message.Fields.Text("msgid"), frame, cancellation).ConfigureAwait(false);
            Services.Metrics.Delivered(System, reply.Outcome.ToString(), Services.Time.GetElapsedTime(begun));
            activity?.SetTag("outcome", reply.Outcome.ToString());
            if (reply.Outcome == DeliveryOutcome.Done)
            {
                Bank.Activity.Delivered();
            }

            return reply;
        }
        finally
        {
            room.Release();
        }
    }

    public void Dispose() => room.Dispose();

    /// <summary>Sends one request and waits for the reply that carries its number.</summary>
    protected abstract Task<DeliveryReply> ExchangeAsync(string id, byte[] frame, CancellationToken cancellation);

    protected static DeliveryReply NotSent { get; } = new(DeliveryOutcome.NotSent, "", "not connected");

    protected static DeliveryReply Unknown(string text) => new(DeliveryOutcome.Unknown, "", text);

    protected DeliveryReply Read(Message reply)
    {
        var code = reply.Fields.Text("code");
        return new DeliveryReply(Verdicts.Delivery(Bank.Format.VerdictOf(code)), code, reply.Fields.Text("text"));
    }
}
