namespace Granary.Sim;

/// <summary>The system's clock, moved to begin at another time: a recording's day, for a wire that carries no year.</summary>
internal sealed class ShiftedClock(TimeSpan shift) : TimeProvider
{
    public static TimeProvider From(DateTimeOffset? start) => start is { } at ? new ShiftedClock(at - System.GetUtcNow()) : System;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + shift;
}
