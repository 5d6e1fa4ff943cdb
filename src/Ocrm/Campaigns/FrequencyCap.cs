using Granary.Kernel.Storage;
using Granary.Ocrm.Care;

namespace Granary.Ocrm.Campaigns;

/// <summary>How often customers were contacted by all campaigns of late, held against their legal entities' policies.</summary>
internal sealed class FrequencyCap
{
    private readonly Dictionary<(long Party, string Entity, string Class), List<long>> _contacts = [];
    private readonly IReadOnlyDictionary<string, Policy> _policies;
    private readonly long _now;

    private FrequencyCap(IReadOnlyDictionary<string, Policy> policies, long now) => (_policies, _now) = (policies, now);

    /// <summary>
    /// As it stands. In a transaction that writes, nobody else counts the same customers until it ends: whoever contacts them holds their rows,
    /// taken in the order of parties.
    /// </summary>
    public static async Task<FrequencyCap> OfAsync(Session session, IReadOnlyCollection<long> parties, long now)
    {
        var rows = RowSet.Of("id", [.. parties.Distinct().Order()]);
        if (session.Writes)
        {
            await session.ExecuteAsync("INSERT INTO ocrm.campaign_turn (party_id) SELECT k.id FROM {rows} WHERE 1 = 1 ORDER BY k.id ON CONFLICT (party_id) DO NOTHING", rows);
            await session.QueryAsync($"SELECT u.party_id FROM {"{rows}"} CROSS JOIN ocrm.campaign_turn u WHERE u.party_id = k.id ORDER BY u.party_id {session.ForUpdateOf("u")}", rows, r => r.GetInt64(0));
        }

        var cap = new FrequencyCap(await Policy.OwnAsync(session), now);
        var longest = cap._policies.Values.Append(Policy.Shipped).Max(p => p.Contacts.Days);
        foreach (var (party, entity, kind, at) in await session.QueryAsync(
            "SELECT h.party_id, h.entity, h.class, h.at FROM {rows} CROSS JOIN ocrm.campaign_contact h WHERE h.party_id = k.id AND h.class <> '' AND h.at > @since AND h.state IN ('made', 'sent', 'doubt', 'settled') ORDER BY h.at",
            rows, r => (r.GetInt64(0), r.GetString(1), r.GetString(2), r.GetInt64(3)), ("since", now - Ms(longest))))
        {
            cap.Add(party, entity, kind, at);
        }

        return cap;
    }

    public void Add(long party, string entity, string channelClass, long at)
    {
        var key = (party, entity, channelClass);
        if (!_contacts.TryGetValue(key, out var list))
        {
            _contacts[key] = list = [];
        }

        list.Add(at);
    }

    /// <param name="at">When the contact would be; null: now.</param>
    /// <returns>0 where there is room then; otherwise from when there will be, in milliseconds since 1970 UTC; the end of time where the policy allows none at all.</returns>
    public long FreeFrom(long party, string entity, string channelClass, long? at = null)
    {
        if (channelClass.Length == 0)
        {
            return 0;
        }

        var rule = _policies.GetValueOrDefault(entity, Policy.Shipped).Contacts;
        var most = rule.Most(channelClass);
        var late = _contacts.GetValueOrDefault((party, entity, channelClass), []).FindAll(made => made > (at ?? _now) - Ms(rule.Days));
        return late.Count < most ? 0 : most == 0 ? long.MaxValue : late[late.Count - most] + Ms(rule.Days) + 1;
    }

    private static long Ms(int days) => (long)TimeSpan.FromDays(days).TotalMilliseconds;
}
