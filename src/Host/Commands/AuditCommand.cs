using System.CommandLine;
using System.Security.Cryptography.X509Certificates;
using Granary.Access.People;
using Granary.Access;
using Granary.Access.Auditing;
using Granary.Host.Children;
using Spectre.Console;

namespace Granary.Host.Commands;

/// <summary><c>granary audit verify</c>: reads the audit trails and names every row that was edited, deleted or cut off.</summary>
internal static class AuditCommand
{
    public static Command Create()
    {
        var settings = new HubSettings();
        var url = HubSettings.Address("--url", "Ask the hub that runs there, in place of opening the database.");
        var verify = new Command("verify", "Check the hash chains against the database and the heads kept outside it. Exits with 1 where a row was edited, deleted or cut off.") { url, settings.Database, settings.Data };
        verify.SetAction(async (parsed, cancellation) =>
        {
            var options = settings.Read(parsed);
            var check = parsed.GetValue(url) is { } hub ? await AskAsync(hub, options.Data, cancellation) : await ReadAsync(options, cancellation);
            foreach (var fault in check.Faults)
            {
                Console.Out.WriteLine($"{fault.Trail}: row {fault.Id} {fault.What}");
            }

            Console.Out.WriteLine(check.Ok ? $"{check.Rows:#,0} rows, none edited, deleted or cut off." : $"{check.Rows:#,0} rows, {check.Faults.Count:#,0} faults.");
            return check.Ok ? 0 : 1;
        });
        return new Command("audit", "The trail of what people and programs did.") { verify };
    }

    private static async Task<AuditCheck> ReadAsync(HubOptions options, CancellationToken cancellation)
    {
        using var alone = OneHub.Take(options.Database); // where a hub has the file, it has to be asked
        await using var services = new ServiceCollection().AddLogging().AddModules(options).BuildServiceProvider();
        await services.MigrateAsync(cancellation);
        return await AnsiConsole.Status().StartAsync("Reading ...", status => services.VerifyAuditAsync(row => status.Status($"Reading ... {row:#,0}"), cancellation));
    }

    private static async Task<AuditCheck> AskAsync(Uri url, string data, CancellationToken cancellation)
    {
        var certificate = Path.Combine(data, "localhost.crt");
        using var trusted = File.Exists(certificate) ? X509CertificateLoader.LoadCertificateFromFile(certificate) : null;
        using var api = new HubApi(url, LocalKey.Read(data) ?? throw new UserError($"{LocalKey.FileIn(data)} cannot be read, which is the key to the hub of this machine (see --data)"), trusted);
        return await api.VerifyAuditAsync(cancellation);
    }
}
