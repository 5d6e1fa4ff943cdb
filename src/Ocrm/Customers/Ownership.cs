using Granary.Ecif.Contracts;
using Granary.Kernel.Storage;
using Granary.Ocrm.Storage;

namespace Granary.Ocrm.Customers;

/// <summary>Tells the customer master whose customers the parties are, so that its pages obey the same rule as our lists.</summary>
internal sealed class Ownership(OcrmDatabase database) : IOwnership
{
    public async Task<IReadOnlyList<Tended>> OfAsync(IReadOnlyCollection<long> parties, CancellationToken cancellation) => await database.ReadAsync(session => session.QueryAsync(
        "SELECT c.party_id, c.manager, c.place FROM {rows} CROSS JOIN ocrm.customer c WHERE c.party_id = k.id AND (c.manager <> '' OR c.place <> '')",
        RowSet.Of("id", parties), r => new Tended(r.GetInt64(0), r.GetString(1), r.GetString(2))), cancellation);
}
