using Granary.Chinese;

namespace Granary.Ecif.Contracts;

/// <summary>
/// The text that a golden record keeps and that other systems are told: folded to half width, without stray spaces, numbers in
/// canonical form. Nothing a person would miss is changed: traditional characters and abbreviations stay as they were said.
/// </summary>
public static class Normalised
{
    /// <summary>One value of an attribute; "" where nothing is left.</summary>
    public static string Form(string attribute, string value)
    {
        var parts = PartyAttribute.Parts(value);
        switch (attribute)
        {
            case PartyAttribute.Document:
                var type = parts[0];
                var number = parts.Length > 1 ? DocumentNumber.Canonical(type, parts[1]) : "";
                return number.Length == 0 ? "" : Join(type, number, parts.Length > 2 ? parts[2] : "");
            case PartyAttribute.Mobile or PartyAttribute.HomePhone or PartyAttribute.OfficePhone:
                return PhoneNumber.Canonicalise(value);
            case PartyAttribute.Name:
                return NameForm(value);
            case PartyAttribute.HomeAddress or PartyAttribute.WorkAddress or PartyAttribute.RegisteredAddress:
                var text = TextFolding.FoldAndClose(parts[0]);
                return text.Length == 0 ? "" : Join(text, parts.Length > 1 ? parts[1] : "");
            default:
                return parts.Length == 1
                    ? TextFolding.Fold(value)
                    : string.Join(PartyAttribute.PartSeparator, parts.Select(TextFolding.Fold));
        }
    }

    /// <summary>A document number that somebody typed, whatever document it is of: a resident's number in 18 digits, others in capitals.</summary>
    public static string Number(string typed) =>
        ResidentIdNumber.Parse(typed) is { Valid: true } resident ? resident.Canonical : TextFolding.FoldAndClose(typed).ToUpperInvariant();

    // Chinese names have no spaces; names in Latin letters need theirs.
    private static string NameForm(string name)
    {
        var folded = TextFolding.Fold(name);
        return folded.Any(char.IsAsciiLetter) ? folded : TextFolding.FoldAndClose(name);
    }

    private static string Join(params string[] parts) => string.Join(PartyAttribute.PartSeparator, parts);
}
