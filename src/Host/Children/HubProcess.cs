using System.Globalization;
using Granary.Access.People;
using System.Reflection;

namespace Granary.Host.Children;

/// <summary>What a hub in a process of its own is started with.</summary>
/// <param name="CrashAt">A named point at which it kills itself, once; null for none.</param>
internal sealed record HubPlan(string Database, string Data, string Interfaces, string Endpoints, DateTimeOffset? Clock, string? CrashAt);

/// <summary>A hub in a process of its own: started again, on the same database and ports, each time that it dies.</summary>
internal sealed class HubProcess : IAsyncDisposable
{
    /// <summary>A hub that dies as often as this dies of something that no restart mends.</summary>
    private const int MostDeaths = 200;

    private static readonly TimeSpan StartsWithin = TimeSpan.FromSeconds(120);

    private readonly HubPlan _plan;
    private readonly DateTimeOffset _firstStart = TimeProvider.System.GetUtcNow();
    private ChildProcess? _process;

    private HubProcess(HubPlan plan)
    {
        _plan = plan;
        Url = new Uri($"http://127.0.0.1:{FreePorts.Take(1)[0]}");
    }

    public Uri Url { get; }

    /// <summary>The key that it made for the command line of its machine.</summary>
    public string Key => LocalKey.Read(_plan.Data) ?? throw new InvalidOperationException("The hub has made no key.");

    /// <summary>The process of its present life.</summary>
    public int Id => _process!.Id;

    /// <summary>How often it died.</summary>
    public int Deaths { get; private set; }

    public static async Task<HubProcess> StartAsync(HubPlan plan, CancellationToken cancellation)
    {
        var hub = new HubProcess(plan);
        try
        {
            await hub.LaunchAsync(plan.CrashAt, cancellation);
            return hub;
        }
        catch
        {
            await hub.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts it again where it has died; says whether it had.</summary>
    public async Task<bool> ReviveAsync(CancellationToken cancellation)
    {
        if (!_process!.HasExited)
        {
            return false;
        }

        Deaths++;
        await LaunchAsync(crashAt: null, cancellation);
        return true;
    }

    /// <summary>Whether it has come up since it last died.</summary>
    public bool IsUp { get; private set; }

    public void Kill()
    {
        IsUp = false;
        _process!.Kill();
    }

    /// <summary>Waits until its present life has ended; whether by SIGKILL, and not by an end of its own.</summary>
    public async Task<bool> WasKilledAsync(CancellationToken cancellation)
    {
        await _process!.Ended.WaitAsync(cancellation);
        return _process.ExitCode == SigKilled;
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            await _process.DisposeAsync();
        }
    }

    private async Task LaunchAsync(string? crashAt, CancellationToken cancellation)
    {
        while (true)
        {
            _process = ChildProcess.Start("the hub", Assembly.GetExecutingAssembly().Location, Arguments(), new Dictionary<string, string?> { [Kernel.Crash.Variable] = crashAt });
            try
            {
                await Readiness.WaitAsync(_process, new Uri(Url, "/health/ready"), StartsWithin, cancellation);
                IsUp = true;
                return;
            }
            catch (ChildEndedException) when (_process.ExitCode == SigKilled && Deaths < MostDeaths)
            {
                // Killed while it was starting: by its crash point (mid-migration), or by whoever kills it at random.
                Deaths++;
                crashAt = null;
            }
            catch (ChildEndedException ended)
            {
                throw new UserError(ended.Message);
            }
        }
    }

    /// <summary>128 + SIGKILL, as the runtime reports it.</summary>
    private const int SigKilled = 137;

    private List<string> Arguments()
    {
        List<string> arguments =
        [
            "serve",
            "--database", _plan.Database,
            "--data", _plan.Data,
            "--interfaces", _plan.Interfaces,
            "--endpoints", _plan.Endpoints,
            "--urls", Url.ToString(),
            "--log", "json",
            "--stop-with-input",
        ];
        if (_plan.Clock is { } start)
        {
            // The second life of a hub goes on in the same day.
            var now = start + (TimeProvider.System.GetUtcNow() - _firstStart);
            arguments.AddRange(["--clock", now.ToString("O", CultureInfo.InvariantCulture)]);
        }

        return arguments;
    }
}
