using Granary.Ecif.Contracts;
using Granary.Kernel.Storage;

namespace Granary.Ocrm.Customers;

/// <summary>A source record that is another customer's now.</summary>
/// <param name="Since">When it had come to the party that it left.</param>
internal sealed record MovedKey(string System, string Key, long From, long To, long Since);

/// <summary>Keeps whose each source record is, and was: holdings hang on keys, and after a split the past tells what is whose.</summary>
internal static class SourceKeys
{
    private sealed record Held(string System, string Key, long Since, long Party);

    /// <returns>The keys that went from one party to another.</returns>
    public static async Task<IReadOnlyList<MovedKey>> WriteAsync(Session session, IReadOnlyList<PartySnapshot> parties, long now)
    {
        var said = parties.Where(p => p.MergedInto is null).SelectMany(p => p.Keys.Select(k => (k.System, k.Key, Party: p.Id))).DistinctBy(k => (k.System, k.Key)).ToList();
        var held = (await session.QueryAsync(
            "SELECT s.system, s.key, s.since, s.party_id FROM {rows} CROSS JOIN ocrm.source_key s WHERE s.system = k.system AND s.key = k.key AND s.until = 0",
            RowSet.Of("system", "key", [.. said.Select(k => (k.System, k.Key))]),
            r => new Held(r.GetString(0), r.GetString(1), r.GetInt64(2), r.GetInt64(3)))).ToDictionary(k => (k.System, k.Key));

        var moved = said.Where(k => held.TryGetValue((k.System, k.Key), out var before) && before.Party != k.Party)
            .Select(k => (Now: k, Before: held[(k.System, k.Key)]))
            .Select(k => new MovedKey(k.Now.System, k.Now.Key, k.Before.Party, k.Now.Party, k.Before.Since)).ToList();
        foreach (var key in moved)
        {
            await session.ExecuteAsync("UPDATE ocrm.source_key SET until = @now WHERE system = @system AND key = @key AND until = 0",
                ("now", Math.Max(now, key.Since + 1)), ("system", key.System), ("key", key.Key));
        }

        await session.InsertAsync(Insert, [.. said.Where(k => !held.ContainsKey((k.System, k.Key))).Select(k => new Held(k.System, k.Key, now, k.Party)),
            .. moved.Select(k => new Held(k.System, k.Key, Math.Max(now, k.Since + 1), k.To))]);
        return moved;
    }

    /// <summary>The keys of parties that were not there before, by the bulk path.</summary>
    public static Task CopyAsync(Session session, IReadOnlyList<(string System, string Key, long Party)> keys, long since) =>
        session.CopyAsync(Insert, [.. keys.Select(k => new Held(k.System, k.Key, since, k.Party))]);

    private static readonly Insert<Held> Insert = new("ocrm.source_key", "",
        new("system", ColumnType.Text, k => k.System),
        new("key", ColumnType.Text, k => k.Key),
        new("since", ColumnType.Long, k => k.Since),
        new("until", ColumnType.Long, _ => 0L),
        new("party_id", ColumnType.Long, k => k.Party));
}
