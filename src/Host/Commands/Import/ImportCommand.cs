using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Granary.Ecif.Contracts;
using Granary.Gateway;
using Granary.Wire;

namespace Granary.Host.Commands.Import;

/// <summary><c>granary import FILE…</c>: the first load.</summary>
internal static class ImportCommand
{
    private const int MegabytesByDefault = 1024;

    public static Command Create()
    {
        var settings = new HubSettings();
        var files = new Argument<string[]>("file") { Description = "Files of customers: CSV, or in a system's own format. SYSTEM=FILE says whose they are.", Arity = ArgumentArity.OneOrMore };
        var code = new Option<string?>("--interface") { Description = "The system in whose own format the files are.", HelpName = "SYSTEM" };
        var map = new Option<FileInfo?>("--map") { Description = "JSON file that says which field a column of a CSV file is (docs/operations.md).", HelpName = "FILE" };
        var system = new Option<string?>("--system") { Description = "Whose customers those of a CSV file are, where it does not say so itself.", HelpName = "SYSTEM" };
        var errors = new Option<FileInfo?>("--errors") { Description = "Where lines that are refused are listed. Default: import-errors.csv in the data folder.", HelpName = "FILE" };
        var work = new Option<string?>("--work") { Description = "Folder for what is found on the way: about twice the files. Default: import/ in the data folder.", HelpName = "DIRECTORY" };
        var memory = new Option<int>("--memory") { Description = "Megabytes for keys, pairs and records; what is more lies in the work folder.", HelpName = "MB", DefaultValueFactory = _ => MegabytesByDefault };
        memory.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 16 or > 65_536)
            {
                result.AddError("--memory must be from 16 to 65,536 megabytes");
            }
        });
        var command = new Command("import", "Fill an empty database with the customers of any number of systems, resolved all together. Killed, it goes on where it was when it is run again. Exits with 2 where lines were refused.")
        {
            files, code, map, system, errors, work, memory, settings.Database, settings.Data, settings.Interfaces,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            var options = settings.Read(parsed);
            var given = ImportFiles.Of(parsed.GetValue(files)!, parsed.GetValue(code), parsed.GetValue(system), Interface.LoadAll(options.Interfaces));
            var wrong = parsed.GetValue(errors) ?? new FileInfo(Path.Combine(options.Data, "import-errors.csv"));
            var input = new ImportFiles(given, parsed.GetValue(map) is { } file ? CsvMap.Read(file) : CsvMap.Plain, wrong);
            return await RunAsync(options, input, wrong, parsed.GetValue(work) ?? Path.Combine(options.Data, "import"), parsed.GetValue(memory), cancellation);
        });
        return command;
    }

    private static async Task<int> RunAsync(HubOptions options, ImportFiles files, FileInfo errors, string work, int megabytes, CancellationToken cancellation)
    {
        Directory.CreateDirectory(options.Data);
        using var alone = OneHub.Take(options.Database);
        await using var services = new ServiceCollection().AddLogging().AddModules(options)
            .AddGateway(new GatewayOptions { Interfaces = options.Interfaces, Data = options.Data }).BuildServiceProvider();
        await services.MigrateAsync(cancellation);
        var load = services.GetRequiredService<IFirstLoad>();
        var fingerprint = await files.FingerprintAsync(cancellation);
        switch (await load.StateAsync(fingerprint, cancellation))
        {
            case FirstLoadState.Filled:
                throw new UserError("there are customers in this database already; a first load goes into an empty one (see --database)");
            case FirstLoadState.BegunWithOthers:
                throw new UserError("a first load of other files was begun in this database; run granary import with those again, or name another --database");
        }

        var started = Stopwatch.GetTimestamp();
        var outcome = await ProgressBar.RunAsync(progress =>
        {
            var rate = new Rate();
            return load.RunAsync(new FirstLoadPlan(work, fingerprint, () => files.Read(cancellation), p => progress((int)p.Done, (int)Math.Max(p.Of, p.Done), rate.Say(p)), (long)megabytes << 20), cancellation);
        });
        var refused = File.ReadLines(errors.FullName).Count() - 1;
        Say($"{outcome.Messages:#,0} lines of {outcome.Records:#,0} accounts are {outcome.Parties:#,0} customers, in {Stopwatch.GetElapsedTime(started).TotalSeconds:0} s; {outcome.Pairs:#,0} pairs were compared, {outcome.Suspects:#,0} are for a steward.");
        Say(refused == 0 ? "No line was refused. Start a hub on the same database: it tells the systems what they do not hold yet." : $"{refused:#,0} lines were refused: {errors.FullName}");
        return refused == 0 ? 0 : 2;
    }

    private static void Say(FormattableString line) => Console.Out.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    private static void Say(string line) => Console.Out.WriteLine(line);

    /// <summary>How far a step is, and how fast.</summary>
    private sealed class Rate
    {
        private string _step = "";
        private long _first;
        private long _since;

        public string Say(FirstLoadProgress progress)
        {
            if (progress.Step != _step)
            {
                (_step, _first, _since) = (progress.Step, progress.Done, Stopwatch.GetTimestamp());
            }

            var seconds = Stopwatch.GetElapsedTime(_since).TotalSeconds;
            var rate = seconds > 0.5 ? $", {(progress.Done - _first) / seconds:#,0} a second" : "";
            return string.Create(CultureInfo.InvariantCulture, $"{progress.Step}: {progress.Done:#,0}{(progress.Of > 0 ? $" of {progress.Of:#,0}" : "")}{rate}");
        }
    }
}
