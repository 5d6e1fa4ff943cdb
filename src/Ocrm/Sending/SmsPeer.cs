using System.Net;
using System.Text;
using System.Text.Json;

namespace Granary.Ocrm.Sending;

/// <summary>A gateway that takes an SMS with one POST.</summary>
internal sealed class SmsPeer(SmsSettings settings, OcrmLimits limits) : IPeer
{
    // A connection for each message: on one that was used before, the handler may send a request again by itself when it breaks.
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.Zero, ConnectTimeout = limits.SendingOpen })
    {
        Timeout = limits.SendingWord,
    };

    public bool IsOpen => true;

    public Task OpenAsync(CancellationToken cancellation) => Task.CompletedTask;

    public async Task<Outcome> SendAsync(DueMessage message, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, settings.Url) { Content = new StringContent(Body(message), Encoding.UTF8, "application/json") };
        request.Headers.TryAddWithoutValidation(settings.IdHeader, message.MessageId);
        if (settings.KeyHeader.Length > 0)
        {
            request.Headers.TryAddWithoutValidation(settings.KeyHeader, settings.Key);
        }

        try
        {
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
            var code = ((int)response.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture);
            return settings.Sent.Contains(response.StatusCode) ? new Outcome(OutgoingState.Sent, code)
                : settings.Refused.Contains(response.StatusCode) ? new Outcome(OutgoingState.Refused, code)
                : settings.Again.Contains(response.StatusCode) ? Outcome.Again(code) with { Pause = true }
                : Outcome.InDoubt(code); // who knows what a gateway did that says 500
        }
        catch (HttpRequestException e) when (e.HttpRequestError is HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError)
        {
            return Outcome.Again("unreachable") with { Pause = true };
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException or IOException)
        {
            return Outcome.InDoubt("lost");
        }
    }

    public Task CloseAsync() => Task.CompletedTask;

    public ValueTask DisposeAsync()
    {
        _http.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>The template with each name in braces replaced by its value as a JSON string.</summary>
    private string Body(DueMessage message) => settings.Template
        .Replace("{id}", JsonSerializer.Serialize(message.MessageId), StringComparison.Ordinal)
        .Replace("{to}", JsonSerializer.Serialize(message.Address), StringComparison.Ordinal)
        .Replace("{text}", JsonSerializer.Serialize(message.Body), StringComparison.Ordinal); // last: what somebody wrote is not looked through for names
}
