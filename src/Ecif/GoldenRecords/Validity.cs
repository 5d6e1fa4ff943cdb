using System.Globalization;
using Granary.Chinese;
using Granary.Ecif.Contracts;
using Granary.Ecif.SourceRecords;

namespace Granary.Ecif.GoldenRecords;

/// <summary>Whether a normalised value has the right form. A wrong form lowers a value's rank; it refuses nobody.</summary>
internal static class Validity
{
    public static bool Of(string attribute, string value, SourceRecord record) => attribute switch
    {
        PartyAttribute.Birth => AgreesWithResidentId(record, id => id.BirthDate?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), value),
        PartyAttribute.Gender => AgreesWithResidentId(record, id => id.Gender switch { Gender.Male => "M", Gender.Female => "F", _ => null }, value),
        _ => ValidForm.Of(attribute, value),
    };

    private static bool AgreesWithResidentId(SourceRecord record, Func<ResidentIdNumber, string?> part, string value)
    {
        foreach (var document in PartyAttribute.Values(record.Attributes.GetValueOrDefault(PartyAttribute.Document)?.Said ?? ""))
        {
            if (DocumentNumber.IsResident(PartyAttribute.Part(document, 0)) && ResidentIdNumber.Parse(PartyAttribute.Part(document, 1)) is { Valid: true } id)
            {
                return part(id) == value;
            }
        }

        return false;
    }
}
