using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace Granary.Host.Tests;

public sealed class SqliteImportKillTests : ImportKillCompliance<Granary.Tests.Engine.Sqlite>;

public sealed class PostgresImportKillTests : ImportKillCompliance<Granary.Tests.Engine.Postgres>;

/// <summary>A file is brought in, and taken back, by a real process that is killed while it does.</summary>
public abstract class ImportKillCompliance<TEngine>
    where TEngine : Granary.Tests.Engine, new()
{
    /// <summary>Twenty transactions' worth: what is killed after some of them is in the midst of it.</summary>
    private const int Lines = 10_000;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(8);

    [Fact, Trait("Case", "IMP-21")]
    public async Task A_process_that_is_killed_amid_an_import_and_amid_taking_it_back_does_each_line_once()
    {
        var seed = Random.Shared.Next(1_000_000);
        TestContext.Current.TestOutputHelper?.WriteLine($"seed {seed}");
        var random = new Random(seed);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        await using var temporary = await new TEngine().CreateAsync();
        var data = Directory.CreateTempSubdirectory("granary-import-");
        var place = Kernel.Storage.Database.IsPostgres(temporary.ConnectionString) ? temporary.ConnectionString : Path.Combine(data.FullName, "granary.db");
        await using var tables = Tables.OfCustomers(place, data.FullName);

        string id;
        await using (var hub = await StartAsync())
        {
            using var browser = await SignedInAsync(hub);
            id = await UploadAsync(browser);
            await ActAsync(browser, id, "check", new { });
            Assert.Equal((Lines, 0L), Good(await UntilAsync(browser, id, import => import["state"]!.GetValue<string>() == "checked", patience.Token)));
            await ActAsync(browser, id, "run", null);
            await KilledAmidAsync(hub, browser, "running", "done");
        }

        await using (var hub = await StartAsync())
        {
            using var browser = await SignedInAsync(hub);
            var import = await UntilAsync(browser, id, import => import["state"]!.GetValue<string>() == "done", patience.Token);
            Assert.Equal("done 10000 good 0 wrong 0 skipped 0 undone 0 stayed 0", Sums(import));
            Assert.Equal(Lines, await CountAsync("SELECT count(DISTINCT l.ref) FROM ocrm.import_line l WHERE l.outcome = 'done'"));
            Assert.Equal(Lines, await CountAsync("SELECT count(*) FROM ocrm.prospect p"));
            Assert.Equal(Lines, await CountAsync("SELECT count(DISTINCT p.mobile) FROM ocrm.prospect p"));
            Assert.Equal(Lines, await CountAsync("SELECT count(*) FROM ocrm.audit a WHERE a.subject LIKE 'prospect/%'"));
            await ActAsync(browser, id, "undo", null);
            await KilledAmidAsync(hub, browser, "undoing", "undone");
        }

        await using (var hub = await StartAsync())
        {
            using var browser = await SignedInAsync(hub);
            var import = await UntilAsync(browser, id, import => import["state"]!.GetValue<string>() == "undone", patience.Token);
            Assert.Equal("done 0 good 0 wrong 0 skipped 0 undone 10000 stayed 0", Sums(import));
            Assert.Equal(0L, await CountAsync("SELECT count(*) FROM ocrm.prospect p"));
            Assert.Equal(2L * Lines, await CountAsync("SELECT count(*) FROM ocrm.audit a WHERE a.subject LIKE 'prospect/%'"));
        }

        data.Delete(recursive: true);

        Task<RunningDemo> StartAsync() => RunningDemo.StartAsync(data.FullName, "--rate", "0", "--database", place);

        async Task<long> CountAsync(string sql) => (await tables.RowsAsync(sql, r => r.GetInt64(0)))[0];

        // SIGKILL after some of the lines; what the dead process left behind says that it was in the midst, and its sums are those of its lines.
        async Task KilledAmidAsync(RunningDemo hub, Browser browser, string state, string outcome)
        {
            var enough = random.Next(1, Lines / 2);
            await UntilAsync(browser, id, import => import[outcome]!.GetValue<long>() >= enough, patience.Token);
            await hub.KillAsync();
            var made = state == "running" ? "SELECT count(*) FROM ocrm.prospect" : $"SELECT {Lines} - count(*) FROM ocrm.prospect";
            var left = Assert.Single(await tables.RowsAsync(
                $"SELECT i.state, i.{outcome}, (SELECT count(*) FROM ocrm.import_line l WHERE l.outcome = '{outcome}'), ({made}) FROM ocrm.import i",
                r => (State: r.GetString(0), Sum: r.GetInt64(1), Lines: r.GetInt64(2), Made: r.GetInt64(3))));
            Assert.True(left.State == state && left.Sum >= enough && left.Sum < Lines, $"seed {seed}: killed at {left}");
            Assert.True(left.Sum == left.Lines && left.Sum == left.Made, $"seed {seed}: {left}");
        }
    }

    private static async Task<Browser> SignedInAsync(RunningDemo hub)
    {
        var browser = hub.Browse();
        using var answer = await browser.SignInAsync("demo", hub.Password);
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        return browser;
    }

    private static async Task<string> UploadAsync(Browser browser)
    {
        var csv = new StringBuilder("姓名,手机\n");
        for (var line = 0; line < Lines; line++)
        {
            csv.Append(CultureInfo.InvariantCulture, $"孙{(char)('一' + line)},139{31_000_001 + line}\n");
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/imports?kind=prospects&file=prospects.csv&unit=2305210102")
        {
            Content = new ByteArrayContent(Encoding.UTF8.GetBytes(csv.ToString())) { Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") } },
        };
        request.Headers.Add("X-XSRF-TOKEN", browser.Token);
        using var answer = await browser.Http.SendAsync(request);
        var said = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, said);
        return JsonNode.Parse(said)!["id"]!.GetValue<string>();
    }

    private static async Task ActAsync(Browser browser, string id, string act, object? body)
    {
        using var answer = await browser.SendAsync(HttpMethod.Post, $"/api/imports/{id}/{act}", body);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Asks until the import is so far.</summary>
    private static async Task<JsonNode> UntilAsync(Browser browser, string id, Func<JsonNode, bool> holds, CancellationToken cancellation)
    {
        while (true)
        {
            using var answer = await Browser.PatientlyAsync(() => browser.Http.GetAsync($"/api/imports/{id}", cancellation));
            var import = JsonNode.Parse(await answer.Content.ReadAsStringAsync(cancellation))!;
            if (holds(import))
            {
                return import;
            }

            await Task.Delay(20, cancellation);
        }
    }

    private static (long, long) Good(JsonNode import) => (import["good"]!.GetValue<long>(), import["wrong"]!.GetValue<long>());

    private static string Sums(JsonNode import) => string.Join(' ', new[] { "done", "good", "wrong", "skipped", "undone", "stayed" }.Select(each => $"{each} {import[each]}"));
}
