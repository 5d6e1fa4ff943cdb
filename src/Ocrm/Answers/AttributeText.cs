using System.Collections.Frozen;
using Granary.Ecif.Contracts;
using Granary.Ocrm.Customers;
using Granary.Surveys;

namespace Granary.Ocrm.Answers;

/// <summary>What an answer says of an attribute of the customer, as the attribute's text.</summary>
internal static class AttributeText
{
    /// <summary>What a person corrects by hand, and what one learns in a conversation besides. Names and documents are corrected at the counter.</summary>
    private static readonly FrozenSet<string> Proposed = [.. EditCustomer.Editable, PartyAttribute.Household, PartyAttribute.Occupation];

    /// <summary>A text; or of a question of several texts those whose names are the attribute's parts (address.home: text, region; household: village, head).</summary>
    /// <returns>Null where the question speaks of no attribute that answers may change, nothing was answered, or the answer does not have the attribute's form.</returns>
    public static string? Of(Question question, Value answer, OcrmLimits limits)
    {
        var attribute = question.CustomerAttribute;
        if (!Proposed.Contains(attribute))
        {
            return null;
        }

        var text = answer.Kind switch
        {
            ValueKind.Text => answer.Text.Trim(),
            ValueKind.Number => ValueJson.Write(answer),
            ValueKind.Map => string.Join(PartyAttribute.PartSeparator, PartyAttribute.PartsOf(attribute).Select(part => answer.Map[part] is { Kind: ValueKind.Text } said ? said.Text.Trim() : "")).TrimEnd(PartyAttribute.PartSeparator),
            _ => "",
        };
        return text.Length > 0 && EditCustomer.HasForm(attribute, text, limits) ? text : null;
    }
}
