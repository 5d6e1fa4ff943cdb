using System.Globalization;

namespace Granary.Ecif.Contracts;

/// <summary>Personal data as it is shown where nobody asked to see it in clear: 姓*, 2301**********1234, 138****5678.</summary>
public static class Masked
{
    /// <summary>The first character and an asterisk for each of the others, at most three.</summary>
    public static string Name(string name)
    {
        var characters = new StringInfo(name);
        return characters.LengthInTextElements <= 1 ? name : characters.SubstringByTextElements(0, 1) + new string('*', Math.Min(3, characters.LengthInTextElements - 1));
    }

    /// <summary>The first four and the last four characters of a document number or card number; of a short one the last two.</summary>
    public static string Number(string number) => number.Length switch
    {
        0 => "",
        < 10 => new string('*', Math.Max(0, number.Length - 2)) + number[^Math.Min(2, number.Length)..],
        _ => number[..4] + new string('*', number.Length - 8) + number[^4..],
    };

    public static string Phone(string phone) => phone.Length < 7 ? new string('*', phone.Length) : phone[..3] + new string('*', phone.Length - 7) + phone[^4..];

    /// <summary>One attribute's text, value by value and part by part; what says little about a person stays.</summary>
    public static string Attribute(string attribute, string text) => string.Join(PartyAttribute.ValueSeparator, PartyAttribute.Values(text).Select(v => Value(attribute, v)));

    private static string Value(string attribute, string value)
    {
        var parts = PartyAttribute.Parts(value);
        switch (attribute)
        {
            case PartyAttribute.Name or PartyAttribute.Employer:
                return Name(value);
            case PartyAttribute.Document:
                return string.Join(PartyAttribute.PartSeparator, parts.Select((p, i) => i == 1 ? Number(p) : p));
            case PartyAttribute.Mobile or PartyAttribute.HomePhone or PartyAttribute.OfficePhone:
                return Phone(value);
            case PartyAttribute.Card:
                return Number(value);
            case PartyAttribute.Email:
                return value.IndexOf('@', StringComparison.Ordinal) is > 0 and var at ? value[..1] + "***" + value[at..] : "***";
            case PartyAttribute.Birth:
                return value.Length >= 4 ? value[..4] + "-**-**" : "****";
            case PartyAttribute.HomeAddress or PartyAttribute.WorkAddress or PartyAttribute.RegisteredAddress:
                return string.Join(PartyAttribute.PartSeparator, parts.Select((p, i) => i == 0 ? p[..Math.Min(6, p.Length)] + "***" : p));
            default:
                return attribute.StartsWith(PartyAttribute.RelationPrefix, StringComparison.Ordinal)
                    ? string.Join(PartyAttribute.PartSeparator, parts.Select((p, i) => i switch { 1 => Name(p), 3 => Number(p), _ => p }))
                    : value;
        }
    }
}
