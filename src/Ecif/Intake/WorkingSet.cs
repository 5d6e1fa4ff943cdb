using Granary.Ecif.Contracts;
using Granary.Ecif.GoldenRecords;
using Granary.Ecif.Resolution;
using Granary.Ecif.SourceRecords;
using Granary.Matching;

namespace Granary.Ecif.Intake;

/// <summary>
/// What one batch knows and has changed: messages of one batch see each other's effects here, and the whole set commits at once.
/// </summary>
internal sealed class WorkingSet
{
    private readonly Dictionary<long, List<SourceRecord>> _members = [];
    private readonly Dictionary<long, SourceRecord> _recordsById = [];
    private readonly Dictionary<long, HashSet<long>> _recordsByMatchKey = [];
    private readonly Dictionary<long, MatchRecord> _matchRecords = [];
    private readonly Dictionary<string, long?> _identities = new(StringComparer.Ordinal);
    private readonly Dictionary<long, HashSet<string>> _identitiesOf = [];

    public Dictionary<long, Party> Parties { get; } = [];

    public Dictionary<(string System, string Key), SourceRecord> Records { get; } = [];

    /// <summary>Trusted canonical identity → party; null where it was looked up and nobody holds it.</summary>
    public IReadOnlyDictionary<string, long?> Identities => _identities;

    /// <summary>What is being told to a (system, key) right now.</summary>
    public Dictionary<(string System, string Key), Telling> InFlight { get; } = [];

    /// <summary>Pairs of records, by id, that are known to be different people.</summary>
    public HashSet<(long A, long B)> Exclusions { get; } = [];

    // What is to be written.
    public HashSet<Party> ChangedParties { get; } = [];

    public HashSet<SourceRecord> ChangedRecords { get; } = [];

    /// <summary>Identity → its new holder; null: nobody claims it any more.</summary>
    public Dictionary<string, long?> ChangedIdentities { get; } = new(StringComparer.Ordinal);

    /// <summary>Keys are only ever added: what a record said before is evidence still.</summary>
    public HashSet<(long Hash, long Record)> NewMatchKeys { get; } = [];

    public Dictionary<(long A, long B), SuspectRow> Suspects { get; } = [];

    public List<ChangeRow> Changes { get; } = [];

    public Dictionary<(long Party, string Unit, string Kind), Relationship> Relationships { get; } = [];

    /// <summary>Branches whose customer a party was, by its records, and is no more.</summary>
    public HashSet<(long Party, string Branch)> LeftBranches { get; } = [];

    public List<(long From, long Into)> Merges { get; } = [];

    public HashSet<(string System, string Key)> Due { get; } = [];

    /// <summary>Parties that may be found by other tokens from now on → the tokens that the database has of them.</summary>
    public Dictionary<long, IReadOnlySet<string>> Searchable { get; } = [];

    public void Load(SourceRecord record)
    {
        if (Records.TryAdd(record.Address, record))
        {
            _recordsById[record.Id] = record;
            MembersOf(record.PartyId).Add(record);
        }
    }

    public void Move(SourceRecord record, long party)
    {
        MembersOf(record.PartyId).Remove(record);
        record.PartyId = party;
        MembersOf(party).Add(record);
        ChangedRecords.Add(record);
    }

    /// <summary>The party's source records.</summary>
    public List<SourceRecord> MembersOf(long party)
    {
        if (!_members.TryGetValue(party, out var members))
        {
            _members.Add(party, members = []);
        }

        return members;
    }

    public bool KnowsMembersOf(long party) => _members.ContainsKey(party);

    public SourceRecord? RecordById(long id) => _recordsById.GetValueOrDefault(id);

    public MatchRecord MatchOf(SourceRecord record)
    {
        if (!_matchRecords.TryGetValue(record.Id, out var match))
        {
            _matchRecords.Add(record.Id, match = MatchFacts.Of(record));
        }

        return match;
    }

    /// <summary>What a record looks like that says for the first time what it says.</summary>
    public void MatchIs(SourceRecord record, MatchRecord match) => _matchRecords[record.Id] = match;

    /// <summary>The record said something new: what it looked like is to be computed again.</summary>
    public void ForgetMatchOf(SourceRecord record) => _matchRecords.Remove(record.Id);

