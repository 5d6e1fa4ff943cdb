using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Granary.Ocrm.Sending;

/// <summary>A connection to the bank's mail server (RFC 5321).</summary>
internal sealed class MailPeer(MailSettings settings, UnsubscribeLinks links, OcrmLimits limits, TimeProvider clock) : IPeer
{
    private readonly SmtpWatch _watch = new();
    private SmtpClient? _client;

    public bool IsOpen => _client is { IsConnected: true };

    public async Task OpenAsync(CancellationToken cancellation)
    {
        await CloseAsync();
        _client = new SmtpClient(_watch) { Timeout = (int)limits.SendingWord.TotalMilliseconds, CheckCertificateRevocation = settings.Certificate is null };
        if (settings.Certificate is { } known)
        {
            _client.ServerCertificateValidationCallback = (_, shown, _, _) => shown is X509Certificate2 certificate && certificate.RawDataMemory.Span.SequenceEqual(known.RawDataMemory.Span);
        }

        try
        {
            await _client.ConnectAsync(settings.Host, settings.Port, settings.Tls, cancellation);
            // With BDAT there is no 354, and so no moment from which a loss is a doubt.
            _client.Capabilities &= ~SmtpCapabilities.Chunking;
            if (settings.User.Length > 0)
            {
                await _client.AuthenticateAsync(settings.User, settings.Password, cancellation);
            }
        }
        catch (Exception e) when (e is IOException or SocketException or CommandException or ProtocolException or SslHandshakeException or System.Security.Authentication.AuthenticationException
            or AuthenticationException or NotSupportedException or OperationCanceledException or TimeoutException)
        {
            await CloseAsync();
            throw new PeerException(e is AuthenticationException ? "log-in" : e is SslHandshakeException or System.Security.Authentication.AuthenticationException or NotSupportedException ? "tls" : "unreachable", e);
        }
    }

    public async Task<Outcome> SendAsync(DueMessage message, CancellationToken cancellation)
    {
        using var mime = Mime(message);
        _watch.Begin();
        try
        {
            await _client!.SendAsync(mime, cancellation);
        }
        catch (Exception e) when (e is IOException or SocketException or CommandException or ProtocolException or OperationCanceledException or ServiceNotConnectedException or TimeoutException or InvalidOperationException)
        {
            // The watch knows how far it came.
        }

        var outcome = _watch.Outcome();
        if (outcome.Code == "lost")
        {
            await CloseAsync();
        }

        return outcome;
    }

    public async Task CloseAsync()
    {
        var client = _client;
        _client = null;
        if (client is null)
        {
            return;
        }

        try
        {
            using var patience = new CancellationTokenSource(limits.SendingPause, clock);
            await client.DisconnectAsync(client.IsConnected, patience.Token);
        }
        catch (Exception e) when (e is IOException or SocketException or CommandException or ProtocolException or OperationCanceledException)
        {
            // It is closed either way.
        }
        finally
        {
            client.Dispose();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        _watch.Dispose();
    }

    private MimeMessage Mime(DueMessage message)
    {
        var mime = new MimeMessage
        {
            MessageId = message.MessageId,
            Date = clock.GetUtcNow(),
            Subject = message.Subject,
            Body = new TextPart("plain") { Text = message.Body },
        };
        mime.From.Add(new MailboxAddress(settings.Name, settings.From));
        mime.To.Add(new MailboxAddress("", message.Address));
        mime.Headers.Add(HeaderId.AutoSubmitted, "auto-generated"); // RFC 3834: nobody's out-of-office answers it
        var (page, address) = (links.AddressOf(message), settings.Unsubscribe.Length > 0 ? $"mailto:{settings.Unsubscribe}?subject={Uri.EscapeDataString(message.MessageId)}" : "");
        if (page.Length + address.Length > 0)
        {
            mime.Headers.Add(HeaderId.ListUnsubscribe, string.Join(", ", new[] { page, address }.Where(a => a.Length > 0).Select(a => $"<{a}>")));
        }

        if (page.Length > 0)
        {
            mime.Headers.Add(HeaderId.ListUnsubscribePost, "List-Unsubscribe=One-Click"); // RFC 8058, 3.1
        }

        return mime;
    }
}
