namespace Granary.Matching.Linkage;

/// <summary>What a column holds, and so how its values are brought into one spelling and compared, and which blocking keys they give.</summary>
public enum ColumnKind
{
    /// <summary>No evidence: a key of the record, where it comes from, one value throughout, or next to nothing.</summary>
    Ignored,

    /// <summary>One part of a person's name, or another short word: a given name, a surname, a town.</summary>
    Name,

    /// <summary>A calendar day.</summary>
    Date,

    /// <summary>A number that names something: a postcode, a house, a card.</summary>
    Number,

    /// <summary>A phone, in any of the ways in which it is dialled.</summary>
    Phone,
    Email,

    /// <summary>Several words: an address, an organisation, a full name.</summary>
    Text,

    /// <summary>One of a few: a gender, a state.</summary>
    Category,

    /// <summary>A whole Chinese name, of a person or an organisation.</summary>
    ChineseName,

    /// <summary>A Chinese address in one line.</summary>
    ChineseAddress,

    /// <summary>A number of a Chinese resident identity card (GB 11643), of 15 or 18 digits; other documents' numbers may be among them.</summary>
    ResidentId,
}