    public bool KnowsMatchKey(long hash) => _recordsByMatchKey.ContainsKey(hash);

    public HashSet<long> RecordsWith(long hash)
    {
        if (!_recordsByMatchKey.TryGetValue(hash, out var records))
        {
            _recordsByMatchKey.Add(hash, records = []);
        }

        return records;
    }

    /// <summary>The party that an id leads to today: merged parties redirect.</summary>
    public Party Resolve(long id)
    {
        var party = Parties[id];
        while (party.MergedInto is { } into)
        {
            party = Parties[into];
        }

        return party;
    }

    /// <summary>Who holds an identity, as the database has it.</summary>
    public void Know(string identity, long? party)
    {
        if (Identities.GetValueOrDefault(identity) is { } before)
        {
            _identitiesOf[before].Remove(identity);
        }

        _identities[identity] = party;
        if (party is { } holder)
        {
            HeldBy(holder).Add(identity);
        }
    }

    /// <summary>Makes the party the holder of an identity; null: nobody.</summary>
    public void Hold(string identity, long? party)
    {
        Know(identity, party);
        ChangedIdentities[identity] = party;
    }

    /// <summary>The identities, of those that were looked up, that a party holds.</summary>
    public HashSet<string> HeldBy(long party)
    {
        if (!_identitiesOf.TryGetValue(party, out var identities))
        {
            _identitiesOf.Add(party, identities = new(StringComparer.Ordinal));
        }

        return identities;
    }
}

internal enum ChangeAction : short
{
    Created = 0,
    Changed = 1,
    Merged = 2,
    Split = 3,
    Closed = 4,

    /// <summary>No new version: something that is not the golden record's own changed, its source records or its relationships. For followers that show these.</summary>
    Heard = 5,
}

internal sealed record ChangeRow(long PartyId, int Version, long At, ChangeAction Action, string System, string MessageId, IReadOnlyList<AttributeChange> Changed);

internal sealed record SuspectRow(long PartyA, long PartyB, double Score, string Reason, long CreatedAt)
{
    public static SuspectRow Of(long party, long other, double probability, CannotLink reason, long now) =>
        new(Math.Min(party, other), Math.Max(party, other), probability, reason == CannotLink.None ? "score" : reason.ToString(), now);
}

/// <param name="Unit">Branch code (county 6, branch 2, outlet 2 digits), or a county's 6 digits, or the province.</param>
/// <param name="Source">branch, region or default: where the unit comes from.</param>
internal sealed record Relationship(long PartyId, string Unit, string Kind, long Since, string System, string Source)
{
    public const string Default = "default";

    private const string Customer = "customer";

    /// <summary>By the record's branch where it has one, otherwise by the county of its address; null where it says neither.</summary>
    public static Relationship? Of(long party, SourceRecord record, long since)
    {
        var region = PartyAttribute.Part(record.Attributes.GetValueOrDefault(PartyAttribute.HomeAddress)?.Said ?? "", 1);
        return record.Branch.Length > 0 ? new(party, record.Branch, Customer, since, record.System, "branch")
            : region.Length > 0 ? new(party, region, Customer, since, record.System, "region")
            : null;
    }

    public static Relationship ByDefault(long party, string unit, SourceRecord record, long since) => new(party, unit, Customer, since, record.System, Default);
}

/// <summary>What a message did to its source record.</summary>
/// <param name="News">Whether anything is to be decided anew; otherwise nothing changed.</param>
/// <param name="HoldingsMoved">Whether what the system holds is another value now, so that it may have to be told.</param>
/// <param name="LeftBranch">The branch at which the record was before; empty where it did not move.</param>
internal sealed record Heard(SourceRecord Record, bool IsNew, bool News, bool HoldingsMoved, string LeftBranch);

/// <summary>A message's row in the log, and what a repeat of it is answered.</summary>
internal sealed record MessageRow(
    string System,
    string Id,
    byte[] BodyHash,
    long ReceivedAt,
    long DecidedAt,
    string Key,
    Outcome Outcome,
    Reason Reason,
    string Field,
    string Text,
    string? PartyNumber,
    string? Content);
