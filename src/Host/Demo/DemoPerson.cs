using System.Net;
using System.Text.Json.Nodes;

namespace Granary.Host.Demo;

/// <summary>One of the demo's people at work: signed in over the API, as a page is.</summary>
internal sealed class DemoPerson : IDisposable
{
    private readonly CookieContainer _cookies = new();
    private readonly HttpClient _http;

    private DemoPerson(Uri url, byte[]? trusted)
    {
        var handler = new HttpClientHandler
        {
            CookieContainer = _cookies,
            ServerCertificateCustomValidationCallback = (_, shown, _, _) => shown is not null && shown.RawData.AsSpan().SequenceEqual(trusted),
        };
        _http = new HttpClient(handler) { BaseAddress = url };
    }

    /// <param name="trusted">The hub's own certificate; null: it speaks HTTP.</param>
    public static async Task<DemoPerson> SignInAsync(Uri url, byte[]? trusted, string user, string password, CancellationToken cancellation)
    {
        var person = new DemoPerson(url, trusted);
        await person.GetAsync("session", cancellation);
        await person.PostAsync("session", new { userName = user, password }, cancellation);
        return person;
    }

    public Task<JsonNode?> GetAsync(string path, CancellationToken cancellation) => AskAsync(HttpMethod.Get, path, null, cancellation);

    public Task<JsonNode?> PostAsync(string path, object body, CancellationToken cancellation) => AskAsync(HttpMethod.Post, path, body, cancellation);

    public void Dispose() => _http.Dispose();

    /// <returns>Null where the answer is empty or a refusal: what a demo lacks is no reason to stop it.</returns>
    private async Task<JsonNode?> AskAsync(HttpMethod method, string path, object? body, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(method, $"/api/{path}") { Content = body is null ? null : JsonContent.Create(body) };
        if (_cookies.GetAllCookies()["XSRF-TOKEN"] is { Value: var token })
        {
            request.Headers.Add("X-XSRF-TOKEN", Uri.UnescapeDataString(token));
        }

        using var answer = await _http.SendAsync(request, cancellation);
        var text = await answer.Content.ReadAsStringAsync(cancellation);
        return answer.IsSuccessStatusCode && text.Length > 0 ? JsonNode.Parse(text) : null;
    }
}
