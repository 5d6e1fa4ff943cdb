using System.Text.Json.Serialization;

namespace Granary.Access.Contracts;

/// <summary>Classes of personal financial data after JR/T 0171-2020, C3 being the most sensitive.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DataClass>))]
public enum DataClass
{
    C1,
    C2,
    C3,
}

/// <summary>What a role sees of a class of data.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FieldSight>))]
public enum FieldSight
{
    /// <summary>Not that there is a value.</summary>
    Hidden,

    /// <summary>Enough to recognise it by: 2301**********1234.</summary>
    Masked,

    Clear,
}
