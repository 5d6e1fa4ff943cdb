using Granary.Access.Contracts;
using Granary.Ecif.Contracts;

namespace Granary.Ecif.Rights;

/// <summary>How one caller sees one party's values: clear, masked or not at all, by the class of the attribute.</summary>
internal sealed class Veil
{
    private readonly Func<DataClass, FieldSight> _sees;

    private Veil(Func<DataClass, FieldSight> sees) => _sees = sees;

    /// <summary>For a party within the caller's sight.</summary>
    public static Veil For(Caller caller) => new(caller.Sees);

    /// <summary>For what somebody asked to see, with a reason, and may.</summary>
    public static Veil Clear { get; } = new(_ => FieldSight.Clear);

    /// <summary>For a party of other legal entities: no more than the province's parameter allows, and no more than at home.</summary>
    public static Veil Beyond(Caller caller, FieldSight allowed) => new(c => (FieldSight)Math.Min((int)caller.Sees(c), (int)allowed));

    public bool Hides(string attribute) => _sees(Classified.ClassOf(attribute)) == FieldSight.Hidden;

    /// <returns>Null where nothing may be seen; the text as it is, or masked.</returns>
    public string? Show(string attribute, string? text) => text is null ? null : _sees(Classified.ClassOf(attribute)) switch
    {
        FieldSight.Clear => text,
        FieldSight.Masked => text is "" or SourceRecords.Statement.Unknown ? text : MaskedAttribute.Of(attribute, text),
        _ => null,
    };
}
