using Granary.Ecif.Contracts;
using Granary.Ecif.Intake;
using Granary.Ecif.SourceRecords;
using Granary.Ecif.Storage;
using Granary.Kernel.Storage;
using Granary.Matching;

namespace Granary.Ecif.GoldenRecords;

/// <summary>One system's word that a party is related to another.</summary>
internal readonly record struct Relation(long Party, string Attribute, string System, long Relative);

/// <summary>Whom the systems name as related, as parties of ours: by the system's own key, and by a document that can be trusted.</summary>
internal static class Relations
{
    /// <param name="Key">The system's own key of the relative; empty where it names none.</param>
    private sealed record Named(long Party, string System, string Attribute, string Key, IReadOnlyList<string> Identities);

    public static async Task<IReadOnlyList<Relation>> ReadAsync(Session session, IReadOnlyCollection<long> parties)
    {
        var named = NamedBy(await MasterStore.RecordsOfPartiesAsync(session, parties));
        if (named.Count == 0)
        {
            return [];
        }

        var byKey = (await session.QueryAsync(
            "SELECT r.system, r.key, r.party_id FROM {rows} CROSS JOIN ecif.source_record r WHERE r.system = k.system AND r.key = k.key",
            RowSet.Of("system", "key", [.. named.Where(n => n.Key.Length > 0).Select(n => (n.System, n.Key)).Distinct()]),
            r => (Address: (r.GetString(0), r.GetString(1)), Party: r.GetInt64(2)))).ToDictionary(r => r.Address, r => r.Party);
        var byIdentity = (await MasterStore.IdentitiesAsync(session, [.. named.SelectMany(n => n.Identities).Distinct()])).ToDictionary(i => i.Identity, i => i.Party);
        return [.. from one in named
                   from relative in one.Identities.Where(byIdentity.ContainsKey).Select(i => byIdentity[i]).Concat(byKey.TryGetValue((one.System, one.Key), out var party) ? [party] : []).Distinct()
                   where relative != one.Party
                   select new Relation(one.Party, one.Attribute, one.System, relative)];
    }

    /// <summary>What the records say of relations, value by value.</summary>
    private static List<Named> NamedBy(IEnumerable<SourceRecord> records) =>
        [.. from record in records
            from attribute in record.Attributes
            where attribute.Key.StartsWith(PartyAttribute.RelationPrefix, StringComparison.Ordinal)
            from value in PartyAttribute.Values(attribute.Value.Said ?? "")
            select new Named(record.PartyId, record.System, attribute.Key, PartyAttribute.Part(value, 0),
                [.. IdentityClaim.Of(PartyAttribute.Part(value, 2), PartyAttribute.Part(value, 3)).Where(c => c.Trusted).Select(c => c.Identity.Key)])];
}
