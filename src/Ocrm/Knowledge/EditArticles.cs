using System.Globalization;
using Granary.Access;
using Granary.Access.Contracts;
using Granary.Kernel.Auditing;
using Granary.Kernel.Storage;
using Granary.Ocrm.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Granary.Ocrm.Knowledge;

/// <param name="Entity">Of a new one; empty or null: the province's.</param>
/// <param name="Draft">What is being written; null: nothing is.</param>
/// <param name="Version">That of the article as the writer saw it; of a new one, none.</param>
public sealed record ArticleBody(string? Kind, string? Entity, ArticleContent? Draft, long? Version);

/// <summary>POST /api/articles, PUT /api/articles/{id}: what is being written. What is published stays as it is.</summary>
internal static class EditArticles
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/articles", (ArticleBody body, Caller caller, OcrmDatabase database, IOrganisation organisation, OcrmLimits limits, TimeProvider clock, CancellationToken cancellation) =>
                SaveAsync(null, body, caller, database, organisation, limits, clock, cancellation))
            .Requires(Permission.KnowledgeEdit).WithName("AddArticle").WithSummary("A new article, with its first version in writing");
        routes.MapPut("/articles/{id}", (string id, ArticleBody body, Caller caller, OcrmDatabase database, IOrganisation organisation, OcrmLimits limits, TimeProvider clock, CancellationToken cancellation) =>
                SaveAsync(id, body, caller, database, organisation, limits, clock, cancellation))
            .Requires(Permission.KnowledgeEdit).WithName("SaveArticle").WithSummary("Changes what is being written");
    }

    public static ProblemHttpResult Changed => Problems.Conflict("article-changed", "Somebody changed this article meanwhile.");

    public static ProblemHttpResult Incomplete(OcrmLimits limits) => Problems.BadRequest("article-incomplete",
        $"An article has a kind, a title of at most {limits.ArticleTitle} characters and a text of at most {limits.ArticleBody}, {limits.ArticleTags} tags and {limits.ArticleLinks} links.");

    private static async Task<Results<Ok<ArticleView>, ProblemHttpResult>> SaveAsync(
        string? id, ArticleBody body, Caller caller, OcrmDatabase database, IOrganisation organisation, OcrmLimits limits, TimeProvider clock, CancellationToken cancellation)
    {
        var wanted = body with { Entity = body.Entity ?? "", Draft = body.Draft?.Canonical() };
        if (!Article.Kinds.Contains(wanted.Kind) || (id is null && wanted.Draft is null) || wanted.Draft?.Wrong(limits) == true)
        {
            return Incomplete(limits);
        }

        if (id is null && !caller.SightOf(Permission.KnowledgeEdit).Sees(wanted.Entity, null))
        {
            return Problems.NotFound("unit.unknown", "No legal entity whose articles you write has this code.");
        }

        var at = clock.GetUtcNow().ToUnixTimeMilliseconds();
        var (saved, problem) = await database.WriteAsync(session => id is null ? AddAsync(session, wanted, caller, at) : ChangeAsync(session, id, wanted, caller, at), cancellation);
        return problem is null ? TypedResults.Ok((await ShowArticle.ViewAsync(saved, caller, database, organisation, clock, cancellation))!) : problem;
    }

    private static async Task<(string Id, ProblemHttpResult? Problem)> AddAsync(Session session, ArticleBody body, Caller caller, long at)
    {
        var id = (await session.QueryAsync(
            """
            INSERT INTO ocrm.article (kind, entity, title, tags, state, draft, published, changed_by, changed_at, version)
            VALUES (@kind, @entity, @title, @tags, @state, @draft, 0, @who, @at, 1) RETURNING id
            """,
            r => r.GetInt64(0), ("kind", body.Kind), ("entity", body.Entity), ("title", body.Draft!.Title), ("tags", string.Join(',', body.Draft.Tags!)), ("state", Article.Drafted),
            ("draft", body.Draft.Write()), ("who", caller.PersonId), ("at", at)))[0];
        await AuditAsync(session, caller, id, "", "added", at);
        return (id.ToString(CultureInfo.InvariantCulture), null);
    }

    private static async Task<(string Id, ProblemHttpResult? Problem)> ChangeAsync(Session session, string id, ArticleBody body, Caller caller, long at)
    {
        if (await Article.FindToEditAsync(session, caller, id) is not { } known)
        {
            return (id, ShowArticle.Unknown);
        }

        if (known.Version != body.Version)
        {
            return (id, Changed);
        }

        // Of what was never published something is always being written, and lists call it by that.
        var draft = body.Draft?.Write() ?? (known.Published == 0 ? known.Draft : "");
        await session.ExecuteAsync("UPDATE ocrm.article SET kind = @kind, draft = @draft, changed_by = @who, changed_at = @at, version = version + 1 WHERE id = @id",
            ("kind", body.Kind), ("draft", draft), ("who", caller.PersonId), ("at", at), ("id", known.Id));
        if (known.Published == 0 && body.Draft is { } content)
        {
            await session.ExecuteAsync("UPDATE ocrm.article SET title = @title, tags = @tags WHERE id = @id", ("title", content.Title), ("tags", string.Join(',', content.Tags!)), ("id", known.Id));
        }

        await AuditAsync(session, caller, known.Id, known.Kind, $"{body.Kind} {(draft.Length > 0 ? "in writing" : "")}".TrimEnd(), at);
        return (id, null);
    }

    public static Task AuditAsync(Session session, Caller caller, long id, string before, string after, long at) =>
        AuditTrail.AppendAsync(session, "ocrm", at, new AuditEntry(caller.UserName, caller.From, Permission.KnowledgeEdit, $"article/{id}", Before: before, After: after));
}
