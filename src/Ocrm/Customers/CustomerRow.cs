using Granary.Access.Contracts;
using Granary.Chinese;
using Granary.Ecif.Contracts;
using Granary.Kernel.Storage;

namespace Granary.Ocrm.Customers;

/// <summary>A party's row in one legal entity, as ECIF has it. Times are milliseconds since 1970 UTC.</summary>
/// <param name="NameKey">Pinyin, then the name itself: what people expect of a list of names.</param>
/// <param name="Systems">Codes of the systems in which it has an open key, joined by commas.</param>
internal sealed record CustomerRow(
    long PartyId, string Number, bool Main, string Kind, string Status, string Name, string NameKey, string Document, string Mobile, string Region,
    string Entity, string Unit, string Place, string Systems, long OpenedAt, long ChangedAt)
{
    /// <summary>An index entry has some 2,700 bytes; names that are alike for so long are in the order of their ids.</summary>
    private const int NameKeyCharacters = 160;

    // Below every letter, so that 王芳 comes before 王芳芳.
    private const char KeyEnd = '\u001F';

    /// <summary>The rows of a party: none for one that was merged into another.</summary>
    public static IReadOnlyList<CustomerRow> Of(PartySnapshot party)
    {
        if (party.MergedInto is not null)
        {
            return [];
        }

        var name = First(party, PartyAttribute.Name);
        var household = PartyAttribute.Part(First(party, PartyAttribute.Household), 0);
        var row = new CustomerRow(
            party.Id, party.Number, Main: true, party.Kind == PartyKind.Person ? "person" : "organisation", party.Closed ? "closed" : "active",
            name, NameKeyOf(name), PartyAttribute.Part(First(party, PartyAttribute.Document), 1), First(party, PartyAttribute.Mobile), RegionOf(party),
            "", "", "",
            string.Join(',', party.Keys.Where(k => k.Open).Select(k => k.System).Distinct().Order(StringComparer.Ordinal)),
            party.CreatedAt.ToUnixTimeMilliseconds(), party.ChangedAt.ToUnixTimeMilliseconds());
        return [.. party.Relationships
            .GroupBy(r => UnitCode.EntityOf(r.Unit), StringComparer.Ordinal)
            .Select(g => (Entity: g.Key, Since: g.Min(r => r.Since), g.OrderByDescending(r => r.Unit.Length).ThenBy(r => r.Since).ThenBy(r => r.Unit, StringComparer.Ordinal).First().Unit))
            .OrderBy(e => e.Since).ThenBy(e => e.Entity, StringComparer.Ordinal)
            .Select((e, i) => row with { Main = i == 0, Entity = e.Entity, Unit = e.Unit, Place = PlaceIn(e.Entity, household), OpenedAt = e.Since.ToUnixTimeMilliseconds() })];
    }

    public static string NameKeyOf(string name)
    {
        var key = string.Join(' ', PersonName.Syllables(name)) + KeyEnd + name;
        return key.Length <= NameKeyCharacters ? key : key[..(char.IsHighSurrogate(key[NameKeyCharacters - 1]) ? NameKeyCharacters - 1 : NameKeyCharacters)];
    }

    /// <summary>The village only where it lies in the legal entity's county (GB/T 10114): who looks after a village sees no holdings elsewhere of those who live there.</summary>
    private static string PlaceIn(string entity, string village) => village.StartsWith(entity, StringComparison.Ordinal) ? village : "";

    private static string RegionOf(PartySnapshot party) =>
        new[] { PartyAttribute.HomeAddress, PartyAttribute.RegisteredAddress }.Select(a => PartyAttribute.Part(First(party, a), 1)).FirstOrDefault(r => r.Length > 0) ?? "";

    private static string First(PartySnapshot party, string attribute) =>
        PartyAttribute.Values(party.Attributes.GetValueOrDefault(attribute) ?? "").FirstOrDefault() ?? "";

    /// <summary>What ECIF says replaces what it said; where it says nothing, where a customer lives stays.</summary>
    public static readonly Insert<CustomerRow> Insert = new("ocrm.customer AS existing",
        """
        ON CONFLICT (party_id, entity) DO UPDATE SET number = excluded.number, main = excluded.main, kind = excluded.kind, status = excluded.status,
        name = excluded.name, name_key = excluded.name_key, document = excluded.document, mobile = excluded.mobile, region = excluded.region, unit = excluded.unit,
        place = CASE WHEN excluded.place = '' THEN existing.place ELSE excluded.place END,
        systems = excluded.systems, opened_at = excluded.opened_at, changed_at = excluded.changed_at, version = existing.version + 1
        """,
        new("party_id", ColumnType.Long, c => c.PartyId),
        new("number", ColumnType.Text, c => c.Number),
        new("main", ColumnType.Small, c => c.Main ? (short)1 : (short)0),
        new("kind", ColumnType.Text, c => c.Kind),
        new("status", ColumnType.Text, c => c.Status),
        new("name", ColumnType.Text, c => c.Name),
        new("name_key", ColumnType.Text, c => c.NameKey),
        new("document", ColumnType.Text, c => c.Document),
        new("mobile", ColumnType.Text, c => c.Mobile),
        new("region", ColumnType.Text, c => c.Region),
        new("entity", ColumnType.Text, c => c.Entity),
        new("unit", ColumnType.Text, c => c.Unit),
        new("place", ColumnType.Text, c => c.Place),
        new("systems", ColumnType.Text, c => c.Systems),
        new("opened_at", ColumnType.Long, c => c.OpenedAt),
        new("changed_at", ColumnType.Long, c => c.ChangedAt),
        new("version", ColumnType.Long, _ => 1L));
}
