using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Granary.Host.Children;

/// <summary>What a replay asks of a hub's own API.</summary>
internal sealed class HubApi : IDisposable
{
    private readonly Uri _url;
    private readonly CookieContainer _cookies = new();
    private readonly HttpClient _http;

    public HubApi(Uri url)
    {
        _url = url;
        _http = new HttpClient(new HttpClientHandler { CookieContainer = _cookies }) { BaseAddress = url, Timeout = TimeSpan.FromMinutes(5) };
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
        // The token of the session's cookies, as a page would send it.
        using var session = await _http.GetAsync("/api/session", cancellation);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/day-close");
        request.Headers.Add("X-XSRF-TOKEN", _cookies.GetCookies(_url)["XSRF-TOKEN"]?.Value);
        using var response = await _http.SendAsync(request, cancellation);
        response.EnsureSuccessStatusCode();
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
