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

/// <param name="Version">That of the article as the caller saw it: what is published is what they read.</param>
public sealed record ArticleStep(long Version);

/// <summary>POST /api/articles/{id}/publish: what was written becomes a version, and is found; …/withdraw: nobody finds it any more.</summary>
internal static class PublishArticle
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/articles/{id}/publish", (string id, ArticleStep body, Caller caller, OcrmDatabase database, IOrganisation organisation, OcrmLimits limits, TimeProvider clock, CancellationToken cancellation) =>
                StepAsync(id, body, caller, database, organisation, clock, (session, article) => PublishAsync(session, article, caller, limits, clock), cancellation))
            .Requires(Permission.KnowledgeEdit).WithName("PublishArticle").WithSummary("Publishes what is being written; it never changes again");
        routes.MapPost("/articles/{id}/withdraw", (string id, ArticleStep body, Caller caller, OcrmDatabase database, IOrganisation organisation, TimeProvider clock, CancellationToken cancellation) =>
                StepAsync(id, body, caller, database, organisation, clock, (session, article) => WithdrawAsync(session, article, caller, clock), cancellation))
            .Requires(Permission.KnowledgeEdit).WithName("WithdrawArticle").WithSummary("Takes an article out of the knowledge base; its versions stay");
    }

    private static async Task<Results<Ok<ArticleView>, ProblemHttpResult>> StepAsync(
        string id, ArticleStep body, Caller caller, OcrmDatabase database, IOrganisation organisation, TimeProvider clock, Func<Session, Article, Task<ProblemHttpResult?>> step, CancellationToken cancellation)
    {
        var problem = await database.WriteAsync<ProblemHttpResult?>(async session =>
            await Article.FindToEditAsync(session, caller, id) is not { } article ? ShowArticle.Unknown
            : article.Version != body.Version ? EditArticles.Changed
            : await step(session, article), cancellation);
        return problem is null ? TypedResults.Ok((await ShowArticle.ViewAsync(id, caller, database, organisation, clock, cancellation))!) : problem;
    }

    private static async Task<ProblemHttpResult?> PublishAsync(Session session, Article article, Caller caller, OcrmLimits limits, TimeProvider clock)
    {
        if (article.Draft.Length == 0 || ArticleContent.Read(article.Draft) is not { Body.Length: > 0 } content || content.Wrong(limits))
        {
            return EditArticles.Incomplete(limits);
        }

        var (today, last) = (BankTime.Today(clock), (await ArticleVersion.OfAsync(session, article.Id)).FirstOrDefault());
        content = content with { ValidFrom = content.ValidFrom ?? today };
        if (content.ValidFrom < today || content.ValidFrom < last?.ValidFrom || content.ValidTo < content.ValidFrom)
        {
            return Problems.BadRequest("article-valid", "A version counts from today or later, not before the one that was published last, and not to a day before its first.");
        }

        var at = clock.GetUtcNow().ToUnixTimeMilliseconds();
        await KeepAsync(session, article.Id, article.Published + 1, content, today, caller.PersonId, at);
        await EditArticles.AuditAsync(session, caller, article.Id, $"version {article.Published}", $"version {article.Published + 1} from {BankTime.Text(content.ValidFrom.Value)}", at);
        return null;
    }

    /// <summary>Keeps a version for ever, so that it is found from its first day on.</summary>
    public static async Task KeepAsync(Session session, long article, long number, ArticleContent content, DateOnly today, string person, long at)
    {
        var version = (await session.QueryAsync(
            "INSERT INTO ocrm.article_version (article, number, content, valid_from, valid_to, published_by, published_at) VALUES (@article, @number, @content, @from, @to, @who, @at) RETURNING id", r => r.GetInt64(0),
            ("article", article), ("number", number), ("content", content.Write()), ("from", BankTime.Number(content.ValidFrom)), ("to", BankTime.Number(content.ValidTo)), ("who", person), ("at", at)))[0];
        if (content.ValidFrom <= today)
        {
            await ArticleIndex.DropBeforeAsync(session, article, number);
        }

        await ArticleIndex.WriteAsync(session, version, content);
        await session.ExecuteAsync("DELETE FROM ocrm.article_link WHERE article = @article", ("article", article));
        await session.InsertAsync(new Insert<ArticleLink>("ocrm.article_link", "",
            new("article", ColumnType.Long, _ => article), new("kind", ColumnType.Text, l => l.Kind), new("key", ColumnType.Text, l => l.Key)), content.Links!);
        await session.ExecuteAsync(
            "UPDATE ocrm.article SET state = @state, title = @title, tags = @tags, draft = '', published = @number, changed_by = @who, changed_at = @at, version = version + 1 WHERE id = @article",
            ("state", Article.Shown), ("title", content.Title), ("tags", string.Join(',', content.Tags!)), ("number", number), ("who", person), ("at", at), ("article", article));
    }

    private static async Task<ProblemHttpResult?> WithdrawAsync(Session session, Article article, Caller caller, TimeProvider clock)
    {
        if (article.State != Article.Shown)
        {
            return EditArticles.Changed;
        }

        var at = clock.GetUtcNow().ToUnixTimeMilliseconds();
        await session.ExecuteAsync("UPDATE ocrm.article SET state = @state, changed_by = @who, changed_at = @at, version = version + 1 WHERE id = @id",
            ("state", Article.Withdrawn), ("who", caller.PersonId), ("at", at), ("id", article.Id));
        await ArticleIndex.DropBeforeAsync(session, article.Id, article.Published + 1);
        await EditArticles.AuditAsync(session, caller, article.Id, article.State, Article.Withdrawn, at);
        return null;
    }
}
