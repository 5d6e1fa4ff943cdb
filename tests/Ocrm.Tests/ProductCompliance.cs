using System.Text.Json;
using Granary.Access.Contracts;
using Granary.Ocrm.Products;
using Granary.Tests;

namespace Granary.Ocrm.Tests;

/// <summary>What the catalogue of products promises, on each engine (docs/cases.md, PROD).</summary>
public abstract class ProductCompliance(Engine engine)
{
    private const string County = "230521";
    private const string Outlet = "2305210102";
    private const string Wang = "230183197703035738";
    private const string Zhang = "230521198506211242";

    [Fact, Trait("Case", "PROD-01")]
    public async Task A_product_is_written_published_and_found_by_its_code_and_a_published_version_never_changes()
    {
        await using var desk = await Desk.StartAsync(engine);
        var added = await desk.AddProductAsync("DQ-1");
        Assert.Equal(("draft", JsonValueKind.Null), (added.GetProperty("state").GetString(), added.GetProperty("current").ValueKind));
        Assert.Null(await FindAsync(desk, "DQ-1"));
        var published = await desk.PublishProductAsync("DQ-1");
        Assert.Equal(("on-sale", 1), (published.GetProperty("state").GetString(), published.GetProperty("current").GetInt32()));
        Assert.Equal("定期存款", (await FindAsync(desk, "DQ-1"))!.NameZh);
        var first = published.GetProperty("versions")[0].GetRawText();

        // The next version is written beside it, begins later, and leaves the first as it was, to the letter.
        var second = Desk.Terms(percent: 1.45m, from: Today.AddDays(30));
        Assert.Equal(200, (await desk.SendAsync(HttpMethod.Put, "/products/DQ-1", Desk.Product("DQ-1", second, version: published.GetProperty("version").GetInt64()))).Status);
        published = await desk.PublishProductAsync("DQ-1");
        Assert.Equal((1, 2), (published.GetProperty("current").GetInt32(), published.GetProperty("versions").GetArrayLength()));
        Assert.Equal(first, published.GetProperty("versions")[1].GetRawText());
        Assert.Equal(("product-valid-from", 400), await desk.ProblemAsync(HttpMethod.Post, "/products/DQ-1/publish", new { version = published.GetProperty("version").GetInt64() }));
    }

    [Fact, Trait("Case", "PROD-02")]
    public async Task A_code_is_one_product_a_version_that_was_not_read_is_not_changed_and_what_is_wrong_is_refused_by_name()
    {
        await using var desk = await Desk.StartAsync(engine);
        var added = await desk.AddProductAsync("DQ-1");
        Assert.Equal(("product-code", 409), await desk.ProblemAsync(HttpMethod.Post, "/products", Desk.Product("DQ-1", Desk.Terms())));
        Assert.Equal(("product-changed", 409), await desk.ProblemAsync(HttpMethod.Put, "/products/DQ-1", Desk.Product("DQ-1", Desk.Terms(), version: 9)));
        Assert.Equal(("product-incomplete", 400), await desk.ProblemAsync(HttpMethod.Post, "/products", Desk.Product("定期 1", Desk.Terms())));
        Assert.Equal(("product-rates", 400), await desk.ProblemAsync(HttpMethod.Post, "/products", Desk.Product("DQ-2", Desk.Terms(percent: 101))));
        Assert.Equal(("product-terms", 400), await desk.ProblemAsync(HttpMethod.Post, "/products", Desk.Product("DQ-2", Desk.Terms() with { MinAmount = 2, MaxAmount = 1 })));
        Assert.Equal(("product-risk", 400), await desk.ProblemAsync(HttpMethod.Post, "/products", Desk.Product("DQ-2", Desk.Terms() with { Risk = "R6" })));
        foreach (var column in new[] { "followed", "segment" })
        {
            var personal = JsonSerializer.SerializeToElement(new { and = new object[] { new { column, op = "eq", value = "me" } } });
            Assert.Equal(("product-eligibility", 400), await desk.ProblemAsync(HttpMethod.Post, "/products", Desk.Product("DQ-2", Desk.Terms() with { Eligibility = personal })));
        }

        var unknown = JsonSerializer.SerializeToElement(new { column = "shoe", op = "eq", value = "44" });
        Assert.Equal(("list-no-column", 400), await desk.ProblemAsync(HttpMethod.Post, "/products", Desk.Product("DQ-2", Desk.Terms() with { Eligibility = unknown })));
        Assert.Equal(("product-valid-from", 400), await desk.ProblemAsync(HttpMethod.Put, "/products/DQ-1", Desk.Product("DQ-1", Desk.Terms(from: Today.AddDays(-1)), version: added.GetProperty("version").GetInt64()), "/products/DQ-1/publish"));
        // Who may lose money with it hears how likely that is.
        await desk.AddProductAsync("LC-1", kind: "wealth");
        Assert.Equal(("product-risk", 400), await desk.ProblemAsync(HttpMethod.Post, "/products/LC-1/publish", new { version = 1 }));
    }

