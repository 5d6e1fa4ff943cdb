using System.Data.Common;
using Granary.Kernel.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Granary.Ocrm;

/// <summary>Work that goes on beside the requests as long as the hub runs. While the database is away it waits; what a turn did not do, a later one does.</summary>
internal abstract partial class Worker(OcrmLimits limits, TimeProvider clock, ILogger logger) : BackgroundService
{
    /// <summary>A step of the work, or a rest where there is nothing to do.</summary>
    protected abstract Task TurnAsync(CancellationToken cancellation);

    protected OcrmLimits Limits { get; } = limits;

    protected TimeProvider Clock { get; } = clock;

    protected Task RestAsync(TimeSpan time, CancellationToken cancellation) => Task.Delay(time, Clock, cancellation);

    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await TurnAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e) when (Outage.Is(e) || e is DbException)
            {
                LogPause(GetType().Name, e.GetType().Name);
                await Task.Delay(Limits.BackOff, Clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Work} pauses: {Error}")]
    private partial void LogPause(string work, string error);
}
