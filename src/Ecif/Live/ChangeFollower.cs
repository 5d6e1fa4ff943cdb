using Granary.Access.Contracts;
using Granary.Ecif.Contracts;
using Granary.Ecif.Distribution;
using Granary.Ecif.Storage;
using Granary.Kernel.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Granary.Ecif.Live;

/// <summary>Follows the change log for the live stream; looks only while somebody watches.</summary>
internal sealed partial class ChangeFollower(EcifDatabase database, LiveFeed feed, Wakeups wakeups, EcifLimits limits, TimeProvider clock, ILogger<ChangeFollower> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        ChangePosition? position = null;
        while (!stoppingToken.IsCancellationRequested)
        {
            var next = wakeups.Next;
            try
            {
                if (!feed.IsWatched)
                {
                    position = null;
                }
                else
                {
                    position = await FollowAsync(position ?? await ChangeLog.EndAsync(database, stoppingToken), stoppingToken);
                }

                await Wakeups.WaitAsync(next, limits.DistributionPoll, clock, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e) when (Outage.Is(e) || e is System.Data.Common.DbException)
            {
                LogPause(e.GetType().Name);
                await Task.Delay(limits.DeliveryBackOff, clock, CancellationToken.None);
            }
        }
    }

    private async Task<ChangePosition> FollowAsync(ChangePosition position, CancellationToken cancellation)
    {
        var page = await ChangeLog.ReadAsync(database, position, limits.PageRows, cancellation);
        var units = await UnitsAsync([.. page.Select(c => c.Change.PartyNumber).Distinct()], cancellation);
        foreach (var (_, change) in page)
        {
            feed.Publish(new LiveEvent("change", change, Permission.ChangesRead, [.. units[change.PartyNumber]]));
        }

        return page.Count == 0 ? position : page[^1].Position;
    }

    private async Task<ILookup<string, string>> UnitsAsync(IReadOnlyCollection<string> numbers, CancellationToken cancellation) => (await database.ReadAsync(session => session.QueryAsync(
        "SELECT p.number, r.unit FROM {rows} JOIN ecif.party p ON p.number = k.number JOIN ecif.relationship r ON r.party_id = p.id",
        RowSet.Of("number", numbers), r => (Number: r.GetString(0), Unit: r.GetString(1))), cancellation)).ToLookup(r => r.Number, r => r.Unit, StringComparer.Ordinal);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The live stream of changes pauses: {Error}")]
    private partial void LogPause(string error);
}
