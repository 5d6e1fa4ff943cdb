using System.Text;
using System.Text.Json;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Granary.Access.Contracts;
using Granary.Access.Lists;
using Granary.Access.Lists.Exports;
using Granary.Tests;

namespace Granary.Access.Tests;

/// <summary>Files, jobs, views and actions of a list over its routes, on each engine.</summary>
public abstract class ExportCompliance(Engine engine)
{
    [Fact, Trait("Case", "LIST-20")]
    public async Task A_file_says_who_took_it_when_and_why_and_has_the_rows_that_the_list_has()
    {
        await using var server = await ListServer.StartAsync(engine, [Thing(1, "王芳"), Thing(2, "张三"), Thing(3, "李四") with { Entity = "231084" }], new ListLimits { ExportPage = 1 });
        server.As = Things.Caller(new Sight { Entities = ["230183"] }, c3: FieldSight.Masked);
        var job = await server.ExportAsync(ListServer.Export());
        var lines = (await FileAsync(server, job)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.StartsWith("\uFEFF王芳 wangfang 20", lines[0]);
        Assert.EndsWith("季度走访", lines[0]);
        Assert.Equal(["name,document,at", "王芳,****,1970-01-02 08:00:00", "张三,****,1970-01-02 08:00:00"], lines[1..]);
        Assert.Equal((2, 2, "done"), (job.GetProperty("done").GetInt32(), job.GetProperty("total").GetInt32(), job.GetProperty("state").GetString()));
    }

    [Fact, Trait("Case", "LIST-21")]
    public async Task An_export_takes_only_rows_that_may_be_both_read_and_exported()
    {
        await using var server = await ListServer.StartAsync(engine, [Thing(1, "a"), Thing(2, "b") with { Manager = "p2" }, Thing(3, "c") with { Entity = "231084" }]);
        server.As = Things.Caller(new Sight { Entities = ["230183"] }, export: new Sight { Managers = ["p1"] });
        var file = await FileAsync(server, await server.ExportAsync(ListServer.Export()));
        Assert.Equal(["a,2301,1970-01-02 08:00:00"], file.Split("\r\n", StringSplitOptions.RemoveEmptyEntries)[2..]);
    }

    [Fact, Trait("Case", "LIST-22")]
    public async Task An_export_is_audited_before_its_file_can_be_fetched_without_the_values_it_was_filtered_by()
    {
        await using var server = await ListServer.StartAsync(engine, [Thing(1, "a")]);
        var job = await server.ExportAsync(ListServer.Export(filter: new { column = "document", op = "eq", value = "XZ2301" })); // no id or hash has these letters
        var entry = Assert.Single(await server.AuditedAsync());
        Assert.Equal(("wangfang", Permission.CustomersExport, "things", "季度走访"), (entry.Who, entry.Act, entry.Subject, entry.Reason));
        Assert.Contains(job.GetProperty("id").GetString()!, entry.After);
        Assert.Contains("\"filteredBy\":[\"document\"]", entry.After);
        Assert.DoesNotContain("XZ2301", entry.After);
    }

    [Fact, Trait("Case", "LIST-23")]
    public async Task A_file_is_its_makers_alone_on_the_disk_too_and_is_gone_a_day_later()
    {
        await using var server = await ListServer.StartAsync(engine, [Thing(1, "a")], new ListLimits { FileKept = TimeSpan.FromMilliseconds(1500), SweepEvery = TimeSpan.FromMilliseconds(50) });
        var id = (await server.ExportAsync(ListServer.Export())).GetProperty("id").GetString();
        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(Path.Combine(server.Files, id!)) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
        server.As = Things.Caller(Sight.Everything, person: "p2");
        Assert.Equal(404, (await server.SendAsync(HttpMethod.Get, $"/jobs/{id}")).Status);
        Assert.Equal(404, (await server.SendAsync(HttpMethod.Get, $"/jobs/{id}/file")).Status);
        Assert.Equal(404, (await server.SendAsync(HttpMethod.Delete, $"/jobs/{id}")).Status);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (Directory.EnumerateFiles(server.Files).Any())
        {
            await Task.Delay(20, patience.Token);
        }
    }

    [Fact, Trait("Case", "LIST-24")]
    public async Task A_cancelled_job_leaves_no_file_and_never_becomes_done()
    {
        await using var server = await ListServer.StartAsync(engine, Things.Random(new Random(1), 2000), new ListLimits { ExportPage = 1, JobHeartbeat = TimeSpan.Zero });
        var (_, started) = await server.SendAsync(HttpMethod.Post, "/lists/things/export", ListServer.Export());
        var id = started.GetProperty("job").GetString()!;
        Assert.Equal(204, (await server.SendAsync(HttpMethod.Delete, $"/jobs/{id}")).Status);
        Assert.Equal("cancelled", (await server.EndOfAsync(id)).GetProperty("state").GetString());
        Assert.Equal(404, (await server.SendAsync(HttpMethod.Get, $"/jobs/{id}/file")).Status);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (Directory.Exists(server.Files) && Directory.EnumerateFiles(server.Files).Any())
        {
            await Task.Delay(20, patience.Token);
        }

        Assert.Empty(await server.AuditedAsync());
    }

    [Theory, Trait("Case", "LIST-25")]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_export_above_the_limit_waits_for_agreement_and_runs_under_the_rights_of_then(bool dismissed)
    {
        await using var server = await ListServer.StartAsync(engine, [Thing(1, "a"), Thing(2, "b")]);
        await server.LimitAsync(1);
        await server.HireAsync("p1", "wangfang", "outlet-head");
        await server.HireAsync("p2", "liguoqiang", "outlet-head");
        var (status, body) = await server.SendAsync(HttpMethod.Post, "/lists/things/export", ListServer.Export(filter: new { column = "document", op = "eq", value = "2301" }));
        Assert.Equal((202, JsonValueKind.Null), (status, body.GetProperty("job").ValueKind));
        Assert.Equal(0, (await server.SendAsync(HttpMethod.Get, "/jobs")).Body.GetArrayLength());

        var proposal = (await server.SendAsync(HttpMethod.Get, "/approvals")).Body[0];
        Assert.Equal(("list.export", "things", "季度走访"), (proposal.GetProperty("kind").GetString(), proposal.GetProperty("subject").GetString(), proposal.GetProperty("reason").GetString()));
        Assert.DoesNotContain("2301", proposal.GetProperty("after").GetString());
        if (dismissed)
        {
            await server.DismissAsync("p1");
        }

        var maker = server.As;
        server.As = Things.Caller(Sight.Everything, person: "p2") with { UserName = "liguoqiang", Rights = Decider };
        var (_, decided) = await server.SendAsync(HttpMethod.Post, "/approvals/decide", new { ids = new[] { body.GetProperty("proposal").GetInt64() }, approve = true });
        Assert.Equal("approved", decided[0].GetProperty("outcome").GetString());
        server.As = maker;
        var job = await server.EndOfAsync((await server.SendAsync(HttpMethod.Get, "/jobs")).Body[0].GetProperty("id").GetString()!);
        Assert.Equal(dismissed ? "failed" : "done", job.GetProperty("state").GetString());
        Assert.Equal(dismissed ? "not-allowed" : null, job.GetProperty("problem").GetString());
    }

    [Fact, Trait("Case", "LIST-26")]
    public async Task A_persons_jobs_are_bounded()
    {
        await using var server = await ListServer.StartAsync(engine, [Thing(1, "a")], new ListLimits { JobsPerPerson = 0 });
        var (status, body) = await server.SendAsync(HttpMethod.Post, "/lists/things/export", ListServer.Export());
        Assert.Equal((429, "too-many-jobs"), (status, body.GetProperty("code").GetString()));
    }

    [Theory, Trait("Case", "LIST-27")]
    [InlineData("pdf", "r", "export-wrong-format")]
    [InlineData("csv", " ", "reason-missing")]
    public async Task An_export_without_a_known_format_or_a_reason_is_refused(string format, string reason, string code)
    {
        await using var server = await ListServer.StartAsync(engine, []);
        var (status, body) = await server.SendAsync(HttpMethod.Post, "/lists/things/export", ListServer.Export(format, reason: reason));
        Assert.Equal((400, code), (status, body.GetProperty("code").GetString()));
    }

    [Fact, Trait("Case", "LIST-30")]
    public async Task A_view_is_its_owners_to_change_and_everybodys_to_use_once_shared()
    {
        await using var server = await ListServer.StartAsync(engine, []);
        var view = new { name = "到期", shared = false, state = new { columns = new[] { "name" } } };
        var (_, added) = await server.SendAsync(HttpMethod.Post, "/lists/things/views", view);
        var id = added.GetProperty("id").GetString();
        server.As = Things.Caller(Sight.Everything, person: "p2");
        Assert.Equal(0, (await server.SendAsync(HttpMethod.Get, "/lists/things/views")).Body.GetArrayLength());
        server.As = Things.Caller(Sight.Everything);
        Assert.Equal(204, (await server.SendAsync(HttpMethod.Put, $"/lists/things/views/{id}", view with { shared = true })).Status);
        server.As = Things.Caller(Sight.Everything, person: "p2");
        var (_, seen) = await server.SendAsync(HttpMethod.Get, "/lists/things/views");
        Assert.Equal(("到期", false), (seen[0].GetProperty("name").GetString(), seen[0].GetProperty("mine").GetBoolean()));
        Assert.Equal(404, (await server.SendAsync(HttpMethod.Put, $"/lists/things/views/{id}", view)).Status);
        Assert.Equal(404, (await server.SendAsync(HttpMethod.Delete, $"/lists/things/views/{id}")).Status);
        server.As = Things.Caller(Sight.Everything);
        Assert.Equal(204, (await server.SendAsync(HttpMethod.Delete, $"/lists/things/views/{id}")).Status);
    }

    [Fact, Trait("Case", "LIST-31")]
    public async Task A_bulk_action_reaches_only_rows_in_sight_chosen_one_by_one_or_by_filter()
    {
        await using var server = await ListServer.StartAsync(engine, [Thing(1, "a"), Thing(2, "b"), Thing(3, "c") with { Entity = "231084" }]);
        server.As = Things.Caller(new Sight { Entities = ["230183"] });
        async Task<int> AffectedAsync(object body) => (await server.SendAsync(HttpMethod.Post, "/lists/things/actions/touch", body)).Body.GetProperty("affected").GetInt32();
        Assert.Equal(1, await AffectedAsync(new { ids = new[] { "2", "3", "99", "x" }, preview = true }));
        Assert.Equal(2, await AffectedAsync(new { preview = true }));
        Assert.Equal(1, await AffectedAsync(new { filter = new { column = "name", op = "eq", value = "b" }, preview = true }));
        Assert.Equal(0, await AffectedAsync(new { ids = Array.Empty<string>(), preview = true }));
    }

    [Fact, Trait("Case", "LIST-32")]
    public async Task An_edit_of_a_row_that_changed_meanwhile_is_a_conflict_and_one_out_of_sight_is_not_found()
    {
        await using var server = await ListServer.StartAsync(engine, [Thing(1, "a") with { Amount = 7 }, Thing(2, "b") with { Entity = "231084" }]);
        server.As = Things.Caller(new Sight { Entities = ["230183"] });
        var cells = new { kind = "b" };
        Assert.Equal((200, 8), await EditAsync(1, new { version = 7, cells }) is var (s, b) ? (s, b.GetProperty("version").GetInt32()) : default);
        var (status, conflict) = await EditAsync(1, new { version = 6, cells });
        Assert.Equal((409, "changed-meanwhile", 7), (status, conflict.GetProperty("code").GetString(), conflict.GetProperty("current").GetProperty("version").GetInt32()));
        Assert.Equal(404, (await EditAsync(2, new { version = 7, cells })).Status);
        Assert.Equal(400, (await EditAsync(1, new { version = 7, cells = new { document = "1" } })).Status);

        Task<(int Status, JsonElement Body)> EditAsync(int id, object body) => server.SendAsync(HttpMethod.Patch, $"/lists/things/rows/{id}", body);
    }

    private static EffectiveRights Decider { get; } = new(new Dictionary<string, Sight> { [Permission.ApprovalsDecide] = Sight.Everything }, new Dictionary<DataClass, FieldSight>(), []);

    private static Thing Thing(long id, string name) => new(id, name, "2301", "a", 0, 86_400_000, 0, "230183", "2301830101", "p1", "v1");

    private static async Task<string> FileAsync(ListServer server, JsonElement job) =>
        Encoding.UTF8.GetString(await server.Client.GetByteArrayAsync($"/api/jobs/{job.GetProperty("id").GetString()}/file"));

    public sealed class OnSqlite() : ExportCompliance(new Engine.Sqlite());

    public sealed class OnPostgres() : ExportCompliance(new Engine.Postgres());
}

/// <summary>What a spreadsheet finds in the files.</summary>
public sealed class SheetTests
{
    private static readonly string[] Formulas = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1+1"];

