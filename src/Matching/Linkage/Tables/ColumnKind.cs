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

    /// <summary>Phones, several in a cell; all such columns of a table are one list.</summary>
    Phones,

    /// <summary>Addresses of mail, several in a cell; all such columns of a table are one list.</summary>
    Emails,

    /// <summary>Several words: an address, an organisation, a full name.</summary>
    Text,

    /// <summary>A designation of letters and digits: a model, a licence.</summary>
    Code,

    /// <summary>One of a few: a gender, a state.</summary>
    Category,

    /// <summary>Something measured or counted: an income, a weight.</summary>
    Quantity,

    /// <summary>A year alone.</summary>
    Year,

    /// <summary>Degrees north; with the <see cref="Longitude"/> of the same place, <see cref="Coordinates"/>.</summary>
    Latitude,

    /// <summary>Degrees east.</summary>
    Longitude,

    /// <summary>A place on Earth in degrees, the latitude first.</summary>
    Coordinates,

    /// <summary>A whole Chinese name, of a person or an organisation.</summary>
    ChineseName,

    /// <summary>A Chinese address in one line.</summary>
    ChineseAddress,

    /// <summary>A number of a Chinese resident identity card (GB 11643), of 15 or 18 digits; other documents' numbers may be among them.</summary>
    ResidentId,
}
