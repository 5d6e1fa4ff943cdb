using Granary.Ecif.Contracts;
using Granary.Ecif.SourceRecords;
using Granary.Kernel.Storage;
using Granary.Matching;

namespace Granary.Ecif.Intake;

/// <summary>
/// Brings into a working set what decisions about some messages need: their records, who holds their identities, who shares their
/// match keys, and every one of those parties whole and locked. What is there already is not read again.
/// </summary>
internal sealed class Loading(Session session, WorkingSet set, int blockSize)
{
    /// <summary>A party can be merged between reading a link and locking the party; each round follows one such step.</summary>
    private const int MostRounds = 8;

    /// <param name="named">Parties that are spoken of by their number; one that does not exist is not loaded.</param>
    public async Task LoadAsync(
        IReadOnlyCollection<(string System, string Key)> keys,
        IReadOnlyCollection<string> identities,
        IReadOnlyCollection<long> hashes,
        IReadOnlyCollection<long>? named = null)
    {
        var newKeys = keys.Where(k => !set.Records.ContainsKey(k)).Distinct().ToArray();
        var parties = (await MasterStore.PartiesOfKeysAsync(session, newKeys)).Concat(named ?? []).ToHashSet();

        var newIdentities = identities.Where(i => !set.Identities.ContainsKey(i)).Distinct().ToArray();
        foreach (var identity in newIdentities)
        {
            set.Know(identity, null);
        }

        foreach (var (identity, party) in await MasterStore.IdentitiesAsync(session, newIdentities))
        {
            set.Know(identity, party);
            parties.Add(party);
        }

        var newHashes = hashes.Where(h => !set.KnowsMatchKey(h)).Distinct().ToArray();
        foreach (var hash in newHashes)
        {
            set.RecordsWith(hash);
        }

        var matches = await session.LowestAsync("ecif.match_key", "hash", "record_id", newHashes, blockSize);
        foreach (var (hash, record) in matches)
        {
            set.RecordsWith(hash).Add(record);
        }

        var records = matches.Select(m => m.Value).Where(r => set.RecordById(r) is null).Distinct().ToArray();
        parties.UnionWith(await MasterStore.PartiesOfRecordsAsync(session, records));
        await LoadPartiesAsync(parties);

        // A steward may have moved a record between the look-up and the lock: its party of now is loaded too.
        var moved = newKeys.Where(k => !set.Records.ContainsKey(k)).ToArray();
        await LoadPartiesAsync(await MasterStore.PartiesOfKeysAsync(session, moved));

        // Only now: distribution gives numbers under the party's lock, which this transaction holds from here on.
        foreach (var (system, key, told, at) in await MasterStore.InFlightAsync(session, newKeys))
        {
            set.InFlight[(system, key)] = new Telling(StatementJson.ReadMap(told), at);
        }
    }

    /// <summary>Locks parties in id order and reads them whole; follows those that were merged meanwhile.</summary>
    public async Task LoadPartiesAsync(IEnumerable<long> wanted)
    {
        var missing = wanted.Where(id => !set.Parties.ContainsKey(id)).ToHashSet();
        for (var round = 0; missing.Count > 0; round++)
        {
            if (round == MostRounds)
            {
                throw new InvalidOperationException($"Parties redirect more than {MostRounds} times.");
            }

            foreach (var party in await MasterStore.LockPartiesAsync(session, missing))
            {
                set.Parties[party.Id] = party;
            }

            var members = await MasterStore.RecordsOfPartiesAsync(session, missing);
            foreach (var member in members)
            {
                set.Load(member);
            }

            await LoadExclusionsAsync(members);
            missing = [.. missing.Select(id => set.Parties.GetValueOrDefault(id)?.MergedInto).OfType<long>().Where(id => !set.Parties.ContainsKey(id))];
        }
    }

    private async Task LoadExclusionsAsync(List<SourceRecord> members)
    {
        foreach (var pair in await MasterStore.ExclusionsAsync(session, [.. members.Select(m => m.Id)]))
        {
            set.Exclusions.Add(pair);
        }
    }
}

/// <summary>What a message needs looked up before it can be decided.</summary>
/// <param name="Hashes">Blocking keys.</param>
internal sealed record LookUps(IReadOnlyList<string> Identities, IReadOnlyList<long> Hashes)
{
    public static LookUps Of(MatchRecord record) =>
        new([.. record.TrustedIdentities.Select(i => i.Key)], BlockingKeys.Of(record));
}
