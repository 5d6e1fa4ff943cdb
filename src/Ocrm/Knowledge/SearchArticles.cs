using System.Globalization;
using Granary.Access;
using Granary.Access.Contracts;
using Granary.Kernel;
using Granary.Kernel.Storage;
using Granary.Ocrm.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Granary.Ocrm.Knowledge;

/// <param name="Title">In pieces, as <paramref name="Excerpt"/>, with what was looked for marked.</param>
public sealed record ArticleHit(string Id, string Kind, string Entity, IReadOnlyList<TextPart> Title, IReadOnlyList<TextPart> Excerpt, IReadOnlyList<string> Tags, DateOnly ValidFrom);

/// <summary>GET /api/articles?q=…&amp;kind=…: what counts today and has most of what was typed, the best first.</summary>
internal static class SearchArticles
{
    /// <summary>Up to so many tokens an article has all of them; of more, which is a sentence, two in three.</summary>
    private const int AllOf = 4;

    private sealed record Found(long Id, string Kind, string Entity, ArticleContent Content);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/articles", async Task<Results<Ok<IReadOnlyList<ArticleHit>>, ProblemHttpResult>> (
                string? q, string? kind, Caller caller, OcrmDatabase database, OcrmLimits limits, TimeProvider clock, CancellationToken cancellation) =>
                q is not { Length: > 0 } || q.Length > limits.ArticleQuery || (kind is { Length: > 0 } && !Article.Kinds.Contains(kind))
                    ? Problems.BadRequest("article-search", $"What is looked for has 1 to {limits.ArticleQuery} characters.")
                    : TypedResults.Ok(await database.ReadAsync(session => FindAsync(session, caller, q, kind ?? "", BankTime.Today(clock), limits), cancellation)))
            .Requires(Permission.KnowledgeRead).WithName("SearchArticles").WithSummary("Full-text search in the knowledge base");

    public static async Task<IReadOnlyList<ArticleHit>> FindAsync(Session session, Caller caller, string query, string kind, DateOnly today, OcrmLimits limits)
    {
        var tokens = Tokens.OfQuery(query, limits.ArticleTokens);
        if (tokens.Count == 0)
        {
            return [];
        }

        var seen = OpenTo.Seen(caller.SightOf(Permission.KnowledgeRead)).In(new SightColumns("a.entity", null));
        // The texts of the best alone are read, not of all that have some of it.
        var found = await session.QueryAsync(
            $"""
            SELECT b.article, b.kind, b.entity, t.content
            FROM (SELECT v.id, v.article, a.kind, a.entity, f.score
                  FROM (SELECT p.version_id AS id, CAST(sum(p.weight * k.says) AS bigint) AS score
                        FROM {"{rows}"} CROSS JOIN ocrm.article_token p WHERE p.token = k.token GROUP BY p.version_id HAVING count(*) >= @need) f
                  JOIN ocrm.article_version v ON v.id = f.id JOIN ocrm.article a ON a.id = v.article
                  WHERE {ArticleVersion.Counts} AND (@kind = '' OR a.kind = @kind) AND {seen.Sql}
                  ORDER BY f.score DESC, a.id DESC LIMIT {limits.ArticleHits}) b
            JOIN ocrm.article_version t ON t.id = b.id ORDER BY b.score DESC, b.article DESC
            """,
            RowSet.Of("says", "token", await ArticleIndex.SayingAsync(session, tokens)),
            r => new Found(r.GetInt64(0), r.GetString(1), r.GetString(2), ArticleContent.Read(r.GetString(3))),
            [.. seen.Parameters, ("need", Need(tokens.Count)), ("today", BankTime.Number(today)), ("kind", kind)]);
        var wanted = tokens.ToHashSet(StringComparer.Ordinal);
        return [.. found.Select(f => new ArticleHit(
            f.Id.ToString(CultureInfo.InvariantCulture), f.Kind, f.Entity, Highlight.All(f.Content.Title!, wanted), Highlight.Around(Plain(f.Content.Body!), wanted, limits.ArticleExcerpt),
            f.Content.Tags!, f.Content.ValidFrom!.Value))];
    }

    private static int Need(int tokens) => tokens <= AllOf ? tokens : ((tokens * 2) + 2) / 3;

    /// <summary>Without the marks of headings and entries, in one line.</summary>
    private static string Plain(string body) => string.Join(' ', body.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Select(line => line.StartsWith("# ", StringComparison.Ordinal) || line.StartsWith("- ", StringComparison.Ordinal) ? line[2..] : line));
}
