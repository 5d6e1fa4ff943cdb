using System.Buffers;
using System.IO.Pipelines;
using System.Threading.Channels;
using Granary.Wire;
using Microsoft.AspNetCore.Connections;

namespace Granary.Gateway.Lines;

/// <summary>
/// One connection, whoever opened it: frames in by one reader, frames out by one writer, and a watch over its times.
/// It knows frames and heartbeats; what a frame means is its owner's business.
/// </summary>
internal sealed class Line : IAsyncDisposable
{
    private readonly ConnectionContext connection;
    private readonly Interface format;
    private readonly LineRules rules;
    private readonly TimeProvider time;
    private readonly Func<byte[]>? heartbeat;
    private readonly Channel<byte[]> outgoing;
    private readonly CancellationTokenSource stopReading = new();
    private readonly CancellationTokenSource ended = new();
    private readonly CancellationToken reading;

    // Timestamps of TimeProvider; 0 = not running. Written by one task each, read by the watch.
    private long heardAt;
    private long sentAt;
    private long frameBegunAt;
    private long flushBegunAt;
    private long beatAt;
    private bool over;
    private int beatsUnanswered;
    private int forcedEnd = -1;

    /// <param name="heartbeat">Makes the frame of a heartbeat; null where the interface has none.</param>
    public Line(ConnectionContext connection, Interface format, LineRules rules, TimeProvider time, Func<byte[]>? heartbeat)
    {
        this.connection = connection;
        this.format = format;
        this.rules = rules;
        this.time = time;
        this.heartbeat = heartbeat;
        outgoing = Channel.CreateBounded<byte[]>(new BoundedChannelOptions(rules.OutgoingFrames) { SingleReader = true });
        heardAt = sentAt = beatAt = time.GetTimestamp();
        reading = stopReading.Token;
        Ended = ended.Token;
    }

    /// <summary>Cancelled when the connection is over and nothing can be answered any more.</summary>
    public CancellationToken Ended { get; }

    /// <summary>The bytes that could not be read as a frame, where the end was Torn, Trickle or BadFrame.</summary>
    public byte[] Remainder { get; private set; } = [];

    /// <summary>The fault of a BadFrame.</summary>
    public Fault? Fault { get; private set; }

    public TimeSpan SilentFor => time.GetElapsedTime(Volatile.Read(ref heardAt));

