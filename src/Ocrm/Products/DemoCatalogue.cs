using System.Text.Json;
using Granary.Kernel;
using Granary.Kernel.Storage;
using Granary.Ocrm.Knowledge;

namespace Granary.Ocrm.Products;

/// <summary>The catalogue and the articles of a rural credit union, for a demo: products.json and articles.json. Rates and rules are made up.</summary>
internal static class DemoCatalogue
{
    private sealed record DemoProduct(string Code, string Kind, string Zh, string En, IReadOnlyList<string> Holds, IReadOnlyList<string> Reported, ProductTerms Terms);

    private sealed record DemoArticle(string Kind, string Title, IReadOnlyList<string> Tags, IReadOnlyList<ArticleLink> Links, string Body);

    /// <summary>Hubs that start at once go one after the other: titles of articles may be there twice.</summary>
    private const ulong Lock = 0x4341_5441;

    /// <summary>What is there already, by its code or title, stays as it is.</summary>
    public static async Task EnsureAsync(Session session, DateOnly today)
    {
        await session.LockAsync([Lock]);
        foreach (var product in Read<DemoProduct>("products.json"))
        {
            await AddAsync(session, product);
        }

        foreach (var article in Read<DemoArticle>("articles.json"))
        {
            await AddAsync(session, article, today);
        }
    }

    private static async Task AddAsync(Session session, DemoProduct product)
    {
        var terms = product.Terms.Canonical();
        var at = BankTime.Ms(terms.ValidFrom!.Value);
        var added = await session.QueryAsync(
            """
            INSERT INTO ocrm.product (code, entity, kind, name_zh, name_en, holds, reported, state, draft, published, risk, changed_by, changed_at, version)
            VALUES (@code, '', @kind, @zh, @en, @holds, @reported, @state, '', 0, '', '', @at, 0) ON CONFLICT (code) DO NOTHING RETURNING id
            """,
            r => r.GetInt64(0), ("code", product.Code), ("kind", product.Kind), ("zh", product.Zh), ("en", product.En), ("holds", string.Join(',', product.Holds)), ("reported", string.Join(',', product.Reported)),
            ("state", Product.Drafted), ("at", at));
        if (added is [var id])
        {
            await PublishProduct.KeepAsync(session, id, 1, terms, "", at);
        }
    }

    private static async Task AddAsync(Session session, DemoArticle article, DateOnly today)
    {
        var from = new DateOnly(2026, 1, 1) is var first && first <= today ? first : today;
        var added = await session.QueryAsync(
            """
            INSERT INTO ocrm.article (kind, entity, title, tags, state, draft, published, changed_by, changed_at, version)
            SELECT @kind, '', @title, '', @state, '', 0, '', @at, 0 WHERE NOT EXISTS (SELECT 1 FROM ocrm.article a WHERE a.title = @title) RETURNING id
            """,
            r => r.GetInt64(0), ("kind", article.Kind), ("title", article.Title), ("state", Article.Drafted), ("at", BankTime.Ms(from)));
        if (added is [var id])
        {
            await PublishArticle.KeepAsync(session, id, 1, new ArticleContent(article.Title, article.Body, article.Tags, article.Links, from, null), today, "", BankTime.Ms(from));
        }
    }

    private static List<T> Read<T>(string name)
    {
        using var stream = typeof(DemoCatalogue).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not in the assembly.");
        return JsonSerializer.Deserialize<List<T>>(stream, JsonSerializerOptions.Web)!;
    }
}
