using System.CommandLine;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Granary.Host.Commands;

/// <summary><c>granary migrate</c>: what serve does at its start, without serving.</summary>
internal static class MigrateCommand
{
    public static Command Create()
    {
        var settings = new HubSettings();
        var command = new Command("migrate", "Bring the database's tables up to date, and end. serve does so too; both may be killed and run again.") { settings.Database, settings.Data };
        command.SetAction(async (parsed, cancellation) =>
        {
            var options = settings.Read(parsed);
            Directory.CreateDirectory(options.Data);
            using var alone = OneHub.Take(options.Database);
            await using var services = new ServiceCollection().AddLogging().AddModules(options).BuildServiceProvider();
            var applied = await services.MigrateAsync(cancellation);
            Console.Out.WriteLine(applied == 0 ? "The tables are up to date." : $"Applied {applied} {(applied == 1 ? "migration" : "migrations")}.");
            return 0;
        });
        return command;
    }
}
