namespace Granary.Sim.Store;

/// <summary>A message of the system on its way to the hub: always the same bytes under the same number.</summary>
internal sealed class Outgoing(string id, string key, byte[] frame)
{
    public string Id { get; } = id;

    public string Key { get; } = key;

    public byte[] Frame { get; } = frame;

    /// <summary>The file day that the message went out with (WMS), or null.</summary>
    public DateOnly? Filed { get; set; }

    public int Tries { get; set; }

    public bool InFlight { get; set; }

    /// <summary>Not before this time: a "try again later" was the last answer.</summary>
    public DateTimeOffset DueAt { get; set; }

    /// <summary>Not before this time for the first sending, by the recording's clock.</summary>
    public Func<bool>? MayStart { get; init; }

    /// <summary>A recorded message reaches its system's own store when it is first sent.</summary>
    public Action? OnFirstSend { get; set; }

    /// <summary>Told once, when the verdict is there.</summary>
    public Action? OnAnswered { get; init; }

    /// <summary>An inquiry: not a change, asked once and not stored.</summary>
    public TaskCompletionSource<Formats.Telegram?>? Inquiry { get; init; }

    /// <summary>The message is sent a second time after its reply, as though that had been lost.</summary>
    public bool SendAgain { get; set; }

    /// <summary>When its bytes last left, as a Stopwatch timestamp.</summary>
    public long SentAt { get; set; }
}
