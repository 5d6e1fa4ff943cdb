using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Granary.Access.Contracts;
using Granary.Tests;

namespace Granary.Ocrm.Tests;

/// <summary>What files about customers promise, on each engine (docs/cases.md, DOC).</summary>
public abstract class DocumentCompliance(WorkDesk work)
{
    private static readonly OcrmLimits Limits = new();

    [Fact, Trait("Case", "DOC-10")]
    public async Task A_file_is_kept_shown_in_the_timeline_and_sent_as_something_to_be_saved_and_never_run()
    {
        var desk = await BeginAsync();
        var id = await UploadAsync(desk, "letter.pdf", "contract", note: "signed");
        var document = Assert.Single(await ListAsync(desk));
        Assert.Equal(("letter.pdf", "contract", "application/pdf", "signed"), (Text(document, "name"), Text(document, "kind"), Text(document, "contentType"), Text(document, "note")));
        using var response = await desk.Client.GetAsync($"/api/documents/{id}/content");
        Assert.Equal(DocumentContentTests.Read("letter.pdf"), await response.Content.ReadAsByteArrayAsync());
        Assert.Equal(("attachment", "nosniff", "sandbox; default-src 'none'"),
            (response.Content.Headers.ContentDisposition!.DispositionType, response.Headers.GetValues("X-Content-Type-Options").Single(), response.Headers.GetValues("Content-Security-Policy").Single()));
        var tag = response.Headers.ETag!;
        Assert.Equal($"\"{Convert.ToHexStringLower(SHA256.HashData(DocumentContentTests.Read("letter.pdf")))}\"", tag.Tag);
        using var again = new HttpRequestMessage(HttpMethod.Get, $"/api/documents/{id}/content") { Headers = { IfNoneMatch = { tag } } };
        using var unchanged = await desk.Client.SendAsync(again);
        Assert.Equal(304, (int)unchanged.StatusCode);
        var timeline = await work.GetAsync($"/customers/{work.Number}/timeline");
        Assert.Equal(["document contract"], timeline.GetProperty("rows").EnumerateArray().Select(r => $"{Text(r, "kind")} {Text(r, "subject")}"));
    }

