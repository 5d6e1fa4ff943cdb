using System.Net;
using Granary.Gateway.Status;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Granary.Gateway.Listening;

/// <summary>One endpoint per online system on Kestrel; admission of connections within each system's bound.</summary>
internal sealed class Listeners(BankSystems systems, InboundServices services, IHostApplicationLifetime lifetime)
{
    private readonly Dictionary<string, ListenOptions> bound = new(StringComparer.Ordinal);

    public void Configure(KestrelServerOptions kestrel)
    {
        foreach (var system in systems.Online)
        {
            var door = new Door(system);
            kestrel.Listen(system.Listen!, options =>
            {
                bound[system.Code] = options;
                options.Run(connection => ServeAsync(door, connection));
            });
            services.Logger.Listening(system.Code, system.Listen!.ToString());
        }
    }

    /// <summary>Where a system is listened to; known once the server has started.</summary>
    public IPEndPoint EndpointOf(string system) => bound[system].IPEndPoint!;

    private async Task ServeAsync(Door door, ConnectionContext context)
    {
        var system = door.System;
        await using var connection = new InboundConnection(system, services, context);
        if (!door.TryEnter(connection, out var open))
        {
            services.Logger.Rejected(system.Code, open);
            services.Metrics.Rejected(system.Code);
            context.Abort(new ConnectionAbortedException("too many connections"));
            return;
        }

        services.Logger.Opened(system.ConnectionLevel, system.Code, context.ConnectionId);
        services.Metrics.Opened(system.Code, inbound: true);
        system.Activity.Opened();
        var closing = context.Features.Get<IConnectionLifetimeNotificationFeature>()?.ConnectionClosedRequested ?? CancellationToken.None;
        await using var registration = closing.Register(connection.Stop);
        try
        {
            await connection.RunAsync(lifetime.ApplicationStopped).ConfigureAwait(false);
        }
        catch (Exception bug)
        {
            // One connection's failure is its own: it is logged and closed, the others go on.
            services.Logger.ConnectionFailed(bug, system.Code, context.ConnectionId);
        }
        finally
        {
            door.Leave(connection);
            services.Metrics.Closed(system.Code, inbound: true);
            system.Activity.Closed();
        }
    }

    /// <summary>Counts a system's connections; above the bound a newcomer takes the place of one that is silent beyond what a live peer would be.</summary>
    private sealed class Door(BankSystem system)
    {
        private readonly Lock gate = new();
        private readonly HashSet<InboundConnection> open = [];

        public BankSystem System => system;

        public bool TryEnter(InboundConnection connection, out int count)
        {
            lock (gate)
            {
                open.RemoveWhere(other => other.IsOver);
                count = open.Count;
                if (count >= system.Rules.MaxConnectionsIn * system.Limits.ConnectionSlack)
                {
                    var stalest = open.MaxBy(other => other.SilentFor);
                    if (stalest is null || stalest.SilentFor < system.StaleAfter)
                    {
                        return false;
                    }

                    open.Remove(stalest);
                    stalest.Stop();
                }

                open.Add(connection);
                return true;
            }
        }

        public void Leave(InboundConnection connection)
        {
            lock (gate)
            {
                open.Remove(connection);
            }
        }
    }
}
