using Granary.Access.Contracts;
using Granary.Ocrm.Customers;
using Granary.Ocrm.Prospects;
using Granary.Tests;
using Microsoft.Extensions.DependencyInjection;

namespace Granary.Ocrm.Tests;

/// <summary>What lines of registers, holdings and customers become, on each engine (docs/cases.md, IMP).</summary>
public abstract class ImportKindsCompliance(Engine engine)
{
    private const string Outlet = ImportDesk.Outlet;
    private const string Wang = "230183197703035738";
    private const string Zhang = "230521198506211242";
    private const string Nobody = "230103199001011237";

    [Fact, Trait("Case", "IMP-10")]
    public async Task A_register_tags_whom_it_matches_and_makes_prospects_of_the_others_and_counts_both()
    {
        await using var desk = await DeskAsync();
        var tag = (await desk.SendAsync(HttpMethod.Post, "/tags", new { name = "兴安村", entity = "230521" })).Body.GetProperty("id").GetString();
        var segment = (await desk.SendAsync(HttpMethod.Post, "/segments", new { name = "兴安村名册", kind = "static", shared = false })).Body.GetProperty("id").GetString();
        const string Register = $"姓名,身份证号,手机,村,户号\n王芳,{Wang},,兴安村,001\n张伟,,13900000002,兴安村,001\n李娜,{Nobody},,兴安村,002\n王芳,{Wang},,兴安村,003\n";
        var id = await desk.UploadAsync("registers", Register);
        Assert.Equal("import-options", (await desk.SendAsync(HttpMethod.Post, $"/imports/{id}/check", new { })).Body.GetProperty("code").GetString());
        Assert.Equal("2 2 0 0 0 0", (await desk.ActAsync(id, "check", new { options = new { tag } })).Sums());
        Assert.Equal(["4 nobody", "5 twice"], await desk.LinesAsync(id, "wrong"));

        var looked = await desk.ActAsync(id, "check", new { options = new { tag, segment, prospects = true } });
        Assert.Equal(["fresh 1", "matched 2"], looked.GetProperty("tallies").EnumerateArray().Where(t => t.GetProperty("outcome").GetString() == "good").Select(t => $"{t.GetProperty("way")} {t.GetProperty("lines")}").Order(StringComparer.Ordinal));
        Assert.Equal("0 1 3 0 0 0", (await desk.ActAsync(id, "run")).Sums());
        Assert.Equal(["张伟", "王芳"], (await desk.NamesAsync(new { column = "tags", op = "eq", value = tag })).Order(StringComparer.Ordinal));
        Assert.Equal(["张伟", "王芳"], (await desk.NamesAsync(new { column = "segment", op = "eq", value = segment })).Order(StringComparer.Ordinal));
        Assert.Equal(["李娜 兴安村 002"], await desk.RowsAsync("SELECT name || ' ' || note FROM ocrm.prospect"));
        var line = (await desk.SendAsync(HttpMethod.Get, $"/imports/{id}/lines?outcome=done")).Body[1];
        Assert.Equal(("张伟", "兴安村", "001"), (line.GetProperty("name").GetString(), line.GetProperty("village").GetString(), line.GetProperty("household").GetString()));

        var (again, brought) = await desk.BringAsync("registers", Register, new { options = new { tag } });
        Assert.Equal("0 2 0 2 0 0", brought.Sums());
        Assert.Equal("0 2 0 2 0 0", (await desk.ActAsync(again, "undo")).Sums());
        await desk.SendAsync(HttpMethod.Post, "/lists/customers/actions/untag", new { filter = new { column = "name", op = "eq", value = "王芳" }, preview = false, arguments = new { tags = tag } });
        await desk.SendAsync(HttpMethod.Post, "/lists/customers/actions/leave", new { filter = new { column = "name", op = "eq", value = "王芳" }, preview = false, arguments = new { segment } });
        Assert.Equal("0 1 0 0 2 1", (await desk.ActAsync(id, "undo")).Sums());
        Assert.Equal(["2 gone"], await desk.LinesAsync(id, "stayed"));
        Assert.Equal(["0", "0", "0"], await desk.RowsAsync("SELECT count(*) FROM ocrm.prospect UNION ALL SELECT count(*) FROM ocrm.customer_tag UNION ALL SELECT count(*) FROM ocrm.segment_member"));
    }

