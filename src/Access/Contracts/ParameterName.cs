namespace Granary.Access.Contracts;

/// <summary>The settings that a unit may have of its own (<see cref="IOrganisation.ParameterAsync"/>).</summary>
public static class ParameterName
{
    /// <summary>How a customer's identity facts are shown to other legal entities than those it belongs to: hidden, masked or clear.</summary>
    public const string IdentityBeyondEntity = "identity-beyond-entity";

    /// <summary>How many values one person may ask to see in clear in a day.</summary>
    public const string RevealsPerDay = "reveals-per-day";

    /// <summary>An export of more rows needs a second pair of eyes.</summary>
    public const string ExportRowsAlone = "export-rows-alone";

    /// <summary>To whom a new customer of an outlet goes: nobody, or least-busy (see <see cref="IOrganisation.TakersAsync"/>).</summary>
    public const string NewCustomers = "new-customers";
}
