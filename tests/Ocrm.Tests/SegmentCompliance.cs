using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Granary.Access.Contracts;
using Granary.Tests;

namespace Granary.Ocrm.Tests;

/// <summary>What tags and segments promise, on each engine (docs/cases.md, SEG).</summary>
public abstract class SegmentCompliance(Engine engine)
{
    private const string Outlet = "2305210102";
    private const string Other = "2301830201";
    private const string Wang = "230183197703035738";
    private const string Zhang = "230521198506211246";

    [Fact, Trait("Case", "SEG-01")]
    public async Task A_tag_is_given_to_a_selection_found_by_and_taken_away_and_stays_inside_its_legal_entity()
    {
        await using var desk = await DeskAsync();
        var tag = await TagAsync(desk, "种粮大户", "230521");
        var (_, preview) = await ActAsync(desk, "tag", new { tags = tag }, preview: true);
        Assert.Equal(2, preview.GetProperty("affected").GetInt32());
        Assert.Empty(await desk.NamesAsync(Tagged(tag)));
        await ActAsync(desk, "tag", new { tags = tag });
        Assert.Equal(["王芳", "张伟"], await desk.NamesAsync(Tagged(tag)));
        Assert.Equal(["李娜"], await desk.NamesAsync(new { column = "tags", op = "empty" }));
        var (_, rows) = await desk.SendAsync(HttpMethod.Post, "/lists/customers/rows", new { filter = Tagged(tag), columns = new[] { "tags" } });
        Assert.Equal("种粮大户", rows.GetProperty("names").GetProperty("tags").GetProperty(tag).GetString());
        desk.As = Desk.Caller(new Sight { Entities = ["230183"] }) with { PersonId = "elsewhere" };
        Assert.DoesNotContain("种粮大户", (await desk.SendAsync(HttpMethod.Get, "/tags")).Body.ToString(), StringComparison.Ordinal);
        Assert.Equal("tag-unknown", (await ActAsync(desk, "tag", new { tags = tag })).Body.GetProperty("problems")[0].GetString());
        desk.As = Desk.Caller(new Sight { Entities = ["230521"] });
        await ActAsync(desk, "untag", new { tags = tag }, new { column = "name", op = "eq", value = "王芳" });
        Assert.Equal(["张伟"], await desk.NamesAsync(Tagged(tag)));
    }

    [Fact, Trait("Case", "SEG-02")]
    public async Task A_dynamic_segment_is_its_conditions_and_count_list_and_each_caller_s_rights_agree()
    {
        await using var desk = await DeskAsync();
        await desk.Database.WriteAsync(s => s.ExecuteAsync("UPDATE ocrm.customer SET deposits = 10000000 WHERE name <> '张伟'"), CancellationToken.None);
        var segment = await SegmentAsync(desk, "存款十万", new { column = "deposits", op = "gte", value = 100_000 });
        Assert.Equal(["李娜", "王芳"], await desk.NamesAsync(In(segment)));
        Assert.Equal(2, await CountAsync(desk, In(segment)));
        Assert.Equal(["张伟"], await desk.NamesAsync(new { column = "segment", op = "ne", value = segment }));
        await desk.Database.WriteAsync(s => s.ExecuteAsync("UPDATE ocrm.customer SET deposits = 0 WHERE name = '王芳'"), CancellationToken.None);
        Assert.Equal(["李娜"], await desk.NamesAsync(In(segment)));
        desk.As = Desk.Caller(new Sight { Entities = ["230521"] });
        Assert.Equal(0, await CountAsync(desk, In(segment)));
    }

    [Fact, Trait("Case", "SEG-03")]
    public async Task A_day_relative_to_today_is_another_day_tomorrow()
    {
        await using var desk = await DeskAsync();
        var now = TimeProvider.System.GetUtcNow();
        await desk.Database.WriteAsync(s => s.ExecuteAsync("UPDATE ocrm.customer SET last_contact = CASE WHEN name = '王芳' THEN @recent WHEN name = '张伟' THEN @old ELSE 0 END",
            ("recent", now.AddDays(-20).ToUnixTimeMilliseconds()), ("old", now.AddDays(-100).ToUnixTimeMilliseconds())), CancellationToken.None);
        Assert.Equal(["王芳"], await desk.NamesAsync(new { column = "lastContact", op = "gte", value = "today-90" }));
        Assert.Equal(["张伟"], await desk.NamesAsync(new { and = new object[] { new { column = "lastContact", op = "lt", value = "today-90" }, new { column = "lastContact", op = "notEmpty" } } }));
        var (status, body) = await desk.SendAsync(HttpMethod.Post, "/lists/customers/rows", new { filter = new { column = "lastContact", op = "gte", value = "today-soon" } });
        Assert.Equal((400, "list-wrong-value"), (status, body.GetProperty("code").GetString()));
    }