    [Fact, Trait("Case", "DOC-11")]
    public async Task A_file_of_several_parts_comes_back_as_it_was_and_the_same_file_is_kept_once()
    {
        var desk = await BeginAsync();
        var text = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 200_000).Select(i => $"{i}\n")));
        Assert.True(text.Length > 2 * Limits.DocumentPart);
        var id = await UploadAsync(desk, "long.txt", "other", content: text);
        Assert.Equal(text, await desk.Client.GetByteArrayAsync(new Uri($"/api/documents/{id}/content", UriKind.Relative)));
        Assert.Equal(id, await UploadAsync(desk, "long again.txt", "other", content: text)); // whoever heard no answer sends it again
        Assert.NotEqual(id, await UploadAsync(desk, "long.txt", "contract", content: text));
        Assert.Equal(2, (await ListAsync(desk)).Count);
        Assert.Equal(1, await CountAsync(desk, "document_blob"));
    }

    [Fact, Trait("Case", "DOC-12")]
    public async Task What_is_too_large_or_no_file_is_refused_by_name_and_an_announced_size_before_a_byte_of_it_is_read()
    {
        var desk = await BeginAsync();
        Assert.Equal((413, "document-too-large"), await RefusedAsync(desk, "a.txt", "other", new byte[Limits.DocumentBytes + 1]));
        Assert.Equal((400, "document-missing"), await RefusedAsync(desk, "a.txt", "other", []));
        Assert.Equal((400, "document-kind"), await RefusedAsync(desk, "letter.pdf", "poem", DocumentContentTests.Read("letter.pdf")));
        Assert.Equal((400, "document-name"), await RefusedAsync(desk, "letter.jpg", "other", DocumentContentTests.Read("letter.pdf")));
        Assert.Equal((400, "document-type"), await RefusedAsync(desk, "letter.svg", "other", "<svg/>"u8.ToArray()));
        Assert.Empty(await ListAsync(desk));

        using var socket = new TcpClient();
        await socket.ConnectAsync(desk.Client.BaseAddress!.Host, desk.Client.BaseAddress.Port);
        var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture,
            $"POST /api/customers/{work.Number}/documents HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: {Limits.DocumentBytes * 100}\r\n\r\n")));
        using var reader = new StreamReader(stream);
        Assert.Contains("413", await reader.ReadLineAsync(), StringComparison.Ordinal);
    }

    [Fact, Trait("Case", "DOC-13")]
    public async Task Out_of_sight_there_is_no_document_and_another_legal_entity_neither_lists_nor_opens_nor_removes_nor_adds_one()
    {
        var desk = await BeginAsync();
        var id = await UploadAsync(desk, "photo.jpg", "photo");
        foreach (var foreign in new[] { Desk.Caller(new Sight { Entities = ["230183"] }), WorkDesk.Someone("marketing") })
        {
            desk.As = foreign;
            Assert.Equal(404, (await desk.SendAsync(HttpMethod.Get, $"/customers/{work.Number}/documents")).Status);
            Assert.Equal(404, (await desk.SendAsync(HttpMethod.Get, $"/documents/{id}/content")).Status);
            Assert.Equal(404, (await desk.SendAsync(HttpMethod.Post, $"/documents/{id}/remove", new { reason = "x" })).Status);
            Assert.Equal((404, "party.unknown"), await RefusedAsync(desk, "photo.jpg", "photo", DocumentContentTests.Read("photo.jpg")));
        }

        desk.As = WorkDesk.Manager();
        Assert.Single(await ListAsync(desk));
        Assert.Equal(404, (await SendAsync(desk, work.Number, "letter.pdf", "other", DocumentContentTests.Read("letter.pdf"), entity: "230183")).Status);
    }

    [Fact, Trait("Case", "DOC-14")]
    public async Task A_document_is_removed_with_a_reason_and_its_bytes_go_with_the_last_one_that_has_them()
    {
        var desk = await BeginAsync();
        var (first, second) = (await UploadAsync(desk, "letter.pdf", "contract"), await UploadAsync(desk, "letter.pdf", "other"));
        Assert.Equal("reason-missing", await work.RefusedAsync($"/documents/{first}/remove", new { reason = " " }));
        await work.DoAsync($"/documents/{first}/remove", new { reason = "another customer's" });
        Assert.Equal("document-unknown", await work.RefusedAsync($"/documents/{first}/remove", new { reason = "again" }));
        Assert.Equal(404, (await desk.SendAsync(HttpMethod.Get, $"/documents/{first}/content")).Status);
        Assert.Equal(second, Assert.Single(await ListAsync(desk)).GetProperty("id").GetInt64());
        Assert.Equal(1, await CountAsync(desk, "document_blob"));
        await work.DoAsync($"/documents/{second}/remove", new { reason = "no longer needed" });
        Assert.Equal((0, 0, 2), (await CountAsync(desk, "document_blob"), await CountAsync(desk, "document_part"), await CountAsync(desk, "document")));
        await UploadAsync(desk, "letter.pdf", "contract");
        Assert.Equal(1, await CountAsync(desk, "document_blob"));
    }

    [Fact, Trait("Case", "DOC-15")]
    public async Task Uploading_opening_and_removing_stand_in_the_audit_without_the_file_s_name()
    {
        var desk = await BeginAsync();
        var id = await UploadAsync(desk, "letter.pdf", "contract", name: "王芳的合同.pdf");
        (await desk.Client.GetAsync($"/api/documents/{id}/content")).Dispose();
        await work.DoAsync($"/documents/{id}/remove", new { reason = "torn" });
        var (_, body) = await desk.SendAsync(HttpMethod.Post, "/lists/audit/rows", new { columns = new[] { "act", "subject", "reason", "before", "after" }, limit = 100 });
        var rows = body.GetProperty("rows").EnumerateArray().Select(r => r.GetProperty("cells")).Where(c => Text(c, "before") + Text(c, "after") is { } said && said.Contains($"document/{id}", StringComparison.Ordinal)).ToList();
        Assert.Equal(["documents.edit", "documents.edit", "documents.read"], rows.Select(c => Text(c, "act")!).Order(StringComparer.Ordinal));
        Assert.All(rows, c => Assert.StartsWith(work.Number, Text(c, "subject"), StringComparison.Ordinal));
        Assert.Contains(rows, c => Text(c, "reason") == "torn");
        Assert.DoesNotContain("王芳", JsonSerializer.Serialize(rows), StringComparison.Ordinal);
    }

    [Fact, Trait("Case", "DOC-16")]
    public async Task Photos_of_a_visit_the_proof_of_a_task_and_the_evidence_of_a_consent_belong_to_them_and_to_the_customer()
    {
        var desk = await BeginAsync();
        var photo = await UploadAsync(desk, "photo.jpg", "photo");
        var visit = await work.CreateAsync("/visits", new { kind = "visit", customers = new[] { work.Number }, purpose = "问候", at = "2020-01-31T09:00:00+08:00" });
        Assert.Equal("document-attach", await work.RefusedAsync($"/visits/{visit}/done", new { outcome = "agreed", documents = new[] { photo + 1000 } }));
        await work.DoAsync($"/visits/{visit}/done", new { outcome = "agreed", photos = new[] { "相册 3" }, documents = new[] { photo } });
        Assert.Equal([photo], await OfAsync($"visit/{visit}"));
        Assert.Equal("相册 3", (await work.GetAsync($"/visits/{visit}")).GetProperty("photos")[0].GetString());

        var task = await work.CreateAsync("/tasks", new { title = "送资料", dueOn = WorkDesk.Late, customer = work.Number, evidence = true });
        Assert.Equal("task-evidence", await work.RefusedAsync($"/tasks/{task}/done", new { result = "done" }));
        var proof = await UploadAsync(desk, "picture.png", "evidence");
        await work.DoAsync($"/tasks/{task}/done", new { documents = new[] { proof } });
        Assert.Equal([proof], await OfAsync($"task/{task}"));

        var paper = await UploadAsync(desk, "picture.webp", "evidence");
        var wording = (await work.GetAsync($"/customers/{work.Number}/consents")).GetProperty("entities")[0].GetProperty("wordings").EnumerateArray().First(w => Text(w, "purpose") == "care").GetProperty("id").GetString();
        await work.DoAsync($"/customers/{work.Number}/consents", new { entity = WorkDesk.Entity, purpose = "care", channels = new[] { "sms", "phone" }, wording, evidenceKind = "paper", evidence = "", documents = new[] { paper } });
        var consents = (await work.GetAsync($"/customers/{work.Number}/consents")).GetProperty("consents").EnumerateArray().Select(c => $"consent/{Text(c, "id")}").Order(StringComparer.Ordinal).ToList();
        Assert.Equal(2, consents.Count);
        Assert.Equal(consents, (await ListAsync(desk)).Single(d => d.GetProperty("id").GetInt64() == paper).GetProperty("of").EnumerateArray().Select(o => o.GetString()!).Order(StringComparer.Ordinal));

        desk.As = WorkDesk.Someone("marketing");
        Assert.Empty(await OfAsync($"visit/{visit}"));
    }

    /// <summary>The desk with no documents and nothing that was agreed to.</summary>
    private async Task<Desk> BeginAsync()
    {
        var desk = await work.BeginAsync();
        await desk.Database.WriteAsync(async session =>
        {
            foreach (var table in new[] { "document", "document_of", "document_part", "document_blob", "consent" })
            {
                await session.ExecuteAsync($"DELETE FROM ocrm.{table}");
            }
        }, CancellationToken.None);
        desk.As = WorkDesk.Manager();
        return desk;
    }

    private async Task<long> UploadAsync(Desk desk, string file, string kind, string note = "", byte[]? content = null, string? name = null)
    {
        var (status, body) = await SendAsync(desk, work.Number, name ?? file, kind, content ?? DocumentContentTests.Read(file), note);
        Assert.True(status == 200, body.ToString());
        return body.GetProperty("id").GetInt64();
    }

    private async Task<(int Status, string? Code)> RefusedAsync(Desk desk, string name, string kind, byte[] content)
    {
        var (status, body) = await SendAsync(desk, work.Number, name, kind, content);
        return (status, Text(body, "code"));
    }

    internal static async Task<(int Status, JsonElement Body)> SendAsync(Desk desk, string number, string name, string kind, byte[] content, string note = "", string entity = "")
    {
        using var form = new MultipartFormDataContent { { new StringContent(kind), "kind" }, { new StringContent(note), "note" }, { new StringContent(entity), "entity" } };
        var file = new ByteArrayContent(content) { Headers = { ContentType = new MediaTypeHeaderValue("text/html") } }; // what a browser says of it counts for nothing
        form.Add(file, "file", name);
        using var response = await desk.Client.PostAsync($"/api/customers/{number}/documents", form);
        return ((int)response.StatusCode, JsonSerializer.Deserialize<JsonElement>(await response.Content.ReadAsStringAsync()));
    }

    private async Task<List<JsonElement>> ListAsync(Desk desk) => [.. (await work.GetAsync($"/customers/{work.Number}/documents")).GetProperty("documents").EnumerateArray()];

    private async Task<List<long>> OfAsync(string reference) => [.. (await work.GetAsync($"/documents?of={reference}")).EnumerateArray().Select(d => d.GetProperty("id").GetInt64())];

    private static async Task<long> CountAsync(Desk desk, string table) =>
        (await desk.Database.ReadAsync(s => s.QueryAsync($"SELECT count(*) FROM ocrm.{table}", r => r.GetInt64(0)), CancellationToken.None))[0];

    private static string? Text(JsonElement row, string property) => row.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    [Collection(WorkOnSqlite.Name)]
    public sealed class OnSqlite(WorkDeskOnSqlite work) : DocumentCompliance(work);

    [Collection(WorkOnPostgres.Name)]
    public sealed class OnPostgres(WorkDeskOnPostgres work) : DocumentCompliance(work);
}

