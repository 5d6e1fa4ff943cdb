using Granary.Access.Contracts;
using Granary.Kernel.Auditing;
using Granary.Kernel.Storage;
using Granary.Ocrm.Ownership;

namespace Granary.Ocrm.Customers;

/// <summary>
/// Gives new customers to whoever has the fewest of those who may take them (<see cref="IOrganisation.TakersAsync"/>): by village, then by
/// outlet, then by workload. Only what is new is given: whom people gave to somebody, or to nobody, stays so.
/// </summary>
internal sealed class GiveNewCustomers(IOrganisation organisation, TimeProvider clock)
{
    /// <summary>Who does it, in the audit.</summary>
    private const string Who = "granary";

    /// <param name="added">Rows that were written for the first time in this transaction.</param>
    public async Task RunAsync(Session session, IReadOnlyList<CustomerRow> added, CancellationToken cancellation)
    {
        var takers = await organisation.TakersAsync([.. added.Select(r => (r.Unit, r.Place)).Distinct()], cancellation);
        var load = await Workload.OfAsync(session, takers.SelectMany(t => t));
        var given = new List<(CustomerRow Row, string Manager)>();
        foreach (var row in added.Where(r => takers.Contains((r.Unit, r.Place))))
        {
            var manager = load.LeastBusy(takers[(row.Unit, row.Place)])!;
            // Who came back from a merge that was undone has their owner again already.
            if (await OwnerRow.GiveAsync(session, row.PartyId, row.Entity, manager))
            {
                load.Add(manager);
                given.Add((row, manager));
            }
        }

        await AuditTrail.AppendAsync(session, "ocrm", clock.GetUtcNow().ToUnixTimeMilliseconds(),
            [.. given.Select(g => new AuditEntry(Who, "", Permission.CustomersAllocate, $"{g.Row.Number}/{g.Row.Entity}", ParameterName.NewCustomers, After: g.Manager))]);
    }
}