    [Fact, Trait("Case", "IMP-11")]
    public async Task Holdings_that_no_bank_system_reports_stand_beside_those_that_it_does_with_the_sums_right_and_are_taken_back()
    {
        await using var desk = await DeskAsync(new SetClock("2026-09-01 09:00"));
        const string First = $"证件号码,保单号,业务类别,产品名称,余额,到期日期,数据日期\n{Wang},P1,理财,增利一号,\"1,200.50\",2027-01-31,2026-06-30\n{Zhang},P2,保险,家财险,300,46022,2026-06-30\n{Nobody},P3,,,1,,\n{Wang},P4,,,abc,,\n{Wang},P5,房产,,1,,\n{Wang},P6,,,1,31/12/2026,\n{Wang},P1,,,1,,\n";
        var (first, brought) = await desk.BringAsync("holdings", First);
        Assert.Equal("0 5 2 0 0 0", brought.Sums());
        Assert.Equal(["4 nobody", "5 money balance", "6 holding holding", "7 day matures", "8 twice"], await desk.LinesAsync(first, "wrong"));
        Assert.Equal(["agency P2 30000 20251231", "wealth P1 120050 20270131"], await HoldingsAsync(desk));
        Assert.Equal(["王芳 120050"], await WealthAsync(desk));

        var (second, _) = await desk.BringAsync("holdings", $"证件号码,保单号,业务类别,余额,数据日期\n{Wang},P1,理财,2000,2026-07-31\n");
        Assert.Equal(["王芳 200000"], await WealthAsync(desk));
        var (older, _) = await desk.BringAsync("holdings", $"证件号码,保单号,业务类别,余额,数据日期\n{Wang},P1,理财,2000,2026-05-31\n{Wang},P2,保险,1,2026-07-31\n");
        Assert.Equal(["2 newer asof", "3 other account"], await desk.LinesAsync(older, "wrong"));

        Assert.Equal("0 5 0 0 1 1", (await desk.ActAsync(first, "undo")).Sums());
        Assert.Equal(["2 changed-since"], await desk.LinesAsync(first, "stayed"));
        await desk.ActAsync(second, "undo");
        Assert.Equal(["wealth P1 120050 20270131"], await HoldingsAsync(desk));
        Assert.Equal("0 5 0 0 2 0", (await desk.ActAsync(first, "undo")).Sums());
        Assert.Empty(await HoldingsAsync(desk));
        Assert.Empty(await WealthAsync(desk));
    }

    [Fact, Trait("Case", "IMP-12")]
    public async Task Imported_holdings_go_with_their_customer_through_a_merge_and_back_through_a_split()
    {
        await using var desk = await Desk.StartAsync(engine);
        var first = await desk.HearAsync("CBS", "C1", Outlet, "王芳", Wang);
        await desk.FollowedAsync(desk.HearAsync("CLMS", "L1", Outlet, "王芳", Zhang));
        await desk.BringAsync("holdings", $"证件号码,账号,业务类别,余额\n{Wang},P1,理财,1\n{Zhang},P2,理财,2\n");
        Assert.Equal(["王芳 100", "王芳 200"], await WealthAsync(desk));
        await desk.FollowedAsync(desk.HearAsync("CLMS", "L1", Outlet, "王芳", Wang));
        Assert.Equal(["王芳 300"], await WealthAsync(desk));
        await desk.SplitAsync(first);
        await desk.FollowedAsync();
        Assert.Equal(["王芳 100", "王芳 200"], await WealthAsync(desk));
    }

    [Fact, Trait("Case", "IMP-13")]
    public async Task A_line_of_a_customer_corrects_them_through_the_customer_master_and_is_answered_by_what_was_there_before()
    {
        await using var desk = await DeskAsync();
        var (id, brought) = await desk.BringAsync("customers", $"证件号码,姓名,手机,家庭住址,电子邮箱\n{Wang},王芳,13900000009,兴安街九号,\n{Zhang},张伟,13900000002,,\n{Zhang},张威,13900000003,,\n{Wang},王芳,,,x\n");
        Assert.Equal("0 2 1 1 0 0", brought.Sums());
        Assert.Equal(["4 customer-elsewhere document", "5 value email"], await desk.LinesAsync(id, "wrong"));
        var number = (await desk.TableAsync()).First(r => r.Contains("王芳", StringComparison.Ordinal)).Split('|')[0];
        await BecameAsync(desk, number, "mobile", "accepted");
        await desk.FollowedAsync();
        Assert.Equal(["王芳"], await desk.SearchAsync("13900000009"));

        Assert.Equal("0 2 0 1 1 0", (await desk.ActAsync(id, "undo")).Sums());
        await ToldAsync(desk);
        await desk.FollowedAsync();
        Assert.Equal(["13900000001", "13900000002"], await desk.RowsAsync("SELECT mobile FROM ocrm.customer ORDER BY mobile"));
        var golden = (await desk.SendAsync(HttpMethod.Get, $"/parties/{number}")).Body.ToString();
        Assert.DoesNotContain("兴安街九号", golden[..golden.IndexOf("records", StringComparison.OrdinalIgnoreCase)], StringComparison.Ordinal);
    }

    [Fact, Trait("Case", "IMP-14")]
    public async Task What_another_system_said_since_is_not_taken_back()
    {
        await using var desk = await DeskAsync();
        var (id, _) = await desk.BringAsync("customers", $"证件号码,手机\n{Wang},13900000009\n");
        await ToldAsync(desk);
        await desk.HearAsync("CBS", "C1", Outlet, "王芳", Wang, "13900000010", at: TimeProvider.System.GetUtcNow().AddMinutes(2));
        Assert.Equal("0 0 0 0 0 1", (await desk.ActAsync(id, "undo")).Sums());
        Assert.Equal(["2 not-ours"], await desk.LinesAsync(id, "stayed"));
    }