/// <summary>Files through merges and splits of the customer master, on each engine.</summary>
public abstract class DocumentIdentityCompliance(Engine engine)
{
    [Fact, Trait("Case", "DOC-17")]
    public async Task A_document_follows_its_customer_through_a_merge_and_back_and_what_came_between_is_asked_about()
    {
        await using var desk = await Desk.StartAsync(engine);
        var first = await desk.FollowedAsync(desk.HearAsync("CBS", "C1", WorkDesk.Outlet, "王芳", "230183197703035738"));
        var second = await desk.FollowedAsync(desk.HearAsync("CLMS", "L1", WorkDesk.Outlet, "王芳", "230521198506211246"));
        await DocumentCompliance.SendAsync(desk, first, "letter.pdf", "contract", DocumentContentTests.Read("letter.pdf"));
        var (_, uploaded) = await DocumentCompliance.SendAsync(desk, second, "photo.jpg", "photo", DocumentContentTests.Read("photo.jpg"));
        await desk.FollowedAsync(desk.HearAsync("CLMS", "L1", WorkDesk.Outlet, "王芳", "230183197703035738"));
        Assert.Equal(["letter.pdf", "photo.jpg"], await NamesAsync(desk, first));
        Assert.Equal(["letter.pdf", "photo.jpg"], await NamesAsync(desk, second)); // the old number leads there
        using var response = await desk.Client.GetAsync($"/api/documents/{uploaded.GetProperty("id").GetInt64()}/content");
        Assert.Equal(200, (int)response.StatusCode);

        await DocumentCompliance.SendAsync(desk, first, "picture.png", "other", DocumentContentTests.Read("picture.png"));
        var other = await desk.SplitAsync(first);
        await desk.FollowedAsync();
        Assert.Equal(["letter.pdf", "picture.png"], await NamesAsync(desk, first));
        Assert.Equal(["photo.jpg"], await NamesAsync(desk, other));
        var (_, reviews) = await desk.SendAsync(HttpMethod.Get, "/customers/reviews");
        var doubt = Assert.Single(reviews.EnumerateArray().ToList());
        Assert.Equal("document", doubt.GetProperty("what").GetString());
        await desk.SendAsync(HttpMethod.Post, "/customers/reviews", new { ids = new[] { doubt.GetProperty("id").GetInt64() }, over = true });
        Assert.Equal(["photo.jpg", "picture.png"], await NamesAsync(desk, other));
    }