    [Fact, Trait("Case", "SEG-04")]
    public async Task A_static_segment_has_who_was_put_in_and_takes_them_out_again()
    {
        await using var desk = await DeskAsync();
        var segment = await SegmentAsync(desk, "名单", null, "static");
        await ActAsync(desk, "join", new { segment }, new { column = "entity", op = "eq", value = "230521" });
        Assert.Equal(["王芳", "张伟"], await desk.NamesAsync(In(segment)));
        await ActAsync(desk, "leave", new { segment }, new { column = "name", op = "eq", value = "王芳" });
        Assert.Equal(["张伟"], await desk.NamesAsync(In(segment)));
    }

    [Fact, Trait("Case", "SEG-05")]
    public async Task Segments_are_united_intersected_and_subtracted()
    {
        await using var desk = await DeskAsync();
        var here = await SegmentAsync(desk, "本县", new { column = "entity", op = "eq", value = "230521" });
        var wang = await SegmentAsync(desk, "王", new { or = new object[] { new { column = "name", op = "eq", value = "王芳" }, new { column = "name", op = "eq", value = "李娜" } } });
        Assert.Equal(["李娜", "王芳", "张伟"], await desk.NamesAsync(In(await CombineAsync(desk, "union", here, wang))));
        Assert.Equal(["王芳"], await desk.NamesAsync(In(await CombineAsync(desk, "intersection", here, wang))));
        var rest = await CombineAsync(desk, "difference", here, wang);
        Assert.Equal(["张伟"], await desk.NamesAsync(In(rest)));
        Assert.Equal(["王芳", "张伟"], await desk.NamesAsync(In(await CombineAsync(desk, "union", rest, here)))); // a combination of a combination
        Assert.Equal(1, await CountAsync(desk, new { and = new[] { In(here), In(wang) } })); // how two are compared
    }

    [Theory, Trait("Case", "SEG-06")]
    [InlineData("csv")]
    [InlineData("gb18030")]
    public async Task Lines_of_a_file_are_matched_by_number_document_or_phone_with_name_and_what_was_not_is_reconciled(string format)
    {
        await using var desk = await DeskAsync();
        var number = (await desk.TableAsync()).First(r => r.Contains("李娜", StringComparison.Ordinal)).Split('|')[0];
        var segment = await SegmentAsync(desk, "文件", null, "file");
        var text = $"客户编号,身份证号,手机,姓名\n{number},,,\n,{Wang},,王芳\n,,13900000002,张伟\n,,13900000002,王芳\n,{Wang},,王方\n,,13900000002,\n9,,,\n";
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var (status, body) = await FillAsync(desk, segment, format == "csv" ? Encoding.UTF8.GetBytes(text) : Encoding.GetEncoding("GB18030").GetBytes(text));
        Assert.Equal(200, status);
        Assert.Equal(["李娜", "王芳", "张伟"], await desk.NamesAsync(In(segment)));
        Assert.Equal((7, 3, 4), (body.GetProperty("lines").GetInt32(), body.GetProperty("matched").GetInt32(), body.GetProperty("unmatched").GetInt32()));
        Assert.Equal([(5, "nobody"), (6, "nobody"), (7, "empty"), (8, "nobody")],
            body.GetProperty("problems").EnumerateArray().Select(p => (p.GetProperty("line").GetInt32(), p.GetProperty("problem").GetString())));

        // Who is out of sight is not matched, and the file's segment does not show them either.
        desk.As = Desk.Caller(new Sight { Entities = ["230183"] });
        Assert.Equal(["李娜"], await desk.NamesAsync(In(segment)));
        Assert.Equal(1, (await FillAsync(desk, segment, Encoding.UTF8.GetBytes(text))).Body.GetProperty("matched").GetInt32());
    }

