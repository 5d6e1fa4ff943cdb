using Granary.Access.Contracts;
using Granary.Ecif.Contracts;
using Granary.Ecif.Distribution;
using Granary.Ecif.Storage;
using Granary.Kernel.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Granary.Ecif.Live;

/// <summary>One system of the bank as the live map shows it.</summary>
/// <param name="Kind">online or files.</param>
/// <param name="Inbound">Connections that the system has opened to this process.</param>
/// <param name="Outbound">connected, down or files.</param>
/// <param name="Backlog">Keys that are due or being told.</param>
/// <param name="Dead">Open dead letters.</param>
/// <param name="OldestDueSeconds">How long the longest waiting key has waited.</param>
/// <param name="Customers">Source records of the system, open and closed; counted now and then.</param>
public sealed record SystemView(
    string System, string Kind, int Inbound, string Outbound, double ReceivedPerSecond, double DeliveredPerSecond, long Backlog, long Dead,
    double? OldestDueSeconds, DateTimeOffset? LastReceivedAt, DateTimeOffset? LastDeliveredAt, long Customers);

/// <summary>GET /api/systems: the state of the bank, made once a second for everybody who looks.</summary>
internal sealed partial class SystemsBoard(
    EcifDatabase database, IEnumerable<ISystemStatusSource> sources, IEnumerable<ISubscription> subscriptions, EcifMetrics metrics, LiveFeed feed, TimeProvider clock, ILogger<SystemsBoard> logger)
    : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    /// <summary>Rates are over so many seconds: shorter jumps, longer lies about a stop.</summary>
    private const int Window = 5;

    /// <summary>Counting customers, and what is due, may each take this share of the time: at 20 million rows it takes seconds.</summary>
    private const double CountingShare = 0.02;

    private readonly Queue<(DateTimeOffset At, Dictionary<string, (long Received, long Delivered)> Counts)> _past = new();
    private Dictionary<string, long> _customers = [];
    private DateTimeOffset _countAgain;
    private Dictionary<string, (long Backlog, long Dead, long? Oldest)> _due = [];
    private DateTimeOffset _countDueAgain;

    public IReadOnlyList<SystemView> Latest { get; private set; } = [];

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/systems", Ok<IReadOnlyList<SystemView>> (SystemsBoard board) => TypedResults.Ok(board.Latest))
            .Requires(Permission.SystemsRead).WithName("ListSystems").WithSummary("The bank's systems: connections, rates, backlog, dead letters");

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        do
        {
            try
            {
                Latest = await LookAsync(stoppingToken);
                feed.Publish(new LiveEvent("systems", Latest, Permission.SystemsRead, [], new LiveEvent("beat", "", "", [])));
            }
            catch (Exception e) when (Outage.Is(e) || e is System.Data.Common.DbException)
            {
                LogBlind(e.GetType().Name);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
        }
        while (await NextAsync(timer, stoppingToken));
    }

    private static async Task<bool> NextAsync(PeriodicTimer timer, CancellationToken cancellation)
    {
        try
        {
            return await timer.WaitForNextTickAsync(cancellation);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private async Task<IReadOnlyList<SystemView>> LookAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        await CountCustomersAsync(now, cancellation);
        await CountDueAsync(now, cancellation);

        var connections = sources.SelectMany(s => s.Read()).ToDictionary(s => s.System);
        var systems = subscriptions.Select(s => s.System).Union(connections.Keys).Order(StringComparer.Ordinal).ToList();
        var counts = systems.ToDictionary(s => s, s => (connections.GetValueOrDefault(s)?.Received ?? 0, metrics.DeliveredTo(s)));
        _past.Enqueue((now, counts));
        while (_past.Count > Window + 1)
        {
            _past.Dequeue();
        }

        var (since, then) = _past.Peek();
        var seconds = Math.Max((now - since).TotalSeconds, Every.TotalSeconds);
        return [.. systems.Select(system =>
        {
            var connection = connections.GetValueOrDefault(system);
            var (received, delivered) = then.GetValueOrDefault(system);
            var due = _due.GetValueOrDefault(system);
            return new SystemView(system, connection?.Kind ?? "online", connection?.InboundConnections ?? 0, connection?.Outbound ?? "down",
                (counts[system].Item1 - received) / seconds, (counts[system].Item2 - delivered) / seconds, due.Backlog, due.Dead,
                due.Oldest is { } oldest ? Math.Max(0, (now.ToUnixTimeMilliseconds() - oldest) / 1000d) : null,
                connection?.LastReceivedAt, connection?.LastDeliveredAt, _customers.GetValueOrDefault(system));
        })];
    }

    /// <summary>Of what was delivered nothing is counted: that is nearly all, and grows with the bank.</summary>
    private async Task CountDueAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        if (now < _countDueAgain)
        {
            return;
        }

        var started = clock.GetTimestamp();
        _due = (await database.ReadAsync(session => session.QueryAsync(
            """
            SELECT d.system, SUM(CASE WHEN d.state = 2 THEN 0 ELSE 1 END), SUM(CASE WHEN d.state = 2 THEN 1 ELSE 0 END), MIN(CASE WHEN d.state = 2 THEN NULL ELSE d.since END)
            FROM {rows} CROSS JOIN ecif.delivery d WHERE d.system = k.system AND d.state IN (0, 1, 2) GROUP BY d.system
            """,
            RowSet.Of("system", [.. subscriptions.Select(s => s.System)]),
            r => (System: r.GetString(0), Backlog: r.GetInt64(1), Dead: r.GetInt64(2), Oldest: r.LongOrNull(3))), cancellation)).ToDictionary(d => d.System, d => (d.Backlog, d.Dead, d.Oldest));
        _countDueAgain = now + (clock.GetElapsedTime(started) / CountingShare);
    }

    private async Task CountCustomersAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        if (now < _countAgain)
        {
            return;
        }

        var started = clock.GetTimestamp();
        _customers = (await database.ReadAsync(session => session.QueryAsync(
            "SELECT system, count(*) FROM ecif.source_record GROUP BY system", r => (r.GetString(0), r.GetInt64(1))), cancellation)).ToDictionary();
        _countAgain = now + (clock.GetElapsedTime(started) / CountingShare) + Every;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The live map cannot read the database: {Error}")]
    private partial void LogBlind(string error);
}
