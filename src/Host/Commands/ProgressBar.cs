using Spectre.Console;

namespace Granary.Host.Commands;

/// <summary>How far a long command is: a bar on a terminal, a line every tenth of the way elsewhere.</summary>
internal static class ProgressBar
{
    /// <param name="run">Gets a way to say (done, of, what).</param>
    public static async Task<T> RunAsync<T>(Func<Action<int, int, string>, Task<T>> run)
    {
        if (Console.IsErrorRedirected)
        {
            return await run(Lines());
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return await console.Progress()
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
            .StartAsync(async context =>
            {
                var task = context.AddTask("starting");
                return await run((done, of, what) =>
                {
                    task.MaxValue = Math.Max(1, of);
                    task.Value = done;
                    task.Description = Markup.Escape(what);
                });
            });
    }

    private static Action<int, int, string> Lines()
    {
        var last = -1;
        return (done, of, what) =>
        {
            var tenth = (int)(done * 10L / Math.Max(1, of));
            if (tenth != last || done == of)
            {
                last = tenth;
                Console.Error.WriteLine($"granary: {what}");
            }
        };
    }
}