    [Fact, Trait("Case", "DOC-18")]
    public async Task The_photo_of_a_visit_to_several_customers_is_with_each_of_them_and_once_with_the_visit()
    {
        await using var desk = await Desk.StartAsync(engine);
        var first = await desk.FollowedAsync(desk.HearAsync("CBS", "C1", WorkDesk.Outlet, "王芳", "230183197703035738"));
        var second = await desk.FollowedAsync(desk.HearAsync("CBS", "C2", WorkDesk.Outlet, "张伟", "230521198506211246"));
        desk.As = desk.As with { PersonId = "manager" };
        var (_, uploaded) = await DocumentCompliance.SendAsync(desk, second, "photo.jpg", "photo", DocumentContentTests.Read("photo.jpg"));
        var (status, visit) = await desk.SendAsync(HttpMethod.Post, "/visits", new
        {
            kind = "visit", customers = new[] { first, second }, purpose = "问候", at = "2020-01-31T09:00:00+08:00", done = new { outcome = "reached", documents = new[] { uploaded.GetProperty("id").GetInt64() } },
        });
        Assert.Equal(200, status);
        Assert.Equal(["photo.jpg"], await NamesAsync(desk, first));
        Assert.Equal(["photo.jpg"], await NamesAsync(desk, second));
        var (_, of) = await desk.SendAsync(HttpMethod.Get, $"/documents?of=visit/{visit.GetProperty("id").GetInt64()}");
        Assert.Equal(1, of.GetArrayLength());
    }

    private static async Task<List<string>> NamesAsync(Desk desk, string number)
    {
        var (status, body) = await desk.SendAsync(HttpMethod.Get, $"/customers/{number}/documents");
        Assert.Equal(200, status);
        return [.. body.GetProperty("documents").EnumerateArray().Select(d => d.GetProperty("name").GetString()!).Order(StringComparer.Ordinal)];
    }
}

public sealed class SqliteDocumentIdentity() : DocumentIdentityCompliance(new Engine.Sqlite());

public sealed class PostgresDocumentIdentity() : DocumentIdentityCompliance(new Engine.Postgres());