    [Fact, Trait("Case", "SEG-07")]
    public async Task What_a_caller_may_not_ask_is_not_asked_through_a_segment_either_and_a_private_one_is_its_author_s()
    {
        await using var desk = await DeskAsync();
        var segment = await SegmentAsync(desk, "手机", new { column = "mobile", op = "starts", value = "139" }, shared: true);
        var secret = await SegmentAsync(desk, "私有", new { column = "kind", op = "eq", value = "person" });
        desk.As = Desk.Caller(Sight.Everything, c2: FieldSight.Masked) with { PersonId = "another" };
        var (status, body) = await desk.SendAsync(HttpMethod.Post, "/lists/customers/count", new { filter = In(segment) });
        Assert.Equal((400, "list-no-filter"), (status, body.GetProperty("code").GetString()));
        (status, body) = await desk.SendAsync(HttpMethod.Post, "/lists/customers/count", new { filter = In(secret) });
        Assert.Equal((400, "list-wrong-value"), (status, body.GetProperty("code").GetString()));
        Assert.Equal(404, (await desk.SendAsync(HttpMethod.Delete, $"/segments/{segment}")).Status);
        Assert.Equal(["手机"], (await desk.SendAsync(HttpMethod.Get, "/segments")).Body.EnumerateArray().Select(s => s.GetProperty("name").GetString()));
    }

    private async Task<Desk> DeskAsync()
    {
        var desk = await Desk.StartAsync(engine);
        await desk.HearAsync("CBS", "C1", Outlet, "王芳", Wang, "13900000001");
        await desk.HearAsync("CBS", "C2", Outlet, "张伟", Zhang, "13900000002");
        await desk.HearAsync("CBS", "C3", Other, "李娜", "230103199001011232", "13900000003");
        await desk.FollowedAsync();
        return desk;
    }

    private static object Tagged(string tag) => new { column = "tags", op = "eq", value = tag };

    private static object In(string segment) => new { column = "segment", op = "eq", value = segment };

    private static async Task<string> TagAsync(Desk desk, string name, string entity)
    {
        var (status, body) = await desk.SendAsync(HttpMethod.Post, "/tags", new { name, entity });
        Assert.Equal(200, status);
        return body.GetProperty("id").GetString()!;
    }

    private static async Task<string> SegmentAsync(Desk desk, string name, object? filter, string kind = "dynamic", bool shared = false)
    {
        var (status, body) = await desk.SendAsync(HttpMethod.Post, "/segments", new { name, kind, shared, filter });
        Assert.Equal(200, status);
        return body.GetProperty("id").GetString()!;
    }

    private static async Task<string> CombineAsync(Desk desk, string how, params string[] of)
    {
        var (status, body) = await desk.SendAsync(HttpMethod.Post, "/segments", new { name = how, kind = "combined", shared = false, of = new { how, of } });
        Assert.Equal(200, status);
        return body.GetProperty("id").GetString()!;
    }

    private static Task<(int Status, JsonElement Body)> ActAsync(Desk desk, string action, object arguments, object? filter = null, bool preview = false) =>
        desk.SendAsync(HttpMethod.Post, $"/lists/customers/actions/{action}", new { filter, preview, arguments });

    private static async Task<int> CountAsync(Desk desk, object filter) =>
        (await desk.SendAsync(HttpMethod.Post, "/lists/customers/count", new { filter, exact = true })).Body.GetProperty("count").GetInt32();

    private static async Task<(int Status, JsonElement Body)> FillAsync(Desk desk, string segment, byte[] file)
    {
        using var content = new ByteArrayContent(file) { Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") } };
        using var response = await desk.Client.PutAsync(new Uri($"/api/segments/{segment}/file", UriKind.Relative), content);
        return ((int)response.StatusCode, JsonSerializer.Deserialize<JsonElement>(await response.Content.ReadAsStringAsync()));
    }
}

public sealed class SqliteSegments() : SegmentCompliance(new Engine.Sqlite());

public sealed class PostgresSegments() : SegmentCompliance(new Engine.Postgres());
