namespace Granary.Ecif.Contracts;

/// <summary>
/// The attributes that a party can have, by name, and the shape of their text.
/// A value is one string. An attribute with parts (a document has type, number and expiry) joins them with U+001F;
/// an attribute with several values (phones, documents) joins those with U+001E, the most important first.
/// </summary>
public static class PartyAttribute
{
    public const string Name = "name";
    public const string Document = "document";
    public const string Gender = "gender";
    public const string Birth = "birth";
    public const string Nationality = "nationality";
    public const string EthnicGroup = "ethnic";
    public const string Mobile = "mobile";
    public const string HomePhone = "phone.home";
    public const string OfficePhone = "phone.office";
    public const string Email = "email";
    public const string HomeAddress = "address.home";
    public const string WorkAddress = "address.work";
    public const string RegisteredAddress = "address.registered";
    public const string Occupation = "occupation";
    public const string Employer = "employer";
    public const string RiskLevel = "risk";
    public const string Household = "household";
    public const string Card = "card";

    /// <summary>Relations to other parties: relation.spouse, .parent, .child, .guarantor, .legalrep, .shareholder.</summary>
    public const string RelationPrefix = "relation.";

    public const char PartSeparator = '\u001F';
    public const char ValueSeparator = '\u001E';

    private static readonly string[] DocumentParts = ["type", "number", "expiry"];
    private static readonly string[] AddressParts = ["text", "region"];
    private static readonly string[] HouseholdParts = ["village", "head"];
    private static readonly string[] RelationParts = ["key", "name", "type", "number"];
    private static readonly string[] NoParts = [""];

    public static IReadOnlyList<string> All { get; } =
    [
        Name, Document, Gender, Birth, Nationality, EthnicGroup, Mobile, HomePhone, OfficePhone, Email,
        HomeAddress, WorkAddress, RegisteredAddress, Occupation, Employer, RiskLevel, Household, Card,
        "relation.spouse", "relation.parent", "relation.child", "relation.guarantor", "relation.legalrep", "relation.shareholder",
    ];

    /// <summary>The parts of one value of an attribute, in the order in which they are joined; one empty name where there are none.</summary>
    public static IReadOnlyList<string> PartsOf(string attribute) => attribute switch
    {
        Document => DocumentParts,
        HomeAddress or WorkAddress or RegisteredAddress => AddressParts,
        Household => HouseholdParts,
        _ when attribute.StartsWith(RelationPrefix, StringComparison.Ordinal) => RelationParts,
        _ => NoParts,
    };

    public static bool IsMany(string attribute) =>
        attribute is Document or Mobile or HomePhone or OfficePhone or Email or Card
        || attribute.StartsWith(RelationPrefix, StringComparison.Ordinal);

    /// <summary>The values in an attribute's text; none in an empty text.</summary>
    public static string[] Values(string text) => text.Length == 0 ? [] : text.Split(ValueSeparator);

    public static string[] Parts(string value) => value.Split(PartSeparator);

    public static string Part(string value, int index)
    {
        var parts = value.Split(PartSeparator);
        return index < parts.Length ? parts[index] : "";
    }
}