    [Fact, Trait("Case", "IMP-15")]
    public async Task A_line_of_nobody_s_customer_becomes_one_through_the_customer_master_and_is_closed_when_taken_back()
    {
        await using var desk = await DeskAsync();
        var (id, brought) = await desk.BringAsync("customers", $"证件号码,姓名,手机,地址\n{Nobody},李娜,13900000007,兴安街七号\n,赵六,13900000008,\n");
        Assert.Equal("0 1 1 0 0 0", brought.Sums());
        Assert.Equal(["3 empty"], await desk.LinesAsync(id, "wrong"));
        await SettledAsync(desk, "converted");
        await desk.FollowedAsync();
        Assert.Contains(await desk.TableAsync(), r => r.EndsWith("|1|person|active|李娜|230521|2305210102|head||OCRM", StringComparison.Ordinal));
        Assert.Equal("0 1 0 0 1 0", (await desk.ActAsync(id, "undo")).Sums());
        await SettledAsync(desk, "dropped");
        await desk.FollowedAsync();
        Assert.Contains(await desk.TableAsync(), r => r.Contains("|1|person|closed|李娜|", StringComparison.Ordinal));
    }

    [Fact, Trait("Case", "IMP-16")]
    public async Task Each_kind_asks_for_the_rights_of_what_it_does_and_a_customer_of_another_legal_entity_is_nobody_here()
    {
        await using var desk = await DeskAsync();
        await desk.FollowedAsync(desk.HearAsync("CBS", "C3", "2301830201", "李娜", Nobody));
        desk.As = Desk.Caller(new Sight { Entities = ["230521"] });
        var (holdings, _) = await desk.BringAsync("holdings", $"证件号码,账号,余额\n{Nobody},P1,1\n");
        Assert.Equal(["2 nobody"], await desk.LinesAsync(holdings, "wrong"));
        var reader = desk.As.Rights with { Sights = desk.As.Rights.Sights.Where(s => s.Key is Permission.ImportsEdit or Permission.CustomersRead).ToDictionary() };
        desk.As = desk.As with { Rights = reader };
        Assert.Equal(["holdings", "registers"], (await desk.SendAsync(HttpMethod.Get, "/imports/kinds")).Body.EnumerateArray().Where(k => k.GetProperty("allowed").GetBoolean()).Select(k => k.GetProperty("name").GetString()).Order(StringComparer.Ordinal));
        Assert.Equal("import-kind", (await desk.TryUploadAsync("customers", "证件号码,手机\n1,2\n"u8.ToArray())).Body.GetProperty("code").GetString());
        var register = await desk.UploadAsync("registers", $"证件号码\n{Wang}\n");
        Assert.Equal("import-kind", (await desk.SendAsync(HttpMethod.Post, $"/imports/{register}/check", new { options = new { tag = "1" } })).Body.GetProperty("code").GetString());
        Assert.Equal("import-kind", (await desk.SendAsync(HttpMethod.Post, $"/imports/{register}/check", new { options = new { prospects = true } })).Body.GetProperty("code").GetString());
    }

    private async Task<Desk> DeskAsync(TimeProvider? clock = null)
    {
        var desk = await Desk.StartAsync(engine, clock: clock);
        await desk.HearAsync("CBS", "C1", Outlet, "王芳", Wang, "13900000001");
        await desk.HearAsync("CBS", "C2", Outlet, "张伟", Zhang, "13900000002");
        await desk.FollowedAsync();
        return desk;
    }

    private static async Task<IReadOnlyList<string>> HoldingsAsync(Desk desk) =>
        [.. (await desk.RowsAsync("SELECT kind || ' ' || account || ' ' || balance || ' ' || matures FROM ocrm.holding WHERE system = 'OCRM-230521'")).Order(StringComparer.Ordinal)];

    private static async Task<IReadOnlyList<string>> WealthAsync(Desk desk) => await desk.RowsAsync("SELECT name || ' ' || wealth FROM ocrm.customer WHERE wealth > 0 ORDER BY wealth");

    /// <summary>Until the customer master has answered what was to be told.</summary>
    private static async Task ToldAsync(Desk desk)
    {
        while (await desk.Services.GetRequiredService<TellEcif>().StepAsync(CancellationToken.None))
        {
        }
    }

    private static async Task BecameAsync(Desk desk, string number, string attribute, string state)
    {
        await ToldAsync(desk);
        var edits = (await desk.SendAsync(HttpMethod.Get, $"/customers/{number}/edits")).Body;
        Assert.Equal(state, edits.EnumerateArray().Single(e => e.GetProperty("attribute").GetString() == attribute).GetProperty("state").GetString());
    }

    /// <summary>Until all prospects have this state.</summary>
    private static async Task SettledAsync(Desk desk, string state)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while ((await desk.RowsAsync($"SELECT state FROM ocrm.prospect WHERE state <> '{state}'")).Count > 0)
        {
            await desk.Services.GetRequiredService<TellProspects>().StepAsync(patience.Token);
            await Task.Delay(10, patience.Token);
        }
    }
}

public sealed class SqliteImportKinds() : ImportKindsCompliance(new Engine.Sqlite());

public sealed class PostgresImportKinds() : ImportKindsCompliance(new Engine.Postgres());