    [Fact, Trait("Case", "PROD-03")]
    public async Task Drafts_are_seen_by_who_writes_them_and_a_county_writes_its_own_products_only()
    {
        await using var desk = await Desk.StartAsync(engine);
        await desk.AddProductAsync("P-1");
        await desk.AddProductAsync("C-1", entity: County);
        desk.As = Desk.Caller(new Sight { Entities = [County] });
        Assert.Equal(["C-1"], await CodesAsync(desk, "product-drafts"));
        Assert.Empty(await CodesAsync(desk, "products"));
        Assert.Equal(404, (await desk.SendAsync(HttpMethod.Get, "/products/P-1")).Status);
        Assert.Equal(404, (await desk.SendAsync(HttpMethod.Post, "/products/P-1/publish", new { version = 1 })).Status);
        Assert.Equal(404, (await desk.SendAsync(HttpMethod.Post, "/products", Desk.Product("P-2", Desk.Terms()))).Status);
        await desk.PublishProductAsync("C-1");
        desk.As = Desk.Caller(Sight.Everything);
        await desk.PublishProductAsync("P-1");

        // The province's are everybody's to read, a county's those who work there.
        desk.As = Desk.Caller(new Sight { Units = [Outlet] });
        Assert.Equal(["C-1", "P-1"], await CodesAsync(desk, "products"));
        Assert.False((await desk.SendAsync(HttpMethod.Get, "/products/P-1")).Body.GetProperty("mayEdit").GetBoolean());
        desk.As = Desk.Caller(new Sight { Entities = ["230183"] });
        Assert.Equal(["P-1"], await CodesAsync(desk, "products"));
        Assert.Equal(404, (await desk.SendAsync(HttpMethod.Get, "/products/C-1")).Status);
        Assert.Null(await FindAsync(desk, "C-1"));
    }

    [Fact, Trait("Case", "PROD-04")]
    public async Task Who_has_a_product_and_who_could_have_it_are_filters_of_the_list_of_customers_within_sight()
    {
        await using var desk = await Desk.StartAsync(engine);
        var wang = await desk.HearAsync("CBS", "C1", Outlet, "王芳", Wang, "13900000001");
        await desk.HearAsync("CBS", "C2", Outlet, "张伟", Zhang);
        await desk.FollowedAsync();
        await HoldingCompliance.TakeAsync(desk, HoldingCompliance.Report("C1", "A1", 100_00) with { Product = "DP0101" }, HoldingCompliance.Report("C2", "A2", 100_00) with { Product = "DP0212" });
        await desk.AddProductAsync("ALL");
        await desk.AddProductAsync("DQ-1", Desk.Terms() with { Eligibility = Mobile }, reported: ["DP0212", "DP0213"]);
        Assert.Equal("list-wrong-value", (await desk.SendAsync(HttpMethod.Post, "/lists/customers/count", new { filter = Is("product", "DQ-1") })).Body.GetProperty("code").GetString());
        await desk.PublishProductAsync("DQ-1");
        await desk.PublishProductAsync("ALL");
        Assert.Equal(["张伟"], await desk.NamesAsync(Is("product", "DQ-1")));
        Assert.Equal(2, (await desk.NamesAsync(Is("product", "ALL"))).Count());
        Assert.Equal(2, (await desk.NamesAsync(Is("eligible", "ALL"))).Count());
        Assert.Equal(["王芳"], await desk.NamesAsync(new { and = new[] { Is("eligible", "DQ-1"), Is("product", "DQ-1", "ne") } }));
        Assert.Empty(await desk.NamesAsync(new { and = new[] { Is("eligible", "DQ-1"), Is("product", "DQ-1") } }));

        // A condition on what the caller does not see is not asked through the product either.
        desk.As = Desk.Caller(Sight.Everything, c2: FieldSight.Hidden);
        Assert.Equal("list-no-column", (await desk.SendAsync(HttpMethod.Post, "/lists/customers/count", new { filter = Is("eligible", "DQ-1") })).Body.GetProperty("code").GetString());
        Assert.True((await SuitableAsync(desk, wang, "DQ-1")).GetProperty("unasked").GetBoolean());
        desk.As = Desk.Caller(new Sight { Entities = ["230183"] });
        Assert.Empty(await desk.NamesAsync(Is("eligible", "ALL")));
    }

