namespace Granary.Access.Contracts;

/// <summary>
/// Codes of units as the bank gives them: six digits for a county's legal entity, two more for a branch of it, two more for an outlet.
/// A unit that moves keeps its code, so the code says under which legal entity it was founded, not where it is today.
/// </summary>
public static class UnitCode
{
    /// <summary>The whole province.</summary>
    public const string Province = "00";

    /// <summary>Digits of a legal entity's code, which every code of its units begins with.</summary>
    public const int EntityDigits = 6;

    /// <summary>The legal entity under which a unit was founded; of the province, the province.</summary>
    public static string EntityOf(string code) => code.Length > EntityDigits ? code[..EntityDigits] : code;
}
