namespace Granary.Gateway;

/// <summary>
/// Every bound of the gateway that no interface file declares, each with its default and the reason for it.
/// What a system's own document says (frame size, requests in flight, heartbeats, reply time-outs, connections at once)
/// is in interfaces/*.yaml. A null override leaves the declared value; tests shorten times with them.
/// </summary>
public sealed class GatewayLimits
{
    /// <summary>
    /// In flight on one connection = the interface's bound times this; a request above it is answered "try again later" at once.
    /// 2: a peer that repeats after its time-out has the first and its repeat under way and is still within its own bound.
    /// </summary>
    public int InFlightSlack { get; set; } = 2;

    /// <summary>
    /// Connections of a system at once = the interface's bound times this; the next one is closed at once, unless one that is open
    /// has been silent for longer than a live peer would be: then it takes its place.
    /// 2: a peer that closes and opens again is counted twice until its close has been read, and after a broken network for longer.
    /// </summary>
    public int ConnectionSlack { get; set; } = 2;

    /// <summary>
    /// Frames waiting for the one writer of a connection; when it is full the connection is no longer read.
    /// 512: twice the largest in-flight bound of any interface (256), so that replies alone never fill it.
    /// </summary>
    public int OutgoingFrames { get; set; } = 512;

    /// <summary>
    /// How long a peer may leave its receive window shut while bytes wait for it; then the connection is aborted.
    /// 10 s: below the shortest "repeat after" of a long connection, and far above any pause of a healthy LAN peer.
    /// </summary>
    public TimeSpan WriteTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// From the first byte of a frame to its last. A peer that trickles slower than this holds a buffer for nothing and is closed.
    /// 30 s: 1 MiB (the largest frame of any interface) needs 280 kbit/s, less than the slowest county line.
    /// </summary>
    public TimeSpan FrameTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// After the peer's last byte (or at shutdown): how long answers that are under way may still be written.
    /// 5 s: the longest write of a batch by the storage rules; the host's shutdown allows 30 s in all.
    /// </summary>
    public TimeSpan DrainTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Times that a frame without a possible answer is handed to a busy intake for the record before only the log has it.
    /// 6: with doubled pauses from 50 ms some 3 s, longer than any burst that intake absorbs.
    /// </summary>
    public int RecordTries { get; set; } = 6;

    /// <summary>
    /// Bytes of a frame that could not be read which are kept for the message log.
    /// 4,096: the largest frame of a fixed or delimited interface; of more, the beginning tells what went wrong.
    /// </summary>
    public int RefusedBytesKept { get; set; } = 4096;

    /// <summary>Time for one TCP connect. 5 s: two SYN retransmissions (1 s and 3 s) and their answer.</summary>
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>First pause before connecting again; doubled at each failure, each pause drawn between its half and its whole.
    /// 250 ms: a peer that only restarted its process is found again before a clerk notices.</summary>
    public TimeSpan BackOffFirst { get; set; } = TimeSpan.FromMilliseconds(250);

    /// <summary>Longest pause before connecting again. 15 s: one SYN per 15 s troubles no host, and a host back from a night is found at once.</summary>
    public TimeSpan BackOffMost { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>
    /// How often a system of short connections without deliveries is probed by a bare connect.
    /// 30 s: as the long connections' heartbeats.
    /// </summary>
    public TimeSpan ShortProbe { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How often the directory of a file system is looked at. 1 s: the bank sees a day's file within the second; a listing costs microseconds.</summary>
    public TimeSpan FilePoll { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Records of a file that are in intake at once.
    /// 256: as the largest in-flight bound of an online interface, so that a file fills batches and starves nobody.
    /// </summary>
    public int FileWindow { get; set; } = 256;

    /// <summary>Reports of a file that are taken in one transaction. 500: some tenths of a second, so that nobody who writes beside it waits long.</summary>
    public int HoldingBatch { get; set; } = 500;

    /// <summary>
    /// First pause before a record or a refused frame is handed again to an intake that was too busy, doubled up to <see cref="BackOffMost"/>.
    /// 50 ms: a few batches.
    /// </summary>
    public TimeSpan BusyPause { get; set; } = TimeSpan.FromMilliseconds(50);

    /// <summary>
    /// Longest record of a file; a longer line is refused by itself.
    /// 65,536 bytes: a hundred times the longest seen.
    /// </summary>
    public int FileRecordBytes { get; set; } = 65_536;

    /// <summary>Overrides the declared silence before a heartbeat. Null: as the interface says.</summary>
    public TimeSpan? HeartbeatAfter { get; set; }

    /// <summary>Overrides the declared silence before closing. Null: as the interface says.</summary>
    public TimeSpan? CloseAfter { get; set; }

    /// <summary>Overrides the declared patience for a reply. Null: as the interface says.</summary>
    public TimeSpan? ReplyTimeout { get; set; }

    internal IEnumerable<string> Faults()
    {
        foreach (var (name, value) in new (string, long)[]
        {
            (nameof(InFlightSlack), InFlightSlack), (nameof(OutgoingFrames), OutgoingFrames),
            (nameof(RefusedBytesKept), RefusedBytesKept), (nameof(ConnectionSlack), ConnectionSlack),
            (nameof(RecordTries), RecordTries), (nameof(FileWindow), FileWindow), (nameof(HoldingBatch), HoldingBatch), (nameof(FileRecordBytes), FileRecordBytes),
            (nameof(WriteTimeout), WriteTimeout.Ticks), (nameof(FrameTimeout), FrameTimeout.Ticks),
            (nameof(DrainTimeout), DrainTimeout.Ticks), (nameof(ConnectTimeout), ConnectTimeout.Ticks),
            (nameof(BackOffFirst), BackOffFirst.Ticks), (nameof(ShortProbe), ShortProbe.Ticks),
            (nameof(FilePoll), FilePoll.Ticks), (nameof(BusyPause), BusyPause.Ticks),
            (nameof(HeartbeatAfter), HeartbeatAfter?.Ticks ?? 1), (nameof(CloseAfter), CloseAfter?.Ticks ?? 1),
            (nameof(ReplyTimeout), ReplyTimeout?.Ticks ?? 1),
        })
        {
            if (value <= 0)
            {
                yield return $"{name} must be above zero";
            }
        }

        if (BackOffMost < BackOffFirst)
        {
            yield return $"{nameof(BackOffMost)} is below {nameof(BackOffFirst)}";
        }
    }
}
