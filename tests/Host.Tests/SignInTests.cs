using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Granary.Host.Tests;

public sealed class SqliteSignInTests : SignInCompliance<Engine.Sqlite>;

public sealed class PostgresSignInTests : SignInCompliance<Engine.Postgres>;

/// <summary>Signing in over real HTTPS, on both engines.</summary>
public abstract class SignInCompliance<TEngine> : IAsyncLifetime
    where TEngine : Engine, new()
{
    private TemporaryDatabase _database = null!;
    private TestHub _hub = null!;
    private Browser _browser = null!;

    public async ValueTask InitializeAsync()
    {
        _database = await new TEngine().CreateAsync();
        _hub = await TestHub.StartAsync(database: _database.ConnectionString);
        _browser = _hub.Browse();
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_hub is not null)
        {
            _browser.Dispose();
            await _hub.DisposeAsync();
        }

        if (_database is not null)
        {
            await _database.DisposeAsync();
        }
    }

    [Theory, Trait("Case", "HOST-10")]
    [InlineData("/api/session", "sign-in-required")]
    [InlineData("/api/systems", "sign-in-required")]
    [InlineData("/api/parties?q=1", "sign-in-required")]
    [InlineData("/api/no-such-thing", "sign-in-required")]
    public async Task Without_signing_in_the_API_says_nothing(string path, string code)
    {
        using var response = await _browser.Http.GetAsync(path);
        await IsProblemAsync(response, HttpStatusCode.Unauthorized, code);
    }

    [Fact, Trait("Case", "HOST-10")]
    public async Task The_demo_user_signs_in_with_the_password_that_was_made_at_the_first_run()
    {
        using var answer = await _browser.SignInAsync("demo", _hub.Password);
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        var session = await _browser.Http.GetFromJsonAsync<JsonObject>("/api/session");
        Assert.Equal(("demo", true), (session!["userName"]!.GetValue<string>(), session["demo"]!.GetValue<bool>()));
        Assert.Equal(6, (await _browser.Http.GetFromJsonAsync<JsonArray>("/api/systems"))!.Count);
    }

    [Fact, Trait("Case", "HOST-11")]
    public async Task The_session_s_cookie_is_out_of_reach_of_scripts_other_sites_and_plain_HTTP()
    {
        using var answer = await _browser.SignInAsync("demo", _hub.Password);
        var session = answer.Headers.GetValues("Set-Cookie").Single(cookie => cookie.StartsWith("__Host-granary=", StringComparison.Ordinal));
        Assert.All(new[] { "httponly", "secure", "samesite=strict", "path=/" }, part => Assert.Contains(part, session, StringComparison.OrdinalIgnoreCase));
        var token = answer.Headers.GetValues("Set-Cookie").Single(cookie => cookie.StartsWith("XSRF-TOKEN=", StringComparison.Ordinal));
        Assert.DoesNotContain("httponly", token, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("secure", token, StringComparison.OrdinalIgnoreCase);
    }

    [Fact, Trait("Case", "HOST-12")]
    public async Task What_changes_something_needs_the_session_s_own_token()
    {
        using var missing = await _browser.Http.PostAsJsonAsync("/api/session", new { userName = "demo", password = _hub.Password });
        await IsProblemAsync(missing, HttpStatusCode.BadRequest, "antiforgery");

        (await _browser.Http.GetAsync("/api/session")).Dispose();
        var anonymous = _browser.Token;
        (await _browser.SignInAsync("demo", _hub.Password)).Dispose();
        using var old = await _browser.SendAsync(HttpMethod.Post, "/api/day-close", new { }, anonymous);
        await IsProblemAsync(old, HttpStatusCode.BadRequest, "antiforgery");
        using var own = await _browser.SendAsync(HttpMethod.Post, "/api/day-close", new { });
        Assert.Equal(HttpStatusCode.Accepted, own.StatusCode);
    }

    [Fact, Trait("Case", "HOST-13")]
    public async Task Who_does_not_exist_and_who_mistyped_get_the_same_answer()
    {
        using var nobody = await _browser.SignInAsync("nobody", "not-the-password");
        using var mistyped = await _browser.SignInAsync("demo", "not-the-password");
        var first = await IsProblemAsync(nobody, HttpStatusCode.Unauthorized, "sign-in-failed");
        var second = await IsProblemAsync(mistyped, HttpStatusCode.Unauthorized, "sign-in-failed");
        Assert.Equal(first["detail"]!.GetValue<string>(), second["detail"]!.GetValue<string>());
    }

    [Fact, Trait("Case", "HOST-13")]
    public async Task Five_wrong_passwords_close_the_user_for_a_while_even_to_the_right_one()
    {
        for (var tries = 0; tries < 5; tries++)
        {
            (await _browser.SignInAsync("demo", "not-the-password")).Dispose();
        }

        using var right = await _browser.SignInAsync("demo", _hub.Password);
        await IsProblemAsync(right, HttpStatusCode.TooManyRequests, "locked-out");
    }

    [Fact, Trait("Case", "HOST-14")]
    public async Task Signing_out_ends_the_session_in_this_browser()
    {
        (await _browser.SignInAsync("demo", _hub.Password)).Dispose();
        using var answer = await _browser.SendAsync(HttpMethod.Delete, "/api/session");
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        using var after = await _browser.Http.GetAsync("/api/systems");
        await IsProblemAsync(after, HttpStatusCode.Unauthorized, "sign-in-required");
    }

    [Fact, Trait("Case", "HOST-14")]
    public async Task A_second_start_keeps_the_password_and_the_session()
    {
        (await _browser.SignInAsync("demo", _hub.Password)).Dispose();
        var password = _hub.Password;
        var (data, urls) = (_hub.Options.Data, _hub.Options.Urls);
        await _hub.DisposeAsync();
        _hub = await TestHub.StartAsync(database: _database.ConnectionString, data: data);
        Assert.Equal(password, _hub.Password);
        var cookies = string.Join("; ", _browser.Cookies.Select(cookie => $"{cookie.Name}={cookie.Value}"));
        _browser.Dispose();
        _browser = _hub.Browse();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/session");
        request.Headers.Add("Cookie", cookies);
        using var answer = await _browser.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory, Trait("Case", "HOST-15")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"userName\":{\"a\":1},\"password\":2}")]
    [InlineData("{\"userName\":\"demo\"}")]
    public async Task A_sign_in_that_is_no_sign_in_is_a_bad_request(string body)
    {
        (await _browser.Http.GetAsync("/api/session")).Dispose();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/session") { Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json") };
        request.Headers.Add("X-XSRF-TOKEN", _browser.Token);
        using var response = await _browser.Http.SendAsync(request);
        await IsProblemAsync(response, HttpStatusCode.BadRequest, "bad-request");
    }

    private static async Task<JsonObject> IsProblemAsync(HttpResponseMessage response, HttpStatusCode status, string code)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == status, $"{response.StatusCode}: {text}");
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = JsonNode.Parse(text)!.AsObject();
        Assert.Equal(code, problem["code"]?.GetValue<string>());
        Assert.DoesNotContain("   at ", text);
        return problem;
    }
}
