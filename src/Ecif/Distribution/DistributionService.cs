using Granary.Ecif.Contracts;
using Granary.Ecif.Storage;
using Granary.Kernel;
using Granary.Kernel.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Granary.Ecif.Distribution;

/// <summary>Runs a distributor for each system that the gateway has a link to.</summary>
internal sealed class DistributionService(
    EcifDatabase database,
    IEnumerable<ISystemLink> links,
    IEnumerable<ISystemFileLink> fileLinks,
    IEnumerable<ISubscription> subscriptions,
    EcifLimits limits,
    TimeProvider clock,
    Wakeups wakeups,
    EcifMetrics metrics,
    DayClose dayClose,
    ILogger<DistributionService> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var holder = $"{Environment.MachineName}/{Environment.ProcessId}/{Guid.NewGuid():N}";
        var bySystem = subscriptions.ToDictionary(s => s.System);
        await Resubscribing.RunAsync(database, bySystem, clock, stoppingToken);
        var running = links
            .Select(link => new Distributor(database, link, bySystem[link.System], limits, clock, wakeups, metrics, holder, logger).RunAsync(stoppingToken))
            .Concat(fileLinks.Select(link => new FileDistributor(database, link, bySystem[link.System], limits, clock, dayClose, holder, logger).RunAsync(stoppingToken)));
        await Task.WhenAll(running);
    }
}
