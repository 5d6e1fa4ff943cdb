using System.Globalization;
using Granary.Chinese;

namespace Granary.Matching;

/// <summary>
/// Blocking rules: two records that share no key are never compared. Each rule joins at least two facts (or one that is nearly unique),
/// so that none is shared by many: no key from an empty field, a placeholder phone, or a bare name.
/// </summary>
public static class BlockingKeys
{
    /// <summary>No record has more keys than this: they are rows of an index, twelve rows a message in all.</summary>
    public const int Limit = 10;

    /// <summary>Stable 64-bit hashes, distinct, sorted. Records of different kinds never share one.</summary>
    public static IReadOnlyList<long> Of(MatchRecord record)
    {
        var keys = new SortedSet<long>();
        var kind = record.Kind == RecordKind.Person ? "person" : "organisation";
        foreach (var claim in record.Claims.Take(3))
        {
            keys.Add(StableHash.Of(kind).And("document").And((int)claim.Identity.Class).And(claim.Identity.Number).Value);
        }

        // 程 and 陈 are mistyped for each other, so the surname counts by its blurred sound.
        var first = record.Name.Syllables.Count > 0 ? Pinyin.Blurred(record.Name.Syllables[0]) : "";
        if (first.Length > 0 && record.Birth is { } birth && record.Kind == RecordKind.Person)
        {
            // Day and month in order of size: swapped, they give the same key.
            var (low, high) = birth.Month < birth.Day ? (birth.Month, birth.Day) : (birth.Day, birth.Month);
            keys.Add(StableHash.Of(kind).And("birth").And(birth.Year).And(low).And(high).And(first).Value);
        }

        foreach (var phone in record.Phones.Take(2))
        {
            keys.Add(StableHash.Of(kind).And("phone").And(phone).And(record.Kind == RecordKind.Person ? first : "").Value);
        }

        foreach (var address in record.Addresses.Take(1))
        {
            keys.Add(StableHash.Of(kind).And("address").And(address.Place).And(BlurredName(record.Name)).Value);
        }

        if (record.Kind == RecordKind.Organisation && record.Name.Core.Length >= 4)
        {
            keys.Add(StableHash.Of(kind).And("name").And(record.Name.Core).And(record.Birth?.ToString("O", CultureInfo.InvariantCulture) ?? "").Value);
        }

        foreach (var email in record.Emails.Take(1))
        {
            keys.Add(StableHash.Of(kind).And("email").And(email).Value);
        }

        foreach (var card in record.Cards.Take(1))
        {
            keys.Add(StableHash.Of(kind).And("card").And(card).Value);
        }

        return [.. keys.Take(Limit)];
    }

    private static string BlurredName(NameForm name) => string.Concat(name.Syllables.Select(Pinyin.Blurred));
}
