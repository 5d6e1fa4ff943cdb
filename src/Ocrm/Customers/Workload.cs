using Granary.Kernel.Storage;

namespace Granary.Ocrm.Customers;

/// <summary>How many customers each of some people has: who has the fewest gets the next one.</summary>
internal sealed class Workload
{
    private readonly Dictionary<string, long> _customers;

    private Workload(Dictionary<string, long> customers) => _customers = customers;

    public static async Task<Workload> OfAsync(Session session, IEnumerable<string> managers)
    {
        var customers = managers.Distinct().ToDictionary(m => m, _ => 0L, StringComparer.Ordinal);
        foreach (var (manager, count) in await session.QueryAsync(
            "SELECT o.manager, count(*) FROM {rows} CROSS JOIN ocrm.owner o WHERE o.manager = k.id GROUP BY o.manager", RowSet.Of("id", customers.Keys), r => (r.GetString(0), r.GetInt64(1))))
        {
            customers[manager] = count;
        }

        return new Workload(customers);
    }

    /// <returns>Null where there is nobody to choose.</returns>
    public string? LeastBusy(IEnumerable<string> takers) => takers.MinBy(t => (_customers[t], t));

    public void Add(string manager) => _customers[manager]++;
}
