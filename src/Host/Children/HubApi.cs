using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Granary.Host.Children;

/// <summary>What a replay asks of a hub's own API.</summary>
internal sealed class HubApi(Uri url) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = url, Timeout = TimeSpan.FromMinutes(5) };

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

internal sealed record HubFigures(long Received, long Applied, long Duplicates, long Refused, long Parties, Percentiles? SyncMs, Percentiles? ReplyMs);

/// <param name="Party">The party's number, for accuracy.</param>
/// <param name="Attributes">What the system is to hold: attribute → text.</param>
/// <param name="Due">A delivery is still to come.</param>
/// <param name="Dead">Why no delivery comes, where none does.</param>
internal sealed record HubProjection(string Key, string? Party, Dictionary<string, string> Attributes, bool Due, JsonElement? Dead, bool Closed = false)
{
    public bool IsDead => Dead is { ValueKind: not (JsonValueKind.Null or JsonValueKind.False) };
}
