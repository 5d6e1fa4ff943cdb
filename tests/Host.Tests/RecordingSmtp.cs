using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Granary.Host.Tests;

/// <summary>A mail server that others wrote (aiosmtpd), in a process of its own, which writes down what it takes before it says so.</summary>
internal sealed class RecordingSmtp : IAsyncDisposable
{
    private const string User = "granary";
    private const string Password = "correct horse";

    private readonly Process _process;
    private readonly string _file;
    private readonly bool _secure;
    private long _read;
    private int _lines;

    private RecordingSmtp(Process process, string file, int port, bool secure) => (_process, _file, Port, _secure) = (process, file, port, secure);

    public int Port { get; }

    /// <param name="folder">Where it writes.</param>
    /// <param name="secure">Whether it takes nothing before STARTTLS and a log-in.</param>
    public static async Task<RecordingSmtp> StartAsync(string folder, bool secure)
    {
        var file = Path.Combine(folder, "taken.tsv");
        await File.WriteAllTextAsync(file, "");
        // The system's Python, for which the package is installed, whatever else is in the path.
        var start = new ProcessStartInfo("/usr/bin/python3") { RedirectStandardOutput = true };
        start.ArgumentList.Add(Path.Combine(Shared.RepositoryRoot, "tests", "Host.Tests", "recording_smtp.py"));
        start.ArgumentList.Add(file);
        if (secure)
        {
            var (certificate, key) = Certify(folder);
            foreach (var argument in new[] { certificate, key, User, Password })
            {
                start.ArgumentList.Add(argument);
            }
        }

        var process = Process.Start(start)!;
        var port = await process.StandardOutput.ReadLineAsync();
        return new RecordingSmtp(process, file, int.Parse(port ?? throw new InvalidOperationException("The mail server did not start; is python3-aiosmtpd installed?"), CultureInfo.InvariantCulture), secure);
    }

    /// <summary>Settings of a hub that sends its mail here.</summary>
    public string Settings(string folder, int connections)
    {
        var file = Path.Combine(folder, "sending.json");
        File.WriteAllText(Path.Combine(folder, "mail-password"), Password + "\n");
        File.WriteAllText(file, $$"""
            {
                "mail": {
                    "host": "127.0.0.1", "port": {{Port}}, "from": "bank@bank.example", "connections": {{connections}}, "perSecond": 100000,
                    {{(_secure ? $"\"tls\": \"starttls\", \"certificate\": \"smtp.crt\", \"user\": \"{User}\", \"passwordFile\": \"mail-password\"" : "\"tls\": \"none\"")}}
                }
            }
            """);
        return file;
    }

    /// <summary>How many it has taken so far.</summary>
    public int Count()
    {
        using var file = new FileStream(_file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        file.Position = _read;
        Span<byte> buffer = stackalloc byte[16 * 1024];
        while (file.Read(buffer) is > 0 and var length)
        {
            _lines += buffer[..length].Count((byte)'\n');
            _read += length;
        }

        return _lines;
    }

    /// <summary>Message-ID and recipient of each.</summary>
    public IReadOnlyList<(string MessageId, string To)> Taken() => [.. File.ReadLines(_file).Select(line => line.Split('\t')).Select(parts => (parts[0], parts[1]))];

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static (string Certificate, string Key) Certify(string folder)
    {
        using var key = RSA.Create(2048);
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        var files = (Path.Combine(folder, "smtp.crt"), Path.Combine(folder, "smtp.key"));
        File.WriteAllText(files.Item1, certificate.ExportCertificatePem());
        File.WriteAllText(files.Item2, key.ExportPkcs8PrivateKeyPem());
        return files;
    }
}
