namespace Granary.Sim.Formats;

/// <summary>How a system behaves on the wire: the times and bounds of its own document.</summary>
internal sealed record Conduct
{
    /// <summary>One request per connection (CBS), or connections that stay.</summary>
    public bool Short { get; init; }

    /// <summary>Connections that the system opens to the hub at once.</summary>
    public int Connections { get; init; } = 1;

    /// <summary>Requests of the system that wait for their replies, over all its connections.</summary>
    public int InFlight { get; init; } = 1;

    /// <summary>Without a reply for this long the message is sent again under the same number.</summary>
    public TimeSpan ReplyWithin { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>A sign of life is sent after this long without traffic.</summary>
    public TimeSpan PingAfter { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Without a byte from the other side for this long the connection is closed.</summary>
    public TimeSpan SilenceCloses { get; init; } = TimeSpan.FromSeconds(90);

    /// <summary>Who opened the connection signs on before anything else (CARD).</summary>
    public bool SignsOn { get; init; }

    /// <summary>Documented bound of one message, in bytes.</summary>
    public int MaxMessage { get; init; }

    /// <summary>Where the hub listens for this system, and where the system listens for the hub, unless the endpoints file says otherwise.</summary>
    public int HubPort { get; init; }

    public int OwnPort { get; init; }
}
