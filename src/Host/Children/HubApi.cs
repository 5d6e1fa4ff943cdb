using System.Net;
using System.Net.Http.Json;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;

namespace Granary.Host.Children;

/// <summary>What a replay asks of a hub's own API.</summary>
internal sealed class HubApi : IDisposable
{
    private readonly Uri _url;
    private readonly CookieContainer _cookies = new();
    private readonly HttpClient _http;

    /// <param name="trusted">A certificate of the hub's own to trust besides those that the machine trusts.</param>
    public HubApi(Uri url, X509Certificate2? trusted = null)
    {
        _url = url;
        var handler = new HttpClientHandler { CookieContainer = _cookies };
        if (trusted is not null)
        {
            handler.ServerCertificateCustomValidationCallback = (_, shown, _, errors) =>
                errors == SslPolicyErrors.None || (shown is not null && shown.RawData.AsSpan().SequenceEqual(trusted.RawData));
        }

        _http = new HttpClient(handler) { BaseAddress = url, Timeout = TimeSpan.FromMinutes(5) };
    }

    /// <summary>Whether the hub has users and nobody is signed in.</summary>
    public async Task<bool> WantsSignInAsync(CancellationToken cancellation)
    {
        using var session = await _http.GetAsync("/api/session", cancellation);
        return session.StatusCode == HttpStatusCode.Unauthorized;
    }

    public async Task SignInAsync(string userName, string password, CancellationToken cancellation)
    {
        using var response = await PostAsync("/api/session", JsonContent.Create(new { userName, password }), cancellation);
        if (!response.IsSuccessStatusCode)
        {
            throw new UserError($"{_url} does not take the password of {userName} ({(int)response.StatusCode})");
        }
    }

    public async Task<bool> IsReadyAsync(CancellationToken cancellation)
    {
        using var response = await _http.GetAsync("/health/ready", cancellation);
        return response.IsSuccessStatusCode;
    }

    public async Task<IReadOnlyList<HubSystem>> SystemsAsync(CancellationToken cancellation) =>
        (await _http.GetFromJsonAsync<List<HubSystem>>("/api/systems", JsonSerializerOptions.Web, cancellation))!;

    public async Task<HubFigures> FiguresAsync(CancellationToken cancellation) =>
        (await _http.GetFromJsonAsync<HubFigures>("/api/figures", JsonSerializerOptions.Web, cancellation))!;

    public IAsyncEnumerable<HubProjection> ProjectionsAsync(string system, CancellationToken cancellation) =>
        JsonLines.ReadAsync<HubProjection>(_http, $"/api/projections/{system}", cancellation);

    /// <summary>Closes the hub's day: it writes its files.</summary>
    public async Task CloseDayAsync(CancellationToken cancellation)
    {
        using var response = await PostAsync("/api/day-close", null, cancellation);
        response.EnsureSuccessStatusCode();
    }

    /// <summary>With the token of the session's cookies, as a page would send it.</summary>
    private async Task<HttpResponseMessage> PostAsync(string path, HttpContent? content, CancellationToken cancellation)
    {
        using var session = await _http.GetAsync("/api/session", cancellation);
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
        request.Headers.Add("X-XSRF-TOKEN", _cookies.GetAllCookies()["XSRF-TOKEN"]?.Value);
        return await _http.SendAsync(request, cancellation);
    }

    public void Dispose() => _http.Dispose();
}

internal sealed record HubSystem(
    string System,
    string Kind,
    int Inbound,
    string Outbound,
    double ReceivedPerSecond,
    double DeliveredPerSecond,
    long Backlog,
    long Dead,
    long Customers);

internal sealed record HubFigures(long Received, long Applied, long Duplicates, long Refused, long Parties, long Backlog, long Dead, Percentiles SyncMs);

/// <param name="Attributes">What the system is to hold: attribute → text.</param>
/// <param name="Due">A delivery is still to come.</param>
/// <param name="Dead">Why no delivery comes, where none does.</param>
internal sealed record HubProjection(string Key, string PartyNumber, bool Open, Dictionary<string, string> Attributes, bool Due, string? Dead);
