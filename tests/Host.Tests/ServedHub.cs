using System.Diagnostics;
using Granary.Host.Children;
using Granary.Wire;

namespace Granary.Host.Tests;

/// <summary><c>granary serve</c> in a process of its own, to be killed.</summary>
internal sealed class ServedHub : IAsyncDisposable
{
    private static readonly TimeSpan StartsWithin = TimeSpan.FromMinutes(3);

    private readonly Process _process;
    private readonly string _data;
    private readonly Uri _url;

    private ServedHub(Process process, string data, Uri url) => (_process, _data, _url) = (process, data, url);

    /// <summary>Of the demo's people, where a province was made.</summary>
    public string Password => File.ReadAllText(Path.Combine(_data, "demo-password")).Trim();

    public static async Task<ServedHub> StartAsync(string data, string place, params string[] arguments)
    {
        var endpoints = Path.Combine(data, "endpoints.json");
        if (!File.Exists(endpoints))
        {
            Topology.OnFreePorts(data, Interface.LoadAll(Repository.Interfaces));
        }

        var url = new Uri($"http://127.0.0.1:{FreePorts.Take(1)[0]}");
        var process = CommandLine.Start(CommandLine.Assembly,
            ["serve", "--data", data, "--endpoints", endpoints, "--database", place, "--urls", url.OriginalString, "--log", "json", .. arguments]);
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
        return new ServedHub(process, data, url);
    }

    public Browser Browse() => new(_url);

    /// <summary>Until it has died by itself.</summary>
    public Task EndedAsync(CancellationToken cancellation) => _process.WaitForExitAsync(cancellation);

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
