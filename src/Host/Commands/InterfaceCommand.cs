using System.CommandLine;
using Granary.Wire;

namespace Granary.Host.Commands;

/// <summary><c>granary interface check [FILE…]</c>.</summary>
internal static class InterfaceCommand
{
    public static Command Create()
    {
        var files = new Argument<string[]>("file") { Description = "Interface files. Default: all of interfaces/, those of holdings too.", Arity = ArgumentArity.ZeroOrMore };
        var check = new Command("check", "Check interface files: every problem with its line. Exits with 1 where there is one.") { files };
        check.SetAction(parsed => Check(parsed.GetValue(files) is { Length: > 0 } given ? given : All()));
        return new Command("interface", "Look at the declared message formats of the bank's systems.") { check };
    }

    private static string[] All() => Directory.Exists(Repository.Interfaces)
        ? [.. Directory.EnumerateFiles(Repository.Interfaces, "*.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal)]
        : throw new UserError($"no interface files: the folder {Repository.Interfaces} does not exist");

    private static int Check(string[] files)
    {
        var faults = 0;
        foreach (var file in files)
        {
            if (!File.Exists(file))
            {
                throw new UserError($"{file} does not exist");
            }

            var problems = Interface.Check(file);
            foreach (var problem in problems)
            {
                Console.Error.WriteLine(problem);
            }

            faults += problems.Count;
            if (problems.Count == 0)
            {
                var read = Interface.Load(file);
                Console.Out.WriteLine($"{Path.GetFileName(file)}: {read.System} {read.Title}, {read.Roles.Count} messages, {read.Attributes.Count} attributes, version {read.Version[..Math.Min(12, read.Version.Length)]}");
            }
        }

        return faults == 0 ? 0 : 1;
    }
}
