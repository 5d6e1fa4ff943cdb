using System.CommandLine;
using System.Globalization;
using Granary.Matching.Linkage;

namespace Granary.Host.Commands.Match;

/// <summary><c>granary match FILE...</c>: finds the records of one customer in CSV files, without being told anything about them.</summary>
internal static class MatchCommand
{
    public static Command Create()
    {
        var files = new Argument<FileInfo[]>("files") { Description = "CSV files with a heading line, UTF-8 or GB18030; comma, semicolon or tab.", Arity = ArgumentArity.OneOrMore }.AcceptExistingOnly();
        var mode = new Option<LinkMode?>("--mode") { Description = "dedupe: any two records; link: records of different files only, each of which holds a customer once; both: within and across files. Default: dedupe for one file, both for several.", HelpName = "dedupe|link|both" };
        var truth = new Option<string?>("--truth") { Description = "Column that says whose a record is: read for scoring the result alone, never as evidence.", HelpName = "COLUMN" };
        var exclude = new Option<string[]>("--exclude") { Description = "Column that is no evidence. May be given several times.", HelpName = "COLUMN", DefaultValueFactory = _ => [] };
        var output = new Option<FileInfo?>("--output", "-o") { Description = "Write every record with the number of its cluster in front to this CSV file.", HelpName = "FILE" };
        var pairs = new Option<FileInfo?>("--pairs") { Description = "Write the pairs that may be one customer's, with their probabilities, to this CSV file.", HelpName = "FILE" };
        var report = new Option<FileInfo?>("--report") { Description = "Write what was learnt and found as a page that stands alone to this HTML file.", HelpName = "FILE" };
        var json = new Option<FileInfo?>("--json") { Description = "Write the figures as JSON to this file, or - for standard output.", HelpName = "FILE" };
        var settings = new Option<FileInfo?>("--settings") { Description = "JSON file with what columns hold, blocking rules, the model and the threshold. Read where it is there, written where it is not.", HelpName = "FILE" };
        var labels = new Option<FileInfo?>("--labels") { Description = "CSV file of pairs that somebody looked at: record_a, record_b, same (yes or no), and with several files file_a and file_b. What --pairs writes, with a column added.", HelpName = "FILE" };
        var previous = new Option<FileInfo>("--previous") { Description = "Clusters file of an earlier run (--output): clusters go on under its numbers, whatever came since. Needs --key.", HelpName = "FILE" }.AcceptExistingOnly();
        var key = new Option<string?>("--key") { Description = "Column that tells the records of a file apart, by which --previous knows them again.", HelpName = "COLUMN" };
        var explain = new Option<string?>("--explain") { Description = "Say why two records are put together or not, instead of the figures: their numbers in their files, from 1, e.g. 12,57, or with several files old.csv:12,new.csv:3.", HelpName = "A,B" };
        var language = new Option<string?>("--language") { Description = "Of the explanation: en or zh-CN. Default: that of the terminal (LC_ALL, LANG).", HelpName = "en|zh-CN" };
        language.AcceptOnlyFromAmong("en", "zh-CN");
        var seed = new Option<int>("--seed") { Description = "Of all that is drawn by lot: the same seed gives the same result.", HelpName = "N", DefaultValueFactory = _ => 1 };
        var command = new Command("match", "Find the records of one customer in CSV files: guess what the columns hold, learn a model, score, cluster. Needs no settings; --settings keeps every guess to be changed.")
        {
            files, mode, truth, exclude, labels, output, pairs, report, json, settings, previous, key, explain, language, seed,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            var asked = new MatchRequest(parsed.GetValue(files)!, parsed.GetValue(mode), parsed.GetValue(truth), parsed.GetValue(exclude)!, parsed.GetValue(labels), parsed.GetValue(seed), parsed.GetValue(explain), IsChinese(parsed.GetValue(language)));
            var told = parsed.GetValue(settings);
            if (parsed.GetValue(previous) is not null && parsed.GetValue(key) is null)
            {
                throw new UserError("--previous needs --key: the column by which a record is known again");
            }

            var run = await Task.Run(() => MatchRun.Of(asked, told is { Exists: true } ? Read(told) : new LinkSettings()), cancellation);
            if (told is { Exists: false })
            {
                await File.WriteAllTextAsync(told.FullName, run.Linked.Settings.Write(), cancellation);
            }

            if (parsed.GetValue(output) is { } clusters)
            {
                MatchFiles.WriteClusters(run, clusters.FullName, parsed.GetValue(previous) is { } then ? PreviousClusters.Of(run, then, parsed.GetValue(key)!) : null);
            }

            if (parsed.GetValue(pairs) is { } scored)
            {
                MatchFiles.WritePairs(run, scored.FullName);
            }

            if (parsed.GetValue(report) is { } page)
            {
                await File.WriteAllTextAsync(page.FullName, MatchReport.Of(run), cancellation);
            }

            var figures = MatchFigures.Of(run);
            if (parsed.GetValue(json) is { } file)
            {
                await figures.WriteAsync(file, cancellation);
            }

            if (parsed.GetValue(json) is not { Name: "-" })
            {
                figures.Print(run);
            }

            return 0;
        });
        return command;
    }

    private static bool IsChinese(string? language) =>
        new[] { language, Environment.GetEnvironmentVariable("LC_ALL"), Environment.GetEnvironmentVariable("LANG") }.FirstOrDefault(said => !string.IsNullOrEmpty(said))?.StartsWith("zh", StringComparison.Ordinal) == true;

    private static LinkSettings Read(FileInfo file)
    {
        try
        {
            return LinkSettings.Parse(File.ReadAllText(file.FullName));
        }
        catch (FormatException e)
        {
            throw new UserError(string.Create(CultureInfo.InvariantCulture, $"{file.Name}: {e.Message}"));
        }
    }
}
