using Granary.Access.Contracts;
using Granary.Kernel.Storage;
using Granary.Ocrm.Customers;

namespace Granary.Ocrm.Campaigns;

/// <summary>
/// Who works on a target: the customer's own manager; else whoever has the fewest customers among those who may be given new ones of the
/// outlet; else among the customer managers of the outlet. The customer stays nobody's.
/// </summary>
internal static class GiveTargets
{
    /// <returns>Customer → person; without those for whom there is nobody.</returns>
    public static async Task<IReadOnlyDictionary<long, string>> RunAsync(Session session, IOrganisation organisation, IStaff staff, IReadOnlyList<Candidate> customers, CancellationToken cancellation)
    {
        var given = customers.Where(c => c.Manager.Length > 0).ToDictionary(c => c.Customer, c => c.Manager);
        var free = customers.Where(c => c.Manager.Length == 0).ToList();
        if (free.Count == 0)
        {
            return given;
        }

        var takers = await organisation.TakersAsync([.. free.Select(c => (c.Unit, c.Place)).Distinct()], cancellation);
        var officers = (await staff.OfficersAsync(new Sight { Units = [.. free.Select(c => c.Unit).Distinct()] }, Permission.WorkEdit, cancellation)).ToLookup(w => w.Unit, w => w.Person);
        IEnumerable<string> For(Candidate c) => takers[(c.Unit, c.Place)].Any() ? takers[(c.Unit, c.Place)] : officers[c.Unit];
        var load = await Workload.OfAsync(session, free.SelectMany(For));
        foreach (var customer in free)
        {
            if (load.LeastBusy(For(customer)) is { } manager)
            {
                load.Add(manager);
                given[customer.Customer] = manager;
            }
        }

        return given;
    }
}
