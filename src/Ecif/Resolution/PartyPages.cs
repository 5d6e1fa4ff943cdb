using Granary.Ecif.GoldenRecords;
using Granary.Ecif.Intake;
using Granary.Kernel.Storage;

namespace Granary.Ecif.Resolution;

/// <summary>The whole base in pages, each with everything that deciding about its records needs. Memory is bounded by the page.</summary>
internal sealed class PartyPages(IntakeRules rules)
{
    public static async Task<long> LastAsync(Session session) =>
        (await session.QueryAsync("SELECT max(id) FROM ecif.party", r => r.LongOrNull(0)))[0] ?? 0;

    /// <summary>The next parties that stand for themselves, in order of their ids; fewer than the page where the end is reached.</summary>
    public Task<List<long>> NextAsync(Session session, long after, long until) => session.QueryAsync(
        "SELECT id FROM ecif.party WHERE id > @after AND id <= @until AND status <> 2 ORDER BY id LIMIT @page",
        r => r.GetInt64(0), ("after", after), ("until", until), ("page", rules.Limits.PageParties));

    /// <summary>Parties with their records, and all parties that share a match key or an identity with them. Locked where the session writes.</summary>
    public async Task<(WorkingSet Set, List<Party> Parties)> LoadAsync(Session session, IReadOnlyList<long> ids)
    {
        var set = new WorkingSet();
        var loading = new Loading(session, set, rules.Limits.BlockSize);
        await loading.LoadPartiesAsync(ids);
        await WidenAsync(loading, set, ids);
        return (set, [.. ids.Select(id => set.Parties.GetValueOrDefault(id)).OfType<Party>().Where(p => p.Status != PartyStatus.Merged)]);
    }

    /// <summary>Further parties of the set with all that share something with them: those that others are about to be merged with.</summary>
    public Task WidenAsync(Session session, WorkingSet set, IReadOnlyList<long> ids) => WidenAsync(new Loading(session, set, rules.Limits.BlockSize), set, ids);

    private static Task WidenAsync(Loading loading, WorkingSet set, IReadOnlyList<long> ids)
    {
        var lookUps = ids.SelectMany(set.MembersOf).Where(m => !m.IsRemark).Select(m => LookUps.Of(set.MatchOf(m))).ToList();
        return loading.LoadAsync([], [.. lookUps.SelectMany(l => l.Identities)], [.. lookUps.SelectMany(l => l.Hashes)]);
    }
}
