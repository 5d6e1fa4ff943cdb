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

    /// <summary>The history of a party and of all who were merged into it.</summary>
    public static async Task<SplitHistory> ReadAsync(Session session, long from, long to) => new(to, (await session.QueryAsync(
        """
        SELECT h.party_id, h.since, h.until, n.party_id FROM ocrm.source_key h JOIN ocrm.source_key n ON n.system = h.system AND n.key = h.key AND n.until = 0
        WHERE h.party_id = @from OR h.party_id IN (SELECT m.party_id FROM ocrm.merged m WHERE m.heir_id = @from)
        """,
        r => (Party: r.GetInt64(0), Holding: new Holding(r.GetInt64(1), r.GetInt64(2), r.GetInt64(3))), ("from", from))).ToLookup(h => h.Party, h => h.Holding));

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
