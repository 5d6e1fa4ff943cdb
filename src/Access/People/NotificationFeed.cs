using System.Collections.Concurrent;
using Granary.Access.Contracts;
using Granary.Access.Storage;
using Granary.Kernel.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Granary.Access.People;

/// <summary>Looks for new notifications, which any node may have written, while somebody watches.</summary>
internal sealed partial class NotificationFeed(AccessDatabase database, AccessLimits limits, TimeProvider clock, ILogger<NotificationFeed> logger) : BackgroundService, INotificationFeed
{
    private sealed record Watcher(string Person, Action<NotificationRow> Told) : IDisposable
    {
        public required Action<Watcher> Ended { get; init; }

        public void Dispose() => Ended(this);
    }

    private readonly ConcurrentDictionary<Watcher, bool> _watchers = new();

    public IDisposable Watch(string person, Action<NotificationRow> told)
    {
        var watcher = new Watcher(person, told) { Ended = w => _watchers.TryRemove(w, out _) };
        _watchers.TryAdd(watcher, true);
        return watcher;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(limits.NotificationPoll, clock);
        // Ids commit out of order, so each look begins a little before the last one; what was told is not told again.
        var told = new HashSet<long>();
        long? since = null;
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                if (_watchers.IsEmpty)
                {
                    since = null;
                    told.Clear();
                    continue;
                }

                try
                {
                    since = await LookAsync(since, told, stoppingToken);
                }
                catch (Exception e) when (Outage.Is(e) || e is System.Data.Common.DbException)
                {
                    LogPause(e.GetType().Name);
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
    }

    /// <returns>The time from which the next look begins.</returns>
    private async Task<long> LookAsync(long? since, HashSet<long> told, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        var overlap = (long)limits.NotificationOverlap.TotalMilliseconds;
        if (since is not { } from)
        {
            return now;
        }

        var people = _watchers.Keys.Select(w => w.Person).Distinct().ToArray();
        var rows = await database.ReadAsync(session => session.QueryAsync(
            $"SELECT {Notifications.Columns}, n.person FROM {{rows}} JOIN access.notification n ON n.person = k.person WHERE n.at > @from ORDER BY n.id",
            RowSet.Of("person", people), r => (Row: Notifications.Read(r), Person: r.GetString(6)), ("from", from - overlap)), cancellation);
        var fresh = rows.Where(r => r.Row.At.ToUnixTimeMilliseconds() > from - overlap && told.Add(r.Row.Id)).ToList();
        foreach (var (row, person) in fresh)
        {
            foreach (var watcher in _watchers.Keys.Where(w => w.Person == person))
            {
                watcher.Told(row);
            }
        }

        told.IntersectWith(rows.Select(r => r.Row.Id));
        return now;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Notifications pause: {Error}")]
    private partial void LogPause(string error);
}
