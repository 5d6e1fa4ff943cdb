namespace Granary.Ecif.Contracts;

/// <summary>Where a follower of the change log stands: transaction, then row. Sequences commit out of order, so an id alone would lose rows.</summary>
public readonly record struct ChangePosition(string Xid, long Id)
{
    public static ChangePosition Start { get; } = new("0", 0);
}

/// <summary>The change log, for a follower that keeps rows of its own. It stores its position in the transaction that stores what it made of the changes.</summary>
public interface IChangeFeed
{
    /// <summary>The end of what has been committed.</summary>
    Task<ChangePosition> EndAsync(CancellationToken cancellation);

    /// <summary>The parties that changed after a position, as far as all older transactions have ended; the position is that of the last change.</summary>
    Task<(ChangePosition Position, IReadOnlyList<long> Parties)> ReadAsync(ChangePosition after, int limit, CancellationToken cancellation);

    /// <summary>Completes at the next commit of this process. Taken before looking, so that none is missed; other processes' are found by looking again.</summary>
    Task Next { get; }
}

/// <summary>Parties as they are now.</summary>
public interface IGoldenRecords
{
    Task<IReadOnlyList<PartySnapshot>> ReadAsync(IReadOnlyCollection<long> parties, CancellationToken cancellation);

    /// <summary>What survives of a party, attribute by attribute; of a merged one, of the party that stands for it.</summary>
    Task<IReadOnlyDictionary<string, Surviving>> SurvivingAsync(long party, CancellationToken cancellation);

    /// <summary>Whom the parties' systems name as related, as far as they are parties too.</summary>
    Task<IReadOnlyList<PartyRelation>> RelationsAsync(IReadOnlyCollection<long> parties, CancellationToken cancellation);

    /// <summary>Ids behind one, in order, for whoever begins with nothing.</summary>
    Task<IReadOnlyList<long>> PageAsync(long after, int limit, CancellationToken cancellation);
}

/// <summary>A golden record with what belongs to it.</summary>
/// <param name="MergedInto">The party that stands for it since; its number redirects there for ever.</param>
/// <param name="Closed">Every source record is closed.</param>
/// <param name="Attributes">Attribute → text (see <see cref="PartyAttribute"/>).</param>
public sealed record PartySnapshot(
    long Id, string Number, PartyKind Kind, long? MergedInto, bool Closed, int Version, IReadOnlyDictionary<string, string> Attributes,
    IReadOnlyList<PartyKey> Keys, IReadOnlyList<PartyRelationship> Relationships, DateTimeOffset CreatedAt, DateTimeOffset ChangedAt);

/// <summary>A golden record's attribute with its provenance.</summary>
/// <param name="Rule">The criterion that decided: only, agreed, valid, recent, trust or tie.</param>
public sealed record Surviving(string Value, string System, string Rule, DateTimeOffset At);

/// <summary>A source record's key.</summary>
public sealed record PartyKey(string System, string Key, bool Open);

/// <param name="Relation">What the relative is to the party: spouse, parent, child, guarantor, legalrep or shareholder.</param>
public sealed record PartyRelation(long Party, string Relation, long Relative);

/// <param name="Unit">Branch code (county 6, branch 2, outlet 2 digits), or a county's 6 digits, or the province.</param>
public sealed record PartyRelationship(string Unit, string Kind, DateTimeOffset Since);
