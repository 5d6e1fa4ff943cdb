using System.Text;
using Granary.Access.Contracts;
using Granary.Ocrm.Imports;
using Granary.Tests;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Granary.Ocrm.Tests;

/// <summary>What every import promises, shown with prospects, on each engine (docs/cases.md, IMP).</summary>
public abstract class ImportCompliance(Engine engine)
{
    private const string Outlet = ImportDesk.Outlet;
    private const string Wang = "230183197703035738";
    private const string Zhang = "230521198506211242";

    [Theory, Trait("Case", "IMP-01")]
    [InlineData("csv")]
    [InlineData("gb18030")]
    [InlineData("xlsx")]
    public async Task A_file_is_looked_at_first_and_nothing_is_written_then_its_good_lines_become_prospects(string format)
    {
        await using var desk = await Desk.StartAsync(engine);
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        string[][] rows = [["姓名", "身份证号", "手机", "家庭住址", "来源"], ["王芳", Wang, "13900000001", "兴安街九号", "展会"], ["张伟", "", "139 0000 0002", "", ""]];
        var csv = string.Join('\n', rows.Select(r => string.Join(',', r)));
        var id = await desk.UploadAsync("prospects", format switch { "csv" => Encoding.UTF8.GetBytes(csv), "gb18030" => Encoding.GetEncoding("GB18030").GetBytes(csv), _ => ImportDesk.Workbook(rows) });
        var looked = await desk.ActAsync(id, "check");
        Assert.Equal(("checked", "2 0 0 0 0 0"), (looked.GetProperty("state").GetString(), looked.Sums()));
        Assert.Empty(await ProspectsAsync(desk));
        Assert.Equal("0 0 2 0 0 0", (await desk.ActAsync(id, "run")).Sums());
        Assert.Equal([$"张伟||13900000002||test.csv|{Outlet}|head", $"王芳|{Wang}|13900000001|兴安街九号|展会|{Outlet}|head"], (await ProspectsAsync(desk)).Order(StringComparer.Ordinal));
        Assert.Equal(["imports.edit", "prospects.edit"], (await desk.RowsAsync("SELECT DISTINCT act FROM ocrm.audit WHERE act LIKE '%.edit' ORDER BY act")).Order(StringComparer.Ordinal));
        Assert.All(await desk.RowsAsync("SELECT before || after || subject FROM ocrm.audit"), text => Assert.DoesNotContain("13900000001", text, StringComparison.Ordinal));
    }

    [Fact, Trait("Case", "IMP-02")]
    public async Task Wrong_lines_come_back_as_a_file_that_says_why_calculates_nothing_and_can_be_brought_in_again()
    {
        await using var desk = await Desk.StartAsync(engine);
        var number = await desk.FollowedAsync(desk.HearAsync("CBS", "C1", Outlet, "王芳", Wang));
        var id = await desk.UploadAsync("prospects", $"姓名,证件号码,手机,备注\n王芳,{Wang},,\n李娜,123,,\n赵六,,12,=1+1\n,,13900000009,\n张伟,{Zhang},,\n张伟,{Zhang},,\n");
        Assert.Equal("1 5 0 0 0 0", (await desk.ActAsync(id, "check")).Sums());
        Assert.Equal(["2 customer-already", "3 prospect-document document", "4 prospect-mobile phone", "5 prospect-incomplete name", "7 twice"], await desk.LinesAsync(id, "wrong"));
        Assert.Equal(number, (await desk.SendAsync(HttpMethod.Get, $"/imports/{id}/lines?outcome=wrong")).Body[0].GetProperty("number").GetString());
        await desk.ActAsync(id, "run");
        var bytes = await desk.Client.GetByteArrayAsync(new Uri($"/api/imports/{id}/errors?language=zh-CN", UriKind.Relative));
        var file = TableFile.Read(bytes, new OcrmLimits())!;
        Assert.Equal(["姓名", "证件号码", "手机", "备注", "原行号", "问题", "处理建议"], file.Heads);
        Assert.Equal(["赵六", "", "12", "'=1+1", "4", "手机：手机号码不正确", "核对 11 位手机号码"], file.Lines[2].Cells);
        Assert.Contains("mobile number", Encoding.UTF8.GetString(await desk.Client.GetByteArrayAsync(new Uri($"/api/imports/{id}/errors?language=en", UriKind.Relative))), StringComparison.OrdinalIgnoreCase);

        // Corrected by hand and brought in as it is: the columns are known, and what was made text for the spreadsheet is what it was.
        var corrected = Encoding.UTF8.GetString(bytes).Replace(",12,", ",13900000012,", StringComparison.Ordinal);
        var again = await desk.UploadAsync("prospects", corrected);
        Assert.Equal("1 4 0 0 0 0", (await desk.ActAsync(again, "check")).Sums());
        await desk.ActAsync(again, "run");
        Assert.Equal(["=1+1"], await desk.RowsAsync("SELECT note FROM ocrm.prospect WHERE name = '赵六'"));
    }

