using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Granary.Host.Tests;

/// <summary>The built command line, run as people run it: in a process of its own.</summary>
internal static class CommandLine
{
    /// <summary>Under a heavily loaded CI machine a replay takes minutes; a command that hangs must fail the test and not the whole job.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    public static string Assembly { get; } = Path.Combine(
        Shared.RepositoryRoot, "src", "Host", "bin", Configuration, "net10.0", "Granary.Host.dll");

    public static string Simulator { get; } = Path.Combine(
        Shared.RepositoryRoot, "sim", "bin", Configuration, "net10.0", "Granary.Sim.dll");

    private static string Configuration => AppContext.BaseDirectory.Contains($"{Path.DirectorySeparatorChar}Release{Path.DirectorySeparatorChar}", StringComparison.Ordinal) ? "Release" : "Debug";

    public static Task<Ended> RunAsync(params string[] arguments) => RunProgramAsync(Assembly, arguments);

    /// <summary>Runs a command that kills itself by SIGKILL when it comes to a point.</summary>
    public static async Task DieAsync(string point, params string[] arguments)
    {
        using var process = Start(Assembly, arguments, ("GRANARY_CRASH_AT", point));
        process.StandardInput.Close();
        var texts = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using var patience = new CancellationTokenSource(Patience);
        await process.WaitForExitAsync(patience.Token);
        Assert.True(process.ExitCode == 137, $"it was to die at {point}: {string.Join('\n', await texts)}");
    }

    /// <summary>Runs a replay and reads its JSON; the text of both streams is the message of a failed assertion.</summary>
    public static async Task<(Ended Ended, JsonObject Report)> ReplayAsync(string directory, params string[] arguments)
    {
        var ended = await RunAsync(["replay", directory, "--json", "-", .. arguments]);
        Assert.True(ended.Out.StartsWith('{'), $"no report: {ended}");
        return (ended, JsonNode.Parse(ended.Out)!.AsObject());
    }

    public static async Task<Ended> RunProgramAsync(string assembly, params string[] arguments)
    {
        using var process = Start(assembly, arguments);
        process.StandardInput.Close();
        var text = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"{string.Join(' ', arguments)} did not end within {Patience.TotalMinutes} minutes");
        }

        return new Ended(process.ExitCode, await text, await errors);
    }

    public static Process Start(string assembly, params string[] arguments) => Start(assembly, arguments, []);

    private static Process Start(string assembly, string[] arguments, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        start.ArgumentList.Add(assembly);
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }
}

internal sealed record Ended(int Code, string Out, string Errors)
{
    public override string ToString() => $"exit code {Code}\n{Out}\n{Errors}";
}
