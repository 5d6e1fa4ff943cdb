namespace Granary.Ecif.Contracts;

/// <summary>What one system takes of a golden record, and in what form. Pure; given by the system's interface file.</summary>
public interface ISubscription
{
    string System { get; }

    /// <summary>The attributes that the system has a place for.</summary>
    IReadOnlySet<string> Attributes { get; }

    /// <summary>Changes whenever what is taken or its form changes, so that every key is projected anew.</summary>
    string Version { get; }

    /// <summary>
    /// Cuts what was selected for the system to what its fields can carry (at a whole character; a document number or key is never cut).
    /// The result is exactly what the system's own decoder would find.
    /// </summary>
    Projection Fit(PartyKind kind, string key, IReadOnlyDictionary<string, string> attributes);
}

/// <param name="Attributes">What the system is to hold.</param>
/// <param name="Cut">Attributes whose text was cut.</param>
/// <param name="Fault">Why nothing can be sent at all (a document number that does not fit), or null.</param>
public sealed record Projection(IReadOnlyDictionary<string, string> Attributes, IReadOnlyList<string> Cut, string? Fault);

/// <summary>One state to bring to one (system, key).</summary>
/// <param name="MessageId">ECIF + date + 7 digits; stored before sending and used again for the same state.</param>
/// <param name="Ordinal">The number inside <paramref name="MessageId"/>, for interfaces that number in their own way.</param>
/// <param name="CreatedAt">When the number was given; every repeat encodes to the same bytes.</param>
public sealed record Delivery(
    string System,
    string Key,
    PartyKind Kind,
    string PartyNumber,
    string MessageId,
    long Ordinal,
    DateTimeOffset CreatedAt,
    IReadOnlyDictionary<string, string> Attributes);

public enum DeliveryOutcome
{
    /// <summary>The system has it (its own "repeated" counts as done).</summary>
    Done,

    /// <summary>The system refuses this state; code and text say why.</summary>
    Refused,

    /// <summary>The system does not have the customer.</summary>
    NotFound,

    /// <summary>The system says "try again later".</summary>
    TryAgain,

    /// <summary>No reply in time, or the connection broke: it may have arrived or not.</summary>
    Unknown,

    /// <summary>There was no connection: not a byte of it went out.</summary>
    NotSent,
}

public sealed record DeliveryReply(DeliveryOutcome Outcome, string Code, string Text);

/// <summary>A live way to one system, kept by the gateway. One per system.</summary>
public interface ISystemLink
{
    string System { get; }

    /// <summary>Whether a send would find a peer now.</summary>
    bool Connected { get; }

    /// <summary>How many deliveries may wait for their replies at once.</summary>
    int Window { get; }

    /// <summary>Encodes, sends, waits for the reply. Never throws for what a peer does.</summary>
    Task<DeliveryReply> SendAsync(Delivery delivery, CancellationToken cancellation);
}

/// <summary>A way to a system that takes a file a day.</summary>
public interface ISystemFileLink
{
    string System { get; }

    /// <summary>Writes the file pair for a day; the same deliveries give the same bytes, so a repeat is harmless.</summary>
    Task WriteAsync(DateOnly day, IReadOnlyList<Delivery> deliveries, CancellationToken cancellation);

    /// <summary>The answer to a day's file by line (from 1), or null while there is none.</summary>
    Task<IReadOnlyDictionary<int, DeliveryReply>?> ReadResponseAsync(DateOnly day, int count, CancellationToken cancellation);
}
