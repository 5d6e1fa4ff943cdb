using System.CommandLine;
using Granary.Access.People;

namespace Granary.Host.Commands;

/// <summary><c>granary serve</c>: a hub until Ctrl-C.</summary>
internal static class ServeCommand
{
    public static Command Create()
    {
        var settings = new HubSettings();
        var demo = new Option<bool>("--demo") { Description = "HTTPS, demo people with one password, and the demo's buttons." };
        var simulator = HubSettings.Address("--simulator", "Control address of a simulated bank, for the demo's buttons.");
        var certificate = new Option<string?>("--certificate") { Description = "The bank's certificate (PEM) for https addresses.", HelpName = "FILE" };
        var certificateKey = new Option<string?>("--certificate-key") { Description = "Its private key (PEM), where the certificate's file does not hold it.", HelpName = "FILE" };
        var clock = new Option<DateTimeOffset?>("--clock") { Description = "Start the hub's clock at this time (ISO 8601): a recording is replayed on its own day.", HelpName = "TIME" };
        var crashAt = new Option<string?>("--crash-at") { Description = "Die at a named point (tests).", Hidden = true };
        var parent = new Option<bool>("--stop-with-input") { Description = "Stop when standard input ends (started by another process).", Hidden = true };
        var command = new Command("serve", "Run a hub: listeners and callers for the bank's systems, the API and the web page.") { demo, simulator, certificate, certificateKey, clock, crashAt, parent };
        settings.AddTo(command);
        command.SetAction((parsed, cancellation) =>
        {
            if (parsed.GetValue(crashAt) is { } point)
            {
                Environment.SetEnvironmentVariable(Kernel.Crash.Variable, point);
            }

            var options = settings.Read(parsed, parsed.GetValue(demo) ? DemoUrls : ["http://127.0.0.1:8080"]) with
            {
                Demo = parsed.GetValue(demo),
                Simulator = parsed.GetValue(simulator),
                Clock = parsed.GetValue(clock),
                CertificateFile = parsed.GetValue(certificate),
                CertificateKeyFile = parsed.GetValue(certificateKey),
            };
            return RunAsync(options, parsed.GetValue(parent), cancellation);
        });
        return command;
    }

    public static string[] DemoUrls { get; } = ["https://localhost:8443", "http://localhost:8080"];

    private static async Task<int> RunAsync(HubOptions options, bool stopWithInput, CancellationToken cancellation)
    {
        using var alone = OneHub.Take(options.Database);
        await using var app = Hub.Build(options);
        await app.StartHubAsync(cancellation);
        if (!options.Demo && File.Exists(OneTimePassword.FileIn(options.Data)))
        {
            Console.Error.WriteLine($"granary: the first administrator is admin; the one-time password is in {OneTimePassword.FileIn(options.Data)}");
        }

        Console.Error.WriteLine($"granary: listening on {string.Join(' ', app.Urls)}");
        if (stopWithInput)
        {
            _ = StopWithInputAsync(app.Lifetime);
        }

        await app.WaitForShutdownAsync(cancellation);
        return 0;
    }

    private static async Task StopWithInputAsync(IHostApplicationLifetime life)
    {
        await using var input = Console.OpenStandardInput();
        while (await input.ReadAsync(new byte[64], life.ApplicationStopping) > 0)
        {
        }

        life.StopApplication();
    }
}
