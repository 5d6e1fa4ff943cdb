using Granary.Access.Contracts;
using Granary.Access.Lists;
using Granary.Ocrm.Work;

namespace Granary.Ocrm.Knowledge;

/// <summary>The knowledge base as everybody reads it, and as those see it who write it, with what was never published.</summary>
internal static class ArticleList
{
    private static readonly SightColumns Sight = new("a.entity", null);

    /// <summary>What is or was published.</summary>
    public static ListDefinition Published { get; } = Of("articles", "(SELECT * FROM ocrm.article WHERE published > 0) a", Permission.KnowledgeRead, [Article.Shown, Article.Withdrawn]);

    /// <summary>All that the caller may change.</summary>
    public static ListDefinition Drafts { get; } = Of("article-drafts", "ocrm.article a", Permission.KnowledgeEdit, [Article.Drafted, Article.Shown, Article.Withdrawn]);

    private static ListDefinition Of(string name, string table, string permission, IReadOnlyList<string> states) => new(
        name, table, "a.id", Sight, permission,
        [
            new("title", ColumnKind.Text, "a.title") { Title = "标题", Width = 320 },
            new("kind", ColumnKind.Code, "a.kind") { Title = "类别", Width = 90, Options = Article.Kinds },
            new("tags", ColumnKind.Code, "a.tags") { Title = "标签", Width = 180, Many = true, Filters = [FilterOp.Eq, FilterOp.Empty, FilterOp.NotEmpty] },
            new("state", ColumnKind.Code, "a.state") { Title = "状态", Width = 90, Options = states },
            new("entity", ColumnKind.Code, "a.entity") { Title = "法人机构", Width = 170, Names = WorkNames.Units },
            new("published", ColumnKind.Number, "a.published") { Title = "版本", Width = 80 },
            new("writing", ColumnKind.Bool, "CASE WHEN a.draft = '' THEN 0 ELSE 1 END") { Title = "有待发布的修改", Width = 110, Default = permission == Permission.KnowledgeEdit },
            new("changedAt", ColumnKind.Time, "a.changed_at") { Title = "变更时间", Width = 120, SortBy = "a.changed_at" },
        ],
        [new ListSort("changedAt", Descending: true)])
    {
        Version = "a.version",
    };
}
