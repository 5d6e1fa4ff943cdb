using Granary.Access.Contracts;
using Granary.Kernel.Storage;
using Granary.Ocrm.Customers;

namespace Granary.Ocrm.Asking;

/// <summary>A customer who is asked, in the legal entity in which they are.</summary>
internal sealed record AskedCustomer(long Party, string Number, string Entity, string Unit, string Mobile)
{
    /// <returns>Null where the caller may not ask them.</returns>
    public static async Task<AskedCustomer?> FindAsync(Session session, Caller caller, string number) =>
        await CustomerGate.FindAsync(session, caller.SightOf(Permission.AnswersAsk), number, CustomerList.OwnSight) is { } seen
            ? (await session.QueryAsync("SELECT c.party_id, c.number, c.entity, c.unit, c.mobile FROM ocrm.customer c WHERE c.party_id = @party AND c.entity = @entity",
                r => new AskedCustomer(r.GetInt64(0), r.GetString(1), r.GetString(2), r.GetString(3), r.GetString(4)), ("party", seen.Party), ("entity", seen.Entities[0]))).FirstOrDefault()
            : null;
}
