using System.Net;

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

    /// <summary>The built web page.</summary>
    public required string Web { get; init; }

    public required IReadOnlyList<Uri> Urls { get; init; }

    /// <summary>Sign-in with one demo user, HTTPS, and the demo's buttons.</summary>
    public bool Demo { get; init; }

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

        // Without users whoever reaches the port may read every customer, so nobody outside this machine may reach it.
        if (!Demo && Urls.FirstOrDefault(url => !IsLoopback(url)) is { } open)
        {
            throw new UserError($"serve has no users yet, so it listens on loopback only; {open} is not (try http://127.0.0.1:8080)");
        }
    }

    private static bool IsLoopback(Uri url) =>
        url.Host == "localhost" || (IPAddress.TryParse(url.Host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