    [Fact, Trait("Case", "LIST-28")]
    public async Task No_cell_of_a_csv_begins_as_a_formula_does()
    {
        var file = new MemoryStream();
        await using (var sheet = new CsvSheet(file))
        {
            await sheet.WriteAsync([.. Formulas, "王,\"芳\"", "plain"]);
        }

        var line = Encoding.UTF8.GetString(file.ToArray()).TrimStart('\uFEFF');
        foreach (var formula in Formulas)
        {
            Assert.Contains("'" + formula, line);
        }

        Assert.EndsWith("\"王,\"\"芳\"\"\",plain\r\n", line);
    }

    [Fact, Trait("Case", "LIST-28")]
    public async Task Every_cell_of_a_workbook_is_text_and_stays_text_when_edited()
    {
        var file = new MemoryStream();
        await using (var sheet = new XlsxSheet(file))
        {
            await sheet.WriteAsync([.. Formulas]);
            await sheet.WriteAsync(["王芳\u0001", "𬭎"]);
        }

        using var document = SpreadsheetDocument.Open(new MemoryStream(file.ToArray()), isEditable: false);
        var cells = document.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<Cell>().ToList();
        Assert.All(cells, c => Assert.Equal((CellValues.InlineString, 1u), (c.DataType!.Value, c.StyleIndex!.Value)));
        Assert.Empty(document.WorkbookPart.WorksheetParts.Single().Worksheet.Descendants<CellFormula>());
        Assert.True(document.WorkbookPart.WorkbookStylesPart!.Stylesheet.CellFormats!.Elements<CellFormat>().ElementAt(1).QuotePrefix!.Value);
        Assert.Equal(["王芳", "𬭎"], cells.TakeLast(2).Select(c => c.InlineString!.Text!.Text));
    }
}
