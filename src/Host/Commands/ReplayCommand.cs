using System.CommandLine;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Granary.Host.Children;
using Granary.Host.Replay;
using Spectre.Console;

namespace Granary.Host.Commands;

/// <summary><c>granary replay DIRECTORY</c>.</summary>
internal static class ReplayCommand
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static Command Create()
    {
        var directory = new Argument<DirectoryInfo>("directory") { Description = "Recorded traffic: order.csv, a .bin per online system, file pairs, and perhaps truth.csv." }.AcceptExistingOnly();
        var database = new Option<string?>("--database", "-d") { Description = "Database to use. Default: a fresh SQLite file that is deleted afterwards.", HelpName = "CONNECTION" };
        var speed = new Option<double?>("--speed") { Description = "So many times as fast as recorded. Default: as fast as messages are answered.", HelpName = "N" };
        var json = new Option<FileInfo?>("--json") { Description = "Write the result as JSON to this file, or - for standard output.", HelpName = "FILE" };
        var interfaces = new Option<string>("--interfaces") { Description = "Folder of the interface files.", HelpName = "DIRECTORY", DefaultValueFactory = _ => Repository.Interfaces };
        var crashAt = new Option<string?>("--crash-at") { Hidden = true };
        var keep = new Option<bool>("--keep") { Description = "Keep the temporary folder with the databases and the bank's books, and print where it is." };
        var killSeed = new Option<int?>("--kill-seed") { Hidden = true };
        speed.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<double?>() is <= 0)
            {
                result.AddError("--speed must be more than 0");
            }
        });
        var command = new Command("replay", "Send a recorded day to a hub and a simulated bank of their own, and say what came of it. Exits with 1 where not all was answered or the bank did not converge.")
        {
            directory, database, speed, json, interfaces, keep, crashAt, killSeed,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            var recording = Recording.Load(parsed.GetValue(directory)!.FullName);
            var plan = new ReplayPlan(
                recording.Directory,
                parsed.GetValue(database),
                parsed.GetValue(speed),
                Path.GetFullPath(parsed.GetValue(interfaces)!),
                parsed.GetValue(crashAt),
                parsed.GetValue(killSeed),
                parsed.GetValue(keep));
            var report = await WithProgressAsync(progress => new ReplayRun(plan, recording, progress).RunAsync(cancellation));
            if (parsed.GetValue(json) is { } file)
            {
                await WriteAsync(report, file, cancellation);
            }

            if (parsed.GetValue(json) is not { Name: "-" })
            {
                Print(report);
            }

            return report.Passed ? 0 : 1;
        });
        return command;
    }

    /// <summary>A bar on a terminal; a line every tenth of the way elsewhere.</summary>
    private static async Task<ReplayReport> WithProgressAsync(Func<Action<ReplayProgress>, Task<ReplayReport>> run)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        if (Console.IsErrorRedirected)
        {
            return await run(Lines());
        }

        return await console.Progress()
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
            .StartAsync(async context =>
            {
                var task = context.AddTask("starting");
                return await run(progress =>
                {
                    task.MaxValue = Math.Max(1, progress.Messages);
                    task.Value = progress.Answered;
                    task.Description = Markup.Escape(Describe(progress));
                });
            });
    }

    private static Action<ReplayProgress> Lines()
    {
        var last = "";
        return progress =>
        {
            var line = progress.Step == "sending" ? $"sending: {progress.Answered * 10 / Math.Max(1, progress.Messages) * 10} %" : progress.Step;
            if (line != last)
            {
                last = line;
                Console.Error.WriteLine($"granary: {line}");
            }
        };
    }

    private static string Describe(ReplayProgress progress) =>
        $"{progress.Step}: {progress.Answered:#,0} of {progress.Messages:#,0} answered"
        + (progress.Backlog is { } backlog ? $", {backlog:#,0} to deliver" : "")
        + (progress.Deaths > 0 ? $", {progress.Deaths} restarts" : "");

    private static async Task WriteAsync(ReplayReport report, FileInfo file, CancellationToken cancellation)
    {
        var text = JsonSerializer.Serialize(report, Json);
        if (file.Name == "-")
        {
            Console.Out.WriteLine(text);
        }
        else
        {
            await File.WriteAllTextAsync(file.FullName, text + Environment.NewLine, cancellation);
        }
    }

    private static void Print(ReplayReport report)
    {
        string Number(IFormattable value, string format = "#,0") => value.ToString(format, CultureInfo.InvariantCulture);
        string Times(Percentiles? times) => times is null ? "not measured" : $"p50 {Number(times.P50, "0.0")}, p99 {Number(times.P99, "0.0")}, max {Number(times.Max, "0.0")}";
        void Line(string name, string value) => Console.Out.WriteLine($"{name,-18} {value}");

        Line("sent", Number(report.Sent));
        Line("answered", Number(report.Answered));
        Line("refused", Number(report.Refused.Sum(refusal => refusal.Count)));
        foreach (var refusal in report.Refused)
        {
            Line("", $"{refusal.System} {refusal.Code}: {Number(refusal.Count)}");
        }

        Line("duplicates", Number(report.Duplicates));
        Line("parties", Number(report.Parties));
        Line("converged", report.Converged ? "yes" : "no");
        Line("differences", Number(report.Differences));
        foreach (var difference in report.DifferencesBy)
        {
            Line("", $"{difference.System} {difference.Attribute}: {Number(difference.Count)} ({string.Join(", ", difference.Keys)})");
        }

        Line("dead letters", Number(report.DeadLetters));
        if (report is { Precision: { } precision, Recall: { } recall, F1: { } f1 })
        {
            Line("precision", Number(precision, "0.00000"));
            Line("recall", Number(recall, "0.00000"));
            Line("f1", Number(f1, "0.00000"));
        }

        Line("messagesPerSecond", Number(report.MessagesPerSecond));
        Line("replyMs", Times(report.ReplyMs));
        Line("syncMs", Times(report.SyncMs));
        if (report.Restarts > 0)
        {
            Line("restarts", Number(report.Restarts));
        }
    }
}
