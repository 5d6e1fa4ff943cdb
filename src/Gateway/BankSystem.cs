using System.Net;
using Granary.Gateway.Lines;
using Granary.Gateway.Status;
using Granary.Wire;
using Microsoft.Extensions.Logging;

namespace Granary.Gateway;

/// <summary>One system of the bank as this process is to reach it: its declared interface, its place, its limits, its counters.</summary>
internal sealed class BankSystem
{
    public BankSystem(Interface format, EndpointEntry? entry, GatewayOptions options, TimeProvider time)
    {
        Format = format;
        Limits = options.Limits;
        Activity = new SystemActivity(time);
        if (Rules.Kind == ConnectionKind.Files)
        {
            // The declared default ("data/…") names a folder of the data directory, wherever that is.
            Directory = Path.GetFullPath(entry?.Directory ?? Path.Combine(options.Data, Path.GetFileName(Rules.Files!.Directory)));
            return;
        }

        Listen = Endpoints.Parse(entry?.Hub ?? Rules.Listen ?? "", $"{Code}: where the hub listens");
        Call = Endpoints.Parse(entry?.System ?? Rules.Call ?? "", $"{Code}: where the hub calls");
    }

    public string Code => Format.System;

    public Interface Format { get; }

    public ConnectionRules Rules => Format.Connection;

    public GatewayLimits Limits { get; }

    public SystemActivity Activity { get; }

    /// <summary>Null for a system that speaks by files.</summary>
    public IPEndPoint? Listen { get; }

    public IPEndPoint? Call { get; }

    /// <summary>Null for a system that is online.</summary>
    public string? Directory { get; }

    public TimeSpan ReplyTimeout => Limits.ReplyTimeout ?? Rules.ReplyTimeout;

    /// <summary>A connection per request would fill the log; one that is meant to stay is news.</summary>
    public LogLevel ConnectionLevel => Rules.Kind == ConnectionKind.Short ? LogLevel.Debug : LogLevel.Information;

    private TimeSpan? Silence => Limits.HeartbeatAfter ?? Rules.HeartbeatAfter ?? Rules.HeartbeatEvery;

    private bool HasHeartbeat => Format.Roles.Contains(MessageRole.Heartbeat) && (Rules.HeartbeatAfter ?? Rules.HeartbeatEvery) is not null;

    /// <summary>A heartbeat that is not answered is sent by both sides; one that is answered is sent by whoever opened the connection.</summary>
    private bool BothBeat => !Format.Roles.Contains(MessageRole.HeartbeatReply);

    private TimeSpan CloseAfter => Limits.CloseAfter ?? Rules.CloseAfter;

    /// <summary>The times of a connection that the system opened.</summary>
    public LineRules Inbound => Line(HasHeartbeat && BothBeat, CloseAfter);

    /// <summary>The times of the connection that the hub opened; a system without heartbeats may be silent on it for as long as there is no news.</summary>
    public LineRules Outbound => Line(HasHeartbeat, HasHeartbeat ? CloseAfter : null);

    /// <summary>After so long without a byte, a live peer would have said something: a newer connection may take the place.</summary>
    public TimeSpan StaleAfter => Silence ?? Rules.CloseAfter;

    private LineRules Line(bool beats, TimeSpan? closeAfter) => new(
        beats ? Silence : null,
        Rules.HeartbeatEvery is not null,
        Rules.HeartbeatTimeout is { } declared ? Limits.ReplyTimeout ?? declared : null,
        Rules.MissedHeartbeats,
        closeAfter,
        Limits.FrameTimeout,
        Limits.WriteTimeout,
        Limits.DrainTimeout,
        Limits.OutgoingFrames);
}
