namespace Granary.Gateway.Calling;

/// <summary>
/// Exponential back-off with equal jitter: each pause is drawn between the half and the whole of a doubling span,
/// so that six links that broke at one switch do not come back in step.
/// </summary>
internal sealed class BackOff
{
    private readonly TimeSpan first;
    private readonly TimeSpan most;
    private readonly Random random;
    private TimeSpan span;

    public BackOff(TimeSpan first, TimeSpan most, Random random)
    {
        this.first = span = first;
        this.most = most;
        this.random = random;
    }

    public TimeSpan Next()
    {
        var pause = span * (0.5 + (random.NextDouble() / 2));
        span = span * 2 > most ? most : span * 2;
        return pause;
    }

    public void Reset() => span = first;
}
