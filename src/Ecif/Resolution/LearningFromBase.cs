using System.Text.Json;
using Granary.Ecif.Contracts;
using Granary.Ecif.Intake;
using Granary.Ecif.SourceRecords;
using Granary.Ecif.Storage;
using Granary.Kernel.Storage;
using Granary.Matching;
using Granary.Matching.Learning;

namespace Granary.Ecif.Resolution;

/// <summary>What a model is to be learnt for.</summary>
/// <param name="Name">Of the version.</param>
/// <param name="Seed">The same base and seed give the same model.</param>
internal sealed record LearningRequest(string Name, int Seed, ErrorRates Errors)
{
    public string Write() => JsonSerializer.Serialize(this, MatchRun.Json);

    public static LearningRequest Read(string json) => JsonSerializer.Deserialize<LearningRequest>(json, MatchRun.Json)!;
}

/// <summary>Learns a model from customers of the base picked at random, all that share a match key with one of them, and stewards' decisions. Reads only.</summary>
internal sealed class LearningFromBase(EcifDatabase database, EcifLimits limits)
{
    /// <summary>Customers that are read at a time: no read is to last long.</summary>
    private const int Page = 500;

    public async Task<MatchModel> LearnAsync(MatchModel start, LearningRequest request, CancellationToken cancellation)
    {
        var parties = await database.ReadAsync(session => PickAsync(session, request.Seed), cancellation);
        var (records, candidates) = (new List<MatchRecord>(), new List<(MatchRecord, MatchRecord)>());
        foreach (var page in parties.Chunk(Page))
        {
            await database.ReadAsync(async session =>
            {
                var (some, pairs) = await ReadAsync(session, page);
                records.AddRange(some);
                candidates.AddRange(pairs);
                return true;
            }, cancellation);
        }

        // A pair is found from both its sides where both were picked.
        var once = candidates.DistinctBy(p => string.CompareOrdinal(p.Item1.Id, p.Item2.Id) < 0 ? (p.Item1.Id, p.Item2.Id) : (p.Item2.Id, p.Item1.Id)).ToList();
        var all = await database.ReadAsync(async session => (await session.QueryAsync("SELECT count(*) FROM ecif.source_record", r => r.GetInt64(0)))[0], cancellation);
        var labels = await database.ReadAsync(LabelsAsync, cancellation);
        var pairsInAll = Math.Max(1, ((double)records.Count * all) - (records.Count * (records.Count + 1.0) / 2));
        return new ModelLearner(start, request.Errors, request.Seed).Learn(new LearningData(records, once, pairsInAll, labels));
    }

    /// <summary>The first party from each of so many random ids on; all where there are few.</summary>
    private async Task<List<long>> PickAsync(Session session, int seed)
    {
        var last = await PartyPages.LastAsync(session);
        if (last <= limits.SampleParties)
        {
            return await session.QueryAsync("SELECT id FROM ecif.party WHERE status <> 2 ORDER BY id", r => r.GetInt64(0));
        }

        var random = new Random(seed);
        var starts = Enumerable.Range(0, limits.SampleParties).Select(_ => random.NextInt64(1, last + 1)).ToArray();
        var picked = await session.QueryAsync(
            "SELECT (SELECT p.id FROM ecif.party p WHERE p.id >= k.id AND p.status <> 2 ORDER BY p.id LIMIT 1) FROM {rows}", RowSet.Of("id", starts), r => r.LongOrNull(0));
        return [.. picked.OfType<long>().Distinct().Order()];
    }

    private async Task<(List<MatchRecord> Records, List<(MatchRecord, MatchRecord)> Pairs)> ReadAsync(Session session, long[] parties)
    {
        var stored = (await MasterStore.RecordsOfPartiesAsync(session, parties)).Where(r => !r.IsRemark).ToList();
        var records = stored.ToDictionary(r => r.Id, MatchFacts.Of);
        var keys = records.SelectMany(r => BlockingKeys.Of(r.Value).Select(hash => (Hash: hash, Record: r.Key))).ToLookup(k => k.Hash, k => k.Record);
        var found = await session.LowestAsync("ecif.match_key", "hash", "record_id", [.. keys.Select(k => k.Key)], limits.BlockSize);
        var others = await MasterStore.RecordsByIdAsync(session, [.. found.Select(f => f.Value).Where(id => !records.ContainsKey(id)).Distinct()]);
        var known = others.Where(o => !o.IsRemark).ToDictionary(o => o.Id, MatchFacts.Of);
        var pairs = found.SelectMany(f => keys[f.Key].Where(id => id != f.Value).Select(id => (id, f.Value))).Distinct()
            .Where(p => !records.ContainsKey(p.Value) || p.id < p.Value)
            .Select(p => (A: records[p.id], B: records.GetValueOrDefault(p.Value) ?? known.GetValueOrDefault(p.Value)))
            .Where(p => p.B is not null).Select(p => (p.A, p.B!)).ToList();
        return ([.. records.Values], pairs);
    }

    /// <summary>Exclusions are different customers, and records that people put into one party are one.</summary>
    private async Task<List<LabelledPair>> LabelsAsync(Session session)
    {
        var pairs = await session.QueryAsync(
            """
            SELECT record_a, record_b, 0 FROM (SELECT record_a, record_b FROM ecif.exclusion ORDER BY created_at DESC, record_a, record_b LIMIT @most) AS e
            UNION ALL
            SELECT a, b, 1 FROM (SELECT a.id AS a, b.id AS b FROM ecif.source_record a JOIN ecif.source_record b ON b.party_id = a.party_id AND b.id > a.id
                WHERE a.link = 1 AND b.link = 1 AND a.rule <> 'remark' AND b.rule <> 'remark' ORDER BY b.id DESC, a.id LIMIT @most) AS v
            """, r => (A: r.GetInt64(0), B: r.GetInt64(1), Same: r.GetInt32(2) == 1), ("most", limits.SampleLabels));
        var records = (await MasterStore.RecordsByIdAsync(session, [.. pairs.SelectMany(p => new[] { p.A, p.B }).Distinct()])).ToDictionary(r => r.Id, MatchFacts.Of);
        return [.. pairs.Where(p => records.ContainsKey(p.A) && records.ContainsKey(p.B)).Select(p => new LabelledPair(records[p.A], records[p.B], p.Same))];
    }
}
