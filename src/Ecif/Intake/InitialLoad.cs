using Granary.Ecif.Contracts;
using Granary.Ecif.Distribution;
using Granary.Ecif.FirstLoad;
using Granary.Ecif.GoldenRecords;
using Granary.Ecif.Resolution;
using Granary.Ecif.SourceRecords;
using Granary.Ecif.Storage;
using Granary.Kernel.Storage;
using Granary.Matching;

namespace Granary.Ecif.Intake;

/// <summary>Fills the empty tables of the customer master by the rules by which messages fill them.</summary>
internal sealed class InitialLoad(EcifDatabase database, SurvivorshipRules rules, IEnumerable<ISubscription> subscriptions) : IInitialLoad
{
    /// <summary>Record ids of a party are consecutive from its own times this: more keys than anybody has.</summary>
    private const int RecordsPerParty = 16;

    private readonly Dictionary<string, ISubscription> _subscriptions = subscriptions.ToDictionary(s => s.System, StringComparer.Ordinal);

    public async Task<bool> IsEmptyAsync(CancellationToken cancellation) =>
        (await database.ReadAsync(session => session.QueryAsync("SELECT 1 FROM ecif.party LIMIT 1", r => r.GetInt32(0)), cancellation)).Count == 0;

    public PreparedParties Prepare(long first, IReadOnlyList<InitialParty> parties)
    {
        var rows = new LoadRows();
        var snapshots = new List<PartySnapshot>(parties.Count);
        for (var i = 0; i < parties.Count; i++)
        {
            snapshots.Add(Add(rows, first + i, parties[i]));
        }

        return new PreparedParties(snapshots) { Rows = rows };
    }

    public Task RunAsync(Func<Func<PreparedParties, Task>, Task> writes, CancellationToken cancellation) => database.LoadAsync(LoadRows.Tables, async () =>
    {
        long last = 0;
        await writes(async prepared =>
        {
            await database.WriteAsync(((LoadRows)prepared.Rows).CopyAsync, cancellation);
            last = Math.Max(last, prepared.Snapshots[^1].Id);
        });
        await database.WriteAsync(session => FinishAsync(session, last), cancellation);
    }, cancellation);

    private PartySnapshot Add(LoadRows rows, long id, InitialParty initial)
    {
        var created = initial.Records.Min(r => r.At).ToUnixTimeMilliseconds();
        var party = new Party { Id = id, Kind = initial.Kind, CreatedAt = created, ChangedAt = initial.Records.Max(r => r.At).ToUnixTimeMilliseconds(), Version = 1 };
        var records = initial.Records.Select((r, i) => Record(r, initial.Kind, id, (id * RecordsPerParty) + i)).ToList();
        records.Sort((a, b) => string.CompareOrdinal(a.System, b.System) is var order && order != 0 ? order : string.CompareOrdinal(a.Key, b.Key));
        party.Golden = Survivorship.Survive(records, rules);
        var matches = records.ConvertAll(MatchFacts.Of);
        records.ForEach(record => Agree(party, record));

        var cause = initial.Records.MinBy(r => r.At)!;
        var relationships = initial.Records.GroupBy(r => r.Branch)
            .Select(g => new Relationship(id, g.Key, "customer", g.Min(r => r.At).ToUnixTimeMilliseconds(), g.MinBy(r => r.At)!.System, "branch")).OrderBy(r => r.Since).ToList();
        rows.Add(party, records, matches, cause.System, relationships, _ => true);
        return new PartySnapshot(id, party.Number, party.Kind, null, false, 1, party.Golden.ToDictionary(g => g.Key, g => g.Value.Value),
            [.. records.Select(r => new PartyKey(r.System, r.Key, true))], [.. relationships.Select(r => new PartyRelationship(r.Unit, r.Kind, At(r.Since)))],
            At(party.CreatedAt), At(party.ChangedAt));
    }

    private static SourceRecord Record(InitialRecord initial, PartyKind kind, long party, long id)
    {
        var at = initial.At.ToUnixTimeMilliseconds();
        return new SourceRecord
        {
            Id = id, System = initial.System, Key = initial.Key, Kind = kind, OpenedAt = at, PartyId = party, Rule = "new", Branch = initial.Branch, LastAt = at,
            Attributes = initial.Attributes.ToDictionary(a => a.Key, a => new Statement { Said = a.Value, SaidAt = at, SeenAt = at, Holds = a.Value }),
        };
    }

    /// <summary>What the golden record says and the system did not, it has been told.</summary>
    private void Agree(Party party, SourceRecord record)
    {
        if (!_subscriptions.TryGetValue(record.System, out var subscription) || Projecting.Project(party, record, subscription) is not { Fault: null } projection)
        {
            return;
        }

        foreach (var (attribute, value) in projection.Attributes)
        {
            var statement = record.Attributes.GetValueOrDefault(attribute) ?? new Statement();
            if (!Projecting.Equal(attribute, value, statement.Holds))
            {
                record.Attributes[attribute] = statement with { Told = value, ToldAt = party.ChangedAt, Holds = value };
            }
        }
    }

    /// <summary>Ids go on behind those given, and no key is due because its system seems new.</summary>
    private async Task FinishAsync(Session session, long last)
    {
        await LoadProgress.SetAsync(session, "party", last + 1);
        await LoadProgress.SetAsync(session, "record", (last + 1) * RecordsPerParty);
        await Resubscribing.NoteAsync(session, _subscriptions.Values);
    }

    private static DateTimeOffset At(long ms) => DateTimeOffset.FromUnixTimeMilliseconds(ms);
}
