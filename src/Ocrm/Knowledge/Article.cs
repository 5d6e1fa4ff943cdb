using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Granary.Access.Contracts;
using Granary.Kernel;
using Granary.Kernel.Storage;
using Granary.Ocrm.Storage;

namespace Granary.Ocrm.Knowledge;

/// <summary>Where an article helps.</summary>
/// <param name="Kind">product, stage, campaign, tag or holds.</param>
/// <param name="Key">A product's code, an id, or a kind of holding.</param>
public sealed record ArticleLink(string Kind, string Key);

/// <summary>What one version of an article says.</summary>
/// <param name="Body">Plain text: a line that begins with "# " is a heading, with "- " an entry of a list; an empty line ends a paragraph.</param>
/// <param name="ValidTo">The last day on which it counts; null: no end.</param>
public sealed record ArticleContent(string? Title, string? Body, IReadOnlyList<string>? Tags, IReadOnlyList<ArticleLink>? Links, DateOnly? ValidFrom, DateOnly? ValidTo)
{
    internal static IReadOnlyList<string> LinkKinds { get; } = ["product", "stage", "campaign", "tag", "holds"];

    internal ArticleContent Canonical() => this with
    {
        Title = Title?.Trim() ?? "", Body = Body?.Trim() ?? "", Tags = [.. (Tags ?? []).Select(t => t.Trim()).Where(t => t.Length > 0).Distinct()], Links = [.. (Links ?? []).Distinct()],
    };

    internal bool Wrong(OcrmLimits limits) =>
        Title is not { Length: > 0 } || Title.Length > limits.ArticleTitle || Title.Any(char.IsControl) || Body!.Length > limits.ArticleBody || Body.Contains('\0', StringComparison.Ordinal)
        || Tags!.Count > limits.ArticleTags || Tags.Any(t => t.Length > limits.ArticleTag || t.Contains(',', StringComparison.Ordinal) || t.Any(char.IsControl))
        || Links!.Count > limits.ArticleLinks || Links.Any(l => !LinkKinds.Contains(l.Kind) || l.Key is not { Length: > 0 } || l.Key.Length > limits.ArticleTitle || l.Key.Any(char.IsControl));

    internal string Write() => JsonSerializer.Serialize(this, JsonSerializerOptions.Web);

    internal static ArticleContent Read(string json) => JsonSerializer.Deserialize<ArticleContent>(json, JsonSerializerOptions.Web)!;
}

/// <summary>An article of the knowledge base.</summary>
/// <param name="Kind">policy, talk or qa.</param>
/// <param name="Entity">Whose it is; empty: the province's.</param>
/// <param name="Draft">What is being written, as JSON; empty where nothing is.</param>
/// <param name="Published">The number of the last version, 0 before the first.</param>
internal sealed record Article(long Id, string Kind, string Entity, string State, string Draft, long Published, long ChangedAt, long Version)
{
    public const string Drafted = "draft";
    public const string Shown = "published";
    public const string Withdrawn = "withdrawn";

    public static IReadOnlyList<string> Kinds { get; } = ["policy", "talk", "qa"];

    private const string Select = "SELECT a.id, a.kind, a.entity, a.state, a.draft, a.published, a.changed_at, a.version FROM ocrm.article a WHERE a.id = @id";

    /// <summary>What is, or was, published, within the caller's sight.</summary>
    public static async Task<Article?> FindAsync(Session session, Caller caller, string id) =>
        await OneAsync(session, id) is { Published: > 0 } found && OpenTo.Seen(caller.SightOf(Permission.KnowledgeRead)).Sees(found.Entity, null) ? found : null;

    /// <summary>What the caller may write, published or not; locked where the session writes.</summary>
    public static async Task<Article?> FindToEditAsync(Session session, Caller caller, string id) =>
        await OneAsync(session, id) is { } found && caller.SightOf(Permission.KnowledgeEdit).Sees(found.Entity, null) ? found : null;

    private static async Task<Article?> OneAsync(Session session, string id) => long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var key)
        ? (await session.QueryAsync($"{Select} {(session.Writes ? session.ForUpdateOf("a") : "")}", Read, ("id", key))).SingleOrDefault()
        : null;

    private static Article Read(DbDataReader r) =>
        new(r.GetInt64(0), r.GetString(1), r.GetString(2), r.GetString(3), r.GetString(4), r.GetInt64(5), r.GetInt64(6), r.GetInt64(7));
}

/// <summary>A published version, which never changes.</summary>
internal sealed record ArticleVersion(long Id, long Number, ArticleContent Content, DateOnly ValidFrom, string PublishedBy, long PublishedAt)
{
    /// <summary>All of an article, the latest first.</summary>
    public static Task<List<ArticleVersion>> OfAsync(Session session, long article) => session.QueryAsync(
        "SELECT v.id, v.number, v.content, v.valid_from, v.published_by, v.published_at FROM ocrm.article_version v WHERE v.article = @article ORDER BY v.number DESC",
        r => new ArticleVersion(r.GetInt64(0), r.GetInt64(1), ArticleContent.Read(r.GetString(2)), BankTime.OfNumber(r.GetInt32(3))!.Value, r.GetString(4), r.GetInt64(5)), ("article", article));

    /// <summary>The condition that a version (v) of an article (a) counts on the day @today: the last that has begun, if that has not ended.</summary>
    public const string Counts =
        "a.state = 'published' AND v.valid_from <= @today AND (v.valid_to = 0 OR v.valid_to >= @today) AND NOT EXISTS (SELECT 1 FROM ocrm.article_version w WHERE w.article = v.article AND w.number > v.number AND w.valid_from <= @today)";
}
