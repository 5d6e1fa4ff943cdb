using Granary.Ecif.Contracts;
using Granary.Gateway.Calling;

namespace Granary.Gateway.Status;

/// <summary>The state of every system's connections for the live map.</summary>
internal sealed class GatewayStatus(BankSystems systems, IEnumerable<SystemLink> links) : ISystemStatusSource
{
    private readonly Dictionary<string, SystemLink> links = links.ToDictionary(link => link.System, StringComparer.Ordinal);

    public IReadOnlyList<SystemStatus> Read() => [.. systems.All.Select(system =>
    {
        var online = links.TryGetValue(system.Code, out var link);
        var activity = system.Activity;
        return new SystemStatus(
            system.Code,
            online ? "online" : "files",
            activity.Inbound,
            !online ? "files" : link!.Connected ? "connected" : "down",
            activity.ReceivedCount,
            activity.RepliedCount,
            activity.LastReceivedAt,
            activity.LastDeliveredAt);
    })];
}