    [Fact, Trait("Case", "PROD-05")]
    public async Task A_customer_is_told_which_condition_of_a_product_they_do_not_fulfil()
    {
        await using var desk = await Desk.StartAsync(engine);
        var zhang = await desk.FollowedAsync(desk.HearAsync("CBS", "C2", Outlet, "张伟", Zhang));
        await HoldingCompliance.TakeAsync(desk, HoldingCompliance.Report("C2", "A2", 100_00));
        await desk.AddProductAsync("DQ-1", Desk.Terms() with { Eligibility = JsonSerializer.SerializeToElement(new { and = new object[] { Is("kind", "person"), Mobile } }) }, holds: ["loan"]);
        await desk.PublishProductAsync("DQ-1");
        var product = await SuitableAsync(desk, zhang, "DQ-1");
        Assert.Equal("mobile", Assert.Single(product.GetProperty("unfulfilled").EnumerateArray()).GetProperty("column").GetString());
        Assert.False(product.GetProperty("held").GetBoolean());
        desk.As = Desk.Caller(new Sight { Entities = ["230183"] });
        Assert.Equal(404, (await desk.SendAsync(HttpMethod.Get, $"/customers/{zhang}/products")).Status);
    }

    [Fact, Trait("Case", "PROD-06")]
    public async Task A_file_goes_with_a_product_is_sent_as_something_to_be_saved_and_its_bytes_stay_as_long_as_anything_has_them()
    {
        await using var desk = await Desk.StartAsync(engine);
        await desk.AddProductAsync("DQ-1");
        await desk.AddProductAsync("DQ-2");
        var first = await desk.AttachAsync("DQ-1", "letter.pdf");
        Assert.Equal(first, await desk.AttachAsync("DQ-1", "letter.pdf"));
        var second = await desk.AttachAsync("DQ-2", "letter.pdf");
        Assert.Equal(204, (await desk.SendAsync(HttpMethod.Delete, $"/products/DQ-1/files/{first}")).Status);
        Assert.Equal(404, (await desk.SendAsync(HttpMethod.Get, $"/products/DQ-2/files/{first}")).Status);
        using var response = await desk.Client.GetAsync($"/api/products/DQ-2/files/{second}");
        Assert.Equal(DocumentContentTests.Read("letter.pdf"), await response.Content.ReadAsByteArrayAsync());
        Assert.Equal("attachment", response.Content.Headers.ContentDisposition!.DispositionType);
        await desk.SendAsync(HttpMethod.Delete, $"/products/DQ-2/files/{second}");
        Assert.Equal(0, (await desk.Database.ReadAsync(s => s.QueryAsync("SELECT count(*) FROM ocrm.document_blob", r => r.GetInt64(0)), CancellationToken.None))[0]);
    }

