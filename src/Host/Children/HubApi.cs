using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Granary.Access.Auditing;

namespace Granary.Host.Children;

/// <summary>What the command line asks of a hub's own API.</summary>
internal sealed class HubApi : IDisposable
{
    private readonly HttpClient _http;

    /// <param name="key">The hub's local key, or another one that may do as much.</param>
    /// <param name="trusted">A certificate of the hub's own to trust besides those that the machine trusts.</param>
    public HubApi(Uri url, string key, X509Certificate2? trusted = null)
    {
        var handler = new HttpClientHandler();
        if (trusted is not null)
        {
            handler.ServerCertificateCustomValidationCallback = (_, shown, _, errors) =>
                errors == SslPolicyErrors.None || (shown is not null && shown.RawData.AsSpan().SequenceEqual(trusted.RawData));
        }

        _http = new HttpClient(handler) { BaseAddress = url, Timeout = TimeSpan.FromMinutes(5) };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
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

    public async Task<AuditCheck> VerifyAuditAsync(CancellationToken cancellation) =>
        (await _http.GetFromJsonAsync<AuditCheck>("/api/audit/verify", JsonSerializerOptions.Web, cancellation))!;

    /// <summary>Closes the hub's day: it writes its files.</summary>
    public async Task CloseDayAsync(CancellationToken cancellation)
    {
        using var response = await _http.PostAsync("/api/day-close", null, cancellation);
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
