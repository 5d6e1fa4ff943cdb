using Granary.Access.Contracts;

namespace Granary.Ecif.Contracts;

/// <summary>A party's attributes as they are shown where nobody asked to see them in clear.</summary>
public static class MaskedAttribute
{
    /// <summary>One attribute's text, value by value and part by part; what says little about a person stays.</summary>
    public static string Of(string attribute, string text) => string.Join(PartyAttribute.ValueSeparator, PartyAttribute.Values(text).Select(v => Value(attribute, v)));

    private static string Value(string attribute, string value)
    {
        var parts = PartyAttribute.Parts(value);
        switch (attribute)
        {
            case PartyAttribute.Name or PartyAttribute.Employer:
                return Masked.Name(value);
            case PartyAttribute.Document:
                return string.Join(PartyAttribute.PartSeparator, parts.Select((p, i) => i == 1 ? Masked.Number(p) : p));
            case PartyAttribute.Mobile or PartyAttribute.HomePhone or PartyAttribute.OfficePhone:
                return Masked.Phone(value);
            case PartyAttribute.Card:
                return Masked.Number(value);
            case PartyAttribute.Email:
                return value.IndexOf('@', StringComparison.Ordinal) is > 0 and var at ? value[..1] + "***" + value[at..] : "***";
            case PartyAttribute.Birth:
                return value.Length >= 4 ? value[..4] + "-**-**" : "****";
            case PartyAttribute.HomeAddress or PartyAttribute.WorkAddress or PartyAttribute.RegisteredAddress:
                return string.Join(PartyAttribute.PartSeparator, parts.Select((p, i) => i == 0 ? p[..Math.Min(6, p.Length)] + "***" : p));
            default:
                return attribute.StartsWith(PartyAttribute.RelationPrefix, StringComparison.Ordinal)
                    ? string.Join(PartyAttribute.PartSeparator, parts.Select((p, i) => i switch { 1 => Masked.Name(p), 3 => Masked.Number(p), _ => p }))
                    : value;
        }
    }
}
