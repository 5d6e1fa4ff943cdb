using System.CommandLine;
using System.CommandLine.Help;
using Granary.Host.Commands;
using Granary.Host.Commands.Import;
using Granary.Host.Commands.Match;

namespace Granary.Host;

internal static class Program
{
    /// <summary>Time for open batches and connections to end after Ctrl-C, before the process is ended for good.</summary>
    private static readonly TimeSpan StopsWithin = TimeSpan.FromSeconds(30);

    public static async Task<int> Main(string[] arguments)
    {
        // A plain command, since RootCommand takes its name from the assembly, and people type ./granary.
        var root = new Command("granary", "Granary keeps one golden record of every customer of a bank, and keeps every system of the bank in agreement with it.")
        {
            new HelpOption(),
            new VersionOption(),
            ServeCommand.Create(),
            DemoCommand.Create(),
            ReplayCommand.Create(),
            MatchCommand.Create(),
            ImportCommand.Create(),
            InterfaceCommand.Create(),
            MigrateCommand.Create(),
            StatusCommand.Create(),
            AuditCommand.Create(),
        };
        var parsed = root.Parse(arguments);
        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = StopsWithin });
        }
        catch (OperationCanceledException)
        {
            Console.Error.WriteLine("granary: stopped before it was done");
            return 130; // what a shell expects of a command that Ctrl-C ended before it was done
        }
        catch (Exception error) when (Reported(error))
        {
            return 1;
        }
    }

    /// <summary>One clear line for what the person at the terminal can put right; anything else is a bug and keeps its stack.</summary>
    private static bool Reported(Exception error)
    {
        if (ErrorLine.Of(error) is not { } line)
        {
            return false;
        }

        Console.Error.WriteLine($"granary: {line}");
        return true;
    }
}
