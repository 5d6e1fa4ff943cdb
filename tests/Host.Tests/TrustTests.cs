using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Granary.Host.Tests;

/// <summary>Second factor, sessions, four eyes, masking and the audit, over real HTTPS.</summary>
public sealed class TrustTests : IAsyncLifetime
{
    private TestHub _hub = null!;

    public async ValueTask InitializeAsync() => _hub = await TestHub.StartAsync();

    public ValueTask DisposeAsync() => _hub.DisposeAsync();

    private static async Task<(int Status, JsonNode? Body)> AskAsync(Browser browser, HttpMethod method, string path, object? body = null)
    {
        using var response = await browser.SendAsync(method, path, body);
        var text = await response.Content.ReadAsStringAsync();
        return ((int)response.StatusCode, text.Length == 0 ? null : JsonNode.Parse(text));
    }

    [Fact, Trait("Case", "HOST-73")]
    public async Task With_an_authenticator_a_password_alone_opens_nothing_and_a_recovery_code_opens_once()
    {
        using var browser = await _hub.SignedInAsync("steward");
        var (_, begun) = await AskAsync(browser, HttpMethod.Post, "/api/me/totp", new { });
        var secret = begun!["secret"]!.GetValue<string>();
        Assert.Contains(secret, begun["uri"]!.GetValue<string>());
        Assert.StartsWith("<svg", begun["qr"]!.GetValue<string>());
        var (wrong, _) = await AskAsync(browser, HttpMethod.Post, "/api/me/totp/confirm", new { code = "000000" });
        Assert.Equal(400, wrong);
        var (_, confirmed) = await AskAsync(browser, HttpMethod.Post, "/api/me/totp/confirm", new { code = Authenticator.Code(secret, TimeProvider.System.GetUtcNow()) });
        var recovery = confirmed!["codes"]!.AsArray().Select(c => c!.GetValue<string>()).ToList();
        Assert.Equal(10, recovery.Count);

        using var second = _hub.Browse();
        async Task<(int, string?)> SignInAsync(string? code)
        {
            (await second.Http.GetAsync("/api/session")).Dispose();
            var (status, body) = await AskAsync(second, HttpMethod.Post, "/api/session", new { userName = "steward", password = _hub.Password, code });
            return (status, body?["code"]?.GetValue<string>());
        }

        Assert.Equal((401, "totp-required"), await SignInAsync(null));
        Assert.Equal((401, "totp-wrong"), await SignInAsync("123456"));
        var used = Authenticator.Code(secret, TimeProvider.System.GetUtcNow());
        Assert.Equal((204, null), await SignInAsync(used));
        Assert.Equal((401, "totp-wrong"), await SignInAsync(used)); // a code that somebody looked at over a shoulder
        (await second.SendAsync(HttpMethod.Delete, "/api/session")).Dispose();
        Assert.Equal((204, null), await SignInAsync(recovery[0]));
        (await second.SendAsync(HttpMethod.Delete, "/api/session")).Dispose();
        Assert.Equal((401, "totp-wrong"), await SignInAsync(recovery[0]));
    }

    [Fact, Trait("Case", "HOST-74")]
    public async Task A_session_that_is_ended_elsewhere_is_refused_on_its_next_request()
    {
        using var here = await _hub.SignedInAsync("operator");
        using var there = await _hub.SignedInAsync("operator");
        var sessions = (await here.Http.GetFromJsonAsync<JsonArray>("/api/me/sessions"))!;
        Assert.Equal(2, sessions.Count);
        var other = sessions.Single(s => !s!["current"]!.GetValue<bool>())!["id"]!.GetValue<string>();
        Assert.Equal(HttpStatusCode.OK, (await there.Http.GetAsync("/api/systems")).StatusCode);
        Assert.Equal(204, (await AskAsync(here, HttpMethod.Delete, $"/api/me/sessions/{other}")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await there.Http.GetAsync("/api/systems")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await here.Http.GetAsync("/api/systems")).StatusCode);
    }

    [Fact, Trait("Case", "HOST-74")]
    public async Task A_cookie_that_was_kept_from_before_signing_out_opens_nothing()
    {
        using var browser = await _hub.SignedInAsync("operator");
        var cookies = string.Join("; ", browser.Cookies.Select(c => $"{c.Name}={c.Value}"));
        (await browser.SendAsync(HttpMethod.Delete, "/api/session")).Dispose();
        using var thief = _hub.Browse();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/systems");
        request.Headers.Add("Cookie", cookies);
        using var answer = await thief.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact, Trait("Case", "HOST-75")]
    public async Task A_post_counts_only_after_somebody_else_approved_it_and_ends_the_sessions_that_knew_less()
    {
        using var admin = await _hub.SignedInAsync("admin");
        using var newcomer = await _hub.SignedInAsync("operator");
        Assert.Equal(HttpStatusCode.Forbidden, (await newcomer.Http.GetAsync("/api/lists/audit")).StatusCode);
        var (proposed, made) = await AskAsync(admin, HttpMethod.Post, "/api/users/operator/posts", new { role = "auditor", unit = "00", from = "2020-01-01", reason = "stands in" });
        Assert.Equal(202, proposed);
        var id = made!["proposal"]!.GetValue<long>();
        Assert.False(made["applied"]!.GetValue<bool>());
        Assert.Equal(HttpStatusCode.Forbidden, (await newcomer.Http.GetAsync("/api/lists/audit")).StatusCode);

        var (_, own) = await AskAsync(admin, HttpMethod.Post, "/api/approvals/decide", new { ids = new[] { id }, approve = true });
        Assert.Equal("own", own![0]!["outcome"]!.GetValue<string>());

        using var second = await _hub.SignedInAsync("demo");
        var (_, decided) = await AskAsync(second, HttpMethod.Post, "/api/approvals/decide", new { ids = new[] { id }, approve = true, note = "agreed" });
        Assert.Equal("approved", decided![0]!["outcome"]!.GetValue<string>());
        Assert.Equal(HttpStatusCode.Unauthorized, (await newcomer.Http.GetAsync("/api/lists/audit")).StatusCode);
        using var again = await _hub.SignedInAsync("operator");
        Assert.Equal(HttpStatusCode.OK, (await again.Http.GetAsync("/api/lists/audit")).StatusCode);
        var (_, twice) = await AskAsync(second, HttpMethod.Post, "/api/approvals/decide", new { ids = new[] { id }, approve = true });
        Assert.Equal("unknown", twice![0]!["outcome"]!.GetValue<string>());
    }

