using System.Net;
using Granary.Ocrm.Sending;

namespace Granary.Host;

/// <summary>What a hub is started with. Given by the command line, checked before anything starts.</summary>
internal sealed record HubOptions
{
    /// <summary>SQLite ("Data Source=…") or PostgreSQL ("Host=…").</summary>
    public required string Database { get; init; }

    /// <summary>Certificates, the demo's password, keys of cookies; the SQLite files where no other place is named.</summary>
    public required string Data { get; init; }

    public required string Interfaces { get; init; }

    /// <summary>The rules by which values survive.</summary>
    public string Survivorship { get; init; } = Repository.Survivorship;

    /// <summary>A topology file that overrides the addresses of the interface files, or null.</summary>
    public string? Endpoints { get; init; }

    /// <summary>What messages to customers are sent over; null where nothing is configured.</summary>
    public SendingSettings? Sending { get; init; }

    /// <summary>The built web page.</summary>
    public required string Web { get; init; }

    public required IReadOnlyList<Uri> Urls { get; init; }

    /// <summary>How customers reach this server, where that is not how it listens (behind a balancer); null where it is.</summary>
    public Uri? PublicUrl { get; init; }

    /// <summary>What links to customers begin with; empty where it listens on every address of the machine and nobody said which is meant: then links are paths.</summary>
    public string LinksBeginWith => (PublicUrl ?? Urls.FirstOrDefault(url => url.Scheme == Uri.UriSchemeHttps) ?? Urls.FirstOrDefault()) is { } url
        && !(IPAddress.TryParse(url.Host.Trim('[', ']'), out var address) && (address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any)))
            ? url.GetLeftPart(UriPartial.Authority) : "";

    /// <summary>Demo people with one password, HTTPS, and the demo's buttons.</summary>
    public bool Demo { get; init; }

    /// <summary>The bank's certificate (PEM), or null for one of this machine's own.</summary>
    public string? CertificateFile { get; init; }

    /// <summary>Its private key (PEM); null where the certificate's file holds it too.</summary>
    public string? CertificateKeyFile { get; init; }

    /// <summary>Whether the pages are served over HTTPS; plain addresses then only redirect.</summary>
    public bool IsHttps => Urls.Any(url => url.Scheme == Uri.UriSchemeHttps);

    /// <summary>A module's own database: the same server, where schemas keep modules apart, or a file beside the hub's.</summary>
    public string DatabaseOf(string module) => DatabaseKind.IsPostgres(Database) ? Database : Path.Combine(Path.GetDirectoryName(Path.GetFullPath(DatabaseKind.SqliteFile(Database)))!, $"{module}.db");

    /// <summary>The simulated bank's control address, for the demo's buttons; null where there is none.</summary>
    public Uri? Simulator { get; init; }

    /// <summary>Where the hub's clock starts: a 10-digit time has no year, so a recording is replayed on its own day.</summary>
    public DateTimeOffset? Clock { get; init; }

    /// <summary>Structured logs instead of lines for people.</summary>
    public bool JsonLogs { get; init; }

    /// <summary>What is logged. The demo logs warnings only: it has a status line of its own.</summary>
    public LogLevel Level { get; init; } = LogLevel.Information;

    /// <exception cref="UserError">What is wrong, in one line.</exception>
    public void Validate()
    {
        if (!Directory.Exists(Interfaces))
        {
            throw new UserError($"no interface files: the folder {Interfaces} does not exist (see --interfaces)");
        }

        if (Endpoints is not null && !File.Exists(Endpoints))
        {
            throw new UserError($"the endpoints file {Endpoints} does not exist");
        }

        // What passes here are passwords and customers: in clear on this machine alone.
        if (Urls.FirstOrDefault(url => url.Scheme == Uri.UriSchemeHttp && !IsLoopback(url)) is { } open && !IsHttps)
        {
            throw new UserError($"{open} would send passwords over the network in clear; listen on https:// with --certificate, or on loopback (http://127.0.0.1:8080)");
        }

        if (CertificateFile is null && Urls.FirstOrDefault(url => url.Scheme == Uri.UriSchemeHttps && !IsLoopback(url)) is { } foreign)
        {
            throw new UserError($"{foreign} needs the bank's own certificate (--certificate FILE, --certificate-key FILE); the one made here is for localhost alone");
        }

        if (CertificateFile is { } certificate && !File.Exists(certificate))
        {
            throw new UserError($"the certificate {certificate} does not exist");
        }
    }

    private static bool IsLoopback(Uri url) =>
        url.Host == "localhost" || (IPAddress.TryParse(url.Host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
