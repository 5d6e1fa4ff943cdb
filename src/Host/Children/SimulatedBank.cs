using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Granary.Host.Children;

/// <summary>The simulated bank as a child process, and its control API.</summary>
internal sealed class SimulatedBank : IAsyncDisposable
{
    private static readonly TimeSpan StartsWithin = TimeSpan.FromSeconds(60);

    private readonly ChildProcess _process;
    private readonly HttpClient _control;

    private SimulatedBank(ChildProcess process, Uri control)
    {
        _process = process;
        Control = control;
        _control = new HttpClient { BaseAddress = control, Timeout = TimeSpan.FromMinutes(5) };
    }

    public Uri Control { get; }

    public ChildProcess Process => _process;

    /// <exception cref="UserError">It is not built, or does not start.</exception>
    public static async Task<SimulatedBank> StartAsync(BankPlan plan, CancellationToken cancellation)
    {
        var assembly = Repository.Simulator ?? throw new UserError("the simulated bank is not built: run ./run, or dotnet build sim -c Release");
        var port = FreePorts.Take(1)[0];
        List<string> arguments =
        [
            "--store", plan.Store,
            "--rate", plan.Rate.ToString(CultureInfo.InvariantCulture),
            "--control", port.ToString(CultureInfo.InvariantCulture),
            "--stop-with-input",
        ];
        if (plan.Endpoints is { } endpoints)
        {
            arguments.AddRange(["--endpoints", endpoints]);
        }

        if (plan.Seed is { } seed)
        {
            arguments.AddRange(["--seed", seed.ToString(CultureInfo.InvariantCulture)]);
        }

        if (plan.Clock is { } clock)
        {
            arguments.AddRange(["--clock", clock.ToString("O", CultureInfo.InvariantCulture)]);
        }

        if (plan.Holdings)
        {
            arguments.Add("--holdings");
        }

        if (plan.Record is { } record)
        {
            arguments.AddRange(["--record", record]);
        }

        var bank = new SimulatedBank(ChildProcess.Start("the simulated bank", assembly, arguments), new Uri($"http://127.0.0.1:{port}"));
        try
        {
            await Readiness.WaitAsync(bank._process, new Uri(bank.Control, "/health"), StartsWithin, cancellation);
            return bank;
        }
        catch
        {
            await bank.DisposeAsync();
            throw;
        }
    }

    public async Task StartReplayAsync(string directory, double? speed, CancellationToken cancellation)
    {
        var body = new JsonObject { ["directory"] = directory };
        if (speed is { } given)
        {
            body["speed"] = given;
        }

        await SendAsync("/replay", body, cancellation);
    }

    public async Task<ReplayState> ReplayAsync(CancellationToken cancellation) =>
        (await _control.GetFromJsonAsync<ReplayState>("/replay", JsonSerializerOptions.Web, cancellation))!;

    public async Task<bool> IsQuietAsync(CancellationToken cancellation) =>
        (await _control.GetFromJsonAsync<JsonObject>("/quiet", JsonSerializerOptions.Web, cancellation))!["quiet"]!.GetValue<bool>();

    public Task CloseDayAsync(DateOnly day, CancellationToken cancellation) =>
        SendAsync("/close-day", new JsonObject { ["date"] = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) }, cancellation);

    public async Task<IReadOnlyList<string>> SystemsAsync(CancellationToken cancellation) =>
        [.. (await _control.GetFromJsonAsync<JsonArray>("/systems", JsonSerializerOptions.Web, cancellation))!.Select(system => system!["system"]!.GetValue<string>())];

    public IAsyncEnumerable<SimulatedCustomer> CustomersAsync(string system, CancellationToken cancellation) =>
        JsonLines.ReadAsync<SimulatedCustomer>(_control, $"/systems/{system}/customers", cancellation);

    /// <exception cref="UserError">The simulated bank refuses, with its reason.</exception>
    public async Task<JsonNode?> SendAsync(string path, JsonNode? body, CancellationToken cancellation)
    {
        using var response = await _control.PostAsJsonAsync(path, body, JsonSerializerOptions.Web, cancellation);
        var text = await response.Content.ReadAsStringAsync(cancellation);
        if (!response.IsSuccessStatusCode)
        {
            throw new UserError($"the simulated bank refuses {path}: {(int)response.StatusCode} {text.Trim()}");
        }

        return text.Length == 0 ? null : JsonNode.Parse(text);
    }

    public async ValueTask DisposeAsync()
    {
        _control.Dispose();
        await _process.DisposeAsync();
    }
}

/// <param name="Store">Folder of the systems' own books.</param>
/// <param name="Rate">Affairs of everyday life a second; 0 for a bank that only does what it is told.</param>
/// <param name="Record">Folder for a recording of its traffic.</param>
/// <param name="Holdings">Whether it also tells what its customers hold.</param>
internal sealed record BankPlan(string Store, string? Endpoints, double Rate, int? Seed = null, string? Record = null, DateTimeOffset? Clock = null, bool Holdings = false);

/// <param name="State">running, closing (the file pairs), settling, done or failed.</param>
internal sealed record ReplayState(
    string State,
    long Sent,
    long Answered,
    IReadOnlyList<Refusals>? Refused,
    long Duplicates,
    Percentiles? ReplyMs,
    double ElapsedSeconds,
    string? Error = null);

internal sealed record Refusals(string System, string Code, long Count);

internal sealed record Percentiles(double P50, double P99, double Max);

/// <param name="Fields">Neutral field → text, as the system holds it now.</param>
/// <param name="Groups">Repeated groups, for systems that have any.</param>
internal sealed record SimulatedCustomer(string Key, bool Closed, Dictionary<string, string?> Fields, Dictionary<string, List<Dictionary<string, string?>>>? Groups);
