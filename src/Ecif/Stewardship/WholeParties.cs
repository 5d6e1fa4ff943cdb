using System.Security.Cryptography;
using System.Text;
using Granary.Ecif.GoldenRecords;
using Granary.Ecif.Intake;
using Granary.Ecif.Resolution;
using Granary.Kernel.Storage;
using Granary.Matching;

namespace Granary.Ecif.Stewardship;

/// <summary>Parties with all that a person's decision about them touches.</summary>
internal static class WholeParties
{
    /// <summary>As they are now, for looking at them and at what a decision would do.</summary>
    public static async Task<WorkingSet> ReadAsync(Session session, params long[] parties)
    {
        var set = new WorkingSet();
        await ReadPartiesAsync(session, set, parties);
        foreach (var record in await MasterStore.RecordsOfPartiesAsync(session, parties))
        {
            set.Load(record);
        }

        foreach (var identity in IdentitiesOf(set))
        {
            set.Know(identity, null);
        }

        foreach (var (identity, holder) in await MasterStore.IdentitiesAsync(session, IdentitiesOf(set)))
        {
            set.Know(identity, holder);
        }

        await ReadPartiesAsync(session, set, [.. set.Identities.Values.OfType<long>().Where(id => !set.Parties.ContainsKey(id)).Distinct()]);
        return set;
    }

    /// <summary>The same, locked until the transaction ends: the stripes of their identities first, as batches take them, then the rows.</summary>
    public static async Task<WorkingSet> LockAsync(Session session, int blockSize, params long[] parties)
    {
        var records = await MasterStore.RecordsOfPartiesAsync(session, parties);
        await session.LockAsync(records.SelectMany(r => MatchFacts.Of(r).TrustedIdentities).Select(i => (ulong)StableHash.Of(i.Key).Value));
        var set = new WorkingSet();
        var loading = new Loading(session, set, blockSize);
        await loading.LoadPartiesAsync(parties);
        await loading.LoadAsync([], IdentitiesOf(set), []);
        return set;
    }

    /// <summary>What a decision stands on: the versions of the parties and which records they have. Another text: they have changed.</summary>
    public static string Basis(WorkingSet set, params long[] parties) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('|', parties.Order().Select(id =>
        $"{id}:{set.Parties[id].Version}:{set.Parties[id].MergedInto}:{string.Join(',', set.MembersOf(id).Select(m => m.Id).Order())}")))));

    private static string[] IdentitiesOf(WorkingSet set) => [.. set.Records.Values.SelectMany(r => set.MatchOf(r).TrustedIdentities).Select(i => i.Key).Distinct(StringComparer.Ordinal)];

    private static async Task ReadPartiesAsync(Session session, WorkingSet set, IReadOnlyCollection<long> ids)
    {
        foreach (var party in await MasterStore.ReadPartiesAsync(session, ids))
        {
            set.Parties[party.Id] = party;
        }
    }
}
