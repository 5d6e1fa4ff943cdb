using Granary.Kernel.Storage;

namespace Granary.Ocrm.Storage;

/// <summary>Of which legal entities there are rows: each found by one look along an index, and not by reading all rows.</summary>
internal static class LegalEntities
{
    /// <param name="table">With its schema; it has an index that begins with entity.</param>
    public static async Task<IReadOnlyList<string>> OfAsync(Session session, string table)
    {
        var codes = new List<string>();
        while ((await session.QueryAsync($"SELECT min(t.entity) FROM {table} t WHERE t.entity > @last", r => r.TextOrNull(0), ("last", codes.LastOrDefault() ?? "")))[0] is { } next)
        {
            codes.Add(next);
        }

        return codes;
    }
}
