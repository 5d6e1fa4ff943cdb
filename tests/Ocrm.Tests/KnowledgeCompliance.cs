using System.Globalization;
using System.Text.Json;
using Granary.Access.Contracts;
using Granary.Kernel;
using Granary.Ocrm.Knowledge;
using Granary.Tests;

namespace Granary.Ocrm.Tests;

/// <summary>What a text is cut into, and what of it is marked (docs/cases.md, KNOW).</summary>
public sealed class ArticleTextTests
{
    [Fact, Trait("Case", "KNOW-01")]
    public void A_text_is_cut_into_words_characters_and_pairs_and_each_knows_where_it_stands()
    {
        const string Text = "三农贷ＡＢＣ 2.6%，𠮷林";
        Assert.Equal(["三", "三农", "农", "农贷", "贷", "abc", "2", "6", "𠮷", "𠮷林", "林"], Tokens.Of(Text).OrderBy(t => t.Start).ThenBy(t => t.Length).Select(t => t.Text));
        Assert.All(Tokens.Of(Text), t => Assert.Equal(t.Length, Text.Substring(t.Start, t.Length).Length));
        Assert.Equal(["三农", "农贷", "abc"], Tokens.OfQuery("三农贷 ABC", 32));
        Assert.Equal(["贷"], Tokens.OfQuery("贷", 32));
        Assert.Empty(Tokens.OfQuery("？！ ，", 32));
    }

    [Fact, Trait("Case", "KNOW-02")]
    public void What_was_looked_for_is_marked_and_pieces_put_together_are_the_text()
    {
        var wanted = Tokens.OfQuery("三农贷 <b>", 32).ToHashSet();
        const string Text = "办理三农贷需要 <b> 身份证";
        var parts = Highlight.All(Text, wanted);
        Assert.Equal(Text, string.Concat(parts.Select(p => p.Text)));
        Assert.Equal(["三农贷", "b"], parts.Where(p => p.Hit).Select(p => p.Text));
        var around = Highlight.Around(new string('无', 500) + Text + new string('无', 500), wanted, 60);
        Assert.Equal((60, true), (around.Sum(p => p.Text.Length), around.Any(p => p is { Hit: true, Text: "三农贷" })));
        Assert.Equal("短", Assert.Single(Highlight.Around("短", wanted, 60)).Text);
    }
}

/// <summary>What the knowledge base promises, on each engine (docs/cases.md, KNOW).</summary>
public abstract class KnowledgeCompliance(Engine engine)
{
    private const string County = "230521";
    private const string Outlet = "2305210102";

    [Fact, Trait("Case", "KNOW-03")]
    public async Task An_article_is_found_from_its_first_day_to_its_last_and_a_published_version_never_changes()
    {
        await using var desk = await Desk.StartAsync(engine);
        var id = await AddAsync(desk, new ArticleContent("三农贷办理规定", "最高三十万元", [], [], null, Today.AddDays(10)));
        Assert.Empty(await SearchAsync(desk, "三农贷"));
        var published = await PublishAsync(desk, id);
        Assert.Equal([id], await SearchAsync(desk, "三农贷"));
        var first = published.GetProperty("versions")[0].GetRawText();

        // The next version begins in a week: until then the first is found, by its own words alone.
        await WriteAsync(desk, id, new ArticleContent("三农贷办理规定", "最高五十万元", [], [], Today.AddDays(7), null));
        published = await PublishAsync(desk, id);
        Assert.Equal((1, first), (published.GetProperty("current").GetInt32(), published.GetProperty("versions")[1].GetRawText()));
        Assert.Equal([id], await SearchAsync(desk, "三十万"));
        Assert.Empty(await SearchAsync(desk, "五十万"));
        Assert.Equal([id], await LaterAsync(desk, "五十万", 8));
        Assert.Empty(await LaterAsync(desk, "三十万", 8));
        Assert.Equal(200, (await desk.SendAsync(HttpMethod.Post, $"/articles/{id}/withdraw", new { version = published.GetProperty("version").GetInt64() })).Status);
        Assert.Empty(await SearchAsync(desk, "三农贷"));
    }

