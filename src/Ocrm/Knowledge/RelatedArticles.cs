using System.Globalization;
using Granary.Access;
using Granary.Access.Contracts;
using Granary.Kernel;
using Granary.Kernel.Storage;
using Granary.Ocrm.Customers;
using Granary.Ocrm.Products;
using Granary.Ocrm.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Granary.Ocrm.Knowledge;

public sealed record RelatedArticle(string Id, string Kind, string Title);

/// <summary>GET /api/related-articles?to=product:DQ-1&amp;to=stage:7 and /api/customers/{number}/articles (by what they hold and their tags): those linked to most of it first.</summary>
internal static class RelatedArticles
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/related-articles", async Task<Results<Ok<IReadOnlyList<RelatedArticle>>, ProblemHttpResult>> (
                [FromQuery] string[] to, Caller caller, OcrmDatabase database, OcrmLimits limits, TimeProvider clock, CancellationToken cancellation) =>
                to.Length > limits.ArticleLinks
                    ? EditArticles.Incomplete(limits)
                    : TypedResults.Ok(await database.ReadAsync(session => OfAsync(session, caller, [.. to.Select(LinkOf)], BankTime.Today(clock), limits), cancellation)))
            .Requires(Permission.KnowledgeRead).WithName("RelatedArticles").WithSummary("Articles linked to something");
        routes.MapGet("/customers/{number}/articles", async Task<Results<Ok<IReadOnlyList<RelatedArticle>>, ProblemHttpResult>> (
                string number, Caller caller, OcrmDatabase database, OcrmLimits limits, TimeProvider clock, CancellationToken cancellation) =>
                await database.ReadAsync<Results<Ok<IReadOnlyList<RelatedArticle>>, ProblemHttpResult>>(async session =>
                    await CustomerGate.FindAsync(session, caller.SightOf(Permission.CustomersRead), number) is { } customer
                        ? TypedResults.Ok(await OfAsync(session, caller, await LinksOfAsync(session, customer, BankTime.Today(clock)), BankTime.Today(clock), limits))
                        : CustomerGate.Unknown, cancellation))
            .Requires(Permission.KnowledgeRead).WithName("CustomersArticles").WithSummary("Articles linked to what a customer holds and to their tags");
    }

    private static async Task<IReadOnlyList<RelatedArticle>> OfAsync(Session session, Caller caller, IReadOnlyList<ArticleLink> links, DateOnly today, OcrmLimits limits)
    {
        var seen = OpenTo.Seen(caller.SightOf(Permission.KnowledgeRead)).In(new SightColumns("a.entity", null));
        return links.Count == 0 ? [] : await session.QueryAsync(
            $"""
            SELECT a.id, a.kind, a.title FROM (SELECT l.article AS id, count(*) AS links FROM {"{rows}"} CROSS JOIN ocrm.article_link l WHERE l.kind = k.kind AND l.key = k.key GROUP BY l.article) f
            JOIN ocrm.article a ON a.id = f.id JOIN ocrm.article_version v ON v.article = a.id
            WHERE {ArticleVersion.Counts} AND {seen.Sql} ORDER BY f.links DESC, a.id DESC LIMIT {limits.ArticleHits}
            """,
            RowSet.Of("kind", "key", [.. links.Distinct().Select(l => (l.Kind, l.Key))]),
            r => new RelatedArticle(r.GetInt64(0).ToString(CultureInfo.InvariantCulture), r.GetString(1), r.GetString(2)), [.. seen.Parameters, ("today", BankTime.Number(today))]);
    }

    private static async Task<IReadOnlyList<ArticleLink>> LinksOfAsync(Session session, SeenCustomer customer, DateOnly today)
    {
        var held = await session.QueryAsync("SELECT h.entity, h.kind, h.product FROM ocrm.holding h WHERE h.party_id = @party AND h.state <> 'closed'",
            r => (Entity: r.GetString(0), Kind: r.GetString(1), Product: r.GetString(2)), ("party", customer.Party));
        var tags = await session.QueryAsync("SELECT t.entity, t.tag_id FROM ocrm.customer_tag t WHERE t.party_id = @party", r => (Entity: r.GetString(0), Tag: r.GetInt64(1)), ("party", customer.Party));
        var links = tags.Where(t => customer.Entities.Contains(t.Entity)).Select(t => new ArticleLink("tag", t.Tag.ToString(CultureInfo.InvariantCulture))).ToList();
        foreach (var entity in customer.Entities)
        {
            var there = held.Where(h => h.Entity == entity).ToList();
            links.AddRange(there.Select(h => new ArticleLink("holds", h.Kind)));
            links.AddRange((await Product.OnSaleAsync(session, entity, today)).Where(p => there.Exists(h => p.Product.Is(h.Kind, h.Product))).Select(p => new ArticleLink("product", p.Product.Code)));
        }

        return links;
    }

    private static ArticleLink LinkOf(string text) => text.Split(':', 2) is [var kind, var key] ? new ArticleLink(kind, key) : new ArticleLink(text, "");
}
