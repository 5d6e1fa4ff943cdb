using Granary.Host.Children;
using Granary.Wire;

namespace Granary.Host.Replay;

/// <param name="Database">Null: a SQLite file in a temporary folder.</param>
/// <param name="KillSeed">Kill the hub at random moments drawn from this seed; null: never.</param>
internal sealed record ReplayPlan(string Directory, string? Database, double? Speed, string Interfaces, string? CrashAt, int? KillSeed, bool Keep = false);

/// <summary>
/// Sends a recorded day to a hub of its own over real sockets, waits until the bank is quiet, and looks at what every system holds then.
/// </summary>
internal sealed class ReplayRun(ReplayPlan plan, Recording recording, Action<ReplayProgress> progress)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);

    /// <summary>The hub looks at its own backlog once a second: two looks further apart than that are two states.</summary>
    private static readonly TimeSpan LookAtBacklog = TimeSpan.FromMilliseconds(1_100);

    /// <summary>Longer than any time-out and back-off of the bank's interfaces (the longest wait of any for a reply is well under a minute), so that only a hub that is stuck comes here.</summary>
    private static readonly TimeSpan StuckAfter = TimeSpan.FromMinutes(3);

    /// <summary>Between two random kills: long enough to start, short enough for several kills in a day of 10,000 messages.</summary>
    private static readonly (double From, double To) KillSeconds = (0.3, 3);

    /// <summary>Where starting takes as long as living, a hub that is killed for ever gets nowhere.</summary>
    private const int MostKills = 10;

    /// <summary>How likely, at each look, a hub that is starting is left alone: one in a few starts is cut off.</summary>
    private const double StartsSpared = 0.98;

    public async Task<ReplayReport> RunAsync(CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("granary-replay-").FullName;
        try
        {
            var formats = Interface.LoadAll(plan.Interfaces);
            var endpoints = Topology.OnFreePorts(folder, formats);
            var hubPlan = new HubPlan(
                plan.Database ?? $"Data Source={Path.Combine(folder, "granary.db")}",
                Path.Combine(folder, "hub"),
                plan.Interfaces,
                endpoints,
                recording.Until,
                plan.CrashAt);
            await using var bank = await SimulatedBank.StartAsync(new BankPlan(Path.Combine(folder, "bank"), endpoints, Rate: 0, Clock: recording.Until), cancellation);
            await using var hub = await HubProcess.StartAsync(hubPlan, cancellation);
            using var api = new HubApi(hub.Url, hub.Key);
            return await ReplayAsync(bank, hub, api, formats, cancellation);
        }
        finally
        {
            if (plan.Keep)
            {
                Console.Error.WriteLine($"granary: kept {folder}");
            }
            else
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }

    private async Task<ReplayReport> ReplayAsync(SimulatedBank bank, HubProcess hub, HubApi api, IReadOnlyList<Interface> formats, CancellationToken cancellation)
    {
        await bank.StartReplayAsync(recording.Directory, plan.Speed, cancellation);
        using var killing = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var killer = plan.KillSeed is { } seed ? KillAsync(hub, new Random(seed), killing.Token) : Task.CompletedTask;
        ReplayState state;
        try
        {
            state = await UntilSentAsync(bank, hub, cancellation);
        }
        finally
        {
            await killing.CancelAsync();
            await killer;
        }

        await UntilQuietAsync(bank, hub, api, state, online: true, cancellation);
        await api.CloseDayAsync(cancellation);
        await UntilQuietAsync(bank, hub, api, state, online: false, cancellation);
        return await CompareAsync(bank, hub, api, formats, await bank.ReplayAsync(cancellation), cancellation);
    }

    private async Task<ReplayState> UntilSentAsync(SimulatedBank bank, HubProcess hub, CancellationToken cancellation)
    {
        var patience = new Patience(StuckAfter);
        while (true)
        {
            await hub.ReviveAsync(cancellation);
            var state = await bank.ReplayAsync(cancellation);
            progress(new ReplayProgress("sending", state.Sent, state.Answered, recording.Messages, null, hub.Deaths));
            switch (state.State)
            {
                case "done":
                    return state;
                case "failed":
                    throw new UserError($"the replay failed: {state.Error}");
            }

            patience.Saw((state.Sent, state.Answered, hub.Deaths), $"{state.Answered} of {state.Sent} messages answered");
            await Task.Delay(Look, cancellation);
        }
    }

    /// <summary>Quiet twice in a row: nothing unanswered at the bank, nothing to deliver at the hub.</summary>
    private async Task UntilQuietAsync(SimulatedBank bank, HubProcess hub, HubApi api, ReplayState state, bool online, CancellationToken cancellation)
    {
        var patience = new Patience(StuckAfter);
        for (var quiet = 0; quiet < 2;)
        {
            if (await hub.ReviveAsync(cancellation))
            {
                quiet = 0;
            }

            try
            {
                var systems = await api.SystemsAsync(cancellation);
                var backlog = systems.Where(system => !online || system.Kind == "online").Sum(system => system.Backlog);
                var looked = systems.Count > 0; // a hub that has just started has not looked yet
                quiet = looked && backlog == 0 && await bank.IsQuietAsync(cancellation) ? quiet + 1 : 0;
                progress(new ReplayProgress(online ? "delivering" : "closing the day", state.Sent, state.Answered, recording.Messages, backlog, hub.Deaths));
                patience.Saw(backlog, $"{backlog} deliveries are still to come");
            }
            catch (HttpRequestException) when (!cancellation.IsCancellationRequested)
            {
                quiet = 0; // the hub died just now
            }

            await Task.Delay(LookAtBacklog, cancellation);
        }
    }

    private async Task<ReplayReport> CompareAsync(
        SimulatedBank bank, HubProcess hub, HubApi api, IReadOnlyList<Interface> formats, ReplayState state, CancellationToken cancellation)
    {
        List<Convergence.Difference> differences = [];
        Dictionary<RecordId, HubProjection> records = [];
        long dead = 0;
        foreach (var system in await bank.SystemsAsync(cancellation))
        {
            progress(new ReplayProgress($"comparing {system}", state.Sent, state.Answered, recording.Messages, null, hub.Deaths));
            var format = formats.Single(format => format.System == system);
            var projections = await api.ProjectionsAsync(system, cancellation).ToDictionaryAsync(projection => projection.Key, cancellationToken: cancellation);
            dead += projections.Values.Count(projection => projection.Dead is not null);
            foreach (var (key, projection) in projections)
            {
                records[new RecordId(system, key)] = projection;
            }

            await foreach (var customer in bank.CustomersAsync(system, cancellation))
            {
                differences.AddRange(Convergence.Of(format, customer, projections.GetValueOrDefault(customer.Key)));
            }
        }

        var figures = await api.FiguresAsync(cancellation);
        var accuracy = recording.Truth is { } truth ? Accuracy.Of(records.ToDictionary(record => record.Key, record => record.Value.PartyNumber), truth) : null;
        return new ReplayReport(
            state.Sent,
            state.Answered,
            state.Refused ?? [],
            state.Duplicates,
            figures.Parties,
            differences.Count == 0,
            differences.Select(difference => difference.Record).Distinct().Count(),
            [.. differences.GroupBy(difference => (difference.Record.System, difference.Attribute)).Select(group =>
                new DifferenceCount(group.Key.System, group.Key.Attribute, group.Count(), [.. group.Take(3).Select(difference => difference.Record.Key)]))],
            dead,
            accuracy?.Precision,
            accuracy?.Recall,
            accuracy?.F1,
            state.ElapsedSeconds > 0 ? state.Answered / state.ElapsedSeconds : 0,
            state.ReplyMs,
            figures.SyncMs,
            state.ElapsedSeconds,
            hub.Deaths,
            Fingerprint.OfPartition(records),
            Fingerprint.OfProjections(records));
    }

    private static async Task KillAsync(HubProcess hub, Random random, CancellationToken cancellation)
    {
        try
        {
            for (var kills = 0; kills < MostKills; kills++)
            {
                // Mostly a hub that works, now and then one that is just starting.
                while (!hub.IsUp && random.NextDouble() < StartsSpared)
                {
                    await Task.Delay(Look, cancellation);
                }

                await Task.Delay(TimeSpan.FromSeconds(KillSeconds.From + (random.NextDouble() * (KillSeconds.To - KillSeconds.From))), cancellation);
                hub.Kill();
            }
        }
        catch (OperationCanceledException)
        {
            // The replay is through: the hub lives on.
        }
    }
}

/// <param name="Backlog">Deliveries still to come, where that is what is waited for.</param>
internal sealed record ReplayProgress(string Step, long Sent, long Answered, int Messages, long? Backlog, int Deaths);

/// <summary>Gives up where nothing has moved for too long.</summary>
internal sealed class Patience(TimeSpan limit)
{
    private object? _last;
    private long _since = TimeProvider.System.GetTimestamp();

    /// <exception cref="UserError">The same was seen for too long.</exception>
    public void Saw(object state, string description)
    {
        if (!state.Equals(_last))
        {
            _last = state;
            _since = TimeProvider.System.GetTimestamp();
        }
        else if (TimeProvider.System.GetElapsedTime(_since) > limit)
        {
            throw new UserError($"nothing has moved for {limit.TotalMinutes:0} minutes: {description}");
        }
    }
}