    /// <summary>Hands a whole frame to the writer; waits while its queue is full. False once the connection is over.</summary>
    public async ValueTask<bool> SendAsync(byte[] frame, CancellationToken cancellation = default)
    {
        while (await outgoing.Writer.WaitToWriteAsync(cancellation).ConfigureAwait(false))
        {
            if (outgoing.Writer.TryWrite(frame))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The peer answered a heartbeat.</summary>
    public void HeartbeatAnswered() => Volatile.Write(ref beatsUnanswered, 0);

    /// <summary>Whether nothing more will be sent: to the peer the connection has ended.</summary>
    public bool IsOver => Volatile.Read(ref over);

    /// <summary>Stops reading; what is under way may still be answered.</summary>
    public void Stop() => End(LineEnd.Hub);

    /// <summary>Reads until the connection ends. <paramref name="drain"/> is awaited, within the drain time, before the writer is closed.</summary>
    public async Task<LineEnd> RunAsync(Func<byte[], ValueTask> onFrame, Func<Task> drain, int keep)
    {
        var writing = WriteAsync();
        using var watch = new CancellationTokenSource();
        var watching = WatchAsync(watch.Token);
        LineEnd end;
        try
        {
            end = await ReadAsync(onFrame, keep).ConfigureAwait(false);
            if (end is not (LineEnd.SlowReader or LineEnd.Silent or LineEnd.Unanswered))
            {
                await DrainAsync(drain, writing).ConfigureAwait(false);
            }
        }
        finally
        {
            outgoing.Writer.TryComplete();
            await watch.CancelAsync().ConfigureAwait(false);
            await ended.CancelAsync().ConfigureAwait(false);
            if (!writing.IsCompleted)
            {
                connection.Abort(new ConnectionAbortedException("the connection is over"));
            }

            await watching.ConfigureAwait(false);
            await writing.ConfigureAwait(false);
            await connection.Transport.Input.CompleteAsync().ConfigureAwait(false);
        }

        return end;
    }

    public async ValueTask DisposeAsync()
    {
        await connection.DisposeAsync().ConfigureAwait(false);
        stopReading.Dispose();
        ended.Dispose();
    }

    private async Task DrainAsync(Func<Task> drain, Task writing)
    {
        try
        {
            await drain().WaitAsync(rules.DrainTimeout, time).ConfigureAwait(false);
            outgoing.Writer.TryComplete();
            await writing.WaitAsync(rules.DrainTimeout, time).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            // What is still under way is durable or will be asked for again; the connection is not worth more waiting.
        }
    }

    private async Task<LineEnd> ReadAsync(Func<byte[], ValueTask> onFrame, int keep)
    {
        var input = connection.Transport.Input;
        while (true)
        {
            ReadResult read;
            try
            {
                read = await input.ReadAsync(reading).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                return ForcedEnd();
            }
            catch (Exception broken) when (broken is IOException or ConnectionResetException or ConnectionAbortedException or InvalidOperationException)
            {
                return ForcedEnd(Remainder.Length > 0 ? LineEnd.Torn : LineEnd.Closed);
            }

            Volatile.Write(ref heardAt, time.GetTimestamp());
            var buffer = read.Buffer;
            Fault? fault;
            while (format.TryReadFrame(ref buffer, out var frame, out fault))
            {
                // While the owner lets us wait (its queue is full), the peer's silence and slowness are not its own.
                Volatile.Write(ref frameBegunAt, 0);
                Volatile.Write(ref heardAt, long.MaxValue);
                await onFrame(frame.ToArray()).ConfigureAwait(false);
                Volatile.Write(ref heardAt, time.GetTimestamp());
                if (reading.IsCancellationRequested)
                {
                    input.AdvanceTo(buffer.Start);
                    return ForcedEnd();
                }
            }

            if (fault is not null || !buffer.IsEmpty)
            {
                Remainder = buffer.Slice(0, Math.Min(buffer.Length, keep)).ToArray();
            }

            if (fault is not null)
            {
                Fault = fault;
                input.AdvanceTo(buffer.End);
                return LineEnd.BadFrame;
            }

            if (buffer.IsEmpty)
            {
                Remainder = [];
                Volatile.Write(ref frameBegunAt, 0);
            }
            else if (Volatile.Read(ref frameBegunAt) == 0)
            {
                Volatile.Write(ref frameBegunAt, time.GetTimestamp());
            }

            input.AdvanceTo(buffer.Start, buffer.End);
            if (read.IsCompleted)
            {
                return ForcedEnd(buffer.IsEmpty ? LineEnd.Closed : LineEnd.Torn);
            }
        }
    }

    private async Task WriteAsync()
    {
        var output = connection.Transport.Output;
        try
        {
            while (await outgoing.Reader.WaitToReadAsync().ConfigureAwait(false))
            {
                // Everything that waits goes out by one flush, up to the pipe's own threshold.
                while (outgoing.Reader.TryRead(out var frame))
                {
                    output.Write(frame);
                    if (output.UnflushedBytes >= 32_768)
                    {
                        break;
                    }
                }

                Volatile.Write(ref flushBegunAt, time.GetTimestamp());
                var flushed = await output.FlushAsync().ConfigureAwait(false);
                Volatile.Write(ref flushBegunAt, 0);
                Volatile.Write(ref sentAt, time.GetTimestamp());
                if (flushed.IsCompleted)
                {
                    break;
                }
            }
        }
        catch (Exception broken) when (broken is IOException or ConnectionResetException or ConnectionAbortedException or InvalidOperationException)
        {
            End(LineEnd.Closed);
        }
        finally
        {
            outgoing.Writer.TryComplete();
            Volatile.Write(ref over, true); // before the peer can see the end, and come back
            await output.CompleteAsync().ConfigureAwait(false);
        }
    }

    private async Task WatchAsync(CancellationToken cancellation)
    {
        using var timer = new PeriodicTimer(Period(), time);
        try
        {
            while (await timer.WaitForNextTickAsync(cancellation).ConfigureAwait(false))
            {
                if (Past(ref flushBegunAt, rules.WriteTimeout))
                {
                    End(LineEnd.SlowReader);
                    connection.Abort(new ConnectionAbortedException("write time-out"));
                }
                else if (Past(ref frameBegunAt, rules.FrameTimeout))
                {
                    End(LineEnd.Trickle);
                }
                else if (rules.CloseAfter is { } silence && Past(ref heardAt, silence))
                {
                    End(LineEnd.Silent);
                }
                else
                {
                    Beat();
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The connection is over.
        }
    }

    private void Beat()
    {
        if (heartbeat is null || rules.HeartbeatAfter is not { } after)
        {
            return;
        }

        if (rules.HeartbeatAnswer is { } patience && Volatile.Read(ref beatsUnanswered) >= rules.MissedHeartbeats)
        {
            // The last one has its time as well; another would only start that time anew.
            if (time.GetElapsedTime(beatAt) >= patience)
            {
                End(LineEnd.Unanswered);
            }

            return;
        }

        var since = rules.HeartbeatAlways ? beatAt : Math.Max(beatAt, Volatile.Read(ref sentAt));
        if (time.GetElapsedTime(since) < after)
        {
            return;
        }

        // A full queue means that there is traffic enough, or that the write time-out is about to speak.
        beatAt = time.GetTimestamp();
        if (outgoing.Writer.TryWrite(heartbeat()) && rules.HeartbeatAnswer is not null)
        {
            Interlocked.Increment(ref beatsUnanswered);
        }
    }

    private bool Past(ref long begun, TimeSpan limit)
    {
        var at = Volatile.Read(ref begun);
        return at is not (0 or long.MaxValue) && time.GetElapsedTime(at) >= limit;
    }

    /// <summary>A quarter of the shortest time that is watched, at most a second: a limit is kept within a quarter of itself.</summary>
    private TimeSpan Period()
    {
        TimeSpan?[] watched = [rules.HeartbeatAfter, rules.HeartbeatAnswer, rules.CloseAfter, rules.FrameTimeout, rules.WriteTimeout, TimeSpan.FromSeconds(4)];
        var quarter = watched.Min()!.Value / 4;
        return quarter < TimeSpan.FromMilliseconds(5) ? TimeSpan.FromMilliseconds(5) : quarter;
    }

    private void End(LineEnd end)
    {
        if (Interlocked.CompareExchange(ref forcedEnd, (int)end, -1) != -1)
        {
            return;
        }

        try
        {
            stopReading.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // It ended by itself at the same moment.
        }
    }

    private LineEnd ForcedEnd(LineEnd natural = LineEnd.Hub)
    {
        var forced = Volatile.Read(ref forcedEnd);
        return forced < 0 ? natural : (LineEnd)forced;
    }
}
