using Granary.Ecif.Contracts;
using Granary.Gateway.Status;
using Microsoft.Extensions.Logging;

namespace Granary.Gateway.Files;

/// <summary>What the taking and writing of files works with.</summary>
internal sealed record FileServices(
    IIntake Intake,
    IHoldings Holdings,
    IFileRegister Register,
    Recorder Recorder,
    GatewayMetrics Metrics,
    TimeProvider Time,
    ILogger<FileInbox> Logger);
