namespace Granary.Ecif.Contracts;

/// <summary>What the connections of one system look like at this moment.</summary>
/// <param name="Kind">"online" or "files".</param>
/// <param name="InboundConnections">Connections that the system holds open to the hub.</param>
/// <param name="Outbound">"connected", "down" or "files".</param>
/// <param name="Received">Messages and records received since the process started, refused ones included.</param>
/// <param name="Replied">Of these, how many were answered.</param>
/// <param name="LastDeliveredAt">When the system last took a delivery.</param>
public sealed record SystemStatus(
    string System,
    string Kind,
    int InboundConnections,
    string Outbound,
    long Received,
    long Replied,
    DateTimeOffset? LastReceivedAt,
    DateTimeOffset? LastDeliveredAt);

/// <summary>The state of every system's connections; given by the gateway of this process.</summary>
public interface ISystemStatusSource
{
    /// <summary>One entry per system, in the order of their codes.</summary>
    IReadOnlyList<SystemStatus> Read();
}
