using System.Globalization;
using Granary.Chinese;
using Granary.Ecif.Contracts;
using Granary.Ecif.SourceRecords;
using Granary.Matching;

namespace Granary.Ecif.Resolution;

/// <summary>A source record as identity resolution sees it: what it says and what it said before, never what it was told.</summary>
internal static class MatchFacts
{
    public static string IdOf(string system, string key) => $"{system}/{key}";

    public static MatchRecord Of(SourceRecord record) => MatchRecord.From(new RecordFacts
    {
        Id = IdOf(record.System, record.Key),
        Kind = record.Kind == PartyKind.Person ? RecordKind.Person : RecordKind.Organisation,
        Name = Said(record, PartyAttribute.Name),
        FormerNames = PartyAttribute.Values(record.Attributes.GetValueOrDefault(PartyAttribute.Name)?.Earlier ?? ""),
        Documents = [.. PartyAttribute.Values(Said(record, PartyAttribute.Document)).Select(d => (PartyAttribute.Part(d, 0), PartyAttribute.Part(d, 1)))],
        Birth = DateOnly.TryParseExact(Said(record, PartyAttribute.Birth), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var birth) ? birth : null,
        Gender = Said(record, PartyAttribute.Gender) switch { "M" => Gender.Male, "F" => Gender.Female, _ => Gender.Unknown },
        Phones = [.. Ever(record, PartyAttribute.Mobile), .. Ever(record, PartyAttribute.HomePhone), .. Ever(record, PartyAttribute.OfficePhone)],
        Emails = [.. Ever(record, PartyAttribute.Email)],
        Addresses = [.. Ever(record, PartyAttribute.HomeAddress).Concat(Ever(record, PartyAttribute.RegisteredAddress)).Select(a => PartyAttribute.Part(a, 0))],
        Region = PartyAttribute.Part(Said(record, PartyAttribute.HomeAddress), 1),
        Cards = [.. Ever(record, PartyAttribute.Card)],
        Others = [.. Others(record)],
    });

    private static string Said(SourceRecord record, string attribute) => record.Attributes.GetValueOrDefault(attribute)?.Said ?? "";

    private static IEnumerable<string> Ever(SourceRecord record, string attribute) =>
        record.Attributes.GetValueOrDefault(attribute) is { } statement
            ? PartyAttribute.Values(statement.Said ?? "").Concat(PartyAttribute.Values(statement.Earlier))
            : [];

    // A relation names another customer of the same system by its key: whoever that is, it is not this one.
    private static IEnumerable<string> Others(SourceRecord record)
    {
        foreach (var attribute in record.Attributes.Keys)
        {
            if (attribute.StartsWith(PartyAttribute.RelationPrefix, StringComparison.Ordinal))
            {
                foreach (var value in PartyAttribute.Values(Said(record, attribute)))
                {
                    if (PartyAttribute.Part(value, 0) is { Length: > 0 } key)
                    {
                        yield return IdOf(record.System, key);
                    }
                }
            }
        }
    }
}
