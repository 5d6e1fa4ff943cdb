using Granary.Ecif.Contracts;
using Granary.Gateway.Status;
using Microsoft.Extensions.Logging;

namespace Granary.Gateway.Listening;

/// <summary>What every inbound connection works with.</summary>
internal sealed record InboundServices(
    IIntake Intake,
    IHoldings Holdings,
    IInquiry Inquiry,
    Recorder Recorder,
    GatewayMetrics Metrics,
    TimeProvider Time,
    ILogger<InboundConnection> Logger);