    [Fact, Trait("Case", "PROD-13")]
    public async Task A_published_version_keeps_the_files_that_it_had_and_what_is_in_writing_is_seen_by_who_writes()
    {
        await using var desk = await Desk.StartAsync(engine);
        await desk.AddProductAsync("DQ-1");
        var letter = await desk.AttachAsync("DQ-1", "letter.pdf");
        await desk.PublishProductAsync("DQ-1");
        var photo = await desk.AttachAsync("DQ-1", "photo.jpg");
        Assert.Equal([$"{letter} 1 ", $"{photo} 2 "], await FilesAsync());
        Assert.Equal(204, (await desk.SendAsync(HttpMethod.Delete, $"/products/DQ-1/files/{letter}")).Status);
        Assert.Equal(404, (await desk.SendAsync(HttpMethod.Delete, $"/products/DQ-1/files/{letter}")).Status); // gone from what is in writing, and what is published does not change
        Assert.Equal([$"{letter} 1 2", $"{photo} 2 "], await FilesAsync());

        desk.As = Desk.Caller(new Sight { Entities = [County] });
        Assert.Equal([$"{letter} 1 2"], await FilesAsync());
        Assert.Equal((200, 404), (await OpenedAsync(letter), await OpenedAsync(photo)));
        desk.As = Desk.Caller(Sight.Everything);

        // Taken away by mistake, it is the same file again; with the next version there is another.
        Assert.Equal(letter, await desk.AttachAsync("DQ-1", "letter.pdf"));
        await desk.SendAsync(HttpMethod.Delete, $"/products/DQ-1/files/{letter}");
        var read = (await desk.SendAsync(HttpMethod.Get, "/products/DQ-1")).Body.GetProperty("version").GetInt64();
        Assert.Equal(200, (await desk.SendAsync(HttpMethod.Put, "/products/DQ-1", Desk.Product("DQ-1", Desk.Terms(), version: read))).Status);
        await desk.AttachAsync("DQ-1", "letter.docx");
        Assert.Equal(("product-changed", 409), await desk.ProblemAsync(HttpMethod.Post, "/products/DQ-1/publish", new { version = read + 1 }));
        await desk.PublishProductAsync("DQ-1");
        var again = await desk.AttachAsync("DQ-1", "letter.pdf");
        Assert.Equal([$"{letter} 1 2", $"{photo} 2 ", $"{photo + 1} 2 ", $"{again} 3 "], await FilesAsync());
        desk.As = Desk.Caller(new Sight { Entities = [County] });
        Assert.Equal((200, 200, 404), (await OpenedAsync(letter), await OpenedAsync(photo), await OpenedAsync(again)));

        async Task<int> OpenedAsync(long id) => (int)(await desk.Client.GetAsync($"/api/products/DQ-1/files/{id}")).StatusCode;
        async Task<string[]> FilesAsync() => [.. (await desk.SendAsync(HttpMethod.Get, "/products/DQ-1")).Body.GetProperty("files").EnumerateArray().Select(f => $"{f.GetProperty("id")} {f.GetProperty("since")} {f.GetProperty("until")}")];
    }

    private static readonly JsonElement Mobile = JsonSerializer.SerializeToElement(new { column = "mobile", op = "notEmpty" });

    private static object Is(string column, string value, string op = "eq") => new { column, op, value };

    private static async Task<JsonElement> SuitableAsync(Desk desk, string number, string code) =>
        (await desk.SendAsync(HttpMethod.Get, $"/customers/{number}/products")).Body.GetProperty("products").EnumerateArray().Single(p => p.GetProperty("code").GetString() == code);

    private static DateOnly Today => Granary.Kernel.BankTime.Today(TimeProvider.System);

    private static Task<Product?> FindAsync(Desk desk, string code) => desk.Database.ReadAsync(session => Product.FindAsync(session, desk.As, code), CancellationToken.None);

    private static async Task<string[]> CodesAsync(Desk desk, string list) =>
        [.. (await desk.SendAsync(HttpMethod.Post, $"/lists/{list}/rows", new { columns = new[] { "code" }, sort = new[] { new { column = "code" } } })).Body
            .GetProperty("rows").EnumerateArray().Select(r => r.GetProperty("cells").GetProperty("code").GetString()!)];
}

public sealed class SqliteProducts() : ProductCompliance(new Engine.Sqlite());

public sealed class PostgresProducts() : ProductCompliance(new Engine.Postgres());
