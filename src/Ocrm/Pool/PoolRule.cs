namespace Granary.Ocrm.Pool;

/// <summary>How a legal entity's public pool works: customers who are nobody's, whom its managers may take. Part of its policy.</summary>
/// <param name="Open">Whether managers see it and take customers out of it.</param>
/// <param name="ClaimsPerDay">Customers that one manager takes in a day.</param>
/// <param name="MostCustomers">Whoever looks after as many takes no more.</param>
/// <param name="ReturnDays">Who was taken and neither visited nor called for so many days goes back; 0: never.</param>
/// <param name="RestDays">Whoever gave a customer back, or lost them, takes them again after so many days at the earliest.</param>
public sealed record PoolRule(bool Open, int ClaimsPerDay, int MostCustomers, int ReturnDays, int RestDays)
{
    /// <summary>Days before a customer goes back on which the manager is reminded: a week, in which somebody can be called.</summary>
    internal const int WarnDays = 7;

    /// <summary>Open, since a customer who is nobody's is served by nobody; the pool shows no number and no amount.</summary>
    public static PoolRule Shipped { get; } = new(Open: true, ClaimsPerDay: 20, MostCustomers: 2_000, ReturnDays: 60, RestDays: 30);

    internal bool IsSound => ClaimsPerDay is > 0 and <= 1_000 && MostCustomers is > 0 and <= 100_000 && ReturnDays is 0 or (> WarnDays and <= 3_650) && RestDays is >= 0 and <= 3_650;
}
