using Granary.Access.Contracts;
using Granary.Access.Lists;
using Granary.Ocrm.Holdings;
using Granary.Ocrm.Work;

namespace Granary.Ocrm.Products;

/// <summary>The catalogue as everybody reads it, and as those see it who write it, with what was never published.</summary>
internal static class ProductList
{
    private static readonly SightColumns Sight = new("p.entity", null);

    /// <summary>What is or was on sale.</summary>
    public static ListDefinition Catalogue { get; } = Of("products", "(SELECT * FROM ocrm.product WHERE published > 0) p", Permission.ProductsRead, [Product.OnSale, Product.Withdrawn]);

    /// <summary>All that the caller may change.</summary>
    public static ListDefinition Drafts { get; } = Of("product-drafts", "ocrm.product p", Permission.ProductsEdit, [Product.Drafted, Product.OnSale, Product.Withdrawn]);

    private static ListDefinition Of(string name, string table, string permission, IReadOnlyList<string> states) => new(
        name, table, "p.id", Sight, permission,
        [
            new("code", ColumnKind.Text, "p.code") { Title = "产品代码", Width = 120, SortBy = "p.code" },
            new("nameZh", ColumnKind.Text, "p.name_zh") { Title = "产品名称", Width = 200 },
            new("nameEn", ColumnKind.Text, "p.name_en") { Title = "英文名称", Width = 200, Default = false },
            new("kind", ColumnKind.Code, "p.kind") { Title = "类别", Width = 100, Options = Product.Kinds },
            new("state", ColumnKind.Code, "p.state") { Title = "状态", Width = 90, Options = states },
            new("risk", ColumnKind.Code, "p.risk") { Title = "风险等级", Width = 90, Options = ProductTerms.Risks },
            new("holds", ColumnKind.Code, "p.holds") { Title = "对应账户", Width = 130, Many = true, Options = Holding.Kinds, Default = false },
            new("entity", ColumnKind.Code, "p.entity") { Title = "法人机构", Width = 170, Names = WorkNames.Units },
            new("published", ColumnKind.Number, "p.published") { Title = "版本", Width = 80 },
            new("writing", ColumnKind.Bool, "CASE WHEN p.draft = '' THEN 0 ELSE 1 END") { Title = "有待发布的修改", Width = 110, Default = permission == Permission.ProductsEdit },
            new("changedAt", ColumnKind.Time, "p.changed_at") { Title = "变更时间", Width = 120, SortBy = "p.changed_at" },
        ],
        [new ListSort("changedAt", Descending: true)])
    {
        Version = "p.version",
    };
}
