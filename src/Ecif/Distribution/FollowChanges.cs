using Granary.Ecif.Contracts;
using Granary.Ecif.GoldenRecords;
using Granary.Ecif.Intake;
using Granary.Ecif.Storage;
using Granary.Kernel;
using Granary.Kernel.Storage;

namespace Granary.Ecif.Distribution;

/// <summary>The change log and the golden records behind it, for followers in other modules.</summary>
internal sealed class FollowChanges(EcifDatabase database, Wakeups wakeups) : IChangeFeed, IGoldenRecords
{
    public Task Next => wakeups.Next;

    public Task<ChangePosition> EndAsync(CancellationToken cancellation) => ChangeLog.EndAsync(database, cancellation);

    public async Task<(ChangePosition Position, IReadOnlyList<long> Parties)> ReadAsync(ChangePosition after, int limit, CancellationToken cancellation)
    {
        var changes = await ChangeLog.PartiesAsync(database, after, limit, cancellation);
        return (changes.Count == 0 ? after : changes[^1].Position, [.. changes.Select(c => c.Party).Distinct()]);
    }

    public async Task<IReadOnlyList<long>> PageAsync(long after, int limit, CancellationToken cancellation) =>
        await database.ReadAsync(session => session.QueryAsync(
            "SELECT id FROM ecif.party WHERE id > @after ORDER BY id LIMIT @limit", r => r.GetInt64(0), ("after", after), ("limit", limit)), cancellation);

    public Task<IReadOnlyList<PartyRelation>> RelationsAsync(IReadOnlyCollection<long> parties, CancellationToken cancellation) => database.ReadAsync<IReadOnlyList<PartyRelation>>(async session =>
        [.. (await Relations.ReadAsync(session, parties)).Select(r => new PartyRelation(r.Party, r.Attribute[PartyAttribute.RelationPrefix.Length..], r.Relative)).Distinct()], cancellation);

    public Task<IReadOnlyDictionary<string, Surviving>> SurvivingAsync(long party, CancellationToken cancellation) => database.ReadAsync<IReadOnlyDictionary<string, Surviving>>(async session =>
        (await ShowParty.SurvivorAsync(session, party))?.Golden.ToDictionary(g => g.Key, g => new Surviving(g.Value.Value, g.Value.System, g.Value.Rule, At(g.Value.At))) ?? [], cancellation);

    public Task<IReadOnlyList<PartySnapshot>> ReadAsync(IReadOnlyCollection<long> parties, CancellationToken cancellation) => database.ReadAsync(async session =>
    {
        var keys = (await session.QueryAsync(
            "SELECT r.party_id, r.system, r.key, r.is_open FROM {rows} CROSS JOIN ecif.source_record r WHERE r.party_id = k.id ORDER BY r.system, r.key",
            RowSet.Of("id", parties), r => (Party: r.GetInt64(0), Key: new PartyKey(r.GetString(1), r.GetString(2), r.GetInt16(3) == 1)))).ToLookup(k => k.Party, k => k.Key);
        var relationships = (await session.QueryAsync(
            "SELECT r.party_id, r.unit, r.kind, r.since FROM {rows} CROSS JOIN ecif.relationship r WHERE r.party_id = k.id ORDER BY r.since, r.unit, r.kind",
            RowSet.Of("id", parties), r => (Party: r.GetInt64(0), Relationship: new PartyRelationship(r.GetString(1), r.GetString(2), At(r.GetInt64(3)))))).ToLookup(r => r.Party, r => r.Relationship);
        return (IReadOnlyList<PartySnapshot>)[.. (await MasterStore.ReadPartiesAsync(session, parties)).Select(p => new PartySnapshot(
            p.Id, p.Number, p.Kind, p.MergedInto, p.Status == PartyStatus.Closed, p.Version,
            p.Golden.ToDictionary(g => g.Key, g => g.Value.Value), [.. keys[p.Id]], [.. relationships[p.Id]], At(p.CreatedAt), At(p.ChangedAt)))];
    }, cancellation);

    private static DateTimeOffset At(long ms) => DateTimeOffset.FromUnixTimeMilliseconds(ms);
}