    [Fact, Trait("Case", "KNOW-04")]
    public async Task A_county_reads_the_province_s_articles_and_its_own_and_writes_its_own_and_what_is_wrong_is_refused_by_name()
    {
        await using var desk = await Desk.StartAsync(engine);
        var province = await AddAsync(desk, Content("全省 贷款"));
        var county = await AddAsync(desk, Content("本县 贷款"), County);
        var other = await AddAsync(desk, Content("外县 贷款"), "230183");
        foreach (var id in new[] { province, county, other })
        {
            await PublishAsync(desk, id);
        }

        Assert.Equal(("article-changed", 409), await desk.ProblemAsync(HttpMethod.Put, $"/articles/{province}", new { kind = "qa", draft = Content("x"), version = 1 }));
        Assert.Equal(("article-incomplete", 400), await desk.ProblemAsync(HttpMethod.Post, "/articles", new { kind = "poem", draft = Content("x") }));
        Assert.Equal(("article-incomplete", 400), await desk.ProblemAsync(HttpMethod.Post, "/articles", new { kind = "qa", draft = Content("x") with { Links = [new("shoe", "44")] } }));
        Assert.Equal(("article-search", 400), await desk.ProblemAsync(HttpMethod.Get, "/articles?q=", null));
        desk.As = Desk.Caller(new Sight { Units = [Outlet] });
        Assert.Equal([county, province], await SearchAsync(desk, "贷款"));
        Assert.Equal(404, (await desk.SendAsync(HttpMethod.Get, $"/articles/{other}")).Status);
        Assert.Equal(404, (await desk.SendAsync(HttpMethod.Put, $"/articles/{county}", new { kind = "qa", draft = Content("x"), version = 2 })).Status);
        desk.As = Desk.Caller(new Sight { Entities = [County] });
        Assert.Equal(404, (await desk.SendAsync(HttpMethod.Post, "/articles", new { kind = "qa", draft = Content("x") })).Status);
        Assert.Equal(200, (await desk.SendAsync(HttpMethod.Post, $"/articles/{county}/withdraw", new { version = 2 })).Status);
    }

    [Fact, Trait("Case", "KNOW-05")]
    public async Task Articles_are_offered_where_they_are_linked_to_a_product_or_to_what_a_customer_has()
    {
        await using var desk = await Desk.StartAsync(engine);
        var number = await desk.FollowedAsync(desk.HearAsync("CBS", "C1", Outlet, "王芳", "230183197703035738"));
        await HoldingCompliance.TakeAsync(desk, HoldingCompliance.Report("C1", "A1", 100_00));
        await desk.AddProductAsync("DQ-1");
        await desk.PublishProductAsync("DQ-1");
        var deposits = await AddAsync(desk, Content("存款") with { Links = [new("holds", "deposit")] });
        var both = await AddAsync(desk, Content("定期") with { Links = [new("product", "DQ-1"), new("holds", "deposit")] });
        var loans = await AddAsync(desk, Content("贷款") with { Links = [new("holds", "loan"), new("stage", "7")] });
        foreach (var id in new[] { deposits, both, loans })
        {
            await PublishAsync(desk, id);
        }

        Assert.Equal([both], await IdsAsync(desk, "/related-articles?to=product:DQ-1"));
        Assert.Equal([loans, both], await IdsAsync(desk, "/related-articles?to=product:DQ-1&to=stage:7"));
        Assert.Equal([both, deposits], await IdsAsync(desk, $"/customers/{number}/articles"));
        desk.As = Desk.Caller(new Sight { Entities = ["230183"] });
        Assert.Equal(404, (await desk.SendAsync(HttpMethod.Get, $"/customers/{number}/articles")).Status);
    }

    private static DateOnly Today => BankTime.Today(TimeProvider.System);

    private static ArticleContent Content(string title) => new(title, "正文", [], [], null, null);

    private static async Task<string> AddAsync(Desk desk, ArticleContent draft, string entity = "")
    {
        var (status, body) = await desk.SendAsync(HttpMethod.Post, "/articles", new { kind = "qa", entity, draft });
        Assert.Equal(200, status);
        return body.GetProperty("id").GetString()!;
    }

    private static async Task WriteAsync(Desk desk, string id, ArticleContent draft)
    {
        var version = (await desk.SendAsync(HttpMethod.Get, $"/articles/{id}")).Body.GetProperty("version").GetInt64();
        Assert.Equal(200, (await desk.SendAsync(HttpMethod.Put, $"/articles/{id}", new { kind = "qa", draft, version })).Status);
    }

    private static async Task<JsonElement> PublishAsync(Desk desk, string id)
    {
        var version = (await desk.SendAsync(HttpMethod.Get, $"/articles/{id}")).Body.GetProperty("version").GetInt64();
        var (status, body) = await desk.SendAsync(HttpMethod.Post, $"/articles/{id}/publish", new { version });
        Assert.Equal(200, status);
        return body;
    }

