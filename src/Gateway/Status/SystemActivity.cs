namespace Granary.Gateway.Status;

/// <summary>What happened on one system's connections since the start; each number is written by many, read by the live map.</summary>
internal sealed class SystemActivity(TimeProvider time)
{
    private long received;
    private long replied;
    private long receivedAt;
    private long deliveredAt;
    private int inbound;

    public long ReceivedCount => Volatile.Read(ref received);

    public long RepliedCount => Volatile.Read(ref replied);

    public int Inbound => Volatile.Read(ref inbound);

    public DateTimeOffset? LastReceivedAt => At(ref receivedAt);

    public DateTimeOffset? LastDeliveredAt => At(ref deliveredAt);

    public void Received()
    {
        Interlocked.Increment(ref received);
        Volatile.Write(ref receivedAt, time.GetUtcNow().UtcTicks);
    }

    public void Replied() => Interlocked.Increment(ref replied);

    public void Delivered() => Volatile.Write(ref deliveredAt, time.GetUtcNow().UtcTicks);

    public int Opened() => Interlocked.Increment(ref inbound);

    public void Closed() => Interlocked.Decrement(ref inbound);

    private static DateTimeOffset? At(ref long ticks) =>
        Volatile.Read(ref ticks) is var value and not 0 ? new DateTimeOffset(value, TimeSpan.Zero) : null;
}
