using Granary.Kernel.Storage;

namespace Granary.Ocrm.Knowledge;

/// <summary>What versions are found by, and how good a find is. Whole numbers all the way, so that both engines rank the same (docs/decisions/0020).</summary>
internal static class ArticleIndex
{
    private const int Thousandths = 1_000;

    /// <summary>A word of the title or a tag says as much as so many in the text.</summary>
    private const int TitleCounts = 4;

    // Okapi BM25 with its usual constants (Robertson and Zaragoza 2009, 3.2). The average length is fixed: a weight that is
    // stored once must not depend on what is published later.
    private const double K1 = 1.2;
    private const double B = 0.75;
    private const double AverageTokens = 600;

    private sealed record Posting(string Token, long Weight);

    public static async Task WriteAsync(Session session, long version, ArticleContent content)
    {
        var body = Tokens.Of(content.Body!);
        var head = Tokens.Of($"{content.Title} {string.Join(' ', content.Tags!)}");
        var length = body.Count + head.Count;
        var postings = body.Select(t => (t.Text, Count: 1)).Concat(head.Select(t => (t.Text, Count: TitleCounts))).GroupBy(t => t.Text, StringComparer.Ordinal)
            .Select(g => new Posting(g.Key, Weight(g.Sum(t => t.Count), length))).OrderBy(p => p.Token, StringComparer.Ordinal).ToList();
        await session.InsertAsync(new Insert<Posting>("ocrm.article_token", "",
            new("token", ColumnType.Text, p => p.Token), new("version_id", ColumnType.Long, _ => version), new("weight", ColumnType.Long, p => p.Weight)), postings);
    }

    /// <summary>Versions that came before one and are never found any more.</summary>
    public static Task DropBeforeAsync(Session session, long article, long number) => session.ExecuteAsync(
        "DELETE FROM ocrm.article_token WHERE version_id IN (SELECT v.id FROM ocrm.article_version v WHERE v.article = @article AND v.number < @number)", ("article", article), ("number", number));

    /// <summary>How much each token of a query says, by how few versions have it; those that none has come with what they would say.</summary>
    public static async Task<IReadOnlyList<(long Says, string Token)>> SayingAsync(Session session, IReadOnlyList<string> tokens)
    {
        var all = (await session.QueryAsync("SELECT count(*) FROM ocrm.article_version v", r => r.GetInt64(0)))[0];
        var having = (await session.QueryAsync("SELECT p.token, count(*) FROM {rows} CROSS JOIN ocrm.article_token p WHERE p.token = k.token GROUP BY p.token", RowSet.Of("token", tokens),
            r => (Token: r.GetString(0), Count: r.GetInt64(1)))).ToDictionary(t => t.Token, t => t.Count, StringComparer.Ordinal);
        return [.. tokens.Select(t => (Says(all, having.GetValueOrDefault(t)), t))];
    }

    private static long Weight(int count, int length) => (long)Math.Round(Thousandths * count * (K1 + 1) / (count + (K1 * (1 - B + (B * length / AverageTokens)))));

    private static long Says(long all, long having) => (long)Math.Round(Thousandths * Math.Log(1 + ((all - having + 0.5) / (having + 0.5))));
}
