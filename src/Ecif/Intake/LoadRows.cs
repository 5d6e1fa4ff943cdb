using Granary.Ecif.GoldenRecords;
using Granary.Ecif.SourceRecords;
using Granary.Kernel.Storage;
using Granary.Matching;

namespace Granary.Ecif.Intake;

/// <summary>Rows of new parties, for bulk copy into empty tables.</summary>
internal sealed class LoadRows
{
    /// <summary>The tables whose keys and indexes are built when all rows are there.</summary>
    public static readonly string[] Tables =
        ["ecif.party", "ecif.source_record", "ecif.identity", "ecif.match_key", "ecif.change", "ecif.relationship", "ecif.search_token"];

    private readonly List<Party> _parties = [];
    private readonly List<SourceRecord> _records = [];
    private readonly List<KeyValuePair<string, long?>> _identities = [];
    private readonly List<(long, long)> _matchKeys = [];
    private readonly List<ChangeRow> _changes = [];
    private readonly List<Relationship> _relationships = [];
    private readonly List<(string, long)> _tokens = [];

    /// <summary>The last of the parties' ids; 0 where there is none.</summary>
    public long Last => _parties.Count == 0 ? 0 : _parties[^1].Id;

    /// <param name="records">The party's, by system and key.</param>
    /// <param name="matches">The same as resolution sees them.</param>
    /// <param name="cause">The system that the party is due to.</param>
    /// <param name="holds">Whether the party holds a trusted identity that one of its records claims.</param>
    public void Add(Party party, List<SourceRecord> records, List<MatchRecord> matches, string cause, IReadOnlyList<Relationship> relationships, Func<Identity, bool> holds)
    {
        _parties.Add(party);
        _records.AddRange(records);
        _matchKeys.AddRange(matches.SelectMany((match, i) => BlockingKeys.Of(match).Select(hash => (hash, records[i].Id))));
        _identities.AddRange(matches.SelectMany(m => m.TrustedIdentities).DistinctBy(i => i.Key).Where(holds).Select(identity => KeyValuePair.Create(identity.Key, (long?)party.Id)));
        _changes.Add(new ChangeRow(party.Id, party.Version, party.ChangedAt, ChangeAction.Created, cause, "", [.. party.Golden.Select(g => new AttributeChange(g.Key, "", g.Value.Value))]));
        _relationships.AddRange(relationships);
        _tokens.AddRange(SearchTokens.Of(party.Golden).Select(token => (token, party.Id)));
    }

    public async Task CopyAsync(Session session)
    {
        await session.CopyAsync(MasterStore.PartyInsert, _parties);
        await session.CopyAsync(MasterStore.RecordInsert, _records);
        await session.CopyAsync(MasterStore.IdentityInsert, _identities);
        await session.CopyAsync(MasterStore.MatchKeyInsert, _matchKeys);
        await session.CopyAsync(MasterStore.ChangeInsert, _changes);
        await session.CopyAsync(MasterStore.RelationshipInsert, _relationships);
        await session.CopyAsync(SearchTokens.TokenInsert, _tokens);
    }
}
