using Granary.Access.Contracts;

namespace Granary.Ecif.Contracts;

/// <summary>
/// The class of each attribute after JR/T 0171-2020. The standard lets an institution raise a class: document and card numbers stand alone as C3,
/// because at a counter they open doors; a name by itself, among millions, is C1, so that people can work with names and still see no numbers.
/// </summary>
public static class Classified
{
    public static DataClass ClassOf(string attribute) => attribute switch
    {
        PartyAttribute.Document or PartyAttribute.Card => DataClass.C3,
        PartyAttribute.Name or PartyAttribute.Gender or PartyAttribute.Nationality or PartyAttribute.EthnicGroup or PartyAttribute.RiskLevel => DataClass.C1,
        // A relation carries the other's document number.
        _ when attribute.StartsWith(PartyAttribute.RelationPrefix, StringComparison.Ordinal) => DataClass.C3,
        _ => DataClass.C2,
    };
}
