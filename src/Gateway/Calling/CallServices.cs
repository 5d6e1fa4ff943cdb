using Granary.Gateway.Status;
using Microsoft.Extensions.Logging;

namespace Granary.Gateway.Calling;

/// <summary>What every link to a system works with.</summary>
internal sealed record CallServices(Connector Connector, Recorder Recorder, GatewayMetrics Metrics, TimeProvider Time, ILogger<SystemLink> Logger);
