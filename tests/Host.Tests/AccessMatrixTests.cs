using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Granary.Access.Contracts;
using Microsoft.AspNetCore.Routing;

namespace Granary.Host.Tests;

/// <summary>Every route, for every role, with what belongs to others: generated from the routes themselves, so that a new one cannot be forgotten.</summary>
public sealed class AccessMatrixTests : IAsyncLifetime
{
    private TestHub _hub = null!;

    public async ValueTask InitializeAsync() => _hub = await TestHub.StartAsync();

    public ValueTask DisposeAsync() => _hub.DisposeAsync();

    [Fact, Trait("Case", "HOST-70")]
    public void Every_route_says_who_may_use_it() =>
        Assert.Empty(_hub.Routes().Where(r => r.Endpoint.Metadata.GetMetadata<Requirement>() is null).Select(r => $"{r.Method} {r.Endpoint.RoutePattern.RawText}"));

    [Fact, Trait("Case", "HOST-70")]
    public void Only_signing_in_health_the_description_and_secret_addresses_are_for_everyone()
    {
        var open = _hub.Routes().Where(r => r.Endpoint.Metadata.GetMetadata<Requirement>() is { Everyone: true }).Select(r => $"{r.Method} {r.Endpoint.RoutePattern.RawText}").Order(StringComparer.Ordinal);
        Assert.Equal(
            ["DELETE /api/session/", "GET /a/answer.css", "GET /a/answer.js", "GET /a/off/{token}", "GET /a/{address}", "GET /api/calendar/ics/{secret}", "GET /api/go/{token}", "GET /api/session/", "GET /health/live", "GET /health/ready", "GET /openapi/v1.json", "POST /a/off/{token}", "POST /a/{address}", "POST /api/session/"], open);
    }

    [Fact, Trait("Case", "HOST-70")]
    public void Every_permission_that_a_route_asks_for_exists()
    {
        var known = Permission.All.Select(p => p.Name).ToHashSet();
        Assert.Subset(known, _hub.Routes().Select(r => r.Endpoint.Metadata.GetMetadata<Requirement>()?.Permission).OfType<string>().ToHashSet());
    }

    [Fact, Trait("Case", "HOST-71")]
    public async Task Nobody_gets_anything_from_any_route_without_signing_in()
    {
        using var browser = _hub.Browse();
        (await browser.Http.GetAsync("/api/session")).Dispose();
        var wrong = new List<string>();
        foreach (var (endpoint, method) in _hub.Routes().Where(r => r.Endpoint.Metadata.GetMetadata<Requirement>() is { Everyone: false }))
        {
            using var response = await Browser.PatientlyAsync(() => SendAsync(browser, method, endpoint));
            if (response.StatusCode != HttpStatusCode.Unauthorized)
            {
                wrong.Add($"{method} {endpoint.RoutePattern.RawText}: {(int)response.StatusCode}");
            }
        }

        Assert.Empty(wrong);
    }

    [Theory, Trait("Case", "HOST-72")]
    [MemberData(nameof(TestHub.People), MemberType = typeof(TestHub))]
    public async Task A_role_is_refused_every_route_whose_permission_it_lacks_and_finds_nothing_foreign_in_the_others(string user)
    {
        using var browser = await _hub.SignedInAsync(user);
        var session = await browser.Http.GetFromJsonAsync<JsonObject>("/api/session");
        var granted = session!["permissions"]!.AsArray().Select(p => p!.GetValue<string>()).ToHashSet();
        var wrong = new List<string>();
        foreach (var (endpoint, method) in _hub.Routes())
        {
            var requirement = endpoint.Metadata.GetMetadata<Requirement>()!;
            var path = endpoint.RoutePattern.RawText!;
            if (requirement.Everyone || path == "/api/live")
            {
                continue; // the stream does not end
            }

            using var response = await Browser.PatientlyAsync(() => SendAsync(browser, method, endpoint));
            var status = (int)response.StatusCode;
            var right = requirement.Permission is { } permission && !granted.Contains(permission)
                ? status is 403 or 415 // a body of another type is refused before anybody is asked
                // What is named in the address exists for nobody: not found, refused for its shape, or an empty answer; never somebody's data, never a fault of ours.
                : status is 200 or 202 or 204 or 400 or 404 or 409 or 415 || await CodeAsync(response) is "step-up-required" or "step-up-failed" or "forbidden";
            if (!right)
            {
                wrong.Add($"{method} {path}: {status}");
            }
        }

        Assert.Empty(wrong);
    }

    private static async Task<string> CodeAsync(HttpResponseMessage response) =>
        (await response.Content.ReadFromJsonAsync<JsonObject>())?["code"]?.GetValue<string>() ?? "";

    private static Task<HttpResponseMessage> SendAsync(Browser browser, string method, RouteEndpoint endpoint)
    {
        var path = string.Concat(endpoint.RoutePattern.PathSegments.Select(segment => "/" + string.Concat(segment.Parts.Select(part => part switch
        {
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal => literal.Content,
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart { ParameterPolicies.Count: > 0 } => "999999999",
            _ => "foreign",
        }))));
        return browser.SendAsync(new HttpMethod(method), path, method is "GET" or "DELETE" ? null : new { });
    }
}
