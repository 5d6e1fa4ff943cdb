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

/// <param name="PublishedBy">By name; empty where it came with the demo.</param>
public sealed record ArticleVersionView(long Number, ArticleContent Content, string PublishedBy, DateTimeOffset PublishedAt);

/// <param name="State">draft, published or withdrawn.</param>
/// <param name="Current">The number of the version that counts today; null where none does.</param>
/// <param name="Versions">The latest first.</param>
/// <param name="Draft">What is being written, where the caller may write.</param>
public sealed record ArticleView(
    string Id, string Kind, string Entity, string EntityName, string State, long? Current, IReadOnlyList<ArticleVersionView> Versions, bool MayEdit, ArticleContent? Draft, DateTimeOffset ChangedAt, long Version);

/// <summary>GET /api/articles/{id}: an article with all its versions.</summary>
internal static class ShowArticle
{
    public static ProblemHttpResult Unknown => Problems.NotFound("article-unknown", "No article that you may read has this number.");

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/articles/{id}", async Task<Results<Ok<ArticleView>, ProblemHttpResult>> (
                string id, Caller caller, OcrmDatabase database, IOrganisation organisation, TimeProvider clock, CancellationToken cancellation) =>
                await ViewAsync(id, caller, database, organisation, clock, cancellation) is { } view ? TypedResults.Ok(view) : Unknown)
            .Requires(Permission.KnowledgeRead).WithName("ShowArticle").WithSummary("One article with its versions");

    public static async Task<ArticleView?> ViewAsync(string id, Caller caller, OcrmDatabase database, IOrganisation organisation, TimeProvider clock, CancellationToken cancellation)
    {
        var (article, versions, edits) = await database.ReadAsync(session => ReadAsync(session, caller, id), cancellation);
        if (article is null)
        {
            return null;
        }

        var people = await organisation.PeopleNamesAsync([.. versions.Select(v => v.PublishedBy).Where(p => p.Length > 0).Distinct()], cancellation);
        var units = await organisation.UnitNamesAsync(article.Entity.Length > 0 ? [article.Entity] : [], cancellation);
        var today = BankTime.Today(clock);
        var current = article.State == Article.Shown && versions.Find(v => v.ValidFrom <= today) is { } last && (last.Content.ValidTo is not { } end || end >= today) ? last.Number : (long?)null;
        return new ArticleView(
            article.Id.ToString(CultureInfo.InvariantCulture), article.Kind, article.Entity, units.GetValueOrDefault(article.Entity, article.Entity), article.State, current,
            [.. versions.Select(v => new ArticleVersionView(v.Number, v.Content, people.GetValueOrDefault(v.PublishedBy, v.PublishedBy), DateTimeOffset.FromUnixTimeMilliseconds(v.PublishedAt)))],
            edits, edits && article.Draft.Length > 0 ? ArticleContent.Read(article.Draft) : null, DateTimeOffset.FromUnixTimeMilliseconds(article.ChangedAt), article.Version);
    }

    private static async Task<(Article? Article, List<ArticleVersion> Versions, bool Edits)> ReadAsync(Session session, Caller caller, string id)
    {
        var edited = await Article.FindToEditAsync(session, caller, id);
        return (edited ?? await Article.FindAsync(session, caller, id)) is { } article ? (article, await ArticleVersion.OfAsync(session, article.Id), edited is not null) : (null, [], false);
    }
}
