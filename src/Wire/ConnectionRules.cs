namespace Granary.Wire;

public enum ConnectionKind
{
    /// <summary>One request, one reply, then the caller closes.</summary>
    Short,

    /// <summary>Stays open; requests and replies in both directions are kept apart by who opened it.</summary>
    Long,

    /// <summary>File pairs in a directory.</summary>
    Files,
}

/// <summary>How a system connects, from its interface file. Every default is here with its reason; the file states what its system asks for.</summary>
public sealed record ConnectionRules
{
    public required ConnectionKind Kind { get; init; }

    /// <summary>Where the hub listens for the system ("127.0.0.1:7101"); null for files. An endpoints file overrides it.</summary>
    public string? Listen { get; init; }

    /// <summary>Where the hub calls the system; null for files.</summary>
    public string? Call { get; init; }

    /// <summary>Connections from the system at once; one more is closed. 32 is the most that any of the bank's documents asks for.</summary>
    public int MaxConnectionsIn { get; init; } = 32;

    /// <summary>Connections that the hub opens to the system at once: one for long connections; for short ones as many as may be in flight.</summary>
    public int MaxConnectionsOut { get; init; } = 1;

    /// <summary>Silence (nothing sent) after which a heartbeat is sent; null where the system has none.</summary>
    public TimeSpan? HeartbeatAfter { get; init; }

    /// <summary>A heartbeat at this interval whatever else was sent; null where it depends on silence only.</summary>
    public TimeSpan? HeartbeatEvery { get; init; }

    /// <summary>How long a heartbeat waits for its answer; null where it has none (both sides send).</summary>
    public TimeSpan? HeartbeatTimeout { get; init; }

    /// <summary>Unanswered heartbeats in a row that close the connection.</summary>
    public int MissedHeartbeats { get; init; } = 1;

    /// <summary>Silence (nothing received) after which the connection is closed.</summary>
    public TimeSpan CloseAfter { get; init; } = TimeSpan.FromSeconds(90);

    /// <summary>How long the hub waits for a reply before the outcome is unknown and the same message is sent again.</summary>
    public TimeSpan ReplyTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long the system waits for the hub's reply before it repeats: what intake has to keep under.</summary>
    public TimeSpan PeerReplyTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Requests without a reply at once, in each direction of a connection.</summary>
    public int InFlight { get; init; } = 1;

    /// <summary>Replies must go out in the order of the requests.</summary>
    public bool InOrder { get; init; }

    /// <summary>Who opens the connection signs on first and sends nothing else before that is answered.</summary>
    public bool SignOn { get; init; }

    /// <summary>The most bytes of one frame, without its prefix or line end.</summary>
    public int MaxFrame { get; init; }

    /// <summary>Null unless <see cref="Kind"/> is <see cref="ConnectionKind.Files"/>.</summary>
    public FileRules? Files { get; init; }
}

/// <summary>File pairs by day. A stem has {date} in it, written yyyyMMdd: "X_CUST_{date}".</summary>
/// <param name="Directory">Where the files lie by default; an endpoints file overrides it.</param>
/// <param name="Inbound">Stem of what the system writes.</param>
/// <param name="Outbound">Stem of what the hub writes; empty where it writes nothing.</param>
/// <param name="Data">Extension of the records, with its dot.</param>
/// <param name="Control">Extension of the control file, written last.</param>
/// <param name="Response">Extension of the answer to the pair.</param>
public sealed record FileRules(string Directory, string Inbound, string Outbound, string Data, string Control, string Response)
{
    /// <summary>The name of one file: <c>NameOf(rules.Inbound, day, rules.Data)</c>.</summary>
    public static string NameOf(string stem, DateOnly day, string extension) =>
        stem.Replace("{date}", day.ToString("yyyyMMdd", System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal) + extension;

    /// <summary>The day in a file's name, or null where the name is not of this stem and extension.</summary>
    public static DateOnly? DayOf(string stem, string extension, string fileName)
    {
        var at = stem.IndexOf("{date}", StringComparison.Ordinal);
        var tail = stem[(at + 6)..] + extension;
        return fileName.Length == at + 8 + tail.Length
            && fileName.AsSpan(0, at).SequenceEqual(stem.AsSpan(0, at))
            && fileName.EndsWith(tail, StringComparison.Ordinal)
            && DateOnly.TryParseExact(fileName.AsSpan(at, 8), "yyyyMMdd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var day)
            ? day
            : null;
    }
}
