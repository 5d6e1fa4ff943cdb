namespace Granary.Sim.Running;

/// <summary>How a system misbehaves. All off at the start; set while it runs. A member that a request leaves out stays as it is.</summary>
internal sealed record Switches
{
    /// <summary>Milliseconds that every answer to the hub waits.</summary>
    public int SlowMs { get; init; }

    /// <summary>The listener is closed, every connection is cut, nothing is sent.</summary>
    public bool Down { get; init; }

    /// <summary>Every change that is taken from the hub comes back as a change of the system's own.</summary>
    public bool Echo { get; init; }

    /// <summary>Values are stored otherwise than they were told (case, spaces, width, abbreviation), and come back so.</summary>
    public bool Rewrite { get; init; }

    /// <summary>Share of the hub's changes that are answered "try again later", 0 to 1.</summary>
    public double Errors { get; init; }

    /// <summary>Share of the hub's changes that are refused for good, 0 to 1.</summary>
    public double Refusals { get; init; }

    /// <summary>Every message is sent a second time after its reply.</summary>
    public bool SendTwice { get; init; }

    /// <summary>Waiting messages leave in any order, also those of one customer.</summary>
    public bool OutOfOrder { get; init; }

    public Switches With(SwitchesChange change) => new()
    {
        SlowMs = change.SlowMs ?? SlowMs,
        Down = change.Down ?? Down,
        Echo = change.Echo ?? Echo,
        Rewrite = change.Rewrite ?? Rewrite,
        Errors = change.Errors ?? Errors,
        Refusals = change.Refusals ?? Refusals,
        SendTwice = change.SendTwice ?? SendTwice,
        OutOfOrder = change.OutOfOrder ?? OutOfOrder,
    };
}

internal sealed record SwitchesChange(
    int? SlowMs, bool? Down, bool? Echo, bool? Rewrite, double? Errors, double? Refusals, bool? SendTwice, bool? OutOfOrder);
