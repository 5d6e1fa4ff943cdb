using Granary.Chinese;

namespace Granary.Matching;

/// <summary>
/// Blocking rules: two records that share no key are never compared. Each rule joins at least two facts (or one that is nearly unique),
/// so that none is shared by many: no key from an empty field, a placeholder phone, or a bare name.
/// </summary>
public static class BlockingKeys
{
    /// <summary>No record has more keys than this: each is a row of an index, written with every record.</summary>
    public const int Limit = 8;

    /// <summary>
    /// A key that more records share than this is to be passed over when candidates are read: it is some placeholder that nobody knew of,
    /// and whoever shares it and is the same customer shares another. The largest block of the recorded day holds 8 records.
    /// </summary>
    public const int LargestBlock = 200;

    /// <summary>Stable 64-bit hashes, distinct, in ascending order. Records of different kinds never share one.</summary>
    public static IReadOnlyList<long> Of(MatchRecord record) => record.Keys ??= Made(record);

    private static long[] Made(MatchRecord record)
    {
        // In order of worth: what is over the limit is left out from the end.
        var keys = new List<long>(Limit + 4);
        foreach (var claim in record.Claims.Take(3))
        {
            keys.Add(Domain(record, "document").And((int)claim.Identity.Class).And(claim.Identity.Number).Value);
        }

        // 程 and 陈 are mistyped for each other, so the surname counts by its blurred sound. A company's phone has no surname.
        var surname = record.Kind == RecordKind.Person && record.Name.Syllables.Count > 0 ? Pinyin.Blurred(record.Name.Syllables[0]) : "";
        if (record.Birth is { } birth && (surname.Length > 0 || record.Name.Core.Length >= 4))
        {
            // Day and month in order of size: swapped, they give the same key.
            var (low, high) = birth.Month < birth.Day ? (birth.Month, birth.Day) : (birth.Day, birth.Month);
            var day = Domain(record, "birth").And(birth.Year).And(low).And(high).And(surname.Length > 0 ? surname : record.Name.Core);
            keys.AddRange(surname.Length > 0 && record.Name.Syllables.Count > 1 ? GivenNames(record.Name).Select(given => day.And(given).Value) : [day.Value]);
        }

        AddPhone(keys, record, surname, 0);
        if (record.Addresses.Count > 0 && record.Name.Syllables.Count > 0)
        {
            keys.Add(Domain(record, "address").And(record.Addresses[0].Place).And(BlurredName(record.Name)).Value);
        }

        if (record.Emails.Count > 0)
        {
            keys.Add(Domain(record, "email").And(record.Emails[0]).And(surname).Value);
        }

        if (record.Cards.Count > 0)
        {
            keys.Add(Domain(record, "card").And(record.Cards[0]).Value);
        }

        AddPhone(keys, record, surname, 1);
        return [.. keys.Take(Limit).Distinct().Order()];
    }

    // A surname's people of one birthday are a hundred in a province; one of two syllables of the given name is seldom mistyped with the other.
    private static IEnumerable<string> GivenNames(NameForm name) => new[] { Pinyin.Blurred(name.Syllables[1]), Pinyin.Blurred(name.Syllables[^1]) }.Distinct();

    private static void AddPhone(List<long> keys, MatchRecord record, string surname, int index)
    {
        if (index < record.Phones.Count && (surname.Length > 0 || record.Kind == RecordKind.Organisation))
        {
            keys.Add(Domain(record, "phone").And(record.Phones[index]).And(surname).Value);
        }
    }

    private static StableHash Domain(MatchRecord record, string rule) => StableHash.Of(record.Kind == RecordKind.Person ? "person" : "organisation").And(rule);

    private static string BlurredName(NameForm name) => string.Concat(name.Syllables.Select(Pinyin.Blurred));
}
