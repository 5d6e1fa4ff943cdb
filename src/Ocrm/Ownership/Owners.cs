using Granary.Ecif.Contracts;
using Granary.Kernel.Storage;
using Granary.Ocrm.Storage;

namespace Granary.Ocrm.Ownership;

/// <summary>Tells the customer master whose customers the parties are, so that its pages obey the same rule as our lists; whoever assists does as well, and who looked after them before reads on for a while.</summary>
internal sealed class Owners(OcrmDatabase database) : IOwnership
{
    public async Task<IReadOnlyList<Tended>> OfAsync(IReadOnlyCollection<long> parties, CancellationToken cancellation) => await database.ReadAsync(async session =>
    {
        var rows = await session.QueryAsync(
            $"SELECT c.party_id, o.manager, c.place, o.assistant, o.second_assistant, o.former FROM {"{rows}"} CROSS JOIN ocrm.customer c {OwnerRow.OfCustomer} WHERE c.party_id = k.id AND (o.manager <> '' OR c.place <> '' OR o.former <> '')",
            RowSet.Of("id", parties), r => (Now: new Tended(r.GetInt64(0), r.GetString(1), r.GetString(2)), Besides: new[] { r.GetString(3), r.GetString(4), r.GetString(5) }));
        return rows.Select(r => r.Now).Concat(rows.SelectMany(r => r.Besides.Where(b => b.Length > 0).Select(person => new Tended(r.Now.Party, person, "")))).ToList();
    }, cancellation);
}
