using System.Data.Common;
using Granary.Access.Contracts;
using Granary.Kernel;
using Granary.Kernel.Storage;
using Granary.Ocrm.Storage;

namespace Granary.Ocrm.Products;

/// <summary>A product of the catalogue. Its code never changes and means the same everywhere.</summary>
/// <param name="Entity">The legal entity that offers it; empty: the province.</param>
/// <param name="Holds">Kinds of holdings that it is.</param>
/// <param name="Reported">By which products' codes the systems report it; none: by the kinds alone.</param>
/// <param name="Draft">The version that is being written, as JSON; empty where none is.</param>
/// <param name="Published">The number of the last version, 0 before the first.</param>
/// <param name="Risk">Of the last version.</param>
internal sealed record Product(
    long Id, string Code, string Entity, string Kind, string NameZh, string NameEn, IReadOnlyList<string> Holds, IReadOnlyList<string> Reported, string State, string Draft, long Published, string Risk,
    string ChangedBy, long ChangedAt, long Version)
{
    public const string Drafted = "draft";
    public const string OnSale = "on-sale";
    public const string Withdrawn = "withdrawn";

    public static IReadOnlyList<string> Kinds { get; } = ["deposit", "loan", "card", "wealth", "insurance", "channel", "payment", "agency"];

    /// <summary>Kinds whose customers may lose money: nothing of them is published without a risk.</summary>
    public static IReadOnlyList<string> Risky { get; } = ["wealth", "insurance"];

    private const string Select =
        "SELECT p.id, p.code, p.entity, p.kind, p.name_zh, p.name_en, p.holds, p.reported, p.state, p.draft, p.published, p.risk, p.changed_by, p.changed_at, p.version FROM ocrm.product p";

    /// <summary>Whether a holding is this product.</summary>
    /// <param name="kind">Of the holding.</param>
    /// <param name="reported">The system's code of its product.</param>
    public bool Is(string kind, string reported) => Holds.Contains(kind) && (Reported.Count == 0 || Reported.Contains(reported));

    /// <summary>Whether a legal entity's customers may have it.</summary>
    public bool IsOfferedIn(string entity) => Entity.Length == 0 || Entity == entity;

    /// <summary>Something that is, or was, on sale: what others propose, refer to or count.</summary>
    public static async Task<Product?> FindAsync(Session session, string code) =>
        (await session.QueryAsync($"{Select} WHERE p.code = @code AND p.published > 0", Read, ("code", code))).SingleOrDefault();

    /// <summary>The same within the caller's sight: the province's products, and those of legal entities in which they work.</summary>
    public static async Task<Product?> FindAsync(Session session, Caller caller, string code) =>
        await FindAsync(session, code) is { } found && OpenTo.Seen(caller.SightOf(Permission.ProductsRead)).Sees(found.Entity, null) ? found : null;

    /// <summary>What the caller may write, published or not; locked where the session writes.</summary>
    public static async Task<Product?> FindToEditAsync(Session session, Caller caller, string code) =>
        (await session.QueryAsync($"{Select} WHERE p.code = @code {(session.Writes ? session.ForUpdateOf("p") : "")}", Read, ("code", code))).SingleOrDefault() is { } found
        && caller.SightOf(Permission.ProductsEdit).Sees(found.Entity, null) ? found : null;

    /// <summary>What is on sale in a legal entity on a day, by code.</summary>
    public static async Task<IReadOnlyList<(Product Product, ProductVersion Version)>> OnSaleAsync(Session session, string entity, DateOnly day)
    {
        var products = await session.QueryAsync($"{Select} WHERE p.state = 'on-sale' AND p.entity IN ('', @entity) ORDER BY p.code", Read, ("entity", entity));
        var versions = await ProductVersion.OnDayAsync(session, day);
        return [.. products.Where(p => versions.ContainsKey(p.Id)).Select(p => (p, versions[p.Id]))];
    }

    private static Product Read(DbDataReader r) => new(
        r.GetInt64(0), r.GetString(1), r.GetString(2), r.GetString(3), r.GetString(4), r.GetString(5), Codes(r.GetString(6)), Codes(r.GetString(7)), r.GetString(8), r.GetString(9), r.GetInt64(10),
        r.GetString(11), r.GetString(12), r.GetInt64(13), r.GetInt64(14));

    private static string[] Codes(string joined) => joined.Split(',', StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>A published version, which never changes.</summary>
/// <param name="PublishedBy">Id of a person; empty: it came with the demo.</param>
internal sealed record ProductVersion(long Product, long Number, DateOnly ValidFrom, ProductTerms Terms, string PublishedBy, long PublishedAt)
{
    private const string Select = "SELECT v.product, v.number, v.valid_from, v.terms, v.published_by, v.published_at FROM ocrm.product_version v";

    /// <summary>All of a product, the latest first.</summary>
    public static async Task<IReadOnlyList<ProductVersion>> OfAsync(Session session, long product) =>
        await session.QueryAsync($"{Select} WHERE v.product = @product ORDER BY v.number DESC", Read, ("product", product));

    /// <summary>Of each product the version that counts on a day; without one that begins later.</summary>
    public static async Task<IReadOnlyDictionary<long, ProductVersion>> OnDayAsync(Session session, DateOnly day) => (await session.QueryAsync(
        $"{Select} WHERE v.number = (SELECT max(w.number) FROM ocrm.product_version w WHERE w.product = v.product AND w.valid_from <= @day)", Read, ("day", BankTime.Number(day))))
        .ToDictionary(v => v.Product);

    /// <returns>Null where none of the product is valid by then.</returns>
    public static async Task<ProductVersion?> OnDayAsync(Session session, long product, DateOnly day) =>
        (await session.QueryAsync($"{Select} WHERE v.product = @product AND v.valid_from <= @day ORDER BY v.number DESC LIMIT 1", Read, ("product", product), ("day", BankTime.Number(day)))).SingleOrDefault();

    private static ProductVersion Read(DbDataReader r) =>
        new(r.GetInt64(0), r.GetInt64(1), BankTime.OfNumber(r.GetInt32(2))!.Value, ProductTerms.Read(r.GetString(3)), r.GetString(4), r.GetInt64(5));
}
