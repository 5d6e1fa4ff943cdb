using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Granary.Gateway.Status;

/// <summary>Meter and activity source "Granary.Gateway". Tags are system codes, reasons and outcomes: never a key or a value.</summary>
internal sealed class GatewayMetrics : IDisposable
{
    public const string Name = "Granary.Gateway";

    public static readonly ActivitySource Activities = new(Name);

    private readonly Meter meter;
    private readonly Counter<long> received;
    private readonly Counter<long> replied;
    private readonly Counter<long> refused;
    private readonly Counter<long> busy;
    private readonly Counter<long> delivered;
    private readonly Counter<long> unmatched;
    private readonly Counter<long> heartbeatMisses;
    private readonly Counter<long> rejected;
    private readonly UpDownCounter<long> connections;
    private readonly Histogram<double> replyDuration;
    private readonly Histogram<double> deliveryDuration;

    public GatewayMetrics(IMeterFactory factory)
    {
        meter = factory.Create(Name);
        received = meter.CreateCounter<long>("granary.gateway.received", "{frame}", "Frames and file records received, faulty ones included");
        replied = meter.CreateCounter<long>("granary.gateway.replied", "{frame}", "Requests and records answered");
        refused = meter.CreateCounter<long>("granary.gateway.refused", "{frame}", "Frames and records refused, by reason");
        busy = meter.CreateCounter<long>("granary.gateway.busy", "{frame}", "Requests answered with \"try again later\"");
        delivered = meter.CreateCounter<long>("granary.gateway.delivered", "{frame}", "Deliveries sent, by outcome");
        unmatched = meter.CreateCounter<long>("granary.gateway.unmatched", "{frame}", "Replies that no request waited for");
        heartbeatMisses = meter.CreateCounter<long>("granary.gateway.heartbeat_misses", "{connection}", "Connections closed for silence or unanswered heartbeats");
        rejected = meter.CreateCounter<long>("granary.gateway.connections_rejected", "{connection}", "Connections above a system's bound");
        connections = meter.CreateUpDownCounter<long>("granary.gateway.connections", "{connection}", "Open connections, by direction");
        replyDuration = meter.CreateHistogram<double>("granary.gateway.reply_duration", "s", "From the last byte of a request to its reply");
        deliveryDuration = meter.CreateHistogram<double>("granary.gateway.delivery_duration", "s", "From sending a delivery to its reply");
    }

    public void Received(string system) => received.Add(1, System(system));

    public void Replied(string system, TimeSpan duration)
    {
        replied.Add(1, System(system));
        replyDuration.Record(duration.TotalSeconds, System(system));
    }

    public void Refused(string system, string reason) => refused.Add(1, System(system), new("reason", reason));

    public void Busy(string system) => busy.Add(1, System(system));

    public void Delivered(string system, string outcome, TimeSpan duration)
    {
        delivered.Add(1, System(system), new("outcome", outcome));
        deliveryDuration.Record(duration.TotalSeconds, System(system));
    }

    public void Unmatched(string system) => unmatched.Add(1, System(system));

    public void HeartbeatMissed(string system, bool inbound) => heartbeatMisses.Add(1, System(system), Direction(inbound));

    public void Rejected(string system) => rejected.Add(1, System(system));

    public void Opened(string system, bool inbound) => connections.Add(1, System(system), Direction(inbound));

    public void Closed(string system, bool inbound) => connections.Add(-1, System(system), Direction(inbound));

    public void Dispose() => meter.Dispose();

    private static KeyValuePair<string, object?> System(string system) => new("system", system);

    private static KeyValuePair<string, object?> Direction(bool inbound) => new("direction", inbound ? "in" : "out");
}
