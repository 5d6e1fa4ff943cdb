using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;
using Granary.Host.Children;
using Granary.Wire;

namespace Granary.Host.Tests;

/// <summary><c>granary demo</c> as ./run starts it, in a process of its own on free ports.</summary>
internal sealed partial class RunningDemo : IAsyncDisposable
{
    private const int Interrupt = 2;

    private static readonly TimeSpan StartsWithin = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan StopsWithin = TimeSpan.FromMinutes(3);

    private readonly Process _process;
    private readonly List<string> _lines = [];

    private RunningDemo(Process process, string data, Uri url)
    {
        _process = process;
        Data = data;
        Url = url;
    }

    public string Data { get; }

    public Uri Url { get; }

    public string Password { get; private set; } = "";

    public string Text
    {
        get
        {
            lock (_lines)
            {
                return string.Join('\n', _lines);
            }
        }
    }

    public int Id => _process.Id;

    public static async Task<RunningDemo> StartAsync(string? data = null, params string[] arguments)
    {
        data ??= Directory.CreateTempSubdirectory("granary-demo-").FullName;
        var endpoints = Path.Combine(data, "endpoints.json");
        if (!File.Exists(endpoints))
        {
            Topology.OnFreePorts(data, Interface.LoadAll(Repository.Interfaces));
        }

        var ports = FreePorts.Take(2);
        var process = CommandLine.Start(
            CommandLine.Assembly,
            ["demo", "--data", data, "--endpoints", endpoints, "--urls", $"https://localhost:{ports[0]}", $"http://localhost:{ports[1]}", .. arguments]);
        var demo = new RunningDemo(process, data, new Uri($"https://localhost:{ports[0]}"));
        process.OutputDataReceived += (_, line) => demo.Keep(line.Data);
        process.ErrorDataReceived += (_, line) => demo.Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var patience = new CancellationTokenSource(StartsWithin);
        while (!demo.Text.Contains("Ctrl-C stops everything", StringComparison.Ordinal))
        {
            Assert.False(process.HasExited, demo.Text);
            await Task.Delay(100, patience.Token);
        }

        demo.Password = PasswordLine().Match(demo.Text).Groups[1].Value;
        return demo;
    }

    public Browser Browse() => new(Url, X509Certificate2.CreateFromPem(File.ReadAllText(Path.Combine(Data, "localhost.crt"))));

    /// <summary>Ctrl-C.</summary>
    public async Task<int> StopAsync()
    {
        _ = Signal(_process.Id, Interrupt);
        using var patience = new CancellationTokenSource(StopsWithin);
        await _process.WaitForExitAsync(patience.Token);
        return _process.ExitCode;
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
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private void Keep(string? line)
    {
        lock (_lines)
        {
            _lines.Add(line ?? "");
        }
    }

    [GeneratedRegex(@"password\s+(\S+)")]
    private static partial Regex PasswordLine();

    [DllImport("libc", EntryPoint = "kill", ExactSpelling = true)]
    private static extern int Signal(int process, int signal);
}

public sealed class DemoTests
{
    [Fact, Trait("Case", "HOST-50")]
    public async Task Ctrl_C_stops_everything_and_the_next_start_goes_on_where_it_stopped()
    {
        await using var first = await RunningDemo.StartAsync(null, "--rate", "20");
        var before = await PartiesAsync(first, atLeast: 5);
        var status = await CommandLine.RunAsync("status", "--url", first.Url.ToString(), "--data", first.Data);
        Assert.True(status.Code == 0, status.ToString());
        Assert.Contains("parties", status.Out);
        Assert.Equal(0, await first.StopAsync());
        Assert.Contains("Stopped.", first.Text);

        await using var second = await RunningDemo.StartAsync(first.Data, "--rate", "0");
        Assert.Equal(first.Password, second.Password);
        Assert.True(await PartiesAsync(second, atLeast: 1) >= before);
        Assert.Equal(0, await second.StopAsync());
    }

    [Fact, Trait("Case", "HOST-50")]
    public async Task A_demo_that_was_killed_leaves_nothing_behind_that_keeps_the_next_from_starting()
    {
        await using var first = await RunningDemo.StartAsync(null, "--rate", "5");
        await first.KillAsync();
        await using var second = await RunningDemo.StartAsync(first.Data, "--rate", "0");
        Assert.Equal(0, await second.StopAsync());
    }

    [Fact, Trait("Case", "HOST-51")]
    public async Task A_demo_records_its_traffic_in_a_form_that_replay_reads()
    {
        var folder = Path.Combine(Directory.CreateTempSubdirectory("granary-record-").FullName, "day");
        await using (var demo = await RunningDemo.StartAsync(null, "--rate", "20", "--record", folder))
        {
            await PartiesAsync(demo, atLeast: 20);
            Assert.Equal(0, await demo.StopAsync());
        }

        Assert.True(File.Exists(Path.Combine(folder, "truth.csv")));
        var (ended, report) = await CommandLine.ReplayAsync(folder);
        Assert.True(report["sent"]!.GetValue<int>() >= 20, ended.ToString());
        Assert.True(report["sent"]!.GetValue<int>() == report["answered"]!.GetValue<int>(), ended.ToString());
        Assert.True(report["converged"]!.GetValue<bool>(), ended.ToString());
    }

    private static async Task<long> PartiesAsync(RunningDemo demo, long atLeast)
    {
        using var browser = demo.Browse();
        (await browser.SignInAsync("demo", demo.Password)).Dispose();
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        while (true)
        {
            using var answer = await browser.Http.GetAsync("/api/figures", patience.Token);
            answer.EnsureSuccessStatusCode();
            var parties = System.Text.Json.Nodes.JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["parties"]!.GetValue<long>();
            if (parties >= atLeast)
            {
                return parties;
            }

            await Task.Delay(200, patience.Token);
        }
    }
}
