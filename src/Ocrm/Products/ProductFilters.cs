using Granary.Access.Contracts;
using Granary.Access.Lists;
using Granary.Kernel;
using Granary.Ocrm.Storage;

namespace Granary.Ocrm.Products;

/// <summary>What the list of customers puts in the place of a product's code: who has it, and who may have it by the version of today.</summary>
internal static class ProductFilters
{
    public static Func<string, Caller, CancellationToken, Task<StoredFilter?>> Held(OcrmDatabase database) => async (code, caller, cancellation) =>
        await database.ReadAsync(session => Product.FindAsync(session, caller, code), cancellation) is { } product ? StoredFilter.Of(sql => HeldBy(product, sql)) : null;

    public static Func<string, Caller, CancellationToken, Task<StoredFilter?>> Eligible(OcrmDatabase database, TimeProvider clock) => (code, caller, cancellation) =>
        database.ReadAsync(async session =>
            await Product.FindAsync(session, caller, code) is not { } product ? null
            : await ProductVersion.OnDayAsync(session, product.Id, BankTime.Today(clock)) is not { } version ? StoredFilter.Of(_ => "1 = 0")
            : version.Terms.Eligibility is { } rule ? StoredFilter.Of(rule)
            : StoredFilter.Of(_ => "1 = 1"), cancellation);

    /// <summary>Something open in the legal entity is this product, as <see cref="Product.Is"/> says of one.</summary>
    private static string HeldBy(Product product, SqlText sql)
    {
        if (product.Holds.Count == 0)
        {
            return "1 = 0";
        }

        var reported = product.Reported.Count > 0 ? $"AND h.product IN ({string.Join(", ", product.Reported.Select(sql.Bind))})" : "";
        return $"EXISTS (SELECT 1 FROM ocrm.holding h WHERE h.party_id = c.party_id AND h.entity = c.entity AND h.state <> 'closed' AND h.kind IN ({string.Join(", ", product.Holds.Select(sql.Bind))}) {reported})";
    }
}