    [Fact, Trait("Case", "IMP-03")]
    public async Task Columns_that_nobody_guesses_are_said_by_hand_and_remembered_for_the_next_file_with_the_same_headings()
    {
        await using var desk = await Desk.StartAsync(engine);
        var id = await desk.UploadAsync("prospects", "甲,乙\n王芳,13900000001\n");
        Assert.Equal((400, "import-mapping"), await CodeAsync(desk, $"/imports/{id}/check", new { }));
        await desk.ActAsync(id, "check", new { mapping = new { name = 0, phone = 1 } });
        await desk.ActAsync(id, "run");
        var next = await desk.UploadAsync("prospects", "甲,乙\n张伟,13900000002\n");
        Assert.Equal("1 0 0 0 0 0", (await desk.ActAsync(next, "check")).Sums());
        var same = await desk.UploadAsync("prospects", "甲,乙\n王芳,13900000001\n");
        Assert.Equal(id, (await desk.SendAsync(HttpMethod.Get, $"/imports/{same}")).Body.GetProperty("again").GetString());
        Assert.Equal(["2 prospect-already"], await Wrong(same));
        var template = TableFile.Read(await desk.Client.GetByteArrayAsync(new Uri("/api/imports/template/prospects?language=zh-CN", UriKind.Relative)), new OcrmLimits())!;
        Assert.Equal(7, ColumnGuess.Of(template.Heads).Count);

        async Task<IReadOnlyList<string>> Wrong(string import)
        {
            await desk.ActAsync(import, "check");
            return await desk.LinesAsync(import, "wrong");
        }
    }

    [Fact, Trait("Case", "IMP-04")]
    public async Task Nodes_that_die_and_share_the_work_do_each_line_of_five_thousand_once_in_bounded_transactions()
    {
        await using var desk = await Desk.StartAsync(engine);
        var csv = new StringBuilder("姓名,手机\n");
        for (var i = 1; i <= 5_000; i++)
        {
            csv.Append("客户").Append(i).Append(",139").AppendFormat(System.Globalization.CultureInfo.InvariantCulture, "{0:D8}", i).Append('\n');
        }

        var id = await desk.UploadAsync("prospects", csv.ToString());
        await desk.ActAsync(id, "check");
        Assert.Equal(200, (await desk.SendAsync(HttpMethod.Post, $"/imports/{id}/run")).Status);

        // A second node, stopped between any two of its transactions and begun again, while the first one goes on.
        while (await new RunImports(desk.Database, desk.Services.GetServices<ImportKind>(), desk.Services.GetRequiredService<ICallers>(), new OcrmLimits { ImportBatch = 333 }, TimeProvider.System, NullLogger<RunImports>.Instance).StepAsync(CancellationToken.None))
        {
        }

        Assert.Equal("0 0 5000 0 0 0", (await desk.SettledAsync(id)).Sums());
        Assert.Equal(["5000"], await desk.RowsAsync("SELECT count(*) FROM ocrm.prospect"));
        Assert.Equal(["5000"], await desk.RowsAsync("SELECT count(DISTINCT mobile) FROM ocrm.prospect"));
    }

    [Fact, Trait("Case", "IMP-05")]
    public async Task What_nobody_changed_since_is_taken_back_and_the_rest_is_listed_with_its_reason()
    {
        await using var desk = await Desk.StartAsync(engine);
        var (id, _) = await desk.BringAsync("prospects", $"姓名,证件号码\n王芳,{Wang}\n张伟,{Zhang}\n李娜,\n");
        var prospects = await desk.RowsAsync("SELECT id FROM ocrm.prospect ORDER BY id");
        await desk.SendAsync(HttpMethod.Put, $"/prospects/{prospects[0]}", new { note = "来过" });
        await desk.SendAsync(HttpMethod.Post, $"/prospects/{prospects[1]}/convert");
        var undone = await desk.ActAsync(id, "undo");
        Assert.Equal(("undone", "0 0 0 0 1 2"), (undone.GetProperty("state").GetString(), undone.Sums()));
        Assert.Equal(["2 changed-since", "3 became-customer"], await desk.LinesAsync(id, "stayed"));
        Assert.Equal(prospects[..2], await desk.RowsAsync("SELECT id FROM ocrm.prospect ORDER BY id"));
        Assert.Equal("0 0 0 0 1 2", (await desk.ActAsync(id, "undo")).Sums());
        Assert.Equal((409, "import-state"), await CodeAsync(desk, $"/imports/{id}/run"));
    }