    [Fact, Trait("Case", "HOST-75")]
    public async Task A_role_changes_only_if_it_is_still_what_the_proposal_was_made_for()
    {
        using var admin = await _hub.SignedInAsync("admin");
        using var checker = await _hub.SignedInAsync("demo");
        async Task<long> ProposeAsync(string name) => (await AskAsync(admin, HttpMethod.Put, "/api/roles/auditor",
            new { name = new { zh = name, en = name }, grants = new Dictionary<string, string> { ["audit.read"] = "province" }, fields = new { C1 = "masked", C2 = "masked", C3 = "hidden" } })).Body!["proposal"]!.GetValue<long>();
        var (first, second) = (await ProposeAsync("first"), await ProposeAsync("second"));
        var (_, decided) = await AskAsync(checker, HttpMethod.Post, "/api/approvals/decide", new { ids = new[] { first, second }, approve = true });
        Assert.Equal(["approved", "void"], decided!.AsArray().Select(d => d!["outcome"]!.GetValue<string>()));
    }

    [Fact, Trait("Case", "HOST-76")]
    public async Task A_one_time_password_opens_nothing_but_its_own_change()
    {
        using var admin = await _hub.SignedInAsync("admin");
        var (status, made) = await AskAsync(admin, HttpMethod.Post, "/api/users", new { userName = "newcomer", name = "新人" });
        Assert.Equal(200, status);
        var once = made!["oneTimePassword"]!.GetValue<string>();
        using var browser = _hub.Browse();
        (await browser.SignInAsync("newcomer", once)).Dispose();
        var (refused, problem) = await AskAsync(browser, HttpMethod.Get, "/api/me");
        Assert.Equal((403, "password-change-required"), (refused, problem!["code"]!.GetValue<string>()));
        Assert.Equal("password-weak", (await AskAsync(browser, HttpMethod.Post, "/api/me/password", new { current = once, password = "password123456" })).Body!["code"]!.GetValue<string>());
        Assert.Equal("password-weak", (await AskAsync(browser, HttpMethod.Post, "/api/me/password", new { current = once, password = "short" })).Body!["code"]!.GetValue<string>());
        Assert.Equal(204, (await AskAsync(browser, HttpMethod.Post, "/api/me/password", new { current = once, password = "a quiet river at dusk" })).Status);
        Assert.Equal(200, (await AskAsync(browser, HttpMethod.Get, "/api/me")).Status);
    }

    [Fact, Trait("Case", "HOST-77")]
    public async Task What_people_did_stands_in_the_audit_and_the_chain_holds()
    {
        using (var failing = _hub.Browse())
        {
            (await failing.SignInAsync("auditor", "not-the-password")).Dispose();
        }

        using var auditor = await _hub.SignedInAsync("auditor");
        Assert.Equal(HttpStatusCode.Forbidden, (await auditor.Http.GetAsync("/api/systems")).StatusCode);
        var (_, read) = await AskAsync(auditor, HttpMethod.Post, "/api/lists/audit/rows", new { filter = new { column = "who", op = "eq", value = "auditor" } });
        var page = read!["rows"]!.AsArray();
        Assert.Equal(["refused", "sign-in", "sign-in.failed"], page.Select(r => r!["cells"]!["act"]!.GetValue<string>()).Take(3));
        var (_, trails) = await AskAsync(auditor, HttpMethod.Get, "/api/lists/audit");
        Assert.Equal(["access", "ecif", "ocrm"], trails!["columns"]!.AsArray().Single(c => c!["name"]!.GetValue<string>() == "trail")!["options"]!.AsArray().Select(o => o!.GetValue<string>()).Order());
        var check = await auditor.Http.GetFromJsonAsync<JsonObject>("/api/audit/verify");
        Assert.True(check!["ok"]!.GetValue<bool>(), check.ToJsonString());
        Assert.DoesNotContain("not-the-password", page.ToJsonString());
    }

    [Fact, Trait("Case", "HOST-78")]
    public async Task A_key_does_what_it_was_made_for_until_it_is_revoked()
    {
        using var admin = await _hub.SignedInAsync("demo");
        var (_, made) = await AskAsync(admin, HttpMethod.Post, "/api/keys", new { name = "monitor", permissions = new[] { "systems.read" }, days = 7 });
        using var program = new HttpClient(new HttpClientHandler { ServerCertificateCustomValidationCallback = (_, _, _, _) => true }) { BaseAddress = _hub.Url };
        program.DefaultRequestHeaders.Authorization = new("Bearer", made!["key"]!.GetValue<string>());
        Assert.Equal(HttpStatusCode.OK, (await program.GetAsync("/api/systems")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await program.GetAsync("/api/lists/audit")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await program.GetAsync("/api/me")).StatusCode);
        Assert.Equal(204, (await AskAsync(admin, HttpMethod.Delete, $"/api/keys/{made["id"]!.GetValue<string>()}")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await program.GetAsync("/api/systems")).StatusCode);
    }
}
