using Granary.Ecif.Contracts;
using Granary.Ecif.GoldenRecords;
using Granary.Ecif.Intake;
using Granary.Ecif.Rights;
using Granary.Kernel.Storage;

namespace Granary.Ecif.Stewardship;

/// <summary>What hangs together with a party by open suspicions (A with B, B with C), as far as the caller sees it.</summary>
internal static class FindGroup
{
    private sealed record Pair(long A, long B, double Score, string State);

    public static async Task<SuspectGroup> OfAsync(Session session, IReadOnlyList<long> from, int most, Veil veil, Func<IReadOnlyCollection<long>, Task<IReadOnlySet<long>>> visible)
    {
        var pairs = new HashSet<Pair>();
        var (known, next, more) = (from.ToHashSet(), from.ToList(), false);
        while (next.Count > 0)
        {
            var found = await PairsAsync(session, next);
            pairs.UnionWith(found);
            next = [.. found.SelectMany(p => new[] { p.A, p.B }).Distinct().Where(id => !known.Contains(id)).Order()];
            more = next.Count > most - known.Count;
            next = [.. next.Take(most - known.Count)];
            known.UnionWith(next);
        }

        var seen = await visible(known);
        var parties = (await MasterStore.ReadPartiesAsync(session, [.. known.Where(seen.Contains)])).OrderBy(p => p.Id).ToList();
        var records = (await MasterStore.RecordsOfPartiesAsync(session, [.. parties.Select(p => p.Id)])).Where(r => !r.IsRemark).CountBy(r => r.PartyId).ToDictionary();
        return new SuspectGroup(
            [.. parties.Select(p => new GroupParty(p.Number, veil.Show(PartyAttribute.Name, p.Golden.GetValueOrDefault(PartyAttribute.Name)?.Value), records.GetValueOrDefault(p.Id)))],
            [.. pairs.Where(p => seen.Contains(p.A) && seen.Contains(p.B)).OrderByDescending(p => p.Score).ThenBy(p => p.A).ThenBy(p => p.B)
                .Select(p => new GroupPair(PartyNumber.Of(p.A), PartyNumber.Of(p.B), p.Score, p.State))],
            more);
    }

    private static Task<List<Pair>> PairsAsync(Session session, IReadOnlyCollection<long> parties)
    {
        const string Select = $"SELECT s.party_a, s.party_b, s.score, {StoredSuspect.StateSql} FROM {{rows}} CROSS JOIN ecif.suspect s LEFT JOIN ecif.decision d ON d.id = s.decision_id WHERE s.state = 0 AND ";
        return session.QueryAsync($"{Select} s.party_a = k.id UNION {Select} s.party_b = k.id", RowSet.Of("id", parties), r => new Pair(r.GetInt64(0), r.GetInt64(1), r.GetDouble(2), r.GetString(3)));
    }
}
