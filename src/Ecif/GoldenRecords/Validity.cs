using System.Globalization;
using System.Text;
using Granary.Chinese;
using Granary.Ecif.Contracts;
using Granary.Ecif.SourceRecords;

namespace Granary.Ecif.GoldenRecords;

/// <summary>Whether a normalised value has the right form. A wrong form lowers a value's rank; it refuses nobody.</summary>
internal static class Validity
{
    public static bool Of(string attribute, string value, SourceRecord record) => attribute switch
    {
        PartyAttribute.Name => !value.EnumerateRunes().Any(Han.IsDamaged),
        PartyAttribute.HomeAddress or PartyAttribute.WorkAddress or PartyAttribute.RegisteredAddress =>
            !PartyAttribute.Part(value, 0).EnumerateRunes().Any(Han.IsDamaged),
        PartyAttribute.Document => IsValidDocument(PartyAttribute.Part(value, 0), PartyAttribute.Part(value, 1)),
        PartyAttribute.Mobile => PhoneNumber.Parse(value) is { Kind: PhoneKind.Mobile, IsPlaceholder: false },
        PartyAttribute.HomePhone or PartyAttribute.OfficePhone => PhoneNumber.Parse(value) is { Kind: not PhoneKind.Unknown, IsPlaceholder: false },
        PartyAttribute.Email => value.IndexOf('@', StringComparison.Ordinal) is > 0 and var at && at < value.Length - 1,
        PartyAttribute.Birth => AgreesWithResidentId(record, id => id.BirthDate?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), value),
        PartyAttribute.Gender => AgreesWithResidentId(record, id => id.Gender switch { Gender.Male => "M", Gender.Female => "F", _ => null }, value),
        _ => true,
    };

    /// <summary>A resident ID card proves more than a number of another kind: only it has a check digit that anyone can check.</summary>
    public static bool IsValidDocument(string type, string number) => type switch
    {
        "01" or "02" or "04" => ResidentIdNumber.Parse(number).Valid,
        "20" => UnifiedSocialCreditCode.Parse(number).Valid,
        "22" => OrganisationCode.Parse(number).Valid,
        _ => false,
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
