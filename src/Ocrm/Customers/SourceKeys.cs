using Granary.Ecif.Contracts;
using Granary.Kernel.Storage;

namespace Granary.Ocrm.Customers;

/// <summary>A source record that is a customer's now and was not before.</summary>
/// <param name="From">The party that it left; 0 where it is new.</param>
internal sealed record MovedKey(string System, string Key, long From, long To);

/// <summary>Keeps whose each source record is, and was: holdings hang on keys, and after a split the past tells what is whose.</summary>
internal static class SourceKeys
{
    private sealed record Held(string System, string Key, long Since, long Party);

    /// <returns>The keys that are new, or went from one party to another.</returns>
    public static async Task<IReadOnlyList<MovedKey>> WriteAsync(Session session, IReadOnlyList<PartySnapshot> parties, long now)
    {
        var said = parties.Where(p => p.MergedInto is null).SelectMany(p => p.Keys.Select(k => (k.System, k.Key, Party: p.Id))).DistinctBy(k => (k.System, k.Key)).ToList();
        var held = (await session.QueryAsync(
            "SELECT s.system, s.key, s.since, s.party_id FROM {rows} CROSS JOIN ocrm.source_key s WHERE s.system = k.system AND s.key = k.key AND s.until = 0",
            RowSet.Of("system", "key", [.. said.Select(k => (k.System, k.Key))]),
            r => new Held(r.GetString(0), r.GetString(1), r.GetInt64(2), r.GetInt64(3)))).ToDictionary(k => (k.System, k.Key));

        var rows = new List<Held>();
        foreach (var (system, key, party) in said.Where(k => held.GetValueOrDefault((k.System, k.Key))?.Party != k.Party))
        {
            // No record is of two parties at one time, also where the clock stands still.
            var since = held.TryGetValue((system, key), out var before) ? Math.Max(now, before.Since + 1) : now;
            rows.Add(new Held(system, key, since, party));
            if (before is not null)
            {
                await session.ExecuteAsync("UPDATE ocrm.source_key SET until = @since WHERE system = @system AND key = @key AND until = 0", ("since", since), ("system", system), ("key", key));
            }
        }

        await session.InsertAsync(Insert, rows);
        return [.. rows.Select(r => new MovedKey(r.System, r.Key, held.GetValueOrDefault((r.System, r.Key))?.Party ?? 0, r.Party))];
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
