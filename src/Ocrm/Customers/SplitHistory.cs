using Granary.Kernel.Storage;

namespace Granary.Ocrm.Customers;

internal enum Fate
{
    Stays,
    GoesOver,

    /// <summary>It was written for two customers who were one: a person decides.</summary>
    Ambiguous,
}

/// <summary>Which source records made up a party at which time, and whose they are now: what a row that was written for it belongs to.</summary>
/// <param name="To">The party to which records went over.</param>
internal sealed record SplitHistory(long To, ILookup<long, SplitHistory.Holding> Held)
{
    /// <param name="Until">0 where it is so now.</param>
    internal sealed record Holding(long Since, long Until, long Now);

    /// <summary>
    /// The history of every party that a record of either was ever with. Not only of those merged into the one that is split: a record may have
    /// come there by way of another party, and what was written for it on the way came along.
    /// </summary>
    public static async Task<SplitHistory> ReadAsync(Session session, long from, long to) => new(to, (await session.QueryAsync(
        """
        SELECT h.party_id, h.since, h.until, n.party_id FROM ocrm.source_key h JOIN ocrm.source_key n ON n.system = h.system AND n.key = h.key AND n.until = 0
        WHERE h.party_id IN (SELECT b.party_id FROM ocrm.source_key a JOIN ocrm.source_key b ON b.system = a.system AND b.key = a.key WHERE a.party_id IN (@from, @to))
        """,
        r => (Party: r.GetInt64(0), Holding: new Holding(r.GetInt64(1), r.GetInt64(2), r.GetInt64(3))), ("from", from), ("to", to))).ToLookup(h => h.Party, h => h.Holding));

    /// <summary>Whose a row is that was written for a party at a time: theirs who have now all the records that made up the party then.</summary>
    /// <param name="at">Milliseconds since 1970 UTC.</param>
    public Fate Of(long recordedFor, long at)
    {
        var (over, stayed) = (false, false);
        foreach (var held in Held[recordedFor].Where(h => h.Since <= at && (h.Until == 0 || at < h.Until)))
        {
            (over, stayed) = (over || held.Now == To, stayed || held.Now != To);
        }

        return over == stayed ? Fate.Ambiguous : over ? Fate.GoesOver : Fate.Stays;
    }
}
