namespace Granary.Gateway.Lines;

/// <summary>The times and bounds of one connection: what the interface declares, what the limits add.</summary>
/// <param name="HeartbeatAfter">A heartbeat is sent when nothing was sent for so long; null: never.</param>
/// <param name="HeartbeatAlways">The heartbeat is sent at that interval whatever else is sent.</param>
/// <param name="HeartbeatAnswer">How long a heartbeat may stay unanswered before it counts as missed; null where none is answered.</param>
/// <param name="MissedHeartbeats">So many unanswered heartbeats close the connection.</param>
/// <param name="CloseAfter">Silence of the peer that closes the connection.</param>
internal sealed record LineRules(
    TimeSpan? HeartbeatAfter,
    bool HeartbeatAlways,
    TimeSpan? HeartbeatAnswer,
    int MissedHeartbeats,
    TimeSpan? CloseAfter,
    TimeSpan FrameTimeout,
    TimeSpan WriteTimeout,
    TimeSpan DrainTimeout,
    int OutgoingFrames);
