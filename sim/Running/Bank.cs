using Granary.Sim.Formats;
using Granary.Sim.People;
using Granary.Sim.Recording;
using Granary.Sim.Systems;

namespace Granary.Sim.Running;

/// <summary>How a simulated bank is started.</summary>
internal sealed record BankOptions
{
    public IReadOnlyList<string> Systems { get; init; } = [.. SystemFormats.All.Select(format => format.System)];

    public required Endpoints Endpoints { get; init; }

    /// <summary>Where the systems keep their books; null keeps nothing.</summary>
    public string? Store { get; init; }

    /// <summary>Events of everyday life a second.</summary>
    public double Rate { get; init; }

    public int Seed { get; init; } = 1;

    /// <summary>Where everything that is sent is recorded; null records nothing.</summary>
    public string? Record { get; init; }

    /// <summary>Whether the systems also tell what their customers hold: as soon as there are customers, at the end of each day, and online as it changes.</summary>
    public bool Holdings { get; init; }

    /// <summary>The day is closed every so often; null closes it on command only.</summary>
    public TimeSpan? Day { get; init; }
}

/// <summary>The simulated bank: its systems, its people, its days.</summary>
internal sealed class Bank : BackgroundService
{
    private readonly BankOptions _options;
    /// <summary>Customers, over all systems, of whom a landing directory looks lived in.</summary>
    private const int Enough = 60;

    private readonly TimeProvider _clock;
    private readonly RecordingWriter? _recording;

    public Bank(BankOptions options, TimeProvider clock, ILogger<Bank> log)
    {
        _options = options;
        _clock = clock;
        World = new(options.Store);
        Systems = [.. options.Systems.Select((system, i) => new BankSystem(SystemFormats.Of(system), options.Store, options.Seed + i, clock, log))];
        Life = new(World, Systems, options.Seed, options.Rate, options.Holdings);
        var files = Systems.FirstOrDefault(system => system.IsFiles);
        Files = files is null ? null : new(files, options.Endpoints.Directory, clock, log);
        Extracts = new(Systems, options.Endpoints.Holdings, log);
        Replay = new(this, log);
        if (options.Record is { } folder)
        {
            _recording = new(folder, World.Truth);
            foreach (var system in Systems)
            {
                system.Recorder = (format, outgoing) => _recording.Add(format, outgoing.Frame, clock.GetUtcNow());
            }

            if (Files is not null)
            {
                Files.Recorder = _recording.CloseDay;
            }
        }
    }

    public IReadOnlyList<BankSystem> Systems { get; }

    public World World { get; }

    public EverydayLife Life { get; }

    public EndOfDay? Files { get; }

    public Extracts Extracts { get; }

    public Replay Replay { get; }

    /// <summary>Messages that are not answered, events under way, files that are not taken; end-of-day records that wait for their day do not count.</summary>
    public int Pending => Systems.Where(system => !system.IsFiles).Sum(system => system.Outbox.Pending) + Life.Busy + (Files?.Pending ?? 0) + (Replay.Running ? 1 : 0);

    public BankSystem? Find(string system) => Systems.FirstOrDefault(one => one.Format.System.Equals(system, StringComparison.OrdinalIgnoreCase));

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        List<Task> running =
        [
            .. Systems.Where(system => !system.IsFiles).Select(system =>
                system.RunAsync(_options.Endpoints.Sockets[system.Format.System].Hub, _options.Endpoints.Sockets[system.Format.System].System, stoppingToken)),
            Life.RunAsync(stoppingToken),
            FirstHoldingsAsync(stoppingToken),
        ];
        if (Files is not null)
        {
            running.Add(Files.RunAsync(stoppingToken));
            running.Add(CloseDaysAsync(stoppingToken));
        }

        return FirstFailure(running);
    }

    public override void Dispose()
    {
        base.Dispose();
        _recording?.Dispose();
        foreach (var system in Systems)
        {
            system.Dispose();
        }

        World.Dispose();
    }

    /// <summary>One system that cannot listen stops the bank: half a bank would look like a fault of the hub.</summary>
    private static async Task FirstFailure(List<Task> running)
    {
        while (running.Count > 0)
        {
            var ended = await Task.WhenAny(running);
            running.Remove(ended);
            await ended;
        }
    }

    /// <summary>Closes the day of end-of-day files; null where WMS has none to write.</summary>
    public DateOnly? CloseDay(DateOnly? asked)
    {
        var day = Files?.Close(asked);
        if (_options.Holdings)
        {
            Extracts.Close(day ?? asked ?? _clock.Now().Day());
        }

        return day;
    }

    /// <summary>Yesterday's holdings, with their past, once the first customers are there.</summary>
    private async Task FirstHoldingsAsync(CancellationToken cancellation)
    {
        while (_options.Holdings && Systems.Sum(system => system.Book.Count) < Enough)
        {
            await Task.Delay(TimeSpan.FromSeconds(1), cancellation);
        }

        if (_options.Holdings)
        {
            Extracts.Close(_clock.Now().Day().AddDays(-1));
        }

        await Task.Delay(Timeout.Infinite, cancellation);
    }

    private async Task CloseDaysAsync(CancellationToken cancellation)
    {
        while (_options.Day is { } day)
        {
            await Task.Delay(day, cancellation);
            CloseDay(null);
        }
    }
}
