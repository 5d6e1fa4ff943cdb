using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Granary.Kernel;

namespace Granary.Host;

/// <summary>The bank's own certificate; or one of localhost, made at the first run, kept under data/, made again before it ends.</summary>
internal static class Certificate
{
    // Browsers refuse certificates that are valid for more than 398 days (CA/Browser Forum, ballot SC31).
    private static readonly TimeSpan Validity = TimeSpan.FromDays(397);
    private static readonly TimeSpan RenewBefore = TimeSpan.FromDays(30);

    /// <exception cref="UserError">The bank's files do not hold a certificate and its key.</exception>
    public static X509Certificate2 For(HubOptions options, DateTimeOffset now)
    {
        if (options.CertificateFile is not { } file)
        {
            return ForLocalhost(options.Data, now);
        }

        try
        {
            return X509Certificate2.CreateFromPemFile(file, options.CertificateKeyFile);
        }
        catch (CryptographicException error)
        {
            throw new UserError($"the certificate {file} cannot be used with its key: {error.Message}");
        }
    }

    public static X509Certificate2 ForLocalhost(string data, DateTimeOffset now)
    {
        var file = Path.Combine(data, "localhost.crt");
        var keyFile = Path.Combine(data, "localhost.key");
        if (File.Exists(file) && File.Exists(keyFile))
        {
            var kept = X509Certificate2.CreateFromPemFile(file, keyFile);
            if (kept.NotAfter.ToUniversalTime() - RenewBefore > now.UtcDateTime)
            {
                return kept;
            }

            kept.Dispose();
        }

        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var made = Make(key, now);
        PrivateFiles.Write(keyFile, key.ExportPkcs8PrivateKeyPem());
        File.WriteAllText(file, made.ExportCertificatePem());
        return X509Certificate2.CreateFromPemFile(file, keyFile);
    }

    private static X509Certificate2 Make(ECDsa key, DateTimeOffset now)
    {
        var request = new CertificateRequest("CN=localhost, O=Granary development", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        names.AddIpAddress(IPAddress.IPv6Loopback);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], false));
        return request.CreateSelfSigned(now.AddDays(-1), now + Validity);
    }
}
