using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;

namespace Granary.Host.Tests;

/// <summary>What the web server itself promises: files, headers, health, and an answer to whatever is sent to it.</summary>
public sealed class ServerTests : IAsyncLifetime
{
    private const string Script = "console.log('granary');";

    private readonly string _web = Directory.CreateTempSubdirectory("granary-web-").FullName;
    private TestHub _hub = null!;
    private Browser _browser = null!;

    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(Path.Combine(_web, "assets"));
        File.WriteAllText(Path.Combine(_web, "index.html"), "<!doctype html><title>Granary</title>");
        File.WriteAllText(Path.Combine(_web, "assets", "app-1a2b.js"), Script);
        await using (var brotli = new BrotliStream(File.Create(Path.Combine(_web, "assets", "app-1a2b.js.br")), CompressionLevel.Optimal))
        {
            brotli.Write(Encoding.UTF8.GetBytes(Script));
        }

        _hub = await TestHub.StartAsync(web: _web);
        _browser = _hub.Browse();
    }

    public async ValueTask DisposeAsync()
    {
        _browser.Dispose();
        await _hub.DisposeAsync();
        Directory.Delete(_web, recursive: true);
    }

    [Fact, Trait("Case", "HOST-16")]
    public async Task Plain_HTTP_leads_to_HTTPS()
    {
        using var plain = _hub.Plain(_hub.Options.Urls[1]);
        using var response = await plain.GetAsync("/customers?q=1");
        Assert.Equal(HttpStatusCode.TemporaryRedirect, response.StatusCode);
        Assert.Equal(new Uri(_hub.Url, "/customers?q=1"), response.Headers.Location);
    }

    [Theory, Trait("Case", "HOST-17")]
    [InlineData("/")]
    [InlineData("/assets/app-1a2b.js")]
    [InlineData("/api/session")]
    [InlineData("/no/such.file")]
    public async Task Every_answer_forbids_what_a_browser_should_not_do(string path)
    {
        using var response = await _browser.Http.GetAsync(path);
        string Header(string name) => string.Join(' ', response.Headers.GetValues(name));
        Assert.Equal("nosniff", Header("X-Content-Type-Options"));
        var policy = Header("Content-Security-Policy");
        Assert.Contains("default-src 'none'", policy);
        Assert.Contains("frame-ancestors 'none'", policy);
        Assert.DoesNotContain("unsafe", policy);
        Assert.False(response.Headers.Contains("Server"));
    }

    [Fact, Trait("Case", "HOST-18")]
    public async Task A_script_comes_compressed_and_may_be_kept_for_ever()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/assets/app-1a2b.js");
        request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("br"));
        using var response = await _browser.Http.SendAsync(request);
        Assert.Equal("br", Assert.Single(response.Content.Headers.ContentEncoding));
        Assert.Equal("text/javascript", response.Content.Headers.ContentType?.MediaType);
        Assert.Contains("immutable", response.Headers.CacheControl!.ToString());
        Assert.Contains("Accept-Encoding", response.Headers.Vary);
        await using var body = new BrotliStream(await response.Content.ReadAsStreamAsync(), CompressionMode.Decompress);
        Assert.Equal(Script, await new StreamReader(body).ReadToEndAsync());
    }

    [Fact, Trait("Case", "HOST-18")]
    public async Task Who_does_not_ask_for_brotli_gets_the_plain_script()
    {
        using var response = await _browser.Http.GetAsync("/assets/app-1a2b.js");
        Assert.Empty(response.Content.Headers.ContentEncoding);
        Assert.Equal(Script, await response.Content.ReadAsStringAsync());
    }

    [Theory, Trait("Case", "HOST-18")]
    [InlineData("/", HttpStatusCode.OK)]
    [InlineData("/customers/8000000000165?tab=history", HttpStatusCode.OK)]
    [InlineData("/index.html", HttpStatusCode.OK)]
    [InlineData("/assets/gone-9f.js", HttpStatusCode.NotFound)]
    [InlineData("/assets/app-1a2b.js.br", HttpStatusCode.NotFound)]
    [InlineData("/..%2f..%2fetc/passwd.txt", HttpStatusCode.NotFound)]
    public async Task Every_address_of_the_application_is_the_page_and_a_missing_file_is_missing(string path, HttpStatusCode status)
    {
        using var response = await _browser.Http.GetAsync(path);
        Assert.Equal(status, response.StatusCode);
        if (status == HttpStatusCode.OK)
        {
            Assert.Contains("<title>Granary", await response.Content.ReadAsStringAsync());
            Assert.Contains("no-cache", response.Headers.CacheControl!.ToString());
        }
    }

    [Fact, Trait("Case", "HOST-19")]
    public async Task It_is_live_and_ready_without_signing_in()
    {
        Assert.Equal("live", (await _browser.Http.GetFromJsonAsync<JsonObject>("/health/live"))!["status"]!.GetValue<string>());
        Assert.Equal("ready", (await _browser.Http.GetFromJsonAsync<JsonObject>("/health/ready"))!["status"]!.GetValue<string>());
    }

    [Fact, Trait("Case", "HOST-20")]
    public async Task The_API_describes_itself()
    {
        var document = await _browser.Http.GetFromJsonAsync<JsonObject>("/openapi/v1.json");
        var paths = document!["paths"]!.AsObject().Select(path => path.Key).ToList();
        Assert.All(
            new[] { "/api/session", "/api/systems", "/api/parties", "/api/parties/{number}", "/api/messages", "/api/deliveries", "/api/changes", "/api/figures" },
            path => Assert.Contains(path, paths));
    }

    [Theory, Trait("Case", "HOST-15")]
    [InlineData("GET", "/api/parties?q=1&limit=abc", 400)]
    [InlineData("GET", "/api/parties?q=1&limit=-1", 400, 200)]
    [InlineData("GET", "/api/parties?q=1&limit=99999999999999999999", 400)]
    [InlineData("GET", "/api/parties/not-a-number", 404)]
    [InlineData("GET", "/api/messages?before=%00%ff", 400, 200)]
    [InlineData("GET", "/api/messages/sideways/X/1", 404)]
    [InlineData("GET", "/api/no-such-thing", 404)]
    [InlineData("PATCH", "/api/systems", 405)]
    [InlineData("POST", "/api/deliveries/X/1/resend", 409, 404)]
    [InlineData("POST", "/api/deliveries/X/1/skip", 400, 404)]
    public async Task A_wrong_request_gets_a_problem_with_a_code_and_no_stack(string method, string path, int status, int orElse = 0)
    {
        (await _browser.SignInAsync("demo", _hub.Password)).Dispose();
        using var response = await _browser.SendAsync(new HttpMethod(method), path);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True((int)response.StatusCode == status || (int)response.StatusCode == orElse, $"{(int)response.StatusCode}: {text}");
        Assert.DoesNotContain("   at ", text);
        if ((int)response.StatusCode >= 400)
        {
            Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
            Assert.NotNull(JsonNode.Parse(text)!["code"]);
        }
    }

    [Fact, Trait("Case", "HOST-15")]
    public async Task A_body_that_is_too_large_or_nested_too_deep_is_refused_and_the_next_request_is_answered()
    {
        (await _browser.SignInAsync("demo", _hub.Password)).Dispose();
        using var large = await _browser.SendAsync(HttpMethod.Post, "/api/deliveries/X/1/skip", new { reason = new string('x', 100_000) });
        Assert.True((int)large.StatusCode is 413 or 400, $"{large.StatusCode}");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/session")
        {
            Content = new StringContent($"{{\"userName\":{new string('[', 1_000)}{new string(']', 1_000)}}}", Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("X-XSRF-TOKEN", _browser.Token);
        using var deep = await _browser.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.BadRequest, deep.StatusCode);
        using var next = await _browser.Http.GetAsync("/api/systems");
        Assert.Equal(HttpStatusCode.OK, next.StatusCode);
    }

    [Fact, Trait("Case", "HOST-15")]
    public async Task A_body_of_another_type_is_refused()
    {
        (await _browser.SignInAsync("demo", _hub.Password)).Dispose();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/session") { Content = new StringContent("<a/>", Encoding.UTF8, "text/xml") };
        request.Headers.Add("X-XSRF-TOKEN", _browser.Token);
        using var response = await _browser.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
        Assert.Equal("media-type", JsonNode.Parse(await response.Content.ReadAsStringAsync())!["code"]!.GetValue<string>());
    }
}

