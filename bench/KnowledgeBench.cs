using System.Diagnostics;
using System.Globalization;
using Granary.Access.Contracts;
using Granary.Access.Lists;
using Granary.Kernel;
using Granary.Ocrm;
using Granary.Ocrm.Knowledge;
using Granary.Ocrm.Storage;
using Npgsql;

namespace Granary.Bench;

/// <summary>The search of the knowledge base over articles that are made up, beside a bare count of the same tokens' rows in the same run.</summary>
internal static class KnowledgeBench
{
    private const int Seed = 20260601;
    private const int Queries = 400;
    private const int Batch = 200;

    // Common characters of bank texts; a Zipf-like choice makes some pairs frequent and most rare, as in real ones.
    private const string Characters = "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严";

    public static async Task<double> RunAsync(BenchEngine engine, int articles)
    {
        var (connection, drop) = await engine.CreateAsync();
        try
        {
            await using var database = new OcrmDatabase(connection);
            await database.MigrateAsync(TimeProvider.System, CancellationToken.None);
            var random = new Random(Seed);
            var today = BankTime.Today(TimeProvider.System);
            var texts = Enumerable.Range(0, articles).Select(_ => new ArticleContent(Text(random, 12), Text(random, 600), [], [], today, null)).ToList();
            foreach (var batch in texts.Chunk(Batch))
            {
                await database.WriteAsync(session => AddAsync(session, batch, today), CancellationToken.None);
            }

            if (engine.Name == "postgresql")
            {
                // As the server's own maintenance leaves tables in time.
                await using var maintenance = new NpgsqlConnection(connection);
                await maintenance.OpenAsync();
                await using var command = new NpgsqlCommand("VACUUM ANALYZE", maintenance) { CommandTimeout = 0 };
                await command.ExecuteNonQueryAsync();
            }

            Console.WriteLine($"{engine.Name,-10}  filled, {MachineLoad.Now}");
            var rights = new EffectiveRights(new Dictionary<string, Sight> { [Permission.KnowledgeRead] = Sight.Everything }, new Dictionary<DataClass, FieldSight>(), []);
            var caller = new Caller("bench", "bench", "bench", "", "", rights, DateTimeOffset.UnixEpoch);
            var limits = new OcrmLimits();
            var (search, bare) = (new List<double>(), new List<double>());
            foreach (var query in Enumerable.Range(0, Queries).Select(i => Query(random, texts[random.Next(articles)], i)))
            {
                search.Add(await TimeAsync(() => database.ReadAsync(session => SearchArticles.FindAsync(session, caller, query, "", today, limits), CancellationToken.None)));
                var sql = new SqlText();
                var tokens = string.Join(", ", Tokens.OfQuery(query, limits.ArticleTokens).Select(sql.Bind));
                bare.Add(await TimeAsync(() => database.ReadAsync(session => session.QueryAsync($"SELECT count(*) FROM ocrm.article_token p WHERE p.token IN ({tokens})", r => r.GetInt64(0), sql.Parameters), CancellationToken.None)));
            }

            search.Sort();
            bare.Sort();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{engine.Name,-10}  search in {articles:#,0} articles: p50 {At(search, 0.5):0.0} ms, p95 {At(search, 0.95):0.0} ms; bare count of the same tokens p50 {At(bare, 0.5):0.0} ms, p95 {At(bare, 0.95):0.0} ms"));
            return At(bare, 0.95) / At(search, 0.95);
        }
        finally
        {
            await drop();
        }
    }

    private static async Task AddAsync(Granary.Kernel.Storage.Session session, IEnumerable<ArticleContent> texts, DateOnly today)
    {
        foreach (var content in texts)
        {
            var id = (await session.QueryAsync(
                "INSERT INTO ocrm.article (kind, entity, title, tags, state, draft, published, changed_by, changed_at, version) VALUES ('qa', '', '', '', 'draft', '', 0, '', 0, 0) RETURNING id", r => r.GetInt64(0)))[0];
            await PublishArticle.KeepAsync(session, id, 1, content, today, "", 0);
        }
    }

    /// <summary>A word, two words, or a sentence that some article has.</summary>
    private static string Query(Random random, ArticleContent article, int i)
    {
        string Piece(int length) => article.Body!.Substring(random.Next(article.Body.Length - length), length);
        return (i % 3) switch { 0 => Piece(2), 1 => $"{Piece(2)} {Piece(3)}", _ => Piece(10) };
    }

    private static string Text(Random random, int length) => string.Concat(Enumerable.Range(0, length).Select(_ => Characters[(int)(Characters.Length * Math.Pow(random.NextDouble(), 3))]));

    private static async Task<double> TimeAsync(Func<Task> work)
    {
        var started = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    private static double At(List<double> sorted, double share) => sorted[(int)(share * (sorted.Count - 1))];
}
