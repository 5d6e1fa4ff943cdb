using System.Net;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using MailKit.Security;
using MimeKit;

namespace Granary.Ocrm.Sending;

/// <summary>The bank's mail server, and as whom it is spoken to.</summary>
/// <param name="Certificate">The server's own, where it is to be this one and no other; null: what this machine trusts.</param>
/// <param name="Unsubscribe">An address to which who wants no more writes; empty: none.</param>
internal sealed record MailSettings(
    string Host, int Port, SecureSocketOptions Tls, string User, string Password, string From, string Name, string Unsubscribe, X509Certificate2? Certificate, int Connections, int PerSecond)
{
    /// <summary>Never the password.</summary>
    public override string ToString() => $"{Host}:{Port}";
}

/// <summary>A gateway for SMS over HTTP.</summary>
/// <param name="Template">The JSON of a request, with {id}, {to} and {text} in it.</param>
/// <param name="IdHeader">Carries the message's id, by which the gateway knows a repeat.</param>
/// <param name="Sent">Replies that say: taken. What is in none of the three sets is a doubt.</param>
internal sealed record SmsSettings(
    Uri Url, string Template, string IdHeader, string KeyHeader, string Key, IReadOnlySet<HttpStatusCode> Sent, IReadOnlySet<HttpStatusCode> Refused, IReadOnlySet<HttpStatusCode> Again, int Connections, int PerSecond)
{
    /// <summary>Never the key.</summary>
    public override string ToString() => Url.Host;

    /// <summary>A gateway that answers as HTTP means it.</summary>
    public static SmsSettings At(Uri url) => new(
        url, """{"id":{id},"to":{to},"text":{text}}""", "Idempotency-Key", "", "",
        Codes(200, 201, 202, 204), Codes(400, 404, 422), Codes(401, 403, 429, 503), Connections: 4, PerSecond: 50);

    internal static IReadOnlySet<HttpStatusCode> Codes(params IEnumerable<int> codes) => codes.Select(c => (HttpStatusCode)c).ToHashSet();
}

/// <summary>What messages are sent over; a channel that is null is off.</summary>
public sealed class SendingSettings
{
    internal MailSettings? Mail { get; init; }

    internal SmsSettings? Sms { get; init; }

    /// <summary>The same, where no gateway is named with one that wants no key, as the simulated bank's.</summary>
    public SendingSettings OrSms(Uri url) => new() { Mail = Mail, Sms = Sms ?? SmsSettings.At(url) };

    /// <summary>Reads the file of settings (docs/operations.md). Secrets lie in files beside it, not in it.</summary>
    /// <exception cref="FormatException">What is wrong, in one line, without what is secret.</exception>
    public static SendingSettings Read(string path)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllText(path), new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            var root = new SettingsPart(document.RootElement, "", Path.GetDirectoryName(Path.GetFullPath(path))!);
            root.Only("mail", "sms");
            return new SendingSettings { Mail = root.Part("mail") is { } mail ? ReadMail(mail) : null, Sms = root.Part("sms") is { } sms ? ReadSms(sms) : null };
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new FormatException(e is JsonException json ? $"no JSON in line {json.LineNumber + 1}" : "it cannot be read", e);
        }
    }

    private static MailSettings ReadMail(SettingsPart mail)
    {
        mail.Only("host", "port", "tls", "user", "passwordFile", "from", "name", "unsubscribe", "certificate", "connections", "perSecond");
        var tls = mail.Text("tls", "starttls") switch
        {
            "starttls" => SecureSocketOptions.StartTls,
            "tls" => SecureSocketOptions.SslOnConnect,
            "none" => SecureSocketOptions.None,
            _ => throw mail.Wrong("tls", "is starttls, tls or none"),
        };
        var (host, user, from) = (mail.Text("host"), mail.Text("user", ""), mail.Text("from"));
        var unsubscribe = mail.Text("unsubscribe", "");
        if (user.Length > 0 && tls == SecureSocketOptions.None && host is not ("localhost" or "127.0.0.1" or "::1"))
        {
            throw mail.Wrong("tls", "none would send the password in clear");
        }

        foreach (var (field, address) in new[] { ("from", from), ("unsubscribe", unsubscribe) })
        {
            if (address.Length > 0 && !(MailboxAddress.TryParse(address, out var mailbox) && mailbox.Address == address && address.Contains('@', StringComparison.Ordinal)))
            {
                throw mail.Wrong(field, "is no mail address");
            }
        }

        return new MailSettings(
            host, mail.Number("port", tls == SecureSocketOptions.SslOnConnect ? 465 : 587, 1, 65535), tls, user, user.Length > 0 ? mail.Secret("passwordFile") : "", from, mail.Text("name", ""), unsubscribe,
            mail.Certificate("certificate"), mail.Number("connections", 4, 1, 64), mail.Number("perSecond", 50, 1, 100_000));
    }

    private static SmsSettings ReadSms(SettingsPart sms)
    {
        sms.Only("url", "template", "idHeader", "keyHeader", "keyFile", "sent", "refused", "again", "connections", "perSecond");
        if (!Uri.TryCreate(sms.Text("url"), UriKind.Absolute, out var url) || !(url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback)))
        {
            throw sms.Wrong("url", "is no https address");
        }

        var otherwise = SmsSettings.At(url);
        var template = sms.Text("template", otherwise.Template);
        if (!template.Contains("{to}", StringComparison.Ordinal) || !template.Contains("{text}", StringComparison.Ordinal))
        {
            throw sms.Wrong("template", "lacks {to} or {text}");
        }

        var header = sms.Text("keyHeader", "");
        return new SmsSettings(
            url, template, sms.Text("idHeader", otherwise.IdHeader), header, header.Length > 0 ? sms.Secret("keyFile") : "",
            sms.Codes("sent", otherwise.Sent), sms.Codes("refused", otherwise.Refused), sms.Codes("again", otherwise.Again), sms.Number("connections", otherwise.Connections, 1, 64), sms.Number("perSecond", otherwise.PerSecond, 1, 100_000));
    }
}
