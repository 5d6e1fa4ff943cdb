using Granary.Ecif.Contracts;
using Granary.Ecif.SourceRecords;

namespace Granary.Ecif.FirstLoad;

/// <summary>From messages to source records: each customer's applied in their order, as intake does.</summary>
internal static class GatherRecords
{
    /// <summary>The records of some messages, by system and key.</summary>
    /// <param name="now">The hub's time; what speaks of a later one is clamped to it.</param>
    public static IReadOnlyList<SourceRecord> Of(IEnumerable<SourceMessage> messages, long now, TimeSpan clockSkew)
    {
        var records = new SortedDictionary<(string System, string Key), SourceRecord>(Comparer<(string System, string Key)>.Create(
            (a, b) => string.CompareOrdinal(a.System, b.System) is var order && order != 0 ? order : string.CompareOrdinal(a.Key, b.Key)));
        foreach (var message in messages)
        {
            var said = message.At.ToUnixTimeMilliseconds();
            var at = said > now + (long)clockSkew.TotalMilliseconds ? now : said;
            var isNew = !records.TryGetValue((message.System, message.Key), out var record);
            if (isNew)
            {
                record = new SourceRecord { Id = 0, System = message.System, Key = message.Key, Kind = message.Kind, OpenedAt = at };
                records.Add(record.Address, record);
            }

            Hearing.Take(record!, message, at, now, isNew, null);
        }

        return [.. records.Values];
    }
}