    private static Task<string[]> SearchAsync(Desk desk, string query) => IdsAsync(desk, $"/articles?q={Uri.EscapeDataString(query)}");

    private static async Task<string[]> IdsAsync(Desk desk, string path)
    {
        var (status, body) = await desk.SendAsync(HttpMethod.Get, path);
        Assert.True(status == 200, body.ToString());
        return [.. body.EnumerateArray().Select(a => a.GetProperty("id").GetString()!)];
    }

    private static Task<string[]> LaterAsync(Desk desk, string query, int days) => desk.Database.ReadAsync(async session =>
        (await SearchArticles.FindAsync(session, desk.As, query, "", Today.AddDays(days), new OcrmLimits())).Select(a => a.Id).ToArray(), CancellationToken.None);
}

public sealed class SqliteKnowledge() : KnowledgeCompliance(new Engine.Sqlite());

public sealed class PostgresKnowledge() : KnowledgeCompliance(new Engine.Postgres());

/// <summary>One corpus in both engines (docs/cases.md, KNOW-06).</summary>
public sealed class SearchOfBothEnginesTests
{
    private const int Articles = 300;
    private const int Queries = 200;

    private static readonly string[] Words =
    [
        "贷款", "存款", "大额存单", "手机银行", "惠农卡", "三农贷", "理财", "风险", "评估", "利率", "期限", "春耕", "备耕", "走访", "客户经理", "网点", "办理", "材料", "身份证", "补贴", "到账", "密码",
        "转账", "农户", "授信", "担保", "村委会", "提前支取", "到期", "R2", "APP", "ETC", "POS", "𠮷林", "農戶", "2026", "LPR", "ＡＴＭ",
    ];

    [Fact, Trait("Case", "KNOW-06")]
    public async Task Both_engines_find_the_same_articles_in_the_same_order_for_any_query()
    {
        var seed = Random.Shared.Next();
        TestContext.Current.TestOutputHelper?.WriteLine($"seed {seed}");
        var random = new Random(seed);
        var corpus = Enumerable.Range(0, Articles).Select(_ => new ArticleContent(Text(random, 1, 4), Text(random, 5, 60), [Pick(random)], [], Day.AddDays(random.Next(-3, 2)), null)).ToList();
        var queries = Enumerable.Range(0, Queries).Select(_ => Text(random, 1, 4)).Concat(["贷", "怎么办理三农贷需要什么材料", "r2", "ａｔｍ", "不存在的词"]).ToList();
        await using var sqlite = await Desk.StartAsync(new Engine.Sqlite());
        await using var postgres = await Desk.StartAsync(new Engine.Postgres());
        var (first, second) = (await FoundAsync(sqlite, corpus, queries), await FoundAsync(postgres, corpus, queries));
        Assert.Equal(first, second);
        Assert.Contains(first, found => found.Split(' ').Length > 10);
        Assert.Equal("不存在的词:", first[^1]);
    }

    private static DateOnly Day { get; } = new(2026, 6, 1);

    private static async Task<List<string>> FoundAsync(Desk desk, List<ArticleContent> corpus, List<string> queries)
    {
        await desk.Database.WriteAsync(async session =>
        {
            foreach (var content in corpus)
            {
                var id = (await session.QueryAsync(
                    "INSERT INTO ocrm.article (kind, entity, title, tags, state, draft, published, changed_by, changed_at, version) VALUES ('qa', '', '', '', 'draft', '', 0, '', 0, 0) RETURNING id", r => r.GetInt64(0)))[0];
                await PublishArticle.KeepAsync(session, id, 1, content, Day, "", 0);
            }
        }, CancellationToken.None);
        return await desk.Database.ReadAsync(async session =>
        {
            var found = new List<string>();
            foreach (var query in queries)
            {
                var hits = await SearchArticles.FindAsync(session, desk.As, query, "", Day, new OcrmLimits());
                found.Add($"{query}:{string.Concat(hits.Select(h => $" {h.Id.ToString(CultureInfo.InvariantCulture)}[{string.Concat(h.Excerpt.Select(p => p.Hit ? $"({p.Text})" : p.Text))}]"))}");
            }

            return found;
        }, CancellationToken.None);
    }

    private static string Text(Random random, int from, int to) => string.Concat(Enumerable.Range(0, random.Next(from, to + 1)).Select(_ => Pick(random) + (random.Next(4) == 0 ? " " : "")));

    // Some words are in most articles, most in few, as everywhere.
    private static string Pick(Random random) => Words[(int)(Words.Length * Math.Pow(random.NextDouble(), 2))];
}
