using Granary.Access.Contracts;
using Granary.Ecif.Contracts;
using Granary.Ecif.Distribution;
using Granary.Ecif.GoldenRecords;
using Granary.Ecif.Storage;
using Granary.Kernel;
using Granary.Kernel.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Granary.Ecif.Live;

/// <summary>What those are told of a change who may see the customer and not the log of changes.</summary>
public sealed record CustomerChanged(string PartyNumber);

/// <summary>Follows the change log for the live stream; looks only while somebody watches.</summary>
internal sealed partial class ChangeFollower(
    EcifDatabase database, IEnumerable<IOwnership> ownership, LiveFeed feed, Wakeups wakeups, EcifLimits limits, TimeProvider clock, ILogger<ChangeFollower> logger) : BackgroundService
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
        var where = await WhereAsync([.. page.Select(c => c.Change.PartyNumber).Distinct()], cancellation);
        foreach (var (_, change) in page)
        {
            Whereabouts[] of = [.. where[change.PartyNumber]];
            feed.Publish(new LiveEvent("change", change, Permission.ChangesRead, of, new LiveEvent("customer", new CustomerChanged(change.PartyNumber), Permission.CustomersRead, of)));
        }

        return page.Count == 0 ? position : page[^1].Position;
    }

    /// <summary>By party number: its units from here, who looks after it from whoever keeps that.</summary>
    private async Task<ILookup<string, Whereabouts>> WhereAsync(IReadOnlyCollection<string> numbers, CancellationToken cancellation)
    {
        var ids = numbers.ToDictionary(n => PartyNumber.TryParse(n, out var id) ? id : 0);
        var units = await database.ReadAsync(session => session.QueryAsync(
            "SELECT r.party_id, r.unit FROM {rows} CROSS JOIN ecif.relationship r WHERE r.party_id = k.id", RowSet.Of("id", ids.Keys), r => (Party: r.GetInt64(0), Unit: r.GetString(1))), cancellation);
        var tended = new List<Tended>();
        foreach (var keeper in ownership)
        {
            tended.AddRange(await keeper.OfAsync(ids.Keys, cancellation));
        }

        return units.Select(u => (u.Party, Where: new Whereabouts(u.Unit, null, null)))
            .Concat(tended.Select(t => (t.Party, Where: new Whereabouts(null, t.Manager, t.Place))))
            .ToLookup(w => ids[w.Party], w => w.Where, StringComparer.Ordinal);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The live stream of changes pauses: {Error}")]
    private partial void LogPause(string error);
}
