using System.CommandLine;
using System.Globalization;
using Granary.Access.People;
using Granary.Host.Children;
using Granary.Host.Demo;
using Granary.Wire;

namespace Granary.Host.Commands;

/// <summary><c>granary demo</c>: the main job of ./run.</summary>
internal static class DemoCommand
{
    /// <summary>Messages a second of everyday life: enough to see something happen, slow enough to follow.</summary>
    private const double Rate = 2;

    public static Command Create()
    {
        var settings = new HubSettings();
        var rate = new Option<double>("--rate") { Description = "What the simulated bank does of its own accord, in customers' affairs a second.", HelpName = "PER_SECOND", DefaultValueFactory = _ => Rate };
        var record = new Option<DirectoryInfo?>("--record") { Description = "Record the bank's traffic to this folder, in the form that granary replay reads.", HelpName = "DIRECTORY" };
        var seed = new Option<int?>("--seed") { Description = "Seed of everyday life, to see the same again.", HelpName = "N" };
        var forSeconds = new Option<double?>("--for") { Description = "Stop after so many seconds. Default: at Ctrl-C.", HelpName = "SECONDS" };
        var customers = new Option<int?>("--customers") { Description = "Fill an empty database with a province of so many customers, and end; the next start shows them.", HelpName = "N" };
        customers.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() is < 1 or > Province.Most)
            {
                result.AddError($"--customers must be from 1 to {Province.Most:#,0}");
            }
        });
        var command = new Command("demo", "Run a hub, the simulated systems of the bank, and the web page over HTTPS on localhost, until Ctrl-C.") { customers, rate, record, seed, forSeconds };
        settings.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            if (parsed.GetValue(forSeconds) is { } seconds)
            {
                end.CancelAfter(TimeSpan.FromSeconds(seconds));
            }

            var options = settings.Read(parsed, ServeCommand.DemoUrls) with { Demo = true, Level = LogLevel.Warning };
            if (parsed.GetValue(customers) is { } number)
            {
                await FillAsync(options, number, end.Token);
                return 0;
            }

            await RunAsync(options, parsed.GetValue(rate), parsed.GetValue(seed), parsed.GetValue(record)?.FullName, end.Token);
            return 0;
        });
        return command;
    }

    private static async Task FillAsync(HubOptions options, int customers, CancellationToken cancellation)
    {
        using var alone = OneHub.Take(options.Database);
        Directory.CreateDirectory(options.Data);
        var took = await ProgressBar.RunAsync(progress => FillProvince.RunAsync(options, customers,
            p => progress(p.Done, p.Of, p.Step == "indexes" ? "indexes" : $"{p.Done:#,0} of {p.Of:#,0} customers"), cancellation));
        Say(string.Create(CultureInfo.InvariantCulture, $"{customers:#,0} customers in {took.TotalSeconds:0} s, {customers / took.TotalSeconds:#,0} a second."));
        Say("Start a hub on the same database to see them; everybody who works there has the demo's password.");
    }

    private static async Task RunAsync(HubOptions options, double rate, int? seed, string? record, CancellationToken cancellation)
    {
        using var alone = OneHub.Take(options.Database);
        options.Validate();
        options = options with { Endpoints = options.Endpoints ?? Topology.AsDeclared(options.Data, Interface.LoadAll(options.Interfaces)) };
        Say("Starting the simulated bank ...");
        await using var bank = await SimulatedBank.StartAsync(
            new BankPlan(Path.Combine(options.Data, "bank"), options.Endpoints, rate, seed, record, Holdings: true), cancellation);
        await using var app = Hub.Build(options with { Simulator = bank.Control });
        Say("Starting the hub ...");
        await app.StartHubAsync(cancellation);

        var page = options.Urls.FirstOrDefault(url => url.Scheme == Uri.UriSchemeHttps) ?? options.Urls[0];
        Say("");
        Say($"  Granary is at   {page}");
        Say($"  sign in as      demo, who may do everything; or manager, head, marketing, steward, auditor, operator, admin");
        Say($"  password        {DemoPassword.Ensure(options.Data)}   (the same for all)");
        Say("");
        Say("The certificate is this machine's own, made at the first run: a browser asks once whether to trust it.");
        Say("Ctrl-C stops everything; the next ./run goes on from here.");
        Say("");
        using var campaign = new DemoCampaign(options);
        var filling = campaign.RunAsync(cancellation);
        try
        {
            await DemoStatus.ShowAsync(app.Services, bank, cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            Say("");
            Say("Stopping ...");
        }

        Logs.Quieten();
        await filling.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await bank.DisposeAsync(); // first the bank, so that what is on its way is answered
        await app.StopAsync(CancellationToken.None);
        Say("Stopped.");
    }

    private static void Say(string line) => Console.Out.WriteLine(line);
}
