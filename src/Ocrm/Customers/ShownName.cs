using Granary.Access.Contracts;
using Granary.Access.Lists;

namespace Granary.Ocrm.Customers;

/// <summary>A customer's name as a caller may read it: in clear, masked, or not at all.</summary>
internal static class ShownName
{
    public static string For(Caller caller, string name) => For(caller.Sees(DataClass.C1), name);

    public static string For(FieldSight sight, string name) => sight switch { FieldSight.Clear => name, FieldSight.Masked => Masked.Name(name), _ => "" };
}
