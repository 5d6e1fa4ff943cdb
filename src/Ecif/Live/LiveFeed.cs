using System.Collections.Concurrent;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Granary.Access.Contracts;
using Granary.Ecif.Rights;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Granary.Ecif.Live;

/// <param name="Kind">systems, change, customer, beat or notification.</param>
/// <param name="Permission">What a watcher needs to be told; empty for what everybody may know.</param>
/// <param name="Where">Of a change: the units and people of its customer, by which a watcher sees it.</param>
/// <param name="Otherwise">What those are told who may not be told this.</param>
internal sealed record LiveEvent(string Kind, object Data, string Permission, IReadOnlyList<Whereabouts> Where, LiveEvent? Otherwise = null);

/// <summary>One of the ways by which somebody sees a customer.</summary>
internal sealed record Whereabouts(string? Unit, string? Manager, string? Place)
{
    public bool In(Sight sight) => sight.Sees(Unit is null ? null : UnitCode.EntityOf(Unit), Unit, Manager, Place);
}

/// <summary>GET /api/live: what happens, as it happens, to every browser that watches. One follower reads; each watcher has a bounded queue.</summary>
internal sealed class LiveFeed(EcifLimits limits, TimeProvider clock, ICallers? callers = null, INotificationFeed? notifications = null)
{
    private readonly ConcurrentDictionary<Channel<LiveEvent>, bool> _watchers = new();

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/live", (Caller caller, LiveFeed feed, CancellationToken cancellation) => TypedResults.ServerSentEvents(feed.WatchAsync(caller, cancellation)))
            .ForSignedIn().WithName("WatchLive").WithSummary("Server-sent events: systems or beat (each second), change or customer, and notification (as they happen)").ExcludeFromDescription();

    public bool IsWatched => !_watchers.IsEmpty;

    public void Publish(LiveEvent what)
    {
        foreach (var watcher in _watchers.Keys)
        {
            // A browser that cannot keep up loses the oldest events, not the connection: the map is about now.
            watcher.Writer.TryWrite(what);
        }
    }

    private async IAsyncEnumerable<SseItem<object>> WatchAsync(Caller caller, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var queue = Channel.CreateBounded<LiveEvent>(new BoundedChannelOptions(limits.LiveEvents) { FullMode = BoundedChannelFullMode.DropOldest });
        _watchers.TryAdd(queue, true);
        using var notified = notifications?.Watch(caller.PersonId, row => queue.Writer.TryWrite(new LiveEvent("notification", row, "", [])));
        try
        {
            var asked = clock.GetTimestamp();
            await foreach (var what in queue.Reader.ReadAllAsync(cancellation))
            {
                // There is an event each second, so a session that was ended ends its stream within the bound.
                if (callers is not null && clock.GetElapsedTime(asked) > limits.LiveAsksAgain)
                {
                    if (await callers.AgainAsync(caller, cancellation) is not { } still)
                    {
                        yield break;
                    }

                    (caller, asked) = (still, clock.GetTimestamp());
                }

                if (ToldTo(caller, what) is { } told)
                {
                    yield return new SseItem<object>(told.Data, told.Kind);
                }
            }
        }
        finally
        {
            _watchers.TryRemove(queue, out _);
        }
    }

    private static LiveEvent? ToldTo(Caller caller, LiveEvent? what)
    {
        while (what is { Permission.Length: > 0 } && caller.SightOf(what.Permission) is var sight && !sight.All && !what.Where.Any(w => w.In(sight)))
        {
            what = what.Otherwise;
        }

        return what;
    }
}
