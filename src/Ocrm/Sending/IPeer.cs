namespace Granary.Ocrm.Sending;

/// <summary>A message that a line has, committed as being sent under that line's name.</summary>
/// <param name="Tries">How often this attempt came back unsent.</param>
/// <param name="Until">When others may take us for dead: it must not begin to leave later.</param>
/// <param name="Party">The customer as they are now; 0 for somebody who is none.</param>
/// <param name="CreatedAt">Of its row, which never changes: milliseconds since 1970 UTC.</param>
internal sealed record DueMessage(long Id, string MessageId, string Address, string Subject, string Body, long Tries, DateTimeOffset Until, long Party, long CreatedAt);

/// <summary>What became of a message, as far as the peer's word says.</summary>
/// <param name="State">Sent, refused or in doubt; queued where it surely has not been taken and may be tried again.</param>
/// <param name="Code">The peer's reply code, or our own word for what happened; no personal data.</param>
internal sealed record Outcome(string State, string Code)
{
    /// <summary>It says something about us and not about this message: the line pauses before the next.</summary>
    public bool Pause { get; init; }

    public static Outcome Again(string code) => new(OutgoingState.Queued, code);

    public static Outcome InDoubt(string code) => new(OutgoingState.InDoubt, code);
}

/// <summary>The other end of one line: one message at a time passes over it.</summary>
internal interface IPeer : IAsyncDisposable
{
    bool IsOpen { get; }

    /// <exception cref="PeerException">It cannot be reached, or does not want us.</exception>
    Task OpenAsync(CancellationToken cancellation);

    /// <summary>Never throws: whatever happens is an outcome.</summary>
    Task<Outcome> SendAsync(DueMessage message, CancellationToken cancellation);

    Task CloseAsync();
}

/// <param name="code">What is the matter, as the page has words for it: "sending.trouble.{code}".</param>
internal sealed class PeerException(string code, Exception inner) : Exception(code, inner)
{
    public string Code => Message;
}