/// <summary>A hub as a bank first starts it: on loopback, with one administrator.</summary>
public sealed class LoopbackTests : IAsyncLifetime
{
    private TestHub _hub = null!;

    public async ValueTask InitializeAsync() => _hub = await TestHub.StartAsync(demo: false);

    public async ValueTask DisposeAsync() => await _hub.DisposeAsync();

    [Fact, Trait("Case", "HOST-21")]
    public async Task It_tells_nobody_anything_but_the_command_line_of_its_own_machine_and_has_no_demo()
    {
        using var http = _hub.Plain();
        Assert.Equal(HttpStatusCode.Unauthorized, (await http.GetAsync("/api/systems")).StatusCode);
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Granary.Access.People.LocalKey.Read(_hub.Options.Data));
        Assert.Equal(6, (await http.GetFromJsonAsync<JsonArray>("/api/systems"))!.Count);
        using var demo = await http.PostAsync("/api/demo/close-day", null);
        Assert.Equal(HttpStatusCode.NotFound, demo.StatusCode);
    }

    [Fact, Trait("Case", "HOST-21")]
    public async Task Its_first_administrator_has_a_one_time_password_that_leaves_the_disk_when_it_is_changed()
    {
        var file = Granary.Access.People.OneTimePassword.FileIn(_hub.Options.Data);
        var once = (await File.ReadAllTextAsync(file)).Trim();
        using var http = new HttpClient(new HttpClientHandler { CookieContainer = new CookieContainer() }) { BaseAddress = _hub.Url };
        async Task<HttpResponseMessage> PostAsync(string path, object body)
        {
            using var session = await http.GetAsync("/api/session");
            var token = session.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("XSRF-TOKEN=", StringComparison.Ordinal)).Split(';')[0]["XSRF-TOKEN=".Length..];
            using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
            request.Headers.Add("X-XSRF-TOKEN", Uri.UnescapeDataString(token));
            return await http.SendAsync(request);
        }

        Assert.Equal(HttpStatusCode.NoContent, (await PostAsync("/api/session", new { userName = "admin", password = once })).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await http.GetAsync("/api/lists/users")).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await PostAsync("/api/me/password", new { current = once, password = "a quiet river at dusk" })).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("/api/lists/users")).StatusCode);
        Assert.False(File.Exists(file));
    }

    [Fact, Trait("Case", "HOST-21")]
    public async Task A_page_of_another_site_cannot_command_it()
    {
        using var http = _hub.Plain();
        using var answer = await http.PostAsync("/api/day-close", null);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("antiforgery", await answer.Content.ReadAsStringAsync());
    }

    [Fact, Trait("Case", "HOST-21")]
    public async Task A_name_that_was_pointed_at_this_machine_is_not_answered()
    {
        using var http = _hub.Plain();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/systems");
        request.Headers.Host = "rebound.example";
        using var answer = await http.SendAsync(request);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }
}