    [Fact, Trait("Case", "IMP-06")]
    public async Task An_import_is_seen_within_sight_its_lines_are_its_owner_s_and_rights_that_were_taken_away_stop_it()
    {
        await using var desk = await Desk.StartAsync(engine);
        await desk.FollowedAsync(desk.HearAsync("CBS", "C1", "2301830201", "李娜", Zhang));
        var here = Desk.Caller(new Sight { Entities = ["230521"] });
        desk.As = here;
        Assert.Equal((400, "import-unit"), ((await desk.TryUploadAsync("prospects", "姓名\n王芳\n"u8.ToArray(), "2301830201")) is var (status, body) ? status : 0, body.GetProperty("code").GetString()));
        Assert.Equal("import-unreadable", (await desk.TryUploadAsync("prospects", "姓名\n"u8.ToArray())).Body.GetProperty("code").GetString());
        // A customer of another legal entity is nobody here.
        var id = await desk.UploadAsync("prospects", $"姓名,证件号码\n李娜,{Zhang}\n");
        Assert.Equal("1 0 0 0 0 0", (await desk.ActAsync(id, "check")).Sums());

        desk.As = here with { PersonId = "colleague" };
        Assert.Equal(200, (await desk.SendAsync(HttpMethod.Get, $"/imports/{id}")).Status);
        Assert.Equal(1, (await desk.SendAsync(HttpMethod.Post, "/lists/imports/rows", new { })).Body.GetProperty("rows").GetArrayLength());
        Assert.Equal([404, 404, 404, 404], await StatusesAsync(desk, (HttpMethod.Get, $"/imports/{id}/lines"), (HttpMethod.Get, $"/imports/{id}/errors"), (HttpMethod.Post, $"/imports/{id}/run"), (HttpMethod.Delete, $"/imports/{id}")));
        desk.As = Desk.Caller(new Sight { Entities = ["230183"] }) with { PersonId = "elsewhere" };
        Assert.Equal([404, 404, 404], await StatusesAsync(desk, (HttpMethod.Get, $"/imports/{id}"), (HttpMethod.Post, $"/imports/{id}/undo"), (HttpMethod.Post, $"/imports/{id}/stop")));
        Assert.Equal(0, (await desk.SendAsync(HttpMethod.Post, "/lists/imports/rows", new { })).Body.GetProperty("rows").GetArrayLength());

        desk.As = here;
        await desk.Database.WriteAsync(s => s.ExecuteAsync("UPDATE ocrm.import SET state = 'running', acting = 'somebody who left'"), CancellationToken.None);
        var stopped = await desk.SettledAsync(id);
        Assert.Equal(("stopped", "rights"), (stopped.GetProperty("state").GetString(), stopped.GetProperty("problem").GetString()));
        Assert.Equal("0 0 1 0 0 0", (await desk.ActAsync(id, "run")).Sums());
    }

    [Fact, Trait("Case", "IMP-07")]
    public async Task Lines_are_forgotten_after_a_quarter_and_what_they_made_stays()
    {
        var clock = new SetClock("2026-05-01 09:00");
        await using var desk = await Desk.StartAsync(engine, clock: clock);
        var (id, _) = await desk.BringAsync("prospects", "姓名\n王芳\n");
        clock.Now += TimeSpan.FromDays(91);
        while (await desk.Services.GetRequiredService<RunImports>().StepAsync(CancellationToken.None))
        {
        }

        Assert.Equal((409, "import-forgotten"), await CodeAsync(desk, $"/imports/{id}/undo"));
        Assert.Equal(["0", "1"], await desk.RowsAsync("SELECT count(*) FROM ocrm.import_line UNION ALL SELECT count(*) FROM ocrm.prospect"));
    }

    [Fact, Trait("Case", "IMP-02")]
    public void Every_reason_is_said_in_both_languages_with_what_to_do() =>
        Assert.All(ImportWords.Codes, code => Assert.All([ImportWords.In(true), ImportWords.In(false)], words => Assert.DoesNotContain("", new[] { words.Of(code, ""), words.Advice(code) })));

    private static Task<List<string>> ProspectsAsync(Desk desk) =>
        desk.RowsAsync("SELECT name || '|' || document || '|' || mobile || '|' || address || '|' || source || '|' || unit || '|' || manager FROM ocrm.prospect");

    private static async Task<(int, string?)> CodeAsync(Desk desk, string path, object? body = null) =>
        await desk.SendAsync(HttpMethod.Post, path, body) is var (status, said) && status >= 400 ? (status, said.GetProperty("code").GetString()) : default;

    private static async Task<IReadOnlyList<int>> StatusesAsync(Desk desk, params (HttpMethod Method, string Path)[] asked)
    {
        var statuses = new List<int>();
        foreach (var (method, path) in asked)
        {
            statuses.Add((await desk.SendAsync(method, path)).Status);
        }

        return statuses;
    }
}

public sealed class SqliteImports() : ImportCompliance(new Engine.Sqlite());

public sealed class PostgresImports() : ImportCompliance(new Engine.Postgres());
