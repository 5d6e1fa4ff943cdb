using Granary.Kernel.Storage;

namespace Granary.Ocrm.Prospects;

/// <summary>A table whose rows are a prospect's until the prospect is a customer, and then that customer's; it has prospect, party_id and recorded_for.</summary>
/// <param name="Table">With its schema, "ocrm.response".</param>
internal sealed record ProspectRows(string Table)
{
    public Task<int> GoOverAsync(Session session, long prospect, long party) => session.ExecuteAsync(
        $"UPDATE {Table} SET party_id = @party, recorded_for = @party WHERE prospect = @prospect AND party_id = 0", ("party", party), ("prospect", prospect));
}
