using System.Diagnostics;
using Granary.Host.Children;
using Granary.Wire;

namespace Granary.Host.Tests;

/// <summary><c>granary serve</c> in a process of its own, to be killed.</summary>
internal sealed class ServedHub : IAsyncDisposable
{
    private static readonly TimeSpan StartsWithin = TimeSpan.FromMinutes(3);

    private readonly Process _process;

    private ServedHub(Process process) => _process = process;

    public static async Task<ServedHub> StartAsync(string data, string place, params string[] arguments)
    {
        var endpoints = Path.Combine(data, "endpoints.json");
        if (!File.Exists(endpoints))
        {
            Topology.OnFreePorts(data, Interface.LoadAll(Repository.Interfaces));
        }

        var process = CommandLine.Start(CommandLine.Assembly,
            ["serve", "--data", data, "--endpoints", endpoints, "--database", place, "--urls", $"http://127.0.0.1:{FreePorts.Take(1)[0]}", "--log", "json", .. arguments]);
        var listens = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var lines = new Queue<string>();
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, line) =>
        {
            lines.Enqueue(line.Data ?? "ended");
            if (line.Data is null || line.Data.Contains("listening on", StringComparison.Ordinal))
            {
                listens.TrySetResult();
            }
        };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await listens.Task.WaitAsync(StartsWithin);
        Assert.False(process.HasExited, string.Join('\n', lines));
        return new ServedHub(process);
    }

    /// <summary>SIGKILL, and until it is gone.</summary>
    public Task KillAsync()
    {
        _process.Kill();
        return _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        _process.Dispose();
    }
}
