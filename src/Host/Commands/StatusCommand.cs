using System.CommandLine;
using System.Security.Cryptography.X509Certificates;
using Granary.Access.People;
using Granary.Host.Children;
using Spectre.Console;

namespace Granary.Host.Commands;

/// <summary><c>granary status</c>: what a running hub says of itself.</summary>
internal static class StatusCommand
{
    public static Command Create()
    {
        var url = HubSettings.Address("--url", "Address of the hub.", new Uri("http://127.0.0.1:8080"));
        var data = new Option<string>("--data")
        {
            Description = "The hub's data folder, whose key and certificate are used.",
            HelpName = "DIRECTORY",
            DefaultValueFactory = _ => Repository.Data,
        };
        var command = new Command("status", "Show a running hub's systems, backlog and figures. Exits with 1 where it is not ready.") { url, data };
        command.SetAction((parsed, cancellation) => ShowAsync(parsed.GetValue(url)!, parsed.GetValue(data)!, cancellation));
        return command;
    }

    private static async Task<int> ShowAsync(Uri url, string data, CancellationToken cancellation)
    {
        var certificate = Path.Combine(data, "localhost.crt");
        using var trusted = File.Exists(certificate) ? X509CertificateLoader.LoadCertificateFromFile(certificate) : null;
        var key = LocalKey.Read(data);
        using var api = new HubApi(url, key ?? "", trusted);
        if (!await api.IsReadyAsync(cancellation))
        {
            Console.Out.WriteLine($"{url} is not ready.");
            return 1;
        }

        if (key is null)
        {
            throw new UserError($"{LocalKey.FileIn(data)} cannot be read, which is the key to the hub of this machine (see --data)");
        }

        var table = new Table { Border = TableBorder.Simple };
        table.AddColumns("system", "in", "out");
        foreach (var name in new[] { "received/s", "delivered/s", "backlog", "dead", "customers" })
        {
            table.AddColumn(new TableColumn(name) { Alignment = Justify.Right });
        }

        foreach (var system in await api.SystemsAsync(cancellation))
        {
            table.AddRow(
                Markup.Escape(system.System),
                $"{system.Inbound}",
                Markup.Escape(system.Outbound),
                $"{system.ReceivedPerSecond:0.0}",
                $"{system.DeliveredPerSecond:0.0}",
                $"{system.Backlog:#,0}",
                $"{system.Dead:#,0}",
                $"{system.Customers:#,0}");
        }

        AnsiConsole.Write(table);
        var figures = await api.FiguresAsync(cancellation);
        Console.Out.WriteLine($"{figures.Parties:#,0} parties; since its start {figures.Applied:#,0} messages applied, {figures.Duplicates:#,0} repeated, {figures.Refused:#,0} refused.");
        return 0;
    }
}
