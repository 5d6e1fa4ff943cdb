using Granary.Access.Contracts;
using Granary.Ocrm.Products;

namespace Granary.Ocrm.Campaigns;

/// <summary>What the gaps of texts are filled with for the targets of a batch: names are asked for once.</summary>
internal static class TargetGaps
{
    /// <summary>Whose customer the target is by now; else who was given it at the selection.</summary>
    public static string ManagerOf(Leading leading, Target target) => leading.Customers[(target.Party, target.Entity)] is { Manager: { Length: > 0 } manager } ? manager : target.Manager;

    /// <returns>Gives the gaps of a target; the second argument is where {link} leads.</returns>
    public static async Task<Func<Target, string, TextGaps>> OfAsync(IOrganisation organisation, Leading leading, IReadOnlyList<Target> targets)
    {
        var people = await organisation.PeopleNamesAsync([.. targets.Select(t => ManagerOf(leading, t)).Where(m => m.Length > 0).Distinct()], leading.Cancellation);
        var outlets = await organisation.UnitNamesAsync([.. targets.Select(t => leading.Customers[(t.Party, t.Entity)].Unit).Distinct()], leading.Cancellation);
        var product = await Product.FindAsync(leading.Session, leading.Campaign.Product);
        var called = product is null ? leading.Campaign.Product : leading.Campaign.Plan.Language == CampaignPlan.English ? product.NameEn : product.NameZh;
        return (target, link) =>
        {
            var customer = leading.Customers[(target.Party, target.Entity)];
            return new TextGaps(customer.Name, customer.Kind, customer.Document, people.GetValueOrDefault(ManagerOf(leading, target), ""), outlets.GetValueOrDefault(customer.Unit, ""), called, link);
        };
    }
}
