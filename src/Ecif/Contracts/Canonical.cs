using Granary.Chinese;

namespace Granary.Ecif.Contracts;

/// <summary>
/// The form in which two texts of an attribute are the same value: what a peer rewrites (case, spaces, width, abbreviations) falls away,
/// what makes another value stays. Only for comparing: golden records and messages carry <see cref="Normalised"/> text.
/// </summary>
public static class Canonical
{
    /// <summary>The canonical form of an attribute's whole text, value by value.</summary>
    public static string Form(string attribute, string text)
    {
        if (text.Length == 0)
        {
            return "";
        }

        return text.Contains(PartyAttribute.ValueSeparator, StringComparison.Ordinal)
            ? string.Join(PartyAttribute.ValueSeparator, PartyAttribute.Values(text).Select(v => OfValue(attribute, v)))
            : OfValue(attribute, text);
    }

    private static string OfValue(string attribute, string value) => attribute switch
    {
        PartyAttribute.Name => OfName(value),
        PartyAttribute.Employer => OrganisationName.Parse(value).Canonical,
        PartyAttribute.Document => OfDocument(value),
        PartyAttribute.HomeAddress or PartyAttribute.WorkAddress or PartyAttribute.RegisteredAddress => AddressText.Canonical(PartyAttribute.Part(value, 0)),
        PartyAttribute.Mobile or PartyAttribute.HomePhone or PartyAttribute.OfficePhone => PhoneNumber.Canonicalise(value),
        _ when PartyAttribute.PartsOf(attribute).Count > 1 =>
            string.Join(PartyAttribute.PartSeparator, PartyAttribute.Parts(value).Select(p => TextFolding.FoldAndClose(p).ToUpperInvariant())),
        _ => TextFolding.FoldAndClose(value).ToUpperInvariant(),
    };

    // A name of an organisation ends in a legal form, which is abbreviated at will; a person's name has no room for one.
    private static string OfName(string name) => name.Length > 5 ? OrganisationName.Parse(name).Canonical : PersonName.Canonical(name);

    // Expiry is no part of the identity: a peer that has no field for it does not hold another document.
    private static string OfDocument(string value)
    {
        var parts = PartyAttribute.Parts(value);
        return parts.Length < 2 ? value : $"{parts[0]}{PartyAttribute.PartSeparator}{DocumentNumber.Canonical(parts[0], parts[1])}";
    }
}

/// <summary>Document numbers by type of document (common codes: 01 resident ID card … 22 organisation code).</summary>
internal static class DocumentNumber
{
    public static bool IsResident(string type) => type is "01" or "02" or "04";

    public static string Canonical(string type, string number) => type switch
    {
        "01" or "02" or "04" => ResidentIdNumber.Parse(number).Canonical,
        "20" => UnifiedSocialCreditCode.Parse(number).Canonical,
        "22" => OrganisationCode.Parse(number).Canonical,
        _ => TextFolding.FoldAndClose(number).ToUpperInvariant(),
    };
}
