using Granary.Ecif.Contracts;
using Granary.Kernel.Storage;
using Granary.Ocrm.Storage;

namespace Granary.Ocrm.Customers;

/// <summary>Tells the customer master how many rows hang on a party, by kind: they follow it through whatever is decided there.</summary>
internal sealed class CountDependents(OcrmDatabase database, IEnumerable<PartyRows> tables) : IDependents
{
    public async Task<IReadOnlyList<Dependent>> CountAsync(IReadOnlyCollection<long> parties, CancellationToken cancellation) => await database.ReadAsync(async session =>
    {
        var counted = new List<Dependent>();
        foreach (var table in tables)
        {
            counted.AddRange(await session.QueryAsync(
                $"SELECT t.party_id, COUNT(*) FROM {"{rows}"} CROSS JOIN {table.Table} t WHERE t.party_id = k.id AND {table.Only} GROUP BY t.party_id",
                RowSet.Of("id", parties), r => new Dependent(r.GetInt64(0), table.What, r.GetInt64(1))));
        }

        return counted;
    }, cancellation);
}
